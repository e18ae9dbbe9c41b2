//! Who enters where values may be missing, as the mixed models take them.

use crate::analysis::study::Study;
use crate::model::mixed::{Estimation, Inference, MeanStructure, MixedModel, MixedSpecification, Participant, Structure};
use crate::model::{Between, Grid};

/// Of more occasions an unstructured covariance is not tried: it has a parameter for every pair.
pub const MANY_OCCASIONS: usize = 12;
/// A model of more means than this is not fitted.
pub const MANY_MEANS: usize = 150;

/// The model of arms, further factors and covariates at every occasion, covariates with one slope.
pub fn specification(study: &Study<'_>, structure: Structure) -> MixedSpecification {
    let n_covariates = study.n_covariates();
    let means = MeanStructure {
        between: Between { levels: study.between_levels(), n_covariates },
        n_occasions: study.occasions.len(),
        slopes_by_occasion: vec![false; n_covariates],
        common_baseline: None,
    };
    MixedSpecification { means, structure, by_arm: false, estimation: Estimation::Restricted }
}

/// Everyone of the study, values that are missing NaN.
pub fn participants(study: &Study<'_>) -> Vec<Participant> {
    let participant = |&p: &usize| {
        let mut values = study.row(p);
        values.truncate(study.occasions.len());
        Participant { at: study.cell_of(p), covariates: study.covariate_values(p), values }
    };
    study.used.iter().map(participant).collect()
}

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
