//! Is one better? The direct contrast of the interventions; without a control, of all arms. That one differs from the
//! control and another does not is no evidence that they differ from each other.

use super::row::InquiryDraft;
use super::subject::Subject;
use super::worked::{pairs, why};
use crate::analysis::comparisons::contrasts;
use crate::analysis::comparisons::effects::effect::ArmDesign;
use crate::notice::Message;
use crate::trial::CompareArms;

/// Pairs of interventions, at the end of treatment and every later occasion.
pub fn better<'a>(subject: &Subject<'a, '_>) -> Option<InquiryDraft<'a>> {
    let first = usize::from(subject.effects.design == ArmDesign::Controlled);
    let arms = subject.study.arms.get(first..).unwrap_or_default();
    let of_places =
        contrasts::pairs(arms.len()).filter_map(|(later, earlier)| Some((*arms.get(later)?, *arms.get(earlier)?)));
    let all: Vec<(usize, usize)> = of_places.collect();
    let heading = Message::new(if subject.is_neutral { "question-which-differ" } else { "question-which" });
    if first == 1 && !all.is_empty() && subject.study.trial.plan.compare.arms == CompareArms::Control {
        let verdict = vec![Message::new("which-not-compared")];
        let none = || Message::new("list-and");
        return Some(InquiryDraft {
            id: "better",
            heading,
            verdict,
            ends: [none(), none()],
            rows: Vec::new(),
            legend: None,
            why: vec![Message::new("why-better")],
        });
    }
    let one_pair = match all.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let (rows, verdict) = pairs(subject, all.into_iter());
    if rows.is_empty() {
        return None;
    }
    let ends = ends(subject, one_pair);
    let mut reasons = vec![Message::new("why-better")];
    if first == 0 {
        reasons.extend(why(subject));
    }
    Some(InquiryDraft { id: "better", heading, verdict, ends, rows, legend: None, why: reasons })
}

fn ends(subject: &Subject<'_, '_>, one_pair: Option<(usize, usize)>) -> [Message; 2] {
    let arm = |arm: usize| subject.display.arm(arm);
    match (one_pair, subject.is_neutral) {
        (Some((later, earlier)), false) => [
            Message::new("end-better").with("arm", arm(earlier)),
            Message::new("end-better-right").with("arm", arm(later)),
        ],
        (Some((later, earlier)), true) => [
            Message::new("end-higher-with").with("arm", arm(earlier)),
            Message::new("end-higher-with").with("arm", arm(later)),
        ],
        (None, false) => [Message::new("end-better-second"), Message::new("end-better-first")],
        (None, true) => [Message::new("end-higher-second"), Message::new("end-higher-first")],
    }
}
