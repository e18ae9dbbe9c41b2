//! Widths of the Cauchy prior.

/// A scale of the Cauchy prior of a standardised effect.
pub struct PriorWidth {
    pub r: f64,
    /// Name in the tidy output.
    pub statistic: &'static str,
    /// Message id of the column that shows its factor.
    pub head: &'static str,
}
