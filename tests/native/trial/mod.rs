//! Table and Plan become a Trial: what is read, who is left out, and every Problem in its words.

use crate::support::text::{in_words, say, table};
use prepost::notice::{Problem, Severity};
use prepost::plan::guess;
use prepost::table::Table;
use prepost::trial::{ArmPlan, Better, Code, LongPlan, Meaning, OutcomePlan, Plan, Trial, WithinPlan};

fn outcome(name: &str, columns: &[&str]) -> OutcomePlan {
    OutcomePlan { name: name.into(), columns: owned(columns), better: Some(Better::Higher), ..OutcomePlan::default() }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

/// `id, group (control A), EE at pre and post`.
fn plan() -> Plan {
    Plan {
        id: Some("id".into()),
        arm: Some(ArmPlan {
            column: "group".into(),
            levels: owned(&["control", "A"]),
            control: Some("control".into()),
            ..ArmPlan::default()
        }),
        occasions: owned(&["pre", "post"]),
        outcomes: vec![outcome("EE", &["EE_pre", "EE_post"])],
        ..Plan::default()
    }
}

const SIX: &str = "id,group,EE_pre,EE_post
P1,control,1,2
P2,A,2,4
P3,control,3,5
P4,A,4,1
P5,control,5,9
P6,A,7,3
";

/// The file of six with further rows.
fn six_and(rows: &str) -> Table {
    table(&format!("{SIX}{rows}"))
}

fn assembled(table: &Table, plan: &Plan) -> (Trial, Vec<Problem>) {
    let (trial, problems) = Trial::assemble(table, plan);
    let words: Vec<String> = problems.iter().map(in_words).collect();
    (trial.unwrap_or_else(|| panic!("no trial: {words:?}")), problems)
}

/// The words of the one Problem with that code.
fn said(problems: &[Problem], code: &str) -> String {
    let found: Vec<String> = problems.iter().filter(|problem| problem.code() == code).map(in_words).collect();
    assert_eq!(found.len(), 1, "{code} in {:?}", problems.iter().map(in_words).collect::<Vec<_>>());
    found.into_iter().next().unwrap_or_default()
}

fn check(table: &Table, plan: &Plan, code: &str, severity: Severity, text: &str) {
    let (_, problems) = Trial::assemble(table, plan);
    assert_eq!(said(&problems, code), text);
    assert_eq!(problems.iter().find(|p| p.code() == code).map(|p| p.severity), Some(severity), "{code}");
}

/// The ledger as `id (arm): reason`, with the outcome's name where it is of one.
fn ledger(trial: &Trial) -> Vec<String> {
    let line = |left_out: &prepost::trial::LeftOut| {
        let arm = left_out.arm.map_or("–", |arm| trial.arms[arm as usize].as_str());
        let outcome = left_out.outcome.map_or("all", |outcome| trial.outcomes[outcome].name.as_str());
        format!("{outcome}: {} ({arm}): {}", left_out.participant, say(&left_out.reason))
    };
    trial.ledger.left_out.iter().map(line).collect()
}

#[test]
fn a_plain_trial() {
    let (trial, problems) = assembled(&six_and(""), &plan());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(trial.ids, ["P1", "P2", "P3", "P4", "P5", "P6"]);
    assert_eq!((trial.arms.as_slice(), trial.arm.as_slice()), (&owned(&["control", "A"])[..], &[0, 1, 0, 1, 0, 1][..]));
    assert_eq!(trial.outcomes[0].of(3), [4.0, 1.0]);
    assert_eq!(trial.complete(0), [0, 1, 2, 3, 4, 5]);
    assert!(trial.ledger.left_out.is_empty());
    assert!(trial.complete(7).is_empty());
}

#[test]
fn arms_and_control_are_derived_where_the_plan_has_none() {
    let mut plan = plan();
    plan.arm = Some(ArmPlan { column: "group".into(), ..ArmPlan::default() });
    let (trial, _) = assembled(
        &table("id,group,EE_pre,EE_post\n1,B,1,2\n2,waitlist,2,4\n3,A,3,3\n4,B,4,3\n5,waitlist,1,1\n6,A,2,2\n"),
        &plan,
    );
    assert_eq!(trial.arms, ["waitlist", "B", "A"]);
    plan.arm = Some(ArmPlan {
        control: Some("A".into()),
        levels: owned(&["waitlist", "B", "A"]),
        column: "group".into(),
        ..ArmPlan::default()
    });
    let (trial, _) = assembled(
        &table("id,group,EE_pre,EE_post\n1,B,1,2\n2,waitlist,2,4\n3,A,3,3\n4,B,4,3\n5,waitlist,1,1\n6,A,2,2\n"),
        &plan,
    );
    assert_eq!(trial.arms, ["A", "waitlist", "B"]);
}

#[test]
fn without_an_arm_or_an_id() {
    let plan = Plan { id: None, arm: None, ..plan() };
    let (trial, problems) = assembled(&six_and(""), &plan);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((trial.arms.len(), trial.has_arms), (1, false));
    assert_eq!(trial.ids[..2], ["row 2", "row 3"]);
}

#[test]
fn the_ledger_names_who_is_left_out_and_why() {
    let rows = "P7,A,5,\nP8,control,,\nP9,,3,4\nP10,B,3,4\nP11,A,5,many\n";
    let (trial, _) = assembled(&six_and(rows), &plan());
    assert_eq!(
        ledger(&trial),
        [
            "all: P9 (–): No arm in group",
            "all: P10 (–): In B, no arm of the plan",
            "EE: P7 (A): No value at post",
            "EE: P8 (control): No value at pre and post",
            "EE: P11 (A): “many” at post is not a number",
        ]
    );
    assert_eq!((trial.ids.len(), trial.complete(0).len()), (9, 6));
    assert_eq!((trial.ledger.overall().count(), trial.ledger.of_outcome(0).count()), (2, 3));
    assert_eq!(trial.ledger.of_outcome(0).next().map(|left_out| left_out.occasions.clone()), Some(vec![1]));
}

#[test]
fn only_variables_in_the_model_count() {
    let text = "id,group,EE_pre,EE_post,PA_pre,PA_post,age,sex
1,control,1,2,1,,30,f\n2,A,2,3,4,5,,m\n3,control,3,3,2,1,31,f\n4,A,4,4,4,2,32,\n5,A,4,4,4,3,32,m\n6,control,4,2,4,2,33,m\n";
    let mut plan = plan();
    plan.outcomes.push(outcome("PA", &["PA_pre", "PA_post"]));
    let (trial, _) = assembled(&table(text), &plan);
    assert_eq!((trial.complete(0).len(), trial.complete(1).len()), (6, 5));
    plan.covariates = owned(&["age"]);
    plan.factors = owned(&["sex"]);
    let (trial, problems) = assembled(&table(text), &plan);
    assert_eq!(
        problems.iter().map(in_words).collect::<Vec<_>>(),
        [
            "3 participants have every value of PA, too few for 2 arms and a covariate | Each arm needs at least two complete participants"
        ]
    );
    assert_eq!(trial.complete(0), [0, 2, 4, 5]);
    assert_eq!(trial.factors[0].levels, ["f", "m"]);
    assert_eq!(
        ledger(&trial),
        [
            "EE: 2 (A): No value of age",
            "EE: 4 (A): No value of sex",
            "PA: 1 (control): No value at post",
            "PA: 2 (A): No value of age",
            "PA: 4 (A): No value of sex",
        ]
    );
}

#[test]
fn suspected_codes_are_missing_until_answered() {
    let rows = "P7,A,99,5\nP8,control,2,3\n";
    let mut plan = plan();
    let (trial, problems) = assembled(&six_and(rows), &plan);
    assert!(problems.is_empty(), "asked while the file is read: {problems:?}");
    assert_eq!(ledger(&trial), ["EE: P7 (A): 99 at pre may mean missing"]);
    let answer = |means| Code { column: "EE_pre".into(), value: 99.0, means };
    plan.codes = vec![answer(Meaning::Missing)];
    assert_eq!(ledger(&assembled(&six_and(rows), &plan).0), ["EE: P7 (A): No value at pre"]);
    plan.codes = vec![answer(Meaning::Value)];
    let (trial, _) = assembled(&six_and(rows), &plan);
    assert_eq!((trial.ledger.left_out.len(), trial.outcomes[0].of(6)), (0, &[99.0, 5.0][..]));
    // Any value can be said to mean missing.
    plan.codes = vec![Code { column: "EE_post".into(), value: 9.0, means: Meaning::Missing }];
    let (trial, _) = assembled(&six_and(""), &plan);
    assert_eq!(ledger(&trial), ["EE: P5 (control): No value at post"]);
}

#[test]
fn ids_on_several_rows() {
    use Severity::{Note, Warning};
    check(
        &six_and("P1,control,8,8\nP1,control,8,8\n"),
        &plan(),
        "id-repeated",
        Warning,
        "P1 stands on 3 lines: 2, 8 and 9; the first counts | Correct the id, or remove the rows that do not count",
    );
    let (trial, _) = assembled(&six_and("P1,control,8,8\n"), &plan());
    assert_eq!(ledger(&trial), ["all: P1 (control): Line 8 repeats the id of line 2"]);
    assert_eq!(trial.outcomes[0].of(0), [1.0, 2.0]);

    check(
        &six_and("P1,A,8,8\n"),
        &plan(),
        "id-in-two-arms",
        Warning,
        "P1 is in more than one arm, control and A, on lines 2 and 8, and is left out | Correct the id or the arm in the file",
    );
    let (trial, _) = assembled(&six_and("P1,A,8,8\n"), &plan());
    assert_eq!(ledger(&trial), ["all: P1 (–): In more than one arm: control and A"]);
    assert_eq!(trial.ids, ["P2", "P3", "P4", "P5", "P6"]);

    check(
        &six_and(",A,8,8\n,control,1,1\n"),
        &plan(),
        "id-missing",
        Note,
        "2 rows have no id; the participants are named by their lines: 8 and 9 | Add the ids in the file if the participants should go by them",
    );
    assert_eq!(assembled(&six_and(",A,8,8\n"), &plan()).0.ids[6], "row 8");
}

#[test]
fn problems_of_the_arms() {
    use Severity::{Error, Note, Warning};
    check(
        &six_and("P7,Control ,1,1\nP8,a,2,2\nP9,CONTROL,2,2\n"),
        &Plan { arm: Some(ArmPlan { levels: owned(&["control"]), ..plan().arm.unwrap_or_default() }), ..plan() },
        "arm-label-variants",
        Note,
        "group: Control and CONTROL count as control | If they differ in meaning, give them names that differ by more than capitals, spaces or letter forms",
    );
    check(
        &six_and("P7,,1,1\n"),
        &plan(),
        "arm-missing",
        Warning,
        "P7 has no group and is left out | Add the arm in the file",
    );
    check(
        &six_and("P7,,1,1\nP8,,1,1\n"),
        &plan(),
        "arm-missing",
        Warning,
        "2 participants have no group and are left out: P7 and P8 | Add the arm in the file",
    );
    check(
        &six_and("P7,B,1,1\nP8,B,1,1\nP9,B,1,1\nP10,B,1,1\nP11,B,1,1\nP12,B,1,1\n"),
        &plan(),
        "arm-not-in-plan",
        Warning,
        "6 participants are in B, no arm of the plan, and are left out, among them P7, P8, P9, P10 and P11 | Add B to the arms if it belongs to the trial",
    );
    let with = |levels: &[&str], control: &str| Plan {
        arm: Some(ArmPlan {
            column: "group".into(),
            levels: owned(levels),
            control: Some(control.into()),
            ..ArmPlan::default()
        }),
        ..plan()
    };
    check(
        &six_and(""),
        &with(&["control", "A", "B"], "control"),
        "arm-empty",
        Warning,
        "No participant is in the arm B, and it is left out | Check its spelling against group",
    );
    assert_eq!(assembled(&six_and(""), &with(&["B", "A", "control"], "B")).0.arm, [1, 0, 1, 0, 1, 0]);
    check(
        &six_and("P7,B,1,1\n"),
        &with(&["control", "A", "B"], "control"),
        "arm-of-one",
        Warning,
        "One participant, P7, is in the arm B, so its spread cannot be told | Join it with another arm in the file, or leave the arm out",
    );
    check(
        &six_and(""),
        &with(&["A"], "A"),
        "one-arm",
        Note,
        "All participants are in one arm, A, so arms cannot be compared | If there are more arms, check which column holds them",
    );
    check(
        &six_and(""),
        &with(&["A", "control"], "controls"),
        "control-unknown",
        Error,
        "The control controls is none of the arms, A and control | The nearest arm is control",
    );
    let ids = Plan { arm: Some(ArmPlan { column: "id".into(), ..ArmPlan::default() }), id: None, ..plan() };
    let many: String = (7..300).map(|i| format!("P{i},A,1,1\n")).collect();
    check(
        &six_and(&many),
        &ids,
        "levels-too-many",
        Error,
        "id has more than 200 different values, too many for arms, occasions or levels | Choose another column",
    );
    let nobody = with(&["X", "Y"], "X");
    check(
        &six_and(""),
        &nobody,
        "no-participants",
        Error,
        "None of the 6 rows belongs to a participant in an arm of the plan | Check the columns of the ids and of the arms, and the names of the arms",
    );
    assert!(Trial::assemble(&six_and(""), &nobody).0.is_none());
}

#[test]
fn problems_of_the_columns() {
    use Severity::{Error, Warning};
    let with = |columns: &[&str]| Plan { outcomes: vec![outcome("EE", columns)], ..plan() };
    check(
        &six_and(""),
        &with(&["EE_pre", "EE_pots"]),
        "column-missing",
        Error,
        "The file has no column EE_pots | The nearest name in the file is EE_post",
    );
    check(
        &six_and(""),
        &with(&["EE_pre", "happiness"]),
        "column-missing",
        Error,
        "The file has no column happiness | Choose one of the file’s columns for it",
    );
    let no_arm = Plan { arm: Some(ArmPlan { column: "arm".into(), ..ArmPlan::default() }), ..plan() };
    assert!(Trial::assemble(&six_and(""), &no_arm).0.is_none(), "a trial without its arms is another trial");
    let no_id = Plan { id: Some("ID".into()), ..plan() };
    assert_eq!(assembled(&six_and(""), &no_id).0.ids[0], "row 2");

    let twice = "EE_pre has two roles in the plan | Keep one of them";
    check(&six_and(""), &with(&["EE_pre", "EE_pre"]), "column-used-twice", Error, twice);
    let factor = Plan { factors: owned(&["EE_pre"]), ..plan() };
    check(&six_and(""), &factor, "column-used-twice", Error, twice);
    let mut shared = plan();
    shared.outcomes.push(outcome("other", &["EE_post", "EE_pre"]));
    let (trial, problems) = assembled(&six_and(""), &shared);
    assert_eq!(trial.outcomes.len(), 2);
    assert_eq!(
        in_words(&problems[0]),
        "EE_post belongs to both EE and other | If that is not meant, choose another column for one of them"
    );
    let covariate = Plan { covariates: owned(&["EE_pre"]), ..plan() };
    check(
        &six_and(""),
        &covariate,
        "column-shared",
        Warning,
        "EE_pre belongs to both EE_pre and EE | If that is not meant, choose another column for one of them",
    );
    check(
        &six_and(""),
        &with(&["EE_pre"]),
        "outcome-columns-count",
        Error,
        "EE has one column and should have 2, one for each measurement (pre and post) | Add or remove columns of EE, or change the occasions",
    );
    check(
        &six_and(""),
        &Plan { long: Some(LongPlan { occasion: "group".into(), value: None }), arm: None, ..plan() },
        "plan-wide-and-long",
        Error,
        "EE has 2 columns, but the file is read with a row for each occasion | Give EE the one column of its values, or remove long from the plan",
    );
    check(
        &table("id,group,EE_pre,EE_post\n1,control,1,low\n2,A,2,high\n3,control,1,low\n4,A,3,low\n"),
        &plan(),
        "outcome-not-numeric",
        Error,
        "EE_post of EE holds text, such as low and high | Choose a column of numbers, or write its answers as numbers",
    );
    check(
        &six_and(""),
        &Plan { arm: None, covariates: owned(&["group"]), ..plan() },
        "covariate-not-numeric",
        Error,
        "group is a covariate and holds text, such as control and A | Make it a factor, or choose a column of numbers",
    );
    check(
        &six_and(""),
        &Plan { outcomes: vec![], ..plan() },
        "plan-without-outcome",
        Error,
        "The plan has no outcome | Name at least one outcome, with a column for each occasion",
    );
    check(
        &six_and(""),
        &Plan { occasions: owned(&["pre", "pre"]), ..plan() },
        "occasion-twice",
        Error,
        "Two occasions are named pre | Give each occasion a name of its own",
    );
    check(
        &six_and(""),
        &Plan { within: vec![WithinPlan { name: "hour".into(), levels: vec![] }], ..plan() },
        "within-without-levels",
        Error,
        "The within factor hour has no levels | Name its levels, in the order of the columns",
    );
    check(
        &six_and(""),
        &Plan { version: 2, ..plan() },
        "plan-version",
        Error,
        "The plan has version 2, and this program reads version 1 | Open the plan with the program that wrote it, or set its version to 1",
    );
    assert!(Trial::assemble(&six_and(""), &Plan { version: 2, ..plan() }).0.is_none());
}

#[test]
fn problems_of_the_values() {
    use Severity::{Error, Note, Warning};
    let file = |rows: &str| table(&format!("id,group,EE_pre,EE_post\n{rows}"));
    check(
        &file("1,control,3,3\n2,A,3,3\n3,control,3,3\n4,A,3,3\n"),
        &plan(),
        "outcome-constant",
        Warning,
        "Every value of EE is 3 | Check the columns of EE; without differences nothing can be tested",
    );
    let empty = file("1,control,3,\n2,A,4,\n3,control,3,\n4,A,3,\n");
    check(
        &empty,
        &plan(),
        "occasion-without-values",
        Warning,
        "EE has no values at post: its analysis does without that occasion | Choose another column for it, or remove it from the plan",
    );
    let trial = Trial::assemble(&empty, &plan()).0.expect("a trial of the other occasion");
    assert!(trial.ledger.left_out.is_empty() && trial.complete(0).len() == 4, "nobody is left out for it");
    check(
        &file("1,control,,\n2,A,,\n3,control,,\n4,A,,\n"),
        &plan(),
        "outcome-all-missing",
        Error,
        "EE has no values at all, and cannot be analysed | Choose other columns for it",
    );
    check(
        &file("1,control,1,\n2,A,2,\n3,control,,4\n4,A,,3\n"),
        &plan(),
        "outcome-no-complete",
        Error,
        "None of 4 participants has every value that the analysis of EE needs | Remove the occasion, factor or covariate that most participants lack",
    );
    check(
        &file("1,control,1,1\n2,A,2,2\n3,control,4,4\n4,A,3,3\n"),
        &plan(),
        "occasions-identical",
        Warning,
        "EE has the same values at pre and post for every participant | Check whether one column was copied onto the other",
    );
    check(
        &file("1,control,1,\n2,A,2,3\n3,control,4,\n4,A,3,3\n5,A,1,2\n"),
        &plan(),
        "arm-incomplete",
        Warning,
        "No participant of control has every value that the analysis of EE needs | Remove the occasion at which this arm has no values, or leave the arm out",
    );
    check(
        &file("1,control,1,3\n"),
        &Plan { arm: None, ..plan() },
        "one-participant",
        Error,
        "The file has one participant, 1, and no analysis can be made of one | If the file has more, check which column names the participants",
    );
    check(
        &file("1,control,1,2\n2,A,2,3\n"),
        &plan(),
        "participants-too-few",
        Error,
        "2 participants have every value of EE, too few for 2 arms | Each arm needs at least two complete participants",
    );
    let wide = table("id,a,b,c,d\n1,1,2,3,4\n2,3,2,1,5\n3,2,2,4,1\n");
    let four = Plan {
        arm: None,
        occasions: owned(&["1", "2", "3", "4"]),
        outcomes: vec![outcome("x", &["a", "b", "c", "d"])],
        ..plan()
    };
    check(
        &wide,
        &four,
        "participants-fewer-than-occasions",
        Note,
        "x is measured 4 times and 3 participants have every value, too few for the multivariate tests and the test of sphericity | Nothing is needed; the other results stand",
    );
    let age = |ages: [&str; 4]| {
        let groups = ["control", "A", "control", "A"];
        let row = |i: usize| format!("{i},{},{},{},{}\n", groups[i], i * i, 3 + i, ages[i]);
        table(&format!("id,group,EE_pre,EE_post,age\n{}", (0..4).map(row).collect::<String>()))
    };
    let with_age = Plan { covariates: owned(&["age"]), ..plan() };
    check(
        &age(["30", "30", "30", "30"]),
        &with_age,
        "covariate-constant",
        Warning,
        "The covariate age is 30 for every participant | Remove it from the plan, or choose another column",
    );
    check(
        &age(["", "", "", ""]),
        &with_age,
        "covariate-constant",
        Warning,
        "The covariate age has no values | Remove it from the plan, or choose another column",
    );
    check(
        &age(["x", "x", "x", "x"]),
        &Plan { factors: owned(&["age"]), ..plan() },
        "factor-one-level",
        Warning,
        "The factor age does not vary among the participants | Remove it from the plan, or choose another column",
    );
    assert_eq!(Trial::assemble(&table("id,group,EE_pre,EE_post\n"), &plan()).1, []);
}

/// A long file of four participants, `EE` at pre and post.
fn long(rows: &str) -> Table {
    let mut text = String::from("id,time,group,EE,PA,age\n");
    for (id, group, pre, post) in [(1, "control", 3, 4), (2, "A", 5, 2), (3, "control", 1, 1), (4, "A", 6, 2)] {
        text += &format!("{id},pre,{group},{pre},{post},{}\n{id},post,{group},{post},{pre},{}\n", 30 + id, 30 + id);
    }
    table(&(text + rows))
}

fn long_plan() -> Plan {
    Plan {
        long: Some(LongPlan { occasion: "time".into(), value: Some("EE".into()) }),
        outcomes: vec![outcome("EE", &[]), outcome("PA", &["PA"])],
        covariates: owned(&["age"]),
        ..plan()
    }
}

#[test]
fn a_long_file_is_the_same_trial() {
    let (trial, problems) = assembled(&long(""), &long_plan());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(trial.outcomes[0].values, [3.0, 4.0, 5.0, 2.0, 1.0, 1.0, 6.0, 2.0]);
    assert_eq!(trial.outcomes[1].of(1), [2.0, 5.0]);
    assert_eq!(
        (trial.covariates[0].values.as_slice(), trial.arm.as_slice()),
        (&[31.0, 32.0, 33.0, 34.0][..], &[0, 1, 0, 1][..])
    );
    // A row that is not there is a missing value.
    let (trial, _) = assembled(&long("5,pre,A,1,2,40\n"), &long_plan());
    assert_eq!(ledger(&trial), ["EE: 5 (A): No value at post", "PA: 5 (A): No value at post"]);
    // Without occasions in the plan they are the file's, in time order.
    let (trial, _) = assembled(&long(""), &Plan { occasions: vec![], ..long_plan() });
    assert_eq!(trial.occasions, ["pre", "post"]);
}

#[test]
fn problems_of_long_files() {
    use Severity::{Error, Note, Warning};
    let doubled = long("1,post,control,9,3,31\n");
    check(
        &doubled,
        &long_plan(),
        "rows-for-one-occasion",
        Warning,
        "1 has 2 rows for post that differ, lines 3 and 10; their mean is taken | Remove the rows that are wrong",
    );
    let (trial, _) = assembled(&doubled, &long_plan());
    let of_first = trial.outcomes.first().map(|outcome| outcome.of(0).to_vec()).unwrap_or_default();
    assert!(ledger(&trial).is_empty() && (of_first[1] - 6.5).abs() < 1e-12, "{of_first:?}");
    check(
        &long("1,post,control,4,3,31\n"),
        &long_plan(),
        "row-repeated",
        Note,
        "1 has 2 rows for post that agree, lines 3 and 10; they count once | Nothing is needed",
    );
    check(
        &long(",post,control,4,3,31\n"),
        &long_plan(),
        "row-without-id",
        Warning,
        "Line 10 has no id and is left out | Add the ids in the file",
    );
    check(
        &long("4,,A,4,3,34\n4,,A,4,3,34\n"),
        &long_plan(),
        "occasion-missing",
        Warning,
        "2 rows have no time and are left out: lines 10 and 11 | Add the occasions in the file",
    );
    check(
        &long("4,fu,A,4,3,34\n"),
        &long_plan(),
        "occasion-not-in-plan",
        Warning,
        "One row is left out, as the plan does not have the value of time: fu | Add it to the plan if it belongs to the trial",
    );
    check(
        &long("4,fu,A,4,3,99.5\n"),
        &Plan { occasions: owned(&["pre", "post", "fu"]), ..long_plan() },
        "column-varies-within",
        Warning,
        "age changes within 4, whose first value counts | Choose a column that is the same on all rows of a participant",
    );
    check(
        &table("id,time,EE\n1,,2\n2,,3\n"),
        &Plan {
            occasions: vec![],
            arm: None,
            covariates: vec![],
            outcomes: vec![outcome("EE", &["EE"])],
            ..long_plan()
        },
        "occasions-absent",
        Error,
        "time names no occasion on any row | Choose the column that tells the occasions apart",
    );
}

#[test]
fn a_further_within_factor_wide_and_long() {
    let wide = table("id,a1,a2,b1,b2\n1,1,2,3,4\n2,5,6,7,8\n3,2,2,1,1\n");
    let within = vec![WithinPlan { name: "hour".into(), levels: owned(&["1", "2"]) }];
    let plan = Plan {
        id: Some("id".into()),
        occasions: owned(&["a", "b"]),
        within,
        outcomes: vec![outcome("x", &["a1", "a2", "b1", "b2"])],
        ..Plan::default()
    };
    let (trial, _) = assembled(&wide, &plan);
    assert_eq!((trial.outcomes[0].of(1), trial.measure_name(2).as_str()), (&[5.0, 6.0, 7.0, 8.0][..], "b, 1"));
    let long = table(
        "id,when,hour,x\n1,b,2,4\n1,a,1,1\n1,a,2,2\n1,b,1,3\n2,a,1,5\n2,a,2,6\n2,b,1,7\n2,b,2,8\n3,a,1,2\n3,a,2,2\n3,b,1,1\n3,b,2,1\n",
    );
    let plan = Plan {
        long: Some(LongPlan { occasion: "when".into(), value: Some("x".into()) }),
        outcomes: vec![outcome("x", &[])],
        ..plan
    };
    assert_eq!(assembled(&long, &plan).0.outcomes[0].values, trial.outcomes[0].values);
}

#[test]
fn many_problems_of_a_kind_are_counted() {
    let rows: String = (0..40).map(|i| format!("D{i},A,1,2\nD{i},A,1,2\n")).collect();
    // Stray duplicates are few among the participants.
    let once: String = (0..90).map(|i| format!("U{i},A,1,2\n")).collect();
    let (trial, problems) = assembled(&six_and(&(rows + &once)), &plan());
    assert_eq!(
        problems.iter().map(Problem::code).collect::<Vec<_>>(),
        ["id-repeated", "id-repeated", "id-repeated", "id-repeated", "id-repeated", "more-like-these"]
    );
    assert_eq!(trial.ledger.left_out.len(), 40, "the ledger names them all");
}

#[test]
fn plans_of_reference_cases_are_guessed_and_assembled() {
    for (case, n, n_complete) in
        [("obrienkaiser", 16, 16), ("bthebl", 100, 52), ("orthodont", 27, 27), ("sleepstudy", 18, 18)]
    {
        let read = |name: &str| {
            std::fs::read_to_string(format!("{}/tests/fixtures/plans/{case}/{name}", env!("CARGO_MANIFEST_DIR")))
                .unwrap_or_else(|error| panic!("{case}/{name}: {error}"))
        };
        let table = table(&read("data.csv"));
        let plan = Plan::from_json(&read("plan.json")).unwrap_or_else(|problem| panic!("{}", in_words(&problem)));
        let (trial, problems) = assembled(&table, &plan);
        assert_eq!((trial.ids.len(), trial.complete(0).len(), problems.len()), (n, n_complete, 0), "{case}");
        let mut guessed = guess(&table).plan;
        // The names do not tell the direction of a score, nor which sex is a control.
        guessed.outcomes[0].better = plan.outcomes[0].better;
        // What these Plans leave open the guess states, or lists as a guess.
        (guessed.baseline, guessed.end_of_treatment, guessed.unconfirmed) = (None, None, None);
        if case == "orthodont" {
            guessed.arm.clone_from(&plan.arm);
        }
        assert_eq!(guessed, plan, "{case}");
    }
}

#[test]
fn a_hundred_thousand_rows() {
    let mut text = String::from("id,group,EE_pre,EE_post,age\n");
    for i in 0..100_000 {
        text += &format!(
            "{i},{},{},{},{}\n",
            ["control", "A", "B"][i % 3],
            i % 97,
            if i % 50 == 0 { "".into() } else { (i % 89).to_string() },
            i % 60
        );
    }
    let table = table(&text);
    let (trial, _) = assembled(&table, &guess(&table).plan);
    assert_eq!((trial.ids.len(), trial.ledger.left_out.len()), (100_000, 2_000));
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    /// What a trial says of each participant, whatever the order of the rows.
    fn by_participant(trial: &Trial) -> Vec<(String, String, Vec<u64>)> {
        let mut all: Vec<_> = (0..trial.ids.len())
            .map(|i| {
                let values = trial.outcomes.iter().flat_map(|o| o.of(i)).map(|v| v.to_bits()).collect();
                (trial.ids[i].clone(), trial.arms[trial.arm[i] as usize].clone(), values)
            })
            .collect();
        all.sort();
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn shuffled_rows_are_the_same_trial(
            (rows, shuffled) in prop::collection::vec(("[a-c]", "(control|A|B|)", "([1-9]|)", "[1-9]{1,2}"), 6..30).prop_flat_map(|rows| {
                let rows: Vec<String> = rows.into_iter().enumerate().map(|(i, (a, b, c, d))| format!("{a}{i},{b},{c},{d}")).collect();
                (Just(rows.clone()), Just(rows).prop_shuffle())
            })
        ) {
            let file = |rows: &[String]| table(&format!("id,group,EE_pre,EE_post\n{}\n", rows.join("\n")));
            let mut plan = plan();
            plan.arm = Some(ArmPlan { column: "group".into(), levels: owned(&["control", "A", "B"]), control: None, ..ArmPlan::default() });
            let (one, _) = Trial::assemble(&file(&rows), &plan);
            let (other, _) = Trial::assemble(&file(&shuffled), &plan);
            prop_assert_eq!(one.as_ref().map(by_participant), other.as_ref().map(by_participant));
            let ledger = |trial: &Option<Trial>| {
                let mut lines = trial.as_ref().map(super::ledger).unwrap_or_default();
                lines.sort();
                lines
            };
            prop_assert_eq!(ledger(&one), ledger(&other));
        }

        #[test]
        fn any_plan_meets_any_table(
            text in "([a-c,1-3]{0,8}\n){0,8}",
            names in prop::collection::vec("[a-c]", 8),
            is_long in any::<bool>(),
        ) {
            let table = table(&format!("a,b,c\n{text}"));
            let plan = Plan {
                id: Some(names[0].clone().into()),
                arm: Some(ArmPlan { column: names[1].clone(), ..ArmPlan::default() }),
                occasions: if is_long { vec![] } else { names[2..4].to_vec() },
                outcomes: vec![OutcomePlan { name: "x".into(), columns: names[4..if is_long { 5 } else { 6 }].to_vec(), ..OutcomePlan::default() }],
                factors: names[6..7].to_vec(),
                long: is_long.then(|| LongPlan { occasion: names[7].clone(), value: None }),
                ..Plan::default()
            };
            let words = crate::support::text::english();
            let (trial, problems) = Trial::assemble(&table, &plan);
            prop_assert!(trial.is_some() || table.n_rows() == 0 || !problems.is_empty());
            for problem in &problems {
                prop_assert!(words.has(problem.code()) && words.hint(&problem.message).is_some(), "{}", problem.code());
            }
        }
    }
}
