//! Noncentral χ² and F: Poisson mixtures of incomplete gamma and beta functions.

use crate::num::incomplete_beta::{self, BetaPoint, OddsRatio};
use crate::num::incomplete_gamma::{self, DF_INFINITE, is_shape};
use crate::num::tail::{chi2_cdf, chi2_sf, f_cdf, f_sf};

/// Beyond this noncentrality a far tail would take millions of terms; the result is then `NaN`.
const LAMBDA_MAX: f64 = 1e7;

/// Below this noncentrality nothing differs from the central distribution in the last bit.
const LAMBDA_MIN: f64 = 1e-20;

/// The probability that χ²(`df`) with noncentrality `lambda` ≥ 0 exceeds `x`.
///
/// ```
/// use prepost::num::noncentral::noncentral_chi2_sf;
/// assert!((noncentral_chi2_sf(45.0, 2.0, 5.0) / 6.8651387679668860206e-6 - 1.0).abs() < 1e-12);
/// ```
pub fn noncentral_chi2_sf(x: f64, df: f64, lambda: f64) -> f64 {
    noncentral_chi2(x, df, lambda).upper
}

/// The probability that χ²(`df`) with noncentrality `lambda` ≥ 0 is at most `x`.
pub fn noncentral_chi2_cdf(x: f64, df: f64, lambda: f64) -> f64 {
    noncentral_chi2(x, df, lambda).lower
}

/// The probability that F(`df1`, `df2`) with noncentrality `lambda` ≥ 0 exceeds `f`; `df2` may be infinite.
///
/// ```
/// use prepost::num::noncentral::noncentral_f_sf;
/// assert!((noncentral_f_sf(8.0, 2.0, 57.0, 9.0) / 0.2174905954286129278 - 1.0).abs() < 1e-12);
/// ```
pub fn noncentral_f_sf(f: f64, df1: f64, df2: f64, lambda: f64) -> f64 {
    noncentral_f(f, df1, df2, lambda).upper
}

/// The probability that F(`df1`, `df2`) with noncentrality `lambda` ≥ 0 is at most `f`; `df2` may be infinite.
pub fn noncentral_f_cdf(f: f64, df1: f64, df2: f64, lambda: f64) -> f64 {
    noncentral_f(f, df1, df2, lambda).lower
}

/// Both tails; roughly, the smaller one is summed and the other is its complement.
struct Tails {
    lower: f64,
    upper: f64,
}

