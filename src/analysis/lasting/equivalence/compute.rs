use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, pairs};
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::lasting::equivalence::margin::{MarginUsed, groups_at, margin};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::equivalence::{Tost, pooled, tost, welch};
use crate::model::verdict::{alpha_of, is_significant};
use crate::model::{Estimate, t_critical};
use crate::notice::{Message, Problem};
use crate::trial::Better;

/// Tests of one outcome against its margin.
#[derive(Clone, Debug)]
pub struct Equivalence {
    /// `None` where there is none to test against; the problems say why.
    pub margin: Option<MarginUsed>,
    pub better: Better,
    /// Changes since the end of treatment: for each later occasion, each arm (or all participants).
    pub kept: Vec<Kept>,
    /// Pairs of arms at each occasion.
    pub arms: Vec<ArmEquivalence>,
    pub problems: Vec<Problem>,
}

/// An estimate against the margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    pub estimate: Estimate,
    pub tost: Tost,
    /// The interval that goes with the two tests: 90 % at a level of 95 %.
    pub low: f64,
    pub high: f64,
}

impl Against {
    fn new(estimate: Estimate, margin: f64, alpha: f64) -> Self {
        let (low, high) = estimate.interval(t_critical(2.0 * alpha, estimate.df));
        Self { estimate, tost: tost(&estimate, margin), low, high }
    }

    /// The p of the test that rules out a difference of the margin or more to the worse.
    pub fn p_not_worse(&self, better: Better) -> f64 {
        match better {
            Better::Higher => self.tost.p_lower,
            Better::Lower => self.tost.p_upper,
        }
    }
}

/// What an arm's scores did since the end of treatment. Of the effect, which is between arms, it says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoresHeld {
    /// A loss as large as the margin is ruled out.
    Held,
    /// Ruled out as well, though a smaller loss is shown.
    SmallLoss,
    /// A loss is shown, and one as large as the margin is not ruled out.
    Worse,
    CannotTell,
}

impl ScoresHeld {
    /// NaN is no evidence.
    pub fn of(p_not_worse: f64, worse: bool, alpha: f64) -> Self {
        match (is_significant(p_not_worse, alpha), worse) {
            (true, false) => Self::Held,
            (true, true) => Self::SmallLoss,
            (false, true) => Self::Worse,
            (false, false) => Self::CannotTell,
        }
    }
}

/// The change of an arm since the end of treatment.
#[derive(Clone, Debug)]
pub struct Kept {
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub from: usize,
    pub to: usize,
    pub comparison: Comparison,
    pub against: Against,
    pub p_not_worse: f64,
    pub held: ScoresHeld,
}

/// Two arms at an occasion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmEquivalence {
    pub arm: usize,
    pub against: usize,
    pub at: usize,
    pub equal: Against,
    pub welch: Against,
}

pub const EQUIVALENCE: Computation<Equivalence> = Computation { id: "equivalence", run: compute };

/// `None` where there are neither two arms nor an occasion after the end of treatment.
fn compute(study: &Study<'_>) -> Option<Equivalence> {
    let better = study.outcome.better;
    let mut result = Equivalence { margin: None, better, kept: Vec::new(), arms: Vec::new(), problems: Vec::new() };
    let changes = changes_since_post(study);
    if changes.is_empty() && study.trial.arms.len() < 2 {
        return None;
    }
    let margin = match margin(study)? {
        Ok(margin) => margin,
        Err(problem) => {
            result.problems.push(problem);
            return Some(result);
        }
    };
    result.margin = Some(margin);
    result.kept = changes.into_iter().filter_map(|change| kept(study, &margin, change)).collect();
    result.arms = study.occasions.iter().flat_map(|&at| arms_at(study, &margin, at)).collect();
    if result.kept.is_empty() && result.arms.is_empty() {
        return None;
    }
    let without = result.kept.iter().map(|kept| kept.comparison.compared.term(study)).zip(&result.kept);
    let without: Vec<String> =
        without.filter(|(_, kept)| kept.against.estimate.se.is_nan()).map(|(term, _)| term).collect();
    if !without.is_empty() {
        result.problems.push(Problem::warning(Message::new("lasting-no-error").with("changes", without)));
    }
    Some(result)
}

/// The comparisons of later occasions with the end of treatment, within each arm.
fn changes_since_post(study: &Study<'_>) -> Vec<Comparison> {
    let Some(found) = pairwise::leading(study) else { return Vec::new() };
    let rows = if study.arms.len() > 1 { &found.occasions_within } else { &found.occasions };
    let Some(end) = study.trial.end_of_treatment else { return Vec::new() };
    let is_later = |row: &Comparison| match row.compared {
        Compared::Occasions { from, to, .. } => from == end && to > end,
        Compared::Arms { .. } | Compared::Change { .. } => false,
    };
    rows.iter().filter(|row| is_later(row)).cloned().collect()
}

fn kept(study: &Study<'_>, margin: &MarginUsed, comparison: Comparison) -> Option<Kept> {
    let Compared::Occasions { from, to, arm } = comparison.compared else { return None };
    let estimate = Estimate { estimate: comparison.estimate, se: comparison.se, df: comparison.df };
    let alpha = alpha_of(study.trial.plan.level);
    let against = Against::new(estimate, margin.value, alpha);
    let p_not_worse = against.p_not_worse(study.outcome.better);
    let downward = match study.outcome.better {
        Better::Higher => comparison.estimate < 0.0,
        Better::Lower => comparison.estimate > 0.0,
    };
    let worse = downward && judged(&comparison, &study.trial.plan).is_shown();
    Some(Kept { arm, from, to, comparison, against, p_not_worse, held: ScoresHeld::of(p_not_worse, worse, alpha) })
}

fn arms_at(study: &Study<'_>, margin: &MarginUsed, at: usize) -> Vec<ArmEquivalence> {
    let groups = groups_at(study, at);
    if groups.len() > MANY_LEVELS {
        return Vec::new();
    }
    let alpha = alpha_of(study.trial.plan.level);
    let test = |(later, earlier): (usize, usize)| {
        let ((arm, later), (against, earlier)) = (groups.get(later)?, groups.get(earlier)?);
        let equal = Against::new(pooled(later, earlier), margin.value, alpha);
        let welch = Against::new(welch(later, earlier), margin.value, alpha);
        Some(ArmEquivalence { arm: *arm, against: *against, at, equal, welch })
    };
    pairs(groups.len()).filter_map(test).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_test_says_held_or_worse() {
        assert_eq!(ScoresHeld::of(0.3, false, 0.05), ScoresHeld::CannotTell);
        assert_eq!(ScoresHeld::of(f64::NAN, false, 0.05), ScoresHeld::CannotTell);
        assert_eq!(ScoresHeld::of(0.3, true, 0.05), ScoresHeld::Worse);
        assert_eq!(ScoresHeld::of(0.01, false, 0.05), ScoresHeld::Held);
        assert_eq!(ScoresHeld::of(0.01, true, 0.05), ScoresHeld::SmallLoss);
    }
}
