//! Did it last? Of each effect: the later one against that at the end of treatment.

use super::row::{InquiryDraft, RowDraft};
use super::subject::Subject;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::effects::effect::ArmDesign;
use crate::analysis::comparisons::effects::effect::{Lasted, LastedReason};
use crate::analysis::lasting::equivalence::compute::{EQUIVALENCE, ScoresHeld};
use crate::analysis::lasting::equivalence::margin::MarginUsed;
use crate::analysis::lasting::retained_fraction::compute::RETAINED_FRACTION;
use crate::analysis::lasting::words::{limits, percent};
use crate::analysis::names::capitalised;
use crate::model::verdict::{BenefitDirection, LastedVerdict};
use crate::notice::{Arg, Message};
use crate::trial::MarginUnit;

/// `None` where nothing was measured after the end of treatment.
pub fn lasted<'a>(subject: &Subject<'a, '_>) -> Option<InquiryDraft<'a>> {
    let effects = subject.effects;
    let rows: Vec<RowDraft<'a>> = effects.lasted.iter().filter_map(|lasted| row(subject, lasted)).collect();
    if rows.is_empty() {
        return None;
    }
    let post = subject.display.occasion(effects.end);
    let why = match effects.lasted.first().and_then(|lasted| lasted.margin) {
        Some(margin) => with_margin(subject, Message::new("why-lasted").with("post", &post), &margin),
        None => Message::new("why-lasted-no-margin"),
    };
    let sides = if subject.is_neutral { "neutral" } else { "benefit" };
    let end = |id| Message::new(id).with("post", &post).with("voice", sides);
    Some(InquiryDraft {
        id: "lasted",
        heading: Message::new("question-lasted"),
        verdict: verdicts(subject),
        ends: [end("end-less"), end("end-more")],
        legend: legend(subject, &rows),
        rows,
        why: vec![why],
    })
}

