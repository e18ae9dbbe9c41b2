//! Tests by ranks. Values are rounded to ten decimals before they are ranked, so that ties among decimal numbers and
//! among their differences are ties.

mod exact;
mod friedman;
mod kruskal_wallis;
mod mann_whitney;
mod pairs;
mod split_plot;
mod wilcoxon;

pub use friedman::{Friedman, friedman};
pub use kruskal_wallis::{KruskalWallis, kruskal_wallis};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub use split_plot::{AnovaType, Marginal, RelativeEffect, SplitPlot};
pub use wilcoxon::{Wilcoxon, wilcoxon};

/// Midranks, and `Σ(t³ − t)` over the groups of ties.
fn midranks(values: &[f64]) -> (Vec<f64>, f64) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    order.sort_by(|&a, &b| at(a).total_cmp(&at(b)));
    let mut ranks = vec![0.0; values.len()];
    let mut ties = 0.0;
    let mut before = 0;
    for tied in order.chunk_by(|&a, &b| at(a) == at(b)) {
        let t = tied.len() as f64;
        ties += t * t * t - t;
        for &place in tied {
            if let Some(rank) = ranks.get_mut(place) {
                *rank = before as f64 + (t + 1.0) / 2.0;
            }
        }
        before += tied.len();
    }
    (ranks, ties)
}

/// Ten decimals: more than any instrument has, fewer than subtraction leaves wrong. Zero has one sign.
fn rounded(values: impl Iterator<Item = f64>) -> Vec<f64> {
    values.map(|value| (value * 1e10).round() / 1e10 + 0.0).collect()
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
    fn what_subtraction_leaves_wrong_is_tied() {
        let differences = rounded([0.3 - 0.1, 0.2, 0.7 - 0.5].into_iter());
        assert_eq!(midranks(&differences).0, vec![2.0; 3]);
    }
}
