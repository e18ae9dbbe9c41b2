//! Delimited text: CSV and its dialects, in any encoding.

mod blanks;
mod dialect;
mod quotes;
mod rows;

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::notice::{Message, Problem, Problems};
use crate::table::ReadOptions;
use crate::table::encoding::{decode, detect};
use crate::table::limits::too_many_separators;
use crate::table::not_text::not_text;
use crate::table::reader::FileReader;
use crate::table::sheet::Sheet;
use rows::Delimited;

pub const READER: FileReader = FileReader { recognises: |bytes| not_text(bytes).is_none(), open };

/// Decodes the bytes, as the user said or as they look, and divides the text into cells.
fn open<'b>(bytes: &'b [u8], options: &ReadOptions, problems: &mut Problems) -> Option<Box<dyn Sheet + 'b>> {
    let chosen = options.encoding.as_deref().and_then(|label| Some((Encoding::for_label(label.as_bytes())?, label)));
    if let (Some(label), None) = (&options.encoding, &chosen) {
        problems.push(Problem::warning(Message::new("encoding-unknown").with("encoding", label)));
    }
    let (encoding, label) = match chosen {
        Some((encoding, label)) => (encoding, label.to_owned()),
        None => {
            let detected = detect(bytes);
            problems.extend(detected.note());
            (detected.encoding, detected.label())
        }
    };
    let sheet = divide(decode(bytes, encoding), label, options, problems)?;
    Some(Box::new(sheet))
}

/// Divides a text into cells: as the user said, as the file says, or as fits best.
pub fn divide<'t>(
    text: Cow<'t, str>,
    encoding: String,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Option<Delimited<'t>> {
    let text = without_nuls(without_mark(text), problems);
    lost_letters(&text, problems);
    if text.is_empty() {
        problems.push(Problem::error(Message::new("file-empty")));
        return None;
    }
    let (named, start) = dialect::named(&text).map_or((None, 0), |(delimiter, start)| (Some(delimiter), start));
    let chosen = options.delimiter.and_then(dialect::chosen);
    if let (Some(delimiter), None) = (options.delimiter, chosen) {
        problems.push(Problem::warning(Message::new("separator-unusable").with("separator", delimiter.to_string())));
    }
    let delimiter = chosen.or(named).unwrap_or_else(|| dialect::delimiter(&text[start..]));
    if let Some(refusal) = too_many_separators(&text, delimiter) {
        problems.push(refusal);
        return None;
    }
    let text = match delimiter {
        b' ' => Cow::Owned(format!("{}{}", &text[..start], blanks::single(&text[start..]))),
        _ => text,
    };
    let sheet = Delimited::new(text, encoding, start, delimiter);
    for line in sheet.lines_of_stray_quotes() {
        problems.push(Problem::warning(Message::new("quote-unclosed").with("line", line)).at_line(line));
    }
    Some(sheet)
}

fn without_mark(text: Cow<'_, str>) -> Cow<'_, str> {
    const MARK: char = '\u{feff}';
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text)),
        Cow::Owned(text) => text.strip_prefix(MARK).map(str::to_owned).unwrap_or(text).into(),
    }
}

/// A text without NUL characters, which mean nothing in a cell.
fn without_nuls<'t>(text: Cow<'t, str>, problems: &mut Problems) -> Cow<'t, str> {
    let Some(first) = text.find('\0') else { return text };
    let n_nuls = text.bytes().filter(|b| *b == 0).count();
    let line = line_at(&text, first);
    let message = Message::new("nul-characters").with("count", n_nuls).with("line", line);
    problems.push(Problem::warning(message).at_line(line));
    Cow::Owned(text.replace('\0', ""))
}

/// Letters that the encoding did not have.
fn lost_letters(text: &str, problems: &mut Problems) {
    const LOST: char = '\u{fffd}';
    let Some(first) = text.find(LOST) else { return };
    let line = line_at(text, first);
    let message = Message::new("letters-lost").with("count", text.matches(LOST).count()).with("line", line);
    problems.push(Problem::warning(message).at_line(line));
}

fn line_at(text: &str, byte: usize) -> usize {
    1 + text[..byte].matches('\n').count()
}
