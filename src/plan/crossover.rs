//! A crossover: every participant receives the treatments one after another.

use serde::{Deserialize, Serialize};

/// Which columns hold the treatment, the period and the order of treatments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CrossoverPlan {
    pub treatment: String,
    pub period: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<String>,
}
