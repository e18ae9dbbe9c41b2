//! Bytes → Sheet → typed columns: `readers` know the kinds of files, `infer` what the cells are.
//!
//! Reading never fails as a whole: what was not understood is a [`Problem`] with its place.

mod blank;
mod column;
mod encoding;
mod infer;
pub mod limits;
mod missing;
mod not_text;
mod numeral;
mod read;
mod reader;
mod readers;
mod sheet;
mod titles;

pub use column::{Column, Values};
pub use encoding::{Detected, detect};
pub use infer::{HEADER_LIKE_DATA, suspected_codes};
pub use limits::{MAX_BYTES, too_large};
pub use missing::is_missing;
pub use not_text::not_text;
pub use read::{read, read_bytes};
pub use sheet::{Blank, Cursor, Sheet, SheetCell, SheetRow};

/// The typed columns of a file, in the file's order.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    /// The line of the file on which each row starts, as an editor counts (the header is line 1).
    pub lines: Vec<u32>,
    /// How the file was read.
    pub dialect: Dialect,
}

impl Table {
    pub fn n_rows(&self) -> usize {
        self.lines.len()
    }

    /// The column of that exact name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// How a file was read: detected, or as the user said.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialect {
    /// A WHATWG label: `utf-8`, `utf-16le`, `windows-1252`, `windows-1256`.
    pub encoding: String,
    pub delimiter: char,
    /// `.` or `,` or `٫` (or `/`, where the user said so).
    pub decimal: char,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { encoding: "utf-8".into(), delimiter: ',', decimal: '.' }
    }
}

/// What the user overrides; `None` is detected.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct ReadOptions {
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub decimal: Option<char>,
}
