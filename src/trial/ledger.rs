//! Who is left out of which analysis, and why.

use crate::notice::Message;

/// Everyone who is left out of something: first those left out of every analysis, in the file's order, then for each
/// outcome those left out of its complete-case analysis.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub left_out: Vec<LeftOut>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The participant's id as the file has it, or the line where there is none.
    pub participant: String,
    /// An index into `Trial::arms`, where it is known.
    pub arm: Option<u32>,
    /// An index into `Trial::outcomes`; `None`: of every analysis.
    pub outcome: Option<usize>,
    /// Indices into `Trial::occasions` at which the value is missing.
    pub occasions: Vec<usize>,
    pub reason: Message,
}

impl Ledger {
    /// Those left out of every analysis.
    pub fn overall(&self) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(|left_out| left_out.outcome.is_none())
    }

    /// Those left out of the complete-case analysis of that outcome alone.
    pub fn of_outcome(&self, outcome: usize) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(move |left_out| left_out.outcome == Some(outcome))
    }
}
