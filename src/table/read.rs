//! A file → Table: the reader of its kind, and what its cells are.

use super::limits::too_large;
use super::not_text::not_text;
use super::readers::{READERS, of_text};
use super::{ReadOptions, Table, infer};
use crate::notice::{Problem, Problems};

/// So many Problems of one code are listed; the rest are counted. Questions are listed further.
const LISTED: usize = 30;
const QUESTIONS: usize = 300;

/// Reads the bytes of a file. Whatever does not fit is a Problem, and the rest is read.
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> (Table, Vec<Problem>) {
    let mut problems = Problems::listing(LISTED).with_questions(QUESTIONS);
    let reader = READERS.iter().find(|reader| (reader.recognises)(bytes));
    let table = match (too_large(bytes.len()), reader) {
        (None, Some(reader)) => {
            let sheet = (reader.open)(bytes, options, &mut problems);
            sheet.map(|sheet| infer::table(sheet.as_ref(), options, &mut problems))
        }
        (too_large, _) => {
            problems.extend(too_large.or_else(|| not_text(bytes)));
            None
        }
    };
    (table.unwrap_or_default(), problems.finish())
}

/// Reads decoded text.
pub fn read(text: &str, options: &ReadOptions) -> (Table, Vec<Problem>) {
    let mut problems = Problems::listing(LISTED).with_questions(QUESTIONS);
    let encoding = options.encoding.clone().unwrap_or_else(|| "utf-8".into());
    let sheet = of_text(text, encoding, options, &mut problems);
    let table = sheet.map(|sheet| infer::table(sheet.as_ref(), options, &mut problems));
    (table.unwrap_or_default(), problems.finish())
}
