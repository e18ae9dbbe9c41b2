use crate::analysis::anova::oneway_anova::compute::groups;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, pairs};
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::result::Computation;
use crate::analysis::study::{POST, Part, Study};
use crate::model::equivalence::{Tost, pooled, tost, welch};
use crate::model::unequal::Group;
use crate::model::verdict::{ALPHA, is_significant};
use crate::model::{Estimate, t_critical};
use crate::notice::{Arg, Message, Problem};
use crate::trial::{Better, Margin, MarginUnit};

/// What is tested where the Plan has no margin.
const DEFAULT: Margin = Margin { value: 0.5, unit: MarginUnit::Sd };

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

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginUsed {
    /// In points, positive.
    pub value: f64,
    /// As the Plan has it, or the default.
    pub set: Margin,
    pub is_default: bool,
    /// The SD that its unit may be; NaN where there is none.
    pub sd: f64,
    /// The occasion of that SD.
    pub at: usize,
}

/// An estimate against the margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    pub estimate: Estimate,
    pub tost: Tost,
    /// The 90 % interval.
    pub low: f64,
    pub high: f64,
}

impl Against {
    fn new(estimate: Estimate, margin: f64) -> Self {
        let (low, high) = estimate.interval(t_critical(2.0 * ALPHA, estimate.df));
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

/// What is said of a change since the end of treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasted {
    /// A loss as large as the margin is ruled out.
    Maintained,
    /// Ruled out as well, though a smaller loss is shown.
    SmallLoss,
    /// A loss is shown, and one as large as the margin is not ruled out.
    Lost,
    CannotTell,
}

impl Lasted {
    /// NaN is no evidence.
    pub fn of(p_not_worse: f64, worse: bool) -> Self {
        match (is_significant(p_not_worse), worse) {
            (true, false) => Self::Maintained,
            (true, true) => Self::SmallLoss,
            (false, true) => Self::Lost,
            (false, false) => Self::CannotTell,
        }
    }

    pub fn is_maintained(self) -> bool {
        matches!(self, Self::Maintained | Self::SmallLoss)
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
    pub lasted: Lasted,
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

/// The margin in points; `None` where it goes without saying that there is none: no arm has two participants.
fn margin(study: &Study<'_>) -> Option<Result<MarginUsed, Problem>> {
    let at = study.occasions.first().copied().unwrap_or(0);
    let (sd, df) = sd_at(study, at);
    let set = study.outcome.margin.unwrap_or(DEFAULT);
    let value = match set.unit {
        MarginUnit::Raw => set.value,
        MarginUnit::Sd => set.value * sd,
    };
    let outcome = &study.outcome.name;
    if !(set.value > 0.0 && set.value.is_finite()) {
        let message =
            Message::new("margin-not-positive").with("outcome", outcome).with("margin", Arg::Value(set.value));
        return Some(Err(Problem::warning(message)));
    }
    if !(value > 0.0 && value.is_finite()) {
        if df == 0.0 {
            return None;
        }
        let message =
            Message::new("margin-without-sd").with("outcome", outcome).with("occasion", study.occasion_name(at));
        return Some(Err(Problem::warning(message)));
    }
    Some(Ok(MarginUsed { value, set, is_default: study.outcome.margin.is_none(), sd, at }))
}

/// The groups of the arms at an occasion, everybody with a value there, and each one's arm.
fn groups_at(study: &Study<'_>, at: usize) -> Vec<(usize, Group)> {
    let part = study.part(Part { occasions: Some(vec![at]), plain: true, ..Part::default() });
    let of =
        |part: &Study<'_>| groups(part).into_iter().enumerate().map(|(place, g)| (part.arm_at(place), g)).collect();
    part.as_deref().map(of).unwrap_or_default()
}

/// The SD at an occasion, pooled within arms, NaN where there is none; and its degrees of freedom.
fn sd_at(study: &Study<'_>, at: usize) -> (f64, f64) {
    let groups = groups_at(study, at);
    let varying = || groups.iter().map(|(_, group)| group).filter(|group| group.n > 1.0);
    let squares: f64 = varying().map(|group| (group.n - 1.0) * group.variance).sum();
    let df: f64 = varying().map(|group| group.n - 1.0).sum();
    let variance = squares / df;
    (if variance > 0.0 { variance.sqrt() } else { f64::NAN }, df)
}

/// The comparisons of later occasions with the end of treatment, within each arm.
fn changes_since_post(study: &Study<'_>) -> Vec<Comparison> {
    let Some(result) = pairwise::leading(study) else { return Vec::new() };
    let rows = if study.arms.len() > 1 { &result.occasions_within } else { &result.occasions };
    let is_later = |row: &Comparison| matches!(row.compared, Compared::Occasions { from: POST, to, .. } if to > POST);
    rows.iter().filter(|row| is_later(row)).cloned().collect()
}

fn kept(study: &Study<'_>, margin: &MarginUsed, comparison: Comparison) -> Option<Kept> {
    let Compared::Occasions { from, to, arm } = comparison.compared else { return None };
    let estimate = Estimate { estimate: comparison.estimate, se: comparison.se, df: comparison.df };
    let against = Against::new(estimate, margin.value);
    let p_not_worse = against.p_not_worse(study.outcome.better);
    let downward = match study.outcome.better {
        Better::Higher => comparison.estimate < 0.0,
        Better::Lower => comparison.estimate > 0.0,
    };
    let worse = downward && judged(&comparison, study.trial.plan.adjust).is_shown();
    Some(Kept { arm, from, to, comparison, against, p_not_worse, lasted: Lasted::of(p_not_worse, worse) })
}

fn arms_at(study: &Study<'_>, margin: &MarginUsed, at: usize) -> Vec<ArmEquivalence> {
    let groups = groups_at(study, at);
    if groups.len() > MANY_LEVELS {
        return Vec::new();
    }
    let test = |(later, earlier): (usize, usize)| {
        let ((arm, later), (against, earlier)) = (groups.get(later)?, groups.get(earlier)?);
        let equal = Against::new(pooled(later, earlier), margin.value);
        let welch = Against::new(welch(later, earlier), margin.value);
        Some(ArmEquivalence { arm: *arm, against: *against, at, equal, welch })
    };
    pairs(groups.len()).filter_map(test).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_test_says_maintained_or_lost() {
        assert_eq!(Lasted::of(0.3, false), Lasted::CannotTell);
        assert_eq!(Lasted::of(f64::NAN, false), Lasted::CannotTell);
        assert_eq!(Lasted::of(0.3, true), Lasted::Lost);
        assert_eq!(Lasted::of(0.01, false), Lasted::Maintained);
        assert_eq!(Lasted::of(0.01, true), Lasted::SmallLoss);
    }
}
