//! The contrasts that an outcome leads with, where it is set beside others.

use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::comparisons::effects::effect::ArmDesign;
use crate::analysis::study::Study;

/// The effects at the end of treatment: each intervention against the control; without one, all pairs of arms; in one group,
/// the change of all.
pub fn leading(study: &Study<'_>) -> Vec<Comparison> {
    let Some(effects) = study.result(&EFFECTS) else { return Vec::new() };
    let is_wanted = |compared: &Compared| match arms_of(compared) {
        Some((_, against)) => effects.design != ArmDesign::Controlled || against == 0,
        None => true,
    };
    let at_end = effects.rows.iter().filter(|row| effects.occasion_of(row) == Some(effects.end));
    at_end.map(|row| &row.comparison).filter(|row| is_wanted(&row.compared)).cloned().collect()
}

pub fn arms_of(compared: &Compared) -> Option<(usize, usize)> {
    match *compared {
        Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => Some((arm, against)),
        Compared::Occasions { .. } => None,
    }
}