fn noncentral_chi2(x: f64, df: f64, lambda: f64) -> Tails {
    let has_value = (0.0..=LAMBDA_MAX).contains(&lambda);
    if !has_value {
        return Tails { lower: f64::NAN, upper: f64::NAN };
    }
    let is_mixture = lambda > LAMBDA_MIN && 0.0 < x && x < f64::INFINITY && is_shape(0.5 * df);
    if !is_mixture {
        return Tails { lower: chi2_cdf(x, df), upper: chi2_sf(x, df) };
    }
    // Chernoff's bound at the moment generating function's ¼: the tail is below the smallest double.
    if 0.25 * x > 750.0 + 0.35 * df + 0.5 * lambda {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    let kernel = Gamma { shape: 0.5 * df, x: 0.5 * x };
    mixture(&kernel, 0.5 * lambda, x < df + lambda)
}

fn noncentral_f(f: f64, df1: f64, df2: f64, lambda: f64) -> Tails {
    if df2 >= DF_INFINITE {
        return noncentral_chi2(df1 * f, df1, lambda);
    }
    let has_value = (0.0..=LAMBDA_MAX).contains(&lambda);
    if !has_value {
        return Tails { lower: f64::NAN, upper: f64::NAN };
    }
    let is_mixture = lambda > LAMBDA_MIN && 0.0 < f && f < f64::INFINITY && is_shape(0.5 * df1) && is_shape(0.5 * df2);
    if !is_mixture {
        return Tails { lower: f_cdf(f, df1, df2), upper: f_sf(f, df1, df2) };
    }
    let kernel = Beta { shape: 0.5 * df1, other: 0.5 * df2, odds_by_other: 0.5 * df1 * f };
    mixture(&kernel, 0.5 * lambda, f < 1.0 + lambda / df1)
}

/// Component of the mixture: a distribution function L(a) that falls as its shape a grows by steps of one, by D(a) = L(a) − L(a + 1).
trait Kernel {
    /// The shape of the first component.
    fn shape(&self) -> f64;
    /// ln D(a).
    fn ln_drop(&self, a: f64) -> f64;
    /// D(a + 1)/D(a).
    fn drop_ratio(&self, a: f64) -> f64;
    /// L(a)/D(a), where the point lies below the component's mean.
    fn lower_over_drop(&self, a: f64) -> f64;
    /// (1 − L(a))/D(a), where the point lies above it.
    fn upper_over_drop(&self, a: f64) -> f64;
}

/// P(a, x): D(a) = xᵃe⁻ˣ/Γ(a + 1).
struct Gamma {
    shape: f64,
    x: f64,
}

impl Kernel for Gamma {
    fn shape(&self) -> f64 {
        self.shape
    }
    fn ln_drop(&self, a: f64) -> f64 {
        incomplete_gamma::ln_prefix(a, self.x) - a.ln()
    }
    fn drop_ratio(&self, a: f64) -> f64 {
        self.x / (a + 1.0)
    }
    fn lower_over_drop(&self, a: f64) -> f64 {
        a * incomplete_gamma::lower_over_prefix(a, self.x)
    }
    fn upper_over_drop(&self, a: f64) -> f64 {
        a * incomplete_gamma::upper_over_prefix(a, self.x)
    }
}

/// I_x(a, b): D(a) = xᵃyᵇ/(a B(a, b)).
struct Beta {
    shape: f64,
    other: f64,
    /// b·x/y.
    odds_by_other: f64,
}

impl Beta {
    fn point(&self, a: f64) -> BetaPoint {
        let ratio = self.odds_by_other / a;
        let minus_one = (self.odds_by_other - a) / a;
        BetaPoint::new(OddsRatio { ratio, minus_one, ln: ratio.ln() }, a, self.other)
    }
}

impl Kernel for Beta {
    fn shape(&self) -> f64 {
        self.shape
    }
    fn ln_drop(&self, a: f64) -> f64 {
        self.point(a).ln_prefix - a.ln()
    }
    fn drop_ratio(&self, a: f64) -> f64 {
        let x = self.odds_by_other / (self.odds_by_other + self.other);
        x * (a + self.other) / (a + 1.0)
    }
    fn lower_over_drop(&self, a: f64) -> f64 {
        let BetaPoint { b, x, y, .. } = self.point(a);
        a * incomplete_beta::lower_over_prefix(a, b, x, y)
    }
    fn upper_over_drop(&self, a: f64) -> f64 {
        let BetaPoint { b, x, y, .. } = self.point(a);
        a * incomplete_beta::lower_over_prefix(b, a, y, x)
    }
}

/// Σ pⱼ L(a + j) over Poisson weights of this `mean`, or one minus it, whichever is the smaller.
fn mixture(kernel: &impl Kernel, mean: f64, lower_is_smaller: bool) -> Tails {
    if lower_is_smaller {
        let lower = lower_mixture(kernel, mean, first_negligible(kernel, mean));
        Tails { lower, upper: 1.0 - lower }
    } else {
        // Nine standard deviations and thirty more below the mean the weights add less than the last bit.
        let upper = upper_mixture(kernel, mean, (mean - 9.0 * mean.sqrt() - 30.0).floor().max(0.0));
        Tails { lower: 1.0 - upper, upper }
    }
}

/// The first j from the mean on whose term, and all after it, no longer count in Σ pⱼ L(a + j). L falls by at least the
/// ratio of its drops, as that ratio falls with j.
fn first_negligible(kernel: &impl Kernel, mean: f64) -> f64 {
    let mut j = mean.floor();
    let mut bound = 1.0;
    while bound > 1e-20 {
        bound *= mean / (j + 1.0) * kernel.drop_ratio(kernel.shape() + j).min(1.0);
        j += 1.0;
    }
    j
}

/// Σ pⱼ L(a + j) from `start` down. With Tⱼ = pⱼL(a + j) and Dⱼ = pⱼD(a + j), in units of D at the start:
/// Dⱼ = Dⱼ₊₁ (j + 1)/(mean · ratio), Tⱼ = Tⱼ₊₁ (j + 1)/mean + Dⱼ.
fn lower_mixture(kernel: &impl Kernel, mean: f64, start: f64) -> f64 {
    let shape = kernel.shape();
    let mut sum = Scaled::new(kernel.lower_over_drop(shape + start));
    let mut j = start;
    while j > 0.0 {
        let weight_ratio = j / mean;
        j -= 1.0;
        let before = sum.term;
        let drop_ratio = kernel.drop_ratio(shape + j).max(f64::MIN_POSITIVE);
        sum.step_down(weight_ratio, drop_ratio);
        if sum.add() && sum.term <= before {
            break;
        }
    }
    sum.total(ln_poisson(start, mean) + kernel.ln_drop(shape + start))
}

/// Σ pⱼ (1 − L(a + j)) from `start` up: Tⱼ₊₁ = (Tⱼ + Dⱼ) mean/(j + 1), Dⱼ₊₁ = Dⱼ · ratio · mean/(j + 1).
fn upper_mixture(kernel: &impl Kernel, mean: f64, start: f64) -> f64 {
    let shape = kernel.shape();
    let mut sum = Scaled::new(kernel.upper_over_drop(shape + start));
    let mut j = start;
    // The terms have one peak; the count is a guard only.
    while j < start + 2e7 {
        let weight_ratio = mean / (j + 1.0);
        let before = sum.term;
        sum.term = (sum.term + sum.drop) * weight_ratio;
        sum.drop *= weight_ratio * kernel.drop_ratio(shape + j);
        j += 1.0;
        if sum.add() && sum.term <= before {
            break;
        }
    }
    sum.total(ln_poisson(start, mean) + kernel.ln_drop(shape + start))
}

/// A running sum in units that grow with it, so that a tail may begin far below the smallest double.
struct Scaled {
    drop: f64,
    term: f64,
    sum: f64,
    ln_unit: f64,
}

impl Scaled {
    const LARGE: f64 = 1e200;

    fn new(first: f64) -> Self {
        Self { drop: 1.0, term: first, sum: first, ln_unit: 0.0 }
    }

    /// Dⱼ and Tⱼ from those of j + 1.
    fn step_down(&mut self, weight_ratio: f64, drop_ratio: f64) {
        let growth = weight_ratio / drop_ratio;
        if growth < 1e50 {
            self.drop *= growth;
            self.term = self.term * weight_ratio + self.drop;
        } else {
            // So large a factor goes into the unit: the point lies where a single term is the sum.
            self.ln_unit += weight_ratio.ln() - drop_ratio.ln();
            self.term = self.term * drop_ratio + self.drop;
            self.sum /= growth;
        }
    }

    /// Adds the term; says whether it no longer counts.
    fn add(&mut self) -> bool {
        self.sum += self.term;
        if self.sum > Self::LARGE {
            for value in [&mut self.drop, &mut self.term, &mut self.sum] {
                *value /= Self::LARGE;
            }
            self.ln_unit += Self::LARGE.ln();
        }
        self.term <= 1e-17 * self.sum
    }

    fn total(&self, ln_unit: f64) -> f64 {
        (ln_unit + self.ln_unit + self.sum.ln()).exp()
    }
}

/// ln of the Poisson probability of `j`.
fn ln_poisson(j: f64, mean: f64) -> f64 {
    if j == 0.0 { -mean } else { incomplete_gamma::ln_prefix(j, mean) - j.ln() }
}
