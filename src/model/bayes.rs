//! Bayes factors for means of normal samples: how much more likely the data are if the means differ than if they are equal.
//!
//! # Formulas
//! Standardised effects have independent normal priors of variance g along the eigenvectors of `X'X`, X the centred design of
//! orthonormal effects; `g ~ inverse-gamma(½, r²/2)`, so that each is Cauchy of scale r. With eigenvalues λ, their shares `b` of
//! the sum of squares between, and `SS` within (Rouder et al., 2009, 2012),
//! `BF₁₀ = ∫ Π(1 + gλ)^{−½} [(SS + Σ b/(1 + gλ))/(SS + Σ b)]^{−(N − 1)/2} p(g) dg`, integrated over ln g.
//! For a t test there is one λ: `N`, or `n₁n₂/N`, and `b/SS = t²/ν`.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::lack::ROUNDING;
use super::unequal::Group;
use crate::num::log_integral::ln_integral;

/// A normal sample by its sufficient statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NormalSample {
    pub n: f64,
    pub mean: f64,
    /// The sum of squares about the mean.
    pub ss: f64,
}

impl From<Group> for NormalSample {
    /// A sample of one has no sum of squares.
    fn from(group: Group) -> Self {
        let ss = if group.n > 1.0 { group.variance * (group.n - 1.0) } else { 0.0 };
        Self { n: group.n, mean: group.mean, ss }
    }
}

/// The data of a JZS Bayes factor, ready for any scale of the prior.
#[derive(Clone, Debug, PartialEq)]
pub struct Jzs {
    /// Eigenvalue of the design, and the sum of squares that its direction explains, over the sum of squares within.
    directions: Vec<Direction>,
    /// Degrees of freedom of the null model: N − 1, or N for differences, whose mean is zero there; halved.
    half_df: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Direction {
    lambda: f64,
    explained: f64,
}

impl Jzs {
    /// Whether the mean of differences is zero. `None` without variance.
    pub fn one_sample(sample: &NormalSample) -> Option<Self> {
        let directions = vec![Direction { lambda: sample.n, explained: sample.n * sample.mean.powi(2) / sample.ss }];
        Self::new(directions, sample.ss, sample.n - 1.0, sample.n)
    }

    /// Whether two means are equal, with one variance for both.
    pub fn two_samples(first: &NormalSample, second: &NormalSample) -> Option<Self> {
        let lambda = first.n * second.n / (first.n + second.n);
        let ss = first.ss + second.ss;
        let explained = lambda * (first.mean - second.mean).powi(2) / ss;
        let df_null = first.n + second.n - 1.0;
        Self::new(vec![Direction { lambda, explained }], ss, df_null - 1.0, df_null)
    }

    /// Whether several means are equal, with one variance for all. `None` for a single sample.
    pub fn one_way(samples: &[NormalSample]) -> Option<Self> {
        if samples.len() < 2 {
            return None;
        }
        let n: f64 = samples.iter().map(|sample| sample.n).sum();
        let ss: f64 = samples.iter().map(|sample| sample.ss).sum();
        let grand = samples.iter().map(|sample| sample.n / n * sample.mean).sum::<f64>();
        let k = samples.len();
        let size = |i: usize| samples.get(i).map_or(0.0, |sample| sample.n);
        // X'X = Q'(D − nn'/N)Q; the middle matrix has the same eigenvalues and one that is zero, for the grand mean.
        let design =
            DMatrix::from_fn(k, k, |i, j| if i == j { size(i) * (n - size(i)) / n } else { -size(i) * size(j) / n });
        let effects = DVector::from_iterator(k, samples.iter().map(|sample| sample.n * (sample.mean - grand)));
        let eigen = SymmetricEigen::new(design);
        let mut directions: Vec<Direction> = eigen
            .eigenvalues
            .iter()
            .zip(eigen.eigenvectors.column_iter())
            .map(|(&lambda, vector)| Direction { lambda, explained: vector.dot(&effects).powi(2) / lambda / ss })
            .collect();
        directions.sort_by(|a, b| b.lambda.total_cmp(&a.lambda));
        directions.truncate(k.saturating_sub(1));
        Self::new(directions, ss, n - k as f64, n - 1.0)
    }