/// What the shaded band of the rows is.
fn legend(subject: &Subject<'_, '_>, rows: &[RowDraft<'_>]) -> Option<Message> {
    let margin = rows.iter().find(|row| row.margin.is_some())?.lasted?.margin?;
    Some(
        with_margin(subject, Message::new("legend-margin"), &margin)
            .with("post", subject.display.occasion(subject.effects.end)),
    )
}

/// The losses that would still count as kept: from none to the margin, against the direction of benefit; where that is
/// unconfirmed, of the effect at the end of treatment. Without a control there is no effect to keep.
fn band(subject: &Subject<'_, '_>, lasted: &Lasted) -> Option<[f64; 2]> {
    let margin = lasted.margin.filter(|_| subject.effects.design == ArmDesign::Controlled)?.value;
    let upward = match subject.effects.benefit {
        BenefitDirection::Upward => true,
        BenefitDirection::Downward => false,
        BenefitDirection::Unconfirmed => lasted.first >= 0.0,
    };
    (margin.is_finite() && margin > 0.0).then_some([0.0, if upward { -margin } else { margin }])
}

/// One sentence for each arm and verdict. Without a control one for all.
fn verdicts(subject: &Subject<'_, '_>) -> Vec<Message> {
    let effects = subject.effects;
    match effects.design {
        ArmDesign::OneGroup => return vec![Message::new("lasted-one-group")],
        ArmDesign::Uncontrolled => return vec![Message::new("lasted-no-control")],
        ArmDesign::Controlled => {}
    }
    let mut lasted: Vec<&Lasted> = effects.lasted.iter().collect();
    lasted.sort_by_key(|of| (of.arm, of.to));
    let alike = |a: &&Lasted, b: &&Lasted| (a.arm, a.verdict, a.reason) == (b.arm, b.verdict, b.reason);
    lasted.chunk_by(alike).filter_map(|of| verdict(subject, of)).collect()
}

fn verdict(subject: &Subject<'_, '_>, alike: &[&Lasted]) -> Option<Message> {
    let first = alike.first()?;
    let display = subject.display;
    let id = match (first.verdict, first.reason) {
        (LastedVerdict::Maintained, _) => "lasted-maintained",
        (LastedVerdict::PartlyKept, _) => "lasted-partly-kept",
        (LastedVerdict::Lost, _) => "lasted-lost",
        (LastedVerdict::NothingToKeep, Some(LastedReason::AppearedLater)) => "lasted-appeared-later",
        (LastedVerdict::NothingToKeep, _) => "lasted-nothing-to-keep",
        (LastedVerdict::CannotTell, Some(LastedReason::MarginTooWide)) => "lasted-margin-too-wide",
        (LastedVerdict::CannotTell, Some(LastedReason::NoMargin)) => "lasted-without-margin",
        (LastedVerdict::CannotTell, Some(LastedReason::LaterNotShown)) => "lasted-later-not-shown",
        (LastedVerdict::CannotTell, _) => "lasted-cannot-tell",
    };
    let message = Message::new(id)
        .with("Arm", capitalised(&display.arm(first.arm)))
        .with("post", display.occasion(subject.effects.end))
        .with("to", alike.iter().map(|of| display.occasion(of.to)).collect::<Vec<_>>());
    Some(match &first.margin {
        Some(margin) => with_margin(subject, message, margin),
        None => message,
    })
}

/// The margin in points, and whether it is one that nobody set.
fn with_margin(subject: &Subject<'_, '_>, message: Message, margin: &MarginUsed) -> Message {
    let set = match (margin.is_default, margin.set.unit) {
        (true, _) => "default",
        (false, MarginUnit::Sd) => "sd",
        (false, MarginUnit::Raw) => "raw",
    };
    message
        .with("set", set)
        .with("margin", Arg::Decimal(margin.value, subject.display.places + 1))
        .with("sds", Arg::Value(margin.set.value))
}

fn row<'a>(subject: &Subject<'a, '_>, lasted: &'a Lasted) -> Option<RowDraft<'a>> {
    let display = subject.display;
    let effect = subject.effects.rows.get(lasted.difference)?;
    let message = |id| {
        Message::new(id)
            .with("outcome", &display.names.outcome)
            .with("post", display.occasion(subject.effects.end))
            .with("to", display.occasion(lasted.to))
            .with("e1", subject.points(lasted.first))
            .with("e2", subject.points(lasted.later))
            .with("estimate", subject.points(effect.comparison.estimate))
            .with("interval", display.words.plain(&subject.interval(effect)))
    };
    let sentence = match effect.comparison.compared {
        Compared::Change { arm, against, .. } => {
            let (of_arm, of_control) = effect.moves.unwrap_or((f64::NAN, f64::NAN));
            message("lasted-effect")
                .with("Arm", capitalised(&display.arm(arm)))
                .with("arm", display.arm(arm))
                .with("against", display.arm(against))
                .with("of-arm", subject.points(of_arm))
                .with("of-against", subject.points(of_control))
        }
        Compared::Occasions { .. } | Compared::Arms { .. } => message("lasted-alone"),
    };
    Some(RowDraft {
        effect,
        at: lasted.difference,
        sentence,
        more: more(subject, lasted),
        lasted: Some(lasted),
        margin: band(subject, lasted),
    })
}

/// What is left of the effect, and what the arm's scores did: a description, no verdict on the effect.
fn more(subject: &Subject<'_, '_>, lasted: &Lasted) -> Vec<Message> {
    let display = subject.display;
    let mut more = Vec::new();
    if let Some(retained) = subject.study.result(&RETAINED_FRACTION) {
        let row = retained.bounded(subject.effects).find(|row| (row.arm, row.to) == (lasted.arm, lasted.to));
        more.extend(row.filter(|row| row.against == lasted.against).map(|row| {
            Message::new("answer-retained")
                .with("percent", percent(row.fraction))
                .with("post", display.occasion(subject.effects.end))
                .with("limits", display.words.plain(&limits(row)))
        }));
    }
    let Some(equivalence) = subject.study.result(&EQUIVALENCE) else { return more };
    let Some(margin) = equivalence.margin else { return more };
    let kept = equivalence.kept.iter().find(|kept| kept.arm.unwrap_or(0) == lasted.arm && kept.to == lasted.to);
    more.extend(kept.filter(|kept| kept.p_not_worse.is_finite()).map(|kept| {
        let held = matches!(kept.held, ScoresHeld::Held | ScoresHeld::SmallLoss);
        with_margin(subject, Message::new("answer-scores-held"), &margin)
            .with("arm", display.arm(lasted.arm))
            .with("held", if held { "yes" } else { "no" })
            .with("p", Arg::P(kept.p_not_worse))
    }));
    more
}
