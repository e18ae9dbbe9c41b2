//! Test–retest reliability: the six intraclass correlations of the control arm.

use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Part, Study};
use crate::model::icc::{Form, Forms, forms};

/// The six forms.
pub struct TestRetest {
    /// The control arm; `None` where there are no arms.
    pub arm: Option<usize>,
    pub forms: Forms,
}

impl TestRetest {
    /// Each form with its name.
    pub fn named(&self) -> [(&'static str, &Form); 6] {
        let Forms { single, average } = &self.forms;
        [
            ("ICC1", &single[0]),
            ("ICC2", &single[1]),
            ("ICC3", &single[2]),
            ("ICC1k", &average[0]),
            ("ICC2k", &average[1]),
            ("ICC3k", &average[2]),
        ]
    }
}

pub const ICC: Computation<TestRetest> = Computation { id: "icc", run: compute };

/// `None` with one occasion, fewer than two participants in the control arm, or without variance between participants.
pub fn compute(study: &Study<'_>) -> Option<TestRetest> {
    let arm = study.arms.first().copied().filter(|_| study.trial.has_arms);
    // Without its control a trial has no untreated arm.
    if study.occasions.len() < 2 || arm.is_some_and(|arm| arm != 0) {
        return None;
    }
    let part = study.part(Part { arms: arm.map_or(Arms::Pooled, Arms::One), plain: true, ..Part::default() })?;
    let cell = part.cells.first()?;
    let each = part.measures_per_occasion();
    let forms = forms(&cell.moments, each, study.trial.plan.level)?;
    Some(TestRetest { arm, forms })
}
