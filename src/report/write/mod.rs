//! From an analysis to a file. An output format is one file here and one line in `WRITERS`.

pub mod html;
mod json;
pub mod markdown;
pub mod tidy;

use super::view::Report;
use super::words::Words;

/// What there is to write.
pub struct Document<'a> {
    pub report: &'a Report,
    /// Every number of every method, each with its outcome's name.
    pub numbers: Vec<tidy::TidyRow<'a>>,
    /// The Plan that was followed. A writer knows it as data only.
    pub plan: &'a dyn erased_serde::Serialize,
    pub words: &'a Words,
}

/// An output format.
pub trait Writer: Sync {
    /// What the page and the shell call it.
    fn name(&self) -> &'static str;
    /// How a file's name ends, after the trial's; and its media type.
    fn file(&self) -> (&'static str, &'static str);
    fn write(&self, document: &Document<'_>) -> Vec<u8>;
}

pub const WRITERS: [&dyn Writer; 4] = [&tidy::Tidy, &json::Json, &markdown::Markdown, &html::Html];

/// The format of that name.
pub fn named(name: &str) -> Option<&'static dyn Writer> {
    WRITERS.into_iter().find(|writer| writer.name() == name)
}
