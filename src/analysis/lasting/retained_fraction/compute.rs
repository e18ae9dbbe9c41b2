use crate::analysis::comparisons::contrasts::{MANY_LEVELS, Over, over_arms, over_occasions};
use crate::analysis::lasting::equivalence::compute::POST;
use crate::analysis::result::Computation;
use crate::analysis::study::{LEVEL, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::equivalence::{RatioLimits, Together, fieller};
use crate::report::Section;

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
pub fn compute(study: &Study<'_>) -> Option<RetainedFractions> {
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

impl Findings for Shown<'_, '_, RetainedFractions> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let study = self.study;
        for row in &self.found.rows {
            let occasions = format!("{} / {}", study.occasion_name(row.to), study.occasion_name(POST));
            let arms = format!("{} - {}", study.arm_name(row.arm), study.arm_name(row.against));
            let mut out = Numbers::new("retained_fraction", format!("({occasions}) x ({arms})"), out);
            out.add("fraction", row.fraction);
            out.add("df", row.effects.df);
            match row.limits {
                Some(RatioLimits::Between { low, high }) => {
                    out.add("fraction_ci95_low", low);
                    out.add("fraction_ci95_high", high);
                }
                Some(RatioLimits::Outside { below, above }) => {
                    out.add("fraction_ci95_up_to", below);
                    out.add("fraction_ci95_from", above);
                }
                Some(RatioLimits::Everything) | None => {}
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        crate::analysis::lasting::sections::retained(self.found, display).into_iter().collect()
    }
}
