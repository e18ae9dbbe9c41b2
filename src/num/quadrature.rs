//! Integrals of smooth functions.
//!
//! # Formulas
//! Gauss–Legendre: the nodes are the zeros of Pₙ, found by Newton's method from cos(π(i − ¼)/(n + ½)); the weights are
//! 2/((1 − x²)P′ₙ(x)²) (Abramowitz & Stegun, 1964, 25.4.29–30).
//!
//! Equally spaced sums over the whole line converge exponentially in 1/step where the function is analytic and dies off
//! at both ends (Trefethen & Weideman, 2014).
//!
//! # References
//! Abramowitz, M., & Stegun, I. A. (1964). *Handbook of mathematical functions*. National Bureau of Standards.
//! Trefethen, L. N., & Weideman, J. A. C. (2014). The exponentially convergent trapezoidal rule. *SIAM Review, 56*(3),
//! 385–458. <https://doi.org/10.1137/130932132>

/// Nodes in one panel: e⁻ᵘ and e^{−u²/2} over forty powers of e are then exact but for rounding.
const NODES: usize = 48;

/// The nodes in 0…1, and their weights; the rule is symmetric about 0.
static RULE: [(f64, f64); NODES / 2] = gauss_legendre();

const fn gauss_legendre() -> [(f64, f64); NODES / 2] {
    let n = NODES as f64;
    let mut rule = [(0.0, 0.0); NODES / 2];
    let mut i = 0;
    while i < NODES / 2 {
        let mut x = cosine(std::f64::consts::PI * (i as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        let mut step = 0;
        while step < 6 {
            let mut k = 2;
            let (mut before, mut legendre) = (1.0, x);
            while k <= NODES {
                let degree = k as f64;
                (before, legendre) =
                    (legendre, ((2.0 * degree - 1.0) * x * legendre - (degree - 1.0) * before) / degree);
                k += 1;
            }
            slope = n * (before - x * legendre) / (1.0 - x * x);
            x -= legendre / slope;
            step += 1;
        }
        rule[i] = (x, 2.0 / ((1.0 - x * x) * slope * slope));
        i += 1;
    }
    rule
}

/// cos x for 0 ≤ x ≤ π/2 by its series; the library's is not `const`.
const fn cosine(x: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 1.0;
    let mut k = 1.0;
    while k < 30.0 {
        term *= -x * x / (k * (k + 1.0));
        sum += term;
        k += 2.0;
    }
    sum
}

/// ∫ f from `low` to `high` in one panel.
pub(super) fn integral(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let half = 0.5 * (high - low);
    let middle = 0.5 * (high + low);
    let sum: f64 = RULE.iter().map(|(x, weight)| weight * (f(middle - half * x) + f(middle + half * x))).sum();
    half * sum
}

/// Values below e⁻⁴² of the largest do not affect the last bit of an integral.
pub(super) const NEGLIGIBLE: f64 = 42.0;

/// ∫₀^∞ e^{h(v)} dv for a concave `h` with h(0) = 0 that falls from there; `scale` is a first guess of the distance over
/// which it falls by 1.
pub(super) fn falling_integral(h: impl Fn(f64) -> f64, scale: f64) -> f64 {
    let reach = distance_of_fall(&h, NEGLIGIBLE, scale);
    integral(|v| h(v).exp(), 0.0, reach)
}

/// The distance v > 0, within a few per cent, at which `h` (concave, falling from h(0) = 0) has fallen by `depth`.
pub(super) fn distance_of_fall(h: impl Fn(f64) -> f64, depth: f64, scale: f64) -> f64 {
    let (mut near, mut far) = (0.0, scale);
    // From the smallest double to the largest in doublings; NaN ends it at once.
    for _ in 0..2_100 {
        if h(far) > -depth {
            near = far;
            far *= 2.0;
        } else {
            break;
        }
    }
    for _ in 0..40 {
        if far - near <= 0.05 * far {
            break;
        }
        let middle = 0.5 * (near + far);
        if h(middle) > -depth {
            near = middle;
        } else {
            far = middle;
        }
    }
    far
}

/// Σ over all whole numbers of a function with one peak, near 0.
pub(super) fn sum_both_ways(f: impl Fn(f64) -> f64) -> f64 {
    let right = falling_sum((0..NODES_MAX).map(|node| f(f64::from(node))), 0.0);
    falling_sum((1..NODES_MAX).map(|node| f(-f64::from(node))), right)
}

/// Far more than any sum needs: a guard, not a tolerance.
const NODES_MAX: u32 = 100_000;

/// `start` plus terms that may rise to a peak before they fall for good, up to where they no longer count.
pub(super) fn falling_sum(terms: impl Iterator<Item = f64>, start: f64) -> f64 {
    let mut sum = start;
    let mut before = 0.0;
    for term in terms {
        sum += term;
        if term <= before && term <= 1e-15 * sum {
            break;
        }
        before = term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polynomials_up_to_degree_95_are_integrated_exactly() {
        for power in [0, 1, 2, 17, 50, 94, 95] {
            let actual = integral(|x| x.powi(power), 0.0, 1.0);
            assert!((actual * f64::from(power + 1) - 1.0).abs() < 3e-14, "{power}: {actual}");
        }
    }

    #[test]
    fn exponential_and_half_normal_tails() {
        assert!((falling_integral(|v| -v, 1e-3) - 1.0).abs() < 2e-14);
        assert!((falling_integral(|v| -v * v / 2.0, 50.0) - (std::f64::consts::PI / 2.0).sqrt()).abs() < 2e-14);
        assert!((falling_integral(|v| 1e-3 * (1.0 - v.exp()), 1.0) - 6.337_874_07).abs() < 1e-7);
    }
}
