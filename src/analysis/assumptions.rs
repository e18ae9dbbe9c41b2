//! # Question
//! What does the analysis take for granted, and what follows where it does not hold?
//!
//! # Model
//! That of the mixed analysis of variance. A section of the report without numbers of its own: it shows those of
//! [`super::sphericity`], [`super::descriptives`], [`super::residuals`] and [`super::outliers`], and beside each occasion's
//! F the p-values of companions that do without an assumption ([`super::oneway_anova`], [`super::kruskal_wallis`]).
//!
//! # Formulas
//! Those of the methods named.
//!
//! # Assumptions
//! No test of an assumption decides which analysis is shown: to choose by such a test changes the error rates of what is
//! chosen (Zimmerman, 2004). The companions say whether an assumption that fails changes a conclusion.
//!
//! # Effect size
//! None of its own.
//!
//! # Agreement with R
//! That of the methods named.
//!
//! # References
//! - Zimmerman, D. W. (2004). A note on preliminary tests of equality of variances. *British Journal of Mathematical and
//!   Statistical Psychology, 57*(1), 173–181. <https://doi.org/10.1348/000711004849222>

use super::descriptives::{self, Descriptives};
use super::outliers::{Outlier, outliers};
use super::residuals::{self, Residuals};
use super::study::Study;
use super::{Display, Findings, Number, Shown, kruskal_wallis, oneway_anova};
use crate::report::Section;

/// The findings that the section shows.
pub struct Assumptions {
    /// For the normality of each cell.
    pub cells: Descriptives,
    pub residuals: Option<Residuals>,
    pub outliers: Vec<Outlier>,
    pub companions: Vec<Companions>,
}

/// The p-values of the arms' differences at an occasion, by analyses that assume less and less; NaN where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Companions {
    /// An index into the trial's occasions.
    pub occasion: usize,
    pub oneway: f64,
    pub welch: f64,
    pub kruskal_wallis: f64,
}

pub fn compute(study: &Study<'_>) -> Option<Assumptions> {
    let cells = descriptives::compute(study).unwrap_or_default();
    let residuals = residuals::compute(study);
    let outliers = outliers(study, residuals.as_ref());
    Some(Assumptions { cells, residuals, outliers, companions: companions(study) })
}

fn companions(study: &Study<'_>) -> Vec<Companions> {
    let oneway = oneway_anova::compute(study).map(|found| found.occasions).unwrap_or_default();
    let ranks = kruskal_wallis::compute(study).map(|found| found.occasions).unwrap_or_default();
    let rank_p = |occasion| ranks.iter().find(|at| at.occasion == occasion).map_or(f64::NAN, |at| at.test.p);
    oneway
        .iter()
        .map(|at| Companions {
            occasion: at.occasion,
            oneway: at.effect.test.p,
            welch: at.welch.map_or(f64::NAN, |test| test.p),
            kruskal_wallis: rank_p(at.occasion),
        })
        .collect()
}

impl Findings for Shown<'_, Assumptions> {
    fn numbers(&self, _out: &mut Vec<Number>) {}

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::assumptions::assumptions(self.study, &self.found, display).into_iter().collect()
    }
}
