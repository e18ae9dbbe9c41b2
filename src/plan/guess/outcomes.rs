//! Wide files: the occasions and the outcomes, from the stems of the headers.

use std::collections::BTreeSet;

use super::arms::DESCRIPTIVE;
use super::items;
use super::occasions::{When, in_time_order, names_time};
use super::profile::ColumnProfile;
use super::questionnaires::{Questionnaire, about};
use super::reason::Reason;
use super::stems::{self, HeaderReading, Stem, UNNAMED};
use super::tokens::tokens;
use super::{direction, lone, own_scales};
use crate::notice::{Message, excerpt};
use crate::plan::timing;
use crate::plan::{ONLY, OutcomePlan, WithinPlan};
use crate::scale::ScalePlan;

/// More outcomes than this are not taken at once.
const MOST_OUTCOMES: usize = 40;

/// What is measured, and when.
#[derive(Default)]
pub struct GuessedOutcomes {
    pub occasions: Vec<String>,
    pub outcomes: Vec<OutcomePlan>,
    pub within: Vec<WithinPlan>,
    pub reasons: Vec<Reason>,
    /// Baselines that stand in a column of their own.
    pub covariates: Vec<String>,
    /// Questionnaires without a key, to be scored if the user says so.
    pub suggested: Vec<ScalePlan>,
    /// Columns of which a reason says why they are in no outcome.
    pub named: Vec<String>,
}

/// Columns that belong to an outcome by their names: neither id nor arm.
pub fn columns_of_outcomes(profiles: &[ColumnProfile]) -> BTreeSet<usize> {
    let all: Vec<usize> = (0..profiles.len()).collect();
    let stems = stems::gather(profiles, &all);
    let several = stems.iter().filter(|stem| stem.readings.len() > 1);
    several.filter(|stem| stem.columns().any(|c| profiles[c].is_numeric())).flat_map(Stem::columns).collect()
}

/// The occasions and outcomes among `candidates`: the columns that are neither id nor arm. Each questionnaire that has a
/// key is an outcome of its first items, until it is scored.
pub fn guess(profiles: &[ColumnProfile], candidates: &[usize], scored: &[Questionnaire]) -> GuessedOutcomes {
    let mut stems = stems::gather(profiles, candidates);
    // Words at several occasions (`medication_pre`) are no outcome.
    stems.retain(|stem| stem.columns().any(|column| profiles[column].is_numeric()));
    let times = take_times(&mut stems);
    lone::one_kind(&mut stems);
    let questionnaire = items::take(&mut stems, profiles);
    let suggested = own_scales::suggest(&questionnaire, profiles);
    stems.extend(scored.iter().filter_map(Questionnaire::stem));
    let items: BTreeSet<usize> = questionnaire.iter().flat_map(Stem::columns).collect();
    let (mut stems, mut single): (Vec<Stem>, Vec<Stem>) = stems.into_iter().partition(|stem| stem.readings.len() > 1);
    lone::join(&mut stems, &mut single, profiles, candidates);
    let mut measured = if stems.is_empty() {
        let numeric: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|&c| profiles[c].is_numeric() && !profiles[c].has_word(DESCRIPTIVE))
            .filter(|c| !items.contains(c))
            .collect();
        match stems::gather_by_words(profiles, &numeric) {
            by_words if !by_words.is_empty() => several(by_words, Vec::new(), profiles),
            _ => GuessedOutcomes::default(),
        }
    } else {
        several(stems, single, profiles)
    };
    if measured.outcomes.is_empty() {
        measured = with_items_only(&questionnaire, profiles, candidates);
        if !suggested.is_empty() && measured.reasons.iter().any(|own| own.message.id == "items-taken-one-by-one") {
            // What they add up to is for the user to say; one by one they are no outcomes.
            measured.outcomes.clear();
            measured.reasons.clear();
            measured.reasons.push(about_items("items-without-key", &questionnaire, profiles));
        }
        if !scored.is_empty() {
            measured.reasons.retain(|reason| reason.part != "outcomes");
        }
        measured.outcomes.extend(scored.iter().map(|own| first_item(own, profiles)));
    } else if !questionnaire.is_empty() {
        measured.reasons.push(about_items("items-look-like-a-questionnaire", &questionnaire, profiles));
    }
    if !times.is_empty() {
        let names: Vec<&String> = times.iter().map(|&column| &profiles[column].column.name).collect();
        let message = Message::new("guess-unused-times").with_names("columns", &names);
        measured.reasons.push(Reason::certain("unused", message));
        measured.named.extend(names.into_iter().cloned());
    }
    name_sharers(&mut measured, profiles, candidates);
    measured.suggested = suggested;
    measured
}

