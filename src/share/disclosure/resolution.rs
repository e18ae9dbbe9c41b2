//! The values that a measure can take: evenly spaced ones, as scores are.

use crate::num::quantile::sorted;
use crate::share::exact::divisor;

/// How many different values a measure can take, the smallest, and how far apart they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolution {
    pub n_values: f64,
    pub low: f64,
    pub step: f64,
}

impl Resolution {
    /// From the smallest to the largest of the values, by the largest step that gives all of them; where none does, as
    /// many as there are different ones. A wider range of the instrument would leave more sets of scores that fit a
    /// summary, so that the range that was seen is the careful choice.
    pub fn of(values: &[f64]) -> Self {
        let mut in_order = sorted(values);
        in_order.dedup();
        let (low, high) = in_order.first().copied().zip(in_order.last().copied()).unwrap_or_default();
        let step = divisor(&in_order).map(|divisor| whole_step(&in_order, f64::from(divisor)));
        let step = step.unwrap_or((high - low) / (in_order.len() as f64 - 1.0));
        // One value alone has no step.
        let step = if step > 0.0 { step } else { 1.0 };
        Self { n_values: ((high - low) / step).round() + 1.0, low, step }
    }

    /// A value as the number of steps from the smallest.
    pub fn steps(&self, value: f64) -> f64 {
        (value - self.low) / self.step
    }
}

/// The greatest common divisor of the differences of values that are whole when multiplied by `divisor`.
fn whole_step(in_order: &[f64], divisor: f64) -> f64 {
    let whole = |pair: &[f64]| match pair {
        [a, b] => ((b * divisor).round() - (a * divisor).round()) as u64,
        _ => 0,
    };
    in_order.windows(2).map(whole).fold(0, greatest_common_divisor) as f64 / divisor
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_means_of_items_and_any_numbers() {
        let of = |values: &[f64]| {
            let own = Resolution::of(values);
            (own.n_values, own.step)
        };
        assert_eq!(of(&[0.0, 54.0, 7.0]), (55.0, 1.0));
        assert_eq!(of(&[10.0, 50.0, 20.0]), (5.0, 10.0));
        assert_eq!(of(&[1.0, 5.0, 2.5]), (9.0, 0.5));
        assert_eq!(of(&[4.0, 4.0]), (1.0, 1.0));
        assert_eq!(of(&[0.0, std::f64::consts::PI, 4.0]), (3.0, 2.0));
    }
}
