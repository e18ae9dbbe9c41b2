//! Every number of every method against its reference: R's answers, kept beside the data in `tests/fixtures`.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{Key, numbers, plan, trial};

/// What the methods of this program answer for; the tables hold numbers of other methods too.
const ANSWERED: [&str; 9] = [
    "descriptives",
    "mixed_anova",
    "sphericity",
    "multivariate",
    "marginal_means",
    "pairwise",
    "change_difference",
    "simple_effects",
    "trend",
];

/// The relative tolerance of a number. Closed forms agree to 1e-8; what R found by iteration, or emmeans rounded, less.
fn tolerance(method: &str, statistic: &str) -> f64 {
    match statistic {
        // AS R94 and R's root finder.
        s if s.starts_with("shapiro") => 1e-6,
        s if s.contains("_ci90_") => 1e-6,
        // R's ptukey is good to 1e-9 or so, absolutely.
        "p_tukey" | "ci95_tukey_low" | "ci95_tukey_high" => 1e-6,
        // The pooled fit of emmeans goes through the QR of every stratum.
        _ if method.ends_with("_pooled") => 1e-7,
        "p" | "df" => 1e-8,
        _ => 1e-9,
    }
}

fn agrees(mine: f64, reference: f64, method: &str, statistic: &str) -> bool {
    let floor = if statistic.contains("tukey") { 1e-8 } else { 1e-10 };
    (mine - reference).abs() <= floor + tolerance(method, statistic) * reference.abs()
}

fn check(folder: &Path) -> (usize, Vec<String>) {
    let found = numbers(&trial(folder, &plan(folder)));
    let mut reader = csv::Reader::from_path(folder.join("tidy.csv")).expect("tidy.csv");
    let mut agreed = 0;
    let mut wrong = Vec::new();
    for row in reader.records().map(|row| row.expect("a row")) {
        let (method, term, statistic) = (&row[1], &row[2], &row[3]);
        if !ANSWERED.iter().any(|name| method.starts_with(name)) {
            continue;
        }
        let reference: f64 = row[4].parse().expect("a number");
        let key: Key = (method.into(), term.into(), statistic.into());
        match found.get(&key) {
            Some(&mine) if agrees(mine, reference, method, statistic) => agreed += 1,
            mine => wrong.push(format!("{method} · {term} · {statistic}: {mine:?}, reference {reference}")),
        }
    }
    (agreed, wrong)
}

#[test]
fn every_case_agrees() {
    let mut folders: Vec<_> =
        fs::read_dir(support::fixture("")).expect("fixtures").map(|e| e.expect("a folder").path()).collect();
    folders.sort();
    let mut report = BTreeMap::new();
    for folder in folders.iter().filter(|folder| folder.join("tidy.csv").exists() && folder.join("plan.json").exists())
    {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let (agreed, wrong) = check(folder);
        println!("{name}: {agreed} agree, {} do not", wrong.len());
        if !wrong.is_empty() {
            report.insert(name, wrong);
        }
    }
    for (name, wrong) in &report {
        println!("{name}\n    {}", wrong.iter().take(4000).cloned().collect::<Vec<_>>().join("\n    "));
    }
    assert!(report.is_empty(), "numbers that differ from their references: see above");
}

/// The standardised differences beside the comparisons are those of the tables of effect sizes, where nobody is missing.
#[test]
fn standardised_differences_agree() {
    let mut compared = 0;
    for case in ["obrienkaiser", "orthodont"] {
        let folder = support::fixture(case);
        let found = numbers(&trial(&folder, &plan(&folder)));
        let mut reader = csv::Reader::from_path(folder.join("tidy.csv")).expect("tidy.csv");
        for row in reader.records().map(|row| row.expect("a row")) {
            let method = match (&row[1], &row[3]) {
                ("effect_size", "hedges_g") => "pairwise",
                ("effect_size_change", "d_ppc2") => "change_difference",
                _ => continue,
            };
            let mine = found.get(&(method.into(), row[2].into(), row[3].into()));
            let reference: f64 = row[4].parse().expect("a number");
            let mine = *mine.unwrap_or_else(|| panic!("{case} {} {}: absent", &row[2], &row[3]));
            assert!((mine - reference).abs() <= 1e-10 * reference.abs(), "{case} {}: {mine}, {reference}", &row[2]);
            compared += 1;
        }
    }
    assert_eq!(compared, 9 + 9 + 4 + 6);
}