/// Takes out the columns that say when something was measured (`time.obs1 … time.obs5`): they are no outcome.
fn take_times(stems: &mut Vec<Stem>) -> Vec<usize> {
    let is_time = |stem: &Stem| names_time(&stem.key.split(' ').collect::<Vec<_>>());
    let (times, rest): (Vec<Stem>, Vec<Stem>) = std::mem::take(stems).into_iter().partition(is_time);
    *stems = rest;
    times.iter().flat_map(Stem::columns).collect()
}

/// Names the columns of numbers that begin as an outcome's do and belong to none: `weight.loss` beside `initial.weight` and
/// `final.weight`.
fn name_sharers(measured: &mut GuessedOutcomes, profiles: &[ColumnProfile], candidates: &[usize]) {
    let used: BTreeSet<&String> = measured.outcomes.iter().flat_map(|outcome| &outcome.columns).collect();
    let first_words: BTreeSet<String> = (measured.outcomes.iter().filter(|outcome| outcome.name != UNNAMED))
        .filter_map(|outcome| Some(tokens(&outcome.name).into_iter().next()?.text))
        .filter(|word| word.chars().count() > 1 && word.parse::<u32>().is_err())
        .collect();
    let is_said = |name: &String| measured.named.contains(name);
    let shares = |&&column: &&usize| {
        let profile = &profiles[column];
        let first = profile.tokens.first().is_some_and(|token| first_words.contains(&token.text));
        first && profile.is_numeric() && !used.contains(&profile.column.name) && !is_said(&profile.column.name)
    };
    let names: Vec<&String> = candidates.iter().filter(shares).map(|&column| &profiles[column].column.name).collect();
    if !names.is_empty() && measured.occasions.len() > 1 {
        let message = Message::new("guess-unused-sharers").with_names("columns", &names);
        measured.reasons.push(Reason::uncertain("unused", message));
    }
}

/// A questionnaire that is measured once, until it is scored.
pub fn first_item(questionnaire: &Questionnaire, profiles: &[ColumnProfile]) -> OutcomePlan {
    let columns = questionnaire.first_items().into_iter().take(1);
    let columns = columns.map(|column| profiles[column].column.name.clone()).collect();
    OutcomePlan { name: questionnaire.name(), columns, ..OutcomePlan::default() }
}

/// A file without several occasions but for items: items × occasions, else scores, else the items one by one.
fn with_items_only(questionnaire: &[Stem], profiles: &[ColumnProfile], candidates: &[usize]) -> GuessedOutcomes {
    let repeated: Vec<Stem> =
        questionnaire.iter().filter(|stem| !stem.is_numbered() && stem.readings.len() > 1).cloned().collect();
    let scores = once(profiles, candidates, questionnaire);
    let (mut measured, id) = if !repeated.is_empty() {
        (several(repeated, Vec::new(), profiles), "items-taken-one-by-one")
    } else if scores.outcomes.is_empty() {
        (once(profiles, candidates, &[]), "items-taken-one-by-one")
    } else {
        (scores, "items-look-like-a-questionnaire")
    };
    if !questionnaire.is_empty() {
        measured.reasons.push(about_items(id, questionnaire, profiles));
    }
    measured
}

fn about_items(id: &'static str, questionnaire: &[Stem], profiles: &[ColumnProfile]) -> Reason {
    Reason::uncertain("outcomes", about(id, questionnaire.iter().flat_map(Stem::columns), profiles))
}

/// Outcomes measured once.
fn once(profiles: &[ColumnProfile], candidates: &[usize], items: &[Stem]) -> GuessedOutcomes {
    let items: BTreeSet<usize> = items.iter().flat_map(Stem::columns).collect();
    let mut measured = GuessedOutcomes { occasions: vec![ONLY.into()], ..GuessedOutcomes::default() };
    let is_score = |&&column: &&usize| {
        let profile = &profiles[column];
        // Two values are a factor rather than a score.
        let many = profile.n_levels().is_none_or(|n| n > 2 || profile.n_present <= n);
        profile.is_numeric() && many && !items.contains(&column) && !profile.has_word(DESCRIPTIVE)
    };
    let scores: Vec<usize> = candidates.iter().filter(is_score).copied().collect();
    for &column in scores.iter().take(MOST_OUTCOMES) {
        let name = profiles[column].column.name.clone();
        let (better, why) = direction::guess(&name);
        measured.outcomes.push(OutcomePlan {
            columns: vec![name.clone()],
            name,
            better: Some(better),
            ..OutcomePlan::default()
        });
        measured.reasons.push(why);
    }
    let reason = match scores.len() {
        0 => Reason::uncertain("outcomes", Message::new("guess-outcomes-none")),
        n => Reason::uncertain("occasions", Message::new("guess-occasions-only").with("n", n)),
    };
    measured.reasons.insert(0, reason);
    measured.reasons.extend(about_many(scores.len()));
    measured
}

