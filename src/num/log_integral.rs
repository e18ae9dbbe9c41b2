//! The logarithm of an integral over the whole line, whatever the magnitude of the integrand.
//!
//! # Formulas
//! Trapezoidal sums converge exponentially in 1/step where the function is analytic and decays at both ends
//! (Trefethen & Weideman, 2014); the largest exponent is factored out before exponentiating.
//!
//! # References
//! Trefethen, L. N., & Weideman, J. A. C. (2014). The exponentially convergent trapezoidal rule. *SIAM Review, 56*(3),
//! 385–458. <https://doi.org/10.1137/130932132>

use super::quadrature::NEGLIGIBLE;

/// An eighth: functions that are analytic within 1.2 of the line leave e⁻⁶⁰ of error.
const STEP: f64 = 0.125;

/// A guard, not a tolerance: half the exponent range of doubles on either side.
const STEPS_MAX: u32 = 12_000;

/// ln ∫ e^{h(x)} dx for an `h` that decreases to the left of `low` and to the right of `high` (low ≤ high); between them it
/// may vary slowly in any way. `NaN` where `h` is `NaN`, or where it does not decrease.
pub fn ln_integral(h: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let mut values = Vec::new();
    let mut top = f64::NEG_INFINITY;
    // To the right, first over all that lies between, then until it no longer counts.
    let mut ended = false;
    for step in 0..STEPS_MAX {
        let x = low + STEP * f64::from(step);
        let value = h(x);
        top = top.max(value);
        values.push(value);
        if value.is_nan() || (x >= high && value < top - NEGLIGIBLE) {
            ended = !value.is_nan();
            break;
        }
    }
    for step in 1..STEPS_MAX {
        let value = h(low - STEP * f64::from(step));
        top = top.max(value);
        values.push(value);
        if value.is_nan() || value < top - NEGLIGIBLE {
            ended &= !value.is_nan();
            break;
        }
    }
    if !ended || !top.is_finite() {
        return f64::NAN;
    }
    let sum: f64 = values.iter().map(|value| (value - top).exp()).sum();
    top + (STEP * sum).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_curves_of_any_height_and_gamma_functions() {
        let ln_sqrt_two_pi = 0.5 * (2.0 * std::f64::consts::PI).ln();
        for height in [-5e4, 0.0, 800.0, 5e4] {
            let actual = ln_integral(|x| height - 0.5 * (x - 3.0) * (x - 3.0), 0.0, 5.0);
            assert!((actual - height - ln_sqrt_two_pi).abs() < 1e-15 * (1.0 + height.abs()), "{height}: {actual}");
        }
        // ∫ e^{ax − e^x} dx = Γ(a).
        for (a, gamma) in [(0.5f64, std::f64::consts::PI.sqrt()), (1.0, 1.0), (11.0, 3_628_800.0f64)] {
            let actual = ln_integral(|x| a * x - x.exp(), a.ln(), a.ln());
            assert!((actual - gamma.ln()).abs() < 2e-14, "{a}: {actual}");
        }
        assert!(ln_integral(|_| f64::NAN, 0.0, 1.0).is_nan() && ln_integral(|_| 1.0, 0.0, 1.0).is_nan());
    }
}
