//! Reads a fixture's `data.csv` and Plan into a Trial, without the library's own reader; `text` makes tables and words.

pub mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use prepost::analysis::{Number, Study, methods};
use prepost::table::ReadOptions;
use prepost::trial::{Outcome, Plan, ReportExtent, Trial};

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The Trial of a fixture's file by its Plan.
pub fn trial(folder: &Path, plan: &Plan) -> Trial {
    let bytes = fs::read(folder.join("data.csv")).expect("data.csv");
    let (table, _) = prepost::table::read_bytes(&bytes, &ReadOptions::default());
    Trial::assemble(&table, plan).0.expect("a trial")
}

/// A number's place: method, term, statistic.
pub type Key = (String, String, String);

/// Every number of every method of the first outcome.
pub fn numbers(trial: &Trial) -> BTreeMap<Key, f64> {
    numbers_of(trial, |_| true)
}

/// The numbers of the methods with these ids, so that a law of one method does not compute all of them.
pub fn numbers_of(trial: &Trial, is_wanted: impl Fn(&str) -> bool) -> BTreeMap<Key, f64> {
    let study = Study::new(trial, 0).expect("an outcome");
    let mut found: Vec<Number> = Vec::new();
    methods().filter(|method| is_wanted(method.id())).for_each(|method| method.numbers(&study, &mut found));
    found.into_iter().map(|n| ((n.method.into(), n.term.to_string(), n.statistic.into()), n.value)).collect()
}

pub fn plan(folder: &Path) -> Plan {
    Plan::from_json(&fs::read_to_string(folder.join("plan.json")).expect("plan.json")).expect("a Plan")
}

/// A trial of rows: each participant's arm and values over the occasions.
pub fn of_rows(n_arms: usize, rows: &[(u32, Vec<f64>)]) -> Trial {
    let occasions = rows.first().map_or(0, |row| row.1.len());
    Trial {
        plan: Plan { report: ReportExtent::Full, ..Plan::default() },
        baseline: (occasions > 1).then_some(0),
        end_of_treatment: Some(usize::from(occasions > 1)),
        has_control: n_arms > 1,
        unconfirmed: Vec::new(),
        ids: (1..=rows.len()).map(|id| id.to_string()).collect(),
        arms: ["control", "A", "B", "C"][..n_arms].iter().map(ToString::to_string).collect(),
        has_arms: n_arms > 1,
        arm: rows.iter().map(|row| row.0).collect(),
        occasions: (0..occasions).map(|t| format!("t{t}")).collect(),
        factors: Vec::new(),
        within: Vec::new(),
        covariates: Vec::new(),
        characteristics: Vec::new(),
        outcomes: vec![Outcome {
            role: None,
            margin: None,
            reliable_change: None,
            name: "score".into(),
            better: Default::default(),
            values: rows.iter().flat_map(|row| row.1.clone()).collect(),
            n_measures: occasions,
        }],
        ledger: Default::default(),
        scales: Vec::new(),
        crossover: None,
        summaries: None,
    }
}
