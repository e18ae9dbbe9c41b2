//! Each edit against what a user means by it.

use super::super::{Adjust, Better, ClaimKind, ClaimPlan, Code, Meaning, OutcomePlan, Plan};
use super::*;
use crate::scale::Items;

/// Three arms and two outcomes at three occasions.
fn plan() -> Plan {
    let outcome = |name: &str| OutcomePlan {
        name: name.into(),
        columns: ["pre", "post", "fu"].map(|occasion| format!("{name}_{occasion}")).to_vec(),
        ..OutcomePlan::default()
    };
    Plan {
        id: Some("id".into()),
        arm: Some(super::super::ArmPlan {
            column: "group".into(),
            levels: names(["wait", "a", "b"]),
            control: Some("wait".into()),
            ..super::super::ArmPlan::default()
        }),
        occasions: names(["pre", "post", "fu"]),
        outcomes: vec![outcome("x"), outcome("y")],
        ..Plan::default()
    }
}

fn names<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn after(edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan(), |plan, edit| apply(&plan, &edit).plan)
}

fn levels(plan: &Plan) -> Vec<&str> {
    plan.arm.iter().flat_map(|arm| &arm.levels).map(String::as_str).collect()
}

fn columns(plan: &Plan, outcome: usize) -> Vec<&str> {
    plan.outcomes[outcome].columns.iter().map(String::as_str).collect()
}

#[test]
fn the_control_stays_first() {
    let move_to = |level: &str, to| Edit::ArmMove { level: level.into(), to };
    assert_eq!(levels(&after([move_to("b", 1)])), ["wait", "b", "a"]);
    for no_move in [move_to("wait", 1), move_to("a", 0), move_to("a", 3), move_to("c", 1)] {
        assert_eq!(after([no_move]), plan());
    }
    let control = |level: Option<&str>| Edit::Control { level: level.map(str::to_owned) };
    let other = after([control(Some("b"))]);
    assert_eq!(
        (levels(&other), other.arm.as_ref().and_then(|arm| arm.control.as_deref())),
        (vec!["b", "a", "wait"], Some("b"))
    );
    let without = after([control(None), move_to("wait", 2)]);
    assert_eq!(levels(&without), ["a", "b", "wait"]);
}

/// What is swapped and swapped back is as it was: order, and with it marks and colours.
#[test]
fn a_swap_and_the_swap_back_give_the_same_design() {
    let control = |level: &str| Edit::Control { level: Some(level.into()) };
    assert_eq!(after([control("b"), control("wait")]), plan());
    let move_to = |level: &str, to| Edit::ArmMove { level: level.into(), to };
    assert_eq!(after([move_to("a", 2), move_to("a", 1)]), plan());
    let timed = Plan {
        baseline: Some(Some("pre".into())),
        end_of_treatment: Some("post".into()),
        unconfirmed: Some(names(["baseline", "end_of_treatment"])),
        ..plan()
    };
    for (index, to) in [(0, 1), (0, 2), (1, 2)] {
        let there = apply(&timed, &Edit::OccasionMove { index, to }).plan;
        assert_ne!(there, timed);
        let back = apply(&there, &Edit::OccasionMove { index: to, to: index }).plan;
        assert_eq!(
            (&back.occasions, &back.baseline, &back.end_of_treatment),
            (&timed.occasions, &timed.baseline, &timed.end_of_treatment)
        );
        assert_eq!(back.outcomes, timed.outcomes);
    }
}

#[test]
fn an_occasion_keeps_its_part_under_another_name() {
    let timed = Plan { baseline: Some(Some("pre".into())), end_of_treatment: Some("post".into()), ..plan() };
    let renamed = apply(&timed, &Edit::OccasionName { index: 0, name: "before".into() }).plan;
    assert_eq!(renamed.baseline, Some(Some("before".into())));
    let gone = apply(&timed, &Edit::OccasionRemove { index: 1 }).plan;
    assert_eq!(gone.end_of_treatment.as_deref(), Some("fu"));
}

#[test]
fn an_answer_settles_its_question() {
    let guessed = Plan { unconfirmed: Some(names(["control", "better:x", "id"])), ..plan() };
    let all = apply(&guessed, &Edit::ConfirmAll { parts: names(["control", "better:x", "better:y"]) }).plan;
    assert_eq!(all.unconfirmed, Some(names(["id"])));
    assert!(all.outcomes.iter().all(|outcome| outcome.better == Some(Better::Higher)));
    let turned = apply(&guessed, &Edit::Benefit { outcome: "x".into(), better: Better::Lower }).plan;
    assert_eq!((turned.outcomes[0].better, turned.outcomes[1].better), (Some(Better::Lower), None));
    // In a Plan without a list nothing else says that there is no control.
    let without = after([Edit::Control { level: None }]);
    assert!(!super::super::unconfirmed(&without, &without.occasions).contains(&"control".into()));
}

