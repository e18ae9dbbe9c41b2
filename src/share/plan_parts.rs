//! A Plan as a list of what it says, part by part: to be shown before it is shared, and to be compared.

use serde_json::Value;

use super::plan_text::trimmed;
use crate::message::Message;
use crate::trial::Plan;

/// One thing that a Plan says.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is about, in words: `plan-part-adjust`, with the outcome that it is of.
    pub name: Message,
    pub value: String,
}

/// Names of the fields in messages. What is not here is named by itself.
const FIELDS: [(&str, &str); 22] = [
    ("id", "plan-part-id"),
    ("column", "plan-part-arm-column"),
    ("levels", "plan-part-arms"),
    ("control", "plan-part-control"),
    ("occasions", "plan-part-occasions"),
    ("columns", "plan-part-columns"),
    ("better", "plan-part-better"),
    ("role", "plan-part-role"),
    ("margin", "plan-part-margin"),
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

fn part(field: &str, value: &Value, outcome: Option<&str>) -> Part {
    let known = FIELDS.iter().find(|(name, _)| *name == field);
    let name = known.map_or_else(|| Message::new("plan-part-other").with("field", field), |(_, id)| Message::new(id));
    Part { name: name.with("outcome", outcome.unwrap_or_default()), value: text(value) }
}

/// A value as one reads it: lists with commas, the parts of an object by their values.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields.values().map(text).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Bool(_) | Value::Number(_) => serde_json::to_string(value).unwrap_or_default(),
    }
}
