//! What a Plan leaves out: the defaults of the links of one version, which never change once that version is out.
//!
//! The schema itself has no default for a field that counts, so that a Plan that was shared years ago can only be read by
//! the defaults of its day. They are data, one file for each version of the link; a version with another default gets a new
//! file. A Plan in a file of its own is read by those of today, which differ from those of a link in one field: the links of
//! versions 1 and 2 were first issued when every report was the full one.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Plan;

/// The version of the Plan's schema.
pub const VERSION: u32 = 1;

/// The version of the links that are made now, whose defaults are those of today.
pub const TODAY: u32 = 2;

const ONE: &str = include_str!("defaults/1.json");
const TWO: &str = include_str!("defaults/2.json");

/// The defaults of the fields of an object of the Plan, and of the objects within it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Defaults {
    pub fields: Map<String, Value>,
    /// By the field that holds it: an object, or a list of such objects.
    pub parts: BTreeMap<String, Defaults>,
    /// Whether it is written in full as soon as it says anything: links of that version do.
    pub whole: bool,
}

/// The defaults of a version of the link; `None` where this program does not know the version.
pub fn defaults(link: u32) -> Option<Defaults> {
    let text = match link {
        1 => ONE,
        2 => TWO,
        _ => return None,
    };
    serde_json::from_str(text).ok()
}

/// The defaults of today, of a Plan that comes in no link.
pub fn of_today() -> Defaults {
    let mut today = of_links();
    today.fields.insert("report".into(), "essential".into());
    today
}

/// The defaults of the links that are made now.
fn of_links() -> Defaults {
    defaults(TODAY).unwrap_or_default()
}

impl Defaults {
    /// Writes out what an object leaves out.
    pub fn fill(&self, object: &mut Value) {
        let Value::Object(fields) = object else { return };
        for (name, default) in &self.fields {
            fields.entry(name.as_str()).or_insert_with(|| default.clone());
        }
        for (name, part) in &self.parts {
            each(fields.get_mut(name), &|object| part.fill(object));
        }
    }

    /// Leaves out what goes without saying.
    pub fn subtract(&self, object: &mut Value) {
        let Value::Object(fields) = object else { return };
        fields.retain(|name, value| self.fields.get(name) != Some(value));
        for (name, part) in self.parts.iter().filter(|(_, part)| !part.whole) {
            each(fields.get_mut(name), &|object| part.subtract(object));
        }
    }
}

/// The object that a field holds, or each of its list.
fn each(field: Option<&mut Value>, change: &dyn Fn(&mut Value)) {
    match field {
        Some(Value::Array(items)) => items.iter_mut().for_each(change),
        Some(object) => change(object),
        None => {}
    }
}

impl Plan {
    /// The Plan as JSON in which everything is said.
    pub fn to_value(&self) -> Value {
        // Maps have string keys, and numbers are finite or null: nothing that JSON lacks.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// What the Plan says beyond the defaults of the links made now, and its version, so that it is known for a Plan by itself.
    pub fn to_value_without_defaults(&self) -> Value {
        let mut value = self.to_value();
        of_links().subtract(&mut value);
        if let Value::Object(fields) = &mut value {
            fields.insert("version".into(), self.version.into());
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        ArmPlan, LongPlan, OutcomePlan, ReliableChangePlan, ReportExtent, ResamplingPlan, ScalePlan, WithinPlan,
    };
    use super::*;
    use crate::scale::{RecodePlan, SubscalePlan};

    /// What of `defaults` the schema's own default does not say alike. Empty lists and such are not written.
    fn differing(defaults: &Defaults, today: impl serde::Serialize) -> Vec<String> {
        let Ok(Value::Object(today)) = serde_json::to_value(today) else { panic!("no object") };
        let is_blank = |value: &Value| matches!(value, Value::Array(list) if list.is_empty()) || *value == false;
        let unlike = |(name, value): &(&String, &Value)| match today.get(*name) {
            Some(same) => same != *value,
            None => !is_blank(value) && **name != "sd",
        };
        let of_file = defaults.fields.iter().filter(unlike).map(|(name, _)| name.clone());
        let missing = today.keys().filter(|name| !defaults.fields.contains_key(*name)).cloned();
        of_file.chain(missing).collect()
    }

    #[test]
    fn the_defaults_of_today_are_those_of_the_schema() {
        let plan = of_today();
        let part = |of: &Defaults, name: &str| of.parts.get(name).cloned().unwrap_or_default();
        let (outcome, scale) = (part(&plan, "outcomes"), part(&plan, "scales"));
        let subscale = part(&scale, "subscales");
        assert_eq!(differing(&plan, Plan::default()), [""; 0]);
        assert_eq!(differing(&part(&plan, "arm"), ArmPlan::default()), [""; 0]);
        assert_eq!(differing(&part(&plan, "long"), LongPlan::default()), [""; 0]);
        assert_eq!(differing(&part(&plan, "within"), WithinPlan::default()), [""; 0]);
        assert_eq!(differing(&part(&plan, "resampling"), ResamplingPlan::default()), [""; 0]);
        assert_eq!(differing(&outcome, OutcomePlan::default()), [""; 0]);
        assert_eq!(differing(&part(&outcome, "reliable_change"), ReliableChangePlan::default()), [""; 0]);
        assert_eq!(differing(&scale, ScalePlan::default()), [""; 0]);
        assert_eq!(differing(&subscale, SubscalePlan::default()), [""; 0]);
        assert_eq!(differing(&part(&subscale, "recodes"), RecodePlan::default()), [""; 0]);
    }

    #[test]
    fn an_empty_object_is_the_plan_that_says_nothing() {
        let mut value = serde_json::json!({});
        of_today().fill(&mut value);
        assert_eq!(serde_json::from_value::<Plan>(value).expect("every field is there"), Plan::default());
        let plan = Plan { report: ReportExtent::Full, ..Plan::default() };
        assert_eq!(plan.to_value_without_defaults(), serde_json::json!({"version": 1}));
    }
}
