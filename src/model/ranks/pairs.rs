//! Order statistics of all pairs of two samples, or of one with itself, in a few passes over the sorted values.
//!
//! # Formulas
//! Over sorted values the pairs form a matrix that ascends along every row and every column, so that one walk along its
//! border counts the pairs below a limit. The k-th smallest is bracketed by two values of a sample spread evenly over the
//! candidates; pairs outside the bracket are no longer candidates (Johnson & Mizoguchi, 1978; Monahan, 1984, with a random
//! row's middle as pivot; Floyd & Rivest, 1975, for the bracket from a sample). A round keeps about 3 %
//! of them; as few as the sample holds are sorted. Exact, without random numbers, and linear in memory.
//!
//! # References
//! - Floyd, R. W., & Rivest, R. L. (1975). Expected time bounds for selection. *Communications of the ACM, 18*(3),
//!   165–172. <https://doi.org/10.1145/360680.360691>
//! - Johnson, D. B., & Mizoguchi, T. (1978). Selecting the Kth element in X + Y and X₁ + X₂ + … + Xₘ. *SIAM Journal on
//!   Computing, 7*(2), 147–153. <https://doi.org/10.1137/0207013>
//! - Monahan, J. F. (1984). Algorithm 616: Fast computation of the Hodges–Lehmann location estimator. *ACM Transactions on
//!   Mathematical Software, 10*(3), 265–270. <https://doi.org/10.1145/1271.319414>

use std::ops::Range;

use crate::num::quantile::{median, sorted};

/// At most as many candidates as this are sorted at once; of more, a sample of this size.
const SAMPLE: u64 = 4096;

/// All differences `x − y`, or all averages of two values of one sample, itself with itself included (Walsh averages).
///
/// Pairs are counted in 64 bits: on wasm32, where `usize` has 32, a product of two sizes wraps from 65 536 participants.
#[derive(Clone, Debug)]
pub struct Pairs {
    matrix: Matrix,
    /// All pairs, and a sample of them: the first round of every selection.
    all: Candidates,
    sample: Vec<f64>,
}

impl Pairs {
    pub fn differences(x: &[f64], y: &[f64]) -> Self {
        let mut descending = sorted(y);
        descending.reverse();
        Self::of(Matrix { rows: sorted(x), columns: descending, kind: Kind::Differences })
    }

    pub fn averages(x: &[f64]) -> Self {
        let ascending = sorted(x);
        Self::of(Matrix { rows: ascending.clone(), columns: ascending, kind: Kind::Averages })
    }

    fn of(matrix: Matrix) -> Self {
        let (low, high) = matrix.ends().unwrap_or((f64::NAN, f64::NAN));
        let all = matrix.within(low, high);
        Self { sample: matrix.sample(&all), matrix, all }
    }

    pub fn len(&self) -> u64 {
        self.all.n
    }

    /// NaN where there are no pairs.
    pub fn median(&self) -> f64 {
        self.median_from(self.at(self.middle()))
    }

    /// The place of the median, of two the lower.
    fn middle(&self) -> u64 {
        self.len().saturating_sub(1) / 2
    }

    /// The median, where `lower` is the value at the middle.
    fn median_from(&self, lower: f64) -> f64 {
        let n = self.len();
        if n % 2 == 1 { lower } else { median(&[lower, self.next_after(lower, n / 2)]) }
    }

    /// The median, and the pairs at `lowest`, rounded down, from either end, `lowest` a value of the statistic that counts
    /// the pairs above zero: infinite where it is negative (no interval of that level exists) or beyond the pairs.
    pub fn median_and_limits(&self, lowest: f64) -> (f64, (f64, f64)) {
        // Half a rank is the least step of the statistic.
        let place = (lowest + 1e-6).floor();
        if place.is_nan() || place < 0.0 || place >= self.len() as f64 {
            return (self.median(), (f64::NEG_INFINITY, f64::INFINITY));
        }
        // Below the number of pairs, so it fits.
        let place = place as u64;
        let [lower, low, high] = self.at_each([self.middle(), place, self.len() - 1 - place]);
        (self.median_from(lower), (low, high))
    }

    /// The value at that place of all in ascending order, from 0; NaN where there is none.
    fn at(&self, place: u64) -> f64 {
        self.select(&self.all, &self.sample, place)
    }

    /// The values at three places. The more pairs, the nearer are the limits to the median: they share the first round.
    fn at_each(&self, places: [u64; 3]) -> [f64; 3] {
        let [a, b, c] = places;
        let (least, most) = (a.min(b).min(c), a.max(b).max(c));
        let (low, _) = self.all.bracket(&self.sample, least);
        let (_, high) = self.all.bracket(&self.sample, most);
        if self.len() <= SAMPLE || low >= high {
            return places.map(|place| self.at(place));
        }
        let shared = self.matrix.within(low, high);
        if least < shared.below || most - shared.below >= shared.n || shared.n > self.len() / 2 {
            return places.map(|place| self.at(place));
        }
        let sample = self.matrix.sample(&shared);
        places.map(|place| self.select(&shared, &sample, place))
    }

