//! What dropout and treatment in groups ask for in participants.
//!
//! # Formulas
//! - n/(1 − dropout) are allotted so that n are expected at the end.
//! - Treated in groups of m with an intraclass correlation ρ, an arm's mean has the variance of n/(1 + (m − 1)ρ) participants
//!   (Donner & Klar, 2000, ch. 5).
//!
//! # References
//! Donner, A., & Klar, N. (2000). *Design and analysis of cluster randomization trials in health research*. Arnold.

use super::unusable::Unusable;

/// A count that differs from a whole number by the rounding of a product only is that number.
const ROUNDING: f64 = 1e-9;

/// How many to allot so that `n` are expected at the end, whole.
///
/// # Errors
/// A `dropout` outside 0 ≤ dropout < 1.
pub fn allotted(n: f64, dropout: f64) -> Result<f64, Unusable> {
    Unusable::unless((0.0..1.0).contains(&dropout), "dropout", dropout, "dropout")?;
    Ok((n / (1.0 - dropout) - ROUNDING).ceil())
}

/// How many of `n` are expected at the end, in whole participants.
///
/// # Errors
/// A `dropout` outside 0 ≤ dropout < 1.
pub fn expected_at_end(n: f64, dropout: f64) -> Result<f64, Unusable> {
    Unusable::unless((0.0..1.0).contains(&dropout), "dropout", dropout, "dropout")?;
    Ok((n * (1.0 - dropout) + ROUNDING).floor())
}

/// 1 + (m − 1)ρ for groups of `group_size` (1 or more) and an intraclass correlation `icc` from 0 to 1.
///
/// # Errors
/// The first input that is out of its range.
pub fn design_effect(group_size: f64, icc: f64) -> Result<f64, Unusable> {
    Unusable::unless((1.0..=1e5).contains(&group_size), "group_size", group_size, "group-size")?;
    Unusable::unless((0.0..=1.0).contains(&icc), "icc", icc, "icc")?;
    Ok(1.0 + (group_size - 1.0) * icc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(allotted(17.0, 0.15), Ok(20.0));
        assert_eq!(allotted(18.0, 0.1), Ok(20.0));
        assert_eq!(allotted(64.0, 0.2), Ok(80.0));
        assert_eq!(allotted(64.0, 0.0), Ok(64.0));
        assert_eq!(expected_at_end(20.0, 0.15), Ok(17.0));
        assert_eq!(expected_at_end(20.0, 0.1), Ok(18.0));
        assert_eq!(design_effect(10.0, 0.1), Ok(1.9));
        assert_eq!(design_effect(1.0, 0.1), Ok(1.0));
        assert!(allotted(20.0, 1.0).is_err() && design_effect(0.0, 0.1).is_err() && design_effect(5.0, 1.5).is_err());
    }
}
