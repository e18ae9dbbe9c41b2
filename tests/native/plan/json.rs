//! The Plan as JSON: what is read, and what is said of what cannot be.

use crate::support::text::in_words;
use prepost::plan::{Adjust, Better, ErrorTerm, Meaning, Plan, SumsOfSquares};

fn check(json: &str, code: &str, line: usize, text: &str) {
    let problem = Plan::from_json(json).expect_err(json);
    assert_eq!(in_words(&problem), text, "{json}");
    assert_eq!((problem.code(), problem.at.line), (code, Some(line)));
}

#[test]
fn a_plan_is_read_with_defaults() {
    let plan = Plan::from_json("{}").expect("every field has a default");
    assert_eq!(plan, Plan::default());
    let plan = Plan::from_json(
        r#"{"version": 1, "arm": {"column": "group"}, "outcomes": [{"name": "EE", "columns": ["a", "b"], "better": "lower"}],
            "codes": [{"column": "a", "value": 99, "means": "missing"}], "sums_of_squares": "II", "adjust": "holm",
            "error_term": "pooled", "randomised": true}"#,
    )
    .expect("all fields are known");
    assert_eq!((plan.outcomes[0].better, plan.codes[0].means), (Some(Better::Lower), Meaning::Missing));
    assert_eq!((plan.sums_of_squares, plan.adjust), (SumsOfSquares::TypeTwo, Adjust::Holm));
    assert_eq!((plan.error_term, plan.randomised), (ErrorTerm::Pooled, Some(true)));
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    check(
        "{\n  \"version\": 1,,\n}",
        "plan-not-json",
        2,
        "The plan is not JSON: line 2, column 16 cannot be read | Look there for a comma or a quote too many or too few",
    );
    check(
        "{\"version\": 1",
        "plan-json-ends",
        1,
        "The plan ends at line 1, column 13 before its JSON is closed | Check that every bracket, brace and quote is closed",
    );
    check(
        "{\"outcomes\": [\n{\"name\": \"a\"},\n{\"name\": \"b\", \"better\": \"up\"}]}",
        "plan-field-wrong",
        3,
        "Line 3 of the plan: outcomes[2].better cannot be \"up\" | Write \"higher\" or \"lower\"",
    );
    check(
        "{\"arm\": {\"column\": 3}}",
        "plan-field-wrong",
        1,
        "Line 1 of the plan: arm.column cannot be 3 | Write the name of a column in quotes",
    );
    check(
        "{\"occasions\": \"pre\"}",
        "plan-field-wrong",
        1,
        "Line 1 of the plan: occasions cannot be \"pre\" | Write a list of names, each in quotes",
    );
    check(
        "{\"occasions\": [\"pre\", 2]}",
        "plan-field-wrong",
        1,
        "Line 1 of the plan: occasions[2] cannot be 2 | Write a list of names, each in quotes",
    );
    check(
        "{\"arm\": \"group\"}",
        "plan-field-wrong",
        1,
        "Line 1 of the plan: arm cannot be \"group\" | Write {\"column\": \"…\", \"levels\": [\"…\", \"…\"], \"control\": \"…\"}",
    );
    check(
        "{\"codes\": [{\"column\": \"a\", \"value\": 99}]}",
        "plan-field-missing",
        1,
        "Line 1 of the plan: an entry ends without means | Add means to the entry",
    );
    check(
        "{\"codes\": [{\"column\": \"a\", \"value\": \"99\", \"means\": \"missing\"}]}",
        "plan-field-wrong",
        1,
        "Line 1 of the plan: codes[1].value cannot be \"99\" | Write a number for a code, the name of a column for a long file",
    );
    check(
        "{\"id\": \"a\",\n \"id\": \"b\"}",
        "plan-field-twice",
        2,
        "Line 2 of the plan: id is there twice | Leave one of the two",
    );
    for json in ["[]", "3", "[1, \"id\"]"] {
        check(
            json,
            "plan-without-fields",
            1,
            "The plan has no named fields | Write it as {\"version\": 1, …}, each field by its name",
        );
    }
    check("{\"version\": \"1\"}", "plan-field-wrong", 1, "Line 1 of the plan: version cannot be \"1\" | Write 1");
}

#[test]
fn unknown_fields_are_noted() {
    let json = r#"{"idd": "id", "arm": {"column": "g", "colour": "red"}, "outcomes": [{"name": "a"}, {"nmae": "b"}], "scales": [{"any": 1}]}"#;
    assert!(Plan::from_json(json).is_ok());
    let mut notes: Vec<String> = Plan::unknown_fields(json).iter().map(in_words).collect();
    notes.sort();
    assert_eq!(
        notes,
        ["arm.colour", "idd", "outcomes[2].nmae", "scales[1].any"].map(|field| format!(
            "The plan has a field {field}, which this program does not know and passed over | Check its spelling; a newer program may have written it"
        ))
    );
    assert_eq!(Plan::unknown_fields("{"), []);
}

#[test]
fn a_plan_survives_the_round_trip() {
    let json = std::fs::read_to_string(format!("{}/tests/fixtures/plans/bthebl/plan.json", env!("CARGO_MANIFEST_DIR")));
    let plan = Plan::from_json(&json.expect("the fixture")).expect("a plan");
    assert_eq!(Plan::from_json(&plan.to_json_pretty()), Ok(plan));
}