    fn new(directions: Vec<Direction>, ss: f64, df_error: f64, df_null: f64) -> Option<Self> {
        let usable = ss > 0.0 && df_error >= 1.0 && !directions.is_empty();
        // A spread this much smaller than the differences is rounding error.
        (usable && directions.iter().all(|d| d.lambda > 0.0 && d.explained * ROUNDING * ROUNDING < 1.0))
            .then_some(Self { directions, half_df: df_null / 2.0 })
    }

    /// ln BF₁₀ with a Cauchy prior of scale `r`.
    pub fn log_bf10(&self, r: f64) -> f64 {
        let explained: f64 = self.directions.iter().map(|d| d.explained).sum();
        let whole = explained.ln_1p();
        let h = |ln_g: f64| {
            let g = ln_g.exp();
            let left: f64 = self.directions.iter().map(|d| d.explained / (1.0 + g * d.lambda)).sum();
            let shrinkage: f64 = self.directions.iter().map(|d| (g * d.lambda).ln_1p()).sum();
            self.half_df * (whole - left.ln_1p()) - 0.5 * (shrinkage + ln_g + r * r / g)
        };
        // Left of ln r² prior and likelihood fall together. On the right the prior's fall wins once 2·df·b/(SS·λ) is past.
        let lambda = self.directions.iter().fold(f64::INFINITY, |least, d| least.min(d.lambda));
        let prior = 2.0 * r.ln();
        let settled = prior.max(-lambda.ln()).max((2.0 * self.half_df * explained / lambda).ln());
        r.ln() - 0.5 * (2.0 * std::f64::consts::PI).ln() + ln_integral(h, prior, settled)
    }
}

/// The approximation by the BIC: `ln BF₁₀ = −(n/2) ln(SS_error/(SS_error + SS_effect)) − (df/2) ln n` (Masson, 2011).
pub fn log_bf10_by_bic(ss: f64, ss_error: f64, df: f64, n: f64) -> f64 {
    0.5 * (n * (ss / ss_error).ln_1p() - df * n.ln())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(n: f64, mean: f64, ss: f64) -> NormalSample {
        NormalSample { n, mean, ss }
    }

    /// The example of Rouder et al. (2009): t(79) = 2.03, r = 1 favours the null by 1.56.
    #[test]
    fn a_printed_example() {
        let mean = 2.03 / 80f64.sqrt();
        let factor = Jzs::one_sample(&sample(80.0, mean, 79.0)).expect("it has variance").log_bf10(1.0);
        assert!(((-factor).exp() - 1.56).abs() < 0.005, "{}", factor.exp());
    }

    #[test]
    fn two_arms_of_a_one_way_analysis_are_a_t_test() {
        let arms = [sample(10.0, 0.3, 11.0), sample(14.0, 1.4, 9.0)];
        let t = Jzs::two_samples(&arms[0], &arms[1]).expect("variance").log_bf10(0.5f64.sqrt());
        let one_way = Jzs::one_way(&arms).expect("variance").log_bf10(0.5);
        assert!((t - one_way).abs() < 1e-13, "{t} {one_way}");
    }

    #[test]
    fn nothing_is_said_without_variance_or_degrees_of_freedom() {
        assert_eq!(Jzs::one_sample(&sample(4.0, 1.0, 0.0)), None);
        assert_eq!(Jzs::one_sample(&sample(1.0, 1.0, 0.0)), None);
        assert_eq!(Jzs::two_samples(&sample(1.0, 1.0, 0.0), &sample(1.0, 2.0, 0.0)), None);
        assert_eq!(Jzs::one_way(&[sample(5.0, 1.0, 2.0)]), None);
        assert_eq!(Jzs::one_way(&[]), None);
    }

    /// n = 20, a partial η² of .2375 and one parameter: ΔBIC = 20 ln .7625 + ln 20 = −2.43.
    #[test]
    fn the_bic_by_hand() {
        let delta = 20.0 * 0.7625f64.ln() + 20f64.ln();
        assert!((delta + 2.427).abs() < 1e-3);
        assert!((log_bf10_by_bic(0.2375, 0.7625, 1.0, 20.0) + delta / 2.0).abs() < 1e-14);
    }
}
