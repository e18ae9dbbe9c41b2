//! Items → scores: a column for each score and occasion, the items after recoding, and the Problems of scoring.

use std::borrow::Cow;

use super::answers::answers;
use super::checks::Answered;
use super::definition::{Definition, Score};
use super::key::{Benefit, Key};
use super::plan::ScalePlan;
use super::refusal::{Scoring, noted, title};
use super::rows::{PlacedRows, Setting};
use super::shipped;
use crate::notice::{Message, Problem};
use crate::table::{Column, Table, Values};

/// A Table with its scores, the scored scales, and what was found on the way.
pub struct Scored<'a> {
    pub table: Cow<'a, Table>,
    pub scales: Vec<ScoredScale>,
    pub problems: Vec<Problem>,
    /// Columns of scores that were not made; the Problems say why.
    pub unscored: Vec<String>,
}

/// One score of a scale, with its items as they count in it.
#[derive(Clone, Debug)]
pub struct ScoredScale {
    /// The scale's own name.
    pub scale: String,
    /// The score's name: the subscale's, or the scale's.
    pub name: String,
    pub occasions: Vec<OccasionItems>,
}

/// The items of one occasion.
#[derive(Clone, Debug)]
pub struct OccasionItems {
    /// `None` where the scale has one.
    pub occasion: Option<String>,
    /// The column of the score.
    pub column: String,
    /// The columns of the items.
    pub items: Vec<String>,
    /// Row by row of the Table, item by item, as they count: reversed and recoded; NaN where not answered.
    pub rows: Vec<Vec<f64>>,
}

/// Scores every scale. A scale that cannot be scored is named, and the others are scored.
pub fn scored<'a>(table: &'a Table, scales: &[ScalePlan], setting: &Setting<'_>) -> Scored<'a> {
    let mut all =
        Scored { table: Cow::Borrowed(table), scales: Vec::new(), problems: Vec::new(), unscored: Vec::new() };
    let rows = PlacedRows::of(table, setting);
    for plan in scales {
        let key = plan.key.as_deref().and_then(shipped::key);
        let mut definition = plan.definition();
        let scoring = Scoring { plan, key: key.as_ref(), definition: &definition };
        if let Some(problem) = scoring.refusal(&rows, setting) {
            all.problems.push(problem);
            let of_key = key.iter().flat_map(|key| &key.scores).map(|own| &own.score);
            all.unscored.extend(columns(plan, definition.scores.iter().chain(of_key), setting));
            continue;
        }
        let (refused, scores): (Vec<Score>, Vec<Score>) =
            definition.scores.iter().cloned().partition(|score| scoring.is_refused_total(score).is_some());
        all.problems.extend(refused.iter().filter_map(|score| scoring.is_refused_total(score)));
        all.unscored.extend(columns(plan, refused.iter(), setting));
        definition.scores = scores;
        if !definition.scores.is_empty() {
            all.problems.extend(key.as_ref().map(|key| used(plan, key)));
            score(plan, &definition, (&rows, setting), &mut all);
        }
    }
    all
}

/// Which key was used, and where it comes from.
fn used(plan: &ScalePlan, key: &Key) -> Problem {
    let message = Message::new("key-used").with("scale", plan.name.as_str()).with("key", title(key));
    Problem::note(noted(message.with("source", key.source.as_str()), key))
}

/// The columns of scores at every occasion.
fn columns<'s>(plan: &ScalePlan, scores: impl Iterator<Item = &'s Score>, setting: &Setting<'_>) -> Vec<String> {
    let occasions = plan.by_occasion(setting.occasions);
    scores.flat_map(|score| occasions.iter().map(|(at, _)| column(score, *at)).collect::<Vec<_>>()).collect()
}

/// A score that a questionnaire has, before anything is scored.
pub struct Planned {
    pub name: String,
    /// What the key says of it.
    pub better: Option<Benefit>,
    pub descriptive: bool,
    /// Of the occasions at which its items are.
    pub columns: Vec<String>,
}

/// The scores of a questionnaire.
pub fn planned(plan: &ScalePlan, occasions: &[String]) -> Vec<Planned> {
    let key = plan.key.as_deref().and_then(shipped::key);
    let at = plan.by_occasion(occasions);
    let of = |score: &Score| {
        let own = key.as_ref().and_then(|key| key.score(&score.name));
        Planned {
            name: score.name.clone(),
            better: own.and_then(|own| own.better),
            descriptive: own.is_some_and(|own| own.descriptive),
            columns: at.iter().map(|(occasion, _)| column(score, *occasion)).collect(),
        }
    };
    plan.definition().scores.iter().map(of).collect()
}

fn column(score: &Score, occasion: Option<&str>) -> String {
    match occasion {
        Some(occasion) => format!("{}_{occasion}", score.name),
        None => score.name.clone(),
    }
}

fn score(
    plan: &ScalePlan,
    definition: &Definition,
    (rows, setting): (&PlacedRows<'_>, &Setting<'_>),
    all: &mut Scored<'_>,
) {
    let shift = plan.shift.unwrap_or(0.0);
    let mut by_score: Vec<ScoredScale> = (definition.scores.iter())
        .map(|score| ScoredScale { scale: plan.name.clone(), name: score.name.clone(), occasions: Vec::new() })
        .collect();
    let mut scored = Vec::new();
    for (occasion, names) in plan.by_occasion(setting.occasions) {
        let items: Vec<&Column> = names.iter().filter_map(|name| rows.table.column(name)).collect();
        let answers = answers(&items, (rows, setting), (definition, shift), &mut all.problems);
        let answered = Answered { scale: &plan.name, definition, occasion, items: names, answers: &answers, rows };
        all.problems.extend(answered.items());
        for (score, own) in definition.scores.iter().zip(&mut by_score) {
            let counted: Vec<Vec<f64>> = answers.iter().map(|row| counted(score, row, definition)).collect();
            let values: Vec<f64> = counted.iter().map(|row| score.total(row, definition.least_answered)).collect();
            all.problems.extend(answered.score(score, &counted, &values));
            let column = column(score, occasion);
            scored.push(Column { name: column.clone(), values: Values::Numbers { values, odd: Vec::new() } });
            let items = score.items.iter().filter_map(|&item| names.get(item).cloned()).collect();
            own.occasions.push(OccasionItems { occasion: occasion.map(str::to_owned), column, items, rows: counted });
        }
    }
    for column in scored {
        if all.table.column(&column.name).is_some() {
            // The file's own column keeps its name: which of the two an outcome meant cannot be known.
            let message = Message::new("scale-column-taken").with("scale", plan.name.as_str());
            all.problems.push(Problem::error(message.with("column", column.name.as_str())));
            continue;
        }
        all.table.to_mut().columns.push(column);
    }
    all.scales.extend(by_score);
}

/// A row's answers as they count in a score, one for each of its items.
fn counted(score: &Score, answers: &[f64], definition: &Definition) -> Vec<f64> {
    let answer = |item: usize| answers.get(item).copied().unwrap_or(f64::NAN);
    score.items.iter().map(|&item| score.value(item, answer(item), definition.range)).collect()
}
