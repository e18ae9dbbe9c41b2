//! Codes that may stand for a missing value: 99 where all others lie between 1 and 5.

use super::typing::names_participants;
use crate::table::column::{Column, Values};

/// What people write for "no value", in ascending order.
const CODES: [f64; 27] = [
    -9999.0, -999.0, -99.0, -98.0, -97.0, -88.0, -77.0, -66.0, -9.0, -8.0, -7.0, 66.0, 77.0, 88.0, 97.0, 98.0, 99.0,
    666.0, 777.0, 888.0, 999.0, 7777.0, 8888.0, 9999.0, 99_999.0, 888_888.0, 999_999.0,
];

/// So many other values are needed to know where they lie.
const FEWEST_OTHERS: usize = 5;

/// The values of a column that may stand for "no value", ascending, each with its rows.
///
/// A code is suspected only where it lies beyond the range of all other values by more than that whole range. Several
/// codes at one end are judged together, so that 98 and 99 do not hide each other.
pub fn suspected_codes(column: &Column) -> Vec<(f64, Vec<u32>)> {
    suspicion(column).map_or(Vec::new(), |suspicion| suspicion.codes)
}

/// Codes, each with its rows, and the range of all other values.
pub struct Suspicion {
    pub codes: Vec<(f64, Vec<u32>)>,
    pub low: f64,
    pub high: f64,
}

pub fn suspicion(column: &Column) -> Option<Suspicion> {
    let Values::Numbers { values, .. } = &column.values else { return None };
    if names_participants(&column.name) {
        return None;
    }
    let census = Census::of(values);
    let (low, high) = census.suspected()?;
    let rows_of = |code: f64| (0..).zip(values).filter(|(_, value)| **value == code).map(|(row, _)| row).collect();
    let is_suspected = |code: &f64| *code < low || *code > high;
    let codes = census.present().filter(is_suspected).map(|code| (code, rows_of(code))).collect();
    Some(Suspicion { codes, low, high })
}

/// How often each code occurs, and where the other values lie.
struct Census {
    counts: [usize; CODES.len()],
    n_others: usize,
    low: f64,
    high: f64,
}

impl Census {
    fn of(values: &[f64]) -> Self {
        let mut census = Self { counts: [0; CODES.len()], n_others: 0, low: f64::INFINITY, high: f64::NEG_INFINITY };
        for value in values.iter().copied().filter(|value| !value.is_nan()) {
            if let Some(count) = CODES.iter().zip(&mut census.counts).find(|(code, _)| **code == value) {
                *count.1 += 1;
            } else {
                census.n_others += 1;
                census.low = census.low.min(value);
                census.high = census.high.max(value);
            }
        }
        census
    }

