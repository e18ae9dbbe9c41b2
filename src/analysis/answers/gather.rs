//! The questions that an outcome's trial can be asked, on one scale.

use super::caveats::caveats;
use super::row::InquiryDraft;
use super::subject::Subject;
use super::{crossover, lasted, which, worked};
use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::comparisons::effects::effect::ArmDesign;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::report::scale::Axis;
use crate::report::{Answers, Scale};
use crate::trial::Better;

/// `None` where nothing can be asked.
pub fn answered(study: &Study<'_>, display: &Display<'_>) -> Option<Answers> {
    if study.trial.crossover.is_some() {
        return crossover::answered(study, display);
    }
    let effects = study.result(&EFFECTS)?;
    let subject = Subject::new(study, display, &effects);
    let drafts: Vec<InquiryDraft<'_>> = match effects.design {
        ArmDesign::Controlled => {
            vec![worked::against_control(&subject), lasted::lasted(&subject), which::better(&subject)]
        }
        ArmDesign::Uncontrolled => vec![which::better(&subject), lasted::lasted(&subject)],
        ArmDesign::OneGroup => vec![worked::changed(&subject), lasted::lasted(&subject)],
    }
    .into_iter()
    .flatten()
    .collect();
    if drafts.is_empty() {
        return None;
    }
    let axis = axis(&subject, &drafts);
    let scale = Scale { reversed: axis.reversed, zero: axis.at(0.0), ticks: axis.ticks() };
    let inquiries = drafts.iter().map(|draft| draft.finish(&subject, &axis)).collect();
    Some(Answers { scale, inquiries, caveats: caveats(&subject) })
}

/// One scale for all rows; better is to the right, where it is known what is better.
fn axis(subject: &Subject<'_, '_>, drafts: &[InquiryDraft<'_>]) -> Axis {
    let rows = drafts.iter().flat_map(|draft| &draft.rows);
    let limits = rows.flat_map(|row| {
        let of_margin = row.margin.map_or(0.0, |[_, loss]| loss);
        [row.effect.judged.low, row.effect.comparison.estimate, row.effect.judged.high, of_margin]
    });
    let finite = limits.filter(|value| value.is_finite());
    Axis::over(finite.chain([0.0]), 5).reversed(!subject.is_neutral && subject.study.outcome.better == Better::Lower)
}