#[test]
fn an_arm_leaves_and_comes_back() {
    let leave = |level: &str| Edit::ArmLeave { level: level.into() };
    let back = after([leave("a"), Edit::ArmRestore { level: "a".into() }]);
    assert_eq!(levels(&back), ["wait", "b", "a"]);
    let uncontrolled = after([leave("wait")]);
    assert_eq!(uncontrolled.arm.and_then(|arm| arm.control), None);
}

#[test]
fn another_column_of_arms_brings_its_levels() {
    let column =
        |column: Option<&str>| Edit::ArmColumn { column: column.map(str::to_owned), levels: names(["m", "f"]) };
    let arm = after([column(Some("sex"))]).arm.expect("arms");
    assert_eq!((arm.column.as_str(), arm.control.as_deref()), ("sex", None), "no name tells a control");
    let better = |index: usize| Edit::Better { index, better: Better::Higher };
    let open = after([better(0), better(1), column(Some("sex"))]).unconfirmed;
    assert_eq!(open, Some(names(["control"])), "and so it is asked");
    let named = Edit::ArmColumn { column: Some("allocation".into()), levels: names(["cbt", "waitlist"]) };
    let arm = after([named]).arm.expect("arms");
    assert_eq!((arm.levels, arm.control.as_deref()), (names(["waitlist", "cbt"]), Some("waitlist")));
    assert_eq!(after([column(None)]).arm, None);
}

#[test]
fn occasions_take_the_columns_of_every_outcome_with_them() {
    let moved = after([Edit::OccasionMove { index: 0, to: 1 }]);
    assert_eq!(moved.occasions, ["post", "pre", "fu"]);
    assert_eq!(columns(&moved, 1), ["y_post", "y_pre", "y_fu"]);
    assert_eq!(columns(&after([Edit::OccasionRemove { index: 1 }]), 0), ["x_pre", "x_fu"]);
    let added = after([Edit::OccasionAdd { name: "later".into() }]);
    assert_eq!(columns(&added, 0), ["x_pre", "x_post", "x_fu", ""]);
    for nothing in [Edit::OccasionMove { index: 0, to: 3 }, Edit::OccasionRemove { index: 3 }] {
        assert_eq!(after([nothing]), plan());
    }
}

#[test]
fn further_within_levels_move_with_their_occasion() {
    let within = vec![super::super::WithinPlan { name: "side".into(), levels: names(["l", "r"]) }];
    let wide = Plan {
        within,
        occasions: names(["pre", "post"]),
        outcomes: vec![OutcomePlan { columns: names(["a", "b", "c", "d"]), ..OutcomePlan::default() }],
        ..plan()
    };
    let moved = apply(&wide, &Edit::OccasionMove { index: 1, to: 0 }).plan;
    assert_eq!(columns(&moved, 0), ["c", "d", "a", "b"]);
}

#[test]
fn an_outcome_is_analysed_once_each_of_its_cells_has_a_column() {
    let add = Edit::OutcomeAdd { name: "z".into(), column: "z_pre".into() };
    let cell = |cell, column: &str| Edit::Cell { at: CellPlace { outcome: 2, cell }, column: column.into() };
    let begun = after([add.clone(), cell(1, "z_post")]);
    assert_eq!(columns(&begun, 2), ["z_pre", "z_post", ""]);
    assert_eq!(runnable(&begun), plan());
    let whole = after([add, cell(1, "z_post"), cell(2, "z_fu")]);
    assert_eq!(runnable(&whole), whole);
}

#[test]
fn a_column_is_in_one_cell_of_an_outcome() {
    let at = |outcome, cell| CellPlace { outcome, cell };
    let chosen = after([Edit::Cell { at: at(0, 0), column: "x_post".into() }]);
    assert_eq!(columns(&chosen, 0), ["x_post", "x_pre", "x_fu"]);
    let swapped = after([Edit::CellSwap { from: at(0, 0), to: at(1, 2) }]);
    assert_eq!((columns(&swapped, 0)[0], columns(&swapped, 1)[2]), ("y_fu", "x_pre"));
    let within = after([Edit::CellSwap { from: at(0, 0), to: at(0, 2) }]);
    assert_eq!(columns(&within, 0), ["x_fu", "x_post", "x_pre"]);
    for nowhere in [at(0, 3), at(2, 0)] {
        assert_eq!(after([Edit::Cell { at: nowhere, column: "x_pre".into() }]), plan());
    }
}

#[test]
fn a_long_file_has_a_column_for_each_outcome() {
    let long = after([Edit::Long { occasion: "time".into(), levels: names(["t1", "t2"]) }]);
    assert_eq!((columns(&long, 0), long.occasions.len()), (vec!["x_pre"], 2));
    let wide = apply(&long, &Edit::Wide).plan;
    assert_eq!((columns(&wide, 0), &wide.long), (vec!["x_pre", ""], &None));
}

