//! Columns that belong to an outcome although their names do not say both outcome and occasion: a lone `baseline`, and the
//! bare stem beside suffixed ones.

use super::occasions::{Detail, Phase, When};
use super::profile::ColumnProfile;
use super::stems::{HeaderReading, Stem};

/// What stands before all occasions that a stem has, if it is not there yet.
fn lacks_baseline(stem: &Stem) -> bool {
    let is_first = |when: When| matches!(when, When::Phase(Phase::Pre, _) | When::Count(0 | 1) | When::Elapsed(0));
    !stem.is_items && !stem.readings.iter().any(|reading| is_first(reading.when))
}

/// Joins the bare stem (`cesd` beside `cesd2, cesd3`), and a lone baseline to the only outcome.
pub fn join(stems: &mut [Stem], single: &mut Vec<Stem>, profiles: &[ColumnProfile], candidates: &[usize]) {
    for stem in stems.iter_mut().filter(|stem| lacks_baseline(stem) && !stem.key.is_empty()) {
        let is_bare = |column: &&usize| {
            let profile = &profiles[**column];
            let words: Vec<&str> = profile.tokens.iter().map(|token| token.text.as_str()).collect();
            profile.is_numeric() && words.join(" ") == stem.key
        };
        let Some(&column) = candidates.iter().find(is_bare) else { continue };
        let counted = stem.readings.iter().all(|reading| matches!(reading.when, When::Count(_)));
        let (label, when) =
            if counted { ("1", When::Count(1)) } else { ("baseline", When::Phase(Phase::Pre, Detail::None)) };
        stem.readings.insert(0, HeaderReading::bare(column, stem, label, when));
        single.retain(|other| !other.columns().any(|own| own == column));
    }
    if let [only] = stems
        && lacks_baseline(only)
    {
        let is_lone = |stem: &Stem| {
            let reading = stem.readings.first().filter(|_| stem.key.is_empty());
            reading.is_some_and(|own| {
                own.when == When::Phase(Phase::Pre, Detail::None) && profiles[own.column].is_numeric()
            })
        };
        if let Some(place) = single.iter().position(is_lone) {
            only.readings.splice(0..0, single.remove(place).readings);
        }
    }
}

/// Occasions of one outcome are of one naming kind: `Age10` beside `Y1, Y2`, and `Base4` beside `Base`, are none of them.
pub fn one_kind(stems: &mut Vec<Stem>) {
    let Some(at) = stems.iter().position(|stem| stem.key.is_empty()) else { return };
    let stem = &mut stems[at];
    let word =
        |reading: &HeaderReading| -> String { reading.folded.chars().take_while(|c| c.is_alphabetic()).collect() };
    let plain: Vec<String> = stem
        .readings
        .iter()
        .filter(|reading| matches!(reading.when, When::Phase(_, Detail::None)))
        .map(|reading| reading.folded.clone())
        .collect();
    let n_units = stem.readings.iter().filter(|own| matches!(own.when, When::Elapsed(_) | When::Count(_))).count();
    let strays = |reading: &HeaderReading| match reading.when {
        When::Elapsed(_) => word(reading) == "age" && n_units > 1,
        When::Phase(_, Detail::Count(_)) => n_units > 1 && plain.contains(&word(reading)),
        _ => false,
    };
    let (out, kept): (Vec<HeaderReading>, Vec<HeaderReading>) = stem.readings.drain(..).partition(|own| strays(own));
    stem.readings = kept;
    stems.extend(out.into_iter().map(Stem::alone));
}
