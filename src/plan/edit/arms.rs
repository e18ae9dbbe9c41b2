//! Edits of the arms: their column, the control, the other arms and their order.

use super::change::Edit;
use super::lists::move_to;
use crate::plan::guess::arms::control_by_name;
use crate::plan::{ArmPlan, Plan};

pub fn change(plan: &mut Plan, edit: &Edit) {
    if let Edit::ArmColumn { column, levels } = edit {
        choose_column(plan, column.as_deref(), levels);
    } else if let Some(arm) = &mut plan.arm {
        change_arms(arm, edit);
    }
}

/// Another column of arms. A treatment taken for the control would turn every answer round: only a name tells it.
fn choose_column(plan: &mut Plan, column: Option<&str>, levels: &[String]) {
    let before = plan.arm.take();
    let Some(column) = column else { return };
    let kept = before.as_ref().and_then(|arm| arm.control.clone()).filter(|control| levels.contains(control));
    let control = kept.or_else(|| control_by_name(levels).0);
    let mut arm = ArmPlan { column: column.to_owned(), levels: levels.to_vec(), ..ArmPlan::default() };
    arm.labels = before.map(|arm| arm.labels).unwrap_or_default();
    arm.labels.retain(|level, _| levels.contains(level));
    if let Some(at) = control.as_ref().and_then(|control| place(&arm, control)) {
        move_to(&mut arm.levels, at, 0);
    }
    plan.arm = Some(ArmPlan { control, ..arm });
}

/// Whether the control of the Plan's arms is told by one name, or was stated against the names.
pub fn has_certain_control(plan: &Plan) -> bool {
    plan.arm.as_ref().is_none_or(|arm| {
        let (named, why) = control_by_name(&arm.levels);
        why.certain || arm.control != named
    })
}

fn place(arm: &ArmPlan, level: &str) -> Option<usize> {
    arm.levels.iter().position(|own| own == level)
}

fn change_arms(arm: &mut ArmPlan, edit: &Edit) {
    match edit {
        Edit::ArmMove { level, to } => {
            // The control stays first; the others share the places after it.
            let first = usize::from(arm.control.is_some());
            let is_open = |place: usize| first <= place && place < arm.levels.len();
            if let Some(at) = place(arm, level).filter(|&at| is_open(at) && is_open(*to)) {
                move_to(&mut arm.levels, at, *to);
            }
        }
        Edit::ArmLeave { level } => {
            arm.levels.retain(|own| own != level);
            arm.control.take_if(|control| control == level);
        }
        Edit::ArmRestore { level } => arm.levels.push(level.clone()),
        Edit::Control { level } => {
            // It changes places with the first, so that the way back leads to the same design.
            if let Some(at) = level.as_deref().and_then(|level| place(arm, level)) {
                arm.levels.swap(at, 0);
            }
            arm.control.clone_from(level);
        }
        _ => {}
    }
}

/// The name that is printed for a level.
pub fn name(plan: &mut Plan, level: &str, label: &str) {
    let Some(arm) = &mut plan.arm else { return };
    match label.trim() {
        "" => arm.labels.remove(level),
        label => arm.labels.insert(level.to_owned(), label.to_owned()),
    };
}
