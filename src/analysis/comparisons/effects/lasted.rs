//! Did it last? The later effect against that at the end of treatment.

use super::compute::{Design, Effect, Effects};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::lasting::equivalence::margin::{MarginUsed, margin};
use crate::analysis::study::Study;
use crate::model::verdict::{Benefit, LastedVerdict, Later, Verdict};

/// Whether an effect lasted until a later occasion.
#[derive(Clone, Debug)]
pub struct Lasted {
    /// Indices into the trial's arms; in one group both are 0.
    pub arm: usize,
    pub against: usize,
    pub to: usize,
    /// The row of the difference of the two effects.
    pub difference: usize,
    /// The effect at the end of treatment, and the later one.
    pub first: f64,
    pub later: f64,
    pub margin: Option<MarginUsed>,
    pub verdict: LastedVerdict,
    pub reason: Option<Reason>,
}

/// Why there is no other verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    OneGroup,
    NoControl,
    /// No effect at the end of treatment, but one later.
    AppearedLater,
    /// Losing all of the effect would count as maintained.
    MarginTooWide,
    NoMargin,
    /// The later effect is not shown.
    LaterNotShown,
}

/// One for each effect and occasion after the end of treatment.
pub fn lasted(study: &Study<'_>, effects: &Effects) -> Vec<Lasted> {
    let margin = margin(study).and_then(Result::ok);
    let of_row = |(difference, row): (usize, &Effect)| {
        let (from, to, arm, against) = match row.comparison.compared {
            Compared::Change { from, to, arm, against } => (from, to, arm, against),
            Compared::Occasions { from, to, .. } => (from, to, 0, 0),
            Compared::Arms { .. } => return None,
        };
        let wanted = match effects.design {
            Design::Controlled => against == 0,
            Design::Uncontrolled | Design::OneGroup => true,
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
    (first, later, difference): (&Effect, &Effect, &Effect),
    (arm, against, to, row): (usize, usize, usize, usize),
) -> Lasted {
    let (e1, e2) = (first.comparison.estimate, later.comparison.estimate);
    // While nobody has confirmed the direction, it is that of the effect itself.
    let sign = match effects.benefit {
        Benefit::Upward => 1.0,
        Benefit::Downward => -1.0,
        Benefit::Unconfirmed => e1.signum(),
    };
    let is_shown = |effect: &Effect, sign: f64| effect.verdict.is_shown() && effect.comparison.estimate * sign > 0.0;
    let evidence = Later {
        first_shown: is_shown(first, sign),
        later_shown: is_shown(later, sign),
        loss_shown: is_shown(difference, -sign),
        first: sign * e1,
        lowest_difference: lowest(difference, sign),
        margin: margin.map(|margin| margin.value),
    };
    let (verdict, reason) = match effects.design {
        Design::OneGroup => (LastedVerdict::CannotTell, Some(Reason::OneGroup)),
        Design::Uncontrolled => (LastedVerdict::CannotTell, Some(Reason::NoControl)),
        Design::Controlled => {
            let verdict = evidence.verdict();
            (verdict, reason(verdict, &evidence))
        }
    };
    Lasted { arm, against, to, difference: row, first: e1, later: e2, margin, verdict, reason }
}

fn reason(verdict: LastedVerdict, evidence: &Later) -> Option<Reason> {
    match (verdict, evidence.margin) {
        (LastedVerdict::NothingToKeep, _) => evidence.later_shown.then_some(Reason::AppearedLater),
        (LastedVerdict::CannotTell, None) => Some(Reason::NoMargin),
        (LastedVerdict::CannotTell, Some(margin)) if margin >= evidence.first => Some(Reason::MarginTooWide),
        (LastedVerdict::CannotTell, Some(_)) if !evidence.later_shown => Some(Reason::LaterNotShown),
        _ => None,
    }
}

/// The lower simultaneous limit of the difference in the direction of benefit; Bonferroni's where the adjustment has none.
fn lowest(difference: &Effect, sign: f64) -> f64 {
    let comparison = &difference.comparison;
    let (low, high) = if difference.judged.simultaneous {
        (difference.judged.low, difference.judged.high)
    } else {
        comparison.bonferroni.ci.unwrap_or((f64::NAN, f64::NAN))
    };
    if sign > 0.0 { low } else { -high }
}

impl Lasted {
    /// Whether the difference of the effects is a loss that the adjusted p shows.
    pub fn is_loss(&self) -> bool {
        matches!(self.verdict, LastedVerdict::PartlyKept | LastedVerdict::Lost)
    }

    /// What the later effect shows by itself.
    pub fn later_verdict(&self, effects: &Effects) -> Verdict {
        effects.at(self.to, self.arm, self.against).map_or(Verdict::NotShown, |effect| effect.verdict)
    }
}
