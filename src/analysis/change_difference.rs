//! # Question
//! Did an arm change more than another, from one occasion to another?
//!
//! # Model
//! The contrast `(later − earlier occasion) × (arm − earlier arm)` of the cell means of the multivariate linear model.
//!
//! # Formulas
//! As for pairwise comparisons, with `w` the change and `c` the difference of arms. All rows are one family.
//!
//! # Assumptions
//! Those of pairwise comparisons. Change is compared, not the level reached: with a chance imbalance at baseline an
//! analysis of covariance is the sharper test.
//!
//! # Effect size
//! g = J·estimate / SD at the first occasion, pooled within all arms; d_ppc2 (Morris, 2008) by the SD of the two arms at the
//! earlier occasion of the row.
//!
//! # Agreement with R
//! emmeans 1.8.4.1 on afex 1.2.1: `contrast(emmeans(a, ~ group * occasion), interaction = "pairwise")`.
//!
//! # References
//! - Morris, S. B. (2008). Estimating effect sizes from pretest–posttest–control group designs. *Organizational
//!   Research Methods, 11*(2), 364–386. <https://doi.org/10.1177/1094428106291059>

use super::comparison::{Asked, Compared, Comparison, FamilyKind, compare};
use super::contrasts::{MANY_LEVELS, Over, contrast, pairs};
use super::outcome::leading_error;
use super::show::comparisons::{Frame, comparisons};
use super::study::Study;
use super::{Display, Findings, Number, Shown};
use crate::model::{ErrorTerm, Family};
use crate::report::Section;

/// Differences in change: every pair of arms by every pair of occasions.
#[derive(Clone, Debug)]
pub struct ChangeDifference {
    pub error: ErrorTerm,
    pub rows: Vec<Comparison>,
}

/// `None` with one arm, with one occasion, or where arms of unequal variances cannot be modelled.
pub fn compute(study: &Study<'_>, error: ErrorTerm) -> Option<ChangeDifference> {
    let grid = study.grid()?;
    let (n_arms, n_occasions) = (study.arms.len(), study.occasions.len());
    if n_arms > MANY_LEVELS || n_occasions > MANY_LEVELS {
        return None;
    }
    let asked: Vec<Asked> = pairs(n_occasions)
        .flat_map(|occasions| pairs(n_arms).map(move |arms| (arms, occasions)))
        .map(|((arm, against), (to, from))| Asked {
            compared: Compared::Change {
                from: study.occasion_at(from),
                to: study.occasion_at(to),
                arm: study.arm_at(arm),
                against: study.arm_at(against),
            },
            contrast: contrast(
                grid.fit,
                Over::Difference { later: arm, earlier: against },
                Over::Difference { later: to, earlier: from },
            ),
        })
        .collect();
    let family = Family::of(asked.len());
    let rows = compare(study, &grid, error, (FamilyKind::Changes, family), asked);
    let welch_fails = error == ErrorTerm::UnequalVariances && rows.iter().all(|row| row.se.is_nan());
    (!rows.is_empty() && !welch_fails).then_some(ChangeDifference { error, rows })
}

impl Findings for Shown<'_, ChangeDifference> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let method = match self.found.error {
            ErrorTerm::Separate => "change_difference",
            ErrorTerm::Pooled => "change_difference_pooled",
            ErrorTerm::UnequalVariances => "change_difference_unequal",
        };
        for row in &self.found.rows {
            row.numbers(self.study, method, out);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        const FRAME: Frame = Frame {
            id: "comparisons-change",
            title: "comparisons-change-title",
            caption: "comparisons-change-caption",
            family: "change",
            with_g: true,
            open: true,
        };
        if self.found.error != leading_error(display.plan) {
            return Vec::new();
        }
        comparisons(&FRAME, &self.found.rows, display).into_iter().collect()
    }
}
