//! Long files: a row per participant and occasion.

use std::collections::BTreeMap;

use super::arms::{DESCRIPTIVE, is_constant, is_named};
use super::direction;
use super::keys::Keys;
use super::occasions::{Phase, When, occasions_in_order, when};
use super::outcomes::{GuessedOutcomes, first_item};
use super::profile::{ColumnProfile, Participants, ValueKind};
use super::questionnaires::Questionnaire;
use super::reason::Reason;
use super::tokens::tokens_of_level;
use crate::notice::{Message, excerpt};
use crate::plan::labels::join_spellings;
use crate::plan::timing;
use crate::plan::{LongPlan, OutcomePlan, WithinPlan};

/// Names of a column of occasions.
const OCCASION: &str = "time times timepoint occasion occasions visit avisit visits wave session phase week weeks month months day \
    days year period stage measurement assessment test when prepost event questnnr measure zeitpunkt messzeitpunkt welle \
    zeit tp zaman dönem momento moment tiempo temps tempo fase زمان مرحله نوبت جلسه ازمون سنجش اندازهگیری الزمن 时间 时点 時点 시점";
const BESIDE_OCCASION: &str = "of point no number name label measurement the study redcap eventname";

/// The shape of a long file.
pub struct Long {
    pub id: usize,
    pub occasion: usize,
    pub within: Option<usize>,
    /// Whether a participant has several rows at an occasion that nothing tells apart.
    pub is_repeated: bool,
    pub people: Participants,
}

/// Whether several rows are one participant's, told apart by a column of occasions. `ids` are the columns that may
/// name the participant.
pub fn shape(profiles: &[ColumnProfile], ids: &[usize], n_rows: usize) -> Option<Long> {
    ids.iter().find_map(|&id| shape_of(profiles, id, Participants::by(profiles[id].column, n_rows), None))
}

/// The same, of participants who are told by `id`, within `site` if there is one.
pub fn shape_of(profiles: &[ColumnProfile], id: usize, people: Participants, site: Option<usize>) -> Option<Long> {
    // Fewer than a third of the rows repeated are duplicates, not a shape.
    if people.n < 2 || 3 * people.of_row.len() < 4 * people.n {
        return None;
    }
    let mut candidates = few_valued(profiles, id, &people);
    candidates.retain(|&c| Some(c) != site);
    let named = candidates.first().is_some_and(|&c| looks(&profiles[c]) > 1);
    let parting = candidates.iter().copied().find(|&c| parts_rows(&profiles[c], None, &people));
    if let Some(occasion) = parting.filter(|&c| looks(&profiles[c]) > 1 || !named) {
        return Some(Long { id, occasion, within: None, is_repeated: false, people });
    }
    let occasion = *candidates.first().filter(|_| named)?;
    let n_occasions = profiles[occasion].n_levels().unwrap_or(1);
    let is_factor = |c: &usize| {
        // Crossed with the occasions, a factor's levels stand in nearly every cell; an outcome's values do not.
        let n_levels = profiles[*c].n_levels().unwrap_or(usize::MAX);
        let n_cells = people.n.saturating_mul(n_occasions).saturating_mul(n_levels);
        n_levels < 20 && 2 * n_cells <= 3 * people.of_row.len()
    };
    let within = (0..profiles.len())
        .filter(|&c| c != id && c != occasion && Some(c) != site && changes(&profiles[c], &people))
        .filter(is_factor)
        .find(|&c| parts_rows(&profiles[occasion], Some(&profiles[c]), &people));
    // Several rows of a participant at an occasion, told apart by nothing, are measurements to be averaged.
    let is_repeated = 2 * people.of_row.len() >= 3 * people.n * n_occasions;
    let is_repeated = is_repeated && within.is_none();
    (within.is_some() || is_repeated).then_some(Long { id, occasion, within, is_repeated, people })
}

