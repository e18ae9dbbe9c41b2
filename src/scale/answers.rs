//! The answers of a scale's items at one occasion, checked: what cannot be an answer is named and left out.

use super::definition::Definition;
use super::rows::{PlacedRows, Setting};
use crate::notice::{Ask, Message, Problem};
use crate::table::Column;

/// More are counted, not named.
pub const NAMED: usize = 5;

/// Reads the columns, row by row, item by item; NaN where there is no answer. An answer outside the range, or between two
/// answers where both ends are whole, is left out.
pub fn answers(
    columns: &[&Column],
    (rows, setting): (&PlacedRows<'_>, &Setting<'_>),
    (definition, shift): (&Definition, f64),
    problems: &mut Vec<Problem>,
) -> Vec<Vec<f64>> {
    let mut all = vec![vec![f64::NAN; columns.len()]; rows.table.n_rows()];
    for (item, column) in columns.iter().enumerate() {
        let mut outside: Vec<(usize, f64)> = Vec::new();
        let mut between: Vec<(usize, f64)> = Vec::new();
        for (row, answers) in all.iter_mut().enumerate() {
            let Some(given) = given(column, row, setting) else { continue };
            let value = given - shift;
            match definition.range {
                Some((low, high)) if !(low <= value && value <= high) => outside.push((row, given)),
                Some(range) if is_whole(range) && value.fract() != 0.0 => between.push((row, given)),
                _ => {
                    if let Some(answer) = answers.get_mut(item) {
                        *answer = value;
                    }
                }
            }
        }
        let range = definition.range.map(|(low, high)| (low + shift, high + shift));
        problems.extend(named("item-outside", column, &outside, rows, range));
        problems.extend(named("item-between", column, &between, rows, range));
    }
    all
}

/// What a cell says, unless the Plan says that it stands for a missing answer.
fn given(column: &Column, row: usize, setting: &Setting<'_>) -> Option<f64> {
    let is_missing = |value: f64| setting.missing.iter().any(|(name, code)| *name == column.name && *code == value);
    column.number(row).filter(|&value| !is_missing(value))
}

fn is_whole((low, high): (f64, f64)) -> bool {
    low.fract() == 0.0 && high.fract() == 0.0
}

/// "`A1` has 7 (P03) outside 1 to 6".
fn named(
    id: &'static str,
    column: &Column,
    odd: &[(usize, f64)],
    rows: &PlacedRows<'_>,
    range: Option<(f64, f64)>,
) -> Option<Problem> {
    let (low, high) = range?;
    let &(first, _) = odd.first()?;
    let message = Message::new(id)
        .with("column", column.name.as_str())
        .with("count", odd.len())
        .with("cells", cells(odd, rows))
        .with("more", odd.len().saturating_sub(NAMED))
        .with("low", low)
        .with("high", high);
    Some(Problem::warning(message).in_column(&column.name).at_line(rows.line(first)))
}

/// "7 (P03)".
fn cells(odd: &[(usize, f64)], rows: &PlacedRows<'_>) -> Vec<String> {
    odd.iter().take(NAMED).map(|&(row, value)| format!("{value} ({})", rows.person_at(row))).collect()
}

/// A scale whose answers all lie one above (or below) the range of its key, which occurs: entered from 1 to 5 where the
/// key has 0 to 4. Which of the two is right only the user knows. Values further off are mistakes of another kind.
pub fn base_shift(
    scale: &str,
    columns: &[&Column],
    (rows, setting): (&PlacedRows<'_>, &Setting<'_>),
    definition: &Definition,
) -> Option<Problem> {
    let (low, high) = definition.range.filter(|&range| is_whole(range))?;
    let near = |value: &f64| low - 1.0 <= *value && *value <= high + 1.0;
    let of = |row| columns.iter().filter_map(move |column| given(column, row, setting)).filter(near);
    let all = || (0..rows.table.n_rows()).flat_map(of);
    let (lowest, highest) =
        all().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
    let shift = match (lowest, highest) {
        (lowest, highest) if lowest > low && highest == high + 1.0 => 1.0,
        (lowest, highest) if lowest == low - 1.0 && highest < high => -1.0,
        _ => return None,
    };
    let beyond = if shift > 0.0 { high + 1.0 } else { low - 1.0 };
    let with_it: Vec<usize> = (0..rows.table.n_rows()).filter(|&row| of(row).any(|value| value == beyond)).collect();
    let first = *with_it.first()?;
    let whom: Vec<String> = with_it.iter().take(NAMED).map(|&row| rows.person_at(row)).collect();
    let item = columns.iter().find(|column| given(column, first, setting) == Some(beyond))?;
    let message = Message::new("scale-base-shifted")
        .with("scale", scale)
        .with("low", low)
        .with("high", high)
        .with("given_low", low + shift)
        .with("given_high", high + shift)
        .with("beyond", beyond)
        .with("item", item.name.as_str())
        .with("whom", whom)
        .with("more", with_it.len().saturating_sub(NAMED))
        .with("shift", shift);
    let ask = Ask::ShiftAnswers { scale: scale.to_owned(), by: shift };
    Some(Problem::warning(message).in_column(&item.name).at_line(rows.line(first)).asking(ask))
}
