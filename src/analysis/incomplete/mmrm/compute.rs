use std::rc::Rc;

use nalgebra::DMatrix;

use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::{change_difference::compute as change_difference, pairwise::compute as pairwise};
use crate::analysis::incomplete::available::{AVAILABLE_VALUES, AvailableValues, MANY_OCCASIONS, everyone, grid};
use crate::analysis::incomplete::effects::{EffectOfModel, Spanning, effects};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Grid;
use crate::model::mixed::{
    Adjustment, Attempts, Convergence, Criteria, Estimation, Inference, Structure, Tried, Variances, simplify,
};

/// The model of all available values, unstructured or as simple as it had to be.
#[derive(Clone, Debug)]
pub struct Mmrm {
    pub values: Rc<AvailableValues>,
    pub n_occasions: usize,
    /// Arms and occasions, as indices into the trial's, at which an arm has no value.
    pub empty: Vec<(usize, usize)>,
    /// Structures of Σ that could not be estimated, and why.
    pub failed: Vec<Tried>,
    /// `None` where no structure could be.
    pub estimated: Option<MmrmFit>,
}

/// What the fit says.
#[derive(Clone, Debug)]
pub struct MmrmFit {
    pub structure: Structure,
    /// Differences in change; without arms, of occasions.
    pub changes: Vec<Comparison>,
    /// By Satterthwaite's degrees of freedom, and by Kenward and Roger's.
    pub effects: Vec<(EffectOfModel, Option<EffectOfModel>)>,
    /// Occasions of the trial, in the order of Σ.
    pub occasions: Vec<usize>,
    pub sigma: DMatrix<f64>,
    pub criteria: Criteria,
    pub convergence: Convergence,
    /// The means of all cells, with Satterthwaite's degrees of freedom.
    pub grid: Grid,
}

pub const MMRM: Computation<Mmrm> = Computation { id: "mmrm", run: compute };

/// The structure that is tried first.
pub fn first_structure(n_occasions: usize) -> Structure {
    match n_occasions > MANY_OCCASIONS {
        true => Structure::Toeplitz(Variances::ByOccasion),
        false => Structure::Unstructured,
    }
}

fn compute(study: &Study<'_>) -> Option<Mmrm> {
    let everyone = everyone(study)?;
    let values = study.result(&AVAILABLE_VALUES)?;
    let n_occasions = everyone.occasions.len();
    let wanted = first_structure(n_occasions);
    let Attempts { model, failed } = match &values.data {
        Ok(data) => simplify(wanted, Estimation::Restricted, data),
        Err(why) => Attempts { model: None, failed: vec![Tried { structure: wanted, by_arm: false, why: *why }] },
    };
    let of_trial = |&(arm, occasion): &(usize, usize)| (everyone.arm_at(arm), everyone.occasion_at(occasion));
    let empty = values.empty.iter().map(of_trial).collect();
    let estimated = model.and_then(|model| {
        let by = |inference| {
            let grid = grid(&model, inference)?;
            let found = effects(&everyone, (&model, &grid), inference, Spanning::AgainstAverage);
            Some((grid, found))
        };
        let (satterthwaite, effects) = by(Inference::Satterthwaite)?;
        let adjusted = by(Inference::KenwardRoger(Adjustment::Linear)).map_or_else(Vec::new, |(_, found)| found);
        let beside = |effect: &EffectOfModel| adjusted.iter().find(|other| other.name == effect.name).cloned();
        let occasions = everyone.occasions.clone();
        let with = everyone.with_grid(satterthwaite.clone())?;
        Some(MmrmFit {
            structure: model.specification.structure.clone(),
            changes: changes(&with),
            effects: effects.into_iter().map(|effect| (effect.clone(), beside(&effect))).collect(),
            occasions,
            sigma: model.sigma_of(0),
            criteria: model.criteria(),
            convergence: model.convergence(),
            grid: satterthwaite,
        })
    });
    Some(Mmrm { values, n_occasions, empty, failed, estimated })
}

/// Differences in change between arms; without arms, differences of occasions.
pub fn changes(study: &Study<'_>) -> Vec<Comparison> {
    match study.arms.len() > 1 {
        true => change_difference::leading(study).map(|found| found.rows.clone()).unwrap_or_default(),
        false => pairwise::leading(study).map(|found| found.occasions.clone()).unwrap_or_default(),
    }
}
