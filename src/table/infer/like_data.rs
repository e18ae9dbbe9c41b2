//! Whether a header is the first row of the data: a file without one gives a participant's scores as the names of columns.

use crate::notice::{Message, Problem, excerpt};
use crate::table::{Column, Table, Values};

/// The code of the Problem of such a header. Nothing of the file goes into a link before it is answered: the names of its
/// columns may be a participant's name and scores.
pub const HEADER_LIKE_DATA: &str = "header-like-data";

/// A header that looks like data: how many of its names do, and the first of them.
///
/// A name does where the column below holds the same words, or where it is a number between the smallest and the largest
/// below. Columns may be numbered, as items are, or named after weeks and years: where nothing but numbers is like data,
/// most numeric columns must be, and not count on from one another.
pub fn like_data(table: &Table, line: usize) -> Option<Problem> {
    if table.columns.len() < 2 {
        return None; // One column is no trial, and no link is made of it.
    }
    let words: Vec<&Column> =
        table.columns.iter().filter(|column| holds_its_name(column) || is_one_of_its_ids(column)).collect();
    let numeric = || table.columns.iter().filter(|column| column.is_numeric());
    let numbers: Vec<&Column> = numeric().filter(|column| is_among_its_numbers(column)).collect();
    let counts_on = counts_on(&numbers);
    let are_most = 2 * numbers.len() > numeric().count() && !(counts_on && numbers.len() > 1);
    let found: Vec<&Column> = match (words.is_empty(), are_most) {
        (_, true) => {
            table.columns.iter().filter(|own| words.iter().chain(&numbers).any(|n| n.name == own.name)).collect()
        }
        (false, false) => words,
        (true, false) => return None,
    };
    let first = found.first()?;
    let message = Message::new(HEADER_LIKE_DATA).with("count", found.len()).with("first", excerpt(&first.name));
    Some(Problem::warning(message.with("line", line)).at_line(line).in_column(&first.name))
}

/// Whether a column of words has its own name among them.
fn holds_its_name(column: &Column) -> bool {
    match &column.values {
        Values::Words { levels, .. } => levels.iter().any(|level| level.trim() == unnumbered(&column.name)),
        Values::Numbers { .. } => false,
    }
}

/// Whether the name is letters and a number, and so is every cell below, with the same letters: `P001` above `P002`.
fn is_one_of_its_ids(column: &Column) -> bool {
    let letters = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let name = column.name.as_str();
    let at = letters(name);
    let is_like = |level: &String| letters(level) == at && level.len() > at && level.get(..at) == name.get(..at);
    match &column.values {
        Values::Words { levels, .. } => 0 < at && at < name.len() && levels.len() > 1 && levels.iter().all(is_like),
        Values::Numbers { .. } => false,
    }
}

fn is_among_its_numbers(column: &Column) -> bool {
    let (Values::Numbers { values, .. }, Some(name)) = (&column.values, number(&column.name)) else { return false };
    let present = || values.iter().copied().filter(|value| !value.is_nan());
    present().any(|value| value <= name) && present().any(|value| name <= value)
}

/// Whether names are 1, 2, 3, …: one after the other by the same step.
fn counts_on(columns: &[&Column]) -> bool {
    let names: Vec<f64> = columns.iter().filter_map(|column| number(&column.name)).collect();
    let steps: Vec<f64> = names.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).collect();
    steps.iter().all(|step| Some(step) == steps.first() && *step == 1.0)
}

fn number(name: &str) -> Option<f64> {
    unnumbered(name).replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite())
}

/// A name that the file repeats was given a number: `40 (2)`.
fn unnumbered(name: &str) -> &str {
    let number = |inner: &str| !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
    match name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((before, inner)) if number(inner) => before,
        _ => name.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(csv: &str) -> usize {
        let (_, problems) = crate::table::read_bytes(csv.as_bytes(), &crate::table::ReadOptions::default());
        problems.iter().filter(|problem| problem.code() == HEADER_LIKE_DATA).count()
    }

    #[test]
    fn a_first_row_of_scores_a_level_and_an_id_are_data() {
        assert_eq!(count("Anna,control,25,47\nBen,therapy,18,33\nCora,control,40,50\nDan,therapy,30,20\n"), 1);
        assert_eq!(count("P001,a,25,47\nP002,b,18,33\nP003,b,40,50\n"), 1);
        // Numbers throughout are read as data at once.
        assert_eq!(count("1,25,40,40\n2,18,33,37\n3,40,50,46\n"), 0);
    }

    #[test]
    fn names_and_numbered_columns_are_a_header() {
        assert_eq!(count("id,group,pre,post\nP1,control,25,47\nP2,therapy,18,33\n"), 0);
        assert_eq!(count("id,1,2,3,4\na,1,5,4,1\nb,4,1,2,5\nc,3,2,2,4\n"), 0);
        assert_eq!(count("id,2019,2020\na,12,15\nb,20,11\n"), 0);
        assert_eq!(count("P1,P2\n3,4\n5,6\n"), 0);
    }
}
