//! Tails and quantiles of the normal, t, F, χ² and beta distributions.
//!
//! # Formulas
//! A p-value is a survival function, never one minus a distribution function: it keeps its relative precision down to
//! the smallest double. Quantiles invert the smaller of the two tails on a logarithmic axis.
//! - normal: Cody's rational functions
//! - χ²: Q(df/2, x/2), the regularised incomplete gamma function
//! - F: I_y(df2/2, df1/2), y = df2/(df2 + df1·f) (Abramowitz & Stegun, 1964, 26.6.2)
//! - t: the two-sided tail is that of F(1, df) at t² (26.7.1)
//!
//! statrs 0.19: a quantile is that of 1 − p, infinite for an upper tail of 1e-60 (χ², F); tails: `normal`,
//! `incomplete_gamma` and `incomplete_beta` say how far off.
//!
//! Degrees of freedom need not be whole; they may be infinite for t and for the second of F. Below 2e-9 there is no value.
//!
//! # References
//! Abramowitz, M., & Stegun, I. A. (1964). *Handbook of mathematical functions*, § 26. National Bureau of Standards.

use super::incomplete_beta::{BetaPoint, OddsRatio};
use super::incomplete_gamma::{DF_INFINITE, Tails, incomplete_gamma, is_shape};
use super::normal;
use super::roots::{NoRoot, root_of_falling};

/// The probability that a standard normal value exceeds `z`.
///
/// ```
/// use prepost::num::tail::normal_sf;
/// assert!((normal_sf(8.0) / 6.220960574271784e-16 - 1.0).abs() < 1e-13);
/// ```
pub fn normal_sf(z: f64) -> f64 {
    normal::sf(z)
}

/// The z that a standard normal value exceeds with probability `p`.
pub fn normal_quantile_upper(p: f64) -> f64 {
    normal::quantile_upper(p)
}

/// The probability that χ²(`df`) exceeds `x`.
pub fn chi2_sf(x: f64, df: f64) -> f64 {
    incomplete_gamma(0.5 * df, 0.5 * x).upper
}

/// The probability that χ²(`df`) is at most `x`.
pub fn chi2_cdf(x: f64, df: f64) -> f64 {
    incomplete_gamma(0.5 * df, 0.5 * x).lower
}

/// The x that χ²(`df`) exceeds with probability `p`.
pub fn chi2_quantile_upper(p: f64, df: f64) -> f64 {
    positive_quantile(p, df, |x| incomplete_gamma(0.5 * df, 0.5 * x))
}

/// The probability that F(`df1`, `df2`) exceeds `f`.
///
/// ```
/// use prepost::num::tail::f_sf;
/// assert!((f_sf(3.2, 2.0, 57.0) / 0.048182522961140225548 - 1.0).abs() < 1e-13);
/// ```
pub fn f_sf(f: f64, df1: f64, df2: f64) -> f64 {
    f_tails(f, df1, df2).upper
}

/// The probability that F(`df1`, `df2`) is at most `f`.
pub fn f_cdf(f: f64, df1: f64, df2: f64) -> f64 {
    f_tails(f, df1, df2).lower
}

/// The f that F(`df1`, `df2`) exceeds with probability `p`.
pub fn f_quantile_upper(p: f64, df1: f64, df2: f64) -> f64 {
    positive_quantile(p, 1.0, |f| f_tails(f, df1, df2))
}

fn f_tails(f: f64, df1: f64, df2: f64) -> Tails {
    f_tails_at(OddsRatio { ratio: f, minus_one: f - 1.0, ln: f.ln() }, df1, df2)
}

/// The tails of F at a ratio that may itself overflow.
fn f_tails_at(odds: OddsRatio, df1: f64, df2: f64) -> Tails {
    let f = odds.ratio;
    if f.is_nan() || !is_shape(0.5 * df1) || !(is_shape(0.5 * df2) || df2 >= DF_INFINITE) {
        return Tails::UNDEFINED;
    }
    if f < 0.0 || odds.ln == f64::NEG_INFINITY {
        return Tails::ALL_ABOVE;
    }
    if odds.ln == f64::INFINITY {
        return Tails::ALL_BELOW;
    }
    if df2 >= DF_INFINITE {
        return incomplete_gamma(0.5 * df1, 0.5 * df1 * f);
    }
    BetaPoint::new(odds, 0.5 * df1, 0.5 * df2).tails()
}

