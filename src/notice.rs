//! Messages before they become text: an id in the message files, with typed arguments.
//!
//! A leaf that every layer may use. Text is made in one place, `report::words`, from `www/locales/`.

mod problems;

pub use problems::Problems;

/// A message to the user: `id` names a message in `www/locales/<language>/*.ftl`.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a message. Numbers stay numbers until the words are made.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// The user's own words: a column, a participant, a cell. Never markup.
    Text(String),
    /// The user's own words as they stand in a list: "P26, P44 and P51".
    List(Vec<String>),
    /// A count; messages may choose a plural form by it.
    Count(usize),
    /// A value as it stands in the file, shown in full.
    Value(f64),
    /// An estimate shown with this many decimals.
    Decimal(f64, usize),
    /// A probability, in APA style without a leading zero: `.034`, `< .001`.
    P(f64),
    /// A probability by itself, as it stands in a table: `.034`.
    PValue(f64),
    /// A limit of an interval with this many decimals, with more where it would read as zero.
    Limit(f64, usize),
    /// A number bounded by one, without a leading zero: `.84`.
    Share(f64, usize),
}

impl Message {
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds an argument; the name is the variable's in the message file.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Adds the first few of some names, their count as `n`, and as `more` how many are not given.
    pub fn with_names<S: AsRef<str>>(self, name: &'static str, names: &[S]) -> Self {
        let more = names.len().saturating_sub(NAMED);
        self.with(name, first_names(names)).with("n", names.len()).with("more", more)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}
impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Value(value)
    }
}
impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Whether a character does not show, ends a line, or turns the direction of what follows: user text may hold any.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180e}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}')
        || matches!(c, '\u{3164}' | '\u{e000}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The user's own words as a message quotes them: on one line, and no longer than a line.
pub fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_hidden(c));
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// So many names are given where a Problem concerns many.
const NAMED: usize = 5;

/// The first few of many names, for a message that also has their count.
pub fn first_names<S: AsRef<str>>(names: &[S]) -> Vec<String> {
    names.iter().take(NAMED).map(|name| excerpt(name.as_ref())).collect()
}

/// How much a Problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was understood in one of several ways, or repaired; nothing is lost.
    Note,
    /// A value, row or column is left out of something until the user acts.
    Warning,
    /// What was asked cannot be done.
    Error,
}

/// Where in the file: a line as an editor counts it (the header is line 1), a column by its name, a participant by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub line: Option<usize>,
    pub column: Option<String>,
    pub participant: Option<String>,
    /// The file, where there are several.
    pub file: Option<String>,
}

/// Something about the file or the Plan that the user should know. Its code is the message's id and never changes; the message
/// file gives the text and, as the attribute `.hint`, what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub severity: Severity,
    pub at: Place,
    pub message: Message,
    /// A question that the user can answer in place.
    pub ask: Option<Ask>,
}

/// A question whose answer goes into the Plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Does `value` in `column` stand for a missing value? Answered in `Plan::codes`.
    MissingCode { column: String, value: f64 },
    /// Are the items of the key those of the form? Answered by `confirmed` of the scale of that name.
    ConfirmKey { scale: String },
    /// Were the answers entered from `by` higher than the key has them? Answered by `shift` of the scale.
    ShiftAnswers { scale: String, by: f64 },
}

impl Problem {
    pub fn new(severity: Severity, message: Message) -> Self {
        Self { severity, at: Place::default(), message, ask: None }
    }
    pub fn error(message: Message) -> Self {
        Self::new(Severity::Error, message)
    }
    pub fn warning(message: Message) -> Self {
        Self::new(Severity::Warning, message)
    }
    pub fn note(message: Message) -> Self {
        Self::new(Severity::Note, message)
    }
    pub fn at_line(mut self, line: usize) -> Self {
        self.at.line = Some(line);
        self
    }
    pub fn in_column(mut self, column: &str) -> Self {
        self.at.column = Some(column.into());
        self
    }
    pub fn of_participant(mut self, id: &str) -> Self {
        self.at.participant = Some(id.into());
        self
    }
    pub fn of_file(mut self, name: &str) -> Self {
        self.at.file = Some(name.into());
        self
    }
    pub fn asking(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }
    /// The stable kebab-case code, equal to the message's id.
    pub fn code(&self) -> &'static str {
        self.message.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_and_kept_on_one_line() {
        assert_eq!(excerpt(" a\nb\u{7}c\u{200f}"), "a b c");
        assert_eq!(excerpt(&"x".repeat(1_000_000)).chars().count(), 61);
    }
}
