//! Outlying scores: beyond the fences of their cell, or with a large studentised residual.

use crate::analysis::assumptions::residuals::compute::Residuals;
use crate::analysis::study::Study;
use crate::num::quantile::{quantile, sorted};

/// The absolute studentised residual beyond which a score is listed.
const FAR: f64 = 3.0;

/// A score far from the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlier {
    /// Indices into the trial's participants, arms and occasions.
    pub participant: usize,
    pub arm: usize,
    pub occasion: usize,
    pub value: f64,
    pub fence: Option<Fence>,
    /// NaN where the participant is not in the analysis.
    pub studentised: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fence {
    /// Beyond 1.5 interquartile ranges from the quartiles.
    Outlying,
    /// Beyond 3.
    Extreme,
}

/// By arm, occasion, then in the order of the file.
pub fn outliers(study: &Study<'_>, residuals: Option<&Residuals>) -> Vec<Outlier> {
    let mut result = Vec::new();
    if !study.trial.has_rows() {
        return result;
    }
    for &arm in &study.arms {
        for &occasion in &study.occasions {
            let scores: Vec<(usize, f64)> = (0..study.trial.ids.len())
                .filter(|&p| study.trial.arm.get(p).copied() == u32::try_from(arm).ok())
                .map(|p| (p, study.score(p, occasion)))
                .filter(|(_, value)| value.is_finite())
                .collect();
            let ordered = sorted(&scores.iter().map(|(_, value)| *value).collect::<Vec<f64>>());
            let quartiles = (quantile(&ordered, 0.25), quantile(&ordered, 0.75));
            for (participant, value) in scores {
                let studentised = studentised(residuals, participant, occasion);
                let fence = fence(value, quartiles);
                if fence.is_some() || studentised.abs() > FAR {
                    result.push(Outlier { participant, arm, occasion, value, fence, studentised });
                }
            }
        }
    }
    result
}

fn fence(value: f64, (q1, q3): (f64, f64)) -> Option<Fence> {
    let beyond = |times: f64| value < q1 - times * (q3 - q1) || value > q3 + times * (q3 - q1);
    match (beyond(1.5), beyond(3.0)) {
        (_, true) => Some(Fence::Extreme),
        (true, false) => Some(Fence::Outlying),
        (false, false) => None,
    }
}

fn studentised(residuals: Option<&Residuals>, participant: usize, occasion: usize) -> f64 {
    let at = residuals.and_then(|result| result.occasions.iter().find(|at| at.occasion == occasion));
    // Residuals are in the order of the participants.
    at.and_then(|at| at.each.get(at.each.binary_search_by_key(&participant, |residual| residual.participant).ok()?))
        .map_or(f64::NAN, |residual| residual.studentised)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_by_hand() {
        // Quartiles 10 and 12: fences at 7 and 15, outer ones at 4 and 18; a score on a fence is inside it.
        let of = |value| fence(value, (10.0, 12.0));
        assert_eq!((of(7.0), of(15.0)), (None, None));
        assert_eq!((of(6.9), of(18.0)), (Some(Fence::Outlying), Some(Fence::Outlying)));
        assert_eq!((of(3.9), of(18.1)), (Some(Fence::Extreme), Some(Fence::Extreme)));
    }
}
