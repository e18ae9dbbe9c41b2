//! The error strata of the univariate model: one for each term within participants.

use super::sphericity::Sphericity;
use super::within::Stratum;

/// A stratum: contrasts of the measures with the error they share.
#[derive(Clone, Debug)]
pub struct ErrorStratum {
    pub stratum: Stratum,
    /// `tr M'E'EM` on `ν·d`.
    pub ss: f64,
    pub df: f64,
    pub sphericity: Sphericity,
}
