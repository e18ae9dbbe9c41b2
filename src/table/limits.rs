//! How large a file may be, so that reading it ends while someone waits for it and fits into a browser's memory.
//!
//! What the limits cost in time and memory stands in `docs/limits.md`.

use crate::notice::{Arg, Message, Problem};

const MIB: usize = 1024 * 1024;

/// The largest file that is read, in bytes: 128 MiB.
pub const MAX_BYTES: usize = 128 * MIB;
/// More rows than this are not read.
pub const MOST_ROWS: usize = 1_000_000;
/// More columns than this are not read.
pub const MOST_COLUMNS: usize = 5_000;
/// The characters of the longest cell that is read: as many as a cell of a spreadsheet holds.
pub const LONGEST_CELL: usize = 32_767;
/// A line with more separators than this has too many columns, or a cell that is too long. Of fewer the cells fit into memory.
const MOST_SEPARATORS: usize = 1_000_000;

/// The Problem of a file that is too large, told from its length alone.
pub fn too_large(n_bytes: usize) -> Option<Problem> {
    // A size in MiB is shown with one decimal, so that the cast loses nothing that is seen.
    let size_mib = n_bytes as f64 / MIB as f64;
    let message = Message::new("file-too-large")
        .with("size", Arg::Decimal(size_mib, usize::from(size_mib < 1000.0)))
        .with("limit", MAX_BYTES / MIB);
    (n_bytes > MAX_BYTES).then(|| Problem::error(message))
}

/// The Problem of more rows than are read.
pub fn too_many_rows(n: usize) -> Option<Problem> {
    let message = || Message::new("rows-too-many").with("n", n).with("most", MOST_ROWS);
    (n > MOST_ROWS).then(|| Problem::error(message()))
}

/// The Problem of a header with more cells than columns are read.
pub fn too_many_columns(n: usize, line: usize) -> Option<Problem> {
    let message = || Message::new("columns-too-many").with("n", n).with("line", line).with("most", MOST_COLUMNS);
    (n > MOST_COLUMNS).then(|| Problem::error(message()).at_line(line))
}

/// The Problem of a line that would be divided into more cells than memory holds.
pub fn too_many_separators(text: &str, delimiter: u8) -> Option<Problem> {
    let lines = text.as_bytes().split(|b| matches!(b, b'\n' | b'\r'));
    let count = |line: &[u8]| line.iter().filter(|b| **b == delimiter).count();
    // Lines shorter than that need not be counted.
    let (at, n) = lines
        .enumerate()
        .filter(|(_, line)| line.len() > MOST_SEPARATORS)
        .map(|(at, line)| (at, count(line)))
        .find(|(_, n)| *n > MOST_SEPARATORS)?;
    let message = Message::new("separators-too-many").with("n", n).with("line", at + 1).with("most", MOST_SEPARATORS);
    Some(Problem::error(message).at_line(at + 1))
}

/// How many characters a cell has, where they are more than are read.
pub fn too_long(cell: &str) -> Option<usize> {
    // A character has at least one byte.
    let n = if cell.len() > LONGEST_CELL { cell.chars().count() } else { 0 };
    (n > LONGEST_CELL).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_too_large_beyond_the_limit() {
        assert!(too_large(MAX_BYTES).is_none());
        assert_eq!(too_large(300 * MIB).map(|problem| problem.code()), Some("file-too-large"));
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(too_long(&"ش".repeat(LONGEST_CELL)), None);
        assert_eq!(too_long(&"ش".repeat(LONGEST_CELL + 1)), Some(LONGEST_CELL + 1));
    }

    #[test]
    fn separators_are_counted_by_line() {
        let line = ",".repeat(MOST_SEPARATORS / 2 + 1);
        assert_eq!(too_many_separators(&format!("{line}\n{line}"), b','), None);
        let refused = too_many_separators(&format!("a\r{line}{line}"), b',');
        assert_eq!(refused.and_then(|problem| problem.at.line), Some(2));
    }
}
