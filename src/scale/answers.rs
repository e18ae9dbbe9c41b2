//! The answers of a scale's items at one occasion, checked: what cannot be an answer is named and left out.

use crate::message::{Arg, Message, Problem};
use crate::table::{Column, Table};

use super::definition::Definition;

/// More are counted, not named.
const NAMED: usize = 5;

/// Row by row, item by item; NaN where there is no answer.
pub struct Answers {
    pub rows: Vec<Vec<f64>>,
}

/// Reads the columns. An answer outside the range, or between two answers where both ends are whole, is left out.
pub fn answers(
    columns: &[&Column],
    table: &Table,
    definition: &Definition,
    shift: f64,
    problems: &mut Vec<Problem>,
) -> Answers {
    let mut rows = vec![vec![f64::NAN; columns.len()]; table.n_rows()];
    for (item, column) in columns.iter().enumerate() {
        let mut outside: Vec<(usize, f64)> = Vec::new();
        let mut between: Vec<(usize, f64)> = Vec::new();
        for (row, answers) in rows.iter_mut().enumerate() {
            let Some(given) = column.number(row) else { continue };
            let value = given - shift;
            match definition.range {
                Some((low, high)) if !(low <= value && value <= high) => outside.push((row, given)),
                Some((low, high)) if low.fract() == 0.0 && high.fract() == 0.0 && value.fract() != 0.0 => {
                    between.push((row, given));
                }
                _ => {
                    if let Some(answer) = answers.get_mut(item) {
                        *answer = value;
                    }
                }
            }
        }
        problems.extend(named("item-outside", column, &outside, table, definition.range));
        problems.extend(named("item-between", column, &between, table, definition.range));
    }
    Answers { rows }
}

/// "`A1` has 7 on line 12: answers lie between 1 and 6".
fn named(
    id: &'static str,
    column: &Column,
    found: &[(usize, f64)],
    table: &Table,
    range: Option<(f64, f64)>,
) -> Option<Problem> {
    let (low, high) = range?;
    let &(first, _) = found.first()?;
    let line = |row: usize| table.lines.get(row).copied().unwrap_or_default() as usize;
    let cells: Vec<String> =
        found.iter().take(NAMED).map(|&(row, value)| format!("{value} (line {})", line(row))).collect();
    let message = Message::new(id)
        .with("column", column.name.as_str())
        .with("count", found.len())
        .with("cells", cells)
        .with("more", found.len().saturating_sub(NAMED))
        .with("low", Arg::Value(low))
        .with("high", Arg::Value(high));
    Some(Problem::warning(message).in_column(&column.name).at_line(line(first)))
}
