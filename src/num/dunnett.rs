//! Dunnett's distribution: the largest |t| of several arms, each against the same control.
//!
//! Not available in statrs 0.19.
//!
//! # Formulas
//! The contrasts correlate as λᵢλⱼ (λᵢ = √(nᵢ/(nᵢ + n₀)) for arms of nᵢ against a control of n₀). Given the control's share
//! z they are independent: P(max|T| > c) = ∫ g(u) ∫ φ(z) (1 − ∏(1 − qᵢ)) dz du, with rᵢ = √(1 − λᵢ²), s = eᵘ the standard
//! deviation, qᵢ = Φ̄((cs − λᵢz)/rᵢ) + Φ̄((cs + λᵢz)/rᵢ), and g as for the studentised range. No term is negative.
//!
//! # References
//! - Dunnett, C. W. (1955). A multiple comparison procedure for comparing several treatments with a control. *Journal of
//!   the American Statistical Association, 50*(272), 1096–1121.
//! - Dunnett, C. W. (1964). New tables for multiple comparisons with a control. *Biometrics, 20*(3), 482–491.

use super::gamma::{ln_1p_minus, stirling_error};
use super::incomplete_gamma::DF_INFINITE;
use super::normal::{DENSITY_AT_ZERO, gaussian, sf as normal_sf};
use super::quadrature::sum_both_ways;
use super::roots::root;
use super::tail::t_quantile_upper;
use std::f64::consts::PI;

/// The probability that the largest |t| exceeds `c`; `NaN` outside 0 < λ < 1, `df` ≥ 1.
pub fn dunnett_sf(c: f64, lambdas: &[f64], df: f64) -> f64 {
    let usable = c >= 0.0 && df >= 1.0 && !lambdas.is_empty() && lambdas.iter().all(|l| 0.0 < *l && *l < 1.0);
    if !usable {
        return f64::NAN;
    }
    let arms: Vec<(f64, f64)> = lambdas.iter().map(|l| (*l, ((1.0 - l) * (1.0 + l)).sqrt())).collect();
    if df >= DF_INFINITE {
        return given_deviation(c, &arms);
    }
    let step = PI / ((14.0 + 5.3 * df.sqrt()).powi(3) + 20f64.powi(3)).cbrt();
    let peak = -0.5 * (c * (c / df)).ln_1p();
    let at = |u: f64| {
        let growth = (2.0 * u).exp_m1();
        (0.5 * df * ln_1p_minus(growth, 2.0 * u)).exp() * given_deviation(c * u.exp(), &arms)
    };
    let scale = (df / PI).sqrt() * (-stirling_error(0.5 * df)).exp();
    (scale * step * sum_both_ways(|node| at(peak + step * node))).min(1.0)
}

/// The c that the largest |t| exceeds with probability `p`.
pub fn dunnett_quantile_upper(p: f64, lambdas: &[f64], df: f64) -> f64 {
    // One contrast alone exceeds it with less, and with at least the k-th part of the probability.
    let low = t_quantile_upper(0.5 * p, df) * (1.0 - 1e-9);
    let high = t_quantile_upper(0.5 * p / lambdas.len() as f64, df) * (1.0 + 1e-9);
    root(|c| dunnett_sf(c, lambdas, df).ln() - p.ln(), (low, high), 0.0).unwrap_or(f64::NAN)
}

/// Trapezoidal rule in z, where the integrand is analytic and decays.
fn given_deviation(c: f64, arms: &[(f64, f64)]) -> f64 {
    const REACH: f64 = 9.0;
    let narrowest = arms.iter().map(|(_, r)| *r).fold(1.0, f64::min);
    let n = (REACH / (0.25 * narrowest)).ceil().min(20_000.0);
    let step = REACH / n;
    let at = |z: f64| {
        let inside: f64 = arms
            .iter()
            .map(|(l, r)| (-(normal_sf((c - l * z) / r) + normal_sf((c + l * z) / r)).min(1.0)).ln_1p())
            .sum();
        DENSITY_AT_ZERO * gaussian(z) * -inside.exp_m1()
    };
    // The integrand is even in z.
    let half: f64 = (1..=n as u32).map(|node| at(step * f64::from(node))).sum();
    step * (at(0.0) + 2.0 * half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::tail::t_two_sided;

    #[test]
    fn one_arm_is_students_t() {
        for (c, df) in [(0.5, 1.0), (2.0, 7.0), (2.5, 57.0), (9.0, 12.5)] {
            let (actual, wanted) = (dunnett_sf(c, &[0.6], df), t_two_sided(c, df));
            assert!((actual / wanted - 1.0).abs() < 1e-10, "{c} {df}: {actual} against {wanted}");
        }
    }

    #[test]
    fn as_the_printed_tables_of_1964() {
        // Two-sided 5 % points, equal n.
        for (k, df, wanted) in
            [(2, 10.0, 2.57), (3, 10.0, 2.76), (2, 20.0, 2.38), (3, 20.0, 2.54), (2, f64::INFINITY, 2.21)]
        {
            let actual = dunnett_quantile_upper(0.05, &vec![0.5f64.sqrt(); k], df);
            assert!((actual - wanted).abs() < 0.006, "{k} {df}: {actual} against {wanted}");
        }
    }

    #[test]
    fn as_mvtnorm_with_unequal_arms() {
        // 1 - pmvt(..., abseps = 1e-9, maxpts = 5e6) of R's mvtnorm, correlations λᵢλⱼ.
        let first = dunnett_sf(2.3, &[0.5f64.sqrt(), 0.4f64.sqrt()], 17.0);
        let second = dunnett_sf(2.9, &[0.6, 0.7, 0.8], 40.0);
        assert!((first - 0.062_963_769_112_3).abs() < 1e-12, "{first}");
        // Three arms it finds by quasi-Monte Carlo, and says itself that its error is 1.2e-7.
        assert!((second - 0.016_468_998_836_7).abs() < 1.3e-7, "{second}");
    }
}