/// Outcomes measured at several occasions. `single` are stems measured at one.
fn several(stems: Vec<Stem>, single: Vec<Stem>, profiles: &[ColumnProfile]) -> GuessedOutcomes {
    let labels = Labels::of(&stems);
    let chosen = labels.commonest(&stems);
    let mut measured = GuessedOutcomes::default();
    let (mut outcomes, mut others): (Vec<Stem>, Vec<Stem>) =
        stems.into_iter().partition(|stem| chosen.iter().all(|&occasion| labels.reading(stem, occasion).is_some()));
    let Some(first) = outcomes.first() else { return measured };
    let whens: Vec<When> = chosen.iter().map(|&occasion| labels.all[occasion].when).collect();
    let order: Vec<usize> = in_time_order(&whens).into_iter().map(|i| chosen[i]).collect();
    measured.occasions = order.iter().map(|&occasion| labels.all[occasion].label.clone()).collect();
    let readings: Vec<&HeaderReading> = order.iter().filter_map(|&occasion| labels.reading(first, occasion)).collect();
    measured.reasons.push(about_occasions(&readings, &whens));
    if order != chosen {
        let names = Message::new("guess-occasions-sorted").with_names("occasions", &measured.occasions);
        measured.reasons.push(Reason::certain("occasions", names));
    }
    let columns_of = |stem: &Stem| -> Vec<String> {
        let readings = order.iter().filter_map(|&occasion| labels.reading(stem, occasion));
        readings.map(|reading| profiles[reading.column].column.name.clone()).collect()
    };
    let numbered = |stem: &Stem| !stem.key.is_empty() && stem.key.bytes().all(|b| b.is_ascii_digit());
    if outcomes.len() > 1 && outcomes.iter().all(numbered) && !others.iter().chain(&single).any(numbered) {
        cross(&mut measured, &outcomes, columns_of);
    } else {
        measured.reasons.extend(about_many(outcomes.len()));
        outcomes.truncate(MOST_OUTCOMES);
        for stem in &mut outcomes {
            if numbered(stem) {
                stem.name = format!("{UNNAMED} {}", stem.name);
            }
        }
        for stem in &outcomes {
            let columns = columns_of(stem);
            if stem.is_items {
                measured.outcomes.push(OutcomePlan { name: stem.name.clone(), columns, ..OutcomePlan::default() });
                continue;
            }
            let part = format!("outcome:{}", stem.name);
            let message = Message::new("guess-outcome-columns").with_names("columns", &columns);
            let (better, why) = direction::guess(&stem.name);
            measured.reasons.extend([Reason::certain(part, message), why]);
            measured.outcomes.push(OutcomePlan {
                name: stem.name.clone(),
                columns,
                better: Some(better),
                ..OutcomePlan::default()
            });
        }
    }
    // A number at the end of a lone name need not be an occasion.
    others.extend(single.into_iter().filter(|stem| !stem.is_numbered()));
    leave_out(&mut measured, &outcomes, &others, profiles);
    measured
}

/// `pre.1 … pre.5, post.1 … post.5`: the numbers are levels of a further within factor.
fn cross(measured: &mut GuessedOutcomes, outcomes: &[Stem], columns_of: impl Fn(&Stem) -> Vec<String>) {
    let by_level: Vec<Vec<String>> = outcomes.iter().map(columns_of).collect();
    let columns = (0..measured.occasions.len())
        .flat_map(|occasion| by_level.iter().filter_map(move |columns| columns.get(occasion).cloned()))
        .collect();
    let levels: Vec<String> = outcomes.iter().map(|stem| stem.name.clone()).collect();
    let message = Message::new("guess-within").with_names("levels", &levels);
    let (better, why) = direction::guess(UNNAMED);
    measured.reasons.extend([Reason::uncertain("within", message), why]);
    measured.within = vec![WithinPlan { name: "condition".into(), levels }];
    measured.outcomes.push(OutcomePlan {
        name: UNNAMED.into(),
        columns,
        better: Some(better),
        ..OutcomePlan::default()
    });
}

fn about_occasions(readings: &[&HeaderReading], whens: &[When]) -> Reason {
    let marks: Vec<&str> = readings.iter().map(|reading| reading.marked.as_str()).collect();
    let id = if readings.iter().all(|reading| reading.is_number) {
        "guess-occasions-numbers"
    } else if whens.contains(&When::Unknown) {
        "guess-occasions-words"
    } else {
        "guess-occasions-names"
    };
    let message = Message::new(id).with("marks", excerpt(&marks.join(" ")));
    Reason { part: "occasions".into(), message, certain: id == "guess-occasions-names" }
}

