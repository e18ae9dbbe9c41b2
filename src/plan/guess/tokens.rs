//! A header split into its words and numbers, each with its place in the header.

use std::ops::Range;

use crate::plan::labels::{digit, fold_char};

/// A word or a number within a header.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Folded: lower case, Persian letters, Latin digits.
    pub text: String,
    /// The bytes of the header that it stands on.
    pub at: Range<usize>,
    /// Whether nothing stands between it and the token before: `T1` is `T` and, glued, `1`.
    pub glued: bool,
}

impl Token {
    pub fn number(&self) -> Option<u32> {
        self.text.parse().ok()
    }
}

/// Whether a list of words, written as one text, has that word.
pub fn has(words: &str, word: &str) -> bool {
    let is_border = |c: Option<char>| c.is_none_or(|c| c == ' ');
    let is_whole = |(at, _): (usize, &str)| {
        is_border(words[..at].chars().next_back()) && is_border(words[at + word.len()..].chars().next())
    };
    !word.is_empty() && words.match_indices(word).any(is_whole)
}

/// Words that also stand at the end or the beginning of a word without any mark: `CDRISCpost`, `prestress`.
const PEELED: [&str; 25] = [
    "pretest",
    "posttest",
    "followup",
    "baseline",
    "before",
    "after",
    "post",
    "pre",
    "fup",
    "fu",
    "پیشازمون",
    "پسازمون",
    "prior",
    "前测",
    "后测",
    "追踪",
    "随访",
    "前測",
    "後測",
    "追蹤",
    "事前",
    "事後",
    "사전",
    "사후",
    "추적",
];

/// A header or a cell says what it is in its first bytes; what follows is a question's wording, or a text.
const LONGEST_HEADER: usize = 1_000;
const LONGEST_LEVEL: usize = 120;

/// The tokens of a cell that may name an arm or an occasion.
pub fn tokens_of_level(level: &str) -> Vec<Token> {
    tokens(&level[..level.floor_char_boundary(LONGEST_LEVEL)])
}

/// The tokens of a header. Marks and spaces part them, and so do a change from letters to digits, a capital after a
/// small letter (`preTest`), and a word for an occasion at either end of a longer word (`CDRISCpost`).
pub fn tokens(header: &str) -> Vec<Token> {
    let header = &header[..header.floor_char_boundary(LONGEST_HEADER)];
    let mut tokens = Vec::new();
    let mut start = None;
    let mut last = ValueKind::Mark;
    for (at, c) in header.char_indices().chain([(header.len(), '\u{0}')]) {
        let kind = ValueKind::of(c);
        // A mark that does not show belongs to the word around it.
        if kind == ValueKind::Hidden && last != ValueKind::Mark {
            continue;
        }
        let border = kind != last && !(last == ValueKind::Capital && kind == ValueKind::Small);
        if border && let Some(from) = start.take() {
            push(header, from..at, &mut tokens);
        }
        if start.is_none() && !matches!(kind, ValueKind::Mark | ValueKind::Hidden) {
            start = Some(at);
        }
        last = kind;
    }
    tokens
}

#[derive(Clone, Copy, PartialEq)]
enum ValueKind {
    Mark,
    Hidden,
    Digit,
    Capital,
    Small,
}

impl ValueKind {
    fn of(c: char) -> Self {
        let mut folded = String::new();
        fold_char(c, &mut folded);
        match c {
            _ if folded.is_empty() => Self::Hidden,
            _ if digit(c).is_some() => Self::Digit,
            _ if c.is_uppercase() => Self::Capital,
            _ if c.is_alphabetic() => Self::Small,
            _ => Self::Mark,
        }
    }
}

/// Pushes one run of letters or digits, a word for an occasion at its end or beginning apart from the rest.
fn push(header: &str, at: Range<usize>, tokens: &mut Vec<Token>) {
    let run = &header[at.clone()];
    let (text, ends) = fold_with_ends(run);
    let cut = PEELED.iter().find_map(|word| {
        let rest = text.len().checked_sub(word.len()).filter(|&rest| rest > 1)?;
        if text.ends_with(word) {
            Some(rest)
        } else {
            // `FUEE` begins with a follow-up, `functional` does not.
            let apart = word.len() > 2 || run.chars().take(3).all(char::is_uppercase);
            (apart && text.starts_with(word)).then_some(word.len())
        }
    });
    let whole = [0..text.len(), text.len()..text.len()];
    let parts = cut.map_or(whole, |cut| [0..cut, cut..text.len()]);
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let from = at.start + ends.get(part.start).copied().unwrap_or_default();
        let to = at.start + ends.get(part.end).copied().unwrap_or(run.len());
        let token = Token {
            glued: tokens.last().is_some_and(|before: &Token| before.at.end == from),
            text: text[part].to_string(),
            at: from..to,
        };
        tokens.push(token);
    }
}

/// The folded run, and for each byte of it the byte of the run where its character starts.
fn fold_with_ends(run: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(run.len());
    let mut ends = Vec::with_capacity(run.len());
    for (at, c) in run.char_indices() {
        fold_char(c, &mut text);
        ends.resize(text.len(), at);
    }
    (text, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expected: &[&str]) {
        let texts: Vec<String> = tokens(header).into_iter().map(|token| token.text).collect();
        assert_eq!(texts, expected, "{header}");
    }

    #[test]
    fn headers_split_where_people_see_a_border() {
        check("resilience_pre", &["resilience", "pre"]);
        check("T1_EE", &["t", "1", "ee"]);
        check("EE.T1", &["ee", "t", "1"]);
        check("CDRISC1", &["cdrisc", "1"]);
        check("cd baseline", &["cd", "baseline"]);
        check("preTest", &["pre", "test"]);
        check("CDRISCpost", &["cdrisc", "post"]);
        check("EEPost", &["ee", "post"]);
        check("FUEE", &["fu", "ee"]);
        check("functional", &["functional"]);
        check("prestress", &["pre", "stress"]);
        check("fev1_VIS1", &["fev", "1", "vis", "1"]);
        check("f/u", &["f", "u"]);
        check("judgeA", &["judge", "a"]);
        check("", &[]);
        check("<img src=x onerror=alert(1)>", &["img", "src", "x", "onerror", "alert", "1"]);
    }

    #[test]
    fn persian_headers_split_too() {
        check("پیش\u{200C}آزمون", &["پیش", "ازمون"]);
        check("پيگيري ۲", &["پیگیری", "2"]);
        check("تاب\u{200C}آوری_پس آزمون", &["تاب", "اوری", "پس", "ازمون"]);
    }

    #[test]
    fn a_token_knows_its_place_in_the_header() {
        let header = "تاب_پیش۲";
        for token in tokens(header) {
            assert!(header.get(token.at.clone()).is_some(), "{token:?}");
        }
        assert_eq!(&header[tokens(header)[1].at.clone()], "پیش");
    }
}
