//! JZS Bayes factors of the differences between the arms at every occasion.

use crate::analysis::arm_scores::arm_scores;
use crate::analysis::bayes::prior_width::PriorWidth;
use crate::analysis::comparisons::contrasts::MANY_LEVELS;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Study};
use crate::model::bayes::{Jzs, NormalSample};

/// BayesFactor's and JASP's names and scales for fixed effects.
pub const WIDTHS: [PriorWidth; 3] = [
    PriorWidth { r: 0.5, statistic: "log_bf10", head: "head-r-fixed-medium" },
    PriorWidth { r: std::f64::consts::FRAC_1_SQRT_2, statistic: "log_bf10_wide", head: "head-r-fixed-wide" },
    PriorWidth { r: 1.0, statistic: "log_bf10_ultrawide", head: "head-r-fixed-ultrawide" },
];

/// Bayes factors of the differences between the arms at every occasion.
#[derive(Clone, Debug, Default)]
pub struct BayesOneway {
    pub occasions: Vec<OccasionBayesFactor>,
    /// Occasions without variance within the arms.
    pub without_variance: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
pub struct OccasionBayesFactor {
    pub occasion: usize,
    /// ln BF₁₀ by each of [`WIDTHS`].
    pub log_bf10: [f64; WIDTHS.len()],
}

impl OccasionBayesFactor {
    /// ln BF₁₀ with the default prior.
    pub fn medium(&self) -> f64 {
        let [medium, _, _] = self.log_bf10;
        medium
    }
}

pub const BAYES_ONEWAY: Computation<BayesOneway> = Computation { id: "bayes_oneway", run: compute };

/// `None` with one arm, or more than are compared.
pub fn compute(study: &Study<'_>) -> Option<BayesOneway> {
    if study.arms.len() < 2 || study.arms.len() > MANY_LEVELS {
        return None;
    }
    let mut result = BayesOneway::default();
    for &occasion in &study.occasions {
        let samples: Vec<NormalSample> =
            arm_scores(study, Arms::Each, &[occasion]).iter().map(|scores| scores.at(0).into()).collect();
        let n: f64 = samples.iter().map(|sample| sample.n).sum();
        match Jzs::one_way(&samples) {
            Some(jzs) => {
                result
                    .occasions
                    .push(OccasionBayesFactor { occasion, log_bf10: WIDTHS.map(|width| jzs.log_bf10(width.r)) });
            }
            None if n > samples.len() as f64 => result.without_variance.push(study.occasion_name(occasion).into()),
            None => {}
        }
    }
    Some(result)
}
