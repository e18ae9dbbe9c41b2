//! Small files as people have them, dropped in without a Plan: the right design, or a question.

use prepost::plan::{Guess, IdColumns, Plan, guess};
use prepost::table::{ReadOptions, read_bytes};
use prepost::trial::Trial;

use crate::support::text::table;

fn file(name: &str) -> String {
    let path = format!("{}/tests/fixtures/guess/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect(name)
}

fn dropped(name: &str) -> Guess {
    guess(&table(&file(name)))
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.id.as_ref().map(IdColumns::names).unwrap_or_default().iter().map(String::as_str).collect()
}

fn is_open(plan: &Plan, part: &str) -> bool {
    plan.unconfirmed.iter().flatten().any(|own| own == part)
}

fn columns(plan: &Plan) -> Vec<Vec<&str>> {
    plan.outcomes.iter().map(|own| own.columns.iter().map(String::as_str).collect()).collect()
}

#[test]
fn the_control_is_named_in_any_of_the_languages() {
    for (name, control) in [
        ("chinese-headers", "对照组"),
        ("control-in-arabic", "ضابطة"),
        ("control-in-german", "Warteliste"),
        ("no-something-is-the-control", "no.therapy"),
        ("treatment-taken-for-the-control", "Cont"),
    ] {
        let plan = dropped(name).plan;
        let arm = plan.arm.as_ref().expect(name);
        assert_eq!(arm.control.as_deref(), Some(control), "{name}");
        assert_eq!(arm.levels.first().map(String::as_str), Some(control), "{name}");
    }
}

#[test]
fn the_direction_and_the_occasions_are_read_in_those_languages() {
    for (name, occasions) in [
        ("chinese-headers", ["前测", "后测", "追踪"]),
        ("control-in-arabic", ["القبلي", "البعدي", "التتبعي"]),
        ("control-in-german", ["vorher", "nachher", "Katamnese"]),
    ] {
        let plan = dropped(name).plan;
        assert_eq!(plan.occasions, occasions, "{name}");
        assert_eq!(plan.outcomes.len(), 1, "{name}");
        assert_eq!(plan.outcomes[0].better, Some(prepost::plan::Better::Lower), "{name}");
        assert_eq!(plan.unconfirmed.as_deref(), Some(&[][..]), "{name}");
    }
}

#[test]
fn a_column_of_codes_is_an_arm_to_confirm() {
    let plan = dropped("coded-arm-under-another-name").plan;
    let arm = plan.arm.as_ref().expect("Strategy");
    assert_eq!((arm.column.as_str(), arm.control.as_deref()), ("Strategy", None));
    assert!(is_open(&plan, "control"));
}

#[test]
fn ids_that_restart_are_two_columns() {
    for (name, id, n) in [
        ("ids-nested-in-site", ["site", "id"], 20),
        ("ids-restart-long", ["group", "id"], 16),
        ("ids-restart-wide", ["group", "id"], 16),
    ] {
        let text = file(name);
        let table = table(&text);
        let plan = guess(&table).plan;
        assert_eq!(ids(&plan), id, "{name}");
        assert!(is_open(&plan, "id") && plan.within.is_empty(), "{name}");
        let (trial, problems) = Trial::assemble(&table, &plan);
        let trial = trial.unwrap_or_else(|| panic!("{name}: {problems:?}"));
        assert_eq!((trial.ids.len(), trial.arms.len(), trial.outcomes.len()), (n, 2, 1), "{name}");
    }
}

#[test]
fn a_list_of_columns_is_an_id_in_json_too() {
    let plan = Plan::from_json(r#"{"version": 1, "id": ["site", "id"]}"#).expect("a Plan");
    assert_eq!(ids(&plan), ["site", "id"]);
    assert!(plan.to_json_pretty().contains("\"id\": [\n"));
    assert_eq!(ids(&Plan::from_json(r#"{"id": "code"}"#).expect("a Plan")), ["code"]);
}

#[test]
fn where_most_ids_repeat_no_line_is_dropped_in_silence() {
    let table = table(&file("long-two-rows-each"));
    let (trial, problems) = Trial::assemble(&table, &guess(&table).plan);
    assert!(trial.is_none());
    assert!(problems.iter().any(|problem| problem.code() == "ids-repeated"), "{problems:?}");
}

#[test]
fn a_baseline_in_a_column_of_its_own_is_not_left_out() {
    let plan = dropped("baseline-column-left-out").plan;
    assert_eq!(plan.occasions, ["baseline", "3m", "12m"]);
    assert_eq!(columns(&plan), [["baseline", "number3m", "number12m"]]);
    let plan = dropped("bare-name-beside-suffixed").plan;
    assert_eq!(columns(&plan), [["cesd", "cesd2", "cesd3"]]);
    let plan = dropped("prior-and-post").plan;
    assert_eq!(plan.occasions, ["Prior", "Post"]);
    let plan = dropped("baseline-column-of-a-long-file").plan;
    assert_eq!((plan.covariates.as_slice(), plan.baseline), (&["base".to_owned()][..], Some(None)));
}

#[test]
fn a_row_of_labels_under_the_header_is_no_participant() {
    let text = file("second-header-row");
    let table = table(&text);
    assert!(
        read_bytes(text.as_bytes(), &ReadOptions::default()).1.iter().any(|problem| problem.code() == "second-header")
    );
    let plan = guess(&table).plan;
    assert_eq!(plan.arm.as_ref().map(|arm| arm.levels.len()), Some(2));
    let (trial, _) = Trial::assemble(&table, &plan);
    assert_eq!(trial.map(|trial| (trial.ids.len(), trial.arms.len())), Some((16, 2)));
}

#[test]
fn a_column_of_time_is_no_outcome() {
    let plan = dropped("time-is-an-outcome").plan;
    let names: Vec<&str> = plan.outcomes.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["severity"]);
}

#[test]
fn a_crossover_compares_treatments_within_participants() {
    let table = table(&file("crossover-ab-ba"));
    let plan = guess(&table).plan;
    let crossover = plan.crossover.as_ref().expect("a crossover");
    assert_eq!((crossover.treatment.as_str(), crossover.period.as_str()), ("treatment", "period"));
    assert_eq!(crossover.sequence.as_deref(), Some("sequence"));
    assert!(plan.arm.is_none() && is_open(&plan, "crossover"));
    assert_eq!(plan.occasions, ["A", "B"]);
    let (trial, problems) = Trial::assemble(&table, &plan);
    let trial = trial.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!((trial.ids.len(), trial.occasions.len(), trial.has_arms), (14, 2, false));
    let numbers = crate::support::numbers_of(&trial, |id| id == "crossover");
    let f = numbers[&("crossover".to_owned(), "treatment".to_owned(), "F".to_owned())];
    // R: aov(outcome ~ sequence + treatment + period + Error(subject)).
    assert!((f - 40.466_292_134_831_5).abs() < 1e-9, "{f}");
}

#[test]
fn a_wide_crossover_names_its_treatments_by_sequence() {
    let long = table(&file("crossover-ab-ba"));
    let plan = guess(&long).plan;
    let mut text = String::from("subject,sequence,y1,y2\n");
    let cell = |name: &str, row: usize| long.column(name).and_then(|own| own.label(row)).expect("a cell").into_owned();
    for row in (0..long.n_rows()).step_by(2) {
        let (id, order) = (cell("subject", row), cell("sequence", row));
        text += &format!("{id},{order},{},{}\n", cell("outcome", row), cell("outcome", row + 1));
    }
    let wide = Plan::from_json(
        r#"{"version": 1, "id": "subject", "occasions": ["1", "2"],
            "crossover": {"sequence": "sequence", "treatments": {"AB": ["A", "B"], "BA": ["B", "A"]}},
            "outcomes": [{"name": "outcome", "columns": ["y1", "y2"], "better": "higher"}]}"#,
    )
    .expect("a Plan");
    let of = |table, plan| {
        let (trial, problems) = Trial::assemble(table, plan);
        crate::support::numbers_of(&trial.unwrap_or_else(|| panic!("{problems:?}")), |id| id == "crossover")
    };
    let (one, other) = (of(&long, &plan), of(&table(&text), &wide));
    assert_eq!(one.len(), other.len());
    for (key, value) in &one {
        assert!((value - other[key]).abs() < 1e-9, "{key:?}");
    }
}

#[test]
fn repeated_digits_far_outside_are_suspected() {
    let table = table(&file("code-888888"));
    let column = table.column("phq_post").expect("phq_post");
    let codes: Vec<f64> = prepost::table::suspected_codes(column).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&888_888.0), "{codes:?}");
}

#[test]
fn forms_are_joined_by_the_address_and_never_by_the_time() {
    let part = |name: &str| prepost::plan::SeparateFile {
        name: format!("{name}.csv"),
        table: table(&file(&format!("forms-{name}"))),
    };
    let (joined, problems) = prepost::plan::join(vec![part("pre"), part("post")]);
    assert!(problems.iter().any(|problem| problem.code() == "joined"), "{problems:?}");
    let plan = guess(&joined).plan;
    let (trial, _) = Trial::assemble(&joined, &plan);
    let trial = trial.expect("a trial");
    assert_eq!(trial.outcomes.first().map(|own| own.n_measures), Some(2));
    assert_eq!(trial.complete(0).len(), 14);
}

#[test]
fn events_of_redcap_hold_arms() {
    let text = file("redcap-arm-in-the-event");
    let (table, problems) = read_bytes(text.as_bytes(), &ReadOptions::default());
    assert!(problems.iter().any(|problem| problem.code() == "redcap-events"), "{problems:?}");
    let plan = guess(&table).plan;
    assert_eq!(plan.occasions, ["baseline", "post", "followup"]);
    assert_eq!(plan.arm.as_ref().map(|arm| arm.levels.len()), Some(2));
}
