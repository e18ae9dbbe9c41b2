//! Whether the variances of some columns would say something of one of the rows.

use crate::num::quantile::sorted;

/// Of fewer different values n, mean and variance give the counts.
pub const FEWEST_VALUES: usize = 5;
/// The share of a sum of squares, of the largest that one participant can have, which is (n − 1)/n.
pub const LARGEST_SHARE: f64 = 0.8;

/// What the summaries of some columns would say of one of the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Revealing {
    FewValues,
    OneStandsOut,
}

/// Of the columns, and of the changes from one to another.
pub fn revealing(columns: &[Vec<f64>]) -> Option<Revealing> {
    let changes = columns.iter().enumerate().flat_map(|(later, to)| {
        columns.iter().take(later).map(move |from| to.iter().zip(from).map(|(to, from)| to - from).collect())
    });
    columns.iter().cloned().chain(changes).find_map(|values: Vec<f64>| {
        let in_order = sorted(&values);
        let range = in_order.last().zip(in_order.first()).map_or(0.0, |(last, first)| last - first);
        // Changes of decimals differ by roundings.
        let is_new = |pair: &&[f64]| matches!(pair, [a, b] if b - a > 1e-9 * range);
        if in_order.windows(2).filter(is_new).count() + 1 < FEWEST_VALUES {
            return Some(Revealing::FewValues);
        }
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares = values.iter().map(|value| (value - mean).powi(2));
        let (largest, sum) = squares.fold((0.0_f64, 0.0), |(largest, sum), square| (largest.max(square), sum + square));
        (largest > LARGEST_SHARE * (n - 1.0) / n * sum).then_some(Revealing::OneStandsOut)
    })
}
