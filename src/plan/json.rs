//! The Plan as JSON, with errors that name the field and its place.

use serde_json::Value;
use serde_json::error::Category;

use super::Plan;
use super::defaults::{Defaults, of_today};
use super::places::{line_of_end, line_of_start, repeated_field};
use super::step::{Step, written};
use crate::notice::{Message, Problem, excerpt};

/// How serde's messages of a field that is not there begin.
const MISSING: &str = "missing field `";

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
        let text = without_mark(text);
        let value: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
        // A list would be read as the fields in their order.
        if !value.is_object() {
            return Err(Problem::error(Message::new("plan-without-fields")).at_line(1));
        }
        if let Some((field, line)) = repeated_field(text) {
            return Err(at(line, Message::new("plan-field-twice").with("field", field)));
        }
        Self::from_value(value.clone(), &of_today()).map_err(|error| not_a_plan(text, &value, &error))
    }

    /// Reads a Plan by the defaults given: those of today, or of the link that brings it.
    ///
    /// # Errors
    /// Where it is none, and why.
    pub fn from_value(
        mut value: Value,
        defaults: &Defaults,
    ) -> Result<Self, serde_path_to_error::Error<serde_json::Error>> {
        defaults.fill(&mut value);
        serde_path_to_error::deserialize(value)
    }

    /// A Note for each field of the JSON that a Plan does not have.
    pub fn unknown_fields(text: &str) -> Vec<Problem> {
        let Ok(mut value) = serde_json::from_str::<Value>(without_mark(text)) else { return Vec::new() };
        of_today().fill(&mut value);
        let mut unknown = Vec::new();
        // Whether it is a Plan is said where it is read.
        drop(serde_ignored::deserialize::<_, _, Self>(value, |path| unknown.push(ignored(&path))));
        let note = |field: &String| Problem::note(Message::new("plan-unknown-field").with("field", excerpt(field)));
        unknown.iter().map(note).collect()
    }

    pub fn to_json_pretty(&self) -> String {
        // Strings, numbers and lists: nothing that JSON lacks.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The text without the byte order mark with which some editors begin a file, and which JSON does not allow.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn at(line: usize, message: Message) -> Problem {
    Problem::error(message.with("line", line)).at_line(line)
}

fn not_json(error: &serde_json::Error) -> Problem {
    let id = if error.classify() == Category::Eof { "plan-json-ends" } else { "plan-not-json" };
    at(error.line().max(1), Message::new(id).with("column", error.column()))
}

fn not_a_plan(text: &str, value: &Value, error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let steps: Vec<Step> = error.path().iter().filter_map(Step::of).collect();
    let said = error.inner().to_string();
    if let Some((field, _)) = said.strip_prefix(MISSING).and_then(|rest| rest.split_once('`')) {
        return at(line_of_end(text, &steps), Message::new("plan-field-missing").with("field", field));
    }
    let is_name = |step: &&Step| matches!(step, Step::Field(_));
    let name = steps.iter().rfind(is_name).map(|step| step.key().into_owned()).unwrap_or_default();
    let value = steps.iter().try_fold(value, |value, step| step.within(value)).unwrap_or(&Value::Null);
    let message = Message::new("plan-field-wrong")
        .with("field", excerpt(&written(&steps)))
        .with("name", name)
        .with("found", excerpt(&value.to_string()));
    at(line_of_start(text, &steps), message)
}

/// The path of a field that was passed over.
fn ignored(path: &serde_ignored::Path) -> String {
    let mut steps = Vec::new();
    let mut rest = Some(path);
    while let Some(path) = rest {
        rest = match path {
            serde_ignored::Path::Root => None,
            serde_ignored::Path::Seq { parent, index } => {
                steps.push(Step::Item(*index));
                Some(parent)
            }
            serde_ignored::Path::Map { parent, key } => {
                steps.push(Step::Field(key.clone()));
                Some(parent)
            }
            serde_ignored::Path::Some { parent }
            | serde_ignored::Path::NewtypeStruct { parent }
            | serde_ignored::Path::NewtypeVariant { parent } => Some(parent),
        };
    }
    steps.reverse();
    written(&steps)
}
