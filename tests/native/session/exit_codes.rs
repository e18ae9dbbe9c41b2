//! Exit codes of the shell: an error is never 0, whatever is printed beside it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// Runs the program with a file on standard input.
fn prepost(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_prepost"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // It may end without having read all.
    let _ = child.stdin.take().expect("its input").write_all(input);
    child.wait_with_output().expect("it ends")
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Holds that the command ends with that code and names that error.
fn ends(done: &Output, code: i32, error: &str) {
    let said = said(done);
    let named = said.contains(&format!("error[{error}]")) || said.contains(&format!("warning[{error}]"));
    assert!(done.status.code() == Some(code) && named, "{error}: {:?}\n{said}", done.status);
}

fn temporary(name: &str, content: &[u8]) -> String {
    let path: PathBuf = std::env::temp_dir().join(format!("prepost-exit-{}-{name}", std::process::id()));
    std::fs::write(&path, content).expect("a file is written");
    path.to_string_lossy().into_owned()
}

/// Two arms of six at two occasions, with a covariate, words, and two items.
fn wide() -> String {
    let row = |i: usize| {
        let arm = if i.is_multiple_of(2) { "A" } else { "control" };
        let word = ["red", "blue", "green"][i % 3];
        format!(
            "P{i},{arm},{},{},{},{word},{},{},,,1.{i}e154,{i}e-323\n",
            10 + i,
            12 + i * i % 7,
            20 + i % 5,
            1 + i % 4,
            1 + i % 3
        )
    };
    format!("id,group,mood_pre,mood_post,age,word,q1,q2,empty,void,huge,tiny\n{}", (0..12).map(row).collect::<String>())
}

fn plan() -> Value {
    json!({
        "version": 1, "id": "id",
        "arm": { "column": "group", "levels": ["control", "A"], "control": "control" },
        "occasions": ["pre", "post"],
        "outcomes": [{ "name": "mood", "columns": ["mood_pre", "mood_post"] }],
    })
}

/// The Plan with that field changed.
fn with(pointer: &str, value: Value) -> Value {
    let mut plan = plan();
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    plan.pointer_mut(parent).expect("it is there")[field] = value;
    plan
}

fn scale(fields: Value) -> Value {
    let mut scale = json!({ "name": "calm", "items": ["q1", "q2"], "range": [1, 5] });
    scale.as_object_mut().expect("fields").extend(fields.as_object().expect("fields").clone());
    with("/scales", json!([scale]))
}

#[test]
fn a_design_that_is_right_ends_with_zero() {
    let path = temporary("right.json", plan().to_string().as_bytes());
    for command in [&["analyse", "-", "--no-resampling", "--plan", &path][..], &["link", "-", "--plan", &path]] {
        let done = prepost(command, wide().as_bytes());
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    }
}

#[test]
fn an_error_of_the_design_ends_with_one_beside_what_was_analysed() {
    let long = |fields: Value| with("/long", fields);
    let wrong = [
        ("control-unknown", with("/arm/control", json!("nobody"))),
        ("column-missing", with("/id", json!("nope"))),
        ("column-missing", with("/arm/column", json!("nope"))),
        ("column-missing", with("/outcomes/0/columns", json!(["mood_pre", "nope"]))),
        ("column-missing", with("/covariates", json!(["nope"]))),
        ("column-missing", with("/factors", json!(["nope"]))),
        ("column-missing", long(json!({ "occasion": "nope", "value": "mood_pre" }))),
        ("column-used-twice", with("/covariates", json!(["age", "age"]))),
        ("column-used-twice", with("/outcomes/0/columns", json!(["mood_pre", "mood_pre"]))),
        ("covariate-not-numeric", with("/covariates", json!(["word"]))),
        ("outcome-not-numeric", with("/outcomes/0/columns", json!(["mood_pre", "word"]))),
        ("outcome-columns-count", with("/outcomes/0/columns", json!(["mood_pre"]))),
        ("outcome-all-missing", with("/outcomes/0/columns", json!(["empty", "void"]))),
        ("outcome-too-large", with("/outcomes/0/columns", json!(["mood_pre", "huge"]))),
        ("outcome-too-small", with("/outcomes/0/columns", json!(["mood_pre", "tiny"]))),
        ("covariate-too-large", with("/covariates", json!(["huge"]))),
        ("covariate-too-small", with("/covariates", json!(["tiny"]))),
        ("occasion-twice", with("/occasions", json!(["pre", "pre"]))),
        ("within-without-levels", with("/within", json!([{ "name": "side", "levels": [] }]))),
        ("plan-wide-and-long", long(json!({ "occasion": "word" }))),
        ("plan-without-outcome", with("/outcomes", json!([]))),
        ("plan-version", with("/version", json!(99))),
        ("key-unknown", scale(json!({ "key": "nope" }))),
        ("scale-without-items", scale(json!({ "items": [] }))),
        ("scale-range", scale(json!({ "range": [5, 1] }))),
        ("scale-reverse-without-range", scale(json!({ "range": null, "reverse": ["q1"] }))),
        ("scale-score-without-items", scale(json!({ "subscales": [{ "name": "part", "items": [] }] }))),
        ("scale-item-outside", scale(json!({ "subscales": [{ "name": "part", "items": [3] }] }))),
        ("scale-items-missing", scale(json!({ "items": { "pre": ["q1", "q2"], "post": ["q1"] } }))),
        ("scale-columns-absent", scale(json!({ "items": ["q1", "nope"] }))),
        ("scale-columns-words", scale(json!({ "items": ["q1", "word"] }))),
        ("scale-column-taken", scale(json!({ "name": "age" }))),
    ];
    for (error, plan) in wrong {
        // One outcome that can be analysed stands beside each.
        let mut plan = plan;
        if error != "plan-without-outcome" {
            plan["outcomes"].as_array_mut().expect("a list").extend([json!({
                "name": "fine", "columns": ["q1", "q2"]
            })]);
        }
        let path = temporary("wrong.json", plan.to_string().as_bytes());
        ends(&prepost(&["analyse", "-", "--no-resampling", "--plan", &path], wide().as_bytes()), 1, error);
        ends(&prepost(&["link", "-", "--plan", &path], wide().as_bytes()), 1, error);
    }
}

#[test]
fn too_few_or_too_many_of_something_end_with_one() {
    let path = temporary("few.json", plan().to_string().as_bytes());
    let header = "id,group,mood_pre,mood_post\n";
    let many = |n: usize| (0..n).map(|i| format!("P{i},G{i},{i},{}\n", i * i)).collect::<String>();
    let no_levels = with("/arm", json!({ "column": "group" }));
    let anonymous = temporary("many.json", no_levels.to_string().as_bytes());
    let cases = [
        ("one-participant", "P1,A,1,2\n".to_owned(), &path),
        ("participants-too-few", "P1,A,1,2\nP2,control,2,4\n".to_owned(), &path),
        ("outcome-no-complete", "P1,A,1,\nP2,control,,3\nP3,A,3,\n".to_owned(), &path),
        ("no-participants", "P1,B,1,2\nP2,C,2,3\n".to_owned(), &path),
        ("levels-too-many", many(400), &anonymous),
    ];
    for (error, rows, plan) in cases {
        let data = format!("{header}{rows}");
        ends(&prepost(&["analyse", "-", "--no-resampling", "--plan", plan], data.as_bytes()), 1, error);
    }
    let columns: Vec<String> = (0..400).map(|i| format!("m{i}")).collect();
    let mut measures = with("/occasions", json!(columns));
    measures["outcomes"][0]["columns"] = json!(columns);
    let path = temporary("measures.json", measures.to_string().as_bytes());
    let row = |i: usize| format!("P{i},A,{}\n", vec![i.to_string(); 400].join(","));
    let data = format!("id,group,{}\n{}", columns.join(","), (0..9).map(row).collect::<String>());
    ends(&prepost(&["analyse", "-", "--plan", &path], data.as_bytes()), 1, "measures-too-many");
    let mut unplaced = with("/long", json!({ "occasion": "empty", "value": "mood_pre" }));
    unplaced["occasions"] = json!([]);
    unplaced["outcomes"][0]["columns"] = json!(["mood_pre"]);
    let path = temporary("unplaced.json", unplaced.to_string().as_bytes());
    ends(&prepost(&["analyse", "-", "--plan", &path], wide().as_bytes()), 1, "occasions-absent");
}

#[test]
fn a_plan_that_cannot_be_read_ends_with_one() {
    let cases = [
        ("plan-not-json", "{version: 1}"),
        ("plan-json-ends", "{\"version\": 1"),
        ("plan-without-fields", "[]"),
        ("plan-field-twice", "{\"version\": 1, \"id\": \"a\", \"id\": \"b\"}"),
        ("plan-field-missing", "{\"version\": 1, \"claims\": [{}]}"),
        ("plan-field-wrong", "{\"version\": 1, \"occasions\": 3}"),
    ];
    for (error, text) in cases {
        let path = temporary("unreadable.json", text.as_bytes());
        ends(&prepost(&["analyse", "-", "--plan", &path], wide().as_bytes()), 1, error);
    }
}

/// Editors of Windows begin a file with a byte order mark, and its shell writes UTF-16.
#[test]
fn a_plan_with_a_byte_order_mark_is_read() {
    let text = plan().to_string();
    let utf8 = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let analyse = |content: &[u8]| {
        let path = temporary("marked.json", content);
        let done =
            prepost(&["analyse", "-", "--no-resampling", "--format", "tidy", "--plan", &path], wide().as_bytes());
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
        done.stdout
    };
    let plain = analyse(text.as_bytes());
    assert!(!plain.is_empty() && plain == analyse(&utf8) && plain == analyse(&utf16));
    assert_eq!(prepost::plan::Plan::from_json(&format!("\u{feff}{text}")), prepost::plan::Plan::from_json(&text));
}

#[test]
fn a_file_that_cannot_be_read_ends_with_one() {
    let cases: [(&str, &[u8]); 4] =
        [("file-empty", b""), ("file-blank", b" \n \n"), ("only-header", b"id,x\n"), ("file-not-text", b"%PDF-1.7\n")];
    for (error, data) in cases {
        for command in [&["analyse", "-"][..], &["plan", "-"], &["link", "-"]] {
            ends(&prepost(command, data), 1, error);
        }
    }
    let file = |name: &str, text: &str| temporary(name, text.as_bytes());
    let (nameless, other) = (file("nameless.csv", "x\n1\n2\n"), file("other.csv", "y\n3\n4\n"));
    ends(&prepost(&["analyse", &nameless, &other], b""), 1, "join-no-id");
    let twice = file("twice.csv", "id,x\nP1,1\nP1,2\nP2,3\nP3,5\n");
    let once = file("once.csv", "id,x\nP1,1\nP2,3\nP3,4\n");
    ends(&prepost(&["analyse", &twice, &once], b""), 1, "join-id-twice");
}

#[test]
fn a_link_that_cannot_be_opened_ends_with_one() {
    let cases = [
        ("link-empty", "#"),
        ("link-not-ours", "#hello"),
        ("link-version", "#99.abc"),
        ("link-damaged", "#1.abc"),
        ("link-too-long", &"a".repeat(120_000)),
    ];
    for (error, link) in cases {
        ends(&prepost(&["open", link], b""), 1, error);
    }
    let made = prepost(&["link", "-"], wide().as_bytes());
    let link = String::from_utf8(made.stdout).expect("a link is text");
    ends(&prepost(&["open", link.trim()], b""), 1, "no-file");
}

#[test]
fn an_option_that_cannot_be_obeyed_ends_with_two_and_nothing_is_printed() {
    let cases: [(&str, &[&str]); 4] = [
        ("encoding-unknown", &["analyse", "-", "--encoding", "klingon"]),
        ("separator-unusable", &["plan", "-", "--delimiter", "x"]),
        ("decimal-mark-unusable", &["analyse", "-", "--decimal", "x"]),
        ("registered-no-day", &["link", "-", "--registered", "2026-02-30"]),
    ];
    for (error, command) in cases {
        let done = prepost(command, wide().as_bytes());
        ends(&done, 2, error);
        assert!(done.stdout.is_empty(), "{error}");
    }
}

/// Scores that are all different are never said to be equal: numbers that cannot be squared are named instead.
#[test]
fn scores_that_cannot_be_squared_are_said_to_be_so() {
    for (unit, code) in [("e200", "outcome-too-large"), ("e154", "outcome-too-large"), ("e-323", "outcome-too-small")] {
        let score = |p: usize, t: usize| format!("{}{unit}", 1 + (p * 37 + t * 11) % 89);
        let row = |p: usize| {
            format!("P{p},{},{},{},{}\n", ["control", "A", "B"][p % 3], score(p, 0), score(p, 1), score(p, 2))
        };
        let data = format!("id,group,score_pre,score_post,score_fu\n{}", (0..30).map(row).collect::<String>());
        let done = prepost(&["analyse", "-", "--no-resampling"], data.as_bytes());
        ends(&done, 1, code);
        let said = said(&done);
        for untrue in ["no spread", "are equal", "is the same"] {
            assert!(!said.contains(untrue), "{unit}: {said}");
        }
    }
}
