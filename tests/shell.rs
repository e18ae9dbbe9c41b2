//! The command line: exit codes, which stream carries what, and pipes.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn example() -> String {
    format!("{}/www/examples/example.csv", env!("CARGO_MANIFEST_DIR"))
}

fn prepost(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prepost")).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_guessed_plan_analyses_the_same_file() {
    let guessed = prepost(&["plan", &example()]);
    assert_eq!(guessed.status.code(), Some(0));
    let plan: serde_json::Value = serde_json::from_slice(&guessed.stdout).expect("the Plan is JSON");
    assert_eq!(plan["arm"]["control"], "waitlist");
    assert_eq!(plan["outcomes"].as_array().map(Vec::len), Some(5));
    assert!(text(&guessed.stderr).contains("arm:"), "the reasons go to standard error");

    let folder = std::env::temp_dir().join(format!("prepost-shell-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the Plan");
    let path = folder.join("plan.json");
    std::fs::write(&path, &guessed.stdout).expect("the Plan is written");
    let tidy = |more: &[&str]| {
        let fixed = ["analyse", &example(), "--no-resampling", "--format", "tidy"];
        prepost(&[&fixed[..], more].concat())
    };
    let with_plan = tidy(&["--plan", &path.to_string_lossy()]);
    let without = tidy(&[]);
    assert_eq!(with_plan.status.code(), Some(0));
    assert_eq!(text(&with_plan.stdout), text(&without.stdout));
    let _ = std::fs::remove_dir_all(folder);
}

/// Permutation and bootstrap are part of an analysis unless they are left out; their random numbers are the Plan's own.
#[test]
fn resampling_can_be_left_out() {
    let resampled = text(&prepost(&["analyse", &example(), "--format", "tidy"]).stdout);
    let without = text(&prepost(&["analyse", &example(), "--format", "tidy", "--no-resampling"]).stdout);
    let drawn = |line: &&str| ["permutation", "freedman_lane", "bootstrap"].iter().any(|name| line.contains(name));
    assert!(resampled.lines().any(|line| drawn(&line)) && !without.lines().any(|line| drawn(&line)));
    assert!(resampled.lines().filter(|line| !drawn(line)).eq(without.lines()), "nothing else depends on it");
}

#[test]
fn every_format_has_its_shape() {
    let analyse = |format| prepost(&["analyse", &example(), "--no-resampling", "--format", format]);
    let markdown = text(&prepost(&["analyse", &example(), "--no-resampling"]).stdout);
    assert!(markdown.contains("Did each intervention work?"), "markdown by default, answers first");
    let tidy = text(&analyse("tidy").stdout);
    assert!(tidy.starts_with("outcome,method,term,statistic,value\n"));
    let json: serde_json::Value = serde_json::from_slice(&analyse("json").stdout).expect("JSON");
    assert!(json["report"]["outcomes"].is_array() && json["plan"]["version"] == 1 && json["numbers"].is_array());
    let html = text(&analyse("html").stdout);
    assert!(
        html.starts_with("<!doctype html>") && !html.contains("<script") && !html.contains("://"),
        "self-contained"
    );
}

#[test]
fn wrong_usage_exits_with_two() {
    assert_eq!(prepost(&["analyse", &example(), "--format", "spreadsheet"]).status.code(), Some(2));
    assert_eq!(prepost(&[]).status.code(), Some(2));
    let missing = prepost(&["analyse", "no-such-file.csv"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("cannot open no-such-file.csv"));
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let help = prepost(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    let help = text(&help.stdout);
    assert!(help.contains("prepost analyse trial.csv --format html") && help.contains("Exit codes"));
}

#[test]
fn methods_are_listed() {
    let methods = text(&prepost(&["methods"]).stdout);
    for id in ["descriptives", "mixed_anova", "change_difference"] {
        assert!(methods.contains(id), "{id}");
    }
}

#[test]
fn data_that_cannot_be_analysed_exit_with_one_and_print_nothing() {
    let folder = std::env::temp_dir().join(format!("prepost-empty-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("empty.csv");
    std::fs::write(&path, "").expect("an empty file");
    let refused = prepost(&["analyse", &path.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty() && text(&refused.stderr).contains("error["));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn standard_input_and_pipes_work() {
    let data = std::fs::read(Path::new(&example())).expect("the example");
    let mut child = Command::new(env!("CARGO_BIN_EXE_prepost"))
        .args(["analyse", "-", "--no-resampling", "--format", "tidy"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("its input").write_all(&data).expect("it reads");
    let done = child.wait_with_output().expect("it ends");
    assert_eq!(done.status.code(), Some(0));
    assert!(text(&done.stdout).lines().count() > 500);
}
