//! The Plan as JSON, with errors that name the field and its place.

use serde_json::error::Category;
use serde_json::{Map, Value};

use super::Plan;
use super::names::shown;
use crate::notice::{Message, Problem};

impl Plan {
    /// Reads a Plan. Fields that it does not know are passed over; [`Plan::unknown_fields`] names them.
    ///
    /// # Errors
    /// A Problem with the line, the column and, where the JSON is whole, the field.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(clippy::result_large_err, reason = "a Problem is made once, where it ends the reading")
    )]
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        // A list would be read as the fields in their order.
        if serde_json::from_str::<Value>(text).is_ok_and(|value| !value.is_object()) {
            return Err(Problem::error(Message::new("plan-without-fields")).at_line(1));
        }
        serde_json::from_str(text).map_err(|error| problem(text, &error))
    }

    /// A Note for each field of the JSON that a Plan does not have.
    pub fn unknown_fields(text: &str) -> Vec<Problem> {
        let Ok(value) = serde_json::from_str::<Value>(text) else { return Vec::new() };
        let mut unknown = Vec::new();
        collect_unknown(&value, "", &PLAN, &mut unknown);
        let note = |field: &String| Problem::note(Message::new("plan-unknown-field").with("field", shown(field)));
        unknown.iter().map(note).collect()
    }

    pub fn to_json_pretty(&self) -> String {
        // Strings, numbers and lists: nothing that JSON lacks.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The fields of one object of the Plan, and of the objects within them.
struct Fields {
    names: &'static [&'static str],
    objects: &'static [(&'static str, Fields)],
}

const PLAN: Fields = Fields {
    names: &[
        "version",
        "id",
        "arm",
        "occasions",
        "outcomes",
        "covariates",
        "factors",
        "within",
        "long",
        "scales",
        "codes",
        "randomised",
        "sums_of_squares",
        "adjust",
        "error_term",
        "declared",
        "claims",
        "therapy_group_size",
        "resampling",
    ],
    objects: &[
        ("arm", Fields { names: &["column", "levels", "control"], objects: &[] }),
        (
            "outcomes",
            Fields {
                names: &["name", "columns", "better", "role", "margin", "reliable_change"],
                objects: &[
                    ("margin", Fields { names: &["value", "unit"], objects: &[] }),
                    (
                        "reliable_change",
                        Fields {
                            names: &["source", "reliability", "sd", "cutoff", "norm", "criterion"],
                            objects: &[("norm", Fields { names: &["mean", "sd", "n"], objects: &[] })],
                        },
                    ),
                ],
            },
        ),
        (
            "scales",
            Fields {
                names: &[
                    "name",
                    "key",
                    "confirmed",
                    "items",
                    "reverse",
                    "range",
                    "score",
                    "subscales",
                    "least_answered",
                    "shift",
                ],
                objects: &[(
                    "subscales",
                    Fields {
                        names: &["name", "items", "reversed", "recodes", "of", "score"],
                        objects: &[("recodes", Fields { names: &["items", "from", "to"], objects: &[] })],
                    },
                )],
            },
        ),
        ("within", Fields { names: &["name", "levels"], objects: &[] }),
        ("long", Fields { names: &["occasion", "value"], objects: &[] }),
        ("claims", Fields { names: &["claim", "outcome"], objects: &[] }),
        ("resampling", Fields { names: &["replicates", "seed"], objects: &[] }),
        ("codes", Fields { names: &["column", "value", "means"], objects: &[] }),
    ],
};

fn collect_unknown(value: &Value, path: &str, fields: &Fields, unknown: &mut Vec<String>) {
    let object = match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_unknown(item, &format!("{path}[{}]", index + 1), fields, unknown);
            }
            return;
        }
        Value::Object(object) => object,
        _ => return,
    };
    for (name, inner) in object {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        if !fields.names.contains(&name.as_str()) {
            unknown.push(path);
        } else if let Some((_, within)) = fields.objects.iter().find(|(object, _)| object == name) {
            collect_unknown(inner, &path, within, unknown);
        }
    }
}

