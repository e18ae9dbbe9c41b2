//! Axes: round ticks, and where values stand in percent.

use super::number;
use super::view::Tick;

/// An interval of values with round ticks inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub low: f64,
    pub high: f64,
    /// Runs from high to low, so that a lower value stands further to the right.
    pub reversed: bool,
    step: f64,
}

impl Axis {
    /// The smallest axis that holds every finite value, with about `n_ticks` round ticks and a little room at its ends.
    pub fn over(values: impl Iterator<Item = f64>, n_ticks: usize) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        // A single value, or values that differ by rounding only, still need an axis with a width.
        let width = (high - low).max(1e-9 * low.abs().max(high.abs())).max(f64::MIN_POSITIVE.sqrt());
        let room = if high > low { 0.04 * width } else { 0.5 * width.max(1.0) };
        let (low, high) = (low - room, high + room);
        Self { low, high, reversed: false, step: round_step((high - low) / n_ticks.max(1) as f64) }
    }

    pub fn reversed(mut self, reversed: bool) -> Self {
        self.reversed = reversed;
        self
    }

    /// Percent from the start; an infinite value stands at the edge.
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        100.0 * if self.reversed { 1.0 - share } else { share }
    }

    pub fn ticks(&self) -> Vec<Tick> {
        // Below a step of one the ticks need as many decimals as the step; both exponents are small, so the casts hold.
        let places = (-self.step.log10().floor()).clamp(0.0, 12.0) as usize;
        let first = (self.low / self.step).ceil();
        let n = ((self.high - first * self.step) / self.step).floor().clamp(0.0, 50.0) as usize;
        (0..=n)
            .map(|index| (first + index as f64) * self.step)
            .map(|value| Tick { value, text: number::decimal(value, places), at: self.at(value) })
            .collect()
    }
}

/// The nearest of 1, 2 or 5 times a power of ten that is not below `raw`.
fn round_step(raw: f64) -> f64 {
    let power = 10_f64.powf(raw.log10().floor());
    let multiple =
        [1.0, 2.0, 5.0, 10.0].into_iter().find(|multiple| multiple * power >= raw * (1.0 - 1e-12)).unwrap_or(10.0);
    multiple * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        let axis = Axis::over([-18.2, 22.7].into_iter(), 5);
        let texts: Vec<_> = axis.ticks().into_iter().map(|tick| tick.text).collect();
        assert_eq!(texts, ["−10", "0", "10", "20"]);
    }

    #[test]
    fn a_reversed_axis_puts_low_values_to_the_right() {
        let axis = Axis::over([0.0, 10.0].into_iter(), 5).reversed(true);
        assert!(axis.at(0.0) > axis.at(10.0));
        assert_eq!(axis.at(f64::INFINITY), 0.0);
    }

    #[test]
    fn nothing_and_one_value_still_have_an_axis() {
        for axis in
            [Axis::over(std::iter::empty(), 5), Axis::over([3.0].into_iter(), 5), Axis::over([1e300].into_iter(), 5)]
        {
            assert!(axis.low < axis.high, "{axis:?}");
            assert!(axis.ticks().len() < 60);
        }
    }
}
