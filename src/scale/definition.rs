//! The definition of a questionnaire, from a key or from the user: its items by number, their range, and its scores.

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    pub name: String,
    /// Places of its items, from 0.
    pub items: Vec<usize>,
    /// Those of them that run the other way: `min + max − x`.
    pub reversed: Vec<usize>,
    /// Answers that count as others, for some of its items.
    pub recodes: Vec<Recode>,
    pub rule: ScoringRule,
    /// A mean of subscale means: how many of the items, in their order, each subscale has. Else empty.
    pub parts: Vec<usize>,
}

/// Answers that stand for other values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recode {
    pub items: Vec<usize>,
    /// Answer and value.
    pub values: Vec<(f64, f64)>,
}

/// How a score is made of its items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ScoringRule {
    #[default]
    Sum,
    Mean,
    /// Twice the sum: a short form on the scale of the long one.
    #[serde(rename = "sum-times-2")]
    SumTimes2,
    /// Four times the sum: on a scale of a hundred.
    #[serde(rename = "sum-times-4")]
    SumTimes4,
    /// The mean of each subscale, and of these the mean: each subscale counts alike, however many items it has.
    MeanOfSubscaleMeans,
}

/// The rules as key files name them.
pub const RULES: [(&str, ScoringRule); 5] = [
    ("sum", ScoringRule::Sum),
    ("mean", ScoringRule::Mean),
    ("sum-times-2", ScoringRule::SumTimes2),
    ("sum-times-4", ScoringRule::SumTimes4),
    ("mean-of-subscale-means", ScoringRule::MeanOfSubscaleMeans),
];

impl ScoringRule {
    /// The score of items whose mean is `mean`.
    pub fn of_mean(self, mean: f64, n_items: usize) -> f64 {
        let n = n_items as f64;
        match self {
            ScoringRule::Sum => mean * n,
            ScoringRule::Mean | ScoringRule::MeanOfSubscaleMeans => mean,
            ScoringRule::SumTimes2 => mean * n * 2.0,
            ScoringRule::SumTimes4 => mean * n * 4.0,
        }
    }
}

impl Score {
    /// Makes it the mean of the subscales' means: their items one after the other, turned as they are there, and those
    /// that it turns itself.
    pub fn take_subscales(&mut self, subscales: &[&Score]) {
        self.items = subscales.iter().flat_map(|own| own.items.iter().copied()).collect();
        self.parts = subscales.iter().map(|own| own.items.len()).collect();
        let turned = std::mem::take(&mut self.reversed);
        for &item in &self.items {
            let is_turned = turned.contains(&item) || subscales.iter().any(|own| own.reversed.contains(&item));
            if is_turned && !self.reversed.contains(&item) {
                self.reversed.push(item);
            }
        }
        for recode in subscales.iter().flat_map(|own| &own.recodes) {
            let is_known = |item: &usize| self.recodes.iter().any(|own| own.items.contains(item));
            if !recode.items.iter().all(is_known) {
                self.recodes.push(recode.clone());
            }
        }
    }

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

    /// The score of a row of answers as they count in it; NaN where too few of them are there.
    pub fn total(&self, row: &[f64], least_answered: f64) -> f64 {
        if self.rule == ScoringRule::MeanOfSubscaleMeans {
            let mut rest = row;
            let mut means = Vec::with_capacity(self.parts.len());
            for &n in &self.parts {
                let (part, others) = rest.split_at(n.min(rest.len()));
                means.push(total(ScoringRule::Mean, part, least_answered));
                rest = others;
            }
            // The mean of all subscales: one that is missing cannot be stood for by the others.
            return total(ScoringRule::Mean, &means, 1.0);
        }
        total(self.rule, row, least_answered)
    }

    /// The lowest and the highest score that the answers allow.
    pub fn limits(&self, range: Option<(f64, f64)>) -> Option<(f64, f64)> {
        let (low, high) = range?;
        let ends = |&item: &usize| {
            let recode = self.recodes.iter().find(|recode| recode.items.contains(&item));
            let values = recode.map_or_else(
                || vec![self.value(item, low, range), self.value(item, high, range)],
                |recode| recode.values.iter().map(|(_, to)| *to).collect(),
            );
            values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), &value| (a.min(value), b.max(value)))
        };
        let (lows, highs): (Vec<f64>, Vec<f64>) = self.items.iter().map(ends).unzip();
        Some((self.total(&lows, 1.0), self.total(&highs, 1.0)))
    }
}

fn total(rule: ScoringRule, row: &[f64], least_answered: f64) -> f64 {
    let answered: Vec<f64> = row.iter().copied().filter(|value| !value.is_nan()).collect();
    let enough = answered.len() as f64 >= least_answered * row.len() as f64 - 1e-9;
    if answered.is_empty() || !enough {
        return f64::NAN;
    }
    if answered.len() == row.len() && rule != ScoringRule::Mean {
        // Whole answers give a whole score, which a mean and its multiple may miss by a rounding.
        return rule.of_mean(1.0, 1) * answered.iter().sum::<f64>();
    }
    rule.of_mean(answered.iter().sum::<f64>() / answered.len() as f64, row.len())
}
