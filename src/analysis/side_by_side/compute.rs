//! The contrasts that answer an outcome's questions, standardised so that outcomes can stand on one scale.

use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::study::Study;
use crate::model::Adjust;
use crate::model::verdict::{BenefitDirection, Judged};

/// The contrasts against baseline at the end of treatment and later, by the model that answers.
#[derive(Clone, Debug)]
pub struct OutcomeEffects {
    pub benefit: BenefitDirection,
    pub adjust: Adjust,
    pub rows: Vec<StandardisedEffect>,
}

#[derive(Clone, Debug)]
pub struct StandardisedEffect {
    pub comparison: Comparison,
    pub judged: Judged,
    /// Hedges' g, and the limits of the difference divided by the same standard deviation, so that they hold as those do.
    pub g: f64,
    pub g_low: f64,
    pub g_high: f64,
}

/// `None` where the outcome has no such contrasts.
pub fn outcome_effects(study: &Study<'_>) -> Option<OutcomeEffects> {
    let effects = study.result(&EFFECTS)?;
    let asked = effects.asked_occasions();
    let rows: Vec<StandardisedEffect> = effects
        .rows
        .iter()
        .filter(|row| effects.occasion_of(row).is_some_and(|occasion| asked.contains(&occasion)))
        .map(|row| {
            let g = row.comparison.size.hedges_g;
            // What the difference is multiplied by to make g of it.
            let factor = g / row.comparison.estimate;
            StandardisedEffect {
                comparison: row.comparison.clone(),
                judged: row.judged,
                g,
                g_low: row.judged.low * factor,
                g_high: row.judged.high * factor,
            }
        })
        .collect();
    (!rows.is_empty()).then(|| OutcomeEffects { benefit: effects.benefit, adjust: effects.adjust, rows })
}
