//! Why a part of the Plan was guessed as it was, and how sure that is.

use crate::notice::Message;

/// Why a part of the Plan was guessed as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The part: `id`, `arm`, `control`, `long`, `occasions`, `within`, `outcomes`, `outcome:<name>`, `better:<name>`,
    /// `scale:<name>`, `unused`.
    pub part: String,
    pub message: Message,
    /// False where the guess is only a default that the user should look at.
    pub certain: bool,
}

impl Reason {
    pub fn certain(part: impl Into<String>, message: Message) -> Self {
        Self { part: part.into(), message, certain: true }
    }

    pub fn uncertain(part: impl Into<String>, message: Message) -> Self {
        Self { part: part.into(), message, certain: false }
    }
}