/// The same by structure alone, whatever the column of participants is called: with a column of words for occasions, or one
/// that is named for them, it tells all rows apart, and nearly every value of it stands at each occasion.
pub fn by_structure(profiles: &[ColumnProfile], n_rows: usize) -> Option<Long> {
    let is_occasion = |&column: &usize| {
        let profile = &profiles[column];
        let few = profile.n_levels().is_some_and(|n| (2..=12).contains(&n) && 3 * n <= n_rows);
        few && names_all_occasions(profile)
    };
    (0..profiles.len()).filter(is_occasion).find_map(|occasion| {
        let n_occasions = profiles[occasion].n_levels()?;
        let is_id = |&column: &usize| {
            let profile = &profiles[column];
            let many = profile.n_levels().is_none_or(|n| n > 8 || 2 * n_occasions * n >= n_rows);
            let coded = matches!(profile.kind, ValueKind::Words | ValueKind::Integers);
            column != occasion && many && coded && !direction::is_known(&profile.column.name)
        };
        (0..profiles.len()).filter(is_id).find_map(|id| {
            let people = Participants::by(profiles[id].column, n_rows);
            let whole = people.n_rows_each().iter().filter(|&&n| n as usize == n_occasions).count();
            let is_regular = people.n > 1 && 10 * whole >= 7 * people.n;
            let parted = is_regular && parts_rows(&profiles[occasion], None, &people);
            parted.then_some(Long { id, occasion, within: None, is_repeated: false, people })
        })
    })
}

/// Whether every value of a column of words is an occasion, or its name says that they are.
fn names_all_occasions(profile: &ColumnProfile) -> bool {
    let levels = profile.levels.as_deref().unwrap_or_default();
    let all = levels.iter().all(|(level, _)| when(&tokens_of_level(level)) != When::Unknown);
    (profile.kind == ValueKind::Words && all) || profile.is_only(OCCASION, BESIDE_OCCASION)
}

/// Whether a column names occasions rather than people or places.
pub fn names_occasions(profile: &ColumnProfile) -> bool {
    looks(profile) > 1
}

/// Whether a column says when, and is no outcome of its own.
fn is_time(profile: &ColumnProfile) -> bool {
    profile.is_only(OCCASION, BESIDE_OCCASION)
        || profile.is_only("time days day hours months reldays visitday obs", "of since rel from")
        // What was given before a period, and the order of treatments, are no outcomes either.
        || profile.is_only("carry carryover sequence seq order", "effect of over treatment no")
}

/// Columns of few values that change within participants, those that look most like occasions first.
fn few_valued(profiles: &[ColumnProfile], id: usize, people: &Participants) -> Vec<usize> {
    let mut columns: Vec<usize> =
        (0..profiles.len()).filter(|&c| c != id && looks(&profiles[c]) > 0 && changes(&profiles[c], people)).collect();
    columns.sort_by_key(|&c| std::cmp::Reverse(looks(&profiles[c])));
    columns
}

/// Whether a column has few values, and they change within participants.
fn changes(profile: &ColumnProfile, people: &Participants) -> bool {
    let few = profile.n_levels().is_some_and(|n| n > 1);
    // Halves of hours are occasions, and coded treatments of ±0.5 are treatments, where their column says so.
    let decimal = profile.kind == ValueKind::Decimals;
    let named = profile.is_only(OCCASION, BESIDE_OCCASION) || is_named(profile);
    few && (!decimal || named) && !is_constant(profile, people)
}

/// How much a column looks like occasions: its name, its values.
fn looks(profile: &ColumnProfile) -> u32 {
    let levels = profile.levels.as_deref().unwrap_or_default();
    let known = levels.iter().filter(|(level, _)| when(&tokens_of_level(level)) != When::Unknown).count();
    let by_name =
        if profile.is_only(OCCASION, BESIDE_OCCASION) { 4 } else { 2 * u32::from(profile.has_word(OCCASION)) };
    match profile.kind {
        ValueKind::Words => 1 + by_name + if 2 * known > levels.len() { 3 } else { 0 },
        // Numbers may be ratings; only their column's name tells.
        ValueKind::Integers => by_name,
        ValueKind::Decimals if profile.is_only(OCCASION, BESIDE_OCCASION) => by_name,
        _ => 0,
    }
}

/// Whether a column, or two together, tell the rows of nearly every participant apart, and most have several.
fn parts_rows(first: &ColumnProfile, second: Option<&ColumnProfile>, people: &Participants) -> bool {
    let (first_keys, second_keys) = (Keys::exact(first.column), second.map(|profile| Keys::exact(profile.column)));
    let of_row = |(row, participant): (usize, &Option<u32>)| {
        let second_key = second_keys.as_ref().map_or(Some(0), |keys| keys.get(row));
        Some(((*participant)?, first_keys.get(row)?, second_key?))
    };
    let rows = || people.of_row.iter().enumerate().filter_map(of_row);
    let n_rows = rows().count();
    let told_apart = |n_distinct: usize| 20 * n_rows.saturating_sub(n_distinct) <= n_rows && 2 * n_rows >= 3 * people.n;
    // Few values tell few rows apart: then the rows need not be sorted.
    let n_levels = |profile: &ColumnProfile| profile.n_levels().unwrap_or(n_rows);
    let most = people.n.saturating_mul(n_levels(first)).saturating_mul(second.map_or(1, n_levels));
    if !told_apart(most) {
        return false;
    }
    let mut rows: Vec<(u32, u64, u64)> = rows().collect();
    rows.sort_unstable();
    rows.dedup();
    told_apart(rows.len())
}

