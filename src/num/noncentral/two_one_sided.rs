//! The power of two one-sided t tests with one standard deviation: both must be significant.
//!
//! # Formulas
//! T₁ = (Z + δ₁)/S and T₂ = (Z + δ₂)/S share Z and S (Owen, 1965). T₁ > t and T₂ < −t where S < s* = (δ₁ − δ₂)/(2t), so that
//! P = ∫₀^{s*} g(s) [Φ(δ₁ − ts) − Φ(δ₂ + ts)] ds, taken over u = ln s from s* down. No term is negative.
//!
//! # References
//! Owen, D. B. (1965). A special case of a bivariate non-central t-distribution. *Biometrika, 52*(3–4), 437–446.
//! Phillips, K. F. (1990). Power of the two one-sided tests procedure in bioequivalence. *Journal of Pharmacokinetics and
//! Biopharmaceutics, 18*(2), 137–144.

use crate::num::gamma::{ln_1p_minus, stirling_error};
use crate::num::incomplete_gamma::DF_INFINITE;
use crate::num::normal;
use crate::num::quadrature::integral;
use std::f64::consts::PI;

/// The probability that t(`df`) of noncentrality `delta_low` exceeds `t` and that of `delta_high` is below −`t`, both with one
/// numerator and one denominator. `NaN` outside `t` > 0, `df` ≥ 1 and `delta_high` ≤ `delta_low`; `df` may be infinite.
///
/// ```
/// use prepost::num::noncentral::two_one_sided_t_sf;
/// // Without a limit on one side it is one noncentral t.
/// let (one, both) = (prepost::num::noncentral::noncentral_t_sf(1.7, 38.0, 2.5), two_one_sided_t_sf(1.7, 38.0, 2.5, -50.0));
/// assert!((one - both).abs() < 1e-12);
/// ```
pub fn two_one_sided_t_sf(t: f64, df: f64, delta_low: f64, delta_high: f64) -> f64 {
    let usable = t > 0.0 && df >= 1.0 && delta_high <= delta_low && (delta_low - delta_high).is_finite();
    if !usable {
        return f64::NAN;
    }
    // Φ(a) − Φ(b), a > b, in the tail where both are small.
    let between = |s: f64| {
        let (above, below) = (delta_low - t * s, delta_high + t * s);
        let difference =
            if below > 0.0 { normal::sf(below) - normal::sf(above) } else { normal::sf(-above) - normal::sf(-below) };
        difference.max(0.0)
    };
    if df >= DF_INFINITE {
        return between(1.0);
    }
    let reach = 0.5 * (delta_low - delta_high) / t;
    if reach <= 0.0 {
        return 0.0;
    }
    let at = |u: f64| {
        let growth = (2.0 * u).exp_m1();
        (0.5 * df * ln_1p_minus(growth, 2.0 * u)).exp() * between(u.exp())
    };
    // The density of u has a width of 1/√(2 df); its left flank is that of s^df, its right one steeper still.
    let width = (2.0 * df).sqrt().recip();
    let (low, high) = (-12.0 * width - 45.0 / df, reach.ln().min(12.0 * width));
    if high <= low {
        return 0.0;
    }
    // Panels as narrow as the density and as the step of the normal tails, which bend over 1/(ts) in u.
    let bend = 4.0 / (t * high.exp()).max(1.0);
    let n_panels = ((high - low) / (4.0 * width).min(bend)).ceil().clamp(1.0, 2_000.0);
    let panel = (high - low) / n_panels;
    let sum: f64 = (0..n_panels as u32)
        .map(|place| {
            let from = low + panel * f64::from(place);
            integral(at, from, from + panel)
        })
        .sum();
    ((df / PI).sqrt() * (-stirling_error(0.5 * df)).exp() * sum).min(1.0)
}
