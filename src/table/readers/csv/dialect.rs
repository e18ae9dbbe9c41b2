//! What separates the cells of a file, found together with what separates the whole of a number from its fraction:
//! `1,5;2,3` is two numbers only when both are seen at once.

use csv::StringRecord;

use super::blanks;
use crate::table::blank::trim;
use crate::table::missing::is_missing;
use crate::table::numeral::{self, Decimal};
use crate::table::titles::n_title_rows;

/// The separators that are looked for; of equals the first is taken.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// So much of a file is looked at.
const SAMPLE_BYTES: usize = 1 << 18;
const SAMPLE_ROWS: usize = 200;

/// A separator that the file names itself, as Excel writes it on a first line `sep=;`, and where the table begins.
pub fn named(text: &str) -> Option<(u8, usize)> {
    let line_end = text.find(['\n', '\r'])?;
    let line = text.get(..line_end)?;
    let (key, value) = line.split_at_checked(4)?;
    let &[delimiter] = value.as_bytes() else { return None };
    let after = if text[line_end..].starts_with("\r\n") { line_end + 2 } else { line_end + 1 };
    (key.eq_ignore_ascii_case("sep=") && is_usable(delimiter)).then_some((delimiter, after))
}

/// A separator that the user chose, where it can be one.
pub fn chosen(delimiter: char) -> Option<u8> {
    u8::try_from(delimiter).ok().filter(|byte| is_usable(*byte))
}

fn is_usable(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\n' | b'\r' | b'\0' | b'.' | b'-')
}

/// The separator under which the text is most like a table.
pub fn delimiter(text: &str) -> u8 {
    let mut best = (DELIMITERS[0], 0.0, 0);
    for delimiter in DELIMITERS {
        let rows = sample(text, delimiter);
        let Some((score, width)) = score(&rows, delimiter) else { continue };
        if score > best.1 || (score == best.1 && width > best.2) {
            best = (delimiter, score, width);
        }
    }
    if best.2 > 0 {
        return best.0;
    }
    if blanks::separate(text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or_default()) {
        return b' ';
    }
    // One column: the separator is one that does not cut its cells.
    let cuts_none = |d: &u8| sample(text, *d).iter().all(|row| row.len() == 1);
    DELIMITERS.into_iter().find(cuts_none).unwrap_or(DELIMITERS[0])
}

fn sample(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let is_cut = text.len() > SAMPLE_BYTES;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[..text.floor_char_boundary(SAMPLE_BYTES)]);
    let is_filled = |row: &StringRecord| row.iter().any(|cell| !trim(cell).is_empty());
    let mut rows: Vec<_> = reader.records().map_while(Result::ok).filter(is_filled).take(SAMPLE_ROWS).collect();
    if is_cut && rows.len() > 1 && rows.len() < SAMPLE_ROWS {
        rows.pop();
    }
    rows
}

/// How much the rows are like a table, up to 3, and how wide it is. `None` where the header has one cell only.
fn score(rows: &[StringRecord], delimiter: u8) -> Option<(f64, usize)> {
    let n_titles = n_title_rows(rows);
    let rows = rows.get(n_titles..)?;
    let header = rows.first()?;
    let width = filled_width(header);
    if width < 2 {
        return None;
    }
    let n_like = |fits: &dyn Fn(&StringRecord) -> bool| rows.iter().filter(|row| fits(row)).count();
    let n_fit = n_like(&|row| row.len() == header.len() || filled_width(row) == width);
    // R leaves the name of the first column out, so that every row has one cell more than the header.
    let n_one_longer = n_like(&|row| row.len() == header.len() + 1);
    let fit = share(n_fit.max(n_one_longer), rows.len());

    let cells = || rows.iter().flatten().filter(|cell| !is_missing(cell));
    let n_cells = cells().count();
    let mut scratch = String::new();
    let mut n_numbers = |decimal| cells().filter(|cell| numeral::is_number(cell, decimal, &mut scratch)).count();
    let numeric = share(n_numbers(Decimal::Point).max(n_numbers(Decimal::Comma)), n_cells);
    // A cell that still holds a separator was probably not cut where it should have been.
    let holds_other = |cell: &str| cell.bytes().any(|b| b != delimiter && matches!(b, b';' | b'\t' | b'|'));
    let whole = 1.0 - share(cells().filter(|cell| holds_other(cell)).count(), n_cells);
    // Titles above the header are rare; a reading that needs none is likelier.
    let plain = if n_titles == 0 { 1.0 } else { 0.75 };
    Some((plain * fit * (1.0 + numeric + whole), width))
}

fn filled_width(row: &StringRecord) -> usize {
    row.iter().enumerate().filter(|(_, cell)| !trim(cell).is_empty()).last().map_or(0, |(i, _)| i + 1)
}

fn share(part: usize, whole: usize) -> f64 {
    // Both are counts of cells in a sample, far below 2^53.
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_with_the_decimal_mark() {
        for (text, expected) in [
            ("id,pre,post\n1,2.5,3\n", b','),
            ("id;pre;post\n1;2,5;3,5\n", b';'),
            ("1,5;2,3\n4,5;6,7\n", b';'),
            ("1,5;abc\n2,3;def\n", b';'),
            ("id\tpre\tpost\n1\t2,5\t3,5\n", b'\t'),
            ("id|pre|post\n1|2|3\n", b'|'),
            ("score\n1,5\n2,5\n", b';'),
            ("id,note\n1,\"a; b; c\"\n2,\"d; e; f\"\n", b','),
            ("pre;note, raw;post\n1,5;a;2,5\n3,5;b;4,5\n", b';'),
            ("\"a\",\"b\"\n\"1,5\",\"2\n;;3\"\n", b','),
            ("Trial of sleep\n\nid;pre\n1;2,5\n2;3,5\n", b';'),
            ("pre;post\nA;1,5;2,5\nB;3,5;4,5\n", b';'),
            ("id  pre  post\n1   30   29\n2   27   28\n", b' '),
            ("", b','),
        ] {
            assert_eq!(char::from(delimiter(text)), char::from(expected), "{text:?}");
        }
    }

    #[test]
    fn excel_may_name_the_separator() {
        assert_eq!(named("sep=;\r\nid;pre\r\n"), Some((b';', 7)));
        assert_eq!(named("SEP=|\nid|pre\n"), Some((b'|', 6)));
        assert_eq!(named("sep=\nid\n"), None);
        assert_eq!(named("ش=;\nid\n"), None);
    }

    #[test]
    fn a_letter_separates_nothing() {
        assert_eq!(chosen(';'), Some(b';'));
        assert_eq!(chosen('a'), None);
        assert_eq!(chosen('§'), None);
        assert_eq!(chosen('"'), None);
    }
}
