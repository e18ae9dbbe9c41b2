//! The remainder of Stirling's formula for the gamma function, and the logarithm minus its linear term.
//!
//! Differences of ln Γ lose all digits at large arguments; these two do not.
//!
//! # Formulas
//! ln Γ(a) = (a − ½) ln a − a + ½ ln 2π + δ(a), δ(a) ~ Σ B₂ₖ/(2k(2k − 1)a²ᵏ⁻¹) (Abramowitz & Stegun, 1964, 6.1.40).
//!
//! # References
//! - Abramowitz, M., & Stegun, I. A. (1964). *Handbook of mathematical functions*. National Bureau of Standards.
//! - Loader, C. (2000). *Fast and accurate computation of binomial probabilities*. (The use of δ for densities.)

/// ½ ln 2π.
pub(super) const LN_SQRT_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// B₂ₖ/(2k(2k − 1)), k = 1…8.
const STIRLING: [f64; 8] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1260.0,
    -1.0 / 1680.0,
    1.0 / 1188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
    -3617.0 / 122_400.0,
];

/// From here on the eight terms of the series leave less than 1e-17.
const SERIES_FROM: f64 = 12.0;

/// δ(a), the logarithm of Γ(a) over Stirling's formula, for `a` > 0.
pub(super) fn stirling_error(a: f64) -> f64 {
    if a >= SERIES_FROM {
        let inverse_square = 1.0 / (a * a);
        return STIRLING.iter().rev().fold(0.0, |sum, term| sum * inverse_square + term) / a;
    }
    // Γ(a) = Γ(a + m)/(a(a + 1)…(a + m − 1)).
    let mut shifted = a;
    let mut product = 1.0;
    while shifted < SERIES_FROM {
        product *= shifted;
        shifted += 1.0;
    }
    let ln_gamma = (shifted - 0.5) * shifted.ln() - shifted + stirling_error(shifted) - product.ln();
    ln_gamma - ((a - 0.5) * a.ln() - a)
}

/// eᵛ − 1 − v, to its last digits also where v is small.
pub(super) fn exp_m1_minus(v: f64) -> f64 {
    if v.abs() > 0.5 {
        return v.exp_m1() - v;
    }
    // Σ vⁿ/n! from n = 2; 0.5¹⁷/17! is below the last digit.
    (3..=17).rev().fold(1.0, |sum, n| 1.0 + v / f64::from(n) * sum) * 0.5 * v * v
}

/// ln(1 + e) − e for e > −1, without cancellation near 0. `ln_ratio` is ln(1 + e) as the caller knows it: where 1 + e
/// underflows or loses digits, only the caller can.
pub(super) fn ln_1p_minus(e: f64, ln_ratio: f64) -> f64 {
    if e.abs() > 0.4 {
        return ln_ratio - e;
    }
    // ln(1 + e) = 2 artanh r, r = e/(2 + e); 2r − e = −re.
    let r = e / (2.0 + e);
    let square = r * r;
    let mut series = 0.0;
    // 0.25²⁸ is beyond the last bit.
    for odd in (3..=27).rev().step_by(2) {
        series = series * square + 1.0 / f64::from(odd);
    }
    r * (2.0 * square * series - e)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_of_halves_and_whole_numbers() {
        let ln_gamma = |a: f64| (a - 0.5) * a.ln() - a + LN_SQRT_TWO_PI + stirling_error(a);
        let sqrt_pi = std::f64::consts::PI.sqrt();
        for (a, gamma) in
            [(0.5, sqrt_pi), (1.0, 1.0), (2.0, 1.0), (2.5, 0.75 * sqrt_pi), (5.0, 24.0), (11.0, 3_628_800.0)]
        {
            assert!((ln_gamma(a) - gamma.ln()).abs() < 4e-15 * (1.0 + gamma.ln()), "{a}");
        }
        // Abramowitz & Stegun (1964), table 6.4: log₁₀ 100! = 157.97000 36547 1.
        assert!((ln_gamma(101.0) / std::f64::consts::LN_10 - 157.970_003_654_71).abs() < 1e-10);
    }

    #[test]
    fn the_logarithm_without_its_first_power_keeps_its_digits() {
        for e in [-0.39f64, -0.1, 1e-3, 0.2, 0.39] {
            let expected: f64 = (2..200).map(|k| -(-e).powi(k) / f64::from(k)).sum();
            assert!((ln_1p_minus(e, e.ln_1p()) / expected - 1.0).abs() < 2e-15, "{e}");
        }
        let tiny = 1e-9;
        assert!((ln_1p_minus(tiny, tiny.ln_1p()) / (-tiny * tiny / 2.0) - 1.0).abs() < 1e-9);
    }
}
