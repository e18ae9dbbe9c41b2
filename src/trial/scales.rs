//! The items of scored scales by participant and occasion.

use super::measures::MeasureGrid;
use super::people::People;
use super::{ItemsAt, Meaning, Plan, ScaleItems, Trial};
use crate::scale::{self, OccasionItems, Scored, ScoredScale, Setting};
use crate::table::Table;

/// The file with the scores of the Plan's scales.
pub fn score<'a>(file: &'a Table, plan: &Plan) -> Scored<'a> {
    let missing = plan.codes.iter().filter(|code| code.means == Meaning::Missing);
    let missing: Vec<(&str, f64)> = missing.map(|code| (code.column.as_str(), code.value)).collect();
    let setting = Setting {
        occasions: &plan.occasions,
        id: plan.id.as_ref().and_then(|id| id.last()),
        occasion: plan.long.as_ref().map(|long| long.occasion.as_str()),
        missing: &missing,
    };
    scale::scored(file, &plan.scales, &setting)
}

/// Rows of the file become participants, as in the outcomes.
pub fn of_participants(scales: Vec<ScoredScale>, plan: &Plan, people: &People, grid: &MeasureGrid) -> Vec<ScaleItems> {
    scales.into_iter().map(|scale| of_scale(scale, plan, people, grid)).collect()
}

fn of_scale(scale: ScoredScale, plan: &Plan, people: &People, grid: &MeasureGrid) -> ScaleItems {
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
    let outcomes: Vec<Option<usize>> = trial.scales.iter().map(outcome_of).collect();
    trial.scales.iter_mut().zip(outcomes).for_each(|(scale, outcome)| scale.outcome = outcome);
}