#[test]
fn what_is_said_twice_is_there_once() {
    let code = |means| Edit::Code { code: Code { column: "x_pre".into(), value: 99.0, means } };
    assert_eq!(after([code(Meaning::Value), code(Meaning::Missing)]).codes.len(), 1);
    let claim = |made| Edit::Claim { claim: ClaimPlan { claim: ClaimKind::Improves, outcome: None }, made };
    assert_eq!(after([claim(true), claim(true)]).claims.len(), 1);
    assert_eq!(after([claim(true), claim(false)]), plan());
    let age = |role| Edit::Use { role, column: "age".into() };
    assert_eq!(after([age(ColumnRole::Covariates), age(ColumnRole::Covariates)]).covariates, ["age"]);
}

/// Items are named by their occasion, and so are the columns of their scores.
#[test]
fn an_occasion_takes_its_items_with_its_name() {
    let items =
        |occasion: &str| (occasion.to_owned(), names(["q1", "q2"]).iter().map(|q| format!("{q}_{occasion}")).collect());
    let by_occasion = Items::ByOccasion(["pre", "post", "fu"].into_iter().map(items).collect());
    let scale = ScalePlan { name: "mood".into(), items: by_occasion, ..ScalePlan::default() };
    let put = |instead: Option<&str>, name: &str| Edit::ScalePut {
        scale: ScalePlan { name: name.into(), ..scale.clone() },
        instead: instead.map(str::to_owned),
    };
    let scored = after([put(None, "mood")]);
    assert_eq!(columns(&scored, 2), ["mood_pre", "mood_post", "mood_fu"]);
    let renamed = after([put(None, "mood"), Edit::OccasionName { index: 2, name: "later".into() }]);
    assert_eq!(columns(&renamed, 2), ["mood_pre", "mood_post", "mood_later"]);
    let other = after([put(None, "mood"), put(Some("mood"), "humour")]);
    assert_eq!((other.scales.len(), other.outcomes.len()), (1, 3));
    assert_eq!(after([put(None, "mood"), Edit::ScaleRemove { name: "mood".into() }]), plan());
}

/// A place that is not there changes nothing, and no Plan, however odd, breaks an edit.
#[test]
fn any_place_is_taken() {
    let within = |n: usize| super::super::WithinPlan { name: "w".into(), levels: vec![String::new(); n] };
    let long = after([Edit::Long { occasion: "time".into(), levels: Vec::new() }]);
    let vast = Plan { within: vec![within(2_000), within(2_000)], ..plan() };
    for plan in [Plan::default(), plan(), long, Plan { within: vec![within(0)], ..plan() }, vast] {
        for index in [0, 1, 2, 99, usize::MAX] {
            for to in [0, 2, usize::MAX] {
                let (from, at) = (CellPlace { outcome: index, cell: to }, CellPlace { outcome: to, cell: index });
                let edits = [
                    Edit::OccasionMove { index, to },
                    Edit::OccasionRemove { index },
                    Edit::OccasionName { index, name: "n".into() },
                    Edit::OccasionAdd { name: "n".into() },
                    Edit::OutcomeMove { index, to },
                    Edit::OutcomeRemove { index },
                    Edit::OutcomeAdd { name: "n".into(), column: "c".into() },
                    Edit::Cell { at, column: "c".into() },
                    Edit::CellSwap { from, to: at },
                    Edit::ArmMove { level: "a".into(), to },
                    Edit::Wide,
                ];
                for edit in &edits {
                    let edited = apply(&plan, edit);
                    assert!(edited.grid.cells_per_outcome <= 1_000);
                }
            }
        }
    }
}

#[test]
fn an_edit_settles_what_it_decides() {
    let settled = |edit: &Edit| apply(&plan(), edit).settled;
    assert_eq!(settled(&Edit::Better { index: 1, better: Better::Lower }), ["better:y"]);
    assert_eq!(settled(&Edit::ArmColumn { column: None, levels: Vec::new() }), ["arm", "control"]);
    assert_eq!(settled(&Edit::OutcomeRemove { index: 0 }), ["outcome:x", "better:x"]);
    assert_eq!(settled(&Edit::Adjust { adjust: Adjust::Holm }), [""; 0]);
}

#[test]
fn an_edit_is_written_by_its_name() {
    let json = r#"{"edit":"cell-swap","from":{"outcome":0,"cell":1},"to":{"outcome":1,"cell":2}}"#;
    let edit: Edit = serde_json::from_str(json).expect("an edit");
    assert_eq!(serde_json::to_string(&edit).expect("JSON"), json);
    let none: Edit = serde_json::from_str(r#"{"edit":"control"}"#).expect("an edit");
    assert_eq!(none, Edit::Control { level: None });
}
