//! Confidence limits of a noncentrality, by inverting its distribution.

use super::{noncentral_f_cdf, noncentral_f_sf, noncentral_t_cdf, noncentral_t_sf};
use crate::num::roots::root;
use crate::num::tail::normal_quantile_upper;

/// The limits of λ at which an observed `f` on `df1` and `df2` degrees of freedom leaves (1 − `level`)/2 above and below.
///
/// A limit is 0 where no λ leaves so small a tail: the lower one where the p-value exceeds (1 − `level`)/2, both where it
/// exceeds (1 + `level`)/2. `NaN` where an argument is out of its range, or λ beyond 1e7.
///
/// ```
/// use prepost::num::noncentral::f_noncentrality_limits;
/// let (low, high) = f_noncentrality_limits(8.0, 2.0, 57.0, 0.90);
/// assert!((low - 4.186063).abs() < 1e-6 && (high - 31.768673).abs() < 1e-6);
/// ```
pub fn f_noncentrality_limits(f: f64, df1: f64, df2: f64, level: f64) -> (f64, f64) {
    let Some(ln_tail) = ln_tail_outside(level) else { return (f64::NAN, f64::NAN) };
    // On the axis of √λ the tails are close to normal.
    let low = |root_lambda: f64| noncentral_f_sf(f, df1, df2, root_lambda * root_lambda).ln() - ln_tail;
    let high = |root_lambda: f64| ln_tail - noncentral_f_cdf(f, df1, df2, root_lambda * root_lambda).ln();
    let centre = (df1 * f).sqrt();
    let square = |limit: f64| limit * limit;
    (square(rising_root(low, 0.0, centre)), square(rising_root(high, 0.0, centre)))
}

/// The limits of δ at which an observed `t` on `df` degrees of freedom leaves (1 − `level`)/2 above and below.
///
/// `NaN` where an argument is out of its range, or δ beyond ±1e4.
///
/// ```
/// use prepost::num::noncentral::t_noncentrality_limits;
/// let (low, high) = t_noncentrality_limits(3.0, 38.0, 0.95);
/// assert!((low - 0.910289).abs() < 1e-6 && (high - 5.054359).abs() < 1e-6);
/// ```
pub fn t_noncentrality_limits(t: f64, df: f64, level: f64) -> (f64, f64) {
    let Some(ln_tail) = ln_tail_outside(level) else { return (f64::NAN, f64::NAN) };
    let low = |delta: f64| noncentral_t_sf(t, df, delta).ln() - ln_tail;
    let high = |delta: f64| ln_tail - noncentral_t_cdf(t, df, delta).ln();
    // Johnson & Welch (1940): about normal with this spread.
    let spread = (1.0 + 0.5 * t * (t / df)).sqrt() * normal_quantile_upper(0.5 - 0.5 * level).max(0.1);
    (rising_root(low, f64::NEG_INFINITY, t - spread), rising_root(high, f64::NEG_INFINITY, t + spread))
}

/// ln of (1 − level)/2; `None` where the level is not between 0 and 1.
fn ln_tail_outside(level: f64) -> Option<f64> {
    (0.0 < level && level < 1.0).then(|| (0.5 - 0.5 * level).ln())
}

/// The root of an increasing function near `guess`, but not below `least`: that is returned if the function is positive there.
fn rising_root(f: impl Fn(f64) -> f64, least: f64, guess: f64) -> f64 {
    let at_guess = f(guess);
    if at_guess.is_nan() {
        return f64::NAN;
    }
    let direction = if at_guess > 0.0 { -1.0 } else { 1.0 };
    let (mut near, mut reach) = (guess, 0.5);
    loop {
        let far = (guess + direction * reach).max(least);
        let at_far = f(far);
        if at_far.is_nan() {
            return f64::NAN;
        }
        if (at_far > 0.0) != (at_guess > 0.0) || at_far == 0.0 {
            return root(f, (near, far), 0.0).unwrap_or(f64::NAN);
        }
        if far == least {
            return least;
        }
        near = far;
        reach *= 2.0;
    }
}
