//! The comparisons that the answers lead with.

use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::study::{POST, Study};

/// The contrasts that the answers lead with: each intervention against the control; without arms, the change of all.
pub fn leading(study: &Study<'_>) -> Vec<Comparison> {
    if study.trial.arms.len() < 2 {
        let result = pairwise::leading(study);
        let is_to_post = |row: &Comparison| matches!(row.compared, Compared::Occasions { from: 0, to: POST, .. });
        return result.iter().flat_map(|result| &result.occasions).filter(|row| is_to_post(row)).cloned().collect();
    }
    let against_control = |row: &Comparison| arms_of(&row.compared).is_some_and(|(_, against)| against == 0);
    arms_compared(study).into_iter().filter(against_control).collect()
}

/// The arms compared on their change to the end of treatment or, with one occasion, as they stand.
pub fn arms_compared(study: &Study<'_>) -> Vec<Comparison> {
    let is_to_post = |row: &Comparison| matches!(row.compared, Compared::Change { from: 0, to: POST, .. });
    match study.trial.occasions.len() {
        1 => pairwise::leading(study).map(|result| result.arms.clone()).unwrap_or_default(),
        _ => {
            let result = change_difference::leading(study);
            result.iter().flat_map(|result| &result.rows).filter(|row| is_to_post(row)).cloned().collect()
        }
    }
}

pub fn arms_of(compared: &Compared) -> Option<(usize, usize)> {
    match *compared {
        Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => Some((arm, against)),
        Compared::Occasions { .. } => None,
    }
}
