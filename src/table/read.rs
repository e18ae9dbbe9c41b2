//! Text to Table: the order of the steps.

use std::borrow::Cow;

use super::found::Found;
use super::numeral::Decimal;
use super::rows::Source;
use super::survey::survey;
use super::typing::{self, Kind, Marks};
use super::{Column, ReadOptions, Reading, Table, detect, dialect, fill, header, not_text, problems, too_large};
use crate::notice::{Message, Problem};

/// Reads decoded text. Whatever does not fit is a Problem, and the rest is read.
pub fn read(text: &str, options: &ReadOptions) -> (Table, Vec<Problem>) {
    let mut found = Found::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = without_nuls(text, &mut found);
    problems::lost_letters(&text, &mut found);
    let table = read_into(&text, options, &mut found);
    (table, found.finish())
}

fn read_into(text: &str, options: &ReadOptions, found: &mut Found) -> Table {
    if text.is_empty() {
        found.push(Problem::error(Message::new("file-empty")));
        return Table::default();
    }
    let source = divide(text, options, found);
    let Some(layout) = header::find(&source, found) else {
        found.push(Problem::error(Message::new("file-blank")));
        return Table::default();
    };
    problems::stray_quotes(&source, found);
    let survey = survey(&source, &layout);
    let names = header::name_columns(&layout, &survey, found);
    let (marks, unclear) = decimal_mark(options, &names, &survey.columns, source.delimiter, found);
    unclear.into_iter().for_each(|problem| found.push(problem));
    let mut kinds = Vec::with_capacity(names.len());
    for (name, tally) in names.iter().zip(&survey.columns) {
        let (kind, problem) = typing::kind(name, tally, &marks);
        kinds.push(kind);
        problem.into_iter().for_each(|problem| found.push(problem));
    }
    // A header without rows leaves nothing to survey; its columns are numbers that no row holds.
    kinds.resize(names.len(), Kind::Numbers(marks.decimal));

    let filled = fill::fill(&source, &layout, &kinds, survey.n_rows);
    problems::rows(&filled, &names, found);
    survey.totals.iter().for_each(|total| found.push(total.problem()));
    if filled.lines.is_empty() {
        let message = Message::new("only-header").with("count", names.len());
        found.push(Problem::error(message).at_line(layout.line.unwrap_or(1)));
    }
    let n_momayyez: usize = survey.columns.iter().map(|tally| tally.n_momayyez).sum();
    let n_point: usize = survey.columns.iter().map(|tally| tally.n_point_only).sum();
    let decimal = if marks.decimal == Decimal::Point && n_momayyez > n_point { '٫' } else { marks.decimal.as_char() };
    let encoding = options.encoding.clone().unwrap_or_else(|| "utf-8".into());
    let reading = Reading { encoding, delimiter: source.delimiter.into(), decimal };

    let mut columns = Vec::with_capacity(names.len());
    for (name, column) in names.into_iter().zip(filled.columns) {
        problems::cells(&name, &column, &filled.lines, found);
        columns.push(Column { name, values: column.values });
    }
    let table = Table { columns, lines: filled.lines, reading };
    problems::table(&table, found);
    table
}

/// A text without NUL characters, which mean nothing in a cell.
fn without_nuls<'t>(text: &'t str, found: &mut Found) -> Cow<'t, str> {
    let Some(first) = text.find('\0') else { return Cow::Borrowed(text) };
    let line = 1 + text[..first].matches('\n').count();
    let n_nuls = text.bytes().filter(|b| *b == 0).count();
    let message = Message::new("nul-characters").with("count", n_nuls).with("line", line);
    found.push(Problem::warning(message).at_line(line));
    Cow::Owned(text.replace('\0', ""))
}

/// Divides the text into cells, as the user said, as the file says, or as fits best.
fn divide<'t>(text: &'t str, options: &ReadOptions, found: &mut Found) -> Source<'t> {
    let (named, start) = dialect::named(text).map_or((None, 0), |(delimiter, start)| (Some(delimiter), start));
    let chosen = options.delimiter.and_then(dialect::chosen);
    if let (Some(delimiter), None) = (options.delimiter, chosen) {
        found.push(Problem::warning(Message::new("separator-unusable").with("separator", delimiter.to_string())));
    }
    let delimiter = chosen.or(named).unwrap_or_else(|| dialect::delimiter(&text[start..]));
    Source::new(text, start, delimiter)
}

/// The decimal mark, as the user said or as the numbers show.
fn decimal_mark(
    options: &ReadOptions,
    names: &[String],
    tallies: &[super::survey::Tally],
    delimiter: u8,
    found: &mut Found,
) -> (Marks, Option<Problem>) {
    let decimal = match options.decimal {
        None => return typing::marks(names, tallies, delimiter),
        Some('.' | '٫') => Decimal::Point,
        Some(',') => Decimal::Comma,
        Some('/') => Decimal::Slash,
        Some(other) => {
            found.push(Problem::warning(Message::new("decimal-mark-unusable").with("mark", other.to_string())));
            return typing::marks(names, tallies, delimiter);
        }
    };
    (Marks { decimal, is_chosen: true, delimiter }, None)
}

/// The text of a file in the encoding of that label, or nothing where the label names none: by encoding_rs natively, in
/// the browser by `TextDecoder`.
pub type Decode<'b> = dyn Fn(&str) -> Option<Cow<'b, str>> + 'b;

/// Reads the bytes of a file: what it is, in which encoding, and then its text.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> (Table, Vec<Problem>) {
    read_decoding(bytes, options, &|label| super::decode(bytes, label))
}

/// As `read_bytes`, by this decoder.
pub fn read_decoding<'b>(bytes: &'b [u8], options: &ReadOptions, decode: &Decode<'b>) -> (Table, Vec<Problem>) {
    if let Some(problem) = too_large(bytes.len()).or_else(|| not_text(bytes)) {
        return (Table::default(), vec![problem]);
    }
    let mut problems = Vec::new();
    let chosen = options.encoding.as_deref().and_then(|label| Some((decode(label)?, label.to_owned())));
    if let (Some(label), None) = (&options.encoding, &chosen) {
        problems.push(Problem::warning(Message::new("encoding-unknown").with("encoding", label)));
    }
    let (text, encoding) = chosen.unwrap_or_else(|| {
        let detected = detect(bytes);
        problems.extend(detected.note());
        (decode(detected.label).unwrap_or_default(), detected.label.to_owned())
    });
    let (table, more) = read(&text, &ReadOptions { encoding: Some(encoding), ..options.clone() });
    problems.extend(more);
    (table, problems)
}
