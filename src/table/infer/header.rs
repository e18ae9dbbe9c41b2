//! Where the header is, and where the data begin.

use crate::notice::{Message, Problem, Problems, excerpt};
use crate::table::limits::{LONGEST_CELL, too_long, too_many_columns};
use crate::table::numeral::{self, Decimal};
use crate::table::sheet::{Cursor, Sheet, SheetCell};
use crate::table::titles::n_title_rows;

/// What stands above the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderLayout {
    /// The header's cells without blanks around them; all empty where there is no header.
    pub names: Vec<String>,
    /// The header's line; `None` where the file begins with data.
    pub line: Option<usize>,
    /// Rows before the first row of data, blank ones not counted.
    n_above: usize,
}

impl HeaderLayout {
    /// A cursor before the first row of data.
    pub fn data<'s>(&self, sheet: &'s dyn Sheet) -> Box<dyn Cursor + 's> {
        let mut rows = sheet.cursor();
        for _ in 0..self.n_above {
            rows.next_row();
        }
        rows
    }

    /// Whether a row repeats the header, as files that were joined end to end do.
    pub fn is_header_again(&self, cells: &[SheetCell<'_>]) -> bool {
        let is_name = |(cell, name): (&SheetCell<'_>, &String)| cell.words() == Some(name);
        self.line.is_some() && cells.len() == self.names.len() && cells.iter().zip(&self.names).all(is_name)
    }
}

/// Finds the header. `None`, and said, where no row has anything in it, or one of the first has too many cells.
pub fn find(sheet: &dyn Sheet, problems: &mut Problems) -> Option<HeaderLayout> {
    const LOOKED_AT: usize = 14;
    let mut rows = sheet.cursor();
    let (mut lines, mut top): (Vec<usize>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    while top.len() < LOOKED_AT
        && let Some(row) = rows.next_row()
    {
        let line = row.line as usize;
        if let Some(refusal) = too_many_columns(row.cells.len(), line) {
            problems.push(refusal);
            return None;
        }
        lines.push(line);
        top.push(row.cells.into_iter().map(|cell| cell.text().into_owned()).collect());
    }
    if top.is_empty() {
        problems.push(Problem::error(Message::new("file-blank")));
        return None;
    }
    let n_titles = n_title_rows(&top);
    let (header, line) = (top.get(n_titles)?, *lines.get(n_titles)?);
    if let Some(title) = top.first().filter(|_| n_titles > 0) {
        let first = title.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
        let message = Message::new("lines-above-header").with("count", n_titles).with("first", excerpt(first));
        problems.push(Problem::note(message.with("line", line)).at_line(line));
    }
    if is_data(header) {
        let message = Message::new("header-absent").with("line", line).with("first", excerpt(header.first()?));
        problems.push(Problem::warning(message).at_line(line));
        return Some(HeaderLayout { names: vec![String::new(); header.len()], line: None, n_above: n_titles });
    }
    let n_under = n_question_rows(&top[n_titles + 1..]);
    if n_under > 0 {
        problems.push(Problem::note(Message::new("question-rows").with("count", n_under).with("line", line + 1)));
    }
    let names = header.iter().enumerate().map(|(at, name)| readable(at, name, line, problems)).collect();
    Some(HeaderLayout { names, line: Some(line), n_above: n_titles + 1 + n_under })
}

/// A name as it stands in the header; none where it is longer than a cell may be.
fn readable(at: usize, name: &str, line: usize, problems: &mut Problems) -> String {
    let Some(n) = too_long(name) else { return name.to_owned() };
    let column = format!("column {}", at + 1);
    let message = Message::new("cell-too-long").with("line", line).with("column", column.clone());
    problems.push(Problem::warning(message.with("n", n).with("most", LONGEST_CELL)).at_line(line).in_column(&column));
    String::new()
}

/// Whether a row that should be the header is numbers throughout.
fn is_data(header: &[String]) -> bool {
    let mut scratch = String::new();
    let mut is_number = |cell: &String| {
        [Decimal::Point, Decimal::Comma].iter().any(|decimal| numeral::is_number(cell, *decimal, &mut scratch))
    };
    header.iter().filter(|cell| !cell.is_empty()).all(&mut is_number)
}

/// Rows under the header that describe the questions: Qualtrics writes their wording and then its own marks.
fn n_question_rows(under: &[Vec<String>]) -> usize {
    const MOST: usize = 2;
    let is_mark = |row: &Vec<String>| row.iter().any(|cell| cell.starts_with("{\"ImportId\""));
    under.iter().take(MOST).position(is_mark).map_or(0, |at| at + 1)
}
