//! Reliability against R (psych 2.2.9) on 2,800 respondents, and what is said of items that do not fit.

use crate::support;
use std::fs;

use prepost::plan::Plan;
use prepost::report::words;
use prepost::session::Session;
use prepost::table::ReadOptions;

/// ω rests on an iteration of R's that stops at about six digits.
fn tolerance(statistic: &str) -> f64 {
    if statistic.starts_with("omega") { 1e-5 } else { 1e-9 }
}

fn session(csv: &[u8], plan: &Plan) -> Session {
    let mut session = Session::default();
    session.read(csv, &ReadOptions::default());
    session.analyse(plan, &mut |_| {});
    session
}

#[test]
fn five_scales_of_r() {
    let folder = support::fixture("bfi");
    let plan = support::plan(&folder);
    let session = session(&fs::read(folder.join("data.csv")).expect("data.csv"), &plan);
    assert!(session.is_analysed());
    let tidy = session.export("tidy").expect("an analysis").into_text();
    let key = |row: &csv::StringRecord| [0, 1, 2, 3].map(|at| row[at].to_owned());
    let found: std::collections::BTreeMap<[String; 4], f64> = csv::Reader::from_reader(tidy.as_bytes())
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| (key(&row), row[4].parse().expect("a number")))
        .collect();
    let mut n = 0;
    for row in
        csv::Reader::from_path(folder.join("tidy.csv")).expect("tidy.csv").records().map(|row| row.expect("a row"))
    {
        let reference: f64 = row[4].parse().expect("a number");
        let mine = found.get(&key(&row)).unwrap_or_else(|| panic!("no {row:?}"));
        assert!((mine - reference).abs() <= tolerance(&row[3]) * reference.abs(), "{row:?}: {mine}");
        n += 1;
    }
    assert!(n >= 180, "{n}");
}

const ITEMS: &str =
    "id,group,q1,q2,q3,q4\n1,a,0,1,0,4\n2,a,1,1,2,3\n3,a,2,2,1,2\n4,b,3,2,3,1\n5,b,4,4,4,0\n6,b,3,4,3,9\n";

