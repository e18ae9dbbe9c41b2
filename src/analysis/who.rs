//! Which participants the analysis of an outcome includes, and which it does not.

use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::notice::{Message, Problem};
use crate::trial::{Better, LeftOut, OutcomeRole, Trial};

/// More participants than this are counted, not named, after the first few.
const NAMED: usize = 12;
/// More reasons than this are one line in the notices, and listed in the section on missing values.
const MOST_REASONS: usize = 3;

/// Role, direction, and how many of all are in the model's numbers; what was declared, by the titles of its sections.
pub fn subtitle(study: &Study<'_>, declared: Vec<String>) -> Vec<Message> {
    let role = study.outcome.role.map(|role| match role {
        OutcomeRole::Primary => "subtitle-primary",
        OutcomeRole::Secondary => "subtitle-secondary",
        OutcomeRole::Exploratory => "subtitle-exploratory",
    });
    let direction = match study.outcome.better {
        _ if study.trial.is_unconfirmed(&format!("better:{}", study.outcome.name)) => "subtitle-direction-unconfirmed",
        Better::Higher => "subtitle-higher",
        Better::Lower => "subtitle-lower",
    };
    let (used, all) = (study.used.len(), study.trial.ids.len());
    let id = match (study.trial.occasions.len() > 1, used == all) {
        _ if study.trial.crossover.is_some() => "subtitle-crossover",
        // How many more there were is not known.
        _ if !study.trial.has_parts(study.index) => "subtitle-complete",
        (true, true) => "subtitle-all",
        (true, false) => "subtitle-some",
        (false, true) => "subtitle-all-one-occasion",
        (false, false) => "subtitle-some-one-occasion",
    };
    let mut messages: Vec<Message> = role.map(Message::new).into_iter().collect();
    messages.extend([Message::new(direction), Message::new(id).with("used", used).with("all", all)]);
    if !study.trial.has_rows() {
        messages.push(Message::new("subtitle-summaries"));
    }
    if !declared.is_empty() {
        messages.push(Message::new("subtitle-declared").with("analyses", declared));
    }
    messages
}

/// What cannot be said where only summaries came.
pub fn summarised(study: &Study<'_>) -> Vec<Problem> {
    let trial = study.trial;
    let note = |id: &'static str| Problem::note(Message::new(id).with("outcome", &study.outcome.name));
    let rows = (!trial.has_rows()).then(|| note("summaries-need-rows"));
    let parts = (!trial.has_parts(study.index)).then(|| note("summaries-complete-only"));
    rows.into_iter().chain(parts).collect()
}

/// The ledger of one outcome as notices: participants left out for the same reason stand together.
pub fn left_out(trial: &Trial, outcome: usize, display: &Display<'_>) -> Vec<Problem> {
    let groups = by_reason(trial, outcome, display);
    if groups.len() <= MOST_REASONS {
        return groups
            .iter()
            .map(|(reason, members)| Problem::warning(line(trial, display, reason, members)))
            .collect();
    }
    // One line for all; the section on missing values has them by name.
    let count = groups.iter().map(|(_, members)| members.len()).sum::<usize>();
    let message = Message::new("not-in-numbers-patterns")
        .with("count", count)
        .with("all", trial.ids.len())
        .with("reasons", groups.len());
    vec![Problem::warning(message)]
}

/// The ledger of one outcome as lines, one for each reason.
pub fn ledger(trial: &Trial, outcome: usize, display: &Display<'_>) -> Vec<Message> {
    by_reason(trial, outcome, display).iter().map(|(reason, members)| line(trial, display, reason, members)).collect()
}

/// Participants who are left out, by reason.
fn by_reason<'t>(trial: &'t Trial, outcome: usize, display: &Display<'_>) -> Vec<(Message, Vec<&'t LeftOut>)> {
    let mut groups: Vec<(Message, Vec<&LeftOut>)> = Vec::new();
    for entry in trial.ledger.of_outcome(outcome) {
        let reason = reason(entry, display);
        match groups.iter_mut().find(|(of_group, _)| *of_group == reason) {
            Some((_, members)) => members.push(entry),
            None => groups.push((reason, vec![entry])),
        }
    }
    groups
}

/// The reason, with occasions named as the report names them.
fn reason(entry: &LeftOut, display: &Display<'_>) -> Message {
    match entry.reason.id {
        "left-out-missing" => {
            let occasions: Vec<String> = entry.occasions.iter().map(|&occasion| display.occasion(occasion)).collect();
            Message::new("left-out-missing").with("occasions", occasions)
        }
        _ => entry.reason.clone(),
    }
}

fn line(trial: &Trial, display: &Display<'_>, reason: &Message, members: &[&LeftOut]) -> Message {
    let named: Vec<String> = members.iter().take(NAMED).map(|entry| with_arm(trial, entry)).collect();
    let more = members.len() - named.len();
    let id = if more > 0 { "not-in-numbers-many" } else { "not-in-numbers" };
    Message::new(id)
        .with("count", members.len())
        .with("who", named)
        .with("more", more)
        .with("reason", display.words.plain(reason))
}

fn with_arm(trial: &Trial, entry: &LeftOut) -> String {
    let arm = entry.arm.and_then(|arm| usize::try_from(arm).ok()).and_then(|arm| trial.arms.get(arm));
    match arm.filter(|_| trial.has_arms) {
        Some(arm) => format!("{} ({arm})", entry.participant),
        None => entry.participant.clone(),
    }
}

/// Whether an arm's name says that it waits for its treatment.
pub fn waits(arm: &str) -> bool {
    let name = arm.to_lowercase();
    ["wait", "wl", "انتظار"].iter().any(|word| name.contains(word) && (*word != "wl" || name.starts_with("wl")))
}
