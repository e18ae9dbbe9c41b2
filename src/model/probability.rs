//! What the model asks of the distributions, NaN for NaN. (Stand-in on statrs until branch num lands.)

use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, StudentsT};

/// The probability that |t| is larger.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    if !t.is_finite() || !(df > 0.0) {
        return f64::NAN;
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |d| 2.0 * d.sf(t.abs()))
}
/// The |t| that is exceeded with that probability.
pub fn t_critical(p: f64, df: f64) -> f64 {
    if !(df > 0.0) || !(p > 0.0) {
        return f64::NAN;
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |d| -d.inverse_cdf(p / 2.0))
}
pub fn f_upper(f: f64, df1: f64, df2: f64) -> f64 {
    if !f.is_finite() {
        return f64::NAN;
    }
    FisherSnedecor::new(df1, df2).map_or(f64::NAN, |d| d.sf(f))
}
pub fn chi2_upper(x: f64, df: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    ChiSquared::new(df).map_or(f64::NAN, |d| d.sf(x))
}
/// The probability that the studentised range of `k` means exceeds `q`.
pub fn tukey_upper(_q: f64, _k: usize, _df: f64) -> f64 {
    f64::NAN
}
pub fn tukey_critical(_p: f64, _k: usize, _df: f64) -> f64 {
    f64::NAN
}
/// Noncentralities at which F is at the upper and lower end of the interval.
pub fn noncentral_f_limits(_f: f64, _df1: f64, _df2: f64, _level: f64) -> (f64, f64) {
    (f64::NAN, f64::NAN)
}
/// Hedges' exact correction.
pub fn hedges_j(df: f64) -> f64 {
    use statrs::function::gamma::ln_gamma;
    if df > 1.0 { (ln_gamma(df / 2.0) - ln_gamma((df - 1.0) / 2.0)).exp() / (df / 2.0).sqrt() } else { f64::NAN }
}
