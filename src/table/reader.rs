//! A reader of files: whether it recognises the bytes, and how it opens them as a Sheet.

use super::ReadOptions;
use super::sheet::Sheet;
use crate::notice::Problems;

/// A kind of file that can be read.
pub struct FileReader {
    /// Whether the bytes are of this kind.
    pub recognises: fn(&[u8]) -> bool,
    /// The sheet in the file. `None` where there is none, which a Problem says.
    pub open: OpenSheet,
}

/// Opens the bytes of a file; the sheet may borrow them.
pub type OpenSheet = for<'b> fn(&'b [u8], &ReadOptions, &mut Problems) -> Option<Box<dyn Sheet + 'b>>;
