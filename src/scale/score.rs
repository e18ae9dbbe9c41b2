//! Items → scores: a column for each score and occasion, the items as they count, and what was found.

use std::borrow::Cow;

use super::answers::answers;
use super::definition::{Definition, Score};
use super::plan::ScalePlan;
use crate::message::{Message, Problem};
use crate::table::{Column, Table, Values};

/// A Table with its scores, the scored scales, and what was found on the way.
pub struct Scored<'a> {
    pub table: Cow<'a, Table>,
    pub scales: Vec<ScoredScale>,
    pub problems: Vec<Problem>,
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
pub fn scored<'a>(table: &'a Table, scales: &[ScalePlan], occasions: &[String]) -> Scored<'a> {
    let mut all = Scored { table: Cow::Borrowed(table), scales: Vec::new(), problems: Vec::new() };
    for plan in scales {
        let definition = plan.definition();
        match refusal(plan, &definition, table, occasions) {
            Some(problem) => all.problems.push(problem),
            None => score(plan, &definition, occasions, table, &mut all),
        }
    }
    all
}

/// Why a scale cannot be scored.
fn refusal(plan: &ScalePlan, definition: &Definition, table: &Table, occasions: &[String]) -> Option<Problem> {
    let message = |id: &'static str| Message::new(id).with("scale", plan.name.as_str());
    if definition.n_items == 0 {
        return Some(Problem::error(message("scale-without-items")));
    }
    for (occasion, columns) in plan.by_occasion(occasions) {
        if columns.len() != definition.n_items {
            let message = message("scale-items-missing").with("occasion", occasion.unwrap_or_default());
            return Some(Problem::error(message.with("found", columns.len()).with("needed", definition.n_items)));
        }
        let absent: Vec<String> = columns.iter().filter(|name| table.column(name).is_none()).cloned().collect();
        if !absent.is_empty() {
            return Some(Problem::error(message("scale-columns-absent").with("columns", absent)));
        }
        let words: Vec<String> =
            columns.iter().filter(|name| table.column(name).is_some_and(|own| !own.is_numeric())).cloned().collect();
        if !words.is_empty() {
            return Some(Problem::error(message("scale-columns-words").with("columns", words)));
        }
    }
    let reverses = definition.scores.iter().any(|score| !score.reversed.is_empty());
    if reverses && definition.range.is_none() {
        return Some(Problem::error(message("scale-reverse-without-range")));
    }
    let ordered = definition.range.is_none_or(|(low, high)| low < high);
    (!ordered).then(|| Problem::error(message("scale-range")))
}

fn score(plan: &ScalePlan, definition: &Definition, occasions: &[String], table: &Table, all: &mut Scored<'_>) {
    let shift = plan.shift.unwrap_or(0.0);
    let mut by_score: Vec<ScoredScale> = (definition.scores.iter())
        .map(|score| ScoredScale { scale: plan.name.clone(), name: score.name.clone(), occasions: Vec::new() })
        .collect();
    let mut scored = Vec::new();
    for (occasion, names) in plan.by_occasion(occasions) {
        let columns: Vec<&Column> = names.iter().filter_map(|name| table.column(name)).collect();
        let answers = answers(&columns, table, definition, shift, &mut all.problems);
        for (score, own) in definition.scores.iter().zip(&mut by_score) {
            let rows: Vec<Vec<f64>> = answers.rows.iter().map(|row| counted(score, row, definition)).collect();
            let column = match occasion {
                Some(occasion) => format!("{}_{occasion}", score.name),
                None => score.name.clone(),
            };
            let values = rows.iter().map(|row| total(score, row, definition.least_answered)).collect();
            scored.push(Column { name: column.clone(), values: Values::Numbers { values, odd: Vec::new() } });
            let items = score.items.iter().filter_map(|&item| names.get(item).cloned()).collect();
            own.occasions.push(OccasionItems { occasion: occasion.map(str::to_owned), column, items, rows });
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

/// The score of a row; NaN where too few items are answered.
fn total(score: &Score, row: &[f64], least_answered: f64) -> f64 {
    let answered: Vec<f64> = row.iter().copied().filter(|value| !value.is_nan()).collect();
    let enough = answered.len() as f64 >= least_answered * row.len() as f64 - 1e-9;
    if answered.is_empty() || !enough {
        return f64::NAN;
    }
    if answered.len() == row.len() && score.rule != super::Rule::Mean {
        // Whole answers give a whole score, which a mean and its multiple may miss by a rounding.
        return score.rule.of_mean(1.0, 1) * answered.iter().sum::<f64>();
    }
    score.rule.of_mean(answered.iter().sum::<f64>() / answered.len() as f64, row.len())
}
