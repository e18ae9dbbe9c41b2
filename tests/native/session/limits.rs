//! Files, Plans and links beyond the limits are refused in words, before they take time or memory.

use std::fs;
use std::time::{Duration, Instant};

use prepost::plan::Plan;
use prepost::report::Notice;
use prepost::report::words::plain;
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::table::limits::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS};

/// Milliseconds in the page; a test without optimisation on a busy machine is given some more.
const SOON: Duration = Duration::from_secs(2);

fn said(notices: &[Notice], code: &str) -> String {
    let of_code = notices.iter().find(|notice| notice.code == code);
    let codes: Vec<&str> = notices.iter().map(|notice| notice.code.as_str()).collect();
    let notice = of_code.unwrap_or_else(|| panic!("{code} is not among {codes:?}"));
    format!("{} | {}", plain(&notice.message), notice.hint.as_ref().map(|hint| plain(hint)).unwrap_or_default())
}

#[test]
fn a_link_that_asks_for_too_much_is_refused_at_once() {
    for (name, code) in [
        ("occ40x8", "comparisons-too-many"),
        ("out200x3x8", "comparisons-too-many"),
        ("arms1000", "comparisons-too-many"),
        ("out800", "outcomes-too-many"),
    ] {
        let path = crate::support::fixture("limits").join(name).with_extension("link");
        let link = fs::read_to_string(path).expect("a link");
        let mut session = Session::default();
        let start = Instant::now();
        let opened = session.open_link(link.trim());
        assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
        assert!(opened.opened.is_none() && opened.carried_pieces.is_empty(), "{name}");
        assert_eq!(opened.notices.len(), 1, "{name}");
        said(&opened.notices, code);
    }
}

/// `arms` arms of two participants, measured on `occasions` occasions.
fn grid(arms: usize, occasions: usize) -> (String, Plan) {
    let columns: Vec<String> = (1..=occasions).map(|occasion| format!("x_t{occasion}")).collect();
    let mut csv = format!("id,group,{}\n", columns.join(","));
    for participant in 0..2 * arms {
        let scores: Vec<String> = (0..occasions).map(|at| (participant * 7 % 11 + at * 5 % 13).to_string()).collect();
        csv += &format!("P{participant},arm{},{}\n", participant % arms, scores.join(","));
    }
    let occasions: Vec<String> = (1..=occasions).map(|occasion| format!("t{occasion}")).collect();
    let plan = serde_json::json!({"version": 1, "id": "id", "arm": {"column": "group"}, "occasions": occasions,
        "outcomes": [{"name": "x", "columns": columns}]});
    (csv, Plan::from_json(&plan.to_string()).expect("a Plan"))
}

#[test]
fn a_plan_of_too_many_comparisons_is_refused_at_once() {
    let (csv, plan) = grid(50, 50);
    let mut session = Session::default();
    session.read(csv.as_bytes(), &ReadOptions::default());
    let start = Instant::now();
    let report = session.analyse(&plan, &mut |_| {});
    assert!(session.resampling(&plan).is_empty());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!(
        said(&report.notices, "comparisons-too-many"),
        "50 arms at 50 occasions with 1 outcomes make 1500625 comparisons (pairs of arms times pairs of occasions times \
         outcomes); at most 2000 are made | Choose fewer outcomes, occasions or arms"
    );
    assert!(report.outcomes.is_empty() && !session.is_analysed());
}

#[test]
fn a_plan_of_too_many_cells_or_covariates_is_refused() {
    let factors: Vec<String> = (0..5).map(|factor| format!("f{factor}")).collect();
    let mut csv = format!("id,group,{},x_pre,x_post\n", factors.join(","));
    for row in 0..60 {
        let levels: Vec<String> = (0..factors.len()).map(|factor| format!("l{}", (row * 7 + factor) % 20)).collect();
        csv += &format!("{row},{},{},{},{}\n", ["a", "b"][row % 2], levels.join(","), row % 7, row % 5);
    }
    let mut session = Session::default();
    let guessed = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    let report = session.analyse(&Plan { factors, ..guessed.clone() }, &mut |_| {});
    said(&report.notices, "cells-too-many");
    let covariates = (0..51).map(|covariate| format!("c{covariate}")).collect();
    let report = session.analyse(&Plan { covariates, ..guessed }, &mut |_| {});
    said(&report.notices, "covariates-too-many");
}

#[test]
fn more_means_than_are_kept_are_not_resampled() {
    let (csv, mut plan) = grid(2, 3);
    plan.resampling.replicates = 100_000;
    plan.outcomes =
        (0..40).map(|at| prepost::trial::OutcomePlan { name: format!("x{at}"), ..plan.outcomes[0].clone() }).collect();
    let mut session = Session::default();
    session.read(csv.as_bytes(), &ReadOptions::default());
    assert!(session.resampling(&plan).is_empty());
    plan.outcomes.truncate(30);
    assert!(!session.resampling(&plan).is_empty());
}

fn read(text: &str) -> (Vec<Notice>, usize) {
    let opened = Session::default().read(text.as_bytes(), &ReadOptions::default());
    (opened.notices, opened.rows)
}

#[test]
fn too_many_rows_are_refused() {
    let (notices, rows) = read(&format!("x\n{}", "1\n".repeat(MOST_ROWS + 1)));
    assert_eq!(rows, 0);
    assert!(said(&notices, "rows-too-many").starts_with("The file has 1000001 rows; at most 1000000 are read | "));
}

#[test]
fn too_many_columns_are_refused() {
    let header: Vec<String> = (0..=MOST_COLUMNS).map(|column| format!("x{column}")).collect();
    let (notices, rows) = read(&format!("{}\n{}\n", header.join(","), vec!["1"; header.len()].join(",")));
    assert_eq!(rows, 0);
    assert!(said(&notices, "columns-too-many").starts_with("Line 1 has 5001 cells; "));
    let (notices, rows) = read(&format!("a,b\n1,2\n{}\n", ",".repeat(1_000_001)));
    assert_eq!(rows, 0);
    assert!(said(&notices, "separators-too-many").starts_with("Line 3 has 1000001 separators, more than the 1000000"));
}

/// A cell of a megabyte: as a value, as a level that would be looked at, and in the header.
#[test]
fn a_cell_that_is_too_long_is_left_out() {
    let long = "word and more ".repeat(75_000);
    let rows: String = (0..30).map(|row| format!("{row},{},{},{}\n", ["a", "b"][row % 2], row % 7, row % 5)).collect();
    let start = Instant::now();
    let (notices, n) = read(&format!("id,group,x_pre,x_post,note\n{rows}30,a,3,4,\"{long}\"\n31,b,3,4,n\n"));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!(n, 32);
    assert_eq!(
        said(&notices, "cell-too-long"),
        "Line 32: a cell of note has 1049999 characters, more than the 32767 that are read; it is taken as missing | \
         If a quotation mark was forgotten before or behind it, add it in the file"
    );
    let (notices, n) = read(&format!("id,group,x_pre,x_post,\"{long}\"\n{rows}"));
    assert_eq!(n, 30);
    assert!(said(&notices, "cell-too-long").starts_with("Line 1: a cell of column 5 has "));
    let longest = "x".repeat(LONGEST_CELL);
    let (notices, _) = read(&format!("id,group,x_pre,x_post,note\n{rows}30,a,3,4,{longest}\n31,b,3,4,n\n"));
    assert!(notices.iter().all(|notice| notice.code != "cell-too-long"));
}
