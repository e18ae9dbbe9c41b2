//! Wilcoxon's signed-rank test, with the Hodges–Lehmann estimate of the shift.

use super::pairs::Pairs;
use super::rank_value::{RankValue, with_equal_ties};
use super::{RankTest, continuity_p, exact, lowest, midranks, normal_p};
use crate::model::verdict::alpha_of;

/// Differences within pairs compared with zero by signed ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wilcoxon {
    pub n: usize,
    /// Differences of zero, which are dropped.
    pub zeros: usize,
    /// V: the sum of the ranks of the positive differences. Rank-biserial `(V₊ − V₋)/(V₊ + V₋)`; averages are of the
    /// differences that are not zero (Walsh's).
    pub test: RankTest,
}

/// `None` without a difference that is not zero.
pub fn wilcoxon(differences: &[RankValue], level: f64) -> Option<Wilcoxon> {
    let sizes = with_equal_ties(differences.iter().map(|difference| difference.abs()));
    let signed = |(size, difference): (&f64, &RankValue)| if difference.is_negative() { -size } else { *size };
    let kept: Vec<f64> = sizes.iter().zip(differences).filter(|(size, _)| **size != 0.0).map(signed).collect();
    if kept.is_empty() {
        return None;
    }
    let sizes: Vec<f64> = kept.iter().map(|difference| difference.abs()).collect();
    let (ranks, ties) = midranks(&sizes);
    let v: f64 = ranks.iter().zip(&kept).filter(|(_, difference)| **difference > 0.0).map(|(rank, _)| rank).sum();
    let n = kept.len() as f64;
    let whole = n * (n + 1.0) / 2.0;
    let sd = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - ties / 48.0).sqrt();
    let distance = v - whole / 2.0;
    let exact = exact::signed(&ranks, v, alpha_of(level));
    let averages = Pairs::averages(&kept);
    let (hodges_lehmann, (low, high)) = averages.median_and_limits(lowest(whole / 2.0, sd, level, exact));
    let test = RankTest {
        statistic: v,
        z: distance / sd,
        p_normal: normal_p(distance / sd),
        p_continuity: continuity_p(distance, sd),
        p_exact: exact.map_or(f64::NAN, |exact| exact.p),
        rank_biserial: (2.0 * v - whole) / whole,
        hodges_lehmann,
        low,
        high,
    };
    Some(Wilcoxon { n: differences.len(), zeros: differences.len() - kept.len(), test })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(differences: &[f64]) -> Option<Wilcoxon> {
        let differences: Vec<RankValue> = differences.iter().map(|&own| RankValue::change(0.0, own)).collect();
        wilcoxon(&differences, 0.95)
    }

    #[test]
    fn four_differences_by_hand() {
        // |d| = 1, 2, 3 are ranked 1 to 3 after the zero is dropped; positive are 2 and 3: V = 5, and 4 of 8 signs are as far.
        let actual = test(&[-1.0, 2.0, 3.0, 0.0]).expect("differences");
        assert_eq!((actual.test.statistic, actual.n, actual.zeros), (5.0, 4, 1));
        assert!((actual.test.p_exact - 0.5).abs() < 1e-15);
        assert!((actual.test.rank_biserial - 4.0 / 6.0).abs() < 1e-15);
    }

    #[test]
    fn zeros_alone_give_no_test() {
        assert_eq!(test(&[0.0, 0.0]), None);
        assert_eq!(test(&[]), None);
    }
}
