//! What is said when a key is used, and before: to be confirmed, to be filled in, or refused.

use prepost::table::{ReadOptions, read_bytes};
use prepost::trial::{Plan, Trial};

use super::{Said, say};

/// What is said of the scales of a file.
pub fn said(csv: &str, plan: &serde_json::Value) -> Vec<Said> {
    let mut all = say(&assembled(csv, plan).1);
    let of_scales = |code: &str| {
        let ids = concat!(
            include_str!("../../../www/locales/en/keys.ftl"),
            include_str!("../../../www/locales/en/scales.ftl")
        );
        ids.lines().any(|line| line.split_once(" =").is_some_and(|(id, _)| id == code))
    };
    assert!(all.iter().all(|[code, ..]| code != "column-missing"), "{all:?}");
    all.retain(|[code, ..]| of_scales(code));
    for [_, message, hint] in &all {
        assert!(!message.ends_with('.') && !hint.ends_with('.') && !hint.is_empty(), "{message} | {hint}");
    }
    all
}

pub fn assembled(csv: &str, plan: &serde_json::Value) -> (Option<Trial>, Vec<prepost::notice::Problem>) {
    let plan = Plan::from_json(&plan.to_string()).expect("a Plan");
    Trial::assemble(&read_bytes(csv.as_bytes(), &ReadOptions::default()).0, &plan)
}

pub fn columns(stem: &str, n: usize) -> Vec<String> {
    (1..=n).map(|item| format!("{stem}{item}")).collect()
}

/// A file of one questionnaire: an id and the answers.
pub fn file(names: &[String], rows: &[(&str, &[&str])]) -> String {
    let mut csv = format!("id,{}\n", names.join(","));
    rows.iter().for_each(|(id, answers)| csv.push_str(&format!("{id},{}\n", answers.join(","))));
    csv
}

fn filled(n: usize) -> String {
    let digit = |row: usize, item: usize| ((((row * 31 + item * 17 + 7) * 40_503) >> 7) % 4).to_string();
    let names = columns("q", n);
    let rows: Vec<String> = (0..8)
        .map(|row| format!("P{row},{}", (0..n).map(|item| digit(row, item)).collect::<Vec<_>>().join(",")))
        .collect();
    format!("id,{}\n{}\n", names.join(","), rows.join("\n"))
}

fn plan(scale: serde_json::Value, outcome: &str) -> serde_json::Value {
    serde_json::json!({"version": 1, "id": "id", "outcomes": [{"name": outcome, "columns": [outcome]}], "scales": [scale]})
}

#[test]
fn a_key_with_a_source_is_used_and_named() {
    let scale = serde_json::json!({"name": "phq", "key": "phq-9", "items": columns("q", 9)});
    assert_eq!(
        said(&filled(9), &plan(scale, "PHQ-9")),
        [[
            "key-used",
            "phq was scored by the key of the Patient Health Questionnaire, depression module. Source: Kroenke, K., Spitzer, R. L., \
             & Williams, J. B. W. (2001). The PHQ-9: Validity of a brief depression severity measure. Journal of General Internal \
             Medicine, 16, 606–613. Item 9 concerns the participant's safety: look at every answer above 0",
            "Verify it with your own form: versions and translations differ in order, range and reversed items"
        ]]
    );
}

#[test]
fn a_key_from_memory_is_confirmed_first() {
    let scale = serde_json::json!({"name": "brs", "key": "brs", "items": columns("q", 6), "range": [0, 4]});
    assert_eq!(
        said(&filled(6), &plan(scale.clone(), "BRS")),
        [[
            "key-unconfirmed",
            "The key of the Brief Resilience Scale is not confirmed, so that brs is not scored until you have compared it with your \
             form. Items: BRS (1–6). Reversed: BRS (2, 4, 6). Source: Smith, B. W., Dalen, J., Wiggins, K., Tooley, E., Christopher, \
             P., & Bernard, J. (2008). The Brief Resilience Scale: Assessing the ability to bounce back. International Journal of \
             Behavioral Medicine, 15, 194–200; reversed items from memory; confirm",
            "If your form has the same items, confirm the key; else name the items of each score yourself"
        ]]
    );
    let mut confirmed = scale;
    confirmed["confirmed"] = true.into();
    let (trial, problems) = assembled(&filled(6), &plan(confirmed, "BRS"));
    assert!(problems.iter().any(|problem| problem.code() == "key-used"));
    assert_eq!(trial.expect("a trial").outcomes.len(), 1);
}

