use crate::analysis::comparisons::contrasts::{MANY_LEVELS, Over, over_arms, over_occasions};
use crate::analysis::comparisons::effects::effect::Effects;
use crate::analysis::comparisons::effects::lead::LEAD;
use crate::analysis::incomplete::available::everyone;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::equivalence::{RatioLimits, Together, fieller};
use crate::model::verdict::LastedVerdict;

/// What is left of each intervention's effect, at each occasion after the end of treatment.
#[derive(Clone, Debug)]
pub struct RetainedFractions {
    /// The occasion at which treatment had ended.
    pub end: usize,
    pub rows: Vec<Retained>,
}

impl RetainedFractions {
    /// Those that can be shown: of an effect that is shown at the end of treatment, between two limits.
    pub fn bounded<'a>(&'a self, effects: &'a Effects) -> impl Iterator<Item = &'a Retained> {
        let is_kept = |row: &&Retained| {
            let of = effects.lasted.iter().find(|of| (of.arm, of.against, of.to) == (row.arm, row.against, row.to));
            of.is_some_and(|of| of.verdict != LastedVerdict::NothingToKeep)
        };
        let is_bounded = |row: &&Retained| matches!(row.limits, Some(RatioLimits::Between { .. }));
        self.rows.iter().filter(move |row| is_kept(row) && is_bounded(row))
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retained {
    pub arm: usize,
    pub against: usize,
    pub to: usize,
    /// The later effect over the earlier.
    pub effects: Together,
    pub fraction: f64,
    pub limits: Option<RatioLimits>,
}

pub const RETAINED_FRACTION: Computation<RetainedFractions> = Computation { id: "retained_fraction", run: compute };

/// `None` without a control and an intervention, or without an occasion before and after the end of treatment.
fn compute(study: &Study<'_>) -> Option<RetainedFractions> {
    // What is left is asked of the effects that the answers name.
    let lead = study.result(&LEAD)?;
    let everyone = if lead.anyone { Some(everyone(study)?) } else { None };
    let grid = &lead.grid;
    let study = everyone.as_ref().unwrap_or(study);
    let place = |occasion: usize| study.occasions.iter().position(|&o| o == occasion);
    let end = study.trial.end_of_treatment?;
    let (first, post) = (place(study.trial.baseline?)?, place(end)?);
    let (control, interventions) = study.arms.split_first()?;
    if *control != 0
        || !study.trial.has_control
        || study.arms.len() > MANY_LEVELS
        || study.occasions.len() > MANY_LEVELS
    {
        return None;
    }
    let change = |later| over_occasions(grid, Over::Difference { later, earlier: first });
    let mut rows = Vec::new();
    for (later, &to) in study.occasions.iter().enumerate().filter(|(_, to)| **to > end) {
        for (at, &arm) in interventions.iter().enumerate() {
            let between = over_arms(grid, Over::Difference { later: at + 1, earlier: 0 });
            let effects = grid.together(&between, [&change(later), &change(post)]);
            let fraction = effects.numerator / effects.denominator;
            if fraction.is_finite() {
                rows.push(Retained {
                    arm,
                    against: 0,
                    to,
                    effects,
                    fraction,
                    limits: fieller(&effects, study.trial.plan.level),
                });
            }
        }
    }
    (!rows.is_empty()).then_some(RetainedFractions { end, rows })
}
