//! Margins and retained fractions in words.

use crate::analysis::display::Display;
use crate::analysis::lasting::equivalence::margin::MarginUsed;
use crate::analysis::lasting::retained_fraction::compute::Retained;
use crate::model::equivalence::RatioLimits;
use crate::notice::{Arg, Message};

/// The margin as an argument: in points, with the decimals of a difference.
pub fn margin_arg(margin: &MarginUsed, display: &Display<'_>) -> Arg {
    Arg::Decimal(margin.value, display.places + 1)
}

/// A fraction as a whole percentage.
pub fn percent(fraction: f64) -> Arg {
    Arg::Decimal(100.0 * fraction, 0)
}

/// Fieller's limits in words.
pub fn limits(row: &Retained) -> Message {
    match row.limits {
        Some(RatioLimits::Between { low, high }) => {
            Message::new("retained-between").with("low", percent(low)).with("high", percent(high))
        }
        Some(RatioLimits::Outside { .. } | RatioLimits::Everything) => Message::new("retained-unbounded"),
        None => Message::new("retained-no-limits"),
    }
}
