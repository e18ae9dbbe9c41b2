//! The statistics of a permutation of whole participants between arms.
//!
//! # Formulas
//! Scores are centred at each participant's mean, and occasions at their grand means. Their sum of squares T does not
//! depend on the labels; that of the arms' means, `B = Σ nₐ|mₐ|²`, does. The interaction of the split plot is
//! `F = (B/(a − 1)) / ((T − B)/(N − a))`, which rises with B. Of a contrast of occasions: `t² = d²/(s²(1/nₐ + 1/n_b))`
//! with `s² = (T_w − B_w)/(N − a)`, its variance pooled within all arms.

use super::PermutationStatistic;
use super::sample::{MeanDifference, Sample};
use crate::model::ROUNDING;

/// The permutation test of the split plot, with the sums of squares that no permutation changes.
#[derive(Clone, Debug)]
pub struct SplitPlotPermutation<'a> {
    sample: &'a Sample,
    differences: &'a [MeanDifference],
    total: f64,
    /// For each pair of occasions that is compared: later, earlier, the sum of squares of their difference.
    changes: Vec<(usize, usize, f64)>,
    /// For each difference, its place in `changes`.
    change_of: Vec<usize>,
    df_error: f64,
}

/// The statistics of one arrangement.
#[derive(Clone, Debug, Default)]
pub struct SplitPlotStatistics {
    /// B/T, between 0 and 1.
    pub share: f64,
    /// The t of each difference.
    pub changes: Vec<PermutationStatistic>,
    means: Vec<f64>,
    left: Vec<f64>,
}

impl SplitPlotStatistics {
    /// The share of the largest |t|: all have the same degrees of freedom.
    pub fn largest(&self) -> f64 {
        self.changes.iter().fold(0.0, |most, tested| tested.share.max(most))
    }
}

impl<'a> SplitPlotPermutation<'a> {
    /// `differences` are differences in change.
    pub fn new(sample: &'a Sample, differences: &'a [MeanDifference]) -> Self {
        let mut changes: Vec<(usize, usize, f64)> = Vec::new();
        let mut change_of = Vec::with_capacity(differences.len());
        for difference in differences {
            let (to, from) = (difference.to, difference.from.unwrap_or(difference.to));
            let known = changes.iter().position(|change| (change.0, change.1) == (to, from));
            change_of.push(known.unwrap_or_else(|| {
                let ss = sample.at(to).zip(sample.at(from)).map(|(a, b)| (a - b) * (a - b)).sum();
                changes.push((to, from, ss));
                changes.len() - 1
            }));
        }
        let total = sample.rows().map(about_mean).sum();
        Self { sample, differences, total, changes, change_of, df_error: sample.n() as f64 - sample.n_arms as f64 }
    }

    /// F of the interaction from B/T.
    pub fn f(&self, share: f64) -> f64 {
        let within = 1.0 - share;
        let within = if within > ROUNDING { within } else { 0.0 };
        share / (self.sample.n_arms as f64 - 1.0) / (within / self.df_error)
    }

    /// Whether there is anything to test: some variance, and error degrees of freedom.
    pub fn is_testable(&self) -> bool {
        self.total > 0.0 && self.df_error > 0.0 && self.sample.n_arms > 1 && self.sample.n_occasions > 1
    }

    pub fn at(&self, labels: &[u32], statistics: &mut SplitPlotStatistics) {
        let (sample, width) = (self.sample, self.sample.n_occasions);
        sample.means(labels, &mut statistics.means);
        let arms = || statistics.means.chunks_exact(width.max(1)).zip(&sample.sizes);
        statistics.share = arms().map(|(means, size)| size * about_mean(means)).sum::<f64>() / self.total;
        statistics.left.clear();
        for (to, from, ss) in &self.changes {
            let between: f64 = arms()
                .map(|(means, size)| {
                    let change = means.get(*to).copied().unwrap_or(0.0) - means.get(*from).copied().unwrap_or(0.0);
                    size * change * change
                })
                .sum();
            let left = ss - between;
            statistics.left.push(if left > ROUNDING * ss { left } else { 0.0 });
        }
        statistics.changes.clear();
        for (difference, change) in self.differences.iter().zip(&self.change_of) {
            let size = |arm: usize| sample.sizes.get(arm).copied().unwrap_or(0.0);
            let leverage = 1.0 / size(difference.arm) + 1.0 / size(difference.against);
            let left = statistics.left.get(*change).copied().unwrap_or(0.0);
            let value = difference.of_means(&statistics.means, width);
            statistics.changes.push(PermutationStatistic::by_t(value, leverage, left, self.df_error));
        }
    }
}

/// The sum of squares about the mean.
fn about_mean(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum()
}
