//! What answers are checked for, each with participant and item, in the exact words.

use super::use_of_a_key::{assembled, columns, file, said};

fn plan(scale: serde_json::Value, outcome: &str) -> serde_json::Value {
    serde_json::json!({"version": 1, "id": "id", "outcomes": [{"name": outcome, "columns": [outcome]}], "scales": [scale]})
}

fn mood(extra: serde_json::Value) -> serde_json::Value {
    let mut scale = serde_json::json!({"name": "mood", "items": columns("q", 5), "range": [0, 4]});
    for (name, value) in extra.as_object().expect("fields") {
        scale[name] = value.clone();
    }
    plan(scale, "mood")
}

#[test]
fn an_answer_that_cannot_be() {
    let csv = file(
        &columns("q", 5),
        &[
            ("P01", &["0", "1", "2", "3", "4"]),
            ("P02", &["7", "1", "2", "2.5", "4"]),
            ("", &["-3", "2", "3", "0", "1"]),
            ("P04", &["1", "3", "1", "1", "0"]),
        ],
    );
    assert_eq!(
        said(&csv, &mood(serde_json::json!({})))[..2],
        [
            [
                "item-outside",
                "q1 has 2 answers outside 0 to 4: 7 (P02) and -3 (line 4). They were left out",
                "Correct the file, or the range of the questionnaire"
            ],
            [
                "item-between",
                "q4 has an answer between two whole numbers: 2.5 (P02). It was left out",
                "Correct the file: an item is answered by one of its numbers"
            ],
        ]
    );
    // What the Plan calls missing is no answer.
    let mut plan = mood(serde_json::json!({}));
    plan["codes"] = serde_json::json!([
        {"column": "q1", "value": 7.0, "means": "missing"},
        {"column": "q1", "value": -3.0, "means": "missing"},
        {"column": "q4", "value": 2.5, "means": "missing"},
    ]);
    assert!(said(&csv, &plan).iter().all(|[code, ..]| !code.starts_with("item-")), "{:?}", said(&csv, &plan));
}

#[test]
fn in_a_long_file_the_occasion_is_named() {
    let csv = "id,time,q1,q2,q3,q4,q5\nA,pre,0,1,2,3,4\nA,post,1,9,2,3,0\nB,pre,1,0,2,4,3\nB,post,2,0,1,4,4\n";
    let mut plan = mood(serde_json::json!({}));
    plan["long"] = serde_json::json!({"occasion": "time"});
    plan["occasions"] = serde_json::json!(["pre", "post"]);
    let said = said(csv, &plan);
    assert_eq!(said[0][1], "q2 has an answer outside 0 to 4: 9 (A, post). It was left out");
    let of_post: Vec<&str> =
        said.iter().filter(|[code, ..]| code == "score-unanswered").map(|[_, text, _]| &**text).collect();
    assert_eq!(
        of_post,
        ["A score of mood at post is missing, because fewer than 100 % of the items were answered: A (q2)"]
    );
}

#[test]
fn a_form_from_one_entered_for_a_key_from_zero() {
    let csv = file(
        &columns("q", 5),
        &[
            ("P01", &["1", "2", "3", "4", "3"]),
            ("P02", &["2", "1", "5", "4", "5"]),
            ("P03", &["5", "1", "2", "2", "4"]),
            ("P04", &["3", "", "99", "2", "2"]),
        ],
    );
    assert_eq!(
        said(&csv, &mood(serde_json::json!({}))),
        [[
            "scale-base-shifted",
            "All answers to mood lie between 1 and 5, and its key has 0 to 4: q3 and others have 5, first P02 and P03. It is not scored \
             until you say which is right",
            "If the form was entered from 1 to 5, take 1 from every answer; if the answers are right as they are, take 0, and those \
             outside the range are left out"
        ]]
    );
    let values = |shift: f64| {
        let (trial, _) = assembled(&csv, &mood(serde_json::json!({"shift": shift, "least_answered": 0.6})));
        trial.expect("a trial").outcomes[0].values.clone()
    };
    assert_eq!(values(1.0)[..3], [8.0, 12.0, 9.0]);
    assert_eq!(values(0.0)[..2], [13.0, 7.0 / 3.0 * 5.0]);
    // And from zero, entered for a form from one.
    let csv = file(&columns("q", 5), &[("P01", &["0", "2", "3", "1", "3"]), ("P02", &["2", "1", "4", "0", "3"])]);
    let said = said(&csv, &mood(serde_json::json!({"range": [1, 5]})));
    assert_eq!(
        said[0][1].split(" first").next(),
        Some("All answers to mood lie between 0 and 4, and its key has 1 to 5: q1 and others have 0,")
    );
    assert!(said[0][2].contains("take −1 from every answer"), "{}", said[0][2]);
}

