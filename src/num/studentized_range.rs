//! Tukey's distribution: the range of k normal means over an independent standard deviation.
//!
//! Not available in statrs 0.19.
//!
//! # Formulas
//! With m = k − 1, the range of k standard normal values exceeds w with probability
//! R(w) = k ∫ φ(z) (Φ(z)ᵐ − (Φ(z) − Φ(z − w))ᵐ) dz (David & Nagaraja, 2003, § 2.3, as an upper tail), and
//! P(Q > q) = ∫ g(u) R(q eᵘ) du, where s = eᵘ is the standard deviation on ν degrees of freedom:
//! g(u) = √(ν/π) e^{−δ(ν/2)} exp(ν(u − (e²ᵘ − 1)/2)), δ the error of Stirling's formula.
//! No term is negative in either, so that small tails keep their relative precision.
//!
//! For k = 3 the event is the outside of a hexagon in the plane of the contrasts, with apothem q/√2, over which the standard
//! deviation integrates in closed form: P = (6/π) ∫ (1 + q²/(2ν cos²θ))^{−ν/2} dθ from 0 to π/6. For k = 2, Q/√2 is |t|.
//!
//! The other two integrands are analytic and decay at both ends: the trapezoidal sums converge exponentially in 1/step
//! (Trefethen & Weideman, 2014).
//!
//! # Agreement with R
//! R's `ptukey` is good to about 1e-9 at many, and 5e-3 (relative) at two degrees of freedom. This is good to 1e-12, 100 means included.
//!
//! # References
//! - David, H. A., & Nagaraja, H. N. (2003). *Order statistics* (3rd ed.). Wiley.
//! - Trefethen, L. N., & Weideman, J. A. C. (2014). The exponentially convergent trapezoidal rule. *SIAM Review, 56*(3),
//!   385–458. <https://doi.org/10.1137/130932132>

use super::gamma::{ln_1p_minus, stirling_error};
use super::incomplete_gamma::DF_INFINITE;
use super::normal::{DENSITY_AT_ZERO, gaussian, sf as normal_sf, sf_with};
use super::quadrature::{NEGLIGIBLE, falling_sum, integral, sum_both_ways};
use super::roots::root;
use super::tail::{t_quantile_upper, t_two_sided};
use std::f64::consts::{FRAC_PI_6, PI, SQRT_2};

/// The probability that the studentised range of `k` means on `df` degrees of freedom exceeds `q`.
///
/// `k` from 2, `df` from 1, which may be infinite; else `NaN`.
///
/// ```
/// use prepost::num::studentized_range::studentized_range_sf;
/// assert!((studentized_range_sf(3.4, 3, 38.0) - 0.054042173653595480).abs() < 1e-12);
/// ```
pub fn studentized_range_sf(q: f64, k: u32, df: f64) -> f64 {
    StudentizedRange::new(k, df).map_or(f64::NAN, |range| range.sf(q))
}

/// The q that the studentised range of `k` means on `df` degrees of freedom exceeds with probability `p`.
pub fn studentized_range_quantile_upper(p: f64, k: u32, df: f64) -> f64 {
    StudentizedRange::new(k, df).map_or(f64::NAN, |range| range.quantile_upper(p))
}

/// The distribution for one family: everything its comparisons share is computed once.
#[derive(Clone, Debug)]
pub struct StudentizedRange {
    k: u32,
    df: f64,
    /// Needed for more than three means.
    normal_range: Option<NormalRange>,
}

impl StudentizedRange {
    /// Of `k` ≥ 2 means on `df` ≥ 1 degrees of freedom, which may be infinite; else `None`.
    pub fn new(k: u32, df: f64) -> Option<Self> {
        (k >= 2 && df >= 1.0).then(|| Self { k, df, normal_range: (k > 3).then(|| NormalRange::new(k)) })
    }

    /// The probability that it exceeds `q`.
    pub fn sf(&self, q: f64) -> f64 {
        if q.is_nan() {
            return f64::NAN;
        }
        if q <= 0.0 {
            return 1.0;
        }
        if q == f64::INFINITY {
            return 0.0;
        }
        match &self.normal_range {
            None if self.k == 2 => t_two_sided(q / SQRT_2, self.df),
            None => outside_hexagon(q, self.df).min(1.0),
            Some(range) if self.df >= DF_INFINITE => range.sf(q).min(1.0),
            Some(range) => self.over_the_standard_deviation(q, range).min(1.0),
        }
    }

    /// ∫ g(u) R(q eᵘ) du.
    fn over_the_standard_deviation(&self, q: f64, range: &NormalRange) -> f64 {
        let step = PI / self.highest_frequency();
        // The peak of g(u) exp(−q²e²ᵘ/4), the tail of a range being about that of its largest pair.
        let peak = -0.5 * (0.5 * q * (q / self.df)).ln_1p();
        let at = |u: f64| {
            let growth = (2.0 * u).exp_m1();
            let density = (0.5 * self.df * ln_1p_minus(growth, 2.0 * u)).exp();
            density * range.sf(q * u.exp())
        };
        let scale = (self.df / PI).sqrt() * (-stirling_error(0.5 * self.df)).exp();
        scale * step * sum_both_ways(|node| at(peak + step * node))
    }

