use std::rc::Rc;

use crate::analysis::comparisons::compare::compare;
use crate::analysis::comparisons::comparison::{Compared, Comparison, FamilyKind};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, NamedContrast, Over, contrast, pairs};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::{ErrorTerm, Family};

/// Differences in change: every pair of arms by every pair of occasions.
#[derive(Clone, Debug)]
pub struct ChangeDifference {
    pub error: ErrorTerm,
    pub rows: Vec<Comparison>,
}

pub const SEPARATE: Computation<ChangeDifference> =
    Computation { id: "change_difference", run: |study| compute(study, ErrorTerm::Separate) };
pub const POOLED: Computation<ChangeDifference> =
    Computation { id: "change_difference_pooled", run: |study| compute(study, ErrorTerm::Pooled) };
pub const UNEQUAL: Computation<ChangeDifference> =
    Computation { id: "change_difference_unequal", run: |study| compute(study, ErrorTerm::UnequalVariances) };

/// By the error term that the report leads with.
pub fn leading(study: &Study<'_>) -> Option<Rc<ChangeDifference>> {
    study.result(&by(study.leading_error()))
}

pub const fn by(error: ErrorTerm) -> Computation<ChangeDifference> {
    match error {
        ErrorTerm::Separate => SEPARATE,
        ErrorTerm::Pooled => POOLED,
        ErrorTerm::UnequalVariances => UNEQUAL,
    }
}

/// `None` with one arm, with one occasion, or where arms of unequal variances cannot be modelled.
fn compute(study: &Study<'_>, error: ErrorTerm) -> Option<ChangeDifference> {
    let grid = study.grid().filter(|grid| grid.offers(error))?;
    let (n_arms, n_occasions) = (study.arms.len(), study.occasions.len());
    if n_arms > MANY_LEVELS || n_occasions > MANY_LEVELS {
        return None;
    }
    let asked: Vec<NamedContrast> = pairs(n_occasions)
        .flat_map(|occasions| pairs(n_arms).map(move |arms| (arms, occasions)))
        .map(|((arm, against), (to, from))| NamedContrast {
            compared: Compared::Change {
                from: study.occasion_at(from),
                to: study.occasion_at(to),
                arm: study.arm_at(arm),
                against: study.arm_at(against),
            },
            contrast: contrast(
                grid,
                Over::Difference { later: arm, earlier: against },
                Over::Difference { later: to, earlier: from },
            ),
        })
        .collect();
    let family = Family::of(asked.len());
    let rows = compare(study, grid, error, (FamilyKind::Changes, family), asked);
    let welch_fails = error == ErrorTerm::UnequalVariances && rows.iter().all(|row| row.se.is_nan());
    (!rows.is_empty() && !welch_fails).then_some(ChangeDifference { error, rows })
}
