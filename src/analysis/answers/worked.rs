//! Did each arm do better than the control? And, in one group, did scores change?

use super::headline::{completers, of_pair};
use super::row::{InquiryDraft, RowDraft};
use super::subject::Subject;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::effects::effect::TrialEffect;
use crate::analysis::names::capitalised;
use crate::notice::Message;

/// Each arm against the control, at the end of treatment and every later occasion.
pub fn against_control<'a>(subject: &Subject<'a, '_>) -> Option<InquiryDraft<'a>> {
    let arms: Vec<usize> = subject.study.arms.iter().copied().filter(|&arm| arm != 0).collect();
    let (rows, headlines) = pairs(subject, arms.into_iter().map(|arm| (arm, 0)));
    if rows.is_empty() {
        return None;
    }
    let control = subject.display.arm(0);
    let n_arms = subject.study.arms.len() - 1;
    let heading = match subject.is_neutral {
        true => Message::new("question-differ"),
        false if subject.study.trial.plan.randomised == Some(true) => {
            Message::new("question-worked").with("arms", n_arms)
        }
        false => Message::new("question-better-than").with("arms", n_arms).with("control", &control),
    };
    let ends = match subject.is_neutral {
        true => {
            [Message::new("end-lower").with("control", &control), Message::new("end-higher").with("control", &control)]
        }
        false => [Message::new("end-worse").with("arm", &control), Message::new("end-better-arm").with("arms", n_arms)],
    };
    Some(InquiryDraft { id: "worked", heading, verdict: headlines, ends, rows, legend: None, why: why(subject) })
}

/// Each later occasion against baseline, without a control.
pub fn changed<'a>(subject: &Subject<'a, '_>) -> Option<InquiryDraft<'a>> {
    let rows: Vec<RowDraft<'a>> = rows(subject, |effect| is_asked(subject, effect)).collect();
    if rows.is_empty() {
        return None;
    }
    let verdict = |row: &RowDraft<'_>| {
        let Compared::Occasions { from, to, .. } = row.effect.comparison.compared else {
            return Message::new("list-and");
        };
        Message::new("change-headline")
            .with("side", subject.side(row.effect))
            .with("outcome", &subject.display.names.outcome)
            .with("from", subject.display.occasion(from))
            .with("to", subject.display.occasion(to))
    };
    let ends = match subject.is_neutral {
        true => [Message::new("end-fell"), Message::new("end-rose")],
        false => [Message::new("end-worsened"), Message::new("end-improved")],
    };
    Some(InquiryDraft {
        id: "worked",
        heading: Message::new("question-changed"),
        verdict: rows.iter().map(verdict).chain(completers(subject)).collect(),
        ends,
        rows,
        legend: None,
        why: vec![Message::new("why-changed")],
    })
}

/// Why these contrasts, and why that model.
pub fn why(subject: &Subject<'_, '_>) -> Vec<Message> {
    let contrasts = match (subject.effects.baseline, subject.study.occasions.len()) {
        (Some(_), _) => "why-change",
        (None, 1) => "why-apart",
        (None, _) => "why-levels",
    };
    let model = match subject.effects.model {
        "mmrm" => Some("why-available"),
        "clda" => Some("why-constrained"),
        _ => None,
    };
    std::iter::once(contrasts).chain(model).map(Message::new).collect()
}

/// The rows and a headline for each pair of arms.
pub fn pairs<'a>(
    subject: &Subject<'a, '_>,
    pairs: impl Iterator<Item = (usize, usize)>,
) -> (Vec<RowDraft<'a>>, Vec<Message>) {
    let (mut all, mut headlines) = (Vec::new(), Vec::new());
    for pair in pairs {
        let of_pair_only = |effect: &TrialEffect| arms_of(effect) == Some(pair) && is_asked(subject, effect);
        let rows: Vec<RowDraft<'a>> = rows(subject, of_pair_only).collect();
        let effects: Vec<&TrialEffect> = rows.iter().map(|row| row.effect).collect();
        if !effects.is_empty() {
            headlines.push(of_pair(subject, &effects, pair));
        }
        all.extend(rows);
    }
    if !headlines.is_empty() {
        headlines.extend(completers(subject));
    }
    (all, headlines)
}

fn arms_of(effect: &TrialEffect) -> Option<(usize, usize)> {
    match effect.comparison.compared {
        Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => Some((arm, against)),
        Compared::Occasions { .. } => None,
    }
}

/// An effect at the end of treatment or later.
fn is_asked(subject: &Subject<'_, '_>, effect: &TrialEffect) -> bool {
    subject.effects.occasion_of(effect).is_some_and(|occasion| occasion >= subject.effects.end)
}

fn rows<'a>(subject: &Subject<'a, '_>, wanted: impl Fn(&TrialEffect) -> bool) -> impl Iterator<Item = RowDraft<'a>> {
    let effects = subject.effects;
    let wanted: Vec<(usize, &'a TrialEffect)> =
        effects.rows.iter().enumerate().filter(|(_, row)| wanted(row)).collect();
    wanted.into_iter().map(|(at, effect)| RowDraft {
        effect,
        at,
        sentence: sentence(subject, effect),
        more: Vec::new(),
        lasted: None,
        margin: None,
    })
}

/// "Compassion against waitlist, pretest to posttest: difference in change −10.4 points (…), in favour of compassion."
pub fn sentence(subject: &Subject<'_, '_>, effect: &TrialEffect) -> Message {
    let display = subject.display;
    let with = |id: &'static str| {
        Message::new(id)
            .with("side", subject.side(effect))
            .with("outcome", &display.names.outcome)
            .with("estimate", subject.points(effect.comparison.estimate))
            .with("interval", display.words.plain(&subject.interval(effect)))
    };
    let arms = |message: Message, arm: usize, against: usize| {
        message
            .with("Arm", capitalised(&display.arm(arm)))
            .with("arm", display.arm(arm))
            .with("against", display.arm(against))
    };
    match effect.comparison.compared {
        Compared::Change { from, to, arm, against } => {
            let (of_arm, of_control) = effect.moves.unwrap_or((f64::NAN, f64::NAN));
            arms(with("effect-change"), arm, against)
                .with("from", display.occasion(from))
                .with("to", display.occasion(to))
                .with("of-arm", subject.points(of_arm))
                .with("of-against", subject.points(of_control))
        }
        Compared::Arms { arm, against, at } => {
            let message = arms(with("effect-level"), arm, against);
            match at {
                Some(at) => message.with("at", display.occasion(at)).with("several", "yes"),
                None => message.with("at", "").with("several", "no"),
            }
        }
        Compared::Occasions { from, to, .. } => {
            with("effect-alone").with("from", display.occasion(from)).with("to", display.occasion(to))
        }
    }
}
