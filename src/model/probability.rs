//! Distribution functions under the names that estimators use.

use statrs::function::gamma::ln_gamma;

use crate::num::tail;

pub use crate::num::noncentral::f_noncentrality_limits;
pub use crate::num::tail::{chi2_sf as chi2_upper, f_quantile_upper as f_critical, f_sf as f_upper, t_sf, t_two_sided};

/// The |t| that is exceeded with probability `p`.
pub fn t_critical(p: f64, df: f64) -> f64 {
    tail::t_quantile_upper(p / 2.0, df)
}

/// Hedges' exact correction `Γ(df/2)/(√(df/2) Γ((df − 1)/2))`; NaN below two degrees of freedom.
pub fn hedges_j(df: f64) -> f64 {
    if df < 2.0 || df.is_nan() {
        return f64::NAN;
    }
    (ln_gamma(df / 2.0) - ln_gamma((df - 1.0) / 2.0) - 0.5 * (df / 2.0).ln()).exp()
}
