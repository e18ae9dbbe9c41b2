//! Model fits. Each yields a [`Grid`](super::Grid) and reports its tests and residuals itself, so that no code outside of
//! `model` reads a fit.

mod effect_table;
mod hypothesis;
mod linear;
mod linear_model;
pub mod mixed;
mod strata;

pub use linear_model::LinearModel;
