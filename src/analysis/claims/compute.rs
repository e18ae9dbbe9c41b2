//! The results by which claims are judged.

use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::leading::{arms_compared, arms_of, leading};
use crate::analysis::comparisons::verdict::{Verdict, verdict};
use crate::analysis::lasting::equivalence::compute as equivalence;
use crate::analysis::lasting::equivalence::compute::{Kept, Lasted};
use crate::analysis::study::{POST, Study};
use crate::trial::ClaimKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Supported,
    NotShown,
    Contradicted,
}

/// A contrast, and how the claim reads by it alone.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// Arms compared, adjusted as the Plan says.
    Difference { comparison: Comparison, reading: Reading },
    /// A change since the end of treatment against the margin, in points.
    Kept { kept: Kept, margin: f64, reading: Reading },
}

impl Evidence {
    pub fn reading(&self) -> Reading {
        match self {
            Evidence::Difference { reading, .. } | Evidence::Kept { reading, .. } => *reading,
        }
    }
}

/// A claim of one outcome, read.
#[derive(Clone, Debug)]
pub struct Checked {
    /// An index into the Plan's claims.
    pub claim: usize,
    pub kind: ClaimKind,
    pub reading: Reading,
    /// Empty where the trial has nothing that could show it.
    pub evidence: Vec<Evidence>,
}

/// The Plan's claims of this outcome.
pub fn check(study: &Study<'_>) -> Vec<Checked> {
    let claims = study.trial.plan.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| claim.outcome.as_ref().is_none_or(|name| *name == study.outcome.name))
        .map(|(index, claim)| {
            let (evidence, whole) = match claim.claim {
                ClaimKind::Improves => improves(study),
                ClaimKind::Maintained => maintained(study),
                ClaimKind::Better => better(study),
            };
            Checked { claim: index, kind: claim.claim, reading: together(&evidence, whole), evidence }
        })
        .collect()
}

/// `whole`: whether there is evidence on every part of the claim.
fn together(evidence: &[Evidence], whole: bool) -> Reading {
    let any = |wanted: Reading| evidence.iter().any(|evidence| evidence.reading() == wanted);
    match (any(Reading::Contradicted), any(Reading::NotShown)) {
        (true, _) => Reading::Contradicted,
        (false, false) if whole && !evidence.is_empty() => Reading::Supported,
        (false, _) => Reading::NotShown,
    }
}

/// How "the later arm is better" reads by a comparison.
fn later_is_better(study: &Study<'_>, comparison: &Comparison) -> Reading {
    match verdict(comparison, study.trial.plan.adjust, study.outcome.better) {
        Verdict::Better => Reading::Supported,
        Verdict::Worse => Reading::Contradicted,
        Verdict::NoEvidence => Reading::NotShown,
    }
}

/// Each intervention needs its own evidence.
fn improves(study: &Study<'_>) -> (Vec<Evidence>, bool) {
    let evidence: Vec<Evidence> = leading(study)
        .into_iter()
        .filter(|comparison| arms_of(&comparison.compared).is_some())
        .map(|comparison| Evidence::Difference { reading: later_is_better(study, &comparison), comparison })
        .collect();
    let whole = evidence.len() + 1 == study.trial.arms.len();
    (evidence, whole)
}

/// The first intervention against the second, directly. The table has the second minus the first.
fn better(study: &Study<'_>) -> (Vec<Evidence>, bool) {
    let direct = arms_compared(study).into_iter().find(|row| arms_of(&row.compared) == Some((2, 1)));
    let evidence = direct.map(|comparison| {
        let reading = match later_is_better(study, &comparison) {
            Reading::Supported => Reading::Contradicted,
            Reading::Contradicted => Reading::Supported,
            Reading::NotShown => Reading::NotShown,
        };
        Evidence::Difference { comparison, reading }
    });
    (evidence.into_iter().collect(), true)
}

/// For each intervention an effect at the end of treatment, without which there is nothing to maintain, and the verdict of
/// the tests against the margin at every later occasion.
fn maintained(study: &Study<'_>) -> (Vec<Evidence>, bool) {
    let result = study.result(&equivalence::EQUIVALENCE);
    let Some((margin, kept)) = result.and_then(|result| Some((result.margin?.value, result.kept.clone()))) else {
        return (Vec::new(), false);
    };
    let later = study.trial.occasions.len().saturating_sub(POST + 1);
    let mut whole = later > 0;
    let mut evidence = Vec::new();
    let effects = leading(study);
    for arm in 1..study.trial.arms.len() {
        let effect = effects.iter().find(|row| arms_of(&row.compared) == Some((arm, 0)));
        let of_arm: Vec<&Kept> = kept.iter().filter(|kept| kept.arm == Some(arm)).collect();
        whole &= effect.is_some() && of_arm.len() == later;
        evidence.extend(effect.map(|comparison| {
            let shown = later_is_better(study, comparison) == Reading::Supported;
            let reading = if shown { Reading::Supported } else { Reading::NotShown };
            Evidence::Difference { comparison: comparison.clone(), reading }
        }));
        evidence.extend(of_arm.into_iter().map(|kept| {
            let reading = match kept.lasted {
                Lasted::Maintained | Lasted::SmallLoss => Reading::Supported,
                Lasted::Lost => Reading::Contradicted,
                Lasted::CannotTell => Reading::NotShown,
            };
            Evidence::Kept { kept: kept.clone(), margin, reading }
        }));
    }
    if !evidence.iter().any(|evidence| matches!(evidence, Evidence::Kept { .. })) {
        return (Vec::new(), false);
    }
    (evidence, whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::comparisons::comparison::Compared;
    use crate::trial::Better;

    fn of(readings: &[Reading], whole: bool) -> Reading {
        let comparison = |reading: Reading| Evidence::Difference { comparison: none(), reading };
        together(&readings.iter().copied().map(comparison).collect::<Vec<_>>(), whole)
    }

    fn none() -> Comparison {
        use crate::analysis::comparisons::compare::in_family;
        use crate::analysis::comparisons::comparison::FamilyKind;
        let trial = crate::trial::Trial {
            plan: crate::trial::Plan::default(),
            ids: vec!["1".into()],
            arms: vec!["all".into()],
            has_arms: false,
            arm: vec![0],
            occasions: vec!["t0".into()],
            factors: Vec::new(),
            within: Vec::new(),
            covariates: Vec::new(),
            outcomes: vec![crate::trial::Outcome {
                name: "score".into(),
                better: Better::Higher,
                role: None,
                margin: None,
                reliable_change: None,
                values: vec![1.0],
                n_measures: 1,
            }],
            ledger: Default::default(),
            scales: Vec::new(),
            summaries: None,
        };
        let study = Study::new(&trial, 0).expect("an outcome");
        let estimate = crate::model::Estimate { estimate: 1.0, se: 1.0, df: 9.0 };
        let compared = Compared::Arms { arm: 1, against: 0, at: None };
        let family = (FamilyKind::ArmsOverall, crate::model::Family::of(1));
        in_family(&study, family, &[(compared, estimate)]).remove(0)
    }

    #[test]
    fn a_claim_needs_all_its_parts_and_falls_with_one() {
        use Reading::{Contradicted, NotShown, Supported};
        assert_eq!(of(&[Supported, Supported], true), Supported);
        assert_eq!(of(&[Supported], false), NotShown);
        assert_eq!(of(&[Supported, NotShown], true), NotShown);
        assert_eq!(of(&[Supported, Contradicted], true), Contradicted);
        assert_eq!(of(&[], true), NotShown);
    }
}
