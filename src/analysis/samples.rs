//! Available cases for ranks and effect sizes: every participant with the values that a comparison needs.

use crate::analysis::comparisons::contrasts::{MANY_LEVELS, pairs};
use crate::analysis::study::Study;
use crate::model::ranks::RankValue;

impl Study<'_> {
    fn is_in(&self, participant: usize, arm: Option<usize>) -> bool {
        let own = self.trial.arm.get(participant).copied();
        arm.is_none_or(|arm| own == u32::try_from(arm).ok())
    }

    /// Everybody of an arm (`None`: of all) who has all the values asked for, a row each.
    pub fn rows(&self, arm: Option<usize>, occasions: &[usize]) -> Vec<Vec<f64>> {
        self.rows_with_gaps(arm, occasions).filter(|row| row.iter().all(|value| value.is_finite())).collect()
    }

    /// Everybody of an arm (`None`: of all), a row each; NaN where a value is missing. Nobody where only summaries came.
    pub fn rows_with_gaps(&self, arm: Option<usize>, occasions: &[usize]) -> impl Iterator<Item = Vec<f64>> {
        self.participants_of(arm).map(|p| occasions.iter().map(|&occasion| self.score(p, occasion)).collect())
    }

    /// Everybody of an arm (`None`: of all); nobody where only summaries came.
    fn participants_of(&self, arm: Option<usize>) -> impl Iterator<Item = usize> {
        let n = if self.trial.has_rows() { self.trial.ids.len() } else { 0 };
        (0..n).filter(move |&p| self.is_in(p, arm))
    }

    /// The values of an arm at an occasion.
    pub fn values(&self, arm: Option<usize>, occasion: usize) -> Vec<f64> {
        self.participants_of(arm).map(|p| self.score(p, occasion)).filter(|value| value.is_finite()).collect()
    }

    /// The changes of an arm, later minus earlier occasion.
    pub fn changes(&self, arm: Option<usize>, from: usize, to: usize) -> Vec<RankValue> {
        let scores = self.participants_of(arm).map(|p| (self.score(p, from), self.score(p, to)));
        scores
            .filter(|(from, to)| from.is_finite() && to.is_finite())
            .map(|(from, to)| RankValue::change(from, to))
            .collect()
    }

    /// Pairs of arms, (later, earlier), as indices of the trial; none where there are too many.
    pub fn arm_pairs(&self) -> Vec<(usize, usize)> {
        self.level_pairs(&self.arms)
    }

    /// Pairs of occasions, (later, earlier), as indices of the trial.
    pub fn occasion_pairs(&self) -> Vec<(usize, usize)> {
        self.level_pairs(&self.occasions)
    }

    /// Each arm, or all participants where there is one.
    pub fn arms_or_all(&self) -> Vec<Option<usize>> {
        if self.arms.len() > 1 { self.arms.iter().copied().map(Some).collect() } else { vec![None] }
    }

    fn level_pairs(&self, levels: &[usize]) -> Vec<(usize, usize)> {
        if levels.len() > MANY_LEVELS {
            return Vec::new();
        }
        pairs(levels.len()).filter_map(|(a, b)| Some((*levels.get(a)?, *levels.get(b)?))).collect()
    }
}
