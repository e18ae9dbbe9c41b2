//! Estimators: numbers only, never the Table.
//!
//! A fit yields a [`Grid`], and every comparison, adjustment and standardised difference is made from the grid alone, so that
//! a further model brings no further comparison. In reading order:
//! - [`between`]: factors between participants, coded sum-to-zero, and their terms
//! - [`within`]: factors within participants as orthonormal contrasts, one stratum for each of their terms
//! - [`linear_model`]: the multivariate linear model of one outcome, fitted once from the moments of the cells; with its
//!   [`effects`] (types III and II), [`sphericity`], [`multivariate`] tests and [`effect_size`]s
//! - [`grid`]: β̂, V, degrees of freedom, the cells' spread: the one door to every comparison
//! - [`adjust`], [`joint`]: families of comparisons
//! - [`verdict`]: whether a comparison is shown
//! - [`equivalence`]: tests against a margin, ratios of contrasts
//! - [`bayes`]: Bayes factors against the exact null
//! - [`reliable_change`], [`proportions`]: single participants, and shares of arms
//! - [`design_effect`]: what therapy groups do to a difference of arms
//! - [`regression`]: one measure on the rows themselves, for what moments cannot give
//! - [`polynomial`]: trends over the levels of a factor
//! - [`resample`]: permutation and bootstrap of participants

pub mod adjust;
pub mod basis;
pub mod bayes;
pub mod between;
pub mod box_m;
pub mod design_effect;
pub mod effect_size;
pub mod equivalence;
mod error_term;
mod estimate;
mod f_test;
mod fit;
pub mod grid;
pub mod icc;
pub mod joint;
mod lack;
pub mod levene;
mod one_factor;
pub mod polynomial;
mod probability;
pub mod proportions;
pub mod ranks;
pub mod regression;
pub mod reliability;
pub mod reliable_change;
pub mod resample;
pub mod two_means;
pub mod unequal;
pub mod verdict;
mod within;

pub use adjust::{Adjust, Family};
pub use between::{Between, Term};
pub use effects::SumsOfSquares;
pub use error_term::ErrorTerm;
pub use estimate::{Estimate, JointTest};
pub use f_test::FTest;
pub use fit::{CellMoments, LinearModel, effects, linear_model, multivariate, sphericity, strata};
pub use grid::{Contrast, Grid};
pub use lack::{Lack, ROUNDING};
pub use probability::{f_upper, t_critical};
pub use within::Within;