fn plan(scale: &str) -> Plan {
    Plan::from_json(&format!(r#"{{"version": 1, "id": "id", "outcomes": [], "scales": [{scale}]}}"#)).expect("a Plan")
}

fn said(scale: &str) -> Vec<String> {
    let mut session = Session::default();
    session.read(ITEMS.as_bytes(), &ReadOptions::default());
    let report = session.analyse(&plan(scale), &mut |_| {});
    report.notices.iter().map(|notice| words::plain(&notice.message)).collect()
}

#[test]
fn an_item_that_runs_against_the_others_is_named() {
    let scale = r#"{"name": "strain", "items": ["q1", "q2", "q3", "q4"], "range": [0, 9], "score": "sum"}"#;
    let mut session = Session::default();
    session.read(ITEMS.as_bytes(), &ReadOptions::default());
    let notices = session.analyse(&plan(scale), &mut |_| {}).notices;
    let own = notices.iter().find(|notice| notice.code == "items-against-the-rest").expect("a notice");
    assert_eq!(
        (words::plain(&own.message), own.hint.as_ref().map(|hint| words::plain(hint))),
        (
            "An item of strain runs against the others: q4. Was a reversed item not turned, or turned twice?"
                .to_owned(),
            Some("Compare with the questionnaire’s key; the score is as defined until you change it".to_owned())
        )
    );
}

#[test]
fn an_answer_that_cannot_be_one_is_named_and_left_out() {
    let scale = r#"{"name": "strain", "items": ["q1", "q2", "q3", "q4"], "reverse": ["q4"], "range": [0, 4]}"#;
    let said = said(scale);
    assert!(
        said.iter().any(|text| text.contains("q4") && text.contains("9 (6)") && text.contains("left out")),
        "{said:?}"
    );
}

/// 0 + 1 + 0 + (4 − 4) = 1 of the first participant; the score is an outcome by its column.
#[test]
fn a_score_is_an_outcome_like_any_other() {
    let json = r#"{"version": 1, "id": "id", "arm": {"column": "group"},
        "outcomes": [{"name": "strain", "columns": ["strain"]}],
        "scales": [{"name": "strain", "items": ["q1", "q2", "q3", "q4"], "reverse": ["q4"], "range": [0, 4]}]}"#;
    let plan = Plan::from_json(json).expect("a Plan");
    let (table, _) = prepost::table::read_bytes(ITEMS.as_bytes(), &ReadOptions::default());
    let (trial, problems) = prepost::trial::Trial::assemble(&table, &plan);
    let trial = trial.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!(trial.outcomes[0].values[..5], [1.0, 5.0, 7.0, 11.0, 16.0]);
    assert!(trial.outcomes[0].values[5].is_nan());
    assert_eq!(trial.scales[0].outcome, Some(0));
}

#[test]
fn a_scale_that_cannot_be_scored_says_why() {
    let reason = |scale: &str| said(scale).into_iter().next().unwrap_or_default();
    assert!(reason(r#"{"name": "x", "items": ["q1", "q9"]}"#).contains("not in the file: q9"));
    assert!(reason(r#"{"name": "x", "items": ["q1", "group"]}"#).contains("hold words, not numbers: group"));
    assert!(reason(r#"{"name": "x", "items": ["q1", "q2"], "reverse": ["q1"]}"#).contains("cannot be turned"));
    assert!(reason(r#"{"name": "x", "items": ["q1", "q2"], "range": [4, 0]}"#).contains("not below"));
    assert!(reason(r#"{"name": "x"}"#).contains("has no items"));
    assert!(reason(r#"{"name": "q2", "items": ["q1", "q2"]}"#).contains("has a column q2 already"));
}

/// What is left empty has its reason in the table's note: who, where and why.
#[test]
fn what_cannot_be_computed_has_its_reason_in_the_note() {
    let note = |rows: &str, items: &[&str]| -> String {
        let header = "id,arm,a,b,c,d\n";
        let items = serde_json::to_string(items).expect("names");
        let plan = format!(
            r#"{{"version": 1, "id": "id", "arm": {{"column": "arm"}}, "outcomes": [],
                "scales": [{{"name": "mood", "items": {items}, "range": [0, 9]}}]}}"#
        );
        let mut session = Session::default();
        session.read(format!("{header}{rows}").as_bytes(), &ReadOptions::default());
        let report = session.analyse(&Plan::from_json(&plan).expect("a Plan"), &mut |_| {});
        let section = report.overview.into_iter().find(|own| own.id.starts_with("reliability")).expect("a section");
        let prepost::report::Block::Table { table } = &section.blocks[0] else { panic!("a table comes first") };
        let note = words::plain(&table.note);
        note.split_once("may be error.").expect("the note on all").1.trim().to_owned()
    };
    let x = "1,x,0,1,0,4\n2,x,1,1,2,3\n3,x,2,2,1,2\n4,x,3,2,3,1\n5,x,4,4,4,1\n6,x,3,4,2,9\n";
    let all = ["a", "b", "c", "d"];
    assert_eq!(note(x, &all), "");
    assert_eq!(note(x, &["a", "b"]), "ω needs three items or more, so that there is none.");
    assert_eq!(
        note(&format!("{x}7,y,2,1,0,5\n8,y,4,1,3,5\n9,y,1,1,2,4\n10,y,2,1,5,1\n11,y,5,1,5,1\n"), &all),
        "No ω, no loadings and no mean r for y (b): an item that all answered alike goes with no other."
    );
    assert_eq!(
        note(&format!("{x}7,y,2,1,0,5\n8,y,4,0,3,5\n9,y,1,3,2,4\n10,z,2,1,3,1\n11,z,2,1,3,1\n"), &all),
        "No ω and no loadings for y: they need more respondents than items. Left out: z, where fewer than two answered every \
         item, or the sum of the items is the same for all."
    );
    let same = "1,x,0,1,0,0\n2,x,1,1,2,1\n3,x,2,2,1,2\n4,x,3,2,3,3\n5,x,4,4,4,4\n6,x,3,4,2,3\n";
    assert_eq!(
        note(same, &all),
        "No ω and no loadings for all participants and x: the answers to an item follow from those to the others."
    );
}