#[test]
fn a_key_in_blocks_says_how_its_items_are_numbered() {
    let scale = serde_json::json!({"name": "pwb", "key": "ryff-84", "items": columns("q", 84), "range": [0, 3]});
    let said = said(&filled(84), &plan(scale, "autonomy"));
    let [[code, message, _]] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(code, "key-unconfirmed");
    assert!(message.contains("Items: autonomy (1–14), environmental mastery (15–28), "), "{message}");
    assert!(message.contains("Reversed: autonomy (1, 4, 6, 8, 10, 11, 13), "), "{message}");
    assert!(
        message.contains(". They are numbered subscale by subscale, not as the form prints them. Source: "),
        "{message}"
    );
}

#[test]
fn a_template_needs_its_items() {
    let mut scale = serde_json::json!({"name": "support", "key": "workplace-support", "items": columns("q", 4)});
    assert_eq!(
        said(&filled(4), &plan(scale.clone(), "supervisor support")),
        [[
            "key-template",
            "The key of the Workplace Social Support (Liu et al., 2000) does not know which items belong to supervisor support and \
             co-worker support, so that support is not scored",
            "Name the items of each score, and those that run the other way, from your own form"
        ]]
    );
    scale["subscales"] = serde_json::json!([{"name": "supervisor support", "items": [1, 3]}]);
    let (trial, _) = assembled("q1,q2,q3,q4\n1,2,4,0\n2,2,2,3\n3,1,0,2\n", &{
        let mut plan = plan(scale, "supervisor support");
        plan["id"] = serde_json::Value::Null;
        plan
    });
    // The rule is the template's: a mean.
    assert_eq!(trial.expect("a trial").outcomes[0].values, [2.5, 2.0, 1.5]);
}

#[test]
fn a_key_that_is_none_and_items_that_are_none() {
    let scale = serde_json::json!({"name": "mood", "key": "mood-3", "items": columns("q", 3)});
    let csv = filled(3);
    let said_of = |scale: serde_json::Value| {
        let plan = Plan::from_json(&plan(scale, "mood").to_string()).expect("a Plan");
        let table = read_bytes(csv.as_bytes(), &ReadOptions::default()).0;
        say(&Trial::assemble(&table, &plan).1).swap_remove(0)
    };
    assert_eq!(
        said_of(scale),
        [
            "key-unknown",
            "The key mood-3 of mood is not among those that come with Prepost",
            "Choose another key, or define the questionnaire’s items yourself"
        ]
    );
    let own = |subscale: serde_json::Value| {
        said_of(serde_json::json!({"name": "mood", "items": columns("q", 3), "subscales": [subscale]}))
    };
    assert_eq!(
        own(serde_json::json!({"name": "low", "items": [2, 5, 7]})),
        ["scale-item-outside", "low has 5 and 7, and mood has items 1 to 3", "Correct the numbers of its items"]
    );
    assert_eq!(
        own(serde_json::json!({"name": "low", "items": []})),
        ["scale-score-without-items", "The score low of mood has no items", "Name the numbers of its items"]
    );
}