    /// The value at that place, which is among the candidates.
    fn select(&self, from: &Candidates, sample: &[f64], place: u64) -> f64 {
        let mut step = self.step(from, sample, place);
        loop {
            match step {
                Step::Done(value) => return value + 0.0,
                Step::Narrowed(candidates) => step = self.step(&candidates, &self.matrix.sample(&candidates), place),
            }
        }
    }

    fn step(&self, from: &Candidates, sample: &[f64], place: u64) -> Step {
        let within = place.saturating_sub(from.below);
        if from.n <= SAMPLE {
            return Step::Done(sample.get(within as usize).copied().unwrap_or(f64::NAN));
        }
        if from.low == from.high {
            return Step::Done(from.low);
        }
        let (low, high) = from.bracket(sample, within);
        let mut kept = self.part(from, low, high, place);
        if kept.n > from.n / 2 && kept.low < kept.high {
            // The sample misled. Halving the doubles between the ends is slower, but ends after 64 rounds whatever the data.
            let middle = halfway(kept.low, kept.high);
            kept = self.part(&kept, middle, middle, place);
        }
        Step::Narrowed(kept)
    }

    /// Those of the candidates that can be at `place`: between `low` and `high`, or else below or above both.
    fn part(&self, from: &Candidates, low: f64, high: f64, place: u64) -> Candidates {
        let inner = self.matrix.within(low, high);
        if place < inner.below {
            self.matrix.within(from.low, low.next_down())
        } else if place - inner.below >= inner.n {
            self.matrix.within(high.next_up(), from.high)
        } else {
            inner
        }
    }

    /// The value at `place`, which is the one after the last place of `value` or a place of `value` itself.
    fn next_after(&self, value: f64, place: u64) -> f64 {
        let equal = self.matrix.within(value, value);
        if equal.below + equal.n > place {
            return value;
        }
        let above = self.matrix.rows.iter().zip(&equal.columns).filter_map(|(row, columns)| {
            self.matrix.columns.get(columns.end).map(|column| self.matrix.kind.value(*row, *column))
        });
        above.fold(f64::INFINITY, f64::min) + 0.0
    }
}

enum Step {
    Done(f64),
    Narrowed(Candidates),
}

/// The pairs from `low` to `high`.
#[derive(Clone, Debug)]
struct Candidates {
    low: f64,
    high: f64,
    /// Those of each row.
    columns: Vec<Range<usize>>,
    n: u64,
    /// How many pairs are smaller.
    below: u64,
}

impl Candidates {
    /// Candidates go by strides, one of each into the sample.
    fn stride(&self) -> u64 {
        self.n.div_ceil(SAMPLE).max(1)
    }

    /// Two values of the sample that most likely enclose the candidate at that place: two standard errors of its rank in a
    /// sample with one value of each stride, which is at most half the root of the size, away.
    fn bracket(&self, sample: &[f64], place: u64) -> (f64, f64) {
        let middle = (place / self.stride()) as usize;
        let margin = sample.len().isqrt();
        let low = middle.checked_sub(margin).and_then(|at| sample.get(at)).copied().unwrap_or(self.low);
        (low, sample.get(middle + margin).copied().unwrap_or(self.high))
    }
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Differences,
    Averages,
}

impl Kind {
    fn value(self, row: f64, column: f64) -> f64 {
        match self {
            Self::Differences => row - column,
            Self::Averages => (row + column) / 2.0,
        }
    }
}

/// Pairs of a row's value with a column's, in an order in which they ascend along both. Rounding keeps the order.
#[derive(Clone, Debug)]
struct Matrix {
    /// Ascending.
    rows: Vec<f64>,
    /// Descending for differences.
    columns: Vec<f64>,
    kind: Kind,
}

impl Matrix {
    fn ends(&self) -> Option<(f64, f64)> {
        let value = |row: &f64, column: &f64| self.kind.value(*row, *column);
        Some((value(self.rows.first()?, self.columns.first()?), value(self.rows.last()?, self.columns.last()?)))
    }

    /// An average is a pair once: from the diagonal on.
    fn first_column(&self, row: usize) -> usize {
        match self.kind {
            Kind::Differences => 0,
            Kind::Averages => row,
        }
    }

    /// One walk along either border: what a row leaves out on the right, the following ones do too.
    fn within(&self, low: f64, high: f64) -> Candidates {
        let mut start = self.columns.as_slice();
        let mut end = self.columns.as_slice();
        let (mut n, mut below) = (0, 0);
        let mut row_ranges = Vec::with_capacity(self.rows.len());
        for (place, &row) in self.rows.iter().enumerate() {
            while let Some((&last, rest)) = end.split_last()
                && self.kind.value(row, last) > high
            {
                end = rest;
            }
            while let Some((&last, rest)) = start.split_last()
                && self.kind.value(row, last) >= low
            {
                start = rest;
            }
            let first = self.first_column(place);
            let columns = start.len().max(first)..end.len().max(first);
            below += (columns.start - first) as u64;
            n += columns.len() as u64;
            row_ranges.push(columns);
        }
        Candidates { low, high, columns: row_ranges, n, below }
    }

