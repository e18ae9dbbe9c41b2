//! What a trial's arms, occasions and outcome are called in sentences and tables.

use crate::report::{Words, label};
use crate::trial::ONLY;

/// Display names: the user's own, with the usual abbreviations of occasions written out.
#[derive(Clone, Debug)]
pub struct Names {
    pub outcome: String,
    pub arms: Vec<String>,
    pub occasions: Vec<String>,
}

impl Names {
    pub fn new(outcome: &str, arms: &[String], occasions: &[String], words: &Words) -> Self {
        let written: Vec<String> = match occasions {
            [only] if only == ONLY => vec![words.label("the-one-occasion")],
            several => several.iter().map(|name| words.occasion(name)).collect(),
        };
        // Two abbreviations of one word ("fu", "fup") must not become one name.
        let distinct = (1..written.len()).all(|index| !written[..index].contains(&written[index]));
        let labels = |names: &[String]| names.iter().map(|name| label(name)).collect();
        Self {
            outcome: label(outcome),
            arms: labels(arms),
            occasions: labels(if distinct { &written } else { occasions }),
        }
    }
}

/// With a capital first letter, for the start of a sentence or a table's heading.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
