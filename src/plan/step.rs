//! A path from a JSON value to one inside it, step by step: `outcomes[2].better`.

use std::borrow::Cow;

use serde_json::Value;
use serde_path_to_error::Segment;

/// A step from a value of the JSON to one within it.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Field(String),
    /// From 0.
    Item(usize),
}

impl Step {
    pub fn of(segment: &Segment) -> Option<Self> {
        match segment {
            Segment::Map { key } => Some(Self::Field(key.clone())),
            Segment::Seq { index } => Some(Self::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        }
    }

    pub fn key(&self) -> Cow<'_, str> {
        match self {
            Self::Field(name) => name.into(),
            // Counted from 1, as people count.
            Self::Item(index) => format!("[{}]", index + 1).into(),
        }
    }

    pub fn within<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        match self {
            Self::Field(name) => value.get(name),
            Self::Item(index) => value.get(index),
        }
    }
}

/// `outcomes[2].better`.
pub fn written(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |path, step| {
        let dot = if path.is_empty() || matches!(step, Step::Item(_)) { "" } else { "." };
        format!("{path}{dot}{}", step.key())
    })
}
