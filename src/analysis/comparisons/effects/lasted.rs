//! Did it last? The later effect against that at the end of treatment.

use super::effect::{ArmDesign, Effects, Lasted, LastedReason, TrialEffect};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::lasting::equivalence::margin::{MarginUsed, margin};
use crate::analysis::study::Study;
use crate::model::verdict::{BenefitDirection, LastedVerdict, Later};

/// One for each effect and occasion after the end of treatment.
pub fn lasted(study: &Study<'_>, effects: &Effects) -> Vec<Lasted> {
    let margin = margin(study).and_then(Result::ok);
    let of_row = |(difference, row): (usize, &TrialEffect)| {
        let (from, to, arm, against) = match row.comparison.compared {
            Compared::Change { from, to, arm, against } => (from, to, arm, against),
            Compared::Occasions { from, to, .. } => (from, to, 0, 0),
            Compared::Arms { .. } => return None,
        };
        let wanted = match effects.design {
            ArmDesign::Controlled => against == 0,
            ArmDesign::Uncontrolled | ArmDesign::OneGroup => true,
        };
        if Some(from) == effects.baseline || from != effects.end || !wanted {
            return None;
        }
        let (first, later) = (effects.at(from, arm, against)?, effects.at(to, arm, against)?);
        Some(judge(effects, margin, (first, later, row), (arm, against, to, difference)))
    };
    effects.rows.iter().enumerate().filter_map(of_row).collect()
}

fn judge(
    effects: &Effects,
    margin: Option<MarginUsed>,
    (first, later, difference): (&TrialEffect, &TrialEffect, &TrialEffect),
    (arm, against, to, row): (usize, usize, usize, usize),
) -> Lasted {
    let (e1, e2) = (first.comparison.estimate, later.comparison.estimate);
    // While nobody has confirmed the direction, it is that of the effect itself.
    let sign = match effects.benefit {
        BenefitDirection::Upward => 1.0,
        BenefitDirection::Downward => -1.0,
        BenefitDirection::Unconfirmed => e1.signum(),
    };
    let is_shown =
        |effect: &TrialEffect, sign: f64| effect.verdict.is_shown() && effect.comparison.estimate * sign > 0.0;
    let evidence = Later {
        first_shown: is_shown(first, sign),
        later_shown: is_shown(later, sign),
        loss_shown: is_shown(difference, -sign),
        first: sign * e1,
        lowest_difference: lowest(difference, sign),
        margin: margin.map(|margin| margin.value),
    };
    let (verdict, reason) = match effects.design {
        ArmDesign::OneGroup => (LastedVerdict::CannotTell, Some(LastedReason::OneGroup)),
        ArmDesign::Uncontrolled => (LastedVerdict::CannotTell, Some(LastedReason::NoControl)),
        ArmDesign::Controlled => {
            let verdict = evidence.verdict();
            (verdict, reason(verdict, &evidence))
        }
    };
    Lasted { arm, against, to, difference: row, first: e1, later: e2, margin, verdict, reason }
}

fn reason(verdict: LastedVerdict, evidence: &Later) -> Option<LastedReason> {
    match (verdict, evidence.margin) {
        (LastedVerdict::NothingToKeep, _) => evidence.later_shown.then_some(LastedReason::AppearedLater),
        (LastedVerdict::CannotTell, None) => Some(LastedReason::NoMargin),
        (LastedVerdict::CannotTell, Some(margin)) if margin >= evidence.first => Some(LastedReason::MarginTooWide),
        (LastedVerdict::CannotTell, Some(_)) if !evidence.later_shown => Some(LastedReason::LaterNotShown),
        _ => None,
    }
}

/// The lower simultaneous limit of the difference in the direction of benefit; Bonferroni's where the adjustment has none.
fn lowest(difference: &TrialEffect, sign: f64) -> f64 {
    let comparison = &difference.comparison;
    let (low, high) = if difference.judged.simultaneous {
        (difference.judged.low, difference.judged.high)
    } else {
        comparison.bonferroni.ci.unwrap_or((f64::NAN, f64::NAN))
    };
    if sign > 0.0 { low } else { -high }
}
