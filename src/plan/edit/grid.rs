//! Edits of the design's grid: a row for each outcome, a column for each occasion, in each cell the file's column.

use super::change::{CellPlace, Edit};
use super::lists::{move_to, remove};
use crate::plan::{LongPlan, OutcomePlan, Plan};

/// More cells of an outcome than this are not filled in: a link may name any number of levels.
const MOST_CELLS: usize = 1_000;

/// A design as a grid to be filled in, and what of it is filled in.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DesignGrid {
    /// How many columns an outcome has at each occasion.
    pub cells_per_occasion: usize,
    /// How many columns an outcome has.
    pub cells_per_outcome: usize,
    /// The places of the outcomes that lack a column: they are not analysed yet.
    pub incomplete: Vec<usize>,
    /// The columns that have a use.
    pub columns: Vec<String>,
}

impl DesignGrid {
    pub fn of(plan: &Plan) -> Self {
        let outcomes = plan.outcomes.iter().enumerate();
        Self {
            cells_per_occasion: cells_per_occasion(plan),
            cells_per_outcome: cells_per_outcome(plan).min(MOST_CELLS),
            incomplete: outcomes.filter(|(_, own)| !is_complete(plan, own)).map(|(place, _)| place).collect(),
            columns: plan.columns(),
        }
    }
}

/// How many columns an outcome has at each occasion: one, or one per combination of further within levels.
fn cells_per_occasion(plan: &Plan) -> usize {
    plan.within.iter().map(|within| within.levels.len()).fold(1, usize::saturating_mul)
}

/// How many columns an outcome needs.
fn cells_per_outcome(plan: &Plan) -> usize {
    if plan.long.is_some() { 1 } else { plan.occasions.len().saturating_mul(cells_per_occasion(plan)) }
}

/// Whether every cell of an outcome has its column.
fn is_complete(plan: &Plan, outcome: &OutcomePlan) -> bool {
    let has_value = plan.long.as_ref().is_some_and(|long| long.value.is_some());
    (has_value && outcome.columns.is_empty())
        || (outcome.columns.len() == cells_per_outcome(plan) && outcome.columns.iter().all(|column| !column.is_empty()))
}

/// The Plan without the rows that are still being filled in.
pub fn runnable(plan: &Plan) -> Plan {
    let outcomes = plan.outcomes.iter().filter(|outcome| is_complete(plan, outcome)).cloned().collect();
    Plan { outcomes, ..plan.clone() }
}

pub fn change(plan: &mut Plan, edit: &Edit) {
    match edit {
        Edit::Long { occasion, levels } => to_long(plan, occasion, levels),
        Edit::Wide => to_wide(plan),
        Edit::OccasionMove { index, to } => move_occasion(plan, *index, *to),
        Edit::OccasionAdd { name } => {
            plan.occasions.push(name.clone());
            pad_wide(plan);
        }
        Edit::OccasionRemove { index } => {
            let width = cells_per_occasion(plan);
            remove(&mut plan.occasions, *index);
            of_each_row(plan, |columns| {
                let blocks = blocks(columns, width).enumerate().filter(|(place, _)| place != index);
                blocks.flat_map(|(_, block)| block).cloned().collect()
            });
        }
        Edit::OutcomeAdd { name, column } => {
            let columns = padded(plan, std::slice::from_ref(column));
            plan.outcomes.push(OutcomePlan { name: name.clone(), columns, ..OutcomePlan::default() });
        }
        Edit::OutcomeRemove { index } => remove(&mut plan.outcomes, *index),
        Edit::OutcomeMove { index, to } => move_to(&mut plan.outcomes, *index, *to),
        Edit::Cell { at, column } => set_cell(plan, *at, column),
        Edit::CellSwap { from, to } => swap_cells(plan, *from, *to),
        _ => {}
    }
}

fn to_long(plan: &mut Plan, occasion: &str, levels: &[String]) {
    plan.long = Some(LongPlan { occasion: occasion.to_owned(), value: None });
    plan.occasions = levels.to_vec();
    plan.within.clear();
    plan.outcomes.iter_mut().for_each(|outcome| outcome.columns.truncate(1));
}

fn to_wide(plan: &mut Plan) {
    plan.long = None;
    plan.within.clear();
    pad_wide(plan);
}

/// The columns of a row, one for each cell; those not chosen yet are empty.
fn padded(plan: &Plan, columns: &[String]) -> Vec<String> {
    let mut columns = columns.to_vec();
    columns.resize(cells_per_outcome(plan).min(MOST_CELLS), String::new());
    columns
}

fn pad_wide(plan: &mut Plan) {
    if plan.long.is_none() {
        let rows: Vec<Vec<String>> = plan.outcomes.iter().map(|outcome| padded(plan, &outcome.columns)).collect();
        plan.outcomes.iter_mut().zip(rows).for_each(|(outcome, columns)| outcome.columns = columns);
    }
}

/// Changes the columns of each outcome of a wide file.
fn of_each_row(plan: &mut Plan, change: impl Fn(&[String]) -> Vec<String>) {
    if plan.long.is_none() {
        plan.outcomes.iter_mut().for_each(|outcome| outcome.columns = change(&outcome.columns));
    }
}

/// The columns of each occasion.
fn blocks(columns: &[String], width: usize) -> std::slice::Chunks<'_, String> {
    columns.chunks(width.max(1))
}

fn move_occasion(plan: &mut Plan, index: usize, to: usize) {
    let (width, n) = (cells_per_occasion(plan), plan.occasions.len());
    if index >= n || to >= n {
        return;
    }
    move_to(&mut plan.occasions, index, to);
    of_each_row(plan, |columns| {
        // A row that is too short still has as many blocks.
        let mut blocks: Vec<&[String]> = blocks(columns, width).take(n).collect();
        blocks.resize(n, &[]);
        move_to(&mut blocks, index, to);
        blocks.concat()
    });
}

fn set_cell(plan: &mut Plan, at: CellPlace, column: &str) {
    let Some(outcome) = plan.outcomes.get(at.outcome) else { return };
    let mut columns = padded(plan, &outcome.columns);
    if at.cell >= columns.len() {
        return;
    }
    match columns.iter().position(|own| !column.is_empty() && own == column) {
        Some(elsewhere) => columns.swap(elsewhere, at.cell),
        None => column.clone_into(&mut columns[at.cell]),
    }
    plan.outcomes[at.outcome].columns = columns;
}

fn swap_cells(plan: &mut Plan, from: CellPlace, to: CellPlace) {
    let column = |at: CellPlace| plan.outcomes.get(at.outcome).and_then(|own| own.columns.get(at.cell)).cloned();
    let (given, taken) = (column(from).unwrap_or_default(), column(to).unwrap_or_default());
    set_cell(plan, to, &given);
    if from.outcome != to.outcome {
        set_cell(plan, from, &taken);
    }
}
