//! How many bits the scores of some participants have beyond those of their summaries.
//!
//! # Formulas
//! n participants, measures of k₁ … k_d possible values. The scores, in any order of the participants:
//! n Σ log₂ kᵢ − log₂ n!. The sums Σ log₂(n(kᵢ − 1) + 1) and the products, of two measures each,
//! Σ log₂(n(kᵢ − 1)(kⱼ − 1)/4 + 1). With as many bits as the scores, the summaries have one solution: the rows.

use super::resolution::Resolution;

/// The scores must have so many bits more than their summaries.
pub const FEWEST_SPARE: f64 = 64.0;

/// Bits of the scores of `n` participants, whoever has which.
pub fn of_scores(n: usize, measures: &[Resolution]) -> f64 {
    n as f64 * measures.iter().map(|own| own.n_values.log2()).sum::<f64>() - of_orders(n)
}

/// Bits of the orders in which `n` participants can stand.
pub fn of_orders(n: usize) -> f64 {
    (1..=n).map(|place| (place as f64).log2()).sum()
}

/// Bits of the sums and products of all measures.
pub fn of_summaries(n: usize, measures: &[Resolution]) -> f64 {
    let n = n as f64;
    let width = |own: &Resolution| own.n_values - 1.0;
    let sums: f64 = measures.iter().map(|own| (n * width(own) + 1.0).log2()).sum();
    let pairs = measures.iter().enumerate().flat_map(|(at, a)| measures.iter().take(at + 1).map(move |b| (a, b)));
    sums + pairs.map(|(a, b)| (n * width(a) * width(b) / 4.0 + 1.0).log2()).sum::<f64>()
}

/// What the scores have beyond all sums and products of them.
pub fn spare(n: usize, measures: &[Resolution]) -> f64 {
    of_scores(n, measures) - of_summaries(n, measures)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand: nine measures from 0 to 10, and three of a sum score from 0 to 54.
    #[test]
    fn the_worked_figures() {
        let measures = |d: usize, n_values: f64| vec![Resolution { n_values, low: 0.0, step: 1.0 }; d];
        let pain = measures(9, 11.0);
        assert_eq!(of_scores(10, &pain).floor(), 289.0);
        assert_eq!(of_summaries(10, &pain).round(), 419.0);
        let sums = measures(3, 55.0);
        let spare: Vec<f64> = [10, 12, 20].iter().map(|&n| spare(n, &sums).round()).collect();
        assert_eq!(spare, [47.0, 73.0, 173.0]);
        assert!(spare[0] < FEWEST_SPARE && spare[1] >= FEWEST_SPARE);
    }
}
