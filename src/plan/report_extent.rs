//! How much of the analysis the report brings. All numbers are computed for the tidy output whatever it says.

use serde::{Deserialize, Serialize};

/// Which analyses the report brings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ReportExtent {
    /// What a first reader needs, and the analyses that the Plan declares.
    #[default]
    Essential,
    Full,
    /// The essential ones and these, by the names that the methods have in the tidy output.
    Sections(Vec<String>),
}

impl ReportExtent {
    /// Whether the report brings the whole of a method.
    pub fn includes(&self, method: &str) -> bool {
        match self {
            Self::Essential => false,
            Self::Full => true,
            Self::Sections(methods) => methods.iter().any(|own| own == method),
        }
    }

    /// This extent with further methods.
    pub fn with<'a>(&self, methods: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = match self {
            Self::Full => return Self::Full,
            Self::Essential => Vec::new(),
            Self::Sections(own) => own.clone(),
        };
        for method in methods {
            if !all.iter().any(|own| own == method) {
                all.push(method.to_owned());
            }
        }
        Self::Sections(all)
    }
}
