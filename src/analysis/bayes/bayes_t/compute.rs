//! JZS Bayes factors of every comparison of two means.

use crate::analysis::arm_scores::{ArmScores, arm_scores};
use crate::analysis::bayes::prior_width::PriorWidth;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Study};
use crate::model::bayes::{Jzs, NormalSample};

/// From narrow to wide; the named ones are those of BayesFactor and JASP.
pub const WIDTHS: [PriorWidth; 5] = [
    PriorWidth { r: 0.2, statistic: "log_bf10_r_0_2", head: "head-r-0-2" },
    PriorWidth { r: 0.5, statistic: "log_bf10_r_0_5", head: "head-r-0-5" },
    PriorWidth { r: std::f64::consts::FRAC_1_SQRT_2, statistic: "log_bf10", head: "head-r-medium" },
    PriorWidth { r: 1.0, statistic: "log_bf10_wide", head: "head-r-wide" },
    PriorWidth { r: std::f64::consts::SQRT_2, statistic: "log_bf10_ultrawide", head: "head-r-ultrawide" },
];

/// Bayes factors of every comparison of two means.
#[derive(Clone, Debug, Default)]
pub struct BayesT {
    pub changes: Vec<Row>,
    pub at_occasions: Vec<Row>,
    pub within: Vec<Row>,
    /// The terms of comparisons without variance.
    pub without_variance: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub compared: Compared,
    /// ln BF₁₀ by each of [`WIDTHS`].
    pub log_bf10: [f64; WIDTHS.len()],
}

impl Row {
    /// ln BF₁₀ with the default prior.
    pub fn medium(&self) -> f64 {
        let [_, _, medium, _, _] = self.log_bf10;
        medium
    }
}

impl BayesT {
    pub fn all(&self) -> impl Iterator<Item = &Row> {
        self.changes.iter().chain(&self.at_occasions).chain(&self.within)
    }

    /// The comparisons that answer the trial's main question.
    pub fn leading(&self) -> &[Row] {
        [&self.changes, &self.at_occasions].into_iter().find(|rows| !rows.is_empty()).unwrap_or(&self.within)
    }

    fn keep(&mut self, study: &Study<'_>, compared: Compared, (jzs, df): (Option<Jzs>, f64)) {
        let Some(jzs) = jzs else {
            // Too few participants for a Bayes factor need no warning.
            self.without_variance.extend((df >= 1.0).then(|| compared.term_within(study)));
            return;
        };
        let row = Row { compared, log_bf10: WIDTHS.map(|width| jzs.log_bf10(width.r)) };
        match compared {
            Compared::Change { .. } => self.changes.push(row),
            Compared::Arms { .. } => self.at_occasions.push(row),
            Compared::Occasions { .. } => self.within.push(row),
        }
    }
}

pub const BAYES_T: Computation<BayesT> = Computation { id: "bayes_t", run: compute };

/// `None` where there is nothing to compare.
pub fn compute(study: &Study<'_>) -> Option<BayesT> {
    let mut result = BayesT::default();
    let occasions = if study.arms.len() > 1 { &study.occasions[..] } else { &[] };
    for &at in occasions {
        let scores = arm_scores(study, Arms::Each, &[at]);
        result.arms(
            study,
            &scores,
            |scores| scores.at(0).into(),
            |arm, against| Compared::Arms { arm, against, at: Some(at) },
        );
    }
    for (to, from) in study.occasion_pairs() {
        let scores = arm_scores(study, Arms::Each, &[from, to]);
        result.arms(
            study,
            &scores,
            |scores| scores.change().into(),
            |arm, against| Compared::Change { from, to, arm, against },
        );
        for scores in &scores {
            let arm = (study.arms.len() > 1).then_some(scores.arm);
            let sample = NormalSample { mean: scores.twice().change, ..scores.change().into() };
            let factor = (Jzs::one_sample(&sample), sample.n - 1.0);
            result.keep(study, Compared::Occasions { from, to, arm }, factor);
        }
    }
    // Each arm with its pairs of occasions in time order.
    result.within.sort_by_key(|row| match row.compared {
        Compared::Occasions { arm, .. } => arm,
        Compared::Arms { .. } | Compared::Change { .. } => None,
    });
    (result.all().next().is_some() || !result.without_variance.is_empty()).then_some(result)
}

impl BayesT {
    /// Every pair of arms.
    fn arms(
        &mut self,
        study: &Study<'_>,
        scores: &[ArmScores],
        sample: impl Fn(&ArmScores) -> NormalSample,
        compared: impl Fn(usize, usize) -> Compared,
    ) {
        let of = |arm: usize| scores.iter().find(|scores| scores.arm == arm).map(&sample);
        for (arm, against) in study.arm_pairs() {
            let (Some(later), Some(earlier)) = (of(arm), of(against)) else { continue };
            let factor = (Jzs::two_samples(&later, &earlier), later.n + earlier.n - 2.0);
            self.keep(study, compared(arm, against), factor);
        }
    }
}
