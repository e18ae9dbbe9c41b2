//! Did each intervention work? The difference in change against the control, at each later occasion.

use crate::analysis::answers::asked::Asked;
use crate::analysis::answers::contrast::{ContrastRow, Subject};
use crate::analysis::answers::draft::InquiryDraft;
use crate::analysis::comparisons::verdict::Verdict;
use crate::analysis::names::capitalised;
use crate::notice::{Arg, Message};

/// Differences in change from the first occasion, each intervention against the control.
pub fn changes(asked: &Asked<'_>) -> Option<InquiryDraft> {
    let rows: Vec<&ContrastRow> = asked
        .changes
        .iter()
        .filter(|contrast| matches!(contrast.subject, Subject::Change { from: 0, against: 0, .. }))
        .collect();
    draft(asked, rows, change_sentence, "why-change")
}

/// One occasion: the arms themselves, each intervention against the control.
pub fn apart(asked: &Asked<'_>) -> Option<InquiryDraft> {
    let rows: Vec<&ContrastRow> =
        asked.arms_at.iter().filter(|contrast| matches!(contrast.subject, Subject::Arms { against: 0, .. })).collect();
    draft(asked, rows, apart_sentence, "why-apart")
}

fn draft(
    asked: &Asked<'_>,
    mut rows: Vec<&ContrastRow>,
    sentence: fn(&Asked<'_>, &ContrastRow) -> Message,
    why: &'static str,
) -> Option<InquiryDraft> {
    // One intervention after the other, each in time order.
    rows.sort_by_key(|contrast| (arm(contrast), occasion(contrast)));
    if rows.is_empty() {
        return None;
    }
    let control = asked.names.arms.first()?;
    let verdict = rows.chunk_by(|a, b| arm(a) == arm(b)).map(|of_arm| verdict(asked, of_arm)).collect();
    Some(InquiryDraft {
        id: "worked",
        heading: if asked.names.arms.len() > 2 { "asked-worked-each" } else { "asked-worked" },
        verdict,
        ends: [Message::new("end-worse").with("arm", control), Message::new("end-better-intervention")],
        rows: rows.into_iter().map(|contrast| (sentence(asked, contrast), contrast.clone())).collect(),
        why: Message::new(why),
    })
}

fn arm(contrast: &ContrastRow) -> usize {
    match contrast.subject {
        Subject::Change { arm, .. } | Subject::Arms { arm, .. } | Subject::Occasions { arm, .. } => arm,
    }
}

fn occasion(contrast: &ContrastRow) -> usize {
    match contrast.subject {
        Subject::Change { to, .. } | Subject::Occasions { to, .. } => to,
        Subject::Arms { at, .. } => at,
    }
}

/// "Compassion did better than waitlist at posttest; at follow-up there is no evidence of a difference."
fn verdict(asked: &Asked<'_>, of_arm: &[&ContrastRow]) -> Message {
    let occasions = |wanted: Verdict| -> Vec<String> {
        of_arm
            .iter()
            .filter(|contrast| contrast.verdict == wanted)
            .filter_map(|contrast| asked.names.occasions.get(occasion(contrast)).cloned())
            .collect()
    };
    let (better, worse, none) = (occasions(Verdict::Better), occasions(Verdict::Worse), occasions(Verdict::NoEvidence));
    let id = match (better.is_empty(), worse.is_empty(), none.is_empty()) {
        (false, true, true) => "verdict-better",
        (false, true, false) => "verdict-better-none",
        (false, false, true) => "verdict-better-worse",
        (false, false, false) => "verdict-better-worse-none",
        (true, false, true) => "verdict-worse",
        (true, false, false) => "verdict-worse-none",
        (true, true, _) => "verdict-none",
    };
    let name = |arm: usize| asked.names.arms.get(arm).cloned().unwrap_or_default();
    Message::new(id)
        .with("arm", capitalised(&name(of_arm.first().map_or(0, |contrast| arm(contrast)))))
        .with("control", name(0))
        .with("better", better)
        .with("worse", worse)
        .with("none", none)
}

/// "From pretest to posttest, mean resilience rose 13.0 points more with compassion than with waitlist."
pub fn change_sentence(asked: &Asked<'_>, contrast: &ContrastRow) -> Message {
    let Subject::Change { from, to, arm, against } = contrast.subject else { return Message::new("list-and") };
    let own_change = (asked.mean)(arm, to) - (asked.mean)(arm, from);
    let id = match (contrast.excludes_zero(), own_change >= 0.0, contrast.estimate >= 0.0) {
        (true, true, true) => "change-rose-more",
        (true, true, false) => "change-rose-less",
        (true, false, true) => "change-fell-less",
        (true, false, false) => "change-fell-more",
        (false, true, true) => "change-none-rose-more",
        (false, true, false) => "change-none-rose-less",
        (false, false, true) => "change-none-fell-less",
        (false, false, false) => "change-none-fell-more",
    };
    let name = |names: &[String], index: usize| names.get(index).cloned().unwrap_or_default();
    Message::new(id)
        .with("from", name(&asked.names.occasions, from))
        .with("to", name(&asked.names.occasions, to))
        .with("outcome", &asked.names.outcome)
        .with("size", Arg::Decimal(contrast.estimate.abs(), asked.places))
        .with("arm", name(&asked.names.arms, arm))
        .with("control", name(&asked.names.arms, against))
}

/// "At follow-up, mean resilience was 7.4 points higher with compassion than with waitlist."
pub fn apart_sentence(asked: &Asked<'_>, contrast: &ContrastRow) -> Message {
    let Subject::Arms { at, arm, against } = contrast.subject else { return Message::new("list-and") };
    let only = asked.names.occasions.len() == 1;
    let id = match (only, contrast.excludes_zero(), contrast.estimate >= 0.0) {
        (false, true, true) => "apart-higher",
        (false, true, false) => "apart-lower",
        (false, false, true) => "apart-none-higher",
        (false, false, false) => "apart-none-lower",
        (true, true, true) => "only-higher",
        (true, true, false) => "only-lower",
        (true, false, true) => "only-none-higher",
        (true, false, false) => "only-none-lower",
    };
    let name = |names: &[String], index: usize| names.get(index).cloned().unwrap_or_default();
    Message::new(id)
        .with("at", capitalised(&name(&asked.names.occasions, at)))
        .with("outcome", &asked.names.outcome)
        .with("size", Arg::Decimal(contrast.estimate.abs(), asked.places))
        .with("arm", name(&asked.names.arms, arm))
        .with("control", name(&asked.names.arms, against))
}
