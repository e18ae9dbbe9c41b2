use crate::analysis::comparisons::contrasts::{MANY_LEVELS, Over, over_arms, over_occasions};
use crate::analysis::result::Computation;
use crate::analysis::study::{LEVEL, POST, Study};
use crate::model::equivalence::{RatioLimits, Together, fieller};

/// What is left of each intervention's effect, at each occasion after the end of treatment.
#[derive(Clone, Debug)]
pub struct RetainedFractions {
    pub rows: Vec<Retained>,
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
    let grid = study.grid()?;
    let place = |occasion: usize| study.occasions.iter().position(|&o| o == occasion);
    let (first, post) = (place(0)?, place(POST)?);
    let (control, interventions) = study.arms.split_first()?;
    if *control != 0 || study.arms.len() > MANY_LEVELS || study.occasions.len() > MANY_LEVELS {
        return None;
    }
    let change = |later| over_occasions(grid, Over::Difference { later, earlier: first });
    let mut rows = Vec::new();
    for (later, &to) in study.occasions.iter().enumerate().filter(|(_, to)| **to > POST) {
        for (at, &arm) in interventions.iter().enumerate() {
            let between = over_arms(grid, Over::Difference { later: at + 1, earlier: 0 });
            let effects = grid.together(&between, [&change(later), &change(post)]);
            let fraction = effects.numerator / effects.denominator;
            if fraction.is_finite() {
                rows.push(Retained { arm, against: 0, to, effects, fraction, limits: fieller(&effects, LEVEL) });
            }
        }
    }
    (!rows.is_empty()).then_some(RetainedFractions { rows })
}
