//! Which error a comparison is held against.

use serde::{Deserialize, Serialize};

/// The error term of a comparison, by the names that a Plan gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ErrorTerm {
    /// Each contrast has its own, as SPSS `EMMEANS COMPARE`, JASP unpooled, jamovi.
    #[default]
    Separate,
    /// The pooled strata of the univariate model, Satterthwaite where they mix.
    Pooled,
    /// Each arm's own covariance. The companion of the other two, which no Plan leads with.
    #[serde(skip)]
    UnequalVariances,
}
