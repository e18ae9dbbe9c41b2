//! The Plan as it is shared and compared: what it says beyond the defaults of its version, columns as runs.

use serde_json::Value;

use super::{Meaning, Plan};
use crate::scale::in_runs;

impl Plan {
    /// What a Plan says beyond what is so by default. That an unlikely value is real (`codes`) stays behind: the value is
    /// somebody's.
    pub fn to_value_to_share(&self) -> Value {
        let mut shared = self.clone();
        shared.codes.retain(|code| code.means == Meaning::Missing);
        let mut value = shared.to_value_without_defaults();
        for scale in value.get_mut("scales").and_then(Value::as_array_mut).into_iter().flatten() {
            shorten(scale);
        }
        value
    }
}

/// Writes the items of a scale as runs.
fn shorten(scale: &mut Value) {
    match scale.get_mut("items") {
        Some(Value::Object(occasions)) => occasions.values_mut().for_each(shorten_columns),
        Some(columns) => shorten_columns(columns),
        None => {}
    }
}

fn shorten_columns(columns: &mut Value) {
    let names: Vec<String> =
        columns.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let run = |(first, last): (&str, Option<&str>)| match last {
        Some(last) => Value::Array(vec![first.into(), last.into()]),
        None => first.into(),
    };
    *columns = Value::Array(in_runs(&names).into_iter().map(run).collect());
}
