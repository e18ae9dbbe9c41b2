//! Did it last? The change since the end of treatment within each intervention, and the arms at the later occasions.
//!
//! Only a test against the margin lets an answer say "maintained": an interval that holds zero leaves the question open.

use crate::analysis::answers::asked::Asked;
use crate::analysis::answers::contrast::{ContrastRow, Since, Subject};
use crate::analysis::answers::draft::InquiryDraft;
use crate::analysis::answers::worked::apart_sentence;
use crate::analysis::comparisons::verdict::Verdict;
use crate::analysis::lasting::equivalence::compute::Lasted;
use crate::analysis::names::capitalised;
use crate::analysis::study::POST;
use crate::notice::{Arg, Message};

pub fn lasted(asked: &Asked<'_>) -> Option<InquiryDraft> {
    let n_arms = asked.names.arms.len();
    let mut rows: Vec<(Message, ContrastRow)> = Vec::new();
    let mut verdict = Vec::new();
    for intervention in 1..n_arms {
        let since: Vec<&ContrastRow> = asked
            .within
            .iter()
            .filter(
                |c| matches!(c.subject, Subject::Occasions { from: POST, to, arm } if to > POST && arm == intervention),
            )
            .collect();
        let apart = asked
            .arms_at
            .iter()
            .filter(|c| matches!(c.subject, Subject::Arms { at, arm, against: 0 } if at > POST && arm == intervention));
        verdict.extend(since.last().map(|contrast| last_verdict(asked, contrast)));
        rows.extend(since.into_iter().map(|contrast| {
            let more = against_margin(asked, contrast).map(|since| since.more.clone()).unwrap_or_default();
            (since_sentence(asked, contrast), ContrastRow { more, ..contrast.clone() })
        }));
        rows.extend(apart.map(|contrast| (apart_sentence(asked, contrast), contrast.clone())));
    }
    if rows.is_empty() {
        return None;
    }
    let post = asked.names.occasions.get(POST).cloned().unwrap_or_default();
    Some(InquiryDraft {
        id: "lasted",
        heading: "asked-lasted",
        verdict,
        ends: [Message::new("end-lost").with("post", &post), Message::new("end-gained").with("post", &post)],
        rows,
        why: match asked.lasting {
            Some(lasting) => Message::new("why-lasted").with("margin", lasting.margin.clone()),
            None => Message::new("why-lasted-no-margin"),
        },
    })
}

fn last_verdict(asked: &Asked<'_>, contrast: &ContrastRow) -> Message {
    let lasted = against_margin(asked, contrast).map(|since| since.lasted);
    let id = match (lasted, contrast.verdict) {
        (Some(Lasted::Maintained), Verdict::Better) => "verdict-maintained-gained",
        (Some(Lasted::Maintained), _) => "verdict-maintained",
        (Some(Lasted::SmallLoss), _) => "verdict-maintained-small-loss",
        (Some(Lasted::Lost), _) | (None, Verdict::Worse) => "verdict-lost",
        (_, Verdict::Better) => "verdict-gained",
        (Some(Lasted::CannotTell), _) => "verdict-cannot-tell",
        (None, Verdict::NoEvidence) => "verdict-no-margin",
    };
    within(asked, contrast, id)
}

fn against_margin<'a>(asked: &Asked<'a>, contrast: &ContrastRow) -> Option<&'a Since> {
    let Subject::Occasions { to, arm, .. } = contrast.subject else { return None };
    asked.lasting?.since.iter().find(|since| since.arm == arm && since.to == to)
}

/// "From posttest to follow-up, mean resilience fell 0.6 points with compassion; …"
pub fn since_sentence(asked: &Asked<'_>, contrast: &ContrastRow) -> Message {
    let id = match (asked.has_arms, contrast.excludes_zero(), contrast.estimate >= 0.0) {
        (true, true, true) => "since-rose",
        (true, true, false) => "since-fell",
        (true, false, true) => "since-none-rose",
        (true, false, false) => "since-none-fell",
        (false, true, true) => "alone-rose",
        (false, true, false) => "alone-fell",
        (false, false, true) => "alone-none-rose",
        (false, false, false) => "alone-none-fell",
    };
    within(asked, contrast, id)
}

fn within(asked: &Asked<'_>, contrast: &ContrastRow, id: &'static str) -> Message {
    let Subject::Occasions { from, to, arm } = contrast.subject else { return Message::new(id) };
    let name = |names: &[String], index: usize| names.get(index).cloned().unwrap_or_default();
    Message::new(id)
        .with("from", name(&asked.names.occasions, from))
        .with("to", name(&asked.names.occasions, to))
        .with("outcome", &asked.names.outcome)
        .with("size", Arg::Decimal(contrast.estimate.abs(), asked.places))
        .with("arm", name(&asked.names.arms, arm))
        .with("Arm", capitalised(&name(&asked.names.arms, arm)))
}
