//! Noncentral t, as the mean of a normal tail over the standard deviation in the denominator.

use crate::num::gamma::{ln_1p_minus, stirling_error};
use crate::num::incomplete_gamma::DF_INFINITE;
use crate::num::normal;
use crate::num::quadrature::sum_both_ways;
use crate::num::roots::root;
use std::f64::consts::PI;

/// Beyond this noncentrality the integral would need too fine a step; the result is then `NaN`.
const DELTA_MAX: f64 = 1e4;

/// Below this the density over ln s decays too slowly to be summed; the result is again `NaN`.
const DF_MIN: f64 = 0.1;

/// The probability that t(`df`) with noncentrality `delta` exceeds `t`; `df` may be infinite.
///
/// ```
/// use prepost::num::noncentral::noncentral_t_sf;
/// assert!((noncentral_t_sf(14.0, 13.0, 2.0) / 7.6474456216512217e-7 - 1.0).abs() < 1e-12);
/// ```
pub fn noncentral_t_sf(t: f64, df: f64, delta: f64) -> f64 {
    let has_value = !t.is_nan() && df >= DF_MIN && delta.abs() <= DELTA_MAX;
    if !has_value {
        return f64::NAN;
    }
    if t.is_infinite() {
        return if t > 0.0 { 0.0 } else { 1.0 };
    }
    if df >= DF_INFINITE {
        return normal::sf(t - delta);
    }
    if t == 0.0 {
        return normal::sf(-delta);
    }
    // Over u = ln s the integrand has one peak: its logarithm is concave in s.
    let peak = peak(t, df, delta);
    // As fine as the density asks for (see the studentised range), and as the normal tail does: that bends over a
    // distance of 1/|t| in s, where the peak is or where ts = δ.
    let for_density = (14.0 + 5.3 * df.sqrt()) / PI;
    let for_tail = (t * peak.exp()).abs().max(delta.abs()) / 0.6;
    let step = for_density.hypot(for_tail).recip();
    let at = |u: f64| {
        let growth = (2.0 * u).exp_m1();
        let density = (0.5 * df * ln_1p_minus(growth, 2.0 * u)).exp();
        density * normal::sf(t * u.exp() - delta)
    };
    let scale = (df / PI).sqrt() * (-stirling_error(0.5 * df)).exp();
    (scale * step * sum_both_ways(|node| at(peak + step * node))).min(1.0)
}

/// The probability that t(`df`) with noncentrality `delta` is at most `t`; `df` may be infinite.
pub fn noncentral_t_cdf(t: f64, df: f64, delta: f64) -> f64 {
    noncentral_t_sf(-t, df, -delta)
}

/// The u = ln s at which the integrand is largest, nearly: where ν(1 − s²) = ts·h(ts − δ), h the normal hazard.
fn peak(t: f64, df: f64, delta: f64) -> f64 {
    let slope = |u: f64| {
        let s = u.exp();
        df * (1.0 - s * s) - t * s * normal::hazard(t * s - delta)
    };
    let away = if t > 0.0 { -1.0 } else { 1.0 };
    let mut reach = 1.0;
    while reach < 600.0 && slope(away * reach) * away > 0.0 {
        reach *= 2.0;
    }
    root(slope, (0.0, away * reach), 1e-3).unwrap_or(0.0)
}
