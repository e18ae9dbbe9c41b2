//! Shapiro and Wilk's test of normality.
//!
//! # Question
//! Could these values come from a normal distribution with unspecified mean and standard deviation?
//!
//! # Formulas
//! W = (Σ aᵢ x₍ᵢ₎)²/Σ(x − x̄)², the squared correlation of the ordered values with weights near those of the normal scores
//! m̃ᵢ = Φ⁻¹((i − ⅜)/(n + ¼)), of which the outer one (n ≤ 5) or two come from polynomials in 1/√n (Royston, 1992).
//! p: exact for n = 3, (6/π)(arcsin √W − arcsin √¾); else from a normal transformation of ln(1 − W): for n ≤ 11
//! −ln(γ(n) − ln(1 − W)), with polynomials in n for its mean and standard deviation; for n ≥ 12 ln(1 − W) itself, with
//! polynomials in ln n (Royston, 1995, AS R94).
//!
//! # Agreement with R
//! The constants, the centring by the median and the limits of n are those of `shapiro.test`.
//!
//! # References
//! - Royston, P. (1992). Approximating the Shapiro–Wilk W-test for non-normality. *Statistics and Computing, 2*,
//!   117–119. <https://doi.org/10.1007/BF01891203>
//! - Royston, P. (1995). Remark AS R94: A remark on algorithm AS 181: The W-test for normality. *Applied Statistics,
//!   44*(4), 547–551. <https://doi.org/10.2307/2986146>

use super::quantile::{median, sorted};
use super::tail::{normal_quantile_upper, normal_sf};
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_3, PI};

/// The sample sizes that Royston (1995) covers.
pub const N_MIN: usize = 3;
pub const N_MAX: usize = 5_000;

/// The test's statistic and p-value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapiroWilk {
    /// At most 1, attained by values proportional to their weights.
    pub w: f64,
    /// The probability of a W this small or smaller under normality.
    pub p: f64,
}

/// The test on `values`; `None` for fewer than 3 or more than 5 000 of them, where all are equal or one is not finite.
///
/// ```
/// use prepost::num::shapiro_wilk::shapiro_wilk;
/// // R: shapiro.test(c(148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236))
/// let test = shapiro_wilk(&[148.0, 154.0, 158.0, 160.0, 161.0, 162.0, 166.0, 170.0, 182.0, 195.0, 236.0]).unwrap();
/// assert!((test.w - 0.78881).abs() < 1e-5 && (test.p - 0.006704).abs() < 1e-6);
/// ```
pub fn shapiro_wilk(values: &[f64]) -> Option<ShapiroWilk> {
    let n = values.len();
    if !(N_MIN..=N_MAX).contains(&n) || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let ordered = sorted(values);
    let range = ordered[n - 1] - ordered[0];
    if !(range > 0.0 && range < f64::INFINITY) {
        return None;
    }
    let centre = median(&ordered);
    let scaled: Vec<f64> = ordered.iter().map(|value| (value - centre) / range).collect();
    let one_minus_w = one_minus_squared_correlation(&weights(n), &scaled);
    Some(ShapiroWilk { w: 1.0 - one_minus_w, p: p_value(one_minus_w, n) })
}

/// The weights of the upper half of the ordered values, the largest first: the lower half has the same, negative.
fn weights(n: usize) -> Vec<f64> {
    if n == 3 {
        return vec![FRAC_1_SQRT_2];
    }
    let size = n as f64;
    let scores: Vec<f64> =
        (1..=n / 2).map(|rank| normal_quantile_upper((rank as f64 - 0.375) / (size + 0.25))).collect();
    let sum_of_squares = 2.0 * scores.iter().map(|score| score * score).sum::<f64>();
    let per_root_n = 1.0 / size.sqrt();
    let outer = |coefficients: &[f64], score: f64| polynomial(coefficients, per_root_n) + score / sum_of_squares.sqrt();
    let mut weights = vec![outer(&[0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], scores[0])];
    if n > 5 {
        weights.push(outer(&[0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], scores[1]));
    }
    // The others are the scores, in the length that the outer ones leave.
    let outer_scores: f64 = scores.iter().zip(&weights).map(|(score, _)| score * score).sum();
    let outer_weights: f64 = weights.iter().map(|weight| weight * weight).sum();
    let length = ((sum_of_squares - 2.0 * outer_scores) / (1.0 - 2.0 * outer_weights)).sqrt();
    let inner: Vec<f64> = scores[weights.len()..].iter().map(|score| score / length).collect();
    weights.extend(inner);
    weights
}

/// 1 − r² of the ordered values with their weights, computed without cancellation.
fn one_minus_squared_correlation(weights: &[f64], scaled: &[f64]) -> f64 {
    let n = scaled.len();
    let mean = scaled.iter().sum::<f64>() / n as f64;
    let mut sums = [0.0; 3];
    for (place, value) in scaled.iter().enumerate() {
        let from_end = place.min(n - 1 - place);
        let weight = match weights.get(from_end) {
            Some(weight) if place < n - 1 - place => -weight,
            Some(weight) if place > n - 1 - place => *weight,
            _ => 0.0,
        };
        let deviation = value - mean;
        sums[0] += weight * weight;
        sums[1] += deviation * deviation;
        sums[2] += weight * deviation;
    }
    let [weights2, values2, product] = sums;
    let lengths = (weights2 * values2).sqrt();
    (lengths - product) * (lengths + product) / (weights2 * values2)
}

fn p_value(one_minus_w: f64, n: usize) -> f64 {
    if n == 3 {
        let w = 1.0 - one_minus_w;
        return (6.0 / PI * (w.sqrt().asin() - FRAC_PI_3)).max(0.0);
    }
    let size = n as f64;
    let ln_rest = one_minus_w.ln();
    if n <= 11 {
        let bound = polynomial(&[-2.273, 0.459], size);
        if ln_rest >= bound {
            // The smallest p that the approximation of so few values can tell.
            return 1e-99;
        }
        let mean = polynomial(&[0.544, -0.39978, 0.025054, -6.714e-4], size);
        let sd = polynomial(&[1.3822, -0.77857, 0.062767, -0.0020322], size).exp();
        return normal_sf((-(bound - ln_rest).ln() - mean) / sd);
    }
    let ln_n = size.ln();
    let mean = polynomial(&[-1.5861, -0.31082, -0.083751, 0.0038915], ln_n);
    let sd = polynomial(&[-0.4803, -0.082676, 0.0030302], ln_n).exp();
    normal_sf((ln_rest - mean) / sd)
}

fn polynomial(lowest_first: &[f64], x: f64) -> f64 {
    lowest_first.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}
