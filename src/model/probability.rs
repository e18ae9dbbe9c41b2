//! What the model asks of the distributions, in its own words.

use crate::num::tail;

/// The noncentralities at which F stands at the upper and the lower end of its distribution's middle `level`.
pub use crate::num::noncentral::f_noncentrality_limits as noncentral_f_limits;
pub use crate::num::tail::{chi2_sf as chi2_upper, f_sf as f_upper, t_two_sided};

/// The |t| that is exceeded with probability `p`.
pub fn t_critical(p: f64, df: f64) -> f64 {
    tail::t_quantile_upper(p / 2.0, df)
}

/// Hedges' exact correction.
pub fn hedges_j(df: f64) -> f64 {
    use statrs::function::gamma::ln_gamma;
    if df > 1.0 { (ln_gamma(df / 2.0) - ln_gamma((df - 1.0) / 2.0)).exp() / (df / 2.0).sqrt() } else { f64::NAN }
}
