//! Levels that a Plan leaves to the file: its arms, and the occasions of a long file.

use super::arms;
use super::occasions::occasions_in_order;
use crate::plan::Plan;
use crate::plan::cells::{Cells, tally};
use crate::plan::labels::{Spellings, join_spellings};
use crate::table::Table;

/// More levels than this are no levels: a column of ids, say.
pub const MOST_LEVELS: usize = 200;

/// A Plan with its levels.
pub struct Completed {
    pub plan: Plan,
    /// The columns whose levels are the file's, since the Plan names none.
    pub by_file: Vec<String>,
}

/// The Plan with its levels, where it names a column and not what stands in it: arms with the control first, occasions in
/// time order. A column that has none, or too many, is left as it is.
pub fn completed(plan: &Plan, table: &Table) -> Completed {
    let mut completed = Completed { plan: plan.clone(), by_file: Vec::new() };
    let Completed { plan: whole, by_file } = &mut completed;
    if let Some(arm) = whole.arm.as_mut().filter(|arm| arm.levels.is_empty())
        && let Some(levels) = levels_of(&arm.column, plan, table)
    {
        let (levels, control, _) = arms::in_order(&levels);
        arm.control = arm.control.take().or(control);
        arm.levels = levels;
        by_file.push(arm.column.clone());
    }
    // A Plan that lists its guesses, and this one not, says that no arm is the control.
    let is_guess = plan.unconfirmed.as_ref().is_none_or(|open| open.iter().any(|part| part == "control"));
    if let Some(arm) = whole.arm.as_mut().filter(|arm| arm.control.is_none() && is_guess) {
        arm.control = arms::control_among(&arm.levels);
    }
    let Some(long) = &plan.long else { return completed };
    let within = whole.within.iter_mut().map(|within| (&within.name, &mut within.levels));
    for (column, occasions) in std::iter::once((&long.occasion, &mut whole.occasions)).chain(within) {
        if occasions.is_empty()
            && let Some(levels) = levels_of(column, plan, table)
        {
            *occasions = occasions_in_order(&levels);
            by_file.push(column.clone());
        }
    }
    completed
}

fn levels_of(column: &str, plan: &Plan, table: &Table) -> Option<Vec<Spellings>> {
    let column = table.columns.iter().find(|own| own.name == column)?;
    tally(&Cells::of(column, &plan.codes), table.n_rows(), MOST_LEVELS).map(join_spellings)
}
