//! Why a model of repeated measures is not fitted.

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfitted {
    /// An occasion at which nobody has a value.
    NoValue { occasion: usize },
    /// No more values than coefficients.
    TooFew { values: usize, coefficients: usize },
    /// The values do not vary about their means.
    NoVariation,
    /// The coefficients cannot be told apart.
    Singular,
    /// Every pair of occasions needs participants with values at both, and these two have none.
    NeverTogether { first: usize, second: usize },
    /// Σ has no positive definite estimate: one occasion follows from others, or there are too few participants.
    Degenerate,
    /// The data say nothing of some parameter of Σ.
    Undetermined,
    /// The search did not come to rest.
    NotConverged { iterations: usize },
}

impl Unfitted {
    /// Whether another structure of Σ may still be estimated.
    pub fn depends_on_structure(self) -> bool {
        match self {
            Unfitted::NoValue { .. } | Unfitted::TooFew { .. } | Unfitted::NoVariation | Unfitted::Singular => false,
            Unfitted::NeverTogether { .. }
            | Unfitted::Degenerate
            | Unfitted::Undetermined
            | Unfitted::NotConverged { .. } => true,
        }
    }
}
