//! The moments of one cell.

use crate::num::moments::Moments;

/// The participants at one combination of the levels of the factors between participants.
#[derive(Clone, Debug)]
pub struct CellMoments {
    /// The level of each factor.
    pub at: Vec<usize>,
    /// Of the measures, then of the covariates; all cells share one shift.
    pub moments: Moments,
}
