//! Tests against a margin and retained fractions against their references.

use crate::support::{fixture, numbers, plan, trial};
use prepost::report::words::plain;
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::{Better, Lead, Margin, MarginUnit, Plan, ReportExtent};

fn records(file: &str) -> Vec<csv::StringRecord> {
    let path = fixture("equivalence").join(file);
    csv::Reader::from_path(path).expect("a fixture").records().map(|row| row.expect("a row")).collect()
}

fn close(mine: f64, reference: f64) -> bool {
    (mine - reference).abs() <= 1e-12 + 1e-10 * reference.abs()
}

#[test]
fn two_one_sided_tests_as_r_has_them() {
    let mut compared = 0;
    let rows = records("tost.csv");
    for case in ["bthebl", "obrienkaiser", "orthodont"] {
        let rows: Vec<_> = rows.iter().filter(|row| &row[0] == case).collect();
        let margin: f64 = rows[0][6].parse().expect("a margin");
        let mut plan = plan(&fixture(case));
        plan.outcomes[0].margin = Some(Margin { value: margin, unit: MarginUnit::Raw });
        let found = numbers(&trial(&fixture(case), &plan));
        for row in rows {
            let method = if &row[4] == "true" { "equivalence" } else { "equivalence_welch" };
            // The reference's sign is the first group minus the second, ours later minus earlier arm.
            let (forward, backward) = (
                format!("{} - {} | {}", &row[2], &row[3], &row[1]),
                format!("{} - {} | {}", &row[3], &row[2], &row[1]),
            );
            let turned = !found.contains_key(&(method.into(), forward.clone(), "p_tost".into()));
            let term = if turned { backward } else { forward };
            let (sign, places) = if turned { (-1.0, [9, 10, 7, 8, 13, 14]) } else { (1.0, [7, 8, 9, 10, 13, 14]) };
            let mut check = |statistic: &str, place: usize, sign: f64| {
                let reference: f64 = sign * row[place].parse::<f64>().expect("a number");
                let mine = found.get(&(method.into(), term.clone(), statistic.into()));
                let mine = *mine.unwrap_or_else(|| panic!("{case} {method} {term} {statistic}: absent"));
                assert!(close(mine, reference), "{case} {method} {term} {statistic}: {mine}, {reference}");
                compared += 1;
            };
            check("t_lower", places[0], sign);
            check("p_lower", places[1], 1.0);
            check("t_upper", places[2], sign);
            check("p_upper", places[3], 1.0);
            check("df", 11, 1.0);
            check("p_tost", 12, 1.0);
            check("ci90_low", if turned { 14 } else { 13 }, sign);
            check("ci90_high", if turned { 13 } else { 14 }, sign);
        }
    }
    assert_eq!(compared, 36 * 8);
}

#[test]
fn retained_fractions_with_fiellers_limits() {
    let mut compared = 0;
    for row in records("fieller.csv") {
        let folder = fixture(&row[0]);
        // The references are of complete cases.
        let plan = Plan { lead: Lead::RmAnova, ..plan(&folder) };
        let found = numbers(&trial(&folder, &plan));
        let number =
            |statistic: &str| found.get(&("retained_fraction".into(), row[1].into(), statistic.into())).copied();
        let (low, high) = match &row[3] {
            "between" => ("fraction_ci95_low", "fraction_ci95_high"),
            _ => ("fraction_ci95_up_to", "fraction_ci95_from"),
        };
        for (statistic, place) in [("fraction", 2), (low, 4), (high, 5)] {
            match row[place].parse::<f64>() {
                Ok(reference) => {
                    let mine = number(statistic).unwrap_or_else(|| panic!("{} {statistic}: absent", &row[1]));
                    assert!(close(mine, reference), "{} {statistic}: {mine}, {reference}", &row[1]);
                    compared += 1;
                }
                Err(_) => assert_eq!(number(statistic), None),
            }
        }
    }
    assert!(compared >= 14, "{compared}");
}

/// Two arms of eight that rise by ten with the intervention; then the intervention's scores move by `later`, with noise.
fn session(later: f64, noise: f64, choose: impl FnOnce(&mut Plan)) -> (Session, prepost::report::Report) {
    session_of(10.0, later, noise, choose)
}

/// The same with another gain.
fn session_of(
    treated: f64,
    later: f64,
    noise: f64,
    choose: impl FnOnce(&mut Plan),
) -> (Session, prepost::report::Report) {
    let mut text = String::from("id,group,mood_pre,mood_post,mood_fu\n");
    for participant in 0..16 {
        let (arm, gain) = if participant % 2 == 0 { ("control", 0.0) } else { ("therapy", treated) };
        let level = 20.0 + f64::from(participant / 2) * 3.0;
        let wobble = noise * f64::from((participant / 2 * 5) % 8 - 4);
        let drift = if gain != 0.0 { later } else { 0.0 };
        let post = level + gain + f64::from((participant / 2 * 3) % 8) / 4.0;
        text.push_str(&format!("P{participant:02},{arm},{level},{post},{}\n", post + drift + wobble));
    }
    let mut session = Session::default();
    let mut plan = session.read(text.as_bytes(), &ReadOptions::default()).plan;
    plan.report = ReportExtent::Full;
    plan.unconfirmed = None;
    choose(&mut plan);
    let report = session.analyse(&plan, &mut |_| {});
    (session, report)
}

