//! What the sentences of a report say of trials that are made to mislead them: each folder of `fixtures/sentences`.

use std::fs;

use prepost::report::write::markdown;
use prepost::report::{Block, Report, ReportTable};
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::{Plan, ReportExtent};

use crate::support;

fn analysed(case: &str, plan: &str) -> (Session, Report) {
    let folder = support::fixture("sentences").join(case);
    let mut session = Session::default();
    session.read(&fs::read(folder.join("data.csv")).expect("data.csv"), &ReadOptions::default());
    let mut plan = Plan::from_json(&fs::read_to_string(folder.join(plan)).expect("a plan")).expect("a Plan");
    plan.report = ReportExtent::Full;
    let report = session.analyse(&plan, &mut |_| {});
    (session, report)
}

/// The report as Markdown, on which a reader relies.
fn read(case: &str) -> String {
    markdown::render(&analysed(case, "plan.json").1).replace('\u{A0}', " ")
}

#[track_caller]
fn says(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "“{wanted}” is not said");
    }
}

#[track_caller]
fn never_says(text: &str, unwanted: &[&str]) {
    for unwanted in unwanted {
        if let Some(line) = text.lines().find(|line| line.contains(unwanted)) {
            panic!("“{unwanted}” is said: {line}");
        }
    }
}

fn tables(report: &Report) -> impl Iterator<Item = &ReportTable> {
    let of_outcomes = report.outcomes.iter().flat_map(|outcome| &outcome.sections);
    report.overview.iter().chain(of_outcomes).flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table { table } => Some(table),
        _ => None,
    })
}

/// The text of a cell: of the row with this label, below the head of the group if one is given.
fn cell(report: &Report, table: &str, (group, row): (Option<&str>, &str), column: usize) -> String {
    let table = tables(report).find(|own| own.id == table).expect("the table");
    let plain = prepost::report::words::plain;
    let from = group.map_or(0, |group| table.rows.iter().position(|row| plain(&row.label) == group).expect("a group"));
    let row = table.rows.iter().skip(from).find(|own| plain(&own.label) == row).expect("a row");
    row.cells[column].text().into_owned()
}

#[test]
fn an_effect_that_the_control_caught_up_with_is_lost() {
    let text = read("effect-lasts-control-caught-up");
    says(
        &text,
        &[
            "The effect on stress is maintained: **contradicted**",
            "Therapy: the effect at posttest was lost by follow-up; a difference is no longer shown there.",
            "a difference of **10.0 points** (simultaneous 95% CI 6.0 to 14.0)",
            "0% of the effect at posttest left (95% CI −57% to 32%)",
        ],
    );
    never_says(&text, &["was maintained", "maintained: **supported**"]);
}

#[test]
fn where_no_effect_was_shown_there_is_none_to_maintain() {
    for (case, claimed) in [("maintained-without-an-effect", "mood"), ("nothing-shown-yet-maintained", "bdi")] {
        let text = read(case);
        says(&text, &["no effect was shown at", &format!("The effect on {claimed} is maintained: **not answerable**")]);
        never_says(&text, &["was maintained", "of the effect at posttest left", "of the effect at 2m left"]);
    }
}

#[test]
fn the_end_of_treatment_is_told_by_its_name_not_its_place() {
    let text = read("end-of-treatment-is-the-third-occasion");
    says(&text, &["whether the effect at posttest lasted until follow-up, the data cannot tell"]);
    never_says(&text, &["improved further", "from mid to", "was maintained"]);
}

#[test]
fn an_interval_that_excludes_zero_is_never_said_to_hold_it() {
    let text = read("holm-zero-inside-interval");
    says(
        &text,
        &[
            "**8.2 points** (unadjusted 95% CI 1.3 to 15.1); a difference is not shown",
            "*p* = .024, adjusted .073 (Holm, 3 comparisons)",
            "None of 3 comparisons has *p* below .05 after Holm.",
            "unadjusted 95% CI: *LL*",
        ],
    );
    never_says(&text, &["zero inside"]);
}

