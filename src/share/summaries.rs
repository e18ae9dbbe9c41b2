//! n, means and cross-products of an outcome's cells: all that its Gaussian analysis needs, without a single row.

use nalgebra::DMatrix;

use super::exact::divisor;
use crate::analysis::Study;
use crate::plan::Plan;

/// What a link knows of its participants.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The levels of each of the Plan's further factors.
    pub factors: Vec<Vec<String>>,
    pub outcomes: Vec<OutcomeSummary>,
}

impl Summary {
    /// The arm, with the levels of further factors.
    pub fn cell_name(&self, at: &[usize], plan: &Plan) -> String {
        let arms = plan.arm.as_ref().map(|arm| arm.levels.as_slice()).unwrap_or_default();
        let arm = at.first().and_then(|&arm| arms.get(arm));
        let levels = self.factors.iter().zip(at.iter().skip(1)).filter_map(|(names, &level)| names.get(level));
        arm.into_iter().chain(levels).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// One outcome of those who have every value of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeSummary {
    /// An index into the Plan's outcomes.
    pub outcome: usize,
    /// Whether everybody with any value of it has all.
    pub whole: bool,
    /// The occasions that somebody was measured on, as indices into the Plan's.
    pub occasions: Vec<usize>,
    /// For each column what makes its values whole; empty where one has nothing of the kind.
    pub divisors: Vec<u32>,
    pub cells: Vec<CellSummary>,
}

/// The participants of one arm (and one level of each further factor).
#[derive(Clone, Debug, PartialEq)]
pub struct CellSummary {
    /// The arm, then the levels of the further factors, as indices into the Plan's arms and `Summary::factors`.
    pub at: Vec<usize>,
    pub n: u64,
    /// Of the measures, occasion by occasion, then of the covariates.
    pub means: Vec<f64>,
    /// Σ(x − x̄)(x − x̄)′, symmetric.
    pub cross_products: DMatrix<f64>,
}

impl OutcomeSummary {
    /// Of a study that has participants.
    pub fn of(study: &Study<'_>, outcome: usize) -> Self {
        let trial = study.trial;
        let is_used = |participant: usize| study.used.binary_search(&participant).is_ok();
        let has_value = |participant: usize| study.outcome.of(participant).iter().any(|value| value.is_finite());
        let place = |present: &[usize], at: usize| present.get(at).copied().unwrap_or(0);
        let cells = study.cells.iter().map(|cell| {
            let arm = place(&study.arms, cell.at.first().copied().unwrap_or(0));
            let factors = study.levels.iter().zip(cell.at.iter().skip(1)).map(|(present, &at)| place(present, at));
            CellSummary {
                at: std::iter::once(arm).chain(factors).collect(),
                n: cell.moments.n(),
                means: cell.moments.mean().iter().copied().collect(),
                cross_products: cell.moments.cross_products().clone(),
            }
        });
        let columns = columns(study);
        let divisors: Option<Vec<u32>> = columns.iter().map(|values| divisor(values)).collect();
        Self {
            outcome,
            whole: (0..trial.ids.len()).all(|participant| is_used(participant) || !has_value(participant)),
            occasions: study.occasions.clone(),
            divisors: divisors.unwrap_or_default(),
            cells: cells.collect(),
        }
    }

    /// Participants in the numbers.
    pub fn n(&self) -> u64 {
        self.cells.iter().map(|cell| cell.n).sum()
    }
}

/// The values of each measure in the model, then of each covariate, of the participants in the numbers.
pub fn columns(study: &Study<'_>) -> Vec<Vec<f64>> {
    let rows: Vec<Vec<f64>> = study.used.iter().map(|&participant| study.row(participant)).collect();
    let n_columns = rows.first().map_or(0, Vec::len);
    (0..n_columns).map(|column| rows.iter().filter_map(|row| row.get(column).copied()).collect()).collect()
}