    /// The frequency from which on the Fourier transform of g(u) R(q eᵘ) is below about 1e-13. That of g is a gamma
    /// function on the imaginary axis; R falls the more steeply the more means there are. Fitted to halved steps.
    fn highest_frequency(&self) -> f64 {
        let of_density = 14.0 + 5.3 * self.df.sqrt();
        let of_range = 14.0 + 1.05 * f64::from(self.k).ln().powi(2);
        (of_density.powi(3) + of_range.powi(3)).cbrt()
    }

    /// The q that it exceeds with probability `p`.
    pub fn quantile_upper(&self, p: f64) -> f64 {
        if !(0.0..=1.0).contains(&p) {
            return f64::NAN;
        }
        if p == 0.0 {
            return f64::INFINITY;
        }
        if p == 1.0 {
            return 0.0;
        }
        // A given pair is at least as far apart with less, and with at most the number of pairs times, the probability.
        let pairs = 0.5 * f64::from(self.k) * f64::from(self.k - 1);
        let low = SQRT_2 * t_quantile_upper(0.5 * p, self.df);
        if self.k == 2 {
            return low;
        }
        let high = SQRT_2 * t_quantile_upper(0.5 * p / pairs, self.df);
        let ln_p = p.ln();
        root(|q| self.sf(q).ln() - ln_p, (low * (1.0 - 1e-9), high * (1.0 + 1e-9)), 0.0).unwrap_or(f64::NAN)
    }
}

/// P(Q > q) for three means, by its integral over t = tan θ up to where it no longer counts.
fn outside_hexagon(q: f64, df: f64) -> f64 {
    let square = 0.25 * q * q;
    let exponent = |at: f64| if df >= DF_INFINITE { at } else { 0.5 * df * (2.0 * at / df).ln_1p() };
    let reach_square = if df >= DF_INFINITE {
        NEGLIGIBLE / square
    } else {
        (1.0 + 0.5 * df / square) * (2.0 * NEGLIGIBLE / df).exp_m1()
    };
    let reach = reach_square.sqrt().min(FRAC_PI_6.tan());
    let density = |t: f64| (-exponent(square * (1.0 + t * t))).exp() / (1.0 + t * t);
    6.0 / PI * integral(density, 0.0, reach)
}

/// The range of k standard normal values: the part of its integral that does not depend on w, at equally spaced z.
#[derive(Clone, Debug)]
struct NormalRange {
    k: f64,
    m: u32,
    step: f64,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    z: f64,
    /// φ(z).
    density: f64,
    /// Φ(z).
    below: f64,
    /// Φ(z)ᵐ.
    power: f64,
}

/// Where the nodes begin and end: φ is 1e-18 at the one, and R(w) is 1e-200 where the other is missed.
const Z_MIN: f64 = -9.0;
const Z_MAX: f64 = 30.0;

impl NormalRange {
    fn new(k: u32) -> Self {
        // The largest of k values varies the less the larger k is, and asks for a finer step.
        let ln_k = f64::from(k).ln();
        let step = 0.5 / (1.0 + ln_k * (0.2 + 0.07 * ln_k));
        let count = ((Z_MAX - Z_MIN) / step) as usize;
        let nodes = (0..count).map(|node| {
            let z = Z_MIN + step * node as f64;
            let below = normal_sf(-z);
            Node { z, density: DENSITY_AT_ZERO * gaussian(z), below, power: below.powf(f64::from(k - 1)) }
        });
        Self { k: f64::from(k), m: k - 1, step, nodes: nodes.collect() }
    }

    /// R(w).
    fn sf(&self, w: f64) -> f64 {
        let peak = (((0.5 * w - Z_MIN) / self.step) as usize).min(self.nodes.len());
        let (left, right) = self.nodes.split_at(peak);
        let right = falling_sum(self.terms(w, right.iter(), self.step), 0.0);
        self.k * self.step * falling_sum(self.terms(w, left.iter().rev(), -self.step), right)
    }

    /// The integrand at `nodes`, which follow one another by `step`: so do the Gaussians about w, each the one before
    /// times a factor that itself changes by a constant one.
    fn terms<'a>(&self, w: f64, nodes: impl Iterator<Item = &'a Node> + Clone, step: f64) -> impl Iterator<Item = f64> {
        let m = self.m;
        let first = nodes.clone().next().map_or(0.0, |node| w - node.z);
        let mut about_w = (-0.5 * first * first).exp();
        let mut factor = (step * (first - 0.5 * step)).exp();
        let change = (-step * step).exp();
        nodes.map(move |node| {
            let above = sf_with(w - node.z, || about_w);
            about_w *= factor;
            factor *= change;
            node.density * node.power_difference(above, m)
        })
    }
}

impl Node {
    /// aᵐ − (a − b)ᵐ for a = Φ(z) and 0 ≤ b ≤ a, without cancellation.
    fn power_difference(&self, b: f64, m: u32) -> f64 {
        let a = self.below;
        if m > 12 {
            // Here b may exceed a by its rounding.
            let share = (b / a).min(1.0);
            return if a > 0.0 { -self.power * (f64::from(m) * (-share).ln_1p()).exp_m1() } else { 0.0 };
        }
        // b Σ aⁱ(a − b)ᵐ⁻¹⁻ⁱ.
        let rest = (a - b).max(0.0);
        let mut sum = 1.0;
        let mut power = 1.0;
        for _ in 1..m {
            power *= rest;
            sum = sum * a + power;
        }
        b * sum
    }
}