fn problem(text: &str, error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let reason = error.to_string();
    let named = |prefix: &str| reason.strip_prefix(prefix).and_then(|rest| rest.split('`').next()).map(shown);
    let message = if error.classify() == Category::Eof {
        Message::new("plan-json-ends")
    } else if error.classify() != Category::Data {
        Message::new("plan-not-json")
    } else if let Some(field) = named(MISSING) {
        Message::new("plan-field-missing").with("field", field)
    } else if let Some(field) = named("duplicate field `") {
        Message::new("plan-field-twice").with("field", field)
    } else {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let wrong = wrong_part(&value, &is_taken);
        Message::new("plan-field-wrong")
            .with("field", shown(&wrong.path))
            .with("name", wrong.name)
            .with("found", shown(&wrong.value.to_string()))
    };
    Problem::error(message.with("line", line).with("column", column)).at_line(line)
}

const MISSING: &str = "missing field `";

/// Whether a Plan can be read from the JSON, but for fields that are still missing.
fn is_taken(value: Value) -> bool {
    serde_json::from_value::<Plan>(value).map_or_else(|error| error.to_string().starts_with(MISSING), |_| true)
}

/// The part of a Plan that cannot be read.
struct Wrong<'a> {
    /// `outcomes[2].better`, counted from 1, as people count.
    path: String,
    /// The last key of the path.
    name: String,
    value: &'a Value,
}

/// The innermost part that is not taken even alone. Every field of the Plan can be absent, so each can be tried alone.
fn wrong_part<'a>(value: &'a Value, is_taken: &dyn Fn(Value) -> bool) -> Wrong<'a> {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let with_field = |inner: Value| {
                    let mut only = Map::new();
                    only.insert(key.clone(), inner);
                    is_taken(Value::Object(only))
                };
                if !with_field(field.clone()) {
                    let mut wrong = wrong_part(field, &with_field);
                    let dot = if wrong.path.is_empty() || wrong.path.starts_with('[') { "" } else { "." };
                    wrong.path = format!("{key}{dot}{}", wrong.path);
                    if wrong.name.is_empty() {
                        wrong.name.clone_from(key);
                    }
                    return wrong;
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let with_item = |inner: Value| is_taken(Value::Array(vec![inner]));
                if !with_item(item.clone()) {
                    let mut wrong = wrong_part(item, &with_item);
                    let dot = if wrong.path.is_empty() || wrong.path.starts_with('[') { "" } else { "." };
                    wrong.path = format!("[{}]{dot}{}", index + 1, wrong.path);
                    return wrong;
                }
            }
        }
        _ => {}
    }
    Wrong { path: String::new(), name: String::new(), value }
}

#[cfg(test)]
mod tests {
    use super::super::{
        ClaimKind, ClaimPlan, Code, Criterion, LongPlan, Margin, MarginUnit, Meaning, Norm, OutcomePlan, OutcomeRole,
        ReliabilitySource, ReliableChangePlan, SdOf, WithinPlan,
    };
    use super::*;

    #[test]
    fn every_field_of_a_plan_is_known() {
        let outcome = OutcomePlan {
            name: "EE".into(),
            columns: vec!["EE_pre".into()],
            role: Some(OutcomeRole::Primary),
            margin: Some(Margin { value: 0.5, unit: MarginUnit::Sd }),
            reliable_change: Some(ReliableChangePlan {
                source: ReliabilitySource::Retest,
                reliability: Some(0.9),
                sd: SdOf::All,
                cutoff: Some(17.0),
                norm: Some(Norm { mean: 12.0, sd: 4.0, n: Some(300) }),
                criterion: Some(Criterion::B),
            }),
            ..OutcomePlan::default()
        };
        let plan = Plan {
            id: Some("id".into()),
            arm: Some(super::super::ArmPlan { control: Some("c".into()), ..Default::default() }),
            outcomes: vec![outcome],
            within: vec![WithinPlan::default()],
            long: Some(LongPlan { occasion: "time".into(), value: Some("score".into()) }),
            scales: vec![crate::scale::ScalePlan::default()],
            codes: vec![Code { column: "EE_pre".into(), value: 99.0, means: Meaning::Missing }],
            randomised: Some(true),
            declared: vec!["change_difference".into()],
            claims: vec![ClaimPlan { claim: ClaimKind::Maintained, outcome: Some("EE".into()) }],
            therapy_group_size: Some(10),
            ..Plan::default()
        };
        let json = plan.to_json_pretty();
        assert_eq!(Plan::from_json(&json).as_ref(), Ok(&plan));
        assert_eq!(Plan::unknown_fields(&json), []);
        let Ok(Value::Object(fields)) = serde_json::from_str(&json) else { panic!("no object") };
        assert_eq!(fields.len(), PLAN.names.len());
    }
}
