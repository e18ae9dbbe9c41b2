//! # Question
//! Which arms differ at an occasion, and which occasions differ within an arm?
//!
//! # Model
//! Contrasts of the cell means of the multivariate linear model; further factors weighted equally, covariates at their means.
//!
//! # Formulas
//! `t = c'M̄w/SE`. Separate error: `SE² = w'Σ̂w·c'(X'X)⁻¹c` on ν degrees of freedom. Pooled: the strata of the univariate
//! model, Satterthwaite where they mix. Unequal variances: Welch–Satterthwaite. Families: the arms over all occasions, the
//! arms at each occasion, the occasions over all arms, the occasions within each arm (SPSS `EMMEANS COMPARE`).
//!
//! # Assumptions
//! Normal residuals, independent participants; equal covariances in the arms but for unequal variances; sphericity only
//! for the pooled error.
//!
//! # Effect size
//! Hedges' g of arms at an occasion, by the SD pooled within the two arms.
//!
//! # Agreement with R
//! emmeans 1.8.4.1 on afex 1.2.1: `emmeans(a, ~ group | occasion, model = "multivariate")`, `model = "univariate"`.
//!
//! # References
//! - Maxwell, S. E., & Delaney, H. D. (2004). *Designing experiments and analyzing data* (2nd ed.), ch. 13. Erlbaum.
//! - Welch, B. L. (1947). The generalization of "Student's" problem. *Biometrika, 34*, 28–35.

use super::comparison::{Asked, Compared, Comparison, FamilyKind, compare};
use super::contrasts::{MANY_LEVELS, Over, contrast, pairs};
use super::outcome::leading_error;
use super::show::comparisons::{Frame, comparisons};
use super::study::Study;
use super::{Display, Findings, Number, Shown};
use crate::model::{ErrorTerm, Family, Grid};
use crate::notice::{Message, Problem};
use crate::report::Section;
use crate::trial::Adjust;

const ARMS: Frame = Frame {
    id: "comparisons-arms",
    title: "comparisons-arms-title",
    caption: "comparisons-arms-caption",
    family: "arms",
    with_g: true,
    open: false,
};
const WITHIN: Frame = Frame {
    id: "comparisons-within",
    title: "comparisons-within-title",
    caption: "comparisons-within-caption",
    family: "within",
    with_g: false,
    open: false,
};
const OVERALL: Frame = Frame {
    id: "comparisons-overall",
    title: "comparisons-marginal-title",
    caption: "comparisons-marginal-caption",
    family: "marginal",
    with_g: false,
    open: false,
};

/// The comparisons of arms and of occasions.
#[derive(Clone, Debug)]
pub struct Pairwise {
    pub error: ErrorTerm,
    /// Over all occasions; the only comparisons of arms where there is one occasion.
    pub arms: Vec<Comparison>,
    /// At each occasion in turn; empty with one occasion.
    pub arms_at: Vec<Comparison>,
    /// Over all arms; the only comparisons of occasions without arms.
    pub occasions: Vec<Comparison>,
    /// Within each arm in turn; empty without arms.
    pub occasions_within: Vec<Comparison>,
    pub problems: Vec<Problem>,
}

impl Pairwise {
    /// Every comparison, in the order of the fields.
    pub fn all(&self) -> impl Iterator<Item = &Comparison> {
        self.arms.iter().chain(&self.arms_at).chain(&self.occasions).chain(&self.occasions_within)
    }
}

