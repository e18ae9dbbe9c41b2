use std::rc::Rc;

use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::incomplete::available::{everyone, grid, mean_structure, participants};
use crate::analysis::incomplete::mmrm::compute::{changes, first_structure};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Grid;
use crate::model::mixed::{Criteria, Estimation, Inference, MeanStructure, Repeated, Structure, simplify};

/// The constrained longitudinal model: the arms have one mean before treatment.
#[derive(Clone, Debug)]
pub struct ConstrainedModel {
    pub n: usize,
    pub structure: Structure,
    /// Differences in change.
    pub changes: Vec<Comparison>,
    pub criteria: Criteria,
    /// The means of all cells with their errors.
    pub grid: Grid,
}

pub const CLDA: Computation<ConstrainedModel> = Computation { id: "clda", run: compute };

/// `None` with one arm, without an occasion before treatment, or where no structure of Σ can be estimated.
fn compute(study: &Study<'_>) -> Option<ConstrainedModel> {
    let everyone = everyone(study)?;
    let baseline = everyone.occasions.iter().position(|&own| Some(own) == study.trial.baseline)?;
    if everyone.arms.len() < 2 {
        return None;
    }
    let means = MeanStructure { common_baseline: Some(baseline), ..mean_structure(&everyone) };
    let data = Rc::new(Repeated::new(means, &participants(&everyone), false).ok()?);
    let wanted = first_structure(everyone.occasions.len());
    let model = simplify(wanted, Estimation::Restricted, &data).model?;
    let grid = grid(&model, Inference::Satterthwaite)?;
    let with = everyone.with_grid(grid.clone())?;
    Some(ConstrainedModel {
        n: model.n_participants(),
        structure: model.specification.structure.clone(),
        changes: changes(&with),
        criteria: model.criteria(),
        grid,
    })
}
