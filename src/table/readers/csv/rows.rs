//! The rows of a text, each with the line on which it starts.

use std::borrow::Cow;
use std::slice;

use csv::StringRecord;

use super::quotes::{self, Stretch, Stretches};
use crate::table::sheet::{Blank, Cursor, Sheet, SheetCell, SheetRow};

/// A text and how it is divided into cells.
#[derive(Clone, Debug)]
pub struct Delimited<'t> {
    text: Cow<'t, str>,
    encoding: String,
    /// Where the table begins: behind a line that only names the separator.
    start: usize,
    delimiter: u8,
    stretches: Stretches,
    /// Without quotes every row is one line.
    has_quotes: bool,
}

impl<'t> Delimited<'t> {
    pub fn new(text: Cow<'t, str>, encoding: String, start: usize, delimiter: u8) -> Self {
        let stretches = quotes::stretches(&text, start, delimiter);
        let has_quotes = text.contains('"');
        Self { text, encoding, start, delimiter, stretches, has_quotes }
    }

    /// Where quotes stand that never close.
    pub fn lines_of_stray_quotes(&self) -> Vec<usize> {
        self.stretches.strays.iter().map(|byte| self.line_of(*byte)).collect()
    }

    /// The line, as an editor counts, of a byte of the text.
    pub fn line_of(&self, byte: usize) -> usize {
        1 + line_breaks(&self.text.as_bytes()[..byte])
    }
}

impl Sheet for Delimited<'_> {
    fn cursor(&self) -> Box<dyn Cursor + '_> {
        Box::new(Lines {
            sheet: self,
            rest: self.stretches.all.iter(),
            reader: None,
            record: StringRecord::new(),
            line: 1,
            counted_to: 0,
            ended_at: self.start,
            blank: Blank::default(),
        })
    }

    fn delimiter(&self) -> Option<u8> {
        Some(self.delimiter)
    }

    fn encoding(&self) -> &str {
        &self.encoding
    }
}

/// One pass over the rows. Blank ones are counted.
struct Lines<'s> {
    sheet: &'s Delimited<'s>,
    rest: slice::Iter<'s, Stretch>,
    reader: Option<(csv::Reader<&'s [u8]>, usize)>,
    record: StringRecord,
    line: usize,
    counted_to: usize,
    /// Behind the row read last, in the text.
    ended_at: usize,
    blank: Blank,
}

impl Cursor for Lines<'_> {
    /// The csv reader's own count of lines is not used: it knows `\n` only.
    fn next_row(&mut self) -> Option<SheetRow<'_>> {
        while self.next_record() {
            if self.record.iter().any(|cell| !SheetCell::Text(cell).is_blank()) {
                // A text of at most `MAX_BYTES` has fewer lines than u32 can count.
                let line = u32::try_from(self.line).unwrap_or(u32::MAX);
                return Some(SheetRow { line, cells: self.record.iter().map(SheetCell::Text).collect() });
            }
            self.count_blank(1, self.line);
        }
        None
    }

    fn blank(&self) -> Blank {
        self.blank
    }
}

impl Lines<'_> {
    fn next_record(&mut self) -> bool {
        loop {
            let Some((reader, base)) = &mut self.reader else {
                let Some(stretch) = self.rest.next() else {
                    self.skip_blank_lines();
                    return false;
                };
                self.reader = Some((open(self.sheet, stretch), stretch.bytes.start));
                continue;
            };
            // The text is UTF-8 and is cut between rows only, so that reading cannot fail; were it to, the stretch ends.
            let was_read = reader.read_record(&mut self.record).unwrap_or(false);
            let ends_at = *base + usize::try_from(reader.position().byte()).unwrap_or_default();
            if was_read {
                self.skip_blank_lines();
                self.ended_at = ends_at;
                return true;
            }
            self.reader = None;
        }
    }

    /// Moves the count of lines from the end of the last row to the start of the next. The reader skips empty lines;
    /// of a line end `\r\n` it leaves the second byte to the next row.
    fn skip_blank_lines(&mut self) {
        let bytes = self.sheet.text.as_bytes();
        let after = &bytes[self.ended_at..];
        let n_skipped = after.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        let starts_at = self.ended_at + n_skipped;
        let half_end =
            self.ended_at.checked_sub(1).and_then(|i| bytes.get(i)) == Some(&b'\r') && after.first() == Some(&b'\n');
        let n_empty = line_breaks(&after[usize::from(half_end)..n_skipped]);
        self.line += if self.sheet.has_quotes {
            line_breaks(&bytes[self.counted_to..starts_at])
        } else {
            usize::from(self.ended_at > self.counted_to) + n_empty
        };
        self.counted_to = starts_at;
        self.count_blank(n_empty, self.line - n_empty);
    }

    fn count_blank(&mut self, n_lines: usize, first_line: usize) {
        if self.blank.n_lines == 0 {
            self.blank.first_line = first_line;
        }
        self.blank.n_lines += n_lines;
    }
}

fn open<'s>(sheet: &'s Delimited<'_>, stretch: &Stretch) -> csv::Reader<&'s [u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sheet.delimiter)
        .quoting(stretch.quoting)
        .from_reader(&sheet.text.as_bytes()[stretch.bytes.clone()])
}

/// How many lines end in these bytes: `\n`, `\r\n` and `\r` each end one.
fn line_breaks(bytes: &[u8]) -> usize {
    let count = |byte: u8| bytes.iter().filter(|b| **b == byte).count();
    let n_returns = count(b'\r');
    let n_pairs = if n_returns == 0 { 0 } else { bytes.windows(2).filter(|pair| *pair == b"\r\n").count() };
    count(b'\n') + n_returns - n_pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> (Vec<(u32, Vec<String>)>, Blank) {
        let sheet = Delimited::new(text.into(), "utf-8".into(), 0, b',');
        let mut rows = sheet.cursor();
        let mut all = Vec::new();
        while let Some(row) = rows.next_row() {
            all.push((row.line, row.cells.iter().map(|cell| cell.text().into_owned()).collect()));
        }
        (all, rows.blank())
    }

    fn cells(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).into()).collect())
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "  ", "3,\"4", "4\"", ",", "5,6", ""].join(end);
            let (rows, blank) = lines(&text);
            let expected = [
                cells(1, &["a", "b"]),
                cells(2, &["1", "2"]),
                cells(5, &["3", &format!("4{end}4")]),
                cells(8, &["5", "6"]),
            ];
            assert_eq!(rows, expected, "{end:?}");
            assert_eq!(blank, Blank { n_lines: 3, first_line: 3 }, "{end:?}");
        }
    }

    #[test]
    fn blank_lines_at_the_ends_are_counted() {
        assert_eq!(lines("\n\na\n1\n\n\n").1, Blank { n_lines: 4, first_line: 1 });
        assert_eq!(lines("a\r\n1\r\n\r\n").1, Blank { n_lines: 1, first_line: 3 });
        assert_eq!(lines("a\n1\n").1.n_lines, 0);
        assert_eq!(lines("a\r\n1").1.n_lines, 0);
        assert_eq!(lines("").1.n_lines, 0);
    }

    #[test]
    fn rows_after_a_stray_quote_keep_their_lines() {
        let (rows, _) = lines("a,b\n1,\"2\n\n3,4\n5,\"6\n7\"\n8,9\n");
        assert_eq!(
            rows[1..],
            [cells(2, &["1", "\"2"]), cells(4, &["3", "4"]), cells(5, &["5", "6\n7"]), cells(7, &["8", "9"])]
        );
    }
}
