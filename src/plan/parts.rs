//! A Plan part by part, as a list: to preview it before it is shared, and to compare two.

use serde_json::Value;

use super::Plan;
use crate::notice::Message;

/// One thing that a Plan says.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPart {
    /// What it is about: `plan-part` or `plan-part-scale`, whose words choose by the field and name the outcome or the scale.
    pub name: Message,
    pub value: String,
}

/// Everything that a Plan says beyond what is so by default.
pub fn parts(plan: &Plan) -> Vec<PlanPart> {
    let Value::Object(fields) = plan.to_value_to_share() else { return Vec::new() };
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

fn of_outcome(outcome: &Value) -> Vec<PlanPart> {
    let name = outcome.get("name").map(text).unwrap_or_default();
    let fields = outcome.as_object().into_iter().flatten().filter(|(field, _)| field.as_str() != "name");
    fields.map(|(field, value)| part(field, value, Some(&name))).collect()
}

/// A questionnaire: its key and its columns, the first and the last of a run, and what else the user says of it.
fn of_scale(scale: &Value) -> Vec<PlanPart> {
    let name = scale.get("name").map(text).unwrap_or_default();
    let fields = scale.as_object().into_iter().flatten().filter(|(field, _)| field.as_str() != "name");
    let of_field = |(field, value): (&String, &Value)| PlanPart {
        name: Message::new("plan-part-scale").with("scale", name.as_str()).with("field", field.as_str()),
        value: text(value),
    };
    fields.map(of_field).collect()
}

fn part(field: &str, value: &Value, outcome: Option<&str>) -> PlanPart {
    let name = Message::new("plan-part").with("field", field).with("outcome", outcome.unwrap_or_default());
    PlanPart { name, value: text(value) }
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
