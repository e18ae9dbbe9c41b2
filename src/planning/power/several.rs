//! Any or all of several contrasts under an adjustment.
//!
//! # Question
//! How likely is it that at least one of several contrasts between arms is significant, and that every one is?
//!
//! # Formulas
//! Arms of variance vₐ (of a mean, in variances of a measurement) and mean μₐ; contrasts of pairs of arms with one error on
//! df degrees of freedom; a contrast is significant where |T| > c.
//! - Contrasts with one control and one c for all: exact, by an integral over control and error.
//! - Otherwise by simulation of the arms' means alone. Given them, the error's distribution answers exactly: the largest
//!   |T| exceeds c where the error is below |largest numerator|/c, which has a χ² probability; for "all" the smallest; by
//!   Holm's method the smallest of the ordered numerators, each over its critical value. What is averaged is that
//!   probability, so that its Monte Carlo error is known, and smaller than that of counting.
//!
//! c: t at α (none), α/m (Bonferroni), 1 − (1 − α)^(1/m) (Šidák), the studentised range (Tukey, all pairs), Dunnett's (with
//! a control), and t at α/m, α/(m − 1), … (Holm), m the size of the family.
//!
//! # References
//! - Westfall, P. H., Tobias, R. D., & Wolfinger, R. D. (2011). *Multiple comparisons and multiple tests using SAS* (2nd
//!   ed.), ch. 18. SAS Institute.

use super::unusable::Unusable;
use crate::model::adjust::Adjust;
use crate::model::resample::generator::Generator;
use crate::num::dunnett::dunnett_quantile_upper;
use crate::num::noncentral::{AgainstControl, any_and_all_t_sf};
use crate::num::studentized_range::studentized_range_quantile_upper;
use crate::num::tail::{chi2_cdf, normal_quantile_upper, t_quantile_upper, t_two_sided};

/// Simulated trials: a Monte Carlo error of at most ½/√n, which is .0035, and less as the error is not simulated.
pub const REPLICATES: u32 = 20_000;

/// Which pairs of arms are compared; the first arm is the control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedArms {
    WithControl,
    AllPairs,
}

/// Several contrasts at one occasion.
#[derive(Clone, Debug, PartialEq)]
pub struct SeveralContrasts {
    /// The variance of each arm's mean in variances of a measurement, above 0; the control's first.
    pub variances: Vec<f64>,
    /// The mean of each arm in standard deviations of a measurement.
    pub means: Vec<f64>,
    pub compared: ComparedArms,
    pub df: f64,
    pub alpha: f64,
    pub adjust: Adjust,
    /// How many contrasts are adjusted together, here and at other occasions: at least those of these arms.
    pub family: usize,
    pub seed: u64,
}

/// The power for any and for all contrasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnyAndAll {
    pub any: f64,
    pub all: f64,
    /// The larger of the two Monte Carlo standard errors; `None` where no simulation was needed.
    pub monte_carlo_se: Option<f64>,
}

