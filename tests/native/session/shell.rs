//! The command line: exit codes, which stream carries what, and pipes.

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
    assert!(markdown.contains("Did each arm do better than"), "markdown by default, answers first");
    let tidy = text(&analyse("tidy").stdout);
    assert!(tidy.starts_with("outcome,method,term,statistic,value\n"));
    let json: serde_json::Value = serde_json::from_slice(&analyse("json").stdout).expect("JSON");
    assert!(json["report"]["outcomes"].is_array() && json["plan"]["version"] == 1 && json["numbers"].is_array());
    let html = text(&analyse("html").stdout);
    assert!(
        html.to_lowercase().starts_with("<!doctype html>") && !html.contains("<script") && !html.contains("://"),
        "self-contained"
    );
}

/// A folder of its own with these files; their paths.
fn files(folder: &str, files: &[(&str, String)]) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("prepost-{folder}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |(name, text): &(&str, String)| {
        std::fs::write(folder.join(name), text).expect("a file is written");
        folder.join(name).to_string_lossy().into_owned()
    };
    files.iter().map(write).collect()
}

/// Items from 1 to 5 of 24 participants.
fn calm(n: usize, occasion: &str, shift: usize) -> String {
    let header: String = (1..=n).map(|item| format!(",calm{item}{occasion}")).collect();
    let answer = |row: usize, item: usize| format!(",{}", 1 + (row * 7 + item * 5 + row * item + shift) % 5);
    let arm = |row: usize| if row.is_multiple_of(2) { "waitlist" } else { "compassion" };
    let row = |row: usize| format!("P{row},{}{}\n", arm(row), (0..n).map(|item| answer(row, item)).collect::<String>());
    format!("id,group{header}\n{}", (0..24).map(row).collect::<String>())
}

const CALM: &str = "id = \"calm\"\ntitles = [\"Calm\"]\nconfidence = \"own\"\nitems = 6\nrange = [1, 5]\n\
    [[scores]]\nname = \"calmness\"\nrule = \"mean\"\nitems = [1, 2, 3, 4, 5, 6]\nreversed = [2, 5]\n";

#[test]
fn a_file_for_each_occasion_scored_by_a_key_file() {
    let key = ("calm.toml", CALM.to_owned());
    let paths = files("several", &[("post.csv", calm(6, "", 3)), ("pre.csv", calm(6, "", 0)), key]);
    let [post, pre, key] = paths.as_slice() else { panic!("three files") };
    let keyed = ["--key", key, "--items", "calm#_pre", "calm#_post"];
    let done = prepost(&[&["analyse", post, pre, "--no-resampling", "--format", "tidy"][..], &keyed].concat());
    let said = text(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{said}");
    let tidy = text(&done.stdout);
    assert!(tidy.contains("\ncalmness,") && tidy.contains("(post - pre)"), "{tidy}");
    let plan: serde_json::Value = serde_json::from_slice(&prepost(&[&["plan", post, pre][..], &keyed].concat()).stdout)
        .expect("the Plan is JSON");
    assert_eq!(plan["occasions"], serde_json::json!(["pre", "post"]));
    assert_eq!(plan["outcomes"][0]["columns"], serde_json::json!(["calmness_pre", "calmness_post"]));
    assert_eq!(plan["scales"][0]["subscales"][0]["reversed"], serde_json::json!([2, 5]));
    // The Plan alone says the same.
    let written = files("planned", &[("plan.json", plan.to_string())]);
    let again = prepost(&["analyse", post, pre, "--plan", &written[0], "--no-resampling", "--format", "tidy"]);
    assert_eq!(text(&again.stdout), tidy);
}

/// Fourteen columns that are numbered alike are recognised as the items.
#[test]
fn the_items_of_a_key_file_may_be_recognised() {
    let fourteen = CALM.replace("items = 6", "items = 14").replace("5, 6]", "5, 6, 7, 8, 9, 10, 11, 12, 13, 14]");
    let paths =
        files("recognised", &[("post.csv", calm(14, "", 3)), ("pre.csv", calm(14, "", 0)), ("k.toml", fourteen)]);
    let done = prepost(&["plan", &paths[0], &paths[1], "--key", &paths[2]]);
    let plan: serde_json::Value = serde_json::from_slice(&done.stdout).expect("the Plan is JSON");
    assert_eq!(plan["scales"][0]["items"]["post"][13], "calm14_post");
    assert_eq!(plan["outcomes"].as_array().map(Vec::len), Some(1));
    let refused = prepost(&["plan", &paths[0], &paths[1], "--key", &paths[2], "--items", "a#", "b#", "c#"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--items needs one pattern for each of pre, post, or one"));
}

#[test]
fn a_key_file_that_cannot_be_used_is_refused_with_its_line() {
    let seven = CALM.replace("items = 6", "items = 7").replace("5, 6]", "5, 6, 7]");
    let wrong = CALM.replace("items = 6", "items = 10000");
    let paths = files("keys", &[("t.csv", calm(6, "_pre", 0)), ("wrong.toml", wrong), ("seven.toml", seven)]);
    let refused = |key: &str| {
        let done = prepost(&["analyse", &paths[0], "--key", key]);
        assert_eq!((done.status.code(), done.stdout.is_empty()), (Some(1), true));
        text(&done.stderr)
    };
    let said = refused(&paths[1]);
    assert!(said.contains("Line 4 says 10000 items, and no questionnaire has more than 600"), "{said}");
    let said = refused(&paths[2]);
    let why = "no columns look like the 7 items of the key";
    assert!(said.contains(why) && said.contains("name them by --items"), "{said}");
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
