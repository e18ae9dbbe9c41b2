//! Counts of participants by arm and occasion, and the characteristics of each arm before treatment. Nothing here is
//! tested: in a randomised trial a difference before treatment is chance.

use crate::num::describe::describe;
use crate::trial::{CharacteristicValues, Outcome, Trial};

/// Participants measured on an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// An index into the trial's outcomes; `None` where all outcomes have the same counts.
    pub outcome: Option<usize>,
    /// One for each arm, in the trial's order.
    pub arms: Vec<ArmFlow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArmFlow {
    pub n: usize,
    /// With every value at each occasion.
    pub measured: Vec<usize>,
    /// With every value at every occasion.
    pub complete: usize,
}

/// What an arm was like before treatment.
#[derive(Clone, Debug, PartialEq)]
pub struct BaselineRow {
    pub name: BaselineName,
    /// One for each arm, in the trial's order.
    pub arms: Vec<BaselineValue>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaselineName {
    /// A column of the file.
    Column(String),
    /// A level of the column before it.
    Level(String),
    /// An outcome at the occasion before treatment; indices into the trial's.
    Outcome { outcome: usize, occasion: usize },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BaselineValue {
    /// Heads the rows of its levels.
    Head,
    Numbers {
        n: usize,
        mean: f64,
        sd: f64,
    },
    /// So many of those with a value.
    Level {
        count: usize,
        of: usize,
    },
}

impl BaselineValue {
    /// The difference of two arms in standard deviations, the square root of the mean of the two variances; NaN where it has
    /// none (Austin, 2009, <https://doi.org/10.1002/sim.3697>).
    pub fn standardised_difference(self, against: Self) -> f64 {
        let (difference, variances) = match (self, against) {
            (Self::Numbers { mean, sd, .. }, Self::Numbers { mean: other, sd: other_sd, .. }) => {
                (mean - other, [sd * sd, other_sd * other_sd])
            }
            (Self::Level { count, of }, Self::Level { count: other, of: other_of }) => {
                let (share, other) = (count as f64 / of as f64, other as f64 / other_of as f64);
                (share - other, [share * (1.0 - share), other * (1.0 - other)])
            }
            _ => return f64::NAN,
        };
        let sd = ((variances[0] + variances[1]) / 2.0).sqrt();
        if sd > 0.0 { difference / sd } else { f64::NAN }
    }
}

/// The counts: of all outcomes together where they are the same, else of each.
pub fn flow(trial: &Trial) -> Vec<Flow> {
    let all: Vec<Vec<ArmFlow>> = trial.outcomes.iter().map(|outcome| of_outcome(trial, outcome)).collect();
    match all.split_first() {
        Some((first, rest)) if rest.iter().all(|other| other == first) => {
            vec![Flow { outcome: None, arms: first.clone() }]
        }
        _ => (0..).zip(all).map(|(outcome, arms)| Flow { outcome: Some(outcome), arms }).collect(),
    }
}

fn of_outcome(trial: &Trial, outcome: &Outcome) -> Vec<ArmFlow> {
    let each = trial.n_within().max(1);
    let has = |participant: usize, occasion: usize| {
        let values = outcome.of(participant).get(occasion * each..(occasion + 1) * each);
        values.is_some_and(|values| values.iter().all(|value| value.is_finite()))
    };
    let occasions = trial.occasions.len();
    let of_arm = |arm: usize| {
        let people: Vec<usize> = members(trial, arm).collect();
        ArmFlow {
            n: people.len(),
            measured: (0..occasions).map(|at| people.iter().filter(|&&p| has(p, at)).count()).collect(),
            complete: people.iter().filter(|&&p| (0..occasions).all(|at| has(p, at))).count(),
        }
    };
    (0..trial.arms.len()).map(of_arm).collect()
}

fn members(trial: &Trial, arm: usize) -> impl Iterator<Item = usize> {
    (0..trial.ids.len()).filter(move |&p| trial.arm.get(p).and_then(|&own| usize::try_from(own).ok()) == Some(arm))
}

/// The characteristics of the file, then each outcome before treatment.
pub fn baseline(trial: &Trial) -> Vec<BaselineRow> {
    let mut rows = Vec::new();
    for own in &trial.characteristics {
        match &own.values {
            CharacteristicValues::Numbers(values) => {
                let name = BaselineName::Column(own.name.clone());
                rows.push(BaselineRow { name, arms: numbers(trial, |p| values.get(p).copied()) });
            }
            CharacteristicValues::Levels { names, codes } => {
                let name = BaselineName::Column(own.name.clone());
                rows.push(BaselineRow { name, arms: vec![BaselineValue::Head; trial.arms.len()] });
                for (level, name) in names.iter().enumerate() {
                    let arms = (0..trial.arms.len()).map(|arm| share(trial, arm, codes, level)).collect();
                    rows.push(BaselineRow { name: BaselineName::Level(name.clone()), arms });
                }
            }
        }
    }
    if let Some(occasion) = trial.baseline {
        let each = trial.n_within().max(1);
        for (index, outcome) in trial.outcomes.iter().enumerate() {
            let score = |participant: usize| {
                let values = outcome.of(participant).get(occasion * each..(occasion + 1) * each)?;
                Some(values.iter().sum::<f64>() / each as f64)
            };
            let name = BaselineName::Outcome { outcome: index, occasion };
            rows.push(BaselineRow { name, arms: numbers(trial, score) });
        }
    }
    rows
}

fn numbers(trial: &Trial, value_of: impl Fn(usize) -> Option<f64>) -> Vec<BaselineValue> {
    let of_arm = |arm: usize| {
        let values: Vec<f64> = members(trial, arm).filter_map(&value_of).filter(|value| value.is_finite()).collect();
        let all = describe(&values);
        BaselineValue::Numbers { n: all.n, mean: all.mean, sd: all.sd }
    };
    (0..trial.arms.len()).map(of_arm).collect()
}

fn share(trial: &Trial, arm: usize, codes: &[Option<usize>], level: usize) -> BaselineValue {
    let own: Vec<usize> = members(trial, arm).filter_map(|p| codes.get(p).copied().flatten()).collect();
    BaselineValue::Level { count: own.iter().filter(|&&code| code == level).count(), of: own.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (60 − 40) / 20; and .5 against .3, (.5 − .3) / √((.25 + .21) / 2).
    #[test]
    fn a_difference_is_taken_in_standard_deviations() {
        let numbers = |mean| BaselineValue::Numbers { n: 10, mean, sd: 20.0 };
        assert_eq!(numbers(60.0).standardised_difference(numbers(40.0)), 1.0);
        let level = |count| BaselineValue::Level { count, of: 10 };
        let difference = level(5).standardised_difference(level(3));
        assert!((difference - 0.2 / 0.23_f64.sqrt()).abs() < 1e-15);
        assert!(level(0).standardised_difference(level(0)).is_nan());
        assert!(BaselineValue::Head.standardised_difference(BaselineValue::Head).is_nan());
    }
}
