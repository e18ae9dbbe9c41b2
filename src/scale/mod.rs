//! Questionnaires: scores computed from the items of a file, as a key or the user defines them, and the Problems met on the way.
//!
//! [`scored`] adds a column for each score and occasion to the Table; from there on a score is an outcome like any other.
//! A value that cannot be an answer is named and left out, never mended.

mod answers;
mod checks;
mod definition;
mod items;
pub mod key;
mod of_key;
pub mod own_key;
mod plan;
mod refusal;
mod rows;
mod score;
mod shipped;

pub use definition::{Definition, Recode, Score, ScoringRule};
pub use items::in_runs;
pub use key::Key;
pub use plan::{Items, RecodePlan, ScalePlan, SubscalePlan};
pub use refusal::numbers_in_short;
pub use rows::Setting;
pub use score::{OccasionItems, Planned, Scored, ScoredScale, planned, scored};
pub use shipped::{key, keys};
