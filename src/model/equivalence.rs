//! Tests against a margin, and the ratio of two contrasts.
//!
//! # Formulas
//! With margin m > 0: `t_lower = (estimate + m)/SE` against "−m or below", `t_upper = (estimate − m)/SE` against "m or
//! above"; equivalence has the larger p of the two (Schuirmann, 1987).
//!
//! The ratio ρ of two estimates a and b with (co)variances Vaa, Vab, Vbb holds every ρ with
//! `(a − ρb)² ≤ t²(Vaa − 2ρVab + ρ²Vbb)` (Fieller, 1954). With `b² > t²Vbb` that is an interval; otherwise everything
//! outside of one, or every number.
//!
//! # References
//! Schuirmann, D. J. (1987). *Journal of Pharmacokinetics and Biopharmaceutics, 15*(6), 657–680.
//! Fieller, E. C. (1954). *Journal of the Royal Statistical Society, Series B, 16*(2), 175–185.

use super::estimate::Estimate;
use super::probability::{t_critical, t_sf};
use super::unequal::Group;

/// Two one-sided tests. NaN where no error is available.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tost {
    pub t_lower: f64,
    /// Against a difference of −margin or below.
    pub p_lower: f64,
    pub t_upper: f64,
    /// Against a difference of the margin or above.
    pub p_upper: f64,
    /// Against both: equivalence.
    pub p: f64,
}

pub fn tost(estimate: &Estimate, margin: f64) -> Tost {
    let t_lower = (estimate.estimate + margin) / estimate.se;
    let t_upper = (estimate.estimate - margin) / estimate.se;
    let (p_lower, p_upper) = (t_sf(t_lower, estimate.df), t_sf(-t_upper, estimate.df));
    // `max` would pass over a NaN.
    let p = if p_lower > p_upper { p_lower } else { p_upper };
    Tost { t_lower, p_lower, t_upper, p_upper, p }
}

/// `later − earlier` of two groups of one variance: n₁ + n₂ − 2 degrees of freedom.
pub fn pooled(later: &Group, earlier: &Group) -> Estimate {
    let df = later.n + earlier.n - 2.0;
    // A single value has no sum of squares to add.
    let squares = |group: &Group| if group.n > 1.0 { (group.n - 1.0) * group.variance } else { 0.0 };
    let variance = (squares(later) + squares(earlier)) / df * (1.0 / later.n + 1.0 / earlier.n);
    of_variance(later.mean - earlier.mean, variance, df)
}

/// `later − earlier` of two groups with unequal variances (Welch–Satterthwaite).
pub fn welch(later: &Group, earlier: &Group) -> Estimate {
    let (a, b) = (later.variance / later.n, earlier.variance / earlier.n);
    let df = (a + b) * (a + b) / (a * a / (later.n - 1.0) + b * b / (earlier.n - 1.0));
    of_variance(later.mean - earlier.mean, a + b, df)
}

fn of_variance(estimate: f64, variance: f64, df: f64) -> Estimate {
    Estimate { estimate, se: if variance > 0.0 { variance.sqrt() } else { f64::NAN }, df }
}

/// Two estimates from the same participants, with their variances and covariance on `df` degrees of freedom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    pub numerator: f64,
    pub denominator: f64,
    pub var_numerator: f64,
    pub var_denominator: f64,
    pub covariance: f64,
    pub df: f64,
}

/// The confidence set of a ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RatioLimits {
    Between {
        low: f64,
        high: f64,
    },
    /// Up to `below` and from `above` on: the denominator may be zero.
    Outside {
        below: f64,
        above: f64,
    },
    /// No ratio is excluded.
    Everything,
}

