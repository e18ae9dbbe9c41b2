//! Types of sums of squares.

use serde::{Deserialize, Serialize};

/// Which other terms a term is adjusted for, serialised as in a Plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SumsOfSquares {
    /// All others.
    #[default]
    #[serde(rename = "III")]
    TypeThree,
    /// Those that do not contain it.
    #[serde(rename = "II")]
    TypeTwo,
}