fn verdict(report: &prepost::report::Report) -> String {
    let answers = report.outcomes[0].answers.as_ref().expect("answers");
    let lasted = answers.inquiries.iter().find(|inquiry| inquiry.id == "lasted").expect("did it last");
    plain(&lasted.verdict)
}

fn points(plan: &mut Plan, value: f64) {
    plan.outcomes[0].margin = Some(Margin { value, unit: MarginUnit::Raw });
}

#[test]
fn the_verdict_is_maintained_lost_or_open() {
    for (later, noise, expected) in [
        (0.0, 0.1, "Therapy: the effect at posttest was maintained at follow-up, by a margin of 4.00 points."),
        (-10.0, 0.1, "Therapy: the effect at posttest was lost by follow-up; a difference is no longer shown there."),
        (
            0.0,
            6.0,
            "Therapy: whether the effect at posttest lasted until follow-up, the data cannot tell; at follow-up an effect is not shown.",
        ),
        (-8.0, 0.1, "Therapy: part of the effect at posttest was lost by follow-up; an effect is still shown there."),
        // A loss is shown, though the margin would have allowed it.
        (-1.5, 0.1, "Therapy: part of the effect at posttest was lost by follow-up; an effect is still shown there."),
        (6.0, 0.1, "Therapy: the effect at posttest was maintained at follow-up, by a margin of 4.00 points."),
    ] {
        let (_, report) = session(later, noise, |plan| points(plan, 4.0));
        assert_eq!(verdict(&report), expected);
    }
}

#[test]
fn where_lower_is_better_a_rise_is_a_loss() {
    let lower = |plan: &mut Plan| {
        points(plan, 4.0);
        plan.outcomes[0].better = Some(Better::Lower);
    };
    let falls = |later: f64| verdict(&session_of(-10.0, later, 0.1, lower).1);
    assert_eq!(falls(0.0), "Therapy: the effect at posttest was maintained at follow-up, by a margin of 4.00 points.");
    assert_eq!(falls(-6.0), "Therapy: the effect at posttest was maintained at follow-up, by a margin of 4.00 points.");
    assert_eq!(
        falls(8.0),
        "Therapy: part of the effect at posttest was lost by follow-up; an effect is still shown there."
    );
    assert_eq!(
        falls(10.0),
        "Therapy: the effect at posttest was lost by follow-up; a difference is no longer shown there."
    );
    // A rise is for the worse, so that there is no effect to the better.
    assert_eq!(
        verdict(&session(8.0, 0.1, lower).1),
        "Therapy: no effect was shown at posttest, so there is none that could last until follow-up."
    );
}

#[test]
fn a_margin_that_is_none_is_told_and_the_rest_stays() {
    for value in [0.0, -1.0] {
        let (session, report) = session(0.0, 0.1, |plan| points(plan, value));
        assert!(report.outcomes[0].notices.iter().any(|notice| notice.code == "margin-not-positive"));
        assert!(!verdict(&report).contains("maintained"), "{}", verdict(&report));
        assert!(report.outcomes[0].sections.len() > 10 && session.is_analysed());
        assert!(report.outcomes[0].sections.iter().all(|section| section.id != "equivalence"));
    }
}

#[test]
fn a_margin_that_nobody_set_is_shown_as_a_default() {
    let (session, _) = session(0.0, 0.1, |_| {});
    let text = session.export("markdown").expect("a report").into_text();
    assert!(text.contains("No margin is set for mood: half a standard deviation at pretest is taken"), "{text}");
}

#[test]
fn an_sd_of_zero_is_no_margin() {
    let mut text = String::from("id,group,mood_pre,mood_post,mood_fu\n");
    for participant in 0..12 {
        let arm = if participant % 2 == 0 { "control" } else { "therapy" };
        text.push_str(&format!("P{participant:02},{arm},20,{},{}\n", participant * 7 % 5, participant * 3 % 7));
    }
    let mut session = Session::default();
    let mut plan = session.read(text.as_bytes(), &ReadOptions::default()).plan;
    plan.report = ReportExtent::Full;
    let report = session.analyse(&plan, &mut |_| {});
    assert!(report.outcomes[0].notices.iter().any(|notice| notice.code == "margin-without-sd"));
    assert!(report.outcomes[0].sections.len() > 8);
}