    /// One candidate of each stride, sorted; all where they are few. Its place in the stride follows the golden ratio, so that
    /// rows as long as a stride do not give the same column again and again.
    fn sample(&self, candidates: &Candidates) -> Vec<f64> {
        const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
        let stride = candidates.stride();
        let drawn = |block: u64| {
            let share = u128::from(block.wrapping_mul(GOLDEN));
            block * stride + ((share * u128::from(stride)) >> 64) as u64
        };
        let (mut block, mut before) = (0, 0);
        let mut next = drawn(block);
        let mut sample = Vec::new();
        for (&row, columns) in self.rows.iter().zip(&candidates.columns) {
            let here = self.columns.get(columns.clone()).unwrap_or_default();
            let after = before + here.len() as u64;
            while next < after {
                let column = here.get((next - before) as usize);
                sample.extend(column.map(|&column| self.kind.value(row, column)));
                block += 1;
                next = drawn(block);
            }
            before = after;
        }
        sample.sort_unstable_by(f64::total_cmp);
        sample
    }
}

/// The double in the middle of all from `low` to `high`, rounded down.
fn halfway(low: f64, high: f64) -> f64 {
    let (below, above) = (ordered(low), ordered(high));
    unordered(below + ((i128::from(above) - i128::from(below)) / 2) as i64)
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

    fn written_down(x: &[f64], y: &[f64]) -> [(Pairs, Vec<f64>); 2] {
        let differences: Vec<f64> = x.iter().flat_map(|x| y.iter().map(move |y| x - y)).collect();
        let averages: Vec<f64> =
            (0..x.len()).flat_map(|i| (i..x.len()).map(move |j| (i, j))).map(|(i, j)| (x[i] + x[j]) / 2.0).collect();
        [(Pairs::differences(x, y), sorted(&differences)), (Pairs::averages(x), sorted(&averages))]
    }

    proptest! {
        #[test]
        fn as_if_all_pairs_were_written_down(
            x in proptest::collection::vec(-40i32..40, 1..12), y in proptest::collection::vec(-40i32..40, 1..12)
        ) {
            let [x, y] = [x, y].map(|values| values.iter().map(|&value| f64::from(value) / 8.0).collect::<Vec<f64>>());
            for (pairs, written) in written_down(&x, &y) {
                prop_assert_eq!(pairs.len(), written.len() as u64);
                prop_assert_eq!(pairs.median(), median(&written));
                for (place, value) in written.iter().enumerate() {
                    prop_assert_eq!(pairs.at(place as u64), *value);
                }
            }
        }

        /// More pairs than are sorted at once: few and many ties, and scales far apart (`steepness`).
        #[test]
        fn selection_by_samples_agrees_with_sorting(
            x in proptest::collection::vec(-1.0..1.0, 100..200), y in proptest::collection::vec(-1.0..1.0, 100..200),
            ties in prop::sample::select(vec![2.0, 40.0, 1e9]), steepness in prop::sample::select(vec![1, 3, 101])
        ) {
            let shaped = |values: &[f64]| -> Vec<f64> {
                values.iter().map(|&value: &f64| (value.powi(steepness) * ties).round() / ties).collect()
            };
            let (x, y): (Vec<f64>, Vec<f64>) = (shaped(&x), shaped(&y));
            for (pairs, written) in written_down(&x, &y) {
                prop_assert_eq!(pairs.median(), median(&written));
                let n = written.len();
                for place in (0..20).map(|part| part * (n - 1) / 19).chain([1, n - 2]) {
                    prop_assert_eq!(pairs.at(place as u64), written[place]);
                    // Together with the median, near it or far from it.
                    let places = [(n - 1) / 2, place, n - 1 - place];
                    prop_assert_eq!(pairs.at_each(places.map(|place| place as u64)), places.map(|place| written[place]));
                }
            }
        }
    }

    /// With 70 000 participants a product of two sizes takes more than 32 bits.
    #[test]
    fn more_pairs_than_32_bits_count() {
        let n = 70_000;
        let x: Vec<f64> = (0..n).map(f64::from).collect();
        let pairs = Pairs::differences(&x, &[0.0, 1.0]);
        assert_eq!((pairs.len(), pairs.median()), (140_000, 34_999.0));
        let averages = Pairs::averages(&x);
        assert_eq!((averages.len(), averages.median()), (2_450_035_000, 34_999.5));
        assert_eq!((averages.at(0), averages.at(2), averages.at(2_450_034_999)), (0.0, 1.0, 69_999.0));
        let differences = Pairs::differences(&x, &x);
        assert_eq!((differences.len(), differences.median()), (4_900_000_000, 0.0));
    }
}
