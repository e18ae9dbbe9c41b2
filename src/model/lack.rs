//! Reasons why a statistic is undefined, and the threshold of rounding error.

/// Why a statistic is undefined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lack {
    /// The covariance of the contrasts is singular: some measures are equal, or one follows from the others.
    Singular,
    /// Fewer degrees of freedom for error than the contrasts need.
    TooFew { df_error: usize, needed: usize },
    /// With two levels there is nothing to test.
    NotApplicable,
}

/// A variance below this share of the magnitude of its summands is rounding error.
pub const ROUNDING: f64 = 1e-13;
