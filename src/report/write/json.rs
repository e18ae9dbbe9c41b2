//! Numbers, Plan and Report as data, for other programs.

use serde::Serialize;

use super::writer::{Document, TidyRow, Writer};
use crate::report::view::Report;

pub struct Json;

#[derive(Serialize)]
struct Whole<'a> {
    numbers: Vec<TidyRow<'a>>,
    plan: &'a dyn erased_serde::Serialize,
    report: &'a Report,
}

impl Writer for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("analysis.json", "application/json")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        let numbers = (document.numbers)().into_iter().filter(|row| row.value.is_finite()).collect();
        let whole = Whole { numbers, plan: document.plan, report: document.report };
        // Maps have string keys only and every number is finite or null, so this cannot fail.
        let mut json = serde_json::to_vec_pretty(&whole).unwrap_or_default();
        json.push(b'\n');
        json
    }
}
