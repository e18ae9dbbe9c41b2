//! Every change that a user can make to a Plan, as a value, and the one function that applies it.
//!
//! An edit says all that it needs (a column comes with the levels that the file has in it), so that it means the same
//! wherever and whenever it is applied: in the page, in a test, or out of a history.

mod arms;
mod change;
mod confirm;
mod grid;
mod lists;
mod scales;

pub use change::{CellPlace, ColumnRole, Edit};
pub use grid::{DesignGrid, runnable};
pub use scales::{with_scale, without_scale};

use serde::Serialize;

use super::{OutcomePlan, Plan, ScalePlan};

/// A Plan after an edit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Edited {
    pub plan: Plan,
    pub grid: DesignGrid,
    /// The parts that the user decided by it: they are no guess any more. Named as in [`super::Reason`].
    pub settled: Vec<String>,
}

/// Applies an edit.
pub fn apply(plan: &Plan, edit: &Edit) -> Edited {
    let settled = settled(plan, edit);
    let mut changed = changed(plan.clone(), edit);
    confirm::settle(&mut changed, &settled);
    confirm::guess_again(&mut changed, edit);
    Edited { grid: DesignGrid::of(&changed), settled, plan: changed }
}

fn changed(mut plan: Plan, edit: &Edit) -> Plan {
    match edit {
        Edit::Id { column } => plan.id = column.clone().map(Into::into),
        Edit::ArmColumn { .. }
        | Edit::ArmMove { .. }
        | Edit::ArmLeave { .. }
        | Edit::ArmRestore { .. }
        | Edit::Control { .. } => arms::change(&mut plan, edit),
        Edit::ArmLabel { level, label } => arms::name(&mut plan, level, label),
        Edit::Randomised { value } => plan.randomised = *value,
        Edit::Baseline { occasion } => plan.baseline = Some(occasion.clone()),
        Edit::EndOfTreatment { occasion } => plan.end_of_treatment = Some(occasion.clone()),
        Edit::Compare { compare } => plan.compare = compare.clone(),
        Edit::Lead { lead } => plan.lead = *lead,
        Edit::Level { level } => plan.level = *level,
        Edit::Confirm { .. } | Edit::ConfirmAll { .. } | Edit::Benefit { .. } => confirm::answer(&mut plan, edit),
        Edit::Long { .. }
        | Edit::Wide
        | Edit::OccasionMove { .. }
        | Edit::OccasionAdd { .. }
        | Edit::OccasionRemove { .. }
        | Edit::OutcomeAdd { .. }
        | Edit::OutcomeRemove { .. }
        | Edit::OutcomeMove { .. }
        | Edit::Cell { .. }
        | Edit::CellSwap { .. } => grid::change(&mut plan, edit),
        Edit::OccasionName { index, name } => return scales::with_occasion_named(plan, *index, name),
        Edit::OutcomeName { index, name } => rename_outcome(&mut plan, *index, name),
        Edit::Better { index, better } => of_outcome(&mut plan, *index, |own| own.better = Some(*better)),
        Edit::Role { index, role } => of_outcome(&mut plan, *index, |own| own.role = *role),
        Edit::Margin { index, margin } => of_outcome(&mut plan, *index, |own| own.margin = *margin),
        Edit::ReliableChange { index, change } => of_outcome(&mut plan, *index, |own| own.reliable_change = *change),
        Edit::Use { role, column } => {
            let columns = of_role(&mut plan, *role);
            columns.retain(|own| own != column);
            columns.push(column.clone());
        }
        Edit::Disuse { role, column } => of_role(&mut plan, *role).retain(|own| own != column),
        Edit::Code { code } => {
            plan.codes.retain(|own| own.column != code.column || own.value != code.value);
            plan.codes.push(code.clone());
        }
        Edit::Adjust { adjust } => plan.adjust = *adjust,
        Edit::ErrorTerm { term } => plan.error_term = *term,
        Edit::Squares { squares } => plan.sums_of_squares = *squares,
        Edit::Resampling { resampling } => plan.resampling = *resampling,
        Edit::Report { report } => plan.report = report.clone(),
        Edit::TherapyGroup { size } => plan.therapy_group_size = *size,
        Edit::Claim { claim, made } => {
            plan.claims.retain(|own| own != claim);
            plan.claims.extend(made.then(|| claim.clone()));
        }
        Edit::ScalePut { scale, instead } => return scales::put(plan, scale, instead.as_deref()),
        Edit::ScaleRemove { name } => return without_scale(plan, name),
        Edit::ScaleConfirm { name } => of_scale(&mut plan, name, |own| own.confirmed = true),
        Edit::ScaleShift { name, by } => of_scale(&mut plan, name, |own| own.shift = Some(*by)),
    }
    plan
}

