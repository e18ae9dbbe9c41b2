//! The differences between two Plans.

use super::Plan;
use super::parts::{PlanPart, parts};
use crate::notice::Message;

/// A part in which two Plans differ: its name, and what each says; empty where it is as by default.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanDifference {
    pub name: Message,
    pub before: String,
    pub after: String,
}

/// The parts in which `after` differs from `before`.
pub fn differences(before: &Plan, after: &Plan) -> Vec<PlanDifference> {
    let (before, after) = (parts(before), parts(after));
    let value = |list: &[PlanPart], name: &Message| {
        list.iter().find(|part| part.name == *name).map(|part| part.value.clone()).unwrap_or_default()
    };
    let added = after.iter().filter(|part| before.iter().all(|known| known.name != part.name));
    let names = before.iter().chain(added).map(|part| &part.name);
    let of = |name: &Message| PlanDifference {
        name: name.clone(),
        before: value(&before, name),
        after: value(&after, name),
    };
    names.map(of).filter(|difference| difference.before != difference.after).collect()
}
