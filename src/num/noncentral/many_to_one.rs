//! Several t tests against one control, of which each has its noncentrality: whether any, and whether all, exceed a value.
//!
//! # Formulas
//! As for Dunnett's distribution, with δᵢ: given the control's share z and the standard deviation s the tests are
//! independent, |Tᵢ| > c with qᵢ = Φ̄((cs − δᵢ + λᵢz)/rᵢ) + Φ̄((cs + δᵢ − λᵢz)/rᵢ), rᵢ = √(1 − λᵢ²). Any: the mean of
//! 1 − ∏(1 − qᵢ) over z and s; all: that of ∏ qᵢ.
//!
//! # References
//! Dunnett, C. W. (1955). A multiple comparison procedure for comparing several treatments with a control. *Journal of
//! the American Statistical Association, 50*(272), 1096–1121.

use crate::num::gamma::{ln_1p_minus, stirling_error};
use crate::num::incomplete_gamma::DF_INFINITE;
use crate::num::normal::{DENSITY_AT_ZERO, gaussian, sf as normal_sf};
use crate::num::quadrature::sum_both_ways;
use std::f64::consts::PI;

/// One test against the control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgainstControl {
    /// The noncentrality.
    pub delta: f64,
    /// √ of the control's part of the variance of the difference, between 0 and 1: √½ where arms are equal.
    pub lambda: f64,
}

/// The probabilities that at least one and that every one of some tests exceed `c` in size; `NaN` outside `c` ≥ 0, `df` ≥ 1,
/// 0 < λ < 1. To about 1e-10.
pub fn any_and_all_t_sf(c: f64, tests: &[AgainstControl], df: f64) -> (f64, f64) {
    let is_usable = |test: &AgainstControl| 0.0 < test.lambda && test.lambda < 1.0 && test.delta.abs() <= 1e4;
    if !(c >= 0.0 && df >= 1.0 && !tests.is_empty() && tests.iter().all(is_usable)) {
        return (f64::NAN, f64::NAN);
    }
    if df >= DF_INFINITE {
        return (given_deviation(c, tests, Of::Any), given_deviation(c, tests, Of::All));
    }
    let fine = ((14.0 + 5.3 * df.sqrt()).powi(3) + 20f64.powi(3)).cbrt() / PI;
    // The normal tails bend over 1/(cs) in ln s.
    let step = fine.hypot(c / 0.6).recip();
    let scale = (df / PI).sqrt() * (-stirling_error(0.5 * df)).exp() * step;
    let mean = |of: Of| {
        let at = |u: f64| {
            let density = (0.5 * df * ln_1p_minus((2.0 * u).exp_m1(), 2.0 * u)).exp();
            density * given_deviation(c * u.exp(), tests, of)
        };
        (scale * sum_both_ways(|node| at(step * node))).min(1.0)
    };
    (mean(Of::Any), mean(Of::All))
}

#[derive(Clone, Copy)]
enum Of {
    Any,
    All,
}

/// Trapezoidal rule in z, where the integrand is analytic and decays.
fn given_deviation(c: f64, tests: &[AgainstControl], of: Of) -> f64 {
    const REACH: f64 = 9.0;
    let arms: Vec<(f64, f64, f64)> =
        tests.iter().map(|t| (t.delta, t.lambda, ((1.0 - t.lambda) * (1.0 + t.lambda)).sqrt())).collect();
    let narrowest = arms.iter().map(|(_, _, r)| *r).fold(1.0, f64::min);
    let n = (REACH / (0.25 * narrowest)).ceil().min(20_000.0);
    let step = REACH / n;
    let at = |z: f64| {
        let exceeds = |&(delta, l, r): &(f64, f64, f64)| {
            (normal_sf((c - delta + l * z) / r) + normal_sf((c + delta - l * z) / r)).min(1.0)
        };
        let share = match of {
            Of::Any => -arms.iter().map(|arm| (-exceeds(arm)).ln_1p()).sum::<f64>().exp_m1(),
            Of::All => arms.iter().map(exceeds).product(),
        };
        DENSITY_AT_ZERO * gaussian(z) * share
    };
    step * (at(0.0) + (1..=n as u32).map(|node| at(step * f64::from(node)) + at(-step * f64::from(node))).sum::<f64>())
}
