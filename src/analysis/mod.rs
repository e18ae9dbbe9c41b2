//! One outcome's results, each computed once, and what the report says of them: a folder per family of methods.
//!
//! A method's folder has `compute` (a [`Study`] into a typed, unrounded result), `numbers` (its names in the tidy output),
//! `section` (its part of the report) and `method.md` (its documentation). Files that compute know nothing of files that
//! show.

#[macro_use]
pub mod registry;

mod answers;
mod arm_scores;
mod cells;
mod claims;
mod colophon;
mod display;
mod extent;
mod lack;
mod limits;
mod names;
mod numbering;
mod outcome;
mod overview;
mod participants;
mod primaries;
mod profile;
mod result;
mod samples;
mod side_by_side;
mod standing;
mod store;
mod table;
mod terms;
mod who;

pub mod method;
pub mod study;
pub mod tidy;

registry!(modules);

pub use colophon::{colophon, trial_summary};
pub use comparisons::comparison::{Adjusted, Compared, Comparison, FamilyKind};
pub use display::Display;
pub use extent::left_out;
pub use method::AnyMethod;
pub use numbering::{append, number_report};
pub use outcome::{OutcomeAnalysis, numbers_of_outcome, outcome_report, study_report};
pub use overview::{Overview, overview};
pub use registry::{Chapter, methods};
pub use result::Computation;
pub use standing::Standing;
pub use study::Study;
pub use tidy::{Number, Numbers};
