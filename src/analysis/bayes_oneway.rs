//! # Question
//! How much more likely are the data at one occasion if the arms' means differ than if they are all equal?
//!
//! # Model
//! One-way analysis of variance of everybody measured at the occasion. The standardised effects of the arms (their deviations
//! from the grand mean in orthonormal coordinates) have independent Cauchy priors of scale 0.5 that share one g: fixed effects,
//! "medium" in BayesFactor and JASP.
//!
//! # Formulas
//! `BF₁₀ = ∫ |I + gX'X|^{−½} ((SS_total − z'(X'X + I/g)⁻¹z)/SS_total)^{−(N−1)/2} p(g) dg`, `X` the centred design, `z = X'y`, `g`
//! inverse gamma (½, r²/2) (Rouder et al., 2012), integrated over ln g. With two arms it is the Bayes factor of the t test with
//! r = √2/2.
//!
//! # Assumptions
//! Those of the one-way analysis of variance, and the prior; scores of one occasion do not tell change.
//!
//! # Effect size
//! None: a Bayes factor weighs two models and does not say how large the differences are.
//!
//! # Agreement with R
//! `anovaBF(rscaleFixed = "medium")` of BayesFactor 0.9.12-4.4, to the accuracy of its quadrature; mpmath at 40 digits.
//!
//! # References
//! - Rouder, J. N., Morey, R. D., Speckman, P. L., & Province, J. M. (2012). Default Bayes factors for ANOVA designs.
//!   *Journal of Mathematical Psychology, 56*, 356–374. <https://doi.org/10.1016/j.jmp.2012.08.001>

use super::arm_scores::arm_scores;
use super::contrasts::MANY_LEVELS;
use super::study::{Arms, Study};
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::bayes::{Jzs, Sample};
use crate::report::Section;

/// A prior's scale for the effects of the arms.
pub struct Width {
    pub r: f64,
    pub statistic: &'static str,
    /// The id of its name.
    pub head: &'static str,
}

/// BayesFactor's and JASP's names and scales for fixed effects.
pub const WIDTHS: [Width; 3] = [
    Width { r: 0.5, statistic: "log_bf10", head: "head-r-fixed-medium" },
    Width { r: std::f64::consts::FRAC_1_SQRT_2, statistic: "log_bf10_wide", head: "head-r-fixed-wide" },
    Width { r: 1.0, statistic: "log_bf10_ultrawide", head: "head-r-fixed-ultrawide" },
];

/// The arms at every occasion.
#[derive(Clone, Debug, Default)]
pub struct BayesOneway {
    pub occasions: Vec<AtOccasion>,
    /// Occasions at which nobody differs within the arms.
    pub without_variance: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
pub struct AtOccasion {
    pub occasion: usize,
    /// ln BF₁₀ by each of [`WIDTHS`].
    pub log_bf10: [f64; WIDTHS.len()],
}

impl AtOccasion {
    /// By the default prior.
    pub fn medium(&self) -> f64 {
        let [medium, _, _] = self.log_bf10;
        medium
    }
}

/// `None` with one arm, or more than are compared.
pub fn compute(study: &Study<'_>) -> Option<BayesOneway> {
    if study.arms.len() < 2 || study.arms.len() > MANY_LEVELS {
        return None;
    }
    let mut found = BayesOneway::default();
    for &occasion in &study.occasions {
        let samples: Vec<Sample> =
            arm_scores(study, Arms::Each, &[occasion]).iter().map(|scores| scores.at(0).into()).collect();
        let n: f64 = samples.iter().map(|sample| sample.n).sum();
        match Jzs::one_way(&samples) {
            Some(jzs) => {
                found.occasions.push(AtOccasion { occasion, log_bf10: WIDTHS.map(|width| jzs.log_bf10(width.r)) });
            }
            None if n > samples.len() as f64 => found.without_variance.push(study.occasion_name(occasion).into()),
            None => {}
        }
    }
    Some(found)
}

impl Findings for Shown<'_, BayesOneway> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for at in &self.found.occasions {
            let mut out = Numbers::new("bayes_oneway", self.study.occasion_name(at.occasion), out);
            for (width, log_bf10) in WIDTHS.iter().zip(at.log_bf10) {
                out.add(width.statistic, log_bf10);
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::bayes::several_means(&self.found, display).into_iter().collect()
    }
}
