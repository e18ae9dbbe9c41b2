//! How much a design may ask for, so that every analysis ends while someone waits for it and fits into a browser's memory.
//!
//! Refused is what grows by products: each pair of arms is compared at each pair of occasions, of every outcome. What the
//! limits cost in time and memory stands in `docs/limits.md`.

use super::Plan;
use crate::notice::{Message, Problem};

/// More outcomes than this are not analysed together.
pub const MOST_OUTCOMES: usize = 200;
/// More measures of an outcome than this are not analysed.
pub const MOST_MEASURES: usize = 100;
/// More differences between arms in change, of all outcomes together, are not made.
pub const MOST_COMPARISONS: usize = 2_000;
/// More cells of arms and further factors, as many as their levels make, are not modelled.
pub const MOST_CELLS: usize = 1_000;
/// More factors beside arm and occasion are not modelled: their terms double with each.
pub const MOST_FACTORS: usize = 8;
/// More covariates than this are not adjusted for.
pub const MOST_COVARIATES: usize = 50;

/// What a design asks for, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DesignSize {
    /// One without arms.
    pub arms: usize,
    /// The numbers of levels of further between-participant factors; one each where they are not known.
    pub factors: Vec<usize>,
    pub covariates: usize,
    pub occasions: usize,
    /// The numbers of levels of further within factors.
    pub within: Vec<usize>,
    pub outcomes: usize,
}

impl DesignSize {
    /// As a Plan has it; levels that it leaves to a file count as one.
    pub fn of(plan: &Plan) -> Self {
        let within: Vec<usize> = plan.within.iter().map(|within| within.levels.len()).collect();
        let columns = plan.outcomes.first().map_or(0, |outcome| outcome.columns.len());
        let by_columns = || columns / product(&within);
        let occasions = Some(plan.occasions.len()).filter(|n| *n > 0).unwrap_or_else(by_columns);
        Self {
            arms: plan.arm.as_ref().map_or(1, |arm| arm.levels.len()),
            factors: vec![1; plan.factors.len()],
            covariates: plan.covariates.len(),
            occasions,
            within,
            outcomes: plan.outcomes.len(),
        }
    }

    /// Pairs of arms times pairs of occasions times outcomes, where one arm or occasion counts as one pair.
    pub fn comparisons(&self) -> usize {
        let pairs = |levels: usize| (levels.saturating_mul(levels.saturating_sub(1)) / 2).max(1);
        pairs(self.arms).saturating_mul(pairs(self.occasions)).saturating_mul(self.outcomes.max(1))
    }

    /// What is said of a design that asks for more than can be analysed.
    pub fn refusal(&self) -> Option<Problem> {
        let measures = self.occasions.max(1).saturating_mul(product(&self.within));
        let cells = self.arms.max(1).saturating_mul(product(&self.factors));
        let counts = [
            ("outcomes-too-many", self.outcomes, MOST_OUTCOMES),
            ("factors-too-many", self.factors.len().saturating_add(self.within.len()), MOST_FACTORS),
            ("measures-too-many", measures, MOST_MEASURES),
            ("cells-too-many", cells, MOST_CELLS),
            ("covariates-too-many", self.covariates, MOST_COVARIATES),
            ("comparisons-too-many", self.comparisons(), MOST_COMPARISONS),
        ];
        let (id, n, most) = counts.into_iter().find(|(_, n, most)| n > most)?;
        let message = Message::new(id).with("n", n).with("most", most);
        Some(Problem::error(match id {
            "comparisons-too-many" => {
                message.with("arms", self.arms).with("occasions", self.occasions).with("outcomes", self.outcomes)
            }
            _ => message,
        }))
    }
}

/// At least one, at most as large as a number can be.
fn product(levels: &[usize]) -> usize {
    levels.iter().fold(1, |n, levels| n.saturating_mul((*levels).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(arms: usize, occasions: usize, outcomes: usize) -> DesignSize {
        DesignSize { arms, occasions, outcomes, ..DesignSize::default() }
    }

    #[test]
    fn comparisons_by_hand() {
        assert_eq!(size(3, 3, 5).comparisons(), 3 * 3 * 5);
        assert_eq!(size(1, 3, 2).comparisons(), 6);
        assert_eq!(size(4, 1, 1).comparisons(), 6);
        // Beyond 32 bits, the count stays as large as a number can be.
        assert_eq!(size(usize::MAX, usize::MAX, 2).comparisons(), usize::MAX);
    }

    #[test]
    fn a_design_is_refused_by_its_first_excess() {
        let code = |size: DesignSize| size.refusal().map(|problem| problem.code());
        assert_eq!(code(size(4, 6, 22)), None);
        assert_eq!(code(size(1, 63, 1)), None);
        assert_eq!(code(size(50, 50, 1)), Some("comparisons-too-many"));
        assert_eq!(code(size(1_000, 2, 1)), Some("comparisons-too-many"));
        assert_eq!(code(size(2, 2, 201)), Some("outcomes-too-many"));
        assert_eq!(code(size(2, 101, 1)), Some("measures-too-many"));
        assert_eq!(code(DesignSize { within: vec![5, 21], ..size(2, 1, 1) }), Some("measures-too-many"));
        assert_eq!(code(DesignSize { factors: vec![200, 200], ..size(2, 2, 1) }), Some("cells-too-many"));
        assert_eq!(code(DesignSize { within: vec![1; 9], ..size(2, 1, 1) }), Some("factors-too-many"));
        assert_eq!(code(DesignSize { covariates: 51, ..size(2, 2, 1) }), Some("covariates-too-many"));
    }
}
