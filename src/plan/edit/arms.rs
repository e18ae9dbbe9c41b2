//! Edits of the arms: their column, the control, the other arms and their order.

use super::change::Edit;
use super::lists::move_to;
use crate::plan::{ArmPlan, Plan};

pub fn change(plan: &mut Plan, edit: &Edit) {
    if let Edit::ArmColumn { column, levels } = edit {
        plan.arm = column.clone().map(|column| ArmPlan {
            column,
            levels: levels.clone(),
            control: levels.first().cloned(),
            ..ArmPlan::default()
        });
    } else if let Some(arm) = &mut plan.arm {
        change_arms(arm, edit);
    }
}

fn change_arms(arm: &mut ArmPlan, edit: &Edit) {
    let place = |arm: &ArmPlan, level: &str| arm.levels.iter().position(|own| own == level);
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
            if let Some(at) = level.as_deref().and_then(|level| place(arm, level)) {
                move_to(&mut arm.levels, at, 0);
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