#[test]
fn a_claim_without_two_arms_has_no_empty_name_and_no_verdict() {
    let (_, report) = analysed("claim-with-an-empty-name", "plan.json");
    let text = markdown::render(&report);
    says(&text, &["One intervention is better than the other on anxiety: **not answerable**", "3 not answerable"]);
    never_says(&text, &["“ is better", "than  on"]);
    assert!(report.claims.iter().all(|claim| claim.verdict == "not_answerable"));
}

#[test]
fn one_family_answers_all_questions_and_names_who_disagrees() {
    let text = read("which-is-better-omits-follow-up");
    says(
        &text,
        &[
            "Compassion against mentalization, pretest to follow-up: difference in change of mean resilience **8.2 points**",
            "*p* = .019, adjusted .170 (Bonferroni, 9 comparisons)",
            "Analysis of covariance shows a difference (adjusted *p*",
        ],
    );
}

#[test]
fn one_number_reads_the_same_in_every_order_of_arms() {
    for plan in ["plan.json", "plan-reversed.json"] {
        let text = markdown::render(&analysed("rounding-of-ties", plan).1);
        // Posttest to follow-up, compassion: 3.45; differences in change: 8.15, 16.65 and 12.95.
        says(&text, &["3.5 with compassion", "8.2 points", "16.7 points", "13.0 points"]);
        never_says(&text, &["3.4 with compassion", "8.1 points", "16.6 points", "12.9 points", "; ranks 8.1,"]);
    }
}

#[test]
fn tables_and_figures_have_one_running_number_each() {
    for case in ["numbering-of-tables", "not-in-the-comparisons-and-tests"] {
        let text = read(case);
        for word in ["Table", "Figure"] {
            let start = format!("**{word} ");
            let numbers: Vec<usize> =
                (text.lines()).filter_map(|line| line.strip_prefix(&start)?.split_once('.')?.0.parse().ok()).collect();
            assert!(numbers.len() > 3 || word == "Figure");
            assert!(numbers.iter().copied().eq(1..=numbers.len()), "{case}: {numbers:?}");
        }
    }
}

#[test]
fn the_smallest_p_is_the_smallest() {
    let (_, report) = analysed("smallest-p-is-not-smallest", "plan.json");
    assert_eq!(
        cell(&report, "assumptions", (None, "Normal residuals"), 0),
        "Smallest p =\u{A0}.021, all occasions together"
    );
}

#[test]
fn a_difference_is_standardised_by_the_two_arms_whatever_else_divides_them() {
    let (session, report) = analysed("sd-label-with-a-second-factor", "plan.json");
    let tidy = session.export("tidy").expect("numbers").into_text();
    let number = |start: &str| -> f64 {
        let line = tidy.lines().find_map(|line| line.strip_prefix(start));
        line.unwrap_or_else(|| panic!("{start}")).parse().expect("a number")
    };
    // SD of act and waitlist at the posttest as they stand, on 37 degrees of freedom.
    assert!((number("hope,pairwise,act - waitlist | post,hedges_g,") - 0.850).abs() < 0.0005);
    assert!((number("hope,ancova_pairwise,act - waitlist | post,d_adjusted,") - 0.721).abs() < 0.0005);
    assert_eq!(cell(&report, "comparisons-arms", (Some("Posttest"), "Act − waitlist"), 8), "0.85");
}

#[test]
fn that_covariates_are_centred_is_said() {
    let text = read("covariate-centred-unsaid");
    says(&text, &["Covariates are centred at their means among the participants analysed"]);
    never_says(&read("rounding-of-ties"), &["Covariates are centred"]);
}

