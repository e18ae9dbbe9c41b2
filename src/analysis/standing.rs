//! What an outcome contributes to the sections across outcomes.

use super::claims::compute::{Checked, check};
use super::comparisons::comparison::Comparison;
use super::comparisons::leading::leading;
use super::display::Display;
use super::names::Names;
use super::side_by_side::compute::{OutcomeEffects, outcome_effects};
use super::study::Study;
use crate::trial::OutcomeRole;

/// What an outcome brings to the overview.
pub struct Standing {
    pub outcome: String,
    pub role: Option<OutcomeRole>,
    pub names: Names,
    pub places: usize,
    /// The arms but for the control, as indices into the trial's.
    pub interventions: Vec<usize>,
    /// Each intervention against the control, at the end of treatment.
    pub leads: Vec<Comparison>,
    pub checked: Vec<Checked>,
    /// The contrasts that answer its questions; `None` where it has none.
    pub effects: Option<OutcomeEffects>,
}

impl Standing {
    pub fn new(study: &Study<'_>, display: &Display<'_>) -> Self {
        // A crossover has neither arms nor changes for the claims and the family of primary outcomes.
        let is_crossover = study.trial.crossover.is_some();
        let is_primary = study.outcome.role == Some(OutcomeRole::Primary) && !is_crossover;
        Self {
            outcome: study.outcome.name.clone(),
            role: study.outcome.role,
            names: display.names.clone(),
            places: display.places,
            interventions: (usize::from(study.trial.has_control)..study.trial.arms.len())
                .filter(|_| study.trial.has_arms)
                .collect(),
            leads: if is_primary { leading(study) } else { Vec::new() },
            checked: if is_crossover { Vec::new() } else { check(study) },
            effects: if is_crossover { None } else { outcome_effects(study) },
        }
    }
}
