//! Values to be ranked, and when two of them are a tie.
//!
//! Decimals are rounded when they are read, and again when they are subtracted: 0.3 − 0.1 and 0.7 − 0.5 differ in the last
//! digit, and are a tie nevertheless. How far rounding can go is in proportion to the scores that were subtracted, not to
//! their difference.

/// The share of the scores by which rounding may separate equal values: eleven significant digits are more than any
/// instrument has, and fewer than rounding reaches.
const ROUNDING: f64 = 1e-11;

/// A value to be ranked, with the size of the scores that it was made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankValue {
    value: f64,
    size: f64,
}

impl RankValue {
    pub fn score(value: f64) -> Self {
        Self { value, size: value.abs() }
    }

    /// A participant's change from one score to a later one.
    pub fn change(from: f64, to: f64) -> Self {
        Self { value: to - from, size: from.abs().max(to.abs()) }
    }

    /// The value; zero where it differs from that by rounding alone.
    fn settled(self) -> Self {
        if is_tie(0.0, self.value, self.size) { Self { value: 0.0, ..self } } else { self }
    }

    pub fn is_negative(self) -> bool {
        self.value < 0.0
    }

    pub fn abs(self) -> Self {
        Self { value: self.value.abs(), ..self }
    }
}

/// Whether values made of scores up to `size` differ by no more than rounding.
pub fn is_tie(a: f64, b: f64, size: f64) -> bool {
    (a - b).abs() <= ROUNDING * size
}

/// The values in their order, ties made equal to the last digit: what is computed from them afterwards keeps the ties.
pub fn with_equal_ties(values: impl Iterator<Item = RankValue>) -> Vec<f64> {
    let mut order: Vec<(RankValue, usize)> = values.map(RankValue::settled).zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.value.total_cmp(&b.0.value));
    let mut equal = vec![0.0; order.len()];
    for ties in order.chunk_by(|(a, _), (b, _)| is_tie(a.value, b.value, a.size.max(b.size))) {
        let nearest = ties.iter().map(|(own, _)| own.value).min_by(|a, b| a.abs().total_cmp(&b.abs()));
        for &(_, place) in ties {
            if let (Some(slot), Some(value)) = (equal.get_mut(place), nearest) {
                *slot = value + 0.0;
            }
        }
    }
    equal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_of_decimals_are_ties_in_any_unit() {
        for unit in [1e-10, 1.0, 1e10, 7.3e40] {
            let change = |(from, to): (f64, f64)| RankValue::change(from * unit, to * unit);
            let values =
                with_equal_ties([(0.1, 0.3), (0.5, 0.7), (1e6, 1e6 + 0.2), (2.0, 2.2)].map(change).into_iter());
            assert!(values.iter().all(|value| *value == values[0]), "{values:?}");
        }
    }

    #[test]
    fn a_large_score_makes_no_ties_of_the_others() {
        let values = with_equal_ties([1.0, 2.0, 1e20].map(RankValue::score).into_iter());
        assert_eq!(values, [1.0, 2.0, 1e20]);
    }

    #[test]
    fn what_rounding_leaves_of_zero_is_zero() {
        let settled = |(from, to)| with_equal_ties([RankValue::change(from, to)].into_iter());
        for change in [(0.3, 0.1 + 0.2), (1e9, 1e9 + 1e-6), (-0.0, 0.0)] {
            assert_eq!(settled(change), [0.0]);
        }
        assert_eq!(settled((0.0, 1e-30)), [1e-30]);
    }
}