/// The occasions, further within factor and outcomes of a long file. `taken` are columns with another role.
/// A questionnaire that has a key is an outcome of its first item, until it is scored.
pub fn guess(
    profiles: &[ColumnProfile],
    long: &Long,
    taken: &[usize],
    scored: &[Questionnaire],
) -> (GuessedOutcomes, LongPlan) {
    let occasion = &profiles[long.occasion];
    let mut measured = GuessedOutcomes { occasions: levels_of(occasion), ..GuessedOutcomes::default() };
    let name = &occasion.column.name;
    let message =
        Message::new("guess-long").with("column", excerpt(name)).with("id", excerpt(&profiles[long.id].column.name));
    measured.reasons.push(Reason::certain("long", message));
    let message = Message::new("guess-occasions-column")
        .with("column", excerpt(name))
        .with_names("occasions", &measured.occasions);
    measured.reasons.push(Reason { part: "occasions".into(), message, certain: looks(occasion) > 1 });
    factor(profiles, long, &mut measured);
    let has_baseline = measured.occasions.iter().any(|name| timing::begins(name) && name != "1");
    for (index, profile) in profiles.iter().enumerate() {
        if !has_baseline && profile.is_numeric() && is_baseline(profile) && is_constant(profile, &long.people) {
            let name = profile.column.name.clone();
            let message = Message::new("guess-covariate-baseline").with("column", excerpt(&name));
            measured.reasons.push(Reason::uncertain("covariates", message));
            measured.covariates.push(name);
            continue;
        }
        let is_taken =
            taken.contains(&index) || [Some(long.id), Some(long.occasion), long.within].contains(&Some(index));
        if is_taken
            || is_time(profile)
            || !profile.is_numeric()
            || profile.has_word(DESCRIPTIVE)
            || is_constant(profile, &long.people)
        {
            continue;
        }
        if !follows(profile, occasion, long.people.of_row.len()) {
            let name = profile.column.name.clone();
            let message = Message::new("guess-outcome-column").with("outcome", excerpt(&name));
            let (better, why) = direction::guess(&name);
            measured.reasons.extend([Reason::certain(format!("outcome:{name}"), message), why]);
            measured.outcomes.push(OutcomePlan {
                columns: vec![name.clone()],
                name,
                better: Some(better),
                ..OutcomePlan::default()
            });
        }
    }
    let mut plan = LongPlan { occasion: name.clone(), value: None };
    measured.outcomes.extend(scored.iter().map(|own| first_item(own, profiles)));
    if let [only] = measured.outcomes.as_mut_slice()
        && scored.is_empty()
    {
        plan.value = only.columns.pop();
    }
    (measured, plan)
}

/// The further within factor, if there is one.
fn factor(profiles: &[ColumnProfile], long: &Long, measured: &mut GuessedOutcomes) {
    if let Some(within) = long.within {
        let within = &profiles[within];
        let message = Message::new("guess-within-column").with("column", excerpt(&within.column.name));
        measured.reasons.push(Reason::uncertain("within", message));
        measured.within.push(WithinPlan { name: within.column.name.clone(), levels: levels_of(within) });
    }
}

/// Whether a column is named for the occasion before treatment: `base`, `baseline`, `BASVAL`.
fn is_baseline(profile: &ColumnProfile) -> bool {
    matches!(when(&profile.tokens), When::Phase(Phase::Pre, _)) || profile.has_word("basval bval base baseline")
}

/// Whether a column says no more than the occasion: the week of each visit.
fn follows(profile: &ColumnProfile, occasion: &ColumnProfile, n_rows: usize) -> bool {
    let (levels, values) = (Keys::exact(occasion.column), Keys::exact(profile.column));
    let mut of_level: BTreeMap<u64, u64> = BTreeMap::new();
    (0..n_rows).all(|row| {
        let (Some(level), Some(value)) = (levels.get(row), values.get(row)) else { return true };
        *of_level.entry(level).or_insert(value) == value
    })
}

/// The levels of a column in time order, spellings joined.
fn levels_of(profile: &ColumnProfile) -> Vec<String> {
    occasions_in_order(&join_spellings(profile.levels.clone().unwrap_or_default()))
}
