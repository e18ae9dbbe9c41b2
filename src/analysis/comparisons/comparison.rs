//! A comparison: what is compared, by how much, and its p-values and intervals under every adjustment.

use crate::analysis::comparisons::joint_adjust::{Jointly, Rows, n_places, with_control};
use crate::analysis::study::{LEVEL, Study};
use crate::model::adjust::Tested;
use crate::model::{Adjust, Contrast, ErrorTerm, Estimate, Family, Grid};
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

/// A contrast that is to be compared, before its family is known.
pub struct Asked {
    pub compared: Compared,
    pub contrast: Contrast,
}

/// The comparisons of one family.
pub fn compare(
    study: &Study<'_>,
    grid: &Grid,
    error: ErrorTerm,
    (kind, family): (FamilyKind, Family),
    asked: Vec<Asked>,
) -> Vec<Comparison> {
    let estimates: Vec<Estimate> = asked.iter().map(|asked| grid.estimate(&asked.contrast, error)).collect();
    let jointly = Rows { study, grid, error, asked: &asked, estimates: &estimates }.adjust();
    let estimated: Vec<(Compared, Estimate)> =
        asked.iter().map(|asked| asked.compared).zip(estimates.iter().copied()).collect();
    let mut rows = in_family(study, (kind, family), &estimated);
    for (row, jointly) in rows.iter_mut().zip(jointly) {
        row.family.one_error = error != ErrorTerm::UnequalVariances;
        row.jointly = jointly;
    }
    rows
}

/// Estimates as the comparisons of one family, wherever their standard errors are from. What takes one error for all of
/// them is left out.
pub fn in_family(
    study: &Study<'_>,
    (kind, family): (FamilyKind, Family),
    estimated: &[(Compared, Estimate)],
) -> Vec<Comparison> {
    let of_arms = !matches!(kind, FamilyKind::OccasionsOverall | FamilyKind::OccasionsWithin { .. });
    let family = Family {
        with_control: estimated.iter().filter(|(compared, _)| with_control(compared)).count(),
        arms: if of_arms { study.arms.len() } else { 0 },
        places: n_places(estimated.iter().map(|(compared, _)| compared)),
        ..family
    };
    let tested: Vec<Tested> =
        estimated.iter().map(|(_, found)| Tested { t: found.t(), df: found.df, p: found.p() }).collect();
    let p_values = |by| study.with_quantiles(|quantiles| family.p_values(by, &tested, quantiles));
    let all = [Adjust::Bonferroni, Adjust::Holm, Adjust::Sidak, Adjust::Tukey, Adjust::BenjaminiHochberg]
        .map(|by| (by, p_values(by)));
    let mut rows = Vec::with_capacity(estimated.len());
    for (row, ((compared, estimate), tested)) in estimated.iter().zip(&tested).enumerate() {
        let limits = |by| {
            let critical = study.with_quantiles(|quantiles| family.critical(by, estimate.df, LEVEL, quantiles));
            critical
                .map(|critical| estimate.interval(critical))
                .filter(|(low, high)| low.is_finite() && high.is_finite())
        };
        let [bonferroni, holm, sidak, tukey, bh] =
            all.each_ref().map(|(by, p)| Adjusted { p: p.get(row).copied().unwrap_or(f64::NAN), ci: limits(*by) });
        let (ci_low, ci_high) = limits(Adjust::None).unwrap_or((f64::NAN, f64::NAN));
        rows.push(Comparison {
            compared: *compared,
            kind,
            family,
            estimate: estimate.estimate,
            se: estimate.se,
            df: estimate.df,
            t: tested.t,
            p: tested.p,
            ci_low,
            ci_high,
            bonferroni,
            holm,
            sidak,
            tukey,
            bh,
            jointly: Jointly::NONE,
            size: crate::analysis::comparisons::standardised::sizes(study, compared, estimate.estimate),
        });
    }
    rows
}
