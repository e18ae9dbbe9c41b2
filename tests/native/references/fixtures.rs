//! Every number of every method against its reference: R's answers, kept beside the data in `tests/fixtures`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{self, Key, numbers, plan, trial};

/// Whose numbers the tables hold, but no method of this program yet.
const LATER: [&str; 1] = ["reliability"];

/// How far from its reference a number may be: relative, and absolute for numbers that are zero but for rounding.
/// Closed forms are found within 1e-11; what R finds by iteration, or by subtraction from one, is known less well.
fn tolerance(method: &str, statistic: &str) -> (f64, f64) {
    match statistic {
        // lmerTest takes its second derivatives by differences, and mmrm stops its search before it is at rest: both are
        // known to some 1e-8 of the estimates.
        "df" | "df2" if method == "random_intercept" => (2e-4, 0.0),
        s if s.starts_with('p') && (method.starts_with("mmrm") || method == "random_intercept") => (5e-6, 1e-12),
        // A limit near zero is a difference of larger numbers.
        s if s.starts_with("ci95") && (method.starts_with("mmrm") || method == "random_intercept") => (3e-7, 3e-7),
        _ if method.starts_with("mmrm") || method == "random_intercept" => (3e-7, 1e-10),
        // Few degrees of freedom, where R's ptukey and qtukey are at their worst; ours are held to 40 digits elsewhere.
        "p" | "ci95_low" | "ci95_high" if method == "games_howell" => (1e-6, 1e-6),
        // R's root finder stops at 1e-12 of the noncentrality's range.
        s if s.contains("_ci90_") => (1e-6, 1e-12),
        // R's ptukey and qtukey are good to 1e-9 and 1e-7 or so, absolutely.
        "p_tukey" => (1e-8, 1e-8),
        s if s.contains("tukey") => (1e-6, 1e-7),
        // emmeans takes 1 − (1 − p)^m as it stands.
        "p_sidak" => (1e-10, 1e-14),
        // BayesFactor's own quadrature leaves a few 1e-7; `bayes_factors.rs` asks for twelve digits.
        "log_bf10" => (1e-6, 1e-6),
        _ => (1e-10, 1e-12),
    }
}

fn agrees(mine: f64, reference: f64, method: &str, statistic: &str) -> bool {
    let (relative, absolute) = tolerance(method, statistic);
    (mine - reference).abs() <= absolute + relative * reference.abs()
}

fn check(folder: &Path) -> (usize, Vec<String>) {
    let found = numbers(&trial(folder, &plan(folder)));
    let mut reader = csv::Reader::from_path(folder.join("tidy.csv")).expect("tidy.csv");
    let mut agreed = 0;
    let mut wrong = Vec::new();
    for row in reader.records().map(|row| row.expect("a row")) {
        let (method, term, statistic) = (&row[1], &row[2], &row[3]);
        if LATER.iter().any(|name| method.starts_with(name)) {
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
    let with_answers = |folder: &&PathBuf| folder.join("tidy.csv").exists() && folder.join("plan.json").exists();
    for folder in folders.iter().filter(with_answers) {
        // A file of items alone has no outcome before its questionnaires are scored.
        if plan(folder).outcomes.is_empty() {
            continue;
        }
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let (agreed, wrong) = check(folder);
        println!("{name}: {agreed} agree, {} do not", wrong.len());
        if !wrong.is_empty() {
            report.insert(name, wrong);
        }
    }
    for (name, wrong) in &report {
        println!("{name}\n    {}", wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n    "));
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