/// Fieller's limits; `None` where a number is missing or there is no variance.
pub fn fieller(of: &Together, level: f64) -> Option<RatioLimits> {
    let critical = t_critical(1.0 - level, of.df);
    let t2 = critical * critical;
    let a = of.denominator * of.denominator - t2 * of.var_denominator;
    let half_b = of.numerator * of.denominator - t2 * of.covariance;
    let c = of.numerator * of.numerator - t2 * of.var_numerator;
    let discriminant = half_b * half_b - a * c;
    if !discriminant.is_finite() || of.var_denominator <= 0.0 {
        return None;
    }
    // A bound at infinity (a of exactly zero) excludes no finite ratio.
    if a == 0.0 || discriminant <= 0.0 {
        return Some(RatioLimits::Everything);
    }
    // The root of larger size first; the other follows from their product c/a without cancellation.
    let q = half_b + half_b.signum() * discriminant.sqrt();
    let (first, second) = (q / a, c / q);
    let (low, high) = if first < second { (first, second) } else { (second, first) };
    Some(if a > 0.0 { RatioLimits::Between { low, high } } else { RatioLimits::Outside { below: low, above: high } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_by_hand() {
        // n = 10 and 15, variances 4 and 9: (9·4 + 14·9)/23 = 162/23 pooled, times 1/10 + 1/15 = 1/6: SE² = 27/23.
        let (later, earlier) =
            (Group { n: 10.0, mean: 5.0, variance: 4.0 }, Group { n: 15.0, mean: 4.0, variance: 9.0 });
        let estimate = pooled(&later, &earlier);
        assert!((estimate.se - (27.0f64 / 23.0).sqrt()).abs() < 1e-15 && estimate.df == 23.0);
        assert!((welch(&later, &earlier).se - 1.0).abs() < 1e-15);
        let actual = tost(&Estimate { se: 1.0, ..estimate }, 3.0);
        assert!((actual.t_lower - 4.0).abs() < 1e-15 && (actual.t_upper + 2.0).abs() < 1e-15);
        // pt(2, 23, lower = FALSE) of R 4.2.2; the larger of the two is that of the upper bound.
        assert!((actual.p - 0.028_722_274_496).abs() < 1e-12, "{}", actual.p);
        assert_eq!(actual.p, actual.p_upper);
    }

    fn together(numerator: f64, denominator: f64, var_denominator: f64) -> Together {
        Together { numerator, denominator, var_numerator: 1.0, var_denominator, covariance: 0.5, df: 1e9 }
    }

    #[test]
    fn a_ratio_has_limits_of_three_kinds() {
        // t² = 3.841459 (df = ∞). 8 over 10 with variance 1: by hand the roots of 96.158541ρ² − 2·78.079271ρ + 60.158541.
        let Some(RatioLimits::Between { low, high }) = fieller(&together(8.0, 10.0, 1.0), 0.95) else {
            panic!("a denominator far from zero has an interval")
        };
        assert!((low - 0.628_406_5).abs() < 1e-6 && (high - 0.995_563_0).abs() < 1e-6, "{low} {high}");
        assert!(matches!(fieller(&together(8.0, 1.0, 1.0), 0.95), Some(RatioLimits::Outside { .. })));
        assert_eq!(fieller(&together(0.1, 0.1, 1.0), 0.95), Some(RatioLimits::Everything));
        assert_eq!(fieller(&together(1.0, 1.0, f64::NAN), 0.95), None);
    }

    #[test]
    fn the_limits_are_where_the_contrast_is_just_significant() {
        for of in [together(8.0, 10.0, 1.0), together(8.0, 1.0, 1.0), together(-3.0, 4.0, 2.0)] {
            let (low, high) = match fieller(&of, 0.95) {
                Some(RatioLimits::Between { low, high }) => (low, high),
                Some(RatioLimits::Outside { below, above }) => (below, above),
                _ => panic!("two limits"),
            };
            for ratio in [low, high] {
                let variance = of.var_numerator - 2.0 * ratio * of.covariance + ratio * ratio * of.var_denominator;
                let t = (of.numerator - ratio * of.denominator).abs() / variance.sqrt();
                assert!((t - t_critical(0.05, of.df)).abs() < 1e-9, "{ratio}: {t}");
            }
        }
    }
}
