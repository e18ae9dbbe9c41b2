//! Bytes → [`Sheet`](super::sheet::Sheet): a file for each kind that can be read, and a line in [`READERS`].

pub mod csv;
pub mod encoding;
pub mod not_text;

use super::ReadOptions;
use super::sheet::Sheet;
use crate::notice::Problems;

/// A kind of file that can be read.
pub struct FileReader {
    /// Whether the bytes are of this kind.
    pub recognises: fn(&[u8]) -> bool,
    /// The sheet in the file. `None` where there is none, which a Problem says.
    pub open: for<'b> fn(&'b [u8], &ReadOptions, &mut Problems) -> Option<Box<dyn Sheet + 'b>>,
}

/// The first that recognises a file reads it. Delimited text, which has no signature, is last.
pub const READERS: [FileReader; 1] = [csv::READER];