    fn present(&self) -> impl Iterator<Item = f64> + '_ {
        CODES.iter().zip(&self.counts).filter(|(_, count)| **count > 0).map(|(code, _)| *code)
    }

    /// The range of the values that are left when as many codes as possible are set aside at both ends; `None` where
    /// no code can be.
    fn suspected(&self) -> Option<(f64, f64)> {
        if self.n_others == 0 {
            return None;
        }
        let below: Vec<f64> = self.present().filter(|code| *code < self.low).collect();
        let above: Vec<f64> = self.present().filter(|code| *code > self.high).collect();
        // Most set aside first: `n_low` codes from below, and those above from index `n_kept` on.
        let mut splits: Vec<(usize, usize)> =
            (0..=below.len()).flat_map(|n_low| (0..=above.len()).map(move |n_kept| (n_low, n_kept))).collect();
        splits.sort_by_key(|(n_low, n_kept)| std::cmp::Reverse(n_low + above.len() - n_kept));
        splits.into_iter().find_map(|(n_low, n_kept)| self.rest(&below, &above, n_low, n_kept))
    }

    /// The range of the rest, where the codes set aside lie beyond it by more than that range.
    fn rest(&self, below: &[f64], above: &[f64], n_low: usize, n_kept: usize) -> Option<(f64, f64)> {
        let low = below.get(n_low).copied().unwrap_or(self.low);
        let high = n_kept.checked_sub(1).and_then(|i| above.get(i)).copied().unwrap_or(self.high);
        let n_rest: usize = self.n_others
            + CODES
                .iter()
                .zip(&self.counts)
                .filter(|(code, _)| low <= **code && **code <= high)
                .map(|(_, n)| n)
                .sum::<usize>();
        // Of a constant the unit is taken as its range: 99 lies far from a column of threes.
        let range = (high - low).max(1.0);
        let is_far = |gap: f64| gap > range;
        let gap_low = n_low.checked_sub(1).and_then(|i| below.get(i)).map(|code| low - code);
        let gap_high = above.get(n_kept).map(|code| code - high);
        let gaps = [gap_low, gap_high];
        let any = gaps.iter().any(Option::is_some);
        (any && n_rest >= FEWEST_OTHERS && gaps.into_iter().flatten().all(is_far)).then_some((low, high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suspected(values: &[f64]) -> Vec<f64> {
        let values = Values::Numbers { values: values.to_vec(), odd: Vec::new() };
        let column = Column { name: "score".into(), values };
        suspected_codes(&column).into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn codes_far_outside_are_suspected() {
        for (values, expected) in [
            (&[1.0, 2.0, 3.0, 4.0, 5.0, 99.0][..], &[99.0][..]),
            (&[1.0, 2.0, 3.0, 4.0, 5.0, 98.0, 99.0, 99.0], &[98.0, 99.0]),
            (&[1.0, 2.0, 3.0, 4.0, 5.0, -9.0, 99.0, 999.0], &[-9.0, 99.0, 999.0]),
            (&[0.0, 2.0, 3.0, 4.0, 5.0, -999.0, 999.0], &[-999.0, 999.0]),
            (&[60.0, 70.0, 80.0, 77.0, 95.0, 88.0, 999.0], &[999.0]),
            (&[3.0, 3.0, 3.0, 3.0, 3.0, 99.0], &[99.0]),
            (&[90.0, 91.0, 97.0, 98.0, 99.0, 9999.0], &[9999.0]),
        ] {
            assert_eq!(suspected(values), expected, "{values:?}");
        }
    }

    #[test]
    fn real_scores_are_not() {
        for values in [
            // Percentages, and oxygen saturation, where a rule on the codes alone would take 99 out.
            &[80.0, 85.0, 90.0, 95.0, 99.0][..],
            &[94.0, 95.0, 96.0, 95.0, 94.0, 97.0, 98.0, 99.0],
            // Changes that fall.
            &[-6.0, -5.0, 0.0, 2.0, 3.0, -7.0, -8.0, -9.0],
            // Ages.
            &[18.0, 25.0, 33.0, 47.0, 60.0, 99.0],
            // Too few others.
            &[1.0, 2.0, 3.0, 4.0, 99.0],
            &[99.0, 99.0, 99.0, 99.0, 99.0, 99.0],
            &[1.0, 2.0, f64::NAN],
            &[],
        ] {
            assert!(suspected(values).is_empty(), "{values:?}");
        }
    }

    #[test]
    fn an_id_is_never_a_code() {
        let values = Values::Numbers { values: vec![1.0, 2.0, 3.0, 4.0, 5.0, 99.0], odd: Vec::new() };
        assert!(suspected_codes(&Column { name: "id".into(), values }).is_empty());
    }

    #[test]
    fn rows_are_named() {
        let values = Values::Numbers { values: vec![1.0, 99.0, 3.0, 4.0, 5.0, 2.0, 99.0], odd: Vec::new() };
        assert_eq!(suspected_codes(&Column { name: "x".into(), values }), [(99.0, vec![1, 6])]);
    }
}
