//! Who is left out of which analysis, and why.

use crate::message::Message;

/// Everyone who is left out of something.
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
