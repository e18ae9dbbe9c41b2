//! The Mann–Whitney U test, with the Hodges–Lehmann estimate of the shift.

use super::pairs::Pairs;
use super::rank_value::{RankValue, with_equal_ties};
use super::{RankTest, continuity_p, exact, lowest, midranks, normal_p};
use crate::model::verdict::alpha_of;

/// Two samples compared by ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    pub n1: usize,
    pub n2: usize,
    /// U: the pairs in which the first sample's value is larger, ties counted half. Rank-biserial `2U/n₁n₂ − 1`; differences
    /// are first minus second.
    pub test: RankTest,
}

/// `None` where a sample is empty.
pub fn mann_whitney(first: &[RankValue], second: &[RankValue], level: f64) -> Option<MannWhitney> {
    let (n1, n2) = (first.len(), second.len());
    if n1 == 0 || n2 == 0 {
        return None;
    }
    let all = with_equal_ties(first.iter().chain(second).copied());
    let (ranks, ties) = midranks(&all);
    let sum: f64 = ranks.iter().take(n1).sum();
    let (a, b) = (n1 as f64, n2 as f64);
    let n = a + b;
    let u = sum - a * (a + 1.0) / 2.0;
    let sd = (a * b / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)))).sqrt();
    let distance = u - a * b / 2.0;
    let constant = sd.is_nan() || sd <= 1e-9;
    let (first, second) = all.split_at(n1);
    let exact = exact::two_samples(&ranks, n1, sum, alpha_of(level));
    let differences = Pairs::differences(first, second);
    let (hodges_lehmann, (low, high)) = differences.median_and_limits(lowest(a * b / 2.0, sd, level, exact));
    let given = |value: f64| if constant { f64::NAN } else { value };
    let test = RankTest {
        statistic: u,
        z: given(distance / sd),
        p_normal: given(normal_p(distance / sd)),
        p_continuity: given(continuity_p(distance, sd)),
        p_exact: given(exact.map_or(f64::NAN, |exact| exact.p)),
        rank_biserial: 2.0 * u / (a * b) - 1.0,
        hodges_lehmann,
        low,
        high,
    };
    Some(MannWhitney { n1, n2, test })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(first: &[f64], second: &[f64]) -> Option<MannWhitney> {
        let [first, second] = [first, second].map(|own| own.iter().copied().map(RankValue::score).collect::<Vec<_>>());
        mann_whitney(&first, &second, 0.95)
    }

    #[test]
    fn three_against_four_by_hand() {
        // U counts the pairs (1.1 > 0.8, 2.6 > 0.8, 2.6 > 1.5, 0.9 > 0.8): 4 of 12.
        let actual = compare(&[1.1, 2.6, 0.9], &[1.5, 2.8, 3.1, 0.8]).expect("two samples").test;
        assert!((actual.statistic - 4.0).abs() < 1e-12);
        // 35 draws of three ranks: their sums lie 2 or more from 12 in 22 of them, wilcox.test(..., exact = TRUE).
        assert!((actual.p_exact - 22.0 / 35.0).abs() < 1e-12, "{}", actual.p_exact);
        assert!((actual.rank_biserial + 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn equal_values_give_no_test() {
        let actual = compare(&[2.0, 2.0], &[2.0, 2.0, 2.0]).expect("two samples").test;
        assert!(actual.z.is_nan() && actual.p_normal.is_nan() && actual.p_exact.is_nan());
        assert_eq!((actual.rank_biserial, actual.hodges_lehmann), (0.0, 0.0));
    }
}
