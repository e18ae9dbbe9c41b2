use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::incomplete::available::{AVAILABLE_VALUES, everyone, grid};
use crate::analysis::incomplete::effects::{EffectOfModel, Spanning, effects};
use crate::analysis::incomplete::mmrm::compute::changes;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::mixed::{Adjustment, Convergence, Criteria, Estimation, Inference, MixedModel, Structure};

/// The model with an intercept for each participant.
#[derive(Clone, Debug)]
pub struct InterceptModel {
    pub n: usize,
    pub n_values: usize,
    pub var_intercept: f64,
    pub var_residual: f64,
    /// Whether the intercepts have no variance.
    pub is_at_boundary: bool,
    /// The variance of the fitted means.
    pub var_means: f64,
    pub criteria: Criteria,
    pub convergence: Convergence,
    pub satterthwaite: OfIntercepts,
    pub kenward_roger: OfIntercepts,
}

/// Tests by one small-sample method.
#[derive(Clone, Debug)]
pub struct OfIntercepts {
    pub effects: Vec<EffectOfModel>,
    /// Differences in change; without arms, of occasions.
    pub changes: Vec<Comparison>,
    /// Arms at each occasion.
    pub arms_at: Vec<Comparison>,
}

impl InterceptModel {
    /// The share of the intercepts in the variance that the fitted means leave.
    pub fn icc(&self) -> f64 {
        self.var_intercept / (self.var_intercept + self.var_residual)
    }

    /// The shares of the fitted means, and of these with the intercepts, in all variance (Nakagawa & Schielzeth, 2013).
    pub fn r2(&self) -> (f64, f64) {
        let all = self.var_means + self.var_intercept + self.var_residual;
        (self.var_means / all, (self.var_means + self.var_intercept) / all)
    }
}

pub const RANDOM_INTERCEPT: Computation<InterceptModel> = Computation { id: "random_intercept", run: compute };

fn compute(study: &Study<'_>) -> Option<InterceptModel> {
    let everyone = everyone(study)?;
    let values = study.result(&AVAILABLE_VALUES)?;
    let data = values.data.as_ref().ok()?;
    let model = MixedModel::of(Structure::RandomIntercept, Estimation::Restricted, data).ok()?;
    let effects_of = model.random_effects()?;
    Some(InterceptModel {
        n: model.n_participants(),
        n_values: model.n_values(),
        var_intercept: effects_of.covariance[(0, 0)],
        var_residual: effects_of.residual,
        is_at_boundary: effects_of.is_at_boundary,
        var_means: model.variance_of_means(),
        criteria: model.criteria(),
        convergence: model.convergence(),
        satterthwaite: tests(&everyone, &model, Inference::Satterthwaite)?,
        kenward_roger: tests(&everyone, &model, Inference::KenwardRoger(Adjustment::Linear))?,
    })
}

fn tests(everyone: &Study<'_>, model: &MixedModel, inference: Inference) -> Option<OfIntercepts> {
    let grid = grid(model, inference)?;
    let effects = effects(everyone, (model, &grid), inference, Spanning::AgainstFirst);
    let with = everyone.everyone()?.with_grid(grid)?;
    let arms_at = pairwise::leading(&with).map(|found| found.arms_at.clone()).unwrap_or_default();
    Some(OfIntercepts { effects, changes: changes(&with), arms_at })
}
