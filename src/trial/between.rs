//! Between-participant variables: further factors and covariates, one value per participant.

use super::levels::ColumnLevels;
use super::magnitude::{Beyond, Extent};
use super::people::People;
use super::{Covariate, Factor, Plan};
use crate::notice::{Message, Problem, Problems, excerpt};
use crate::plan::cells::{CellValue, Cells};
use crate::table::{Column, Table};

/// A further between-participant factor; `None` where its levels cannot be told.
pub fn factor(column: &Column, table: &Table, plan: &Plan, people: &People, problems: &mut Problems) -> Option<Factor> {
    let cells = Cells::of(column, &plan.codes);
    let levels = ColumnLevels::of_factor(&cells, table.n_rows(), problems)?;
    let codes = first_values(column, people, problems, |row| levels.index(cells.label(row)?.as_ref()));
    // Levels of participants who are left out are no levels of the trial.
    let is_used = |level: u32| codes.contains(&Some(level));
    let mut kept: Vec<Option<u32>> = Vec::with_capacity(levels.names.len());
    let mut names = Vec::new();
    for (level, name) in (0_u32..).zip(levels.names) {
        let place = u32::try_from(names.len()).ok().filter(|_| is_used(level));
        if place.is_some() {
            names.push(name);
        }
        kept.push(place);
    }
    if names.len() < 2 {
        let message = Message::new("factor-one-level").with("column", excerpt(&column.name));
        problems.push(Problem::warning(message).in_column(&column.name));
    }
    let codes = codes.into_iter().map(|code| kept.get(code? as usize).copied().flatten()).collect();
    Some(Factor { name: column.name.clone(), levels: names, codes })
}

/// A covariate, NaN where it is missing; `None` where its values cannot be squared.
pub fn covariate(column: &Column, plan: &Plan, people: &People, problems: &mut Problems) -> Option<Covariate> {
    let cells = Cells::of(column, &plan.codes);
    let values = first_values(column, people, problems, |row| match cells.number(row) {
        CellValue::Value(value) => Some(value),
        CellValue::Missing | CellValue::Suspected(_) | CellValue::Text(_) => None,
    });
    let values: Vec<f64> = values.into_iter().map(|value| value.unwrap_or(f64::NAN)).collect();
    if let Some(beyond) = Extent::of(&values).beyond() {
        let message = match beyond {
            Beyond::TooLarge(value) => Message::new("covariate-too-large").with("value", value),
            Beyond::TooClose(spread) => Message::new("covariate-too-small").with("value", spread),
        };
        problems.push(Problem::error(message.with("column", excerpt(&column.name))).in_column(&column.name));
        return None;
    }
    let mut present = values.iter().filter(|value| !value.is_nan());
    let first = present.next();
    if present.all(|value| Some(value) == first) {
        let message = Message::new("covariate-constant")
            .with("column", excerpt(&column.name))
            .with("n", usize::from(first.is_some()))
            .with("value", first.copied().unwrap_or(f64::NAN));
        problems.push(Problem::warning(message).in_column(&column.name));
    }
    Some(Covariate { name: column.name.clone(), values })
}

/// Each participant's first value. Says who has several.
fn first_values<T: PartialEq + Copy>(
    column: &Column,
    people: &People,
    problems: &mut Problems,
    value_at: impl Fn(usize) -> Option<T>,
) -> Vec<Option<T>> {
    let mut several = Vec::new();
    let mut firsts = Vec::with_capacity(people.ids.len());
    for (id, rows) in people.ids.iter().zip(&people.rows) {
        let mut values = rows.iter().filter_map(|&row| value_at(row as usize));
        let first = values.next();
        if values.any(|value| Some(value) != first) {
            several.push(id);
        }
        firsts.push(first);
    }
    if !several.is_empty() {
        let message = Message::new("column-varies-within").with("column", excerpt(&column.name));
        let message = message.with_names("ids", &several);
        problems.push(Problem::warning(message).in_column(&column.name));
    }
    firsts
}
