//! A questionnaire put into a Plan or taken out of it, and with it the outcomes that are its scores.

use super::confirm::rename_occasion;
use crate::plan::guess::direction::direction;
use crate::plan::guess::occasions::occasions_in_order;
use crate::plan::labels::join_spellings;
use crate::plan::{Better, OutcomePlan, Plan};
use crate::scale::key::Benefit;
use crate::scale::{self, Items, Planned, ScalePlan};

/// The Plan with a questionnaire, or with another of the same name in its place. Its scores are outcomes instead of those
/// that were its single items, and of the scores that it had before.
pub fn with_scale(mut plan: Plan, scale: ScalePlan) -> Plan {
    let items = items_of(&scale);
    let before = plan.scales.iter().find(|own| own.name == scale.name);
    let before = before.map(|own| scale::planned(own, &plan.occasions)).unwrap_or_default();
    let scored: Vec<String> = before.into_iter().flat_map(|score| score.columns).collect();
    let is_of = |outcome: &OutcomePlan, columns: &[String]| {
        !outcome.columns.is_empty() && outcome.columns.iter().all(|column| columns.contains(column))
    };
    let is_stale = |outcome: &OutcomePlan| is_of(outcome, &items) || is_of(outcome, &scored);
    let before: Vec<OutcomePlan> = plan.outcomes.iter().filter(|own| is_of(own, &scored)).cloned().collect();
    let at = plan.outcomes.iter().position(is_stale).unwrap_or(plan.outcomes.len());
    plan.outcomes.retain(|outcome| !is_stale(outcome));
    if plan.outcomes.is_empty()
        && let Items::ByOccasion(items) = &scale.items
    {
        // Nothing else says when anything was measured.
        if !plan.occasions.iter().all(|occasion| items.contains_key(occasion)) || plan.occasions.is_empty() {
            let names = items.keys().map(|name| (name.clone(), 1)).collect();
            plan.occasions = occasions_in_order(&join_spellings(names));
        }
    }
    let n_columns = expected(&plan, &scale);
    let scores = scale::planned(&scale, &plan.occasions).into_iter();
    let scores = scores.filter(|score| !score.descriptive && score.columns.len() == n_columns);
    for (place, score) in scores.enumerate() {
        let known = before.iter().find(|outcome| outcome.name == score.name);
        let outcome = match known {
            Some(known) => OutcomePlan { columns: score.columns, ..known.clone() },
            None => outcome(score),
        };
        plan.outcomes.insert((at + place).min(plan.outcomes.len()), outcome);
    }
    match plan.scales.iter_mut().find(|own| own.name == scale.name) {
        Some(own) => *own = scale,
        None => plan.scales.push(scale),
    }
    plan
}

/// The Plan without the questionnaire of that name, and without the outcomes that are its scores.
pub fn without_scale(mut plan: Plan, name: &str) -> Plan {
    let Some(at) = plan.scales.iter().position(|own| own.name == name) else { return plan };
    let scores = scale::planned(&plan.scales.remove(at), &plan.occasions);
    let columns: Vec<String> = scores.into_iter().flat_map(|score| score.columns).collect();
    plan.outcomes.retain(|own| own.columns.is_empty() || !own.columns.iter().all(|column| columns.contains(column)));
    plan
}

/// The Plan with a questionnaire; one by another name is another one, and the one that it replaces goes.
pub fn put(plan: Plan, scale: &ScalePlan, instead: Option<&str>) -> Plan {
    let plan = match instead.filter(|name| !name.is_empty() && *name != scale.name) {
        Some(name) => without_scale(plan, name),
        None => plan,
    };
    with_scale(plan, scale.clone())
}

/// The Plan with another name of an occasion. The items of an occasion are named by it, and so are their scores' columns.
pub fn with_occasion_named(mut plan: Plan, index: usize, name: &str) -> Plan {
    let Some(occasion) = plan.occasions.get_mut(index) else { return plan };
    let before = std::mem::replace(occasion, name.to_owned());
    rename_occasion(&mut plan, &before, name);
    let renamed = |scale: &ScalePlan| match &scale.items {
        Items::ByOccasion(items) if items.contains_key(&before) => {
            let key = |own: &String| if *own == before { name.to_owned() } else { own.clone() };
            let items = items.iter().map(|(own, columns)| (key(own), columns.clone())).collect();
            Some(ScalePlan { items: Items::ByOccasion(items), ..scale.clone() })
        }
        Items::ByOccasion(_) | Items::Once(_) => None,
    };
    let scales: Vec<ScalePlan> = plan.scales.iter().filter_map(renamed).collect();
    scales.into_iter().fold(plan, with_scale)
}

fn outcome(score: Planned) -> OutcomePlan {
    let better = match score.better {
        Some(Benefit::Higher) => Better::Higher,
        Some(Benefit::Lower) => Better::Lower,
        None => direction(&score.name),
    };
    OutcomePlan { name: score.name, columns: score.columns, better: Some(better), ..OutcomePlan::default() }
}

/// The columns of a questionnaire's items.
fn items_of(scale: &ScalePlan) -> Vec<String> {
    scale.by_occasion(&[]).into_iter().flat_map(|(_, columns)| columns.iter().cloned()).collect()
}

/// How many columns an outcome of the Plan has: one for each occasion, but where each has a row of its own.
fn expected(plan: &Plan, scale: &ScalePlan) -> usize {
    match (&scale.items, &plan.long) {
        (Items::ByOccasion(_), _) => plan.occasions.len(),
        (Items::Once(_), Some(_)) => 1,
        (Items::Once(_), None) => plan.occasions.len().max(1),
    }
}
