//! Why a number cannot be given, and what is rounding.

/// Why a number cannot be given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lack {
    /// The covariance of the contrasts is singular: some measures are equal, or one follows from the others.
    Singular,
    /// Fewer degrees of freedom for error than the contrasts need.
    TooFew { df_error: usize, needed: usize },
    /// With two levels there is nothing to test.
    NotApplicable,
}

/// A variance below this share of the size of its summands is rounding.
pub const ROUNDING: f64 = 1e-13;
