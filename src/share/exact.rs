//! Scores are whole numbers or means of a few of them, so that their sums and products can be written as whole numbers,
//! exactly and briefly.

/// Means of up to this many items are found whole.
const MOST_ITEMS: u32 = 60;
/// And decimals of up to four places.
const DECIMALS: [u32; 3] = [100, 1_000, 10_000];
/// Beyond this a double no longer holds every whole number.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;
/// How far from a whole number a multiple may be, as a share of its size: a few roundings.
const ROUNDING: f64 = 1e-13;
/// How far rounding may take a sum or product from its whole number.
const NEAR: f64 = 0.01;
/// Below it rounding stays well below [`NEAR`].
const LARGEST_SURE: f64 = 1e11;

/// The smallest number that makes all values whole; `None` where none of those tried does.
pub fn divisor(values: &[f64]) -> Option<u32> {
    (1..=MOST_ITEMS).chain(DECIMALS).find(|&divisor| values.iter().all(|&value| is_whole(value * f64::from(divisor))))
}

fn is_whole(value: f64) -> bool {
    value.abs() < LARGEST_WHOLE && (value - value.round()).abs() <= ROUNDING * value.abs()
}

/// The whole number that a sum or product is but for rounding; `None` where it is none, or too large to be one for sure.
pub fn whole(value: f64) -> Option<i64> {
    let is_near = (value - value.round()).abs() < NEAR && value.abs() < LARGEST_SURE;
    is_near.then_some(value.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_means_of_items_and_decimals() {
        assert_eq!(divisor(&[54.0, 0.0, -3.0]), Some(1));
        assert_eq!(divisor(&[31.0 / 9.0, 40.0 / 9.0, 2.0]), Some(9));
        assert_eq!(divisor(&[3.5, 10.0 / 3.0]), Some(6));
        assert_eq!(divisor(&[3.18, 2.5]), Some(50));
        assert_eq!(divisor(&[0.1234]), Some(10_000));
        assert_eq!(divisor(&[std::f64::consts::PI]), None);
        assert_eq!(divisor(&[1e300]), None);
    }

    #[test]
    fn a_number_too_large_to_be_sure_of_is_not_whole() {
        assert_eq!(whole(46_000.000_000_1), Some(46_000));
        assert_eq!(whole(0.5), None);
        assert_eq!(whole(1e15), None);
    }
}