/// The probability that t(`df`) exceeds `t`.
pub fn t_sf(t: f64, df: f64) -> f64 {
    let half = 0.5 * t_tails(t.abs(), df).upper;
    if t < 0.0 { 1.0 - half } else { half }
}

/// The probability that t(`df`) is farther from 0 than `t`: the two-sided p-value.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    t_tails(t.abs(), df).upper
}

/// The t that t(`df`) exceeds with probability `p`; negative for `p` above ½.
///
/// ```
/// use prepost::num::tail::t_quantile_upper;
/// assert!((t_quantile_upper(0.025, 57.0) - 2.0024654592910073).abs() < 1e-14);
/// ```
pub fn t_quantile_upper(p: f64, df: f64) -> f64 {
    if p > 0.5 {
        // 1 − p is exact in this half.
        return -t_quantile_upper(1.0 - p, df);
    }
    // The first two terms of Cornish and Fisher's expansion (Abramowitz & Stegun, 1964, 26.7.5).
    let z = normal_quantile_upper(p);
    let start = z * (1.0 + (z * z + 1.0) / (4.0 * df));
    positive_quantile(2.0 * p, start, |t| t_tails(t, df))
}

/// The probabilities that t(`df`) lies within ±`t` (≥ 0), and outside.
fn t_tails(t: f64, df: f64) -> Tails {
    if df >= DF_INFINITE {
        return along_root(incomplete_gamma(0.5, 0.5 * t * t));
    }
    let odds = OddsRatio { ratio: t * t, minus_one: (t - 1.0) * (t + 1.0), ln: 2.0 * t.ln() };
    along_root(f_tails_at(odds, 1.0, df))
}

/// The tails of x², with the slope along ln x.
fn along_root(tails: Tails) -> Tails {
    Tails { slope: 2.0 * tails.slope, ..tails }
}

/// The probability that Beta(`a`, `b`) exceeds `x`.
pub fn beta_sf(x: f64, a: f64, b: f64) -> f64 {
    beta_tails(x, a, b).upper
}

/// The probability that Beta(`a`, `b`) is at most `x`: the regularised incomplete beta function I_x(a, b).
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    beta_tails(x, a, b).lower
}

/// The x that Beta(`a`, `b`) exceeds with probability `p`.
pub fn beta_quantile_upper(p: f64, a: f64, b: f64) -> f64 {
    // Beta odds x/(1 − x) are F(2a, 2b) times a/b.
    let odds = f_quantile_upper(p, 2.0 * a, 2.0 * b) * (a / b);
    if odds == f64::INFINITY { 1.0 } else { odds / (1.0 + odds) }
}

fn beta_tails(x: f64, a: f64, b: f64) -> Tails {
    if x.is_nan() || !is_shape(a) || !is_shape(b) {
        Tails::UNDEFINED
    } else if x <= 0.0 {
        Tails::ALL_ABOVE
    } else if x >= 1.0 {
        Tails::ALL_BELOW
    } else {
        BetaPoint::at(x, a, b).tails()
    }
}

/// The x > 0 with upper tail `p` of a distribution on the positive numbers: inverted where the smaller tail is, on the
/// axis of ln x, along which heavy tails are straight, from `start` on. `NaN` where the tails are.
fn positive_quantile(p: f64, start: f64, tails: impl Fn(f64) -> Tails) -> f64 {
    if !(0.0..=1.0).contains(&p) || tails(1.0).lower.is_nan() {
        return f64::NAN;
    }
    if p == 0.0 {
        return f64::INFINITY;
    }
    if p == 1.0 {
        return 0.0;
    }
    let upper_is_smaller = p <= 0.5;
    let ln_target = if upper_is_smaller { p.ln() } else { (-p).ln_1p() };
    let excess = |ln_x: f64| {
        let Tails { lower, upper, slope } = tails(ln_x.exp());
        if upper_is_smaller {
            (upper.ln() - ln_target, -slope / upper)
        } else {
            (ln_target - lower.ln(), -slope / lower)
        }
    };
    match root_of_falling(excess, start.ln(), LN_RANGE) {
        Ok(ln_x) => ln_x.exp(),
        // Beyond the doubles.
        Err(NoRoot::NotBracketed { at_high, .. }) if at_high > 0.0 => f64::INFINITY,
        Err(NoRoot::NotBracketed { .. }) => 0.0,
        Err(_) => f64::NAN,
    }
}