fn of_outcome(plan: &mut Plan, index: usize, change: impl FnOnce(&mut OutcomePlan)) {
    if let Some(own) = plan.outcomes.get_mut(index) {
        change(own);
    }
}

/// An outcome's name, also in the parts that are still a guess.
fn rename_outcome(plan: &mut Plan, index: usize, name: &str) {
    let Some(outcome) = plan.outcomes.get_mut(index) else { return };
    let before = std::mem::replace(&mut outcome.name, name.to_owned());
    for part in plan.unconfirmed.iter_mut().flatten() {
        if let Some((kind, _)) = part.split_once(':').filter(|(_, of)| *of == before) {
            *part = format!("{kind}:{name}");
        }
    }
}

fn of_role(plan: &mut Plan, role: ColumnRole) -> &mut Vec<String> {
    match role {
        ColumnRole::Covariates => &mut plan.covariates,
        ColumnRole::Factors => &mut plan.factors,
    }
}

fn of_scale(plan: &mut Plan, name: &str, change: impl Fn(&mut ScalePlan)) {
    plan.scales.iter_mut().filter(|own| own.name == name).for_each(change);
}

/// The parts of the guess that an edit decides.
fn settled(plan: &Plan, edit: &Edit) -> Vec<String> {
    let outcome = |part: &str, index: usize| {
        let name = plan.outcomes.get(index).map(|own| own.name.as_str()).unwrap_or_default();
        format!("{part}:{name}")
    };
    let named = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
    match edit {
        Edit::Id { .. } => named(&["id"]),
        Edit::ArmColumn { .. } => named(&["arm", "control"]),
        Edit::ArmMove { .. } | Edit::ArmLeave { .. } | Edit::ArmRestore { .. } => named(&["arm"]),
        Edit::ArmLabel { .. } => Vec::new(),
        Edit::Control { .. } => named(&["control"]),
        Edit::Baseline { .. } => named(&["baseline"]),
        Edit::EndOfTreatment { .. } => named(&["end_of_treatment"]),
        Edit::Confirm { part } => vec![part.clone()],
        Edit::ConfirmAll { parts } => parts.clone(),
        Edit::Benefit { outcome, .. } => vec![format!("better:{outcome}")],
        Edit::Long { .. } | Edit::Wide => named(&["long", "occasions"]),
        Edit::OccasionName { .. }
        | Edit::OccasionMove { .. }
        | Edit::OccasionAdd { .. }
        | Edit::OccasionRemove { .. } => named(&["occasions"]),
        Edit::OutcomeRemove { index } => vec![outcome("outcome", *index), outcome("better", *index)],
        Edit::OutcomeName { index, .. } => vec![outcome("outcome", *index)],
        Edit::Better { index, .. } => vec![outcome("better", *index)],
        Edit::Cell { at, .. } => vec![outcome("outcome", at.outcome)],
        Edit::CellSwap { from, to } => vec![outcome("outcome", from.outcome), outcome("outcome", to.outcome)],
        Edit::Use { .. } | Edit::Disuse { .. } => named(&["covariates"]),
        Edit::ScalePut { scale: ScalePlan { name, .. }, .. }
        | Edit::ScaleRemove { name }
        | Edit::ScaleConfirm { name }
        | Edit::ScaleShift { name, .. } => vec![format!("scale:{name}")],
        Edit::Randomised { .. }
        | Edit::OutcomeAdd { .. }
        | Edit::OutcomeMove { .. }
        | Edit::Role { .. }
        | Edit::Margin { .. }
        | Edit::ReliableChange { .. }
        | Edit::Code { .. }
        | Edit::Adjust { .. }
        | Edit::Compare { .. }
        | Edit::Lead { .. }
        | Edit::Level { .. }
        | Edit::ErrorTerm { .. }
        | Edit::Squares { .. }
        | Edit::Resampling { .. }
        | Edit::Report { .. }
        | Edit::TherapyGroup { .. }
        | Edit::Claim { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
