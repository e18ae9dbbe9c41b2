//! What of a Plan is a guess after an edit: parts that are confirmed, and guesses that follow what they were made from.

use super::arms::has_certain_control;
use super::change::Edit;
use crate::plan::guess::arms::control_by_name;
use crate::plan::timing::{Timing, baseline, end_of_treatment};
use crate::plan::{Plan, unconfirmed};

/// Takes the answer to a question.
pub fn answer(plan: &mut Plan, edit: &Edit) {
    match edit {
        Edit::Confirm { part } => confirm(plan, part),
        Edit::ConfirmAll { parts } => parts.iter().for_each(|part| confirm(plan, part)),
        Edit::Benefit { outcome, better } => {
            plan.outcomes.iter_mut().filter(|own| own.name == *outcome).for_each(|own| own.better = Some(*better));
        }
        _ => {}
    }
}

/// States what a part of the Plan was taken to be: yes, that is right.
fn confirm(plan: &mut Plan, part: &str) {
    let timing = Timing::of(plan, &plan.occasions);
    let occasion = |at: Option<usize>| at.and_then(|at| plan.occasions.get(at).cloned());
    match part {
        "control" => {
            if let Some(arm) = plan.arm.as_mut().filter(|arm| arm.control.is_none()) {
                arm.control = control_by_name(&arm.levels).0;
            }
        }
        "baseline" => plan.baseline = plan.baseline.take().or_else(|| Some(occasion(timing.baseline))),
        "end_of_treatment" => {
            let end = occasion(timing.end_of_treatment);
            plan.end_of_treatment = plan.end_of_treatment.take().or(end);
        }
        _ => {
            for outcome in plan.outcomes.iter_mut().filter(|own| part == format!("better:{}", own.name)) {
                outcome.better = Some(outcome.direction());
            }
        }
    }
}

/// The parts that an edit decides are no guess any more. A Plan without a list of guesses gets one where what was decided
/// cannot be stated otherwise: that no arm is the control.
pub fn settle(plan: &mut Plan, settled: &[String]) {
    if plan.unconfirmed.is_none() {
        let open = unconfirmed(plan, &plan.occasions);
        if settled.iter().any(|part| open.contains(part)) {
            plan.unconfirmed = Some(open);
        }
    }
    if let Some(open) = &mut plan.unconfirmed {
        open.retain(|part| !settled.contains(part));
    }
}

/// An occasion has another name wherever the Plan names it.
pub fn rename_occasion(plan: &mut Plan, before: &str, name: &str) {
    let named = [plan.baseline.as_mut().and_then(Option::as_mut), plan.end_of_treatment.as_mut()];
    let compared = plan.compare.occasions.iter_mut().flatten();
    for own in named.into_iter().flatten().chain(compared).filter(|own| *own == before) {
        name.clone_into(own);
    }
}

/// Guesses that were made from what an edit changed are made again.
pub fn guess_again(plan: &mut Plan, edit: &Edit) {
    match edit {
        Edit::ArmColumn { .. } if !has_certain_control(plan) => open(plan, "control"),
        Edit::OccasionMove { .. }
        | Edit::OccasionAdd { .. }
        | Edit::OccasionRemove { .. }
        | Edit::Baseline { .. }
        | Edit::Long { .. } => guess_timing_again(plan),
        _ => {}
    }
}

fn open(plan: &mut Plan, part: &str) {
    let parts = plan.unconfirmed.get_or_insert_default();
    if !parts.iter().any(|own| own == part) {
        parts.push(part.to_owned());
    }
}

/// The occasion before treatment and the one at its end, where nobody stated them or the one stated is there no more.
fn guess_timing_again(plan: &mut Plan) {
    let is_guess = |part: &str| plan.unconfirmed.iter().flatten().any(|own| own == part);
    let is_gone = |name: &String| !plan.occasions.contains(name);
    let of_baseline =
        plan.baseline.as_ref().is_some_and(|own| is_guess("baseline") || own.as_ref().is_some_and(is_gone));
    let of_end = plan.end_of_treatment.as_ref().is_some_and(|own| is_guess("end_of_treatment") || is_gone(own));
    if of_baseline {
        plan.baseline = None;
        let timed = baseline(plan, &plan.occasions);
        plan.baseline = timed.occasion.and_then(|at| plan.occasions.get(at).cloned()).map(Some);
        if !timed.certain {
            open(plan, "baseline");
        }
    }
    if of_end {
        plan.end_of_treatment = None;
        let before = baseline(plan, &plan.occasions).occasion;
        let timed = end_of_treatment(plan, &plan.occasions, before);
        plan.end_of_treatment = timed.occasion.and_then(|at| plan.occasions.get(at).cloned());
        if !timed.certain {
            open(plan, "end_of_treatment");
        }
    }
}
