//! The interface of an output format: the document that it is given, and the bytes that it returns.

use crate::report::view::Report;
use crate::report::words::Words;

/// What there is to write.
pub struct Document<'a> {
    pub report: &'a Report,
    /// Every number of every method, each with its outcome's name; computed when a writer asks.
    pub numbers: &'a dyn Fn() -> Vec<TidyRow<'a>>,
    /// The Plan that was followed. A writer knows it as data only.
    pub plan: &'a dyn erased_serde::Serialize,
    pub words: &'a Words,
}

/// One number, named.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct TidyRow<'a> {
    pub outcome: &'a str,
    pub method: &'a str,
    pub term: &'a str,
    pub statistic: &'a str,
    pub value: f64,
}

/// An output format.
pub trait Writer: Sync {
    /// What the page and the shell call it.
    fn name(&self) -> &'static str;
    /// How a file's name ends, after the trial's; and its media type.
    fn file(&self) -> (&'static str, &'static str);
    fn write(&self, document: &Document<'_>) -> Vec<u8>;
}
