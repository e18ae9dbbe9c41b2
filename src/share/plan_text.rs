//! The Plan in a link: its JSON without the fields that have their default. The very bytes whose SHA-256 is printed and deposited.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::damaged::damaged;
use crate::notice::Message;
use crate::plan::Plan;
use crate::plan::defaults::{VERSION, defaults};

/// Longer names are no labels; the Plan of such a link is refused.
const LONGEST_NAME: usize = 1_000;

/// The same Plan gives the same text.
pub fn plan_text(plan: &Plan) -> String {
    serde_json::to_string(&plan.to_value_to_share()).unwrap_or_default()
}

/// The SHA-256 of the Plan's text, in hexadecimal digits.
pub fn plan_hash(plan: &Plan) -> String {
    hash(plan_text(plan).as_bytes())
}

/// The SHA-256 of a Plan's text, in hexadecimal digits.
pub fn hash(text: &[u8]) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads it by the defaults of the link's version.
pub fn read(bytes: &[u8], link: u32) -> Result<Plan, Message> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    let value: Value = serde_json::from_str(text).map_err(|_| damaged())?;
    // Where in it the mistake is would help nobody who was sent it: the Plan of a link is not written by hand.
    let defaults = defaults(link).ok_or_else(damaged)?;
    let mut plan = Plan::from_value(value, &defaults).map_err(|_| damaged())?;
    if plan.version != VERSION {
        return Err(Message::new("plan-version").with("version", plan.version as usize));
    }
    if strings(&plan.to_value()).any(|name| name.len() > LONGEST_NAME) {
        return Err(damaged());
    }
    if link == 1 {
        state_what_one_took_for_granted(&mut plan);
    }
    Ok(plan)
}

/// What the first version of the link could not say and every program of its day did: the first arm was the control, the
/// first occasion the baseline, and treatment ended at the second.
fn state_what_one_took_for_granted(plan: &mut Plan) {
    if let Some(arm) = &mut plan.arm {
        arm.control = arm.control.take().or_else(|| arm.levels.first().cloned());
    }
    let occasion = |at: usize| plan.occasions.get(at).cloned();
    plan.baseline = occasion(0).map(Some);
    plan.end_of_treatment = occasion(1);
    plan.unconfirmed = Some(Vec::new());
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
    use crate::plan::defaults::TODAY;
    use crate::plan::{Code, Meaning, OutcomePlan, ReportExtent};

    #[test]
    fn the_text_says_only_what_is_not_by_default() {
        let outcome = OutcomePlan { name: "mood".into(), columns: vec!["mood".into()], ..OutcomePlan::default() };
        let plan = Plan { outcomes: vec![outcome], report: ReportExtent::Full, ..Plan::default() };
        assert_eq!(plan_text(&plan), r#"{"outcomes":[{"columns":["mood"],"name":"mood"}],"version":1}"#);
        assert_eq!(read(plan_text(&plan).as_bytes(), TODAY), Ok(plan));
    }

    #[test]
    fn a_report_that_is_not_the_full_one_is_said() {
        let text = plan_text(&Plan::default());
        assert_eq!(text, r#"{"report":"essential","version":1}"#);
        assert_eq!(read(text.as_bytes(), TODAY), Ok(Plan::default()));
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
        let plan = Plan { report: ReportExtent::Full, ..Plan::default() };
        assert_eq!(plan_text(&plan), r#"{"version":1}"#);
        assert_eq!(plan_hash(&plan), "2430f1a2ad2982d0067885488a4c89e21ad1d7c83b115ba8f1b20acc88dfaea8");
    }
}
