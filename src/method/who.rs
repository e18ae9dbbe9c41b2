//! Who is in the numbers of an outcome, and who is not.

use super::study::Study;
use crate::message::{Arg, Message, Problem};
use crate::trial::{Better, LeftOut, Trial};

/// More participants than this are counted, not named, after the first few.
const NAMED: usize = 12;

/// Direction, and how many of all are in the model's numbers.
pub fn subtitle(study: &Study<'_>) -> Vec<Message> {
    let direction = match study.outcome.better {
        Better::Higher => "subtitle-higher",
        Better::Lower => "subtitle-lower",
    };
    let (used, all) = (study.used.len(), study.trial.ids.len());
    let id = match (study.trial.occasions.len() > 1, used == all) {
        (true, true) => "subtitle-all",
        (true, false) => "subtitle-some",
        (false, true) => "subtitle-all-one-occasion",
        (false, false) => "subtitle-some-one-occasion",
    };
    vec![Message::new(direction), Message::new(id).with("used", used).with("all", all)]
}

/// The ledger of one outcome as notices: participants who lack the same occasions stand together.
pub fn left_out(trial: &Trial, outcome: usize) -> Vec<Problem> {
    let entries: Vec<&LeftOut> = trial.ledger.left_out.iter().filter(|entry| entry.outcome == Some(outcome)).collect();
    let mut groups: Vec<(&[usize], &Message, Vec<&LeftOut>)> = Vec::new();
    for entry in entries {
        let same = groups
            .iter_mut()
            .find(|(occasions, reason, _)| *occasions == entry.occasions && reason.id == entry.reason.id);
        match same {
            Some((_, _, members)) => members.push(entry),
            None => groups.push((&entry.occasions, &entry.reason, vec![entry])),
        }
    }
    groups.into_iter().map(|(occasions, reason, members)| notice(trial, occasions, reason, &members)).collect()
}

fn notice(trial: &Trial, occasions: &[usize], reason: &Message, members: &[&LeftOut]) -> Problem {
    let named: Vec<String> = members.iter().take(NAMED).map(|entry| with_arm(trial, entry)).collect();
    let more = members.len() - named.len();
    let at = occasions.iter().filter_map(|&occasion| trial.occasions.get(occasion).cloned()).collect();
    let id = match (occasions.is_empty(), more > 0) {
        (false, false) => "left-out-missing",
        (false, true) => "left-out-missing-many",
        (true, false) => "left-out",
        (true, true) => "left-out-many",
    };
    let mut message = Message::new(id)
        .with("count", members.len())
        .with("who", named)
        .with("more", more)
        .with("occasions", Arg::List(at));
    message.args.extend(reason.args.iter().filter(|(name, _)| !["count", "who", "more"].contains(name)).cloned());
    Problem::warning(message)
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
