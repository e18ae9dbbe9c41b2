//! The statistics of a permutation of residuals: the analysis of covariance at one occasion, its arms tested.
//!
//! # Formulas
//! The residuals e of the scores on the baseline alone are permuted; what was fitted lies in the space of either model and
//! cancels, so the analysis of covariance of the permuted e* is that of the permuted scores (Freedman & Lane, 1983;
//! Winkler et al., 2014). With x about its mean and W, T the sums of products within arms and in total:
//! `F = ((T_ee − T_xe²/T_xx) − (W_ee − W_xe²/W_xx))/(a − 1) / MSE`, `MSE = (W_ee − W_xe²/W_xx)/(N − a − 1)`, and of two
//! arms `t = (ēₐ − ē_b − (W_xe/W_xx)(x̄ₐ − x̄_b)) / √(MSE(1/nₐ + 1/n_b + (x̄ₐ − x̄_b)²/W_xx))`.

use super::PermutationStatistic;
use super::sample::Sample;
use crate::model::ROUNDING;

#[derive(Clone, Debug)]
pub struct FreedmanLane<'a> {
    sample: &'a Sample,
    /// Later, earlier.
    pairs: &'a [(usize, usize)],
    x: Vec<f64>,
    x_means: Vec<f64>,
    x_within: f64,
    x_total: f64,
    /// The residuals of each later occasion, and their sum of squares.
    occasions: Vec<(Vec<f64>, f64)>,
    df_error: f64,
}

impl<'a> FreedmanLane<'a> {
    /// The baseline is the first occasion. `None` where the baseline does not vary within arms, or nothing is left over.
    pub fn new(sample: &'a Sample, pairs: &'a [(usize, usize)]) -> Option<Self> {
        let df_error = sample.n() as f64 - sample.n_arms as f64 - 1.0;
        let x: Vec<f64> = sample.at(0).collect();
        let x_total: f64 = x.iter().map(|x| x * x).sum();
        let x_means = sample.arm_means(&x);
        let x_within = x_total - weighted_squares(&x_means, &sample.sizes);
        if df_error <= 0.0 || sample.n_arms < 2 || sample.n_occasions < 2 || x_within <= ROUNDING * x_total {
            return None;
        }
        let residuals = |occasion: usize| {
            let slope = x.iter().zip(sample.at(occasion)).map(|(x, y)| x * y).sum::<f64>() / x_total;
            let residuals: Vec<f64> = x.iter().zip(sample.at(occasion)).map(|(x, y)| y - slope * x).collect();
            let ss = residuals.iter().map(|e| e * e).sum();
            (residuals, ss)
        };
        let occasions = (1..sample.n_occasions).map(residuals).collect();
        Some(Self { sample, pairs, x, x_means, x_within, x_total, occasions, df_error })
    }

    /// How many statistics an occasion has: F, then t of each pair of arms.
    pub fn statistics(&self) -> usize {
        1 + self.pairs.len()
    }

    /// F and t of every later occasion, with the residuals permuted in this order.
    pub fn at(&self, order: &[u32], statistics: &mut Vec<PermutationStatistic>) {
        statistics.clear();
        let mut given = vec![0.0; order.len()];
        for (residuals, ss) in &self.occasions {
            for (given, from) in given.iter_mut().zip(order) {
                *given = residuals.get(*from as usize).copied().unwrap_or(0.0);
            }
            self.of(&given, *ss, statistics);
        }
    }

    fn of(&self, e: &[f64], ss: f64, statistics: &mut Vec<PermutationStatistic>) {
        let sizes = &self.sample.sizes;
        let e_means = self.sample.arm_means(e);
        let xe_total: f64 = self.x.iter().zip(e).map(|(x, e)| x * e).sum();
        let xe_between: f64 = self.x_means.iter().zip(&e_means).zip(sizes).map(|((x, e), n)| n * x * e).sum();
        let xe_within = xe_total - xe_between;
        let left = ss - weighted_squares(&e_means, sizes) - xe_within * xe_within / self.x_within;
        let left = if left > ROUNDING * ss { left } else { 0.0 };
        let without_arms = ss - xe_total * xe_total / self.x_total;
        let df_arms = self.sample.n_arms as f64 - 1.0;
        statistics.push(PermutationStatistic::by_f((without_arms - left).max(0.0), left, (df_arms, self.df_error)));
        let slope = xe_within / self.x_within;
        for (later, earlier) in self.pairs {
            let apart = |values: &[f64]| {
                let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
                at(*later) - at(*earlier)
            };
            let size = |arm: usize| sizes.get(arm).copied().unwrap_or(0.0);
            let x = apart(&self.x_means);
            let leverage = 1.0 / size(*later) + 1.0 / size(*earlier) + x * x / self.x_within;
            statistics.push(PermutationStatistic::by_t(apart(&e_means) - slope * x, leverage, left, self.df_error));
        }
    }
}

impl Sample {
    /// The mean of the values in each arm, participants unpermuted.
    fn arm_means(&self, values: &[f64]) -> Vec<f64> {
        let mut means = vec![0.0; self.n_arms];
        for (arm, value) in self.arms.iter().zip(values) {
            if let Some(sum) = means.get_mut(*arm as usize) {
                *sum += value;
            }
        }
        means.iter_mut().zip(&self.sizes).for_each(|(sum, size)| *sum /= size);
        means
    }
}

fn weighted_squares(means: &[f64], sizes: &[f64]) -> f64 {
    means.iter().zip(sizes).map(|(mean, size)| size * mean * mean).sum()
}
