use crate::analysis::comparisons::contrasts::{Over, occasions_weighted, over_arms, pairs};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::polynomial::{HIGHEST_DEGREE, integer};
use crate::model::{ContrastWeights, ErrorTerm, Grid};

/// Trends over the occasions.
#[derive(Clone, Debug)]
pub struct Trends {
    pub error: ErrorTerm,
    /// By degree: over all arms, then within each arm, then differences between arms.
    pub rows: Vec<Trend>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// 1: linear, 2: quadratic, …
    pub degree: usize,
    pub of: TrendOf,
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
    pub t: f64,
    /// Unadjusted, two-sided.
    pub p: f64,
    pub ci_low: f64,
    pub ci_high: f64,
}

/// Whose trend; arms are indices into the trial's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendOf {
    All,
    Arm { arm: usize },
    Difference { arm: usize, against: usize },
}

pub const SEPARATE: Computation<Trends> = Computation { id: "trend", run: |study| compute(study, ErrorTerm::Separate) };
pub const POOLED: Computation<Trends> =
    Computation { id: "trend_pooled", run: |study| compute(study, ErrorTerm::Pooled) };

/// `None` with one occasion.
fn compute(study: &Study<'_>, error: ErrorTerm) -> Option<Trends> {
    let grid = study.grid().filter(|grid| grid.offers(error))?;
    let n_arms = if study.arms.len() > 1 { study.arms.len() } else { 0 };
    let whose: Vec<(TrendOf, Over)> = std::iter::once((TrendOf::All, Over::All))
        .chain((0..n_arms).map(|place| (TrendOf::Arm { arm: study.arm_at(place) }, Over::At(place))))
        .chain(pairs(n_arms).map(|(later, earlier)| {
            let of = TrendOf::Difference { arm: study.arm_at(later), against: study.arm_at(earlier) };
            (of, Over::Difference { later, earlier })
        }))
        .collect();
    let mut rows = Vec::new();
    for degree in 1..=HIGHEST_DEGREE {
        let Some(coefficients) = integer(study.occasions.len(), degree) else { break };
        for (of, arms) in &whose {
            let contrast = ContrastWeights {
                between: over_arms(grid, *arms),
                measures: occasions_weighted(grid, |_| coefficients.clone()),
            };
            rows.push(trend(study, grid, error, (degree, *of), &contrast));
        }
    }
    (!rows.is_empty()).then_some(Trends { error, rows })
}

fn trend(
    study: &Study<'_>,
    grid: &Grid,
    error: ErrorTerm,
    (degree, of): (usize, TrendOf),
    contrast: &ContrastWeights,
) -> Trend {
    let found = grid.estimate(contrast, error);
    let critical = study.with_quantiles(|quantiles| quantiles.t(1.0 - study.trial.plan.level, found.df));
    let (ci_low, ci_high) = found.interval(critical);
    let (t, p) = (found.t(), found.p());
    Trend { degree, of, estimate: found.estimate, se: found.se, df: found.df, t, p, ci_low, ci_high }
}

impl Trend {
    /// `linear`, `linear | A`, `linear x (A - control)`.
    pub fn term(&self, study: &Study<'_>) -> String {
        let degree = match self.degree {
            1 => "linear".into(),
            2 => "quadratic".into(),
            3 => "cubic".into(),
            4 => "quartic".into(),
            higher => format!("degree {higher}"),
        };
        match self.of {
            TrendOf::All => degree,
            TrendOf::Arm { arm } => format!("{degree} | {}", study.arm_name(arm)),
            TrendOf::Difference { arm, against } => {
                format!("{degree} x ({} - {})", study.arm_name(arm), study.arm_name(against))
            }
        }
    }
}
