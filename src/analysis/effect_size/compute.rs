//! Standardised mean differences between arms, of changes and within participants.

use crate::analysis::arm_scores::{ArmScores, arm_scores};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Study};
use crate::model::effect_size::hedges_j_approximate;
use crate::model::two_means::{Independent, Paired, independent, paired};
use crate::model::unequal::Group;

/// Standardised differences.
#[derive(Clone, Debug, Default)]
pub struct EffectSizes {
    pub at_occasions: Vec<(Compared, Independent)>,
    pub of_changes: Vec<ChangeEffectSize>,
    /// In all participants, then in each arm.
    pub within: Vec<(Compared, Paired)>,
    /// Terms of comparisons without a variance.
    pub without_variance: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ChangeEffectSize {
    pub compared: Compared,
    pub difference: Independent,
    /// NaN without variance at the earlier occasion.
    pub d_ppc2: f64,
}

pub const EFFECT_SIZE: Computation<EffectSizes> = Computation { id: "effect_size", run: compute };

/// `None` where there is nothing to compare.
pub fn compute(study: &Study<'_>) -> Option<EffectSizes> {
    let mut result = EffectSizes::default();
    let occasions = if study.arms.len() > 1 { &study.occasions[..] } else { &[] };
    for &at in occasions {
        let scores = arm_scores(study, Arms::Each, &[at]);
        for (arm, against) in study.arm_pairs() {
            let (Some(later), Some(earlier)) = (find(&scores, arm), find(&scores, against)) else { continue };
            let compared = Compared::Arms { arm, against, at: Some(at) };
            let test = independent(&later.at(0), &earlier.at(0), study.trial.plan.level);
            result.keep(study, compared, [later, earlier], test, |result, test| {
                result.at_occasions.push((compared, test))
            });
        }
    }
    for (to, from) in study.occasion_pairs() {
        let scores_of = |arms| arm_scores(study, arms, &[from, to]);
        let each = scores_of(Arms::Each);
        for (arm, against) in study.arm_pairs() {
            let (Some(later), Some(earlier)) = (find(&each, arm), find(&each, against)) else { continue };
            let compared = Compared::Change { from, to, arm, against };
            let test = independent(&later.change(), &earlier.change(), study.trial.plan.level);
            let d_ppc2 = test.map_or(f64::NAN, |test| d_ppc2(test.estimate.value, &later.at(0), &earlier.at(0)));
            result.keep(study, compared, [later, earlier], test, |result, difference| {
                result.of_changes.push(ChangeEffectSize { compared, difference, d_ppc2 });
            });
        }
        let all = scores_of(Arms::Pooled);
        let arms = each.iter().filter(|_| study.arms.len() > 1);
        for (arm, scores) in all.iter().map(|scores| (None, scores)).chain(arms.map(|one| (Some(one.arm), one))) {
            let compared = Compared::Occasions { from, to, arm };
            let test = paired(&scores.twice(), study.trial.plan.level);
            result.keep(study, compared, [scores; 2], test, |result, test| result.within.push((compared, test)));
        }
    }
    // All participants first, then each arm, each with its pairs of occasions in time order.
    result.within.sort_by_key(|(compared, _)| match *compared {
        Compared::Occasions { arm, .. } => arm,
        Compared::Arms { .. } | Compared::Change { .. } => None,
    });
    let any = !result.at_occasions.is_empty() || !result.within.is_empty() || !result.without_variance.is_empty();
    any.then_some(result)
}

impl EffectSizes {
    /// Keeps a test, or the term of a comparison without variance. A single participant has none, which needs no warning.
    fn keep<T>(
        &mut self,
        study: &Study<'_>,
        compared: Compared,
        of: [&ArmScores; 2],
        test: Option<T>,
        push: impl FnOnce(&mut Self, T),
    ) {
        match test {
            Some(test) => push(self, test),
            None if of.iter().any(|scores| scores.n < 2.0) => {}
            None => self.without_variance.push(compared.term_within(study)),
        }
    }
}

fn d_ppc2(estimate: f64, later: &Group, earlier: &Group) -> f64 {
    let df = later.n + earlier.n - 2.0;
    let pooled = ((later.n - 1.0) * later.variance + (earlier.n - 1.0) * earlier.variance) / df;
    if pooled > 0.0 { estimate / pooled.sqrt() * hedges_j_approximate(df) } else { f64::NAN }
}

fn find(scores: &[ArmScores], arm: usize) -> Option<&ArmScores> {
    scores.iter().find(|scores| scores.arm == arm)
}

impl Compared {
    /// As [`Compared::term`], with `(all)` for all participants.
    pub fn term_within(&self, study: &Study<'_>) -> String {
        match self {
            Compared::Occasions { arm: None, .. } => format!("{} | (all)", self.term(study)),
            Compared::Arms { .. } | Compared::Change { .. } | Compared::Occasions { .. } => self.term(study),
        }
    }
}