#[test]
fn the_same_answer_to_all_and_by_all() {
    let csv = file(
        &columns("q", 5),
        &[
            ("P01", &["3", "3", "3", "3", "3"]),
            ("P02", &["2", "1", "0", "3", "4"]),
            ("P03", &["0", "0", "0", "3", "0"]),
            ("P04", &["0", "2", "4", "3", ""]),
        ],
    );
    let found = said(&csv, &mood(serde_json::json!({"reverse": ["q2"]})));
    assert_eq!(
        found[..2],
        [
            [
                "item-constant",
                "Everybody gave the same answer to an item of mood: q4 (3)",
                "Compare with the questionnaires on paper: such an item tells nothing about differences"
            ],
            [
                "same-answers",
                "A participant gave the same answer to all 5 items of mood, though some of them run the other way: P01 (3)",
                "Decide whether these answers were meant; the scores are as defined"
            ],
        ]
    );
    let without = said(&csv, &mood(serde_json::json!({})));
    assert!(without.iter().all(|[code, ..]| code != "same-answers"), "{without:?}");
}

#[test]
fn scores_with_missing_items() {
    let rows: [(&str, &[&str]); 4] = [
        ("P01", &["3", "", "2", "1", "3"]),
        ("P02", &["2", "1", "", "3", ""]),
        ("P03", &["", "", "", "", ""]),
        ("P04", &["0", "2", "4", "3", "1"]),
    ];
    let csv = file(&columns("q", 5), &rows);
    let found = said(&csv, &mood(serde_json::json!({"least_answered": 0.8})));
    assert_eq!(
        found,
        [
            [
                "score-completed",
                "A score of mood was completed by the mean of the participant’s other items: P01 (q2)",
                "At least 80 % of the items must be answered; choose 100 % to leave such scores missing"
            ],
            [
                "score-unanswered",
                "A score of mood is missing, because fewer than 80 % of the items were answered: P02 (q3, q5)",
                "Complete the file where the answers are known"
            ],
        ]
    );
    let (trial, _) = assembled(&csv, &mood(serde_json::json!({"least_answered": 0.8})));
    let values = trial.expect("a trial").outcomes[0].values.clone();
    assert_eq!((values[0], values[3], values[1].is_nan(), values[2].is_nan()), (11.25, 10.0, true, true));
}

#[test]
fn scores_at_the_ends() {
    let rows: [(&str, &[&str]); 6] = [
        ("P01", &["0", "4", "0", "0", "0"]),
        ("P02", &["2", "1", "1", "3", "4"]),
        ("P03", &["4", "0", "4", "4", "4"]),
        ("P04", &["0", "2", "4", "3", "1"]),
        ("P05", &["4", "0", "4", "4", "4"]),
        ("P06", &["1", "2", "3", "3", "1"]),
    ];
    let found = said(&file(&columns("q", 5), &rows), &mood(serde_json::json!({"reverse": ["q2"]})));
    assert_eq!(
        found,
        [
            [
                "score-floor",
                "1 of 6 (17 %) have the lowest possible score of mood, 0",
                "Who stands there cannot go lower: changes downwards do not show"
            ],
            [
                "score-ceiling",
                "2 of 6 (33 %) have the highest possible score of mood, 20",
                "Who stands there cannot go higher: changes upwards do not show"
            ],
        ]
    );
}

#[test]
fn at_each_occasion_by_its_name() {
    let csv = "id,a_pre,b_pre,a_post,b_post\nP1,1,2,3,2\nP2,2,,1,2\nP3,3,1,2,2\n";
    let scale = serde_json::json!({"name": "mood", "range": [0, 4], "least_answered": 0.5,
        "items": {"pre": ["a_pre", "b_pre"], "post": ["a_post", "b_post"]}});
    let plan = serde_json::json!({"version": 1, "id": "id", "occasions": ["pre", "post"], "scales": [scale],
        "outcomes": [{"name": "mood", "columns": ["mood_pre", "mood_post"]}]});
    let found: Vec<String> = said(csv, &plan).into_iter().map(|[_, message, _]| message).collect();
    assert_eq!(
        found,
        [
            "A score of mood at pre was completed by the mean of the participant’s other items: P2 (b_pre)",
            "Everybody gave the same answer to an item of mood at post: b_post (2)",
        ]
    );
}
