//! Reads a fixture's `data.csv` and Plan into a Trial, without the library's own reader; `text` makes tables and words.

#![allow(dead_code, reason = "each test binary uses its part")]

pub mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use prepost::method::{METHODS, Number, Study};
use prepost::trial::{Covariate, Factor, Outcome, Plan, Trial};

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The Trial of a fixture's file by its Plan.
pub fn trial(folder: &Path, plan: Plan) -> Trial {
    let mut reader = csv::Reader::from_path(folder.join("data.csv")).expect("data.csv");
    let header: Vec<String> = reader.headers().expect("a header").iter().map(Into::into).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let column = |name: &str| -> Vec<String> {
        let at = header.iter().position(|h| h == name).unwrap_or_else(|| panic!("no column {name}"));
        rows.iter().map(|row| row[at].to_owned()).collect()
    };
    let numbers =
        |name: &str| -> Vec<f64> { column(name).iter().map(|text| text.parse().unwrap_or(f64::NAN)).collect() };
    let ids = plan.id.as_deref().map_or_else(|| (1..=rows.len()).map(|n| n.to_string()).collect(), column);
    let (arms, arm) = match &plan.arm {
        None => (vec![String::new()], vec![0; rows.len()]),
        Some(arm) => codes(&column(&arm.column), &arm.levels),
    };
    let factors = plan.factors.iter().map(|name| {
        let (levels, codes) = codes(&column(name), &[]);
        Factor { name: name.clone(), levels, codes: codes.into_iter().map(Some).collect() }
    });
    let outcomes = plan.outcomes.iter().map(|outcome| {
        let columns: Vec<Vec<f64>> = outcome.columns.iter().map(|name| numbers(name)).collect();
        let values = (0..rows.len()).flat_map(|row| columns.iter().map(move |c| c[row]).collect::<Vec<_>>()).collect();
        Outcome { name: outcome.name.clone(), better: outcome.better, values, n_measures: columns.len() }
    });
    Trial {
        ids,
        arms,
        has_arms: plan.arm.is_some(),
        arm,
        occasions: plan.occasions.clone(),
        factors: factors.collect(),
        within: plan.within.clone(),
        covariates: (plan.covariates.iter())
            .map(|name| Covariate { name: name.clone(), values: numbers(name) })
            .collect(),
        outcomes: outcomes.collect(),
        ledger: Default::default(),
        plan,
    }
}

fn codes(column: &[String], levels: &[String]) -> (Vec<String>, Vec<u32>) {
    let mut levels = levels.to_vec();
    for value in column {
        if !levels.contains(value) {
            levels.push(value.clone());
        }
    }
    let code = |value: &String| levels.iter().position(|level| level == value).expect("a level") as u32;
    let codes = column.iter().map(code).collect();
    (levels, codes)
}

/// A number's place: method, term, statistic.
pub type Key = (String, String, String);

/// Every number of every method of the first outcome.
pub fn numbers(trial: &Trial) -> BTreeMap<Key, f64> {
    let study = Study::new(trial, 0).expect("an outcome");
    let mut found: Vec<Number> = Vec::new();
    for entry in METHODS {
        if let Some(findings) = (entry.run)(&study) {
            findings.numbers(&mut found);
        }
    }
    found.into_iter().map(|n| ((n.method.into(), n.term, n.statistic.into()), n.value)).collect()
}

pub fn plan(folder: &Path) -> Plan {
    serde_json::from_str(&fs::read_to_string(folder.join("plan.json")).expect("plan.json")).expect("a Plan")
}

/// A trial of rows: each participant's arm and values over the occasions.
pub fn of_rows(n_arms: usize, rows: &[(u32, Vec<f64>)]) -> Trial {
    let occasions = rows.first().map_or(0, |row| row.1.len());
    Trial {
        plan: Plan::default(),
        ids: (1..=rows.len()).map(|id| id.to_string()).collect(),
        arms: ["control", "A", "B", "C"][..n_arms].iter().map(ToString::to_string).collect(),
        has_arms: n_arms > 1,
        arm: rows.iter().map(|row| row.0).collect(),
        occasions: (0..occasions).map(|t| format!("t{t}")).collect(),
        factors: Vec::new(),
        within: Vec::new(),
        covariates: Vec::new(),
        outcomes: vec![Outcome {
            name: "score".into(),
            better: Default::default(),
            values: rows.iter().flat_map(|row| row.1.clone()).collect(),
            n_measures: occasions,
        }],
        ledger: Default::default(),
    }
}
