//! The columns that together name a participant: one, or several where ids restart in each site.

use serde::{Deserialize, Serialize};

/// One or more columns of the file; in JSON a single one is a string.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum IdColumns {
    One(String),
    Several(Vec<String>),
}

impl IdColumns {
    /// One column is itself, whatever the list that it came in.
    pub fn of(mut names: Vec<String>) -> Option<Self> {
        if names.len() < 2 { names.pop().map(Self::One) } else { Some(Self::Several(names)) }
    }

    pub fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }

    /// The column that tells participants apart most finely: the last.
    pub fn last(&self) -> Option<&str> {
        self.names().last().map(String::as_str)
    }
}

impl From<&str> for IdColumns {
    fn from(name: &str) -> Self {
        Self::One(name.to_owned())
    }
}

impl From<String> for IdColumns {
    fn from(name: String) -> Self {
        Self::One(name)
    }
}
