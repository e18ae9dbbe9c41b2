//! Estimators: from moments and scores to numbers, without any knowledge of the Table.
//!
//! A fit yields a [`Grid`]; every comparison, adjustment and standardised difference is computed from the grid alone, so
//! that a new model needs no new comparison. In reading order:
//! - [`between`]: factors between participants, coded sum-to-zero, and their terms
//! - [`within`]: factors within participants as orthonormal contrasts, one stratum for each of their terms
//! - [`LinearModel`]: the multivariate linear model of one outcome, fitted once from [`CellMoments`]; it reports its
//!   [`effects`] (types III and II) with their [`effect_size`]s, its [`strata`] with their [`sphericity`], and its
//!   [`multivariate`] tests
//! - [`mixed`]: models of repeated measures in which values may be missing
//! - [`grid`]: β̂, V, degrees of freedom and the cells' variances, from which every comparison is made
//! - [`adjust`], [`joint`]: families of comparisons
//! - [`verdict`]: whether a comparison is significant
//! - [`equivalence`]: tests against a margin, ratios of contrasts
//! - [`bayes`]: Bayes factors against the exact null
//! - [`reliable_change`], [`proportions`]: individual participants, and proportions of arms
//! - [`design_effect`]: how clustering in therapy groups inflates the variance of a difference between arms
//! - [`regression`]: least squares on the rows of one measure, for statistics that moments do not carry
//! - [`polynomial`]: trends over the levels of a factor
//! - [`resample`]: permutation and bootstrap of participants

pub mod adjust;
pub mod basis;
pub mod bayes;
pub mod between;
pub mod box_m;
mod cell_moments;
pub mod design_effect;
pub mod effect_size;
pub mod effects;
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
pub mod multivariate;
mod one_factor;
pub mod polynomial;
mod probability;
pub mod proportions;
pub mod ranks;
pub mod regression;
pub mod reliability;
pub mod reliable_change;
pub mod resample;
pub mod sphericity;
pub mod strata;
mod sums_of_squares;
pub mod two_means;
pub mod unequal;
pub mod verdict;
mod within;

pub use adjust::{Adjust, Family};
pub use between::{Between, Term};
pub use cell_moments::CellMoments;
pub use error_term::ErrorTerm;
pub use estimate::{Estimate, IntervalEstimate, JointTest};
pub use f_test::FTest;
pub use fit::LinearModel;
pub use fit::mixed;
pub use grid::{ContrastWeights, Grid};
pub use lack::{Lack, ROUNDING};
pub use probability::{f_upper, t_critical};
pub use sums_of_squares::SumsOfSquares;
pub use within::Within;
