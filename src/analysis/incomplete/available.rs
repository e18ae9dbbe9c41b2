//! Who enters where values may be missing, as the mixed models take them.

use std::rc::Rc;

use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::mixed::{Inference, MeanStructure, MixedModel, Participant, Repeated, Unfitted};
use crate::model::{Between, Grid};

/// Of more occasions an unstructured covariance is not tried: it has a parameter for every pair.
pub const MANY_OCCASIONS: usize = 12;
/// A model of more means than this is not fitted.
pub const MANY_MEANS: usize = 150;

/// What the mixed models are fitted to.
#[derive(Clone, Debug)]
pub struct AvailableValues {
    /// Participants with any value, their values, and how many of them have all.
    pub n: usize,
    pub n_values: usize,
    pub n_complete: usize,
    /// Arms and occasions, by their places in the model, at which an arm has no value: their mean is not estimable.
    pub empty: Vec<(usize, usize)>,
    /// For [`mean_structure`], or why there is no model.
    pub data: Result<Rc<Repeated>, Unfitted>,
}

/// The means of arms and further factors at every occasion, and covariates with one slope.
pub fn mean_structure(everyone: &Study<'_>) -> MeanStructure {
    let n_covariates = everyone.n_covariates();
    MeanStructure {
        between: Between { levels: everyone.between_levels(), n_covariates },
        n_occasions: everyone.occasions.len(),
        slopes_by_occasion: vec![false; n_covariates],
        common_baseline: None,
    }
}

/// Everyone of the study, values that are missing NaN.
pub fn participants(everyone: &Study<'_>) -> Vec<Participant> {
    let participant = |&p: &usize| {
        let mut values = everyone.row(p);
        values.truncate(everyone.occasions.len());
        Participant { at: everyone.cell_of(p), covariates: everyone.covariate_values(p), values }
    };
    everyone.used.iter().map(participant).collect()
}

/// The values of a study of everyone.
pub fn values_of(everyone: &Study<'_>) -> AvailableValues {
    let participants = participants(everyone);
    let n_occasions = everyone.occasions.len();
    let mut n_at = vec![vec![0; n_occasions]; everyone.arms.len()];
    let mut n_complete = 0;
    for Participant { at, values, .. } in &participants {
        let arm = at.first().and_then(|&arm| n_at.get_mut(arm));
        arm.into_iter().flatten().zip(values).for_each(|(n, value)| *n += usize::from(value.is_finite()));
        n_complete += usize::from(values.iter().all(|value| value.is_finite()));
    }
    let empty = (n_at.iter().enumerate())
        .flat_map(|(arm, n)| n.iter().enumerate().filter(|(_, n)| **n == 0).map(move |(occasion, _)| (arm, occasion)))
        .collect();
    AvailableValues {
        n: participants.len(),
        n_values: n_at.iter().flatten().sum(),
        n_complete,
        empty,
        data: Repeated::new(mean_structure(everyone), &participants, false).map(Rc::new),
    }
}

/// Those of the study, once for every mixed model.
pub const AVAILABLE_VALUES: Computation<AvailableValues> =
    Computation { id: "available_values", run: |study| everyone(study).map(|everyone| values_of(&everyone)) };

/// Everyone with any value at two occasions or more; `None` where that is no repeated measure, where further factors
/// within participants stand beside the occasions, or where the model would be too large.
pub fn everyone<'a>(study: &Study<'a>) -> Option<Study<'a>> {
    let everyone = study.everyone().filter(|_| study.trial.within.is_empty())?;
    let means = everyone.between_levels().iter().product::<usize>().saturating_mul(everyone.occasions.len());
    (everyone.occasions.len() > 1 && (1..=MANY_MEANS).contains(&means)).then_some(everyone)
}

/// The fit's means with their errors.
pub fn grid(model: &MixedModel, inference: Inference) -> Option<Grid> {
    model.grid(inference, vec![model.specification.means.n_occasions])
}
