//! Levene's test of equal variances: the one-way analysis of variance of the distances from each group's centre.
//!
//! # References
//! Levene (1960), in *Contributions to probability and statistics*, 278–292 (mean). Brown & Forsythe (1974), *JASA, 69*,
//! 364–367 (median).

use super::f_test::FTest;
use super::lack::ROUNDING;
use crate::num::describe::mean;
use crate::num::quantile::{median, sorted};

/// The centre from which distances are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Centre {
    /// Printed first by SPSS.
    Mean,
    /// Robust to skew.
    Median,
}

/// `None` with one group, or where no group's distances differ.
pub fn levene(groups: &[Vec<f64>], centre: Centre) -> Option<FTest> {
    let groups: Vec<Vec<f64>> = groups.iter().filter(|g| !g.is_empty()).map(|g| distances(g, centre)).collect();
    let all: Vec<f64> = groups.iter().flatten().copied().collect();
    let (k, n) = (groups.len(), all.len());
    if k < 2 || n <= k {
        return None;
    }
    let grand = mean(&all);
    let between: f64 = groups.iter().map(|g| g.len() as f64 * (mean(g) - grand).powi(2)).sum();
    let error: f64 = groups.iter().map(|g| squares_around(g, mean(g))).sum();
    (error > ROUNDING * squares_around(&all, 0.0)).then(|| FTest::new(between, (k - 1) as f64, error, (n - k) as f64))
}

fn distances(group: &[f64], centre: Centre) -> Vec<f64> {
    let centre = match centre {
        Centre::Mean => mean(group),
        Centre::Median => median(&sorted(group)),
    };
    group.iter().map(|value| (value - centre).abs()).collect()
}

fn squares_around(values: &[f64], centre: f64) -> f64 {
    values.iter().map(|value| (value - centre).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_by_hand() {
        // Distances 1 0 1 and 3 0 3 from mean and median alike: means 2/3 and 2; SS between 6·(2/3)² = 8/3,
        // within 2/3 + 6 = 20/3; F = (8/3)/(20/3/4) = 1.6.
        let groups = [vec![1.0, 2.0, 3.0], vec![1.0, 4.0, 7.0]];
        for centre in [Centre::Mean, Centre::Median] {
            let actual = levene(&groups, centre).expect("they differ");
            assert!((actual.f - 1.6).abs() < 1e-14 && (actual.df1, actual.df2) == (1.0, 4.0));
        }
    }

    #[test]
    fn without_spread_there_is_no_test() {
        assert_eq!(levene(&[vec![1.0, 1.0], vec![2.0, 2.0]], Centre::Mean), None);
        assert_eq!(levene(&[vec![1.0, 3.0]], Centre::Mean), None);
        // Pairs are as far from their middle as each other.
        assert_eq!(levene(&[vec![0.1, 0.4], vec![0.2, 0.9]], Centre::Median), None);
    }
}
