//! The error strata of a fit.

use super::linear::Fit;
use crate::model::sphericity::{Dimensions, sphericity};
use crate::model::strata::ErrorStratum;

/// The error of every stratum, the participants' means first.
pub(super) fn error_strata(fit: &Fit) -> Vec<ErrorStratum> {
    fit.within
        .strata()
        .into_iter()
        .map(|stratum| {
            let error = stratum.contrasts.transpose() * &fit.error * &stratum.contrasts;
            let dimensions = Dimensions { n: fit.n, df_error: fit.df_error, n_measures: fit.n_measures() };
            ErrorStratum {
                ss: error.trace(),
                df: fit.df_error as f64 * error.nrows() as f64,
                sphericity: sphericity(&error, dimensions),
                stratum,
            }
        })
        .collect()
}
