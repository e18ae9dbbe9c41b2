//! Which parts of a Plan that the words of a report depend on nobody has confirmed.

use super::Plan;
use super::timing::{baseline, end_of_treatment};

/// The parts that are still a guess: those that the Plan lists; in a Plan without a list, what it leaves out of direction,
/// control, baseline and end of treatment, unless a name tells.
pub fn unconfirmed(plan: &Plan, occasions: &[String]) -> Vec<String> {
    let mut parts = plan.unconfirmed.clone().unwrap_or_default();
    let mut add = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    for outcome in plan.outcomes.iter().filter(|outcome| outcome.better.is_none()) {
        add(format!("better:{}", outcome.name));
    }
    // The treatments of a crossover have no order in time.
    if plan.unconfirmed.is_some() || plan.crossover.is_some() {
        return parts;
    }
    if plan.arm.as_ref().is_some_and(|arm| arm.control.is_none()) {
        add("control".into());
    }
    let before = baseline(plan, occasions);
    if !before.certain {
        add("baseline".into());
    }
    if !end_of_treatment(plan, occasions, before.occasion).certain {
        add("end_of_treatment".into());
    }
    parts
}