#[test]
fn who_is_left_out_is_true_of_each_table() {
    let text = read("not-in-the-comparisons-and-tests");
    says(
        &text,
        &["2 participants are not in the repeated-measures analyses: P17 (compassion) and P44 (mentalization)"],
    );
    never_says(&text, &["not in the comparisons and tests"]);
}

#[test]
fn no_verdict_from_a_guessed_direction() {
    let folder = support::fixture("sentences").join("verdict-from-a-guessed-direction");
    let mut session = Session::default();
    session.read(&fs::read(folder.join("data.csv")).expect("data.csv"), &ReadOptions::default());
    let mut plan = Plan::from_json(&fs::read_to_string(folder.join("plan.json")).expect("a plan")).expect("a Plan");
    let confirmed = markdown::render(&session.analyse(&plan, &mut |_| {}));
    says(&confirmed, &["Antidepressant did better than Wait List at After."]);
    plan.outcomes[0].better = None;
    let report = session.analyse(&plan, &mut |_| {});
    let text = markdown::render(&report);
    says(&text, &["The arms differ in change: it was lower with Antidepressant than with Wait List at After."]);
    // The question that stands first asks for the direction; nothing after it takes one.
    let (question, answers) = text.split_once("\n## ").expect("a question, then answers");
    says(question, &["higher is better (taken so now); lower is better", "`outcomes[1].better`"]);
    never_says(answers, &["better", "worse", "igher is"]);
    let answers = report.outcomes[0].answers.as_ref().expect("answers");
    assert_eq!(answers.inquiries[0].rows[0].data.verdict, "lower");
}

/// Where p is exact the limits are those of R's `wilcox.test(conf.int = TRUE)`, and none where the level cannot be reached.
#[test]
fn limits_of_ranks_come_from_the_distribution_of_their_p() {
    let folder = support::fixture("sentences").join("hodges-lehmann-interval-small-n");
    let (_, report) = analysed("hodges-lehmann-interval-small-n", "plan.json");
    let ranks = |column| {
        let contrast = (Some("Change from pretest to posttest"), "Treatment − control");
        cell(&report, "mann_whitney_change", contrast, column)
    };
    assert_eq!([ranks(2), ranks(3), ranks(5)], ["", "", ".057"]);
    never_says(&markdown::render(&report), &["| Ranks of changes"]);

    let mut compared = 0;
    let mut last = (String::new(), String::new());
    for line in fs::read_to_string(folder.join("wilcox_test.csv")).expect("R's answers").lines().skip(1) {
        let parts: Vec<&str> = line.split(',').collect();
        let [case, test, term, p, low, high] = parts[..] else { panic!("{line}") };
        if last.0 != case {
            let mut session = Session::default();
            let bytes = fs::read(folder.join(format!("simulated/{case}.csv"))).expect("a file");
            let mut plan = session.read(&bytes, &ReadOptions::default()).plan;
            plan.arm.as_mut().expect("arms").control = Some("control".into());
            session.analyse(&plan, &mut |_| {});
            last = (case.into(), session.export("tidy").expect("numbers").into_text());
        }
        let number = |statistic: &str| {
            let start = format!("y,{test},{term},{statistic},");
            last.1
                .lines()
                .find_map(|line| line.strip_prefix(&start))
                .map(|value| value.parse::<f64>().expect("a number"))
        };
        let wanted = |text: &str| Some(text.parse::<f64>().expect("a number")).filter(|value| value.is_finite());
        for (mine, wanted) in [
            (number("p_exact"), wanted(p)),
            (number("hodges_lehmann_ci95_low"), wanted(low)),
            (number("hodges_lehmann_ci95_high"), wanted(high)),
        ] {
            let same = match (mine, wanted) {
                (Some(mine), Some(wanted)) => (mine - wanted).abs() <= 1e-9,
                (None, None) => true,
                _ => false,
            };
            assert!(same, "{line}: {mine:?}");
            compared += 1;
        }
    }
    assert!(compared >= 330, "{compared}");
}
