//! What a questionnaire is, whoever says so: its items by number, their range, and its scores.

use serde::{Deserialize, Serialize};

/// A questionnaire's items and scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// What every answer lies between; `None` where it is not known.
    pub range: Option<(f64, f64)>,
    pub n_items: usize,
    pub scores: Vec<Score>,
    /// The share of a score's items that must be answered; the mean of those answered stands for the others. 1: all.
    pub least_answered: f64,
}

/// One score: a subscale or the total.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub name: String,
    /// Places of its items, from 0.
    pub items: Vec<usize>,
    /// Those of them that run the other way: `min + max − x`.
    pub reversed: Vec<usize>,
    /// Answers that count as others, for some of its items.
    pub recodes: Vec<Recode>,
    pub rule: Rule,
}

/// Answers that stand for other values.
#[derive(Clone, Debug, PartialEq)]
pub struct Recode {
    pub items: Vec<usize>,
    /// Answer and value.
    pub values: Vec<(f64, f64)>,
}

/// How a score is made of its items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    #[default]
    Sum,
    Mean,
    /// Twice the sum: a short form on the scale of the long one.
    SumTimes2,
    /// Four times the sum: on a scale of a hundred.
    SumTimes4,
}

impl Rule {
    /// The score of items whose mean is `mean`.
    pub fn of_mean(self, mean: f64, n_items: usize) -> f64 {
        let n = n_items as f64;
        match self {
            Rule::Sum => mean * n,
            Rule::Mean => mean,
            Rule::SumTimes2 => mean * n * 2.0,
            Rule::SumTimes4 => mean * n * 4.0,
        }
    }
}

impl Score {
    /// What an answer counts as in this score; NaN where it counts as nothing.
    pub fn value(&self, item: usize, answer: f64, range: Option<(f64, f64)>) -> f64 {
        if let Some(recode) = self.recodes.iter().find(|recode| recode.items.contains(&item)) {
            return recode.values.iter().find(|(from, _)| *from == answer).map_or(f64::NAN, |(_, to)| *to);
        }
        match range {
            Some((low, high)) if self.reversed.contains(&item) => low + high - answer,
            _ => answer,
        }
    }
}
