//! What a link names twice: two arms, occasions or outcomes of one name, or two sets of numbers for one of them. Whichever
//! of the two a report took, the other would be passed over without a word, so that such a link does not open.

use std::collections::BTreeSet;

use super::summaries::Summary;
use crate::notice::Message;
use crate::plan::Plan;

/// What the Plan names twice.
pub fn in_plan(plan: &Plan) -> Option<Message> {
    let outcomes: Vec<&String> = plan.outcomes.iter().map(|outcome| &outcome.name).collect();
    let within: Vec<&String> = plan.within.iter().map(|within| &within.name).collect();
    let levels = || plan.within.iter().find_map(|within| repeated(&within.levels));
    let named = |what: &str, name: Option<&String>| name.map(|name| message(what, name));
    named("arm", plan.arm.as_ref().and_then(|arm| repeated(&arm.levels)))
        .or_else(|| named("occasion", repeated(&plan.occasions)))
        .or_else(|| named("outcome", repeated(&outcomes).copied()))
        .or_else(|| named("factor", repeated(&within).copied().or_else(|| repeated(&plan.factors))))
        .or_else(|| named("level", levels()))
        .or_else(|| named("covariate", repeated(&plan.covariates)))
}

/// What the summaries give twice.
pub fn in_summary(summary: &Summary, plan: &Plan) -> Option<Message> {
    if let Some(level) = summary.factors.iter().find_map(|levels| repeated(levels)) {
        return Some(message("level", level));
    }
    let places: Vec<usize> = summary.outcomes.iter().map(|own| own.outcome).collect();
    if let Some(outcome) = repeated(&places).and_then(|&place| plan.outcomes.get(place)) {
        return Some(message("outcome", &outcome.name));
    }
    summary.outcomes.iter().find_map(|own| {
        let occasion = repeated(&own.occasions).map(|&at| plan.occasions.get(at).cloned().unwrap_or_default());
        let cells: Vec<&Vec<usize>> = own.cells.iter().map(|cell| &cell.at).collect();
        let cell = || repeated(&cells).map(|at| message("cell", &summary.cell_name(at, plan)));
        occasion.map(|occasion| message("occasion", &occasion)).or_else(cell)
    })
}

fn message(what: &str, name: &str) -> Message {
    Message::new("link-twice").with("what", what).with("name", name)
}

/// The first of a list that stood in it before.
fn repeated<T: Ord>(list: &[T]) -> Option<&T> {
    let mut met = BTreeSet::new();
    list.iter().find(|item| !met.insert(*item))
}
