//! The least n, and the least effect, that a power is reached with.

use super::unusable::Unusable;
use crate::num::roots::root;

/// More participants per arm are not searched.
pub const MOST_PER_ARM: u32 = 1_000_000;

/// The least whole n from `from` at which `power` reaches `wanted`, for a power that rises with n; `None` where
/// [`MOST_PER_ARM`] do not reach it.
///
/// # Errors
/// Those of `power`.
///
/// ```
/// use prepost::planning::power::arm_contrast::{ArmContrast, BaselineUse};
/// use prepost::planning::power::sample_size::least_n;
/// let power = |n: f64| ArmContrast::of_equal_arms(BaselineUse::Raw, 0.5, n).power(0.5, 0.05);
/// assert_eq!(least_n(0.80, 2, power).unwrap(), Some(64));
/// ```
pub fn least_n(wanted: f64, from: u32, power: impl Fn(f64) -> Result<f64, Unusable>) -> Result<Option<u32>, Unusable> {
    let reaches = |n: u32| power(f64::from(n)).map(|power| power >= wanted);
    let (mut short, mut enough) = (from, from);
    while !reaches(enough)? {
        if enough >= MOST_PER_ARM {
            return Ok(None);
        }
        short = enough;
        enough = enough.saturating_mul(2).min(MOST_PER_ARM);
    }
    while enough > short + 1 {
        let middle = short + (enough - short) / 2;
        if reaches(middle)? { enough = middle } else { short = middle }
    }
    Ok(Some(enough))
}

/// The least effect, up to `most`, at which `power` reaches `wanted`, for a power that rises with the effect from 0 on.
pub fn least_effect(wanted: f64, most: f64, power: impl Fn(f64) -> Result<f64, Unusable>) -> Option<f64> {
    root(|effect| power(effect).map_or(f64::NAN, |power| power - wanted), (0.0, most), 1e-9).ok()
}