/// `None` where there is nothing to compare, or where arms of unequal variances cannot be modelled.
pub fn compute(study: &Study<'_>, error: ErrorTerm) -> Option<Pairwise> {
    let grid = study.grid()?;
    let mut problems = Vec::new();
    let mut count = |levels: usize, id: &'static str| {
        if levels > MANY_LEVELS {
            problems.push(Problem::warning(Message::new(id).with("count", levels).with("most", MANY_LEVELS)));
        }
        if levels > MANY_LEVELS { 1 } else { levels }
    };
    let n_arms = count(study.arms.len(), "too-many-arms-to-pair");
    let n_occasions = count(study.occasions.len(), "too-many-occasions-to-pair");
    let plan = &study.trial.plan;
    if plan.adjust == Adjust::Closed && study.arms.len() != 3 && error == leading_error(plan) {
        problems.push(Problem::note(Message::new("closed-needs-three-arms").with("arms", study.arms.len())));
    }
    let pairing = Pairing { study, grid: &grid, error };
    let all_occasions = 0..if n_arms > 1 && study.occasions.len() > 1 { study.occasions.len() } else { 0 };
    let all_arms = 0..if n_occasions > 1 && study.arms.len() > 1 { study.arms.len() } else { 0 };
    let found = Pairwise {
        error,
        arms: pairing.arms(n_arms, None),
        arms_at: all_occasions.flat_map(|at| pairing.arms(n_arms, Some(at))).collect(),
        occasions: pairing.occasions(n_occasions, None),
        occasions_within: all_arms.flat_map(|arm| pairing.occasions(n_occasions, Some(arm))).collect(),
        problems,
    };
    let welch_fails = error == ErrorTerm::UnequalVariances && found.all().all(|row| row.se.is_nan());
    (found.all().next().is_some() && !welch_fails || !found.problems.is_empty()).then_some(found)
}

struct Pairing<'a> {
    study: &'a Study<'a>,
    grid: &'a Grid<'a>,
    error: ErrorTerm,
}

impl Pairing<'_> {
    /// Tukey–Kramer takes the arms' variances as equal; without that it would be Games–Howell, which has its own name.
    fn family(&self, levels: usize) -> Family {
        match self.error {
            ErrorTerm::Separate | ErrorTerm::Pooled => Family::pairs(levels),
            ErrorTerm::UnequalVariances => Family::of(Family::pairs(levels).size),
        }
    }

    fn arms(&self, n_arms: usize, at: Option<usize>) -> Vec<Comparison> {
        let study = self.study;
        let occasion = at.map(|at| study.occasion_at(at));
        let asked = pairs(n_arms).map(|(later, earlier)| Asked {
            compared: Compared::Arms { arm: study.arm_at(later), against: study.arm_at(earlier), at: occasion },
            contrast: contrast(self.grid.fit, Over::Difference { later, earlier }, at.map_or(Over::All, Over::At)),
        });
        let kind = occasion.map_or(FamilyKind::ArmsOverall, |occasion| FamilyKind::ArmsAt { occasion });
        compare(study, self.grid, self.error, (kind, self.family(n_arms)), asked.collect())
    }

    fn occasions(&self, n_occasions: usize, within: Option<usize>) -> Vec<Comparison> {
        let study = self.study;
        let arm = within.map(|within| study.arm_at(within));
        let asked = pairs(n_occasions).map(|(later, earlier)| Asked {
            compared: Compared::Occasions { from: study.occasion_at(earlier), to: study.occasion_at(later), arm },
            contrast: contrast(self.grid.fit, within.map_or(Over::All, Over::At), Over::Difference { later, earlier }),
        });
        let kind = arm.map_or(FamilyKind::OccasionsOverall, |arm| FamilyKind::OccasionsWithin { arm });
        compare(study, self.grid, self.error, (kind, self.family(n_occasions)), asked.collect())
    }
}

impl Findings for Shown<'_, Pairwise> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let method = match self.found.error {
            ErrorTerm::Separate => "pairwise",
            ErrorTerm::Pooled => "pairwise_pooled",
            ErrorTerm::UnequalVariances => "pairwise_unequal",
        };
        for row in self.found.all() {
            row.numbers(self.study, method, out);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        if self.found.error != leading_error(display.plan) {
            return Vec::new();
        }
        let one_occasion = self.found.arms_at.is_empty();
        let one_group = self.found.occasions_within.is_empty();
        let arms = if one_occasion { &self.found.arms } else { &self.found.arms_at };
        let within = if one_group { &self.found.occasions } else { &self.found.occasions_within };
        let overall = |rows: &[Comparison], left_out: bool| if left_out { Vec::new() } else { rows.to_vec() };
        let mut overall_rows = overall(&self.found.arms, one_occasion);
        overall_rows.extend(overall(&self.found.occasions, one_group));
        [
            comparisons(&ARMS, arms, display),
            comparisons(&WITHIN, within, display),
            comparisons(&OVERALL, &overall_rows, display),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn problems(&self) -> Vec<Problem> {
        self.found.problems.clone()
    }
}
