//! Likelihoods and information criteria as SAS PROC MIXED prints them.
//!
//! # Formulas
//! With k parameters counted, n values counted and N participants: `AIC = −2ℓ + 2k`, `AICC = −2ℓ + 2kn/(n − k − 1)`,
//! `BIC = −2ℓ + k ln N`. In REML the parameters of Σ count, and `n` is the number of values minus that of coefficients; in
//! ML the coefficients count too.

use super::likelihood::{Estimation, Objective, Profiled};

/// −2 log-likelihood and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Criteria {
    /// In REML for factors and occasions coded sum to zero.
    pub log_likelihood: f64,
    /// The same for treatment coding, as SAS, SPSS and R's default print; equal to the other in ML.
    pub log_likelihood_treatment: f64,
    pub aic: f64,
    pub aicc: f64,
    pub bic: f64,
    /// The parameters counted.
    pub n_parameters: usize,
}

impl Criteria {
    pub fn new(objective: &Objective<'_>, point: &Profiled) -> Self {
        let minus2 = objective.minus2_log_likelihood(point);
        let data = objective.data;
        let coefficients = data.places.n_coefficients();
        let (k, n) = match objective.estimation {
            Estimation::Restricted => (objective.n_parameters(), data.n_observations - coefficients),
            Estimation::Full => (objective.n_parameters() + coefficients, data.n_observations),
        };
        let (parameters, values) = (k as f64, n as f64);
        let spare = values - parameters - 1.0;
        Self {
            log_likelihood: -0.5 * minus2,
            log_likelihood_treatment: -0.5 * (minus2 + objective.treatment_coding_shift()),
            aic: minus2 + 2.0 * parameters,
            aicc: if spare > 0.0 { minus2 + 2.0 * parameters * values / spare } else { f64::NAN },
            bic: minus2 + parameters * (data.records.len() as f64).ln(),
            n_parameters: k,
        }
    }
}
