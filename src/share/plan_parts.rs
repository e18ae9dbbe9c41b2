//! A Plan as a list of what it says, part by part: to be shown before it is shared, and to be compared.

use serde_json::Value;

use super::plan_text::trimmed;
use crate::notice::Message;
use crate::plan::Plan;

/// One thing that a Plan says.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is about, in words: `plan-part-adjust`, with the outcome that it is of.
    pub name: Message,
    pub value: String,
}

/// Names of the fields in messages. What is not here is named by itself.
const FIELDS: [(&str, &str); 23] = [
    ("id", "plan-part-id"),
    ("column", "plan-part-arm-column"),
    ("levels", "plan-part-arms"),
    ("control", "plan-part-control"),
    ("occasions", "plan-part-occasions"),
    ("columns", "plan-part-columns"),
    ("better", "plan-part-better"),
    ("role", "plan-part-role"),
    ("margin", "plan-part-margin"),
    ("reliable_change", "plan-part-reliable-change"),
    ("covariates", "plan-part-covariates"),
    ("factors", "plan-part-factors"),
    ("within", "plan-part-within"),
    ("long", "plan-part-long"),
    ("codes", "plan-part-codes"),
    ("randomised", "plan-part-randomised"),
    ("sums_of_squares", "plan-part-squares"),
    ("adjust", "plan-part-adjust"),
    ("error_term", "plan-part-error-term"),
    ("claims", "plan-part-claims"),
    ("declared", "plan-part-declared"),
    ("therapy_group_size", "plan-part-therapy-group"),
    ("resampling", "plan-part-resampling"),
];

/// Names of the fields of a questionnaire.
const SCALE_FIELDS: [(&str, &str); 9] = [
    ("key", "plan-part-scale-key"),
    ("confirmed", "plan-part-scale-confirmed"),
    ("items", "plan-part-scale-items"),
    ("reverse", "plan-part-scale-reverse"),
    ("range", "plan-part-scale-range"),
    ("score", "plan-part-scale-score"),
    ("subscales", "plan-part-scale-subscales"),
    ("least_answered", "plan-part-scale-least"),
    ("shift", "plan-part-scale-shift"),
];

/// Everything that a Plan says beyond what is so by default.
pub fn parts(plan: &Plan) -> Vec<Part> {
    let Value::Object(fields) = trimmed(plan) else { return Vec::new() };
    let mut parts = Vec::new();
    for (field, value) in &fields {
        match (field.as_str(), value) {
            ("version", _) => {}
            ("arm", Value::Object(of_arm)) => {
                parts.extend(of_arm.iter().map(|(field, value)| part(field, value, None)));
            }
            ("scales", Value::Array(scales)) => parts.extend(scales.iter().flat_map(of_scale)),
            ("outcomes", Value::Array(outcomes)) => parts.extend(outcomes.iter().flat_map(of_outcome)),
            _ => parts.push(part(field, value, None)),
        }
    }
    parts
}

fn of_outcome(outcome: &Value) -> Vec<Part> {
    let name = outcome.get("name").map(text).unwrap_or_default();
    let fields = outcome.as_object().into_iter().flatten().filter(|(field, _)| field.as_str() != "name");
    fields.map(|(field, value)| part(field, value, Some(&name))).collect()
}

/// A questionnaire: its key and its columns, the first and the last of a run, and what else the user says of it.
fn of_scale(scale: &Value) -> Vec<Part> {
    let name = scale.get("name").map(text).unwrap_or_default();
    let fields = scale.as_object().into_iter().flatten().filter(|(field, _)| field.as_str() != "name");
    let of_field = |(field, value): (&String, &Value)| {
        let known = SCALE_FIELDS.iter().find(|(name, _)| *name == field.as_str());
        let id = known.map_or("plan-part-scale-other", |(_, id)| *id);
        let message = Message::new(id).with("scale", name.as_str()).with("field", field.as_str());
        Part { name: message, value: text(value) }
    };
    fields.map(of_field).collect()
}

fn part(field: &str, value: &Value, outcome: Option<&str>) -> Part {
    let known = FIELDS.iter().find(|(name, _)| *name == field);
    let name = known.map_or_else(|| Message::new("plan-part-other").with("field", field), |(_, id)| Message::new(id));
    Part { name: name.with("outcome", outcome.unwrap_or_default()), value: text(value) }
}

/// A run of columns by its ends.
fn of_list(value: &Value) -> String {
    match value.as_array().map(Vec::as_slice) {
        Some([Value::String(first), Value::String(last)]) => format!("{first} … {last}"),
        _ => text(value),
    }
}

/// A value as one reads it: lists with commas, the parts of an object by their values.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(of_list).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields.values().map(text).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Bool(_) | Value::Number(_) => serde_json::to_string(value).unwrap_or_default(),
    }
}
