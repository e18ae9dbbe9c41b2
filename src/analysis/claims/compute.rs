//! What the claims read: the verdicts on every arm that they name and every later occasion.

use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::comparisons::effects::effect::Lasted;
use crate::analysis::comparisons::effects::effect::{ArmDesign, Effects, TrialEffect};
use crate::analysis::comparisons::leading::arms_of;
use crate::analysis::study::Study;
use crate::model::verdict::{LastedVerdict, Verdict};
use crate::trial::ClaimKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Supported,
    NotShown,
    Contradicted,
    NotAnswerable,
}

impl Reading {
    /// How data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::NotShown => "not_shown",
            Self::Contradicted => "contradicted",
            Self::NotAnswerable => "not_answerable",
        }
    }
}

/// An effect, and how the claim reads by it alone.
#[derive(Clone, Debug)]
pub struct Evidence {
    pub effect: TrialEffect,
    /// For a claim that an effect lasted.
    pub lasted: Option<Lasted>,
    pub reading: Reading,
}

/// A claim of one outcome, read.
#[derive(Clone, Debug)]
pub struct Checked {
    /// An index into the Plan's claims.
    pub claim: usize,
    pub kind: ClaimKind,
    pub reading: Reading,
    /// Whether it holds by a margin that nobody set.
    pub by_default_margin: bool,
    /// Empty where the trial has nothing that could show it.
    pub evidence: Vec<Evidence>,
}

impl Checked {
    /// Whether it is supported, and by a margin that nobody set.
    pub fn is_supported_by_default(&self) -> bool {
        self.reading == Reading::Supported && self.by_default_margin
    }
}

/// The Plan's claims of this outcome.
pub fn check(study: &Study<'_>) -> Vec<Checked> {
    let effects = study.result(&EFFECTS);
    let claims = study.trial.plan.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| claim.outcome.as_ref().is_none_or(|name| *name == study.outcome.name))
        .map(|(index, claim)| {
            let evidence = effects.as_deref().map_or_else(Vec::new, |effects| match claim.claim {
                ClaimKind::Improves => improves(effects),
                ClaimKind::Maintained => maintained(effects),
                ClaimKind::Better => better(study, effects),
            });
            let readings: Vec<Reading> = evidence.iter().map(|of| of.reading).collect();
            let is_default =
                |of: &Evidence| of.lasted.as_ref().and_then(|of| of.margin).is_some_and(|it| it.is_default);
            Checked {
                claim: index,
                kind: claim.claim,
                reading: together(&readings),
                by_default_margin: evidence.iter().any(is_default),
                evidence,
            }
        })
        .collect()
}

/// How a claim reads by all of its parts.
fn together(readings: &[Reading]) -> Reading {
    let any = |wanted: Reading| readings.contains(&wanted);
    let all = |wanted: Reading| readings.iter().all(|reading| *reading == wanted);
    if readings.is_empty() || all(Reading::NotAnswerable) {
        Reading::NotAnswerable
    } else if any(Reading::Contradicted) {
        Reading::Contradicted
    } else if all(Reading::Supported) {
        Reading::Supported
    } else {
        Reading::NotShown
    }
}

/// Each intervention against the control, at the end of treatment and every later occasion.
fn improves(effects: &Effects) -> Vec<Evidence> {
    if effects.design != ArmDesign::Controlled {
        return Vec::new();
    }
    asked(
        effects,
        |arms| arms.1 == 0,
        |verdict| match verdict {
            Verdict::Better => Reading::Supported,
            Verdict::Worse => Reading::Contradicted,
            Verdict::Higher | Verdict::Lower | Verdict::NotShown => Reading::NotShown,
        },
    )
}

/// The first intervention against the second. The effect is the second minus the first.
fn better(study: &Study<'_>, effects: &Effects) -> Vec<Evidence> {
    let first = usize::from(effects.design == ArmDesign::Controlled);
    let (Some(&one), Some(&other)) = (study.arms.get(first), study.arms.get(first + 1)) else { return Vec::new() };
    asked(
        effects,
        |arms| arms == (other, one),
        |verdict| match verdict {
            Verdict::Worse => Reading::Supported,
            Verdict::Better => Reading::Contradicted,
            Verdict::Higher | Verdict::Lower | Verdict::NotShown => Reading::NotShown,
        },
    )
}

/// The effects of some pairs of arms from the end of treatment on.
fn asked(
    effects: &Effects,
    wanted: impl Fn((usize, usize)) -> bool,
    read: impl Fn(Verdict) -> Reading,
) -> Vec<Evidence> {
    let is_asked = |row: &&TrialEffect| {
        let occasion = effects.occasion_of(row);
        occasion.is_some_and(|at| at >= effects.end) && arms_of(&row.comparison.compared).is_some_and(&wanted)
    };
    let evidence = |row: &TrialEffect| Evidence { effect: row.clone(), lasted: None, reading: read(row.verdict) };
    effects.rows.iter().filter(is_asked).map(evidence).collect()
}

fn maintained(effects: &Effects) -> Vec<Evidence> {
    let evidence = |lasted: &Lasted| {
        let reading = match lasted.verdict {
            LastedVerdict::Maintained => Reading::Supported,
            LastedVerdict::Lost => Reading::Contradicted,
            LastedVerdict::NothingToKeep => Reading::NotAnswerable,
            LastedVerdict::CannotTell if effects.design != ArmDesign::Controlled => Reading::NotAnswerable,
            LastedVerdict::PartlyKept | LastedVerdict::CannotTell => Reading::NotShown,
        };
        let effect = effects.rows.get(lasted.difference)?.clone();
        Some(Evidence { effect, lasted: Some(lasted.clone()), reading })
    };
    effects.lasted.iter().filter_map(evidence).collect()
}

#[cfg(test)]
mod tests {
    use super::Reading::{Contradicted, NotAnswerable, NotShown, Supported};
    use super::*;

    #[test]
    fn a_claim_needs_all_its_parts_and_falls_with_one() {
        assert_eq!(together(&[Supported, Supported]), Supported);
        assert_eq!(together(&[Supported, NotShown]), NotShown);
        assert_eq!(together(&[Supported, NotAnswerable]), NotShown);
        assert_eq!(together(&[Supported, Contradicted]), Contradicted);
        assert_eq!(together(&[NotAnswerable, NotAnswerable]), NotAnswerable);
        assert_eq!(together(&[]), NotAnswerable);
    }
}
