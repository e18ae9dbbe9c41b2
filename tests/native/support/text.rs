//! Tables from text, and messages in English.

use prepost::notice::{Message, Problem};
use prepost::report::Words;
use prepost::table::{ReadOptions, Table, read};

pub fn table(text: &str) -> Table {
    read(text, &ReadOptions::default()).0
}

thread_local! {
    static ENGLISH: &'static Words = Box::leak(Box::new(Words::english()));
}

/// The English messages, read once a test.
pub fn english() -> &'static Words {
    ENGLISH.with(|words| *words)
}

pub fn say(message: &Message) -> String {
    english().plain(message)
}

/// A Problem's text, and its hint after a bar.
pub fn in_words(problem: &Problem) -> String {
    let words = english();
    let hint = words.hint(&problem.message).map(|hint| prepost::report::words::plain(&hint)).unwrap_or_default();
    format!("{} | {hint}", words.plain(&problem.message))
}
