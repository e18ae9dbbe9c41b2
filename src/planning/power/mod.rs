//! Power and sample size in closed form.
//!
//! - [`repeated_measures`]: between, within and interaction effects of a repeated-measures ANOVA (noncentral F)
//! - [`arm_contrast`]: two arms at an occasion: raw scores, change, ANCOVA (noncentral t)
//! - [`margin`]: equivalence and non-inferiority, as for an effect that is maintained
//! - [`several`]: any or all of several contrasts under an adjustment
//! - [`inflation`]: dropout, and treatment delivered in groups
//! - [`sample_size`]: the least n, and the least effect, for a wanted power
//! - [`cases`]: a file of designs, one a row
//! - [`outlook`]: what one trial can and cannot show
//!
//! An input out of its range is an [`Unusable`], never a number.

pub mod arm_contrast;
pub mod cases;
pub mod inflation;
pub mod margin;
pub mod outlook;
pub mod repeated_measures;
pub mod sample_size;
pub mod several;
mod unusable;

pub use unusable::Unusable;
