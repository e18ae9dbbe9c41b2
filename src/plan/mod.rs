//! The Plan: everything the user chose. Its schema, guessing it from a Table, every change that a user can make to it,
//! and its JSON.

pub mod cells;
mod columns;
mod crossover;
pub mod defaults;
mod difference;
pub mod edit;
pub mod guess;
mod id_columns;
mod json;
pub mod labels;
pub mod limits;
mod parts;
mod places;
mod question;
mod reliable_change;
mod report_extent;
mod schema;
mod shared;
mod step;
pub mod timing;
mod unconfirmed;

pub use cells::missing_codes;
pub use difference::{PlanDifference, differences};
pub use edit::{CellPlace, ColumnRole, DesignGrid, Edit, Edited, apply, runnable, with_scale, without_scale};
pub use guess::{Completed, Guess, Reason, SeparateFile, completed, direction, guess, join};
pub use labels::fold;
pub use parts::{PlanPart, parts};
pub use question::{Known, PlanChoice, PlanQuestion, questions};
pub use schema::{
    Adjust, ArmPlan, Better, ClaimKind, ClaimPlan, Code, CompareArms, ComparePlan, Criterion, CrossoverPlan, ErrorTerm,
    IdColumns, Lead, LongPlan, Margin, MarginUnit, Meaning, NormPlan, ONLY, OutcomePlan, OutcomeRole, Plan,
    ReliabilitySource, ReliableChangePlan, ReportExtent, ResamplingPlan, ScalePlan, SdOf, SumsOfSquares, WithinPlan,
};
pub use unconfirmed::unconfirmed;
