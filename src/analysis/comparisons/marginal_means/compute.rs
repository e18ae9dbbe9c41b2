use crate::analysis::comparisons::contrasts::{Over, contrast};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::{ErrorTerm, Grid};

/// The means that the model expects.
#[derive(Clone, Debug)]
pub struct MarginalMeans {
    /// Each arm over the occasions; empty without arms.
    pub arms: Vec<MarginalMean>,
    /// Each occasion over the arms; empty with one occasion.
    pub occasions: Vec<MarginalMean>,
    /// Each arm at each occasion, arms in turn at each occasion; empty without arms or with one occasion.
    pub cells: Vec<MarginalMean>,
}

/// A mean; arm and occasion are indices into the trial's, `None`: over all of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginalMean {
    pub arm: Option<usize>,
    pub occasion: Option<usize>,
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
    pub ci_low: f64,
    pub ci_high: f64,
}

pub const MARGINAL_MEANS: Computation<MarginalMeans> = Computation { id: "marginal_means", run: compute };

pub fn compute(study: &Study<'_>) -> Option<MarginalMeans> {
    let grid = study.grid()?;
    let n_arms = if study.trial.has_arms { study.arms.len() } else { 0 };
    let n_occasions = if study.trial.occasions.len() > 1 { study.occasions.len() } else { 0 };
    let at = |arm, occasion| mean(study, grid, arm, occasion);
    let result = MarginalMeans {
        arms: (0..n_arms).map(|arm| at(Some(arm), None)).collect(),
        occasions: (0..n_occasions).map(|occasion| at(None, Some(occasion))).collect(),
        cells: (0..n_occasions)
            .flat_map(|occasion| (0..n_arms).map(move |arm| (arm, occasion)))
            .map(|(arm, occasion)| at(Some(arm), Some(occasion)))
            .collect(),
    };
    (!result.arms.is_empty() || !result.occasions.is_empty()).then_some(result)
}

/// The mean at places of the model; `None` over all of them.
pub fn mean(study: &Study<'_>, grid: &Grid, arm: Option<usize>, occasion: Option<usize>) -> MarginalMean {
    let over = |place: Option<usize>| place.map_or(Over::All, Over::At);
    let estimate = grid.estimate(&contrast(grid, over(arm), over(occasion)), ErrorTerm::Separate);
    let critical = study.with_quantiles(|quantiles| quantiles.t(1.0 - study.trial.plan.level, estimate.df));
    let (ci_low, ci_high) = estimate.interval(critical);
    MarginalMean {
        arm: arm.map(|place| study.arm_at(place)),
        occasion: occasion.map(|place| study.occasion_at(place)),
        estimate: estimate.estimate,
        se: estimate.se,
        df: estimate.df,
        ci_low,
        ci_high,
    }
}
