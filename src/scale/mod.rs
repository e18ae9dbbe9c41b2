//! Questionnaires: from the items of a file to scores, as a key or the user defines them, and what was found on the way.
//!
//! [`scored`] adds a column for each score and occasion to the Table; from there on a score is an outcome like any other.
//! A value that cannot be an answer is named and left out, never mended.

mod answers;
mod definition;
mod plan;
mod score;

pub use definition::{Definition, Recode, Rule, Score};
pub use plan::{Items, ScalePlan, SubscalePlan};
pub use score::{OccasionItems, Scored, ScoredScale, scored};
