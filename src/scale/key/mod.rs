//! A key: what is published about a questionnaire, as a TOML file. Item numbers only, never their wording.
//!
//! [`Key::read`] gives a key that is whole, or every mistake of the file with its line. The shipped keys are read by the
//! same function; `tests/native/keys` holds that none of them is wrong.

pub mod check;
mod fields;
pub mod file;
mod read;

use serde::{Deserialize, Serialize};

use super::definition::{Definition, Score};

/// Larger files are no keys.
pub const MOST_BYTES: usize = 100_000;
/// Longer questionnaires are no questionnaires.
pub const MOST_ITEMS: usize = 600;

/// A questionnaire as it is published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    pub id: String,
    /// The full name first.
    pub titles: Vec<String>,
    /// What its columns begin with in files, in small letters and digits: `mbi`, `cdrisc`.
    pub aliases: Vec<String>,
    pub version: String,
    pub source: String,
    pub confidence: Confidence,
    pub licence: String,
    pub note: String,
    /// How many items the form has; 0 where the user says it.
    pub n_items: usize,
    pub range: Option<(f64, f64)>,
    /// The share of a score's items that must be answered.
    pub least_answered: f64,
    /// Items are numbered subscale by subscale, not as the form prints them.
    pub in_blocks: bool,
    /// The user says which items belong to which score.
    pub is_template: bool,
    /// Its authors add no total over the subscales.
    pub has_no_total: bool,
    pub scores: Vec<KeyScore>,
    #[serde(skip)]
    pub examples: Vec<Example>,
}

/// How well a key is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Two independent sources, or the author's own.
    A,
    /// One source.
    B,
    /// Unconfirmed: the user compares it with the form before it is used.
    C,
    /// The user's own definition, which needs no source.
    Own,
}

/// The direction of benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Benefit {
    Higher,
    Lower,
}

/// One score, and what is published about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyScore {
    /// Without items in a template.
    pub score: Score,
    /// The subscales of a mean of subscale means, by name.
    pub of: Vec<String>,
    /// How many items it has, where a template knows no more.
    pub n_items: usize,
    /// `None` where the user says it.
    pub better: Option<Benefit>,
    /// It describes, and is no outcome unless the user makes it one: seldom replicated factors.
    pub descriptive: bool,
    pub cutoffs: Vec<CutOff>,
    pub norms: Vec<KeyNorm>,
    pub retests: Vec<Retest>,
}

/// Scores from `from` on, and below `below`, that have a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CutOff {
    pub from: Option<f64>,
    pub below: Option<f64>,
    pub label: String,
    pub cited: Cited,
}

/// A population's scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyNorm {
    pub population: String,
    pub mean: f64,
    pub sd: Option<f64>,
    pub n: Option<usize>,
    pub cited: Cited,
}

/// The correlation of two occasions between which nothing was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Retest {
    pub r: f64,
    pub interval: String,
    pub n: Option<usize>,
    pub cited: Cited,
}

/// Where a number comes from, and how well it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cited {
    pub source: String,
    pub confidence: Confidence,
}

/// Answers and their scores, worked by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// NaN where not answered.
    pub answers: Vec<f64>,
    /// Name and value; NaN where the score cannot be given.
    pub scores: Vec<(String, f64)>,
}

impl Key {
    /// Whether the user compares it with the form before it is used. A template needs no more than its items.
    pub fn needs_confirmation(&self) -> bool {
        (self.confidence == Confidence::C || self.in_blocks) && !self.is_template
    }

    /// A score of which nothing is published.
    pub fn bare_score(score: Score, of: Vec<String>) -> KeyScore {
        let n_items = score.items.len();
        let (cutoffs, norms, retests) = (Vec::new(), Vec::new(), Vec::new());
        KeyScore { score, of, n_items, better: None, descriptive: false, cutoffs, norms, retests }
    }

    /// The scores whose items are known.
    pub fn definition(&self) -> Definition {
        let known = self.scores.iter().map(|score| &score.score).filter(|score| !score.items.is_empty());
        Definition {
            range: self.range,
            n_items: self.n_items,
            scores: known.cloned().collect(),
            least_answered: self.least_answered,
        }
    }

    pub fn score(&self, name: &str) -> Option<&KeyScore> {
        self.scores.iter().find(|score| score.score.name == name)
    }
}
