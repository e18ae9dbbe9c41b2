//! Bytes → [`Sheet`](super::sheet::Sheet): a file for each kind that can be read, and a line in [`READERS`].

mod csv;

use std::borrow::Cow;

use super::ReadOptions;
use super::reader::FileReader;
use super::sheet::Sheet;
use crate::notice::Problems;

/// The first that recognises a file reads it. Delimited text, which has no signature, is last.
pub const READERS: [FileReader; 1] = [csv::READER];

/// The sheet in a text that needs no decoding, which is delimited text.
pub fn of_text<'t>(
    text: &'t str,
    encoding: String,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Option<Box<dyn Sheet + 't>> {
    let sheet = csv::divide(Cow::Borrowed(text), encoding, options, problems)?;
    Some(Box::new(sheet))
}
