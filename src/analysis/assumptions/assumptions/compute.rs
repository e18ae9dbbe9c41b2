//! The results that the section on assumptions brings together.

use std::rc::Rc;

use crate::analysis::anova::oneway_anova::compute as oneway_anova;
use crate::analysis::assumptions::outliers::compute::{Outlier, outliers};
use crate::analysis::assumptions::residuals::compute as residuals;
use crate::analysis::assumptions::residuals::compute::Residuals;
use crate::analysis::comparisons::descriptives::compute as descriptives;
use crate::analysis::comparisons::descriptives::compute::Descriptives;
use crate::analysis::ranks::kruskal_wallis::compute as kruskal_wallis;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;

/// The findings that the section shows.
pub struct Assumptions {
    /// For the normality of each cell.
    pub cells: Rc<Descriptives>,
    pub residuals: Option<Rc<Residuals>>,
    pub outliers: Vec<Outlier>,
    pub companions: Vec<Companions>,
}

/// The p-values of the arm differences at an occasion, by analyses with ever weaker assumptions; NaN where undefined.
#[derive(Clone, Copy, Debug)]
pub struct Companions {
    /// An index into the trial's occasions.
    pub occasion: usize,
    pub oneway: f64,
    pub welch: f64,
    pub kruskal_wallis: f64,
}

pub const ASSUMPTIONS: Computation<Assumptions> = Computation { id: "assumptions", run: compute };

pub fn compute(study: &Study<'_>) -> Option<Assumptions> {
    let cells = study.result(&descriptives::DESCRIPTIVES).unwrap_or_default();
    let residuals = study.result(&residuals::RESIDUALS);
    let outliers = outliers(study, residuals.as_deref());
    Some(Assumptions { cells, residuals, outliers, companions: companions(study) })
}

fn companions(study: &Study<'_>) -> Vec<Companions> {
    let oneway = study.result(&oneway_anova::ONEWAY_ANOVA);
    let ranks = study.result(&kruskal_wallis::KRUSKAL_WALLIS);
    let rank_p = |occasion| {
        ranks
            .iter()
            .flat_map(|test| &test.occasions)
            .find(|at| at.occasion == occasion)
            .map_or(f64::NAN, |at| at.test.p)
    };
    (oneway.iter().flat_map(|test| &test.occasions))
        .map(|at| Companions {
            occasion: at.occasion,
            oneway: at.effect.test.p,
            welch: at.welch.map_or(f64::NAN, |test| test.p),
            kruskal_wallis: rank_p(at.occasion),
        })
        .collect()
}
