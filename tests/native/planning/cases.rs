//! `prepost power --cases`: a file of designs.

use std::process::{Command, Output};

use crate::support::fixture;
use serde_json::Value;

fn prepost(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prepost")).args(arguments).output().expect("the program runs")
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

fn of_file(name: &str, content: &str) -> Output {
    let path = std::env::temp_dir().join(format!("prepost-power-{}-{name}.csv", std::process::id()));
    std::fs::write(&path, content).expect("a file is written");
    prepost(&["power", "--cases", &path.to_string_lossy(), "--format", "tidy"])
}

const HEADER: &str = "effect,f,alpha,N_total,groups,measurements,rho,epsilon";

/// The value of a row's statistic.
fn value(csv: &str, row: usize, statistic: &str) -> Option<f64> {
    csv.lines().find_map(|line| line.strip_prefix(&format!("{row},{statistic},"))?.parse().ok())
}

#[test]
fn the_power_of_every_row_in_full() {
    let folder = fixture("power_open");
    let done = prepost(&["power", "--cases", &folder.join("data.csv").to_string_lossy(), "--format", "tidy"]);
    assert_eq!((done.status.code(), said(&done).as_str()), (Some(0), ""));
    let csv = String::from_utf8(done.stdout).expect("text");
    assert!(csv.starts_with("row,statistic,value\n1,lambda,0.6"), "{}", &csv[..60]);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    let expected: Value = serde_json::from_str(&text).expect("JSON");
    let rows = expected["blocks"]["rm_anova_power"]["results"].as_array().expect("rows");
    assert_eq!(csv.lines().count(), 1 + 5 * rows.len());
    for (row, wanted) in rows.iter().enumerate() {
        for statistic in ["lambda", "df1", "df2", "critical_F", "power"] {
            let mine = value(&csv, row + 1, statistic).expect("a value");
            let wanted = wanted[statistic].as_f64().expect("a number");
            assert!((mine - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "row {row} {statistic}: {mine}, {wanted}");
        }
    }
}

#[test]
fn the_conventions_are_named_in_their_column() {
    let rows = [
        "interaction,.25,.05,60,3,3,.5,1,",
        "Interaction,.25,.05,60,3,3,.5,1,spss",
        "interaction,.25,.05,60,3,3,.5,1,Cohen1988_lambda_N",
    ];
    let done = of_file("conventions", &format!("{HEADER},option\n{}\n", rows.join("\n")));
    let csv = String::from_utf8(done.stdout).expect("text");
    assert_eq!([1, 2, 3].map(|row| value(&csv, row, "lambda")), [Some(22.5), Some(7.125), Some(7.5)]);
    // The effect between groups has one convention: that another changes nothing is said.
    let done = of_file("between", &format!("{HEADER},option\nbetween,.25,.05,60,3,3,.5,1,spss\n"));
    assert!(
        done.status.success() && said(&done).contains("note[power-option-unused]: Row 1 (line 2)"),
        "{}",
        said(&done)
    );
}

#[test]
fn a_bad_row_is_named_and_the_others_are_computed() {
    let good = "interaction,.25,.05,60,3,3,.5,1";
    for (bad, column, text) in [
        ("slope,.25,.05,60,3,3,.5,1", "effect", "slope is not known"),
        (",.25,.05,60,3,3,.5,1", "effect", "the cell is blank"),
        ("within,big,.05,60,3,3,.5,1", "f", "big is not a number"),
        ("within,,.05,60,3,3,.5,1", "f", "the cell is blank"),
        ("within,-.25,.05,60,3,3,.5,1", "f", "−0.25 is not an effect size f"),
        ("within,.25,5,60,3,3,.5,1", "alpha", "5 is not a significance level"),
        ("within,.25,0,60,3,3,.5,1", "alpha", "0 is not a significance level"),
        ("within,.25,.05,3,3,3,.5,1", "N_total", "3 is too few participants"),
        ("within,.25,.05,60.5,3,3,.5,1", "N_total", "60.5 is too few participants, or not a whole number"),
        ("interaction,.25,.05,60,1,3,.5,1", "groups", "1 is not a number of groups that can be compared"),
        ("interaction,.25,.05,60,3,1,.5,1", "measurements", "1 is not a number of measurements"),
        ("within,.25,.05,60,3,3,1,1", "rho", "1 is not a correlation"),
        ("within,.25,.05,60,3,3,-.6,1", "rho", "−0.6 is not a correlation"),
        ("within,.25,.05,60,3,3,.5,.4", "epsilon", "0.4 is not a nonsphericity"),
        ("within,.25,.05,60,3,3,.5,1.1", "epsilon", "1.1 is not a nonsphericity"),
    ] {
        let rows = [good, good, bad, good, good, good];
        let done = of_file("bad", &format!("{HEADER}\n{}\n", rows.join("\n")));
        let (said, csv) = (said(&done), String::from_utf8_lossy(&done.stdout).into_owned());
        assert_eq!(done.status.code(), Some(1), "{bad}: {said}");
        assert!(said.contains(&format!("Row 3 (line 4), column {column}: {text}")), "{bad}: {said}");
        assert!(value(&csv, 3, "power").is_none() && value(&csv, 6, "power").is_some(), "{bad}: {csv}");
    }
}

#[test]
fn a_file_that_holds_no_designs_is_refused() {
    let done = of_file("columns", "effect,f,alpha,N_total,groups\nwithin,.25,.05,60,3\n");
    assert!(said(&done).contains("The file has no columns measurements, rho and epsilon"), "{}", said(&done));
    assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0));
    let done = of_file("rows", &format!("{HEADER}\n"));
    assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{}", said(&done));
    assert_eq!(prepost(&["power", "--cases", "no-such-file.csv"]).status.code(), Some(2));
}
