//! A comparison as it is judged, under the Plan's adjustment.

use crate::analysis::comparisons::comparison::Comparison;
use crate::model::verdict::{BenefitDirection, Judged, Verdict, alpha_of};
use crate::trial::{Adjust, Better, Outcome, Plan, Trial};

/// By the Plan's adjustment and level.
pub fn judged(comparison: &Comparison, plan: &Plan) -> Judged {
    judged_by(comparison, plan.adjust, alpha_of(plan.level))
}

/// By an adjustment and a significance level.
pub fn judged_by(comparison: &Comparison, requested: Adjust, alpha: f64) -> Judged {
    let by = comparison.family.adjustment(requested);
    let adjusted = comparison.adjusted(by);
    let (low, high) = adjusted.ci.unwrap_or((comparison.ci_low, comparison.ci_high));
    // One comparison is its whole family.
    let p = (by != Adjust::None && comparison.family.size > 1).then_some(adjusted.p);
    Judged { low, high, p: comparison.p, adjusted: p, simultaneous: adjusted.ci.is_some(), alpha }
}

/// The direction in which an outcome's participants benefit, as far as it is confirmed.
pub fn benefit(trial: &Trial, outcome: &Outcome) -> BenefitDirection {
    match outcome.better {
        _ if trial.is_unconfirmed(&format!("better:{}", outcome.name)) => BenefitDirection::Unconfirmed,
        Better::Higher => BenefitDirection::Upward,
        Better::Lower => BenefitDirection::Downward,
    }
}

/// What a comparison shows, the later level against the earlier.
pub fn verdict(comparison: &Comparison, plan: &Plan, benefit: BenefitDirection) -> Verdict {
    Verdict::of(&judged(comparison, plan), comparison.estimate, benefit)
}
