//! Rank tests. Values that differ by rounding error alone are ties, whatever the unit of the scores.

mod exact;
mod friedman;
mod kruskal_wallis;
mod mann_whitney;
mod pairs;
mod rank_value;
mod split_plot;
mod wilcoxon;

pub use friedman::{Friedman, friedman};
pub use kruskal_wallis::{KruskalWallis, kruskal_wallis};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub use rank_value::RankValue;
pub use split_plot::{AnovaType, Marginal, RelativeEffect, SplitPlot};
pub use wilcoxon::{Wilcoxon, wilcoxon};

use rank_value::is_tie;

/// What the tests of one sample and of two by ranks have in common. A statistic that is undefined is NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankTest {
    /// U or V.
    pub statistic: f64,
    /// Without continuity correction; NaN where all values are equal.
    pub z: f64,
    pub p_normal: f64,
    pub p_continuity: f64,
    /// From the permutation distribution, ties included; NaN where that takes too many steps.
    pub p_exact: f64,
    /// From −1 to 1.
    pub rank_biserial: f64,
    /// The median of all differences between the samples, or of all averages within one.
    pub hodges_lehmann: f64,
    /// Order statistics of those differences or averages: from the same distribution as p, exact where p is. Infinite where
    /// so few values cannot reach the level.
    pub low: f64,
    pub high: f64,
}

impl RankTest {
    /// The p-value that is reported: the exact one where there is one.
    pub fn p(&self) -> f64 {
        if self.p_exact.is_nan() { self.p_continuity } else { self.p_exact }
    }
}

/// Midranks, and `Σ(t³ − t)` over the groups of ties.
fn midranks(values: &[f64]) -> (Vec<f64>, f64) {
    let mut ranks = Vec::new();
    let ties = Ranker::default().rank(values, &mut ranks);
    (ranks, ties)
}

/// Ranks row after row without allocating for each.
#[derive(Default)]
struct Ranker {
    /// The values in ascending order, each with its place.
    order: Vec<(f64, usize)>,
}

impl Ranker {
    /// Writes the midranks of scores; returns `Σ(t³ − t)` over the groups of ties.
    fn rank(&mut self, values: &[f64], ranks: &mut Vec<f64>) -> f64 {
        self.order.clear();
        self.order.extend(values.iter().copied().zip(0..));
        self.order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        ranks.clear();
        ranks.resize(values.len(), 0.0);
        let (mut ties, mut before) = (0.0, 0.0);
        for tied in self.order.chunk_by(|a, b| is_tie(a.0, b.0, a.0.abs().max(b.0.abs()))) {
            let t = tied.len() as f64;
            ties += t * t * t - t;
            for &(_, place) in tied {
                if let Some(rank) = ranks.get_mut(place) {
                    *rank = before + (t + 1.0) / 2.0;
                }
            }
            before += t;
        }
        ties
    }
}

/// The statistic at which the limits lie: the last value on the way to `expected` that has a p below the significance level,
/// by the exact distribution where there is one, else `z·σ` away. Negative where no value has such a p.
fn lowest(expected: f64, sd: f64, level: f64, exact: Option<exact::ExactTest>) -> f64 {
    match exact {
        Some(exact) => exact.critical.map_or(-1.0, |critical| expected - critical),
        None => expected - crate::num::tail::normal_quantile_upper((1.0 - level) / 2.0) * sd,
    }
}

/// Two-sided p of a standard normal statistic.
fn normal_p(z: f64) -> f64 {
    2.0 * crate::num::tail::normal_sf(z.abs())
}

/// The same with the continuity correction: half a unit of the statistic towards its mean.
fn continuity_p(distance: f64, sd: f64) -> f64 {
    let corrected = distance - 0.5 * distance.signum() * f64::from(u8::from(distance != 0.0));
    normal_p(corrected / sd).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_their_ranks() {
        let (ranks, ties) = midranks(&[3.0, 1.0, 3.0, 2.0]);
        assert_eq!((ranks, ties), (vec![3.5, 1.0, 3.5, 2.0], 6.0));
    }

    #[test]
    fn scores_may_be_of_any_size() {
        for unit in [1e-300, 1e-10, 1.0, 1e300] {
            let scores = [0.3, 0.1, 0.1 + 0.2, -0.5, 0.0].map(|score: f64| score * unit);
            assert_eq!(midranks(&scores), (vec![4.5, 3.0, 4.5, 1.0, 2.0], 6.0));
        }
    }
}