#[test]
fn no_total_over_the_subscales_of_the_burnout_inventory() {
    let refused = |score: &str, scale: &str| {
        let message = format!(
            "{score} of {scale} was not made: exhaustion, depersonalisation (or cynicism) and accomplishment (or efficacy) are three \
             scores, of which one runs the other way, and the inventory’s authors add no total over them"
        );
        ["mbi-no-total".to_owned(), message, "Analyse the three scores".to_owned()]
    };
    let of = |scale: serde_json::Value, n: usize, outcome: &str| -> Vec<Said> {
        let said = said(&filled(n), &plan(scale, outcome));
        said.into_iter().filter(|[code, ..]| code == "mbi-no-total").collect()
    };
    let all: Vec<usize> = (1..=22).collect();
    let burnout = serde_json::json!([{"name": "burnout", "items": all}]);
    let items = columns("q", 22);
    let scale = serde_json::json!({"name": "Maslach", "key": "mbi-hss", "items": items, "subscales": burnout});
    assert_eq!(of(scale, 22, "burnout"), [refused("burnout", "Maslach")]);
    let parts = ["emotional exhaustion", "depersonalisation", "personal accomplishment"];
    let total = serde_json::json!([{"name": "burnout", "of": parts, "score": "mean-of-subscale-means"}]);
    let scale = serde_json::json!({"name": "Maslach", "key": "mbi-hss", "items": items, "subscales": total});
    assert_eq!(of(scale, 22, "burnout"), [refused("burnout", "Maslach")]);
    let scale = serde_json::json!({"name": "MBI total", "items": items, "range": [0, 6]});
    assert_eq!(of(scale, 22, "MBI total"), [refused("MBI total", "MBI total")]);
    // Its own scores, and a total of another questionnaire, are made.
    let scale = serde_json::json!({"name": "mbi", "key": "mbi-hss", "items": items});
    assert_eq!(of(scale, 22, "depersonalisation"), Vec::<Said>::new());
    let scale = serde_json::json!({"name": "mood", "items": items});
    assert_eq!(of(scale, 22, "mood"), Vec::<Said>::new());
}

/// A button beside the message changes the Plan; which change, and what it is called.
#[test]
fn what_is_offered_in_place() {
    let words = prepost::report::Words::english();
    let offered = |csv: &str, plan: &serde_json::Value| {
        let notices: Vec<_> = assembled(csv, plan).1.iter().map(|problem| words.notice(problem)).collect();
        let offers = notices.into_iter().filter_map(|notice| Some((notice.code, notice.offer?)));
        offers.map(|(code, offer)| (code, offer.scale, offer.shift, offer.label)).collect::<Vec<_>>()
    };
    let names = columns("pss", 14);
    let answers = ["1", "2", "3", "4", "0", "1", "2", "3", "4", "0", "1", "2", "3", "4"];
    let csv = file(&names, &[("P1", &answers), ("P2", &answers)]);
    let plan = serde_json::json!({"id": "id", "scales": [{"name": "stress", "key": "pss-14", "items": names}]});
    let confirm = ("key-unconfirmed".into(), "stress".into(), None, "My form has these items".into());
    assert_eq!(offered(&csv, &plan), [confirm]);
    let shifted = |by: f64, key: &str, n: usize, answers: &[&str]| {
        let names = columns("q", n);
        let csv = file(&names, &[("P1", answers), ("P2", answers)]);
        let plan = serde_json::json!({"id": "id", "scales": [{"name": "x", "key": key, "items": names}]});
        let found = offered(&csv, &plan);
        assert_eq!(
            found.first().map(|(code, _, shift, _)| (code.as_str(), *shift)),
            Some(("scale-base-shifted", Some(by)))
        );
        found[0].3.clone()
    };
    assert_eq!(shifted(1.0, "gad-7", 7, &["1", "2", "3", "4", "1", "2", "3"]), "Take 1 from every answer");
    assert_eq!(shifted(-1.0, "scs-26", 26, &["0", "1", "2", "3", "4"].repeat(6)[..26]), "Add 1 to every answer");
    // "offer-confirm-key" and "offer-shift" are the labels.
}
