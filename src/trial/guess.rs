//! Guessing the whole Plan from a Table's headers and values.

use super::Plan;
use crate::message::Message;
use crate::table::Table;

/// A guessed Plan, with the reason for each part.
#[derive(Clone, Debug, Default)]
pub struct Guess {
    pub plan: Plan,
    pub reasons: Vec<Reason>,
    /// Columns that the Plan does not use, in the file's order.
    pub unused: Vec<String>,
}

/// Why a part of the Plan was guessed so.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The part: `id`, `arm`, `control`, `occasions`, `outcome:<name>`, `better:<name>`, `long`, `within`, `covariates`.
    pub part: String,
    pub message: Message,
    /// False where the guess is only a default that the user should look at.
    pub certain: bool,
}

/// Guesses the Plan. Always returns one; where nothing is found its parts are empty and the reasons say so.
pub fn guess(_table: &Table) -> Guess {
    Guess::default()
}
