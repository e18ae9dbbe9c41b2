//! The fits. Each yields a [`Grid`](super::Grid); what else a model has to say (its table of effects, its residuals) it
//! says itself, so that nothing outside of `model` reads a fit.

pub mod effects;
mod hypothesis;
mod linear;
pub mod linear_model;
pub mod multivariate;
pub mod sphericity;
pub mod strata;

pub use linear::CellMoments;
pub use linear_model::LinearModel;