impl SeveralContrasts {
    /// The pairs that are compared, as indices of arms.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let n = self.variances.len();
        match self.compared {
            ComparedArms::WithControl => (1..n).map(|arm| (arm, 0)).collect(),
            ComparedArms::AllPairs => (0..n).flat_map(|b| (b + 1..n).map(move |a| (a, b))).collect(),
        }
    }

    /// The power for any and for all of them.
    ///
    /// # Errors
    /// An adjustment that has no critical values of this kind, and inputs out of their range.
    pub fn power(&self) -> Result<AnyAndAll, Unusable> {
        let n_arms = self.variances.len();
        let usable = (2..=50).contains(&n_arms) && self.means.len() == n_arms;
        Unusable::unless(usable && self.variances.iter().all(|v| *v > 0.0), "arms", n_arms as f64, "arms")?;
        Unusable::unless(0.0 < self.alpha && self.alpha < 1.0, "alpha", self.alpha, "alpha")?;
        Unusable::unless(self.df >= 1.0, "n_per_arm", self.df, "n-per-arm")?;
        let pairs = self.pairs();
        let critical = self.critical(pairs.len())?;
        let one_value = self.adjust != Adjust::Holm;
        match (self.compared, critical.first()) {
            (ComparedArms::WithControl, Some(c)) if one_value => {
                let (any, all) = any_and_all_t_sf(*c, &self.against_control(), self.df);
                Ok(AnyAndAll { any, all, monte_carlo_se: None })
            }
            _ => Ok(self.simulated(&pairs, &critical)),
        }
    }

    /// The two-sided level at which each contrast is tested; by Holm's method the first.
    ///
    /// # Errors
    /// An adjustment that has no critical values of this kind.
    pub fn alpha_each(&self) -> Result<f64, Unusable> {
        let critical = self.critical(self.pairs().len())?;
        Ok(critical.first().map_or(f64::NAN, |c| t_two_sided(*c, self.df)))
    }

    /// The critical |t| of the contrasts from the largest |T| to the smallest.
    fn critical(&self, n: usize) -> Result<Vec<f64>, Unusable> {
        let family = self.family.max(n) as f64;
        let t = |p: f64| t_quantile_upper(0.5 * p, self.df);
        let value = match self.adjust {
            Adjust::None => t(self.alpha),
            Adjust::Bonferroni => t(self.alpha / family),
            Adjust::Sidak => t(-((-self.alpha).ln_1p() / family).exp_m1()),
            // Contrasts of the family that are not among these are taken not to be significant, so that the power is at
            // least this.
            Adjust::Holm => return Ok((0..n).map(|rank| t(self.alpha / (family - rank as f64))).collect()),
            Adjust::Tukey if self.compared == ComparedArms::AllPairs && self.family <= n => {
                let arms = u32::try_from(self.variances.len()).unwrap_or(u32::MAX);
                studentized_range_quantile_upper(self.alpha, arms, self.df) / std::f64::consts::SQRT_2
            }
            Adjust::Dunnett if self.compared == ComparedArms::WithControl && self.family <= n => {
                let lambdas: Vec<f64> = self.against_control().iter().map(|test| test.lambda).collect();
                dunnett_quantile_upper(self.alpha, &lambdas, self.df)
            }
            _ => return Err(Unusable { input: "adjust", value: family, why: "adjust" }),
        };
        Ok(vec![value; n])
    }

    fn against_control(&self) -> Vec<AgainstControl> {
        let control = self.variances.first().copied().unwrap_or(f64::NAN);
        let mean = self.means.first().copied().unwrap_or(f64::NAN);
        let arms = self.variances.iter().zip(&self.means).skip(1);
        arms.map(|(v, m)| AgainstControl {
            delta: (m - mean) / (v + control).sqrt(),
            lambda: (control / (v + control)).sqrt(),
        })
        .collect()
    }

    fn simulated(&self, pairs: &[(usize, usize)], critical: &[f64]) -> AnyAndAll {
        let mut sums = [[0.0; 2]; 2];
        for replicate in 0..REPLICATES {
            let mut generator = Generator::new(&[self.seed, u64::from(replicate)]);
            let means: Vec<f64> =
                self.means.iter().zip(&self.variances).map(|(m, v)| m + v.sqrt() * normal(&mut generator)).collect();
            let mut numerators: Vec<f64> = pairs
                .iter()
                .filter_map(|&(a, b)| {
                    let se = (self.variances.get(a)? + self.variances.get(b)?).sqrt();
                    Some((means.get(a)? - means.get(b)?).abs() / se)
                })
                .collect();
            numerators.sort_by(|a, b| b.total_cmp(a));
            let over = || numerators.iter().zip(critical).map(|(numerator, c)| numerator / c);
            let largest = over().next().unwrap_or(0.0);
            let smallest = over().fold(f64::INFINITY, f64::min);
            for (sum, ratio) in sums.iter_mut().zip([largest, smallest]) {
                let p = chi2_cdf(self.df * ratio * ratio, self.df);
                sum[0] += p;
                sum[1] += p * p;
            }
        }
        let n = f64::from(REPLICATES);
        let se = |[sum, squares]: [f64; 2]| ((squares - sum * sum / n).max(0.0) / (n - 1.0) / n).sqrt();
        let [any, all] = sums;
        AnyAndAll { any: any[0] / n, all: all[0] / n, monte_carlo_se: Some(se(any).max(se(all))) }
    }
}

/// A standard normal value, by its quantile.
fn normal(generator: &mut Generator) -> f64 {
    let uniform = (f64::from(generator.below(u32::MAX)) + 0.5) / f64::from(u32::MAX);
    normal_quantile_upper(uniform)
}
