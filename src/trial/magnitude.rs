//! Numbers whose squares, and the squares of those, a double can still hold.
//!
//! The degrees of freedom of Welch and Satterthwaite square variances: a double ends near 1.8e308 and loses digits below
//! 2.2e-308, so that scores are to lie within the fourth root of both, with room for sums over participants.

/// The largest size of a value that is analysed.
const LARGEST: f64 = 1e60;
/// The smallest spread of values that is analysed, unless they are equal.
const SMALLEST_SPREAD: f64 = 1e-60;

/// What is beyond the range of the analysis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Beyond {
    /// The value of largest size.
    TooLarge(f64),
    /// How far the values lie apart.
    TooClose(f64),
}

/// The extent of a sample. Values that are missing do not count.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    low: f64,
    high: f64,
}

impl Default for Extent {
    fn default() -> Self {
        Self { low: f64::INFINITY, high: f64::NEG_INFINITY }
    }
}

impl Extent {
    pub fn of(values: &[f64]) -> Self {
        values.iter().fold(Self::default(), |extent, &value| extent.with(value))
    }

    pub fn with(self, value: f64) -> Self {
        // `min` and `max` pass over a NaN.
        Self { low: self.low.min(value), high: self.high.max(value) }
    }

    /// What keeps the sample from being squared, if anything.
    pub fn beyond(self) -> Option<Beyond> {
        let Self { low, high } = self;
        if low > high {
            return None;
        }
        let largest = if -low > high { low } else { high };
        let spread = high - low;
        if largest.abs() > LARGEST {
            Some(Beyond::TooLarge(largest))
        } else {
            (0.0 < spread && spread < SMALLEST_SPREAD).then_some(Beyond::TooClose(spread))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ends_of_the_doubles_are_beyond() {
        let of = |values: &[f64]| Extent::of(values).beyond();
        assert_eq!(of(&[1.5e154, f64::NAN, -1.6e154]), Some(Beyond::TooLarge(-1.6e154)));
        assert_eq!(of(&[5e-324, 1e-323]), Some(Beyond::TooClose(5e-324)));
        for fine in [&[][..], &[f64::NAN], &[3.0, 3.0], &[0.0, 1e-50], &[1e50, -1e50], &[1e-300, 1.0]] {
            assert_eq!(of(fine), None, "{fine:?}");
        }
    }
}
