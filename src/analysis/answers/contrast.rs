//! What the answers read: rows of comparison tables, and tests against the margin.

use crate::analysis::comparisons::verdict::Verdict;
use crate::analysis::lasting::equivalence::compute::Lasted;
use crate::notice::{Arg, Message};

/// A row of a comparison table, as the answers read it.
#[derive(Clone, Debug)]
pub struct ContrastRow {
    pub subject: Subject,
    pub estimate: f64,
    /// The limits of the interval that goes with `p`.
    pub low: f64,
    pub high: f64,
    /// Adjusted as the Plan says.
    pub p: f64,
    /// What its numbers show.
    pub verdict: Verdict,
    /// Whether the interval is the one of that adjustment.
    pub matches: bool,
    pub g: Option<f64>,
    /// The id of the table and the row in it.
    pub table: &'static str,
    pub row: usize,
    /// Said after the statistics.
    pub more: Vec<Message>,
}

/// What is compared. Arms and occasions are indices into the trial's; later − earlier throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The change from one occasion to another, in one arm against another.
    Change { from: usize, to: usize, arm: usize, against: usize },
    /// Two arms at one occasion.
    Arms { at: usize, arm: usize, against: usize },
    /// Two occasions within one arm.
    Occasions { from: usize, to: usize, arm: usize },
}

/// What the tests against the margin say, in the arms' order.
pub struct Lasting {
    /// In points, as it is shown.
    pub margin: Arg,
    pub since: Vec<Since>,
}

/// The change of an arm since the end of treatment.
pub struct Since {
    pub arm: usize,
    pub to: usize,
    pub lasted: Lasted,
    /// Said after the statistics: the test against the margin, what is left of the effect.
    pub more: Vec<Message>,
}

impl ContrastRow {
    /// Whether the numbers show a difference at all.
    pub fn excludes_zero(&self) -> bool {
        self.verdict != Verdict::NoEvidence
    }
}