/// Says which columns are measured at other occasions than the outcomes.
fn leave_out(measured: &mut GuessedOutcomes, outcomes: &[Stem], others: &[Stem], profiles: &[ColumnProfile]) {
    let used = |column: &String| measured.outcomes.iter().any(|outcome| outcome.columns.contains(column));
    let unused = |stems: &[Stem]| -> Vec<String> {
        let names = stems.iter().flat_map(Stem::columns).map(|column| profiles[column].column.name.clone());
        names.filter(|name| !used(name)).collect()
    };
    let (fewer, more) = (unused(others), unused(outcomes));
    measured.named.extend(fewer.iter().chain(&more).cloned());
    if !fewer.is_empty() {
        let message = Message::new("guess-unused-occasions").with_names("columns", &fewer);
        measured.reasons.push(Reason::uncertain("unused", message));
        // One of them may be the baseline, or an occasion such as `t0.5`.
        let numeric = |stem: &Stem| !stem.key.is_empty() && stem.key.bytes().all(|b| b.is_ascii_digit());
        let first = |stem: &Stem| stem.key.split(' ').next().unwrap_or_default().to_owned();
        let shares = |stem: &Stem| !stem.key.is_empty() && outcomes.iter().any(|own| first(own) == first(stem));
        if !measured.occasions.iter().any(|name| timing::begins(name)) || others.iter().any(|s| numeric(s) || shares(s))
        {
            measured.reasons.iter_mut().filter(|own| own.part == "occasions").for_each(|own| own.certain = false);
        }
    }
    if !more.is_empty() {
        let message = Message::new("guess-unused-more").with_names("columns", &more);
        measured.reasons.push(Reason::uncertain("unused", message));
    }
}

/// Says that not all outcomes are taken.
fn about_many(n: usize) -> Option<Reason> {
    let message = || Message::new("guess-outcomes-many").with("n", n).with("taken", MOST_OUTCOMES);
    (n > MOST_OUTCOMES).then(|| Reason::uncertain("outcomes", message()))
}

/// The occasions of all stems, in the file's order, spellings that mean the same joined (`pre` and `Pretest`).
struct Labels {
    all: Vec<Label>,
}

struct Label {
    label: String,
    folded: Vec<String>,
    when: When,
}

impl Labels {
    fn of(stems: &[Stem]) -> Self {
        let mut readings: Vec<&HeaderReading> = stems.iter().flat_map(|stem| &stem.readings).collect();
        readings.sort_by_key(|reading| reading.column);
        let mut labels = Self { all: Vec::new() };
        for reading in readings {
            let folded = &reading.folded;
            if labels.all.iter().any(|label| label.folded.contains(folded)) {
                continue;
            }
            let beside = |label: &Label| {
                stems.iter().any(|stem| {
                    let has = |name: &String| stem.readings.iter().any(|other| other.folded == *name);
                    has(folded) && label.folded.iter().any(has)
                })
            };
            // `baseline` and `pre` mean the same, unless an outcome has both.
            let same = labels
                .all
                .iter()
                .position(|label| label.when == reading.when && label.when != When::Unknown && !beside(label));
            match same {
                Some(at) => labels.all[at].folded.push(folded.clone()),
                None => labels.all.push(Label {
                    label: reading.label.clone(),
                    folded: vec![folded.clone()],
                    when: reading.when,
                }),
            }
        }
        labels
    }

    fn reading<'a>(&self, stem: &'a Stem, occasion: usize) -> Option<&'a HeaderReading> {
        stem.readings.iter().find(|reading| self.all[occasion].folded.contains(&reading.folded))
    }

    /// The occasions that most stems have exactly; of equals the more occasions, then the earlier in the file.
    fn commonest(&self, stems: &[Stem]) -> Vec<usize> {
        let mut sets: Vec<(Vec<usize>, usize)> = Vec::new();
        for stem in stems {
            let set: Vec<usize> = (0..self.all.len()).filter(|&o| self.reading(stem, o).is_some()).collect();
            match sets.iter_mut().find(|(known, _)| *known == set) {
                Some((_, n)) => *n += 1,
                None => sets.push((set, 1)),
            }
        }
        let most = sets.iter().map(|(set, n)| (*n, set.len())).max();
        sets.into_iter().find(|(set, n)| Some((*n, set.len())) == most).map(|(set, _)| set).unwrap_or_default()
    }
}
