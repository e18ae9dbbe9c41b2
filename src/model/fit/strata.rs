//! The error strata of the univariate model: one for each term within participants.

use super::linear::Fit;
use super::sphericity::{Sizes, Sphericity, sphericity};
use crate::model::within::Stratum;

/// A stratum: contrasts of the measures with the error they share.
#[derive(Clone, Debug)]
pub struct ErrorStratum {
    pub stratum: Stratum,
    /// `tr M'E'EM` on `ν·d`.
    pub ss: f64,
    pub df: f64,
    pub sphericity: Sphericity,
}

/// The error of every stratum, the participants' means first.
pub(super) fn error_strata(fit: &Fit) -> Vec<ErrorStratum> {
    fit.within
        .strata()
        .into_iter()
        .map(|stratum| {
            let error = stratum.contrasts.transpose() * &fit.error * &stratum.contrasts;
            let sizes = Sizes { n: fit.n, df_error: fit.df_error, n_measures: fit.n_measures() };
            ErrorStratum {
                ss: error.trace(),
                df: fit.df_error as f64 * error.nrows() as f64,
                sphericity: sphericity(&error, sizes),
                stratum,
            }
        })
        .collect()
}
