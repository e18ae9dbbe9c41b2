//! Order statistics of all pairs of values, without writing the pairs down.
//!
//! # Formulas
//! The k-th smallest is the smallest number that k + 1 pairs do not exceed: found by halving the doubles between the ends,
//! each time counting the pairs in one walk over the sorted values. Exact, and linear in memory.

/// All differences `x − y`, or all averages of two values of one sample, itself with itself included (Walsh averages).
#[derive(Clone, Debug)]
pub enum Pairs {
    Differences { x: Vec<f64>, y: Vec<f64> },
    Averages { x: Vec<f64> },
}

impl Pairs {
    pub fn differences(x: &[f64], y: &[f64]) -> Self {
        Self::Differences { x: crate::num::quantile::sorted(x), y: crate::num::quantile::sorted(y) }
    }

    pub fn averages(x: &[f64]) -> Self {
        Self::Averages { x: crate::num::quantile::sorted(x) }
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Differences { x, y } => x.len() * y.len(),
            Self::Averages { x } => x.len() * (x.len() + 1) / 2,
        }
    }

    pub fn median(&self) -> f64 {
        let middle = self.len() / 2;
        let upper = self.at(middle);
        if self.len() % 2 == 1 {
            upper
        } else {
            crate::num::quantile::median(&[self.at(middle.wrapping_sub(1)), upper])
        }
    }

    /// The pairs between which the middle `level` of the statistic's distribution lies: those at `E − z·σ`, rounded down,
    /// from either end; infinite where there are too few.
    pub fn limits(&self, expected: f64, sd: f64, level: f64) -> (f64, f64) {
        let z = crate::num::tail::normal_quantile_upper((1.0 - level) / 2.0);
        let place = (expected - z * sd).floor();
        if place.is_nan() || place < 0.0 || place >= self.len() as f64 {
            return (f64::NEG_INFINITY, f64::INFINITY);
        }
        // Below the number of pairs, so it fits.
        let place = place as usize;
        (self.at(place), self.at(self.len() - 1 - place))
    }

    /// The value at that place of all in ascending order, from 0; NaN where there is none.
    fn at(&self, place: usize) -> f64 {
        let Some((low, high)) = self.ends().filter(|_| place < self.len()) else { return f64::NAN };
        let (mut below, mut above) = (ordered(low), ordered(high));
        while below < above {
            // Rounded down, so that it is never the upper end.
            let middle = below + ((i128::from(above) - i128::from(below)) / 2) as i64;
            if self.count(unordered(middle)) > place { above = middle } else { below = middle + 1 }
        }
        unordered(below) + 0.0
    }

    fn ends(&self) -> Option<(f64, f64)> {
        match self {
            Self::Differences { x, y } => Some((x.first()? - y.last()?, x.last()? - y.first()?)),
            Self::Averages { x } => Some((*x.first()?, *x.last()?)),
        }
    }

    /// How many are at most `limit`. Rounding keeps the order of sums, so the walk agrees with counting one by one.
    fn count(&self, limit: f64) -> usize {
        match self {
            Self::Differences { x, y } => {
                let mut too_small = 0;
                let within = |x: f64, at: usize| y.get(at).is_some_and(|y| x - y > limit);
                x.iter()
                    .map(|&x| {
                        while within(x, too_small) {
                            too_small += 1;
                        }
                        y.len() - too_small
                    })
                    .sum()
            }
            Self::Averages { x } => {
                let mut end = x.len();
                let over = |own: f64, end: usize| {
                    end.checked_sub(1).and_then(|last| x.get(last)).is_some_and(|other| (own + other) / 2.0 > limit)
                };
                x.iter()
                    .enumerate()
                    .map(|(place, &own)| {
                        while over(own, end) {
                            end -= 1;
                        }
                        end.saturating_sub(place)
                    })
                    .sum()
            }
        }
    }
}

/// Doubles as whole numbers of the same order.
fn ordered(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits).wrapping_sub(1) } else { bits }
}

fn unordered(place: i64) -> f64 {
    let bits = if place < 0 { i64::MIN.wrapping_sub(place.wrapping_add(1)) } else { place };
    f64::from_bits(bits as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn doubles_keep_their_order() {
        let values = [f64::NEG_INFINITY, -2.5, -1e-300, -0.0, 0.0, 1e-300, 2.5, f64::INFINITY];
        assert!(values.windows(2).all(|two| ordered(two[0]) < ordered(two[1])));
        assert!(values.iter().all(|&value| unordered(ordered(value)).to_bits() == value.to_bits()));
    }

    #[test]
    fn nothing_has_no_middle() {
        assert!(Pairs::differences(&[], &[1.0]).median().is_nan());
    }

    proptest! {
        #[test]
        fn as_if_all_pairs_were_written_down(
            x in proptest::collection::vec(-40i32..40, 1..12), y in proptest::collection::vec(-40i32..40, 1..12)
        ) {
            let [x, y] = [x, y].map(|values| values.iter().map(|&value| f64::from(value) / 8.0).collect::<Vec<f64>>());
            let differences: Vec<f64> = x.iter().flat_map(|x| y.iter().map(move |y| x - y)).collect();
            let averages: Vec<f64> =
                (0..x.len()).flat_map(|i| (i..x.len()).map(move |j| (i, j))).map(|(i, j)| (x[i] + x[j]) / 2.0).collect();
            for (pairs, written) in [(Pairs::differences(&x, &y), differences), (Pairs::averages(&x), averages)] {
                let written = crate::num::quantile::sorted(&written);
                prop_assert_eq!(pairs.len(), written.len());
                prop_assert_eq!(pairs.median(), crate::num::quantile::median(&written));
                for (place, value) in written.iter().enumerate() {
                    prop_assert_eq!(pairs.at(place), *value);
                }
            }
        }
    }
}
