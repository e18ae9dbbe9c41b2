//! Did it last? The change since the end of treatment within each intervention, and the arms at the later occasions.
//!
//! Without an equivalence test no answer here says "maintained": an interval that holds zero leaves the question open.

use super::row::Verdict;
use super::worked::apart_sentence;
use super::{Asked, Contrast, Draft, Subject};
use crate::message::{Arg, Message};
use crate::method::names::capitalised;

/// The occasion at which treatment has ended: the second.
const POST: usize = 1;

pub fn lasted(asked: &Asked<'_>) -> Option<Draft> {
    let n_arms = asked.names.arms.len();
    let mut rows: Vec<(Message, Contrast)> = Vec::new();
    let mut verdict = Vec::new();
    for intervention in 1..n_arms {
        let since: Vec<&Contrast> = asked
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
        rows.extend(since.into_iter().map(|contrast| (since_sentence(asked, contrast), contrast.clone())));
        rows.extend(apart.map(|contrast| (apart_sentence(asked, contrast), contrast.clone())));
    }
    if rows.is_empty() {
        return None;
    }
    let post = asked.names.occasions.get(POST).cloned().unwrap_or_default();
    Some(Draft {
        id: "lasted",
        heading: "asked-lasted",
        verdict,
        ends: [Message::new("end-lost").with("post", &post), Message::new("end-gained").with("post", &post)],
        rows,
        why: Message::new("why-lasted"),
    })
}

fn last_verdict(asked: &Asked<'_>, contrast: &Contrast) -> Message {
    let id = match contrast.verdict(asked) {
        Verdict::Better => "verdict-gained",
        Verdict::Worse => "verdict-lost",
        Verdict::NoEvidence => "verdict-open",
    };
    within(asked, contrast, id)
}

/// "From posttest to follow-up, mean resilience fell 0.6 points with compassion; …"
pub fn since_sentence(asked: &Asked<'_>, contrast: &Contrast) -> Message {
    let id = match (asked.has_arms, contrast.excludes_zero(asked), contrast.estimate >= 0.0) {
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

fn within(asked: &Asked<'_>, contrast: &Contrast, id: &'static str) -> Message {
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
