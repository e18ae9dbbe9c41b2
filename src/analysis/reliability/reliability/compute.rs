//! Internal consistency of every score computed from items.

use crate::model::reliability::{Reliability, reliability};
use crate::trial::{ItemsAt, ScaleItems, Trial};

/// The reliability of one score, by occasion and arm.
pub struct ScaleReliability {
    /// An index into `Trial::scales`.
    pub scale: usize,
    pub groups: Vec<GroupReliability>,
    /// Groups without variance: the occasion and the arm, as in `GroupReliability`.
    pub left_out: Vec<(usize, Option<usize>)>,
}

pub struct GroupReliability {
    /// An index into the occasions of the scale.
    pub at: usize,
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub estimates: Reliability,
}

/// Every score that has items, in all participants and in each arm.
pub fn of_trial(trial: &Trial) -> Vec<ScaleReliability> {
    trial.scales.iter().enumerate().map(|(index, scale)| of_scale(trial, index, scale)).collect()
}

fn of_scale(trial: &Trial, index: usize, scale: &ScaleItems) -> ScaleReliability {
    let mut of = ScaleReliability { scale: index, groups: Vec::new(), left_out: Vec::new() };
    for (at, items) in scale.occasions.iter().enumerate() {
        for arm in std::iter::once(None).chain((0..trial.arms.len()).filter(|_| trial.has_arms).map(Some)) {
            let is_in = |participant: usize| {
                arm.is_none_or(|arm| trial.arm.get(participant).is_some_and(|&of| of as usize == arm))
            };
            let members = items.answers.iter().enumerate().filter(|(participant, _)| is_in(*participant));
            let rows: Vec<Vec<f64>> = members.map(|(_, row)| row.clone()).collect();
            match reliability(&rows, trial.plan.level) {
                Some(estimates) => of.groups.push(GroupReliability { at, arm, estimates }),
                None => of.left_out.push((at, arm)),
            }
        }
    }
    of
}

/// Cronbach’s α of all participants at an occasion of the trial; `None` where the outcome is not computed from items.
pub fn alpha_at(trial: &Trial, outcome: usize, occasion: usize) -> Option<f64> {
    let scale = trial.scales.iter().find(|scale| scale.outcome == Some(outcome))?;
    let items = scale.occasions.iter().find(|at| at.occasion == Some(occasion))?;
    reliability(&items.answers, trial.plan.level).map(|estimates| estimates.alpha).filter(|alpha| alpha.is_finite())
}

pub fn occasion_name(trial: &Trial, at: &ItemsAt) -> String {
    at.occasion.and_then(|occasion| trial.occasions.get(occasion)).cloned().unwrap_or_default()
}
