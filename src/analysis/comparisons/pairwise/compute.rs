use std::rc::Rc;

use crate::analysis::comparisons::compare::compare;
use crate::analysis::comparisons::comparison::{Compared, Comparison, FamilyKind};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, NamedContrast, Over, contrast, pairs};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::{ErrorTerm, Family, Grid};
use crate::notice::{Message, Problem};
use crate::trial::Adjust;

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

pub const SEPARATE: Computation<Pairwise> =
    Computation { id: "pairwise", run: |study| compute(study, ErrorTerm::Separate) };
pub const POOLED: Computation<Pairwise> =
    Computation { id: "pairwise_pooled", run: |study| compute(study, ErrorTerm::Pooled) };
pub const UNEQUAL: Computation<Pairwise> =
    Computation { id: "pairwise_unequal", run: |study| compute(study, ErrorTerm::UnequalVariances) };

/// By the error term that the report leads with.
pub fn leading(study: &Study<'_>) -> Option<Rc<Pairwise>> {
    study.result(&by(study.leading_error()))
}

pub const fn by(error: ErrorTerm) -> Computation<Pairwise> {
    match error {
        ErrorTerm::Separate => SEPARATE,
        ErrorTerm::Pooled => POOLED,
        ErrorTerm::UnequalVariances => UNEQUAL,
    }
}

/// `None` where there is nothing to compare, or where arms of unequal variances cannot be modelled.
fn compute(study: &Study<'_>, error: ErrorTerm) -> Option<Pairwise> {
    let grid = study.grid().filter(|grid| grid.offers(error))?;
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
    if plan.adjust == Adjust::Closed && study.arms.len() != 3 && error == study.leading_error() {
        problems.push(Problem::note(Message::new("closed-needs-three-arms").with("arms", study.arms.len())));
    }
    let pairing = Pairing { study, grid, error };
    let all_occasions = 0..if n_arms > 1 && study.occasions.len() > 1 { study.occasions.len() } else { 0 };
    let all_arms = 0..if n_occasions > 1 && study.arms.len() > 1 { study.arms.len() } else { 0 };
    let result = Pairwise {
        error,
        arms: pairing.arms(n_arms, None),
        arms_at: all_occasions.flat_map(|at| pairing.arms(n_arms, Some(at))).collect(),
        occasions: pairing.occasions(n_occasions, None),
        occasions_within: all_arms.flat_map(|arm| pairing.occasions(n_occasions, Some(arm))).collect(),
        problems,
    };
    let welch_fails = error == ErrorTerm::UnequalVariances && result.all().all(|row| row.se.is_nan());
    (result.all().next().is_some() && !welch_fails || !result.problems.is_empty()).then_some(result)
}

struct Pairing<'a, 's> {
    study: &'a Study<'s>,
    grid: &'a Grid,
    error: ErrorTerm,
}

impl Pairing<'_, '_> {
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
        let asked = pairs(n_arms).map(|(later, earlier)| NamedContrast {
            compared: Compared::Arms { arm: study.arm_at(later), against: study.arm_at(earlier), at: occasion },
            contrast: contrast(self.grid, Over::Difference { later, earlier }, at.map_or(Over::All, Over::At)),
        });
        let kind = occasion.map_or(FamilyKind::ArmsOverall, |occasion| FamilyKind::ArmsAt { occasion });
        compare(study, self.grid, self.error, (kind, self.family(n_arms)), asked.collect())
    }

    fn occasions(&self, n_occasions: usize, within: Option<usize>) -> Vec<Comparison> {
        let study = self.study;
        let arm = within.map(|within| study.arm_at(within));
        let asked = pairs(n_occasions).map(|(later, earlier)| NamedContrast {
            compared: Compared::Occasions { from: study.occasion_at(earlier), to: study.occasion_at(later), arm },
            contrast: contrast(self.grid, within.map_or(Over::All, Over::At), Over::Difference { later, earlier }),
        });
        let kind = arm.map_or(FamilyKind::OccasionsOverall, |arm| FamilyKind::OccasionsWithin { arm });
        compare(study, self.grid, self.error, (kind, self.family(n_occasions)), asked.collect())
    }
}
