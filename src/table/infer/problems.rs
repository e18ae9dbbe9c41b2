//! The Problems of a file: rows that do not belong to the table, cells that do not fit their column.

use super::codes::{self, Suspicion};
use super::fill::{Filled, FilledColumn, FirstFew, Ragged};
use crate::notice::{Arg, Ask, Message, Problem, Problems, excerpt};
use crate::table::Table;
use crate::table::column::{Column, Values};
use crate::table::limits::LONGEST_CELL;

/// So many examples stand in a message that counts the rest.
const EXAMPLES: usize = 3;

/// Problems of whole rows.
pub fn rows(filled: &Filled, names: &[String], problems: &mut Problems) {
    if filled.blank.n_lines > 0 {
        let line = filled.blank.first_line;
        let message = Message::new("blank-lines").with("count", filled.blank.n_lines).with("line", line);
        problems.push(Problem::note(message).at_line(line));
    }
    if let Some(&line) = filled.repeated.first.first() {
        let message = Message::new("header-again").with("count", filled.repeated.n).with("line", line as usize);
        problems.push(Problem::note(message).at_line(line as usize));
    }
    if let Some(&line) = filled.trailing.first.first() {
        let message =
            Message::new("rows-end-in-separator").with("count", filled.trailing.n).with("line", line as usize);
        problems.push(Problem::note(message).at_line(line as usize));
    }
    ragged(&filled.short, ("row-short", "rows-short"), names.len(), problems);
    ragged(&filled.long, ("row-long", "rows-long"), names.len(), problems);
}

/// A Problem for each row of the wrong length, or one for all where there are many.
fn ragged(
    rows: &FirstFew<Ragged>,
    (one, many): (&'static str, &'static str),
    n_columns: usize,
    problems: &mut Problems,
) {
    let about = |id, row: &Ragged| {
        let line = row.line as usize;
        Message::new(id).with("line", line).with("cells", row.n_cells).with("columns", n_columns)
    };
    if let (false, Some(first)) = (rows.is_all(), rows.first.first()) {
        let message =
            about(many, first).with("count", rows.n).with("lines", some_lines(rows.first.iter().map(|r| r.line)));
        problems.push(Problem::warning(message).at_line(first.line as usize));
        return;
    }
    for row in &rows.first {
        let message = about(one, row).with("extra", row.extra.clone()).with("count", row.n_cells.abs_diff(n_columns));
        problems.push(Problem::warning(message).at_line(row.line as usize));
    }
}

/// Cells that were not read, since they are too long.
pub fn too_long(filled: &Filled, names: &[String], problems: &mut Problems) {
    for &(line, column, n) in &filled.too_long {
        let (line, column) = (line as usize, names.get(column).map_or("", String::as_str));
        let message = Message::new("cell-too-long").with("line", line).with("column", excerpt(column));
        let message = message.with("n", n).with("most", LONGEST_CELL);
        problems.push(Problem::warning(message).at_line(line).in_column(column));
    }
}

/// Problems of the cells of one column.
pub fn cells(name: &str, column: &FilledColumn, lines: &[u32], problems: &mut Problems) {
    for (spelling, level) in &column.merged {
        let message = Message::new("spellings-merged").with("column", excerpt(name));
        let message = message.with("spelling", excerpt(spelling)).with("level", excerpt(level));
        problems.push(Problem::note(message).in_column(name));
    }
    let infinite = Cells { name, lines, n: column.infinite.n, first: &column.infinite.first };
    infinite.report(("cell-infinite", "cells-infinite"), problems);
    if let Values::Numbers { odd, .. } = &column.values {
        let odd = Cells { name, lines, n: odd.len(), first: odd };
        odd.report(("cell-not-number", "cells-not-numbers"), problems);
    }
}

/// Cells of one column that share a fault.
struct Cells<'c> {
    name: &'c str,
    lines: &'c [u32],
    n: usize,
    first: &'c [(u32, String)],
}

impl Cells<'_> {
    /// A Problem for each cell, or one for all where there are many.
    fn report(&self, (one, many): (&'static str, &'static str), problems: &mut Problems) {
        let line_of = |row: u32| self.lines.get(row as usize).copied().unwrap_or_default();
        if self.n > FirstFew::<u32>::FEW {
            let some = self.first.get(..EXAMPLES).unwrap_or(self.first);
            let mut texts: Vec<String> = Vec::new();
            for text in some.iter().map(|(_, text)| excerpt(text)) {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            let message = Message::new(many)
                .with("count", self.n)
                .with("column", excerpt(self.name))
                .with("cells", texts)
                .with("lines", some_lines(some.iter().map(|(row, _)| line_of(*row))));
            let line = some.first().map_or(1, |(row, _)| line_of(*row) as usize);
            problems.push(Problem::warning(message).at_line(line).in_column(self.name));
            return;
        }
        for (row, text) in self.first {
            let line = line_of(*row) as usize;
            let message =
                Message::new(one).with("line", line).with("column", excerpt(self.name)).with("cell", excerpt(text));
            problems.push(Problem::warning(message).at_line(line).in_column(self.name));
        }
    }
}

/// Problems that are seen once the Table is whole.
pub fn table(table: &Table, problems: &mut Problems) {
    if let [column @ Column { values: Values::Words { .. }, .. }] = &table.columns[..] {
        problems.push(Problem::warning(Message::new("one-column").with("column", excerpt(&column.name))));
    }
    for column in &table.columns {
        suspected(column, &table.lines, problems);
    }
}

/// A question for each value of a column that may stand for "no value".
fn suspected(column: &Column, lines: &[u32], problems: &mut Problems) {
    let Some(Suspicion { codes, low, high }) = codes::suspicion(column) else { return };
    for (code, rows) in codes {
        let line = rows.first().and_then(|row| lines.get(*row as usize)).copied().unwrap_or_default() as usize;
        let message = Message::new("missing-code")
            .with("code", code)
            .with("column", excerpt(&column.name))
            .with("count", rows.len())
            .with("line", line)
            .with("others", if low == high { "constant" } else { "vary" })
            .with("low", low)
            .with("high", high);
        let ask = Ask::MissingCode { column: column.name.clone(), value: code };
        problems.push(Problem::warning(message).at_line(line).in_column(&column.name).asking(ask));
    }
}

/// The first few line numbers, for a list.
fn some_lines(lines: impl Iterator<Item = u32>) -> Arg {
    Arg::List(lines.take(EXAMPLES).map(|line| line.to_string()).collect())
}
