//! From an analysis to a file. An output format is one file here and one line in `WRITERS`.

mod docx;
pub mod html;
mod json;
mod latex;
pub mod markdown;
mod tidy;
mod writer;

pub use tidy::seventeen_digits;
pub use writer::{Document, TidyRow, Writer};

pub const WRITERS: [&dyn Writer; 6] =
    [&tidy::Tidy, &json::Json, &markdown::Markdown, &html::Html, &docx::Docx, &latex::Latex];

/// The format of that name.
pub fn named(name: &str) -> Option<&'static dyn Writer> {
    WRITERS.into_iter().find(|writer| writer.name() == name)
}
