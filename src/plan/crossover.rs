//! A crossover: every participant receives the treatments one after another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Which columns hold the treatment, the period and the order of treatments.
///
/// Long file: a row for each participant and period, with columns of the treatment and the period. Wide file: an outcome
/// has a column for each period, and each order of treatments says which was given in which (`treatments`), or a column
/// for each treatment where the periods are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CrossoverPlan {
    /// None in a wide file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub treatment: String,
    /// None in a wide file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<String>,
    /// Wide file: by level of `sequence`, the treatment of each period.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Map<string, string[]>", optional))]
    pub treatments: BTreeMap<String, Vec<String>>,
}

impl CrossoverPlan {
    /// The columns that it names.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        let named = [Some(&self.treatment), Some(&self.period), self.sequence.as_ref()];
        named.into_iter().flatten().filter(|name| !name.is_empty())
    }
}
