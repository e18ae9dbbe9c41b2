//! Power and sample size in closed form.
//!
//! - [`repeated_measures`]: between, within and interaction effects of a repeated-measures ANOVA (noncentral F)
//! - [`cases`]: a file of designs, one a row
//!
//! An input out of its range is an [`Unusable`], never a number.

pub mod cases;
pub mod repeated_measures;
mod unusable;

pub use unusable::Unusable;
