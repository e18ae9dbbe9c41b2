//! The words of trials in the languages that files come in: one list for each language, as data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A language's list names a role in each line, and after it the words, folded and without spaces.
const LANGUAGES: [&str; 12] = [
    include_str!("en.txt"),
    include_str!("fa.txt"),
    include_str!("ar.txt"),
    include_str!("tr.txt"),
    include_str!("de.txt"),
    include_str!("es.txt"),
    include_str!("fr.txt"),
    include_str!("pt.txt"),
    include_str!("it.txt"),
    include_str!("zh.txt"),
    include_str!("ja.txt"),
    include_str!("ko.txt"),
];

/// What a word may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    Arm,
    Id,
    Control,
    Without,
    Treated,
    Pre,
    Mid,
    Post,
    FollowUp,
    Lower,
    Higher,
}

impl Tells {
    fn line(self) -> &'static str {
        match self {
            Self::Arm => "arm:",
            Self::Id => "id:",
            Self::Control => "control:",
            Self::Without => "without:",
            Self::Treated => "treated:",
            Self::Pre => "pre:",
            Self::Mid => "mid:",
            Self::Post => "post:",
            Self::FollowUp => "followup:",
            Self::Lower => "lower:",
            Self::Higher => "higher:",
        }
    }

    /// The words of all languages, a text for each language that has some.
    pub fn lists(self) -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().flat_map(|language| language.lines()).filter_map(move |line| line.strip_prefix(self.line()))
    }

    /// Whether a word, folded, tells it in any of the languages.
    pub fn by(self, word: &str) -> bool {
        WORDS.get(word).is_some_and(|tells| tells.contains(&self))
    }
}

const ALL: [Tells; 11] = [
    Tells::Arm,
    Tells::Id,
    Tells::Control,
    Tells::Without,
    Tells::Treated,
    Tells::Pre,
    Tells::Mid,
    Tells::Post,
    Tells::FollowUp,
    Tells::Lower,
    Tells::Higher,
];

/// The lists by word: headers of thousands of columns are looked up in them.
static WORDS: LazyLock<BTreeMap<&'static str, Vec<Tells>>> = LazyLock::new(|| {
    let mut words: BTreeMap<&str, Vec<Tells>> = BTreeMap::new();
    for tells in ALL {
        for word in tells.lists().flat_map(str::split_ascii_whitespace) {
            words.entry(word).or_default().push(tells);
        }
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::labels::fold;

    #[test]
    fn words_stand_as_headers_are_folded() {
        for line in LANGUAGES.iter().flat_map(|language| language.lines()).filter(|line| !line.starts_with('#')) {
            for word in line.split_ascii_whitespace().skip(1) {
                assert_eq!(fold(word), word, "{line}");
            }
        }
    }
}
