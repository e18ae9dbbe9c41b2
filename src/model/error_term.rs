//! The error term against which a comparison is tested.

use serde::{Deserialize, Serialize};

/// The error term of a comparison, serialised as in a Plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ErrorTerm {
    /// A separate error for each contrast, as in SPSS `EMMEANS COMPARE`, JASP unpooled, jamovi.
    #[default]
    Separate,
    /// The pooled strata of the univariate model, Satterthwaite where they mix.
    Pooled,
    /// A separate covariance for each arm. Reported beside the other two; no Plan selects it.
    #[serde(skip)]
    UnequalVariances,
}
