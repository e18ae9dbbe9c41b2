//! A comparison: what is compared, by how much, and its p-values and intervals under every adjustment.

use crate::analysis::study::Study;
use crate::model::{Adjust, Estimate, Family};
use crate::trial::Trial;

/// What is compared, later − earlier throughout. Arms and occasions are indices into the trial's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Two arms, at one occasion or (`None`) over all of them.
    Arms { arm: usize, against: usize, at: Option<usize> },
    /// Two occasions, within one arm or (`None`) over all of them.
    Occasions { from: usize, to: usize, arm: Option<usize> },
    /// The change from one occasion to another, in one arm against another.
    Change { from: usize, to: usize, arm: usize, against: usize },
}

/// The comparisons that are adjusted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyKind {
    ArmsOverall,
    ArmsAt {
        occasion: usize,
    },
    OccasionsOverall,
    OccasionsWithin {
        arm: usize,
    },
    /// Every difference in change.
    Changes,
}

/// A row of a table of comparisons. A number that cannot be given is NaN.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub compared: Compared,
    pub kind: FamilyKind,
    pub family: Family,
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
    pub t: f64,
    /// Unadjusted, two-sided.
    pub p: f64,
    /// The 95 % interval of this comparison alone.
    pub ci_low: f64,
    pub ci_high: f64,
    pub bonferroni: Adjusted,
    pub holm: Adjusted,
    pub sidak: Adjusted,
    /// Defined where the family is all pairs of its means.
    pub tukey: Adjusted,
    pub bh: Adjusted,
    pub jointly: Jointly,
    pub size: Sizes,
}

/// A p-value for the family, and the 95 % limits that hold for all of it at once, where that adjustment has such limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    /// NaN where the adjustment is not defined for the family.
    pub p: f64,
    pub ci: Option<(f64, f64)>,
}

impl Adjusted {
    pub const NONE: Self = Self { p: f64::NAN, ci: None };

    /// A p that is cut at one, and the limits at that critical value where there is one.
    pub fn new(p: f64, estimate: &Estimate, critical: Option<f64>) -> Self {
        let ci = critical.map(|critical| estimate.interval(critical));
        Self { p: if p > 1.0 { 1.0 } else { p }, ci: ci.filter(|(low, high)| low.is_finite() && high.is_finite()) }
    }
}

/// What these adjustments make of one comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jointly {
    /// With the control; else Bonferroni among the comparisons without it.
    pub dunnett: Adjusted,
    pub scheffe: Adjusted,
    pub closed: Adjusted,
}

impl Jointly {
    pub const NONE: Self = Self { dunnett: Adjusted::NONE, scheffe: Adjusted::NONE, closed: Adjusted::NONE };
}

/// Standardised differences; NaN where a definition does not apply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Arms at an occasion: estimate / SD there, pooled within the two arms. Change: estimate / SD at the first occasion,
    /// pooled within all arms. Both times Hedges' exact J.
    pub hedges_g: f64,
    /// Change: Morris (2008): estimate / SD of the two arms at the earlier occasion × `1 − 3/(4df − 1)`.
    pub d_ppc2: f64,
}

impl Comparison {
    /// The p-value of an adjustment, and its simultaneous limits where it has them.
    pub fn adjusted(&self, by: Adjust) -> Adjusted {
        match by {
            Adjust::None => Adjusted { p: self.p, ci: Some((self.ci_low, self.ci_high)) },
            Adjust::Bonferroni => self.bonferroni,
            Adjust::Holm => self.holm,
            Adjust::Sidak => self.sidak,
            Adjust::Tukey => self.tukey,
            Adjust::BenjaminiHochberg => self.bh,
            Adjust::Dunnett => self.jointly.dunnett,
            Adjust::Scheffe => self.jointly.scheffe,
            Adjust::Closed => self.jointly.closed,
        }
    }
}

impl Compared {
    /// `A - control | pre`, `post - pre | A`, `(post - pre) x (A - control)`; plain where it is over all.
    pub fn term_in(&self, trial: &Trial) -> String {
        let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        let arm_name = |arm| name(&trial.arms, arm);
        let occasion_name = |occasion| name(&trial.occasions, occasion);
        let arms = |arm, against| format!("{} - {}", arm_name(arm), arm_name(against));
        let occasions = |from, to| format!("{} - {}", occasion_name(to), occasion_name(from));
        match *self {
            Compared::Arms { arm, against, at: None } => arms(arm, against),
            Compared::Arms { arm, against, at: Some(at) } => {
                format!("{} | {}", arms(arm, against), occasion_name(at))
            }
            Compared::Occasions { from, to, arm: None } => occasions(from, to),
            Compared::Occasions { from, to, arm: Some(arm) } => {
                format!("{} | {}", occasions(from, to), arm_name(arm))
            }
            Compared::Change { from, to, arm, against } => {
                format!("({}) x ({})", occasions(from, to), arms(arm, against))
            }
        }
    }

    /// The same of a study's trial.
    pub fn term(&self, study: &Study<'_>) -> String {
        self.term_in(study.trial)
    }
}
