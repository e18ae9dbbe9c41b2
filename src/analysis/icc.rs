//! # Question
//! How alike are a participant's scores at the occasions, where nothing was done between them? (Test–retest.)
//!
//! # Model
//! Participants × occasions of the control arm, or of all where there are no arms, without missing scores: mean squares
//! between participants `MSR`, between occasions `MSC`, of the rest `MSE`, within participants `MSW`; n participants, k
//! occasions. With further within factors: of the means over their levels.
//!
//! # Formulas
//! - `ICC1 = (MSR − MSW)/(MSR + (k − 1)MSW)`: occasions as drawn anew for each participant
//! - `ICC2 = (MSR − MSE)/(MSR + (k − 1)MSE + k(MSC − MSE)/n)`: agreement; a change of all counts against it
//! - `ICC3 = (MSR − MSE)/(MSR + (k − 1)MSE)`: consistency; it does not
//! - `ICC1k`, `ICC2k`, `ICC3k`: the same of the mean of k occasions
//!
//! Limits by F (Shrout & Fleiss, 1979); of ICC2 with Satterthwaite's degrees of freedom.
//!
//! # Assumptions
//! Normal scores with equal variances. With interventions between the occasions it says nothing of the questionnaire.
//!
//! # Effect size
//! The coefficient itself.
//!
//! # Agreement with R
//! `psych::ICC(lmer = FALSE)` 2.2.9; test–retest of a questionnaire's items: [`super::reliability`].
//!
//! # References
//! - Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: Uses in assessing rater reliability. *Psychological
//!   Bulletin, 86*, 420–428.
//! - McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients.
//!   *Psychological Methods, 1*, 30–46.

use super::study::{Arms, LEVEL, Part, Study};
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::icc::{Form, Forms, forms};
use crate::report::Section;

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

/// `None` with one occasion, fewer than two participants in the control arm, or where nobody differs.
pub fn compute(study: &Study<'_>) -> Option<TestRetest> {
    let arm = study.arms.first().copied().filter(|_| study.trial.has_arms);
    // Without its control a trial has no arm in which nothing was done.
    if study.occasions.len() < 2 || arm.is_some_and(|arm| arm != 0) {
        return None;
    }
    let part = study.part(Part { arms: arm.map_or(Arms::Pooled, Arms::One), plain: true, ..Part::default() })?;
    let cell = part.cells.first()?;
    let each = part.measures_per_occasion();
    let forms = forms(&cell.moments, each, LEVEL)?;
    Some(TestRetest { arm, forms })
}

impl Findings for Shown<'_, TestRetest> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for (name, form) in self.found.named() {
            let term = match self.found.arm {
                Some(arm) => format!("{name} | {}", self.study.arm_name(arm)),
                None => name.into(),
            };
            let mut row = Numbers::new("icc", term, out);
            row.add("icc", form.icc);
            row.add("F", form.f);
            row.add("df1", form.df1);
            row.add("df2", form.df2);
            row.add("p", form.p);
            row.add("ci95_low", form.low);
            row.add("ci95_high", form.high);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        vec![super::show::reliability::test_retest(&self.found, display)]
    }
}
