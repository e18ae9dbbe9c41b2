use crate::analysis::comparisons::contrasts::{MANY_LEVELS, pairs};
use crate::analysis::result::Computation;
use crate::analysis::study::{Part, Study};
use crate::model::Term;
use crate::model::effects::Effect;
use crate::model::unequal::{Group, PairTest, RobustF, brown_forsythe, games_howell, welch};
use crate::notice::{Message, Problem};

/// The analysis of every occasion alone.
#[derive(Clone, Debug)]
pub struct OneWay {
    pub occasions: Vec<AtOccasion>,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug)]
pub struct AtOccasion {
    pub occasion: usize,
    pub effect: Effect,
    /// Where every arm has a variance.
    pub welch: Option<RobustF>,
    pub brown_forsythe: Option<RobustF>,
    /// Later arm, earlier arm (indices of the trial), and their comparison.
    pub pairs: Vec<(usize, usize, PairTest)>,
}

pub const ONEWAY_ANOVA: Computation<OneWay> = Computation { id: "oneway_anova", run: compute };

/// `None` with one arm.
pub fn compute(study: &Study<'_>) -> Option<OneWay> {
    if study.arms.len() < 2 {
        return None;
    }
    let mut result = OneWay { occasions: Vec::new(), problems: Vec::new() };
    for &occasion in &study.occasions {
        let part = Part { occasions: Some(vec![occasion]), plain: true, ..Part::default() };
        let Some(at) = study.part(part).as_ref().and_then(|part| at_occasion(part, occasion)) else { continue };
        if at.welch.is_none() {
            let message = Message::new("welch-without-variance").with("occasion", study.occasion_name(occasion));
            result.problems.push(Problem::warning(message));
        }
        result.occasions.push(at);
    }
    (!result.occasions.is_empty()).then_some(result)
}

fn at_occasion(part: &Study<'_>, occasion: usize) -> Option<AtOccasion> {
    let effect = part.linear.as_ref()?.effect(Term::Factors(1), 0)?;
    let groups = groups(part);
    let paired = if groups.len() > MANY_LEVELS { Vec::new() } else { pairs(groups.len()).collect() };
    let pairs = paired
        .into_iter()
        .filter_map(|(later, earlier)| {
            let test = games_howell(groups.get(later)?, groups.get(earlier)?, groups.len(), part.trial.plan.level)?;
            Some((part.arm_at(later), part.arm_at(earlier), test))
        })
        .collect();
    Some(AtOccasion { occasion, effect, welch: welch(&groups), brown_forsythe: brown_forsythe(&groups), pairs })
}

/// n, mean and variance of each arm of a part with one occasion; means relative to the shift that all share.
pub fn groups(part: &Study<'_>) -> Vec<Group> {
    part.cells
        .iter()
        .map(|cell| {
            let (n, each) = (cell.moments.n() as f64, cell.moments.d().max(1) as f64);
            let mean = cell.moments.mean_shifted().sum() / each;
            Group { n, mean, variance: cell.moments.cross_products().sum() / (each * each) / (n - 1.0) }
        })
        .collect()
}
