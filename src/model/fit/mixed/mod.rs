//! Models of repeated measures in which participants may miss occasions: everyone with any value enters.
//!
//! # Model
//! `y_i = X_iβ + e_i`, `e_i ~ N(0, Σ_i)` with Σ_i the rows and columns of one Σ (or one for each arm) at the occasions that
//! participant i has. In reading order:
//! - `mean_structure`, `rank`: X, and which of its coefficients the data determine
//! - `repeated`: the data summed up by missingness pattern
//! - `structure`, `correlation`, `sigma`, `start`: Σ as a function of its parameters
//! - `likelihood`, `curvature`, `search`: the estimates
//! - `kenward_roger`, `robust`, `criteria`: what is told of them
//! - `model`, `cells`: a fit, and its grid
//! - `fallback`, `unfitted`: where there is none
//!
//! Estimates rest on what is missing being missing at random given the values that are there (Rubin, 1976).
//!
//! # References
//! - Rubin, D. B. (1976). Inference and missing data. *Biometrika, 63*(3), 581–592.
//! - Mallinckrodt, C. H., Clark, W. S., & David, S. R. (2001). Accounting for dropout bias using mixed-effects models.
//!   *Journal of Biopharmaceutical Statistics, 11*(1–2), 9–21. <https://doi.org/10.1081/BIP-100104194>

mod cells;
mod correlation;
mod criteria;
mod curvature;
mod determined;
mod fallback;
mod kenward_roger;
mod likelihood;
mod mean_structure;
mod model;
mod rank;
mod repeated;
mod robust;
mod search;
mod sigma;
mod start;
mod structure;
mod unfitted;

pub use cells::Inference;
pub use criteria::Criteria;
pub use fallback::{Attempts, Tried, fit_or_simplify, simpler_structures, simplify};
pub use kenward_roger::Adjustment;
pub use likelihood::Estimation;
pub use mean_structure::MeanStructure;
pub use model::{MixedModel, MixedSpecification, RandomEffects};
pub use repeated::{Participant, Repeated};
pub use robust::Sandwich;
pub use search::Convergence;
pub use structure::{Structure, Variances};
pub use unfitted::Unfitted;
