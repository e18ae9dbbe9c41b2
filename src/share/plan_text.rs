//! The Plan in a link: its JSON without what is as by default. The very bytes whose SHA-256 is printed and deposited.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::damaged;
use crate::notice::Message;
use crate::plan::{ArmPlan, LongPlan, Meaning, OutcomePlan, Plan, ScalePlan, WithinPlan};

/// Longer names are no labels; the Plan of such a link is refused.
const LONGEST_NAME: usize = 1_000;

/// The same Plan gives the same text.
pub fn plan_text(plan: &Plan) -> String {
    serde_json::to_string(&trimmed(plan)).unwrap_or_default()
}

/// What a Plan says beyond what is so by default. That an unlikely value is real (`codes`) stays behind: the value is
/// somebody's.
pub fn trimmed(plan: &Plan) -> Value {
    let mut shared = plan.clone();
    shared.codes.retain(|code| code.means == Meaning::Missing);
    // Maps have string keys and numbers are finite or null: nothing that JSON lacks.
    let mut value = of(&shared);
    trim(&mut value, &of(&Plan::default()));
    trim_each(&mut value, "outcomes", &of(&OutcomePlan::default()));
    trim_each(&mut value, "within", &of(&WithinPlan::default()));
    trim_each(&mut value, "scales", &of(&ScalePlan::default()));
    for scale in value.get_mut("scales").and_then(Value::as_array_mut).into_iter().flatten() {
        shorten(scale);
    }
    for (field, default) in [("arm", of(&ArmPlan::default())), ("long", of(&LongPlan::default()))] {
        if let Some(part) = value.get_mut(field) {
            trim(part, &default);
        }
    }
    // The version stays, so that a Plan is known for one by itself.
    if let Value::Object(fields) = &mut value {
        fields.insert("version".into(), plan.version.into());
    }
    value
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
    *columns = Value::Array(crate::scale::in_runs(&names).into_iter().map(run).collect());
}

/// The SHA-256 of the Plan's text, in hexadecimal digits.
pub fn plan_hash(plan: &Plan) -> String {
    Sha256::digest(plan_text(plan)).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn read(bytes: &[u8]) -> Result<Plan, Message> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    // Where in it the mistake is would help nobody who was sent it: the Plan of a link is not written by hand.
    let plan: Plan = serde_json::from_str(text).map_err(|_| damaged())?;
    if plan.version != 1 {
        return Err(Message::new("plan-version").with("version", plan.version as usize));
    }
    if strings(&of(&plan)).any(|name| name.len() > LONGEST_NAME) {
        return Err(damaged());
    }
    Ok(plan)
}

fn of(value: &impl serde::Serialize) -> Value {
    let text = serde_json::to_string(value).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn trim(value: &mut Value, default: &Value) {
    let (Value::Object(fields), Value::Object(defaults)) = (value, default) else { return };
    fields.retain(|name, field| defaults.get(name) != Some(field));
}

fn trim_each(value: &mut Value, field: &str, default: &Value) {
    let list = value.get_mut(field).and_then(Value::as_array_mut);
    list.into_iter().flatten().for_each(|item| trim(item, default));
}

/// Every text in a value.
fn strings(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(list) => Box::new(list.iter().flat_map(strings)),
        Value::Object(fields) => Box::new(fields.values().flat_map(strings)),
        Value::Null | Value::Bool(_) | Value::Number(_) => Box::new(std::iter::empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Code;

    #[test]
    fn the_text_says_only_what_is_not_by_default() {
        let outcome = OutcomePlan { name: "mood".into(), columns: vec!["mood".into()], ..OutcomePlan::default() };
        let plan = Plan { outcomes: vec![outcome], ..Plan::default() };
        assert_eq!(plan_text(&plan), r#"{"outcomes":[{"columns":["mood"],"name":"mood"}],"version":1}"#);
        assert_eq!(read(plan_text(&plan).as_bytes()), Ok(plan));
    }

    #[test]
    fn a_value_that_is_real_stays_behind() {
        let code = |value, means| Code { column: "mood".into(), value, means };
        let plan = Plan { codes: vec![code(99.0, Meaning::Value), code(-9.0, Meaning::Missing)], ..Plan::default() };
        let text = plan_text(&plan);
        assert!(!text.contains("99") && text.contains("-9"), "{text}");
    }

    /// By `printf '{"version":1}' | sha256sum`.
    #[test]
    fn the_hash_is_that_of_the_text() {
        assert_eq!(plan_text(&Plan::default()), r#"{"version":1}"#);
        assert_eq!(plan_hash(&Plan::default()), "2430f1a2ad2982d0067885488a4c89e21ad1d7c83b115ba8f1b20acc88dfaea8");
    }
}
