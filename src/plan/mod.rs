//! The Plan: everything the user chose. Its schema, guessing it from a Table, every change that a user can make to it,
//! and its JSON.

pub mod cells;
pub mod edit;
pub mod guess;
mod json;
pub mod labels;
pub mod names;
mod schema;

pub use cells::missing_codes;
pub use edit::{with_scale, without_scale};
pub use guess::{Guess, Reason, SeparateFile, direction, guess, join};
pub use labels::fold;
pub use schema::{
    Adjust, ArmPlan, Better, ClaimKind, ClaimPlan, Code, Criterion, ErrorTerm, LongPlan, Margin, MarginUnit, Meaning,
    Norm, ONLY, OutcomePlan, OutcomeRole, Plan, ReliabilitySource, ReliableChangePlan, ResamplingPlan, ScalePlan, SdOf,
    SumsOfSquares, WithinPlan,
};
