//! The items of scored scales by participant and occasion.

use super::guess::{direction, occasions_in_order};
use super::labels::join_spellings;
use super::measures::Grid;
use super::people::People;
use super::{Better, ItemsAt, Meaning, OutcomePlan, Plan, ScaleItems, Trial};
use crate::scale::key::Benefit;
use crate::scale::{self, Items, OccasionItems, Planned, ScalePlan, Scored, ScoredScale, Setting};
use crate::table::Table;

/// The file with the scores of the Plan's scales.
pub fn score<'a>(file: &'a Table, plan: &Plan) -> Scored<'a> {
    let missing = plan.codes.iter().filter(|code| code.means == Meaning::Missing);
    let missing: Vec<(&str, f64)> = missing.map(|code| (code.column.as_str(), code.value)).collect();
    let setting = Setting {
        occasions: &plan.occasions,
        id: plan.id.as_deref(),
        occasion: plan.long.as_ref().map(|long| long.occasion.as_str()),
        missing: &missing,
    };
    scale::scored(file, &plan.scales, &setting)
}

/// Rows of the file become participants, as in the outcomes.
pub fn of_participants(scales: Vec<ScoredScale>, plan: &Plan, people: &People, grid: &Grid) -> Vec<ScaleItems> {
    scales.into_iter().map(|scale| of_scale(scale, plan, people, grid)).collect()
}

fn of_scale(scale: ScoredScale, plan: &Plan, people: &People, grid: &Grid) -> ScaleItems {
    let is_long = plan.long.is_some();
    let occasions = match (is_long, scale.occasions.as_slice()) {
        (true, [only]) => (0..grid.occasions.len())
            .map(|occasion| {
                let is_there = |row: u32| grid.occasion_of_row(row as usize) == Some(occasion);
                ItemsAt {
                    occasion: Some(occasion),
                    items: only.items.clone(),
                    answers: answers(only, people, &is_there),
                }
            })
            .collect(),
        (_, several) => several
            .iter()
            .map(|at| {
                let place = at.occasion.as_ref().and_then(|name| grid.occasions.iter().position(|own| own == name));
                ItemsAt { occasion: place, items: at.items.clone(), answers: answers(at, people, &|_| true) }
            })
            .collect(),
    };
    ScaleItems { scale: scale.scale, name: scale.name, outcome: None, occasions }
}

/// Each participant's answers: of the first row that counts.
fn answers(at: &OccasionItems, people: &People, counts: &dyn Fn(u32) -> bool) -> Vec<Vec<f64>> {
    let of = |rows: &Vec<u32>| {
        let row = rows.iter().copied().find(|&row| counts(row)).and_then(|row| at.rows.get(row as usize));
        row.cloned().unwrap_or_else(|| vec![f64::NAN; at.items.len()])
    };
    people.rows.iter().map(of).collect()
}

/// The Plan with a questionnaire, or with another of the same name in its place. Its scores are outcomes instead of those
/// that were its single items, and of the scores that it had before.
pub fn with_scale(mut plan: Plan, scale: ScalePlan) -> Plan {
    let items = items_of(&scale);
    let before = plan.scales.iter().find(|own| own.name == scale.name);
    let before = before.map(|own| scale::planned(own, &plan.occasions)).unwrap_or_default();
    let scored: Vec<String> = before.into_iter().flat_map(|score| score.columns).collect();
    let is_of = |outcome: &OutcomePlan, columns: &[String]| {
        !outcome.columns.is_empty() && outcome.columns.iter().all(|column| columns.contains(column))
    };
    let is_stale = |outcome: &OutcomePlan| is_of(outcome, &items) || is_of(outcome, &scored);
    let before: Vec<OutcomePlan> = plan.outcomes.iter().filter(|own| is_of(own, &scored)).cloned().collect();
    let at = plan.outcomes.iter().position(is_stale).unwrap_or(plan.outcomes.len());
    plan.outcomes.retain(|outcome| !is_stale(outcome));
    if plan.outcomes.is_empty()
        && let Items::ByOccasion(items) = &scale.items
    {
        // Nothing else says when anything was measured.
        if !plan.occasions.iter().all(|occasion| items.contains_key(occasion)) || plan.occasions.is_empty() {
            let names = items.keys().map(|name| (name.clone(), 1)).collect();
            plan.occasions = occasions_in_order(&join_spellings(names));
        }
    }
    let n_columns = expected(&plan, &scale);
    let scores = scale::planned(&scale, &plan.occasions).into_iter();
    let scores = scores.filter(|score| !score.descriptive && score.columns.len() == n_columns);
    for (place, score) in scores.enumerate() {
        let known = before.iter().find(|outcome| outcome.name == score.name);
        let outcome = match known {
            Some(known) => OutcomePlan { columns: score.columns, ..known.clone() },
            None => outcome(score),
        };
        plan.outcomes.insert((at + place).min(plan.outcomes.len()), outcome);
    }
    match plan.scales.iter_mut().find(|own| own.name == scale.name) {
        Some(own) => *own = scale,
        None => plan.scales.push(scale),
    }
    plan
}

/// The Plan without the questionnaire of that name, and without the outcomes that are its scores.
pub fn without_scale(mut plan: Plan, name: &str) -> Plan {
    let Some(at) = plan.scales.iter().position(|own| own.name == name) else { return plan };
    let scores = scale::planned(&plan.scales.remove(at), &plan.occasions);
    let columns: Vec<String> = scores.into_iter().flat_map(|score| score.columns).collect();
    plan.outcomes.retain(|own| own.columns.is_empty() || !own.columns.iter().all(|column| columns.contains(column)));
    plan
}

fn outcome(score: Planned) -> OutcomePlan {
    let better = match score.better {
        Some(Benefit::Higher) => Better::Higher,
        Some(Benefit::Lower) => Better::Lower,
        None => direction(&score.name),
    };
    OutcomePlan { name: score.name, columns: score.columns, better, ..OutcomePlan::default() }
}

/// The columns of a questionnaire's items.
fn items_of(scale: &ScalePlan) -> Vec<String> {
    scale.by_occasion(&[]).into_iter().flat_map(|(_, columns)| columns.iter().cloned()).collect()
}

/// How many columns an outcome of the Plan has: one for each occasion, but where each has a row of its own.
fn expected(plan: &Plan, scale: &ScalePlan) -> usize {
    match (&scale.items, &plan.long) {
        (Items::ByOccasion(_), _) => plan.occasions.len(),
        (Items::Once(_), Some(_)) => 1,
        (Items::Once(_), None) => plan.occasions.len().max(1),
    }
}

/// Finds the outcome that each score is.
pub fn name_outcomes(trial: &mut Trial) {
    let names = |scale: &ScaleItems, column: &String| {
        let starts = column.strip_prefix(&scale.name);
        starts.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    let planned = &trial.plan.outcomes;
    let outcome_of = |scale: &ScaleItems| {
        let plan = planned
            .iter()
            .find(|plan| !plan.columns.is_empty() && plan.columns.iter().all(|column| names(scale, column)))?;
        trial.outcomes.iter().position(|outcome| outcome.name == plan.name)
    };
    let found: Vec<Option<usize>> = trial.scales.iter().map(outcome_of).collect();
    trial.scales.iter_mut().zip(found).for_each(|(scale, outcome)| scale.outcome = outcome);
}