/// The logarithms of the smallest and the largest double.
const LN_RANGE: (f64, f64) = (-745.0, 709.7);

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds_to(actual: f64, printed: f64, unit: f64) {
        assert!((actual - printed).abs() <= 0.500_001 * unit, "{actual} against {printed}");
    }

    #[test]
    fn printed_tables_of_percentage_points() {
        // Abramowitz & Stegun (1964), tables 26.5, 26.8, 26.9 and 26.10.
        rounds_to(normal_quantile_upper(0.025), 1.95996, 1e-5);
        rounds_to(chi2_quantile_upper(0.05, 10.0), 18.3070, 1e-4);
        rounds_to(chi2_quantile_upper(0.005, 30.0), 53.6720, 1e-4);
        rounds_to(f_quantile_upper(0.05, 2.0, 60.0), 3.15, 1e-2);
        rounds_to(f_quantile_upper(0.01, 4.0, 120.0), 3.48, 1e-2);
        rounds_to(t_quantile_upper(0.025, 10.0), 2.228, 1e-3);
        rounds_to(t_quantile_upper(0.0005, 1.0), 636.619, 1e-3);
    }

    #[test]
    fn a_tail_as_far_as_doubles_reach_has_its_quantile() {
        for p in [1e-300, 1e-100, 1e-9, 0.3, 0.5, 0.8] {
            let close = |actual: f64| assert!((actual / p - 1.0).abs() < 1e-11, "{actual:e} against {p:e}");
            for df in [1.0, 2.5, 57.0, 3.3e4, f64::INFINITY] {
                close(t_sf(t_quantile_upper(p, df), df));
            }
            for (df1, df2) in [(1.0, 57.0), (3.91, 74.37), (2.0, 1e7), (40.0, f64::INFINITY)] {
                close(f_sf(f_quantile_upper(p, df1, df2), df1, df2));
            }
            for df in [1.0, 5.5, 1e4] {
                close(chi2_sf(chi2_quantile_upper(p, df), df));
            }
            close(normal_sf(normal_quantile_upper(p)));
        }
    }

    #[test]
    fn the_ends_of_every_range() {
        assert_eq!((t_sf(f64::INFINITY, 3.0), t_sf(f64::NEG_INFINITY, 3.0), t_sf(0.0, 3.0)), (0.0, 1.0, 0.5));
        assert_eq!((f_sf(0.0, 2.0, 3.0), f_sf(-1.0, 2.0, 3.0), f_sf(f64::INFINITY, 2.0, 3.0)), (1.0, 1.0, 0.0));
        assert_eq!((chi2_sf(0.0, 2.0), chi2_sf(f64::INFINITY, 2.0)), (1.0, 0.0));
        assert_eq!((beta_sf(0.0, 2.0, 3.0), beta_cdf(1.0, 2.0, 3.0)), (1.0, 1.0));
        assert_eq!((normal_quantile_upper(0.0), t_quantile_upper(0.0, 2.0)), (f64::INFINITY, f64::INFINITY));
        assert_eq!((t_quantile_upper(1.0, 2.0), t_quantile_upper(0.5, 2.0)), (f64::NEG_INFINITY, 0.0));
        assert_eq!((beta_quantile_upper(0.0, 2.0, 3.0), beta_quantile_upper(1.0, 2.0, 3.0)), (1.0, 0.0));
    }

    #[test]
    fn what_is_not_a_number_stays_so() {
        for bad in [f64::NAN, 0.0, -1.0] {
            assert!(t_sf(1.0, bad).is_nan() && f_sf(1.0, bad, 2.0).is_nan() && f_sf(1.0, 2.0, bad).is_nan());
            assert!(chi2_sf(1.0, bad).is_nan() && beta_sf(0.5, bad, 1.0).is_nan() && beta_sf(0.5, 1.0, bad).is_nan());
            assert!(t_quantile_upper(0.1, bad).is_nan() && chi2_quantile_upper(0.1, bad).is_nan());
        }
        for p in [f64::NAN, -0.1, 1.1] {
            assert!(normal_quantile_upper(p).is_nan() && t_quantile_upper(p, 3.0).is_nan());
            assert!(f_quantile_upper(p, 2.0, 3.0).is_nan() && beta_quantile_upper(p, 2.0, 3.0).is_nan());
        }
        assert!(normal_sf(f64::NAN).is_nan() && t_sf(f64::NAN, 3.0).is_nan() && f_sf(f64::NAN, 2.0, 3.0).is_nan());
        assert!(chi2_sf(f64::NAN, 2.0).is_nan() && beta_cdf(f64::NAN, 1.0, 1.0).is_nan());
    }
}
