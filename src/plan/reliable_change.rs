//! By what single participants are said to have changed.

use serde::{Deserialize, Serialize};

/// How large a change must be to be more than error of measurement, and the cut-off of recovery, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReliableChangePlan {
    pub source: ReliabilitySource,
    /// The coefficient where `source` is `published`; not read else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reliability: Option<f64>,
    #[serde(default, skip_serializing_if = "SdOf::is_default")]
    pub sd: SdOf,
    /// The cut-off itself; it comes before a norm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<NormPlan>,
    /// `None`: c where there is a norm, else no cut-off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<Criterion>,
}

/// Where a score's reliability is taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ReliabilitySource {
    /// The coefficient that the Plan gives.
    #[default]
    Published,
    /// Cronbach’s α of all participants at the first occasion.
    Alpha,
    /// The correlation of the control arm's first two occasions.
    Retest,
}

/// Whose standard deviation at the first occasion a change is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum SdOf {
    /// Pooled within arms.
    #[default]
    Arms,
    /// Of all participants, as if they were one group.
    All,
}

impl SdOf {
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Scores of people who do not have the problem.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct NormPlan {
    pub mean: f64,
    pub sd: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
}

/// The cut-offs of Jacobson and Truax (1991).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Criterion {
    /// Two SDs beyond the sample's mean at the first occasion.
    A,
    /// Within two SDs of the norm's mean.
    B,
    /// Between the two means, each weighted by the other's SD.
    C,
}
