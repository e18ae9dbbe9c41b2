//! The power of a contrast of two arms at an occasion.
//!
//! # Question
//! How likely is it that a difference of d is significant between arms of n₁ and n₂ participants?
//!
//! # Formulas
//! d in standard deviations of one measurement, r the correlation of baseline and occasion. The variance of a score is that
//! of a measurement times v:
//!
//! | analysis | v | df |
//! | --- | --- | --- |
//! | scores at the occasion | 1 | n₁ + n₂ − 2 |
//! | change from baseline | 2(1 − r) | n₁ + n₂ − 2 |
//! | ANCOVA with the baseline | 1 − r² | n₁ + n₂ − 3 |
//!
//! δ = d/√(v(e₁/n₁ + e₂/n₂)), e the design effect of an arm (1 but where it is treated in groups), and two-sided
//! power = P(t(df, δ) > c) + P(t(df, δ) < −c), c exceeded by the central t with probability α/2.
//!
//! # Assumptions
//! Normal scores of equal variance. ANCOVA: arms of the same mean at baseline, as random allocation has them on average
//! (Borm et al., 2007). Design effects above 1: few groups leave fewer degrees of freedom, so that the power is at most this.
//!
//! # References
//! - Borm, G. F., Fransen, J., & Lemmens, W. A. J. G. (2007). A simple sample size formula for analysis of covariance in
//!   randomized clinical trials. *Journal of Clinical Epidemiology, 60*(12), 1234–1238.
//!   <https://doi.org/10.1016/j.jclinepi.2007.02.006>

use super::unusable::Unusable;
use crate::num::noncentral::{noncentral_t_cdf, noncentral_t_sf};
use crate::num::tail::t_quantile_upper;

/// How the measurement before treatment enters the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineUse {
    /// Not at all: scores at the occasion.
    Raw,
    Change,
    Ancova,
}

impl BaselineUse {
    pub const ALL: [Self; 3] = [Self::Raw, Self::Change, Self::Ancova];

    /// The variance of what is analysed, in variances of a measurement.
    pub fn variance_factor(self, correlation: f64) -> f64 {
        match self {
            Self::Raw => 1.0,
            Self::Change => 2.0 * (1.0 - correlation),
            Self::Ancova => (1.0 - correlation) * (1.0 + correlation),
        }
    }
}

/// Two arms at an occasion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmContrast {
    pub baseline: BaselineUse,
    /// Of baseline and occasion: above −1 and below 1.
    pub correlation: f64,
    /// Participants analysed, 2 or more in each arm; expected numbers need not be whole.
    pub n: [f64; 2],
    /// How treatment in groups inflates the variance of each arm's mean: 1 or more.
    pub design_effect: [f64; 2],
}

impl ArmContrast {
    /// Two arms of `n` each, treated one by one.
    pub fn of_equal_arms(baseline: BaselineUse, correlation: f64, n: f64) -> Self {
        Self { baseline, correlation, n: [n, n], design_effect: [1.0, 1.0] }
    }

    /// The standard error of the difference in standard deviations of a measurement, and its degrees of freedom.
    ///
    /// # Errors
    /// The first input that is out of its range.
    pub fn error(&self) -> Result<(f64, f64), Unusable> {
        let r = self.correlation;
        Unusable::unless(-1.0 < r && r < 1.0, "correlation", r, "correlation")?;
        for (n, effect) in self.n.into_iter().zip(self.design_effect) {
            Unusable::unless((2.0..=1e9).contains(&n), "n_per_arm", n, "n-per-arm")?;
            Unusable::unless((1.0..=1e6).contains(&effect), "design_effect", effect, "design-effect")?;
        }
        let of_arms = self.design_effect[0] / self.n[0] + self.design_effect[1] / self.n[1];
        let used = if self.baseline == BaselineUse::Ancova { 3.0 } else { 2.0 };
        Ok(((self.baseline.variance_factor(r) * of_arms).sqrt(), self.n[0] + self.n[1] - used))
    }

    /// The two-sided power at the level `alpha` of a difference of `d` standard deviations of a measurement.
    ///
    /// # Errors
    /// The first input that is out of its range.
    ///
    /// ```
    /// use prepost::planning::power::arm_contrast::{ArmContrast, BaselineUse};
    /// let arms = ArmContrast::of_equal_arms(BaselineUse::Raw, 0.5, 20.0);
    /// assert!((arms.power(0.5, 0.05).unwrap() - 0.337_939_028_9).abs() < 1e-9);
    /// ```
    pub fn power(&self, d: f64, alpha: f64) -> Result<f64, Unusable> {
        let (se, df) = self.error()?;
        Unusable::unless(0.0 < alpha && alpha < 1.0, "alpha", alpha, "alpha")?;
        Unusable::unless((d / se).abs() <= 1e4, "effect_size", d, "effect-size")?;
        let critical = t_quantile_upper(0.5 * alpha, df);
        Ok(noncentral_t_sf(critical, df, d / se) + noncentral_t_cdf(-critical, df, d / se))
    }
}
