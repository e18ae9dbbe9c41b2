use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, LEVEL, Part, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
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

pub const ICC: Computation<TestRetest> = Computation { id: "icc", run: compute };

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

impl Findings for Shown<'_, '_, TestRetest> {
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
        vec![crate::analysis::reliability::sections::test_retest(self.found, display)]
    }
}
