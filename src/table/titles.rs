//! Rows above the header.

use super::blank::trim;
use super::numeral::{self, Decimal};

/// How many rows stand above the header: a title, a date, each in one cell, before a row of names.
pub fn n_title_rows<'r, R>(rows: &'r [R]) -> usize
where
    &'r R: IntoIterator<Item: AsRef<str>>,
{
    const MOST: usize = 10;
    let n_filled = |row: &'r R| row.into_iter().filter(|cell| !trim(cell.as_ref()).is_empty()).count();
    let n_titles = rows.iter().take_while(|row| n_filled(row) == 1).count();
    let Some(header) = rows.get(n_titles) else { return 0 };
    // A column of numbers with decimal commas looks the same when it is cut at commas; but then numbers follow.
    let mut scratch = String::new();
    let names = header.into_iter().all(|cell| !numeral::is_number(cell.as_ref(), Decimal::Point, &mut scratch));
    if n_titles <= MOST && names { n_titles } else { 0 }
}
