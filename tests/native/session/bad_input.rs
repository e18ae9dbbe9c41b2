//! Bad input, as a user meets it: each has a clear message, nothing is lost, and nothing panics.

use prepost::plan::ReportExtent;
use prepost::report::{Notice, Report, words::plain};
use prepost::session::{Exported, Opened, Session};
use prepost::table::ReadOptions;

/// Reads, analyses by the guessed Plan, and renders every format.
fn through(bytes: &[u8]) -> (Opened, Report, Session) {
    let mut session = Session::default();
    let mut opened = session.read(bytes, &ReadOptions::default());
    opened.plan.report = ReportExtent::Full;
    let report = session.analyse(&opened.plan, &mut |_| {});
    for format in ["tidy", "json", "markdown", "html"] {
        assert!(session.export(format).is_some_and(|file| !file.bytes.is_empty()), "{format:?}");
    }
    (opened, report, session)
}

/// The texts of all notices, those of the outcomes too.
fn said(opened: &Opened, report: &Report) -> String {
    let of_outcomes = report.outcomes.iter().flat_map(|outcome| &outcome.notices);
    let all: Vec<&Notice> = opened.notices.iter().chain(&report.notices).chain(of_outcomes).collect();
    all.iter().map(|notice| format!("[{}] {}\n", notice.code, plain(&notice.message))).collect()
}

fn says(bytes: &[u8], expected: &[&str]) -> (Opened, Report, Session) {
    let (opened, report, session) = through(bytes);
    let text = said(&opened, &report);
    for part in expected {
        assert!(text.contains(part), "not said: {part}\nsaid:\n{text}");
    }
    (opened, report, session)
}

/// A trial of that many participants in each of two arms, with the value of each cell.
fn trial(per_arm: usize, value: impl Fn(usize, usize) -> String) -> String {
    let mut text = String::from("id,group,mood_pre,mood_post,mood_fu\n");
    for participant in 0..2 * per_arm {
        let arm = if participant % 2 == 0 { "control" } else { "therapy" };
        let cells: Vec<String> = (0..3).map(|occasion| value(participant, occasion)).collect();
        text.push_str(&format!("P{participant:02},{arm},{}\n", cells.join(",")));
    }
    text
}

/// Different enough to have a variance in every contrast.
fn ordinary(participant: usize, occasion: usize) -> String {
    ((participant * 7 + occasion * 5 + participant * occasion * 3) % 23 + 10).to_string()
}

#[test]
fn an_empty_file() {
    let (_, _, session) = says(b"", &["[file-empty]"]);
    assert!(!session.is_analysed());
}

#[test]
fn a_picture_renamed_csv() {
    let (_, _, session) = says(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", &["[file-not-text]"]);
    assert!(!session.is_analysed());
}

#[test]
fn only_a_header() {
    let (_, _, session) = says(b"id,group,mood_pre,mood_post\n", &["header"]);
    assert!(!session.is_analysed());
}

#[test]
fn one_participant() {
    let (_, report, _) = says(b"id,group,mood_pre,mood_post\nP1,control,3,4\n", &[]);
    assert!(!said(&through(b"id,group,mood_pre,mood_post\nP1,control,3,4\n").0, &report).is_empty());
}

#[test]
fn an_arm_of_one_is_named_and_kept() {
    let mut text = trial(5, ordinary);
    text.push_str("P99,coaching,12,15,14\n");
    let (_, report, _) = says(text.as_bytes(), &["coaching", "One participant"]);
    assert_eq!(report.arms.len(), 3);
}

#[test]
fn a_constant_outcome_has_means_and_no_tests() {
    let (_, report, session) = says(trial(5, |_, _| "7".into()).as_bytes(), &["same"]);
    assert!(session.is_analysed());
    assert!(report.outcomes[0].sections.iter().any(|section| section.id == "descriptives"));
}

#[test]
fn an_occasion_without_a_value() {
    let text =
        trial(5, |participant, occasion| if occasion == 2 { String::new() } else { ordinary(participant, occasion) });
    let (_, report, session) = says(text.as_bytes(), &["mood has no values at fu"]);
    assert!(session.is_analysed(), "the other occasions are analysed");
    assert!(report.outcomes[0].answers.is_some());
    assert!(!said(&through(text.as_bytes()).0, &report).contains("[not-in-numbers]"), "nobody is left out for it");
}

#[test]
fn text_in_a_numeric_column_is_named_by_line_and_value() {
    let text =
        trial(
            8,
            |participant, occasion| {
                if (participant, occasion) == (3, 1) { "eleven".into() } else { ordinary(participant, occasion) }
            },
        );
    let (opened, report, session) = says(text.as_bytes(), &["eleven", "mood_post", "5"]);
    assert!(session.is_analysed());
    assert!(
        opened.notices.iter().any(|notice| notice.line == Some(5) && notice.column.as_deref() == Some("mood_post"))
    );
    assert!(said(&opened, &report).contains("P03"), "who is left out of the analysis is named");
}

#[test]
fn infinite_values_are_named() {
    let text = trial(
        8,
        |participant, occasion| {
            if (participant, occasion) == (2, 2) { "Inf".into() } else { ordinary(participant, occasion) }
        },
    );
    says(text.as_bytes(), &["Inf", "mood_fu"]);
}

#[test]
fn identical_columns_make_a_singular_covariance() {
    let text = trial(6, |participant, occasion| ordinary(participant, occasion.min(1)));
    let (_, _, session) = says(text.as_bytes(), &["equal"]);
    assert!(session.is_analysed());
}

#[test]
fn fewer_participants_than_occasions() {
    let mut text = String::from("id,group,m_t1,m_t2,m_t3,m_t4,m_t5,m_t6\n");
    for participant in 0..5_usize {
        let cells: Vec<String> = (0..6).map(|occasion| ordinary(participant, occasion)).collect();
        text.push_str(&format!(
            "P{participant},{},{}\n",
            if participant < 3 { "control" } else { "therapy" },
            cells.join(",")
        ));
    }
    let (_, _, session) = says(text.as_bytes(), &["error degrees of freedom"]);
    assert!(session.is_analysed());
}

#[test]
fn a_column_name_that_is_markup_stays_text() {
    let name = "<img src=x onerror=alert(1)>";
    let text = trial(5, ordinary).replace("mood", name);
    let (_, report, session) = through(text.as_bytes());
    assert!(report.outcomes.iter().any(|outcome| outcome.name == name), "{:?}", report.outcomes[0].name);
    let html = session.export("html").map(Exported::into_text).unwrap_or_default();
    assert!(!html.contains("<img"), "the name is escaped in markup");
    assert!(!session.export("markdown").map(Exported::into_text).unwrap_or_default().contains("<img"));
}

#[test]
fn three_thousand_columns() {
    let header: Vec<String> = (0..3000).map(|column| format!("item{column}_pre")).collect();
    let mut text = format!("id,group,{}\n", header.join(","));
    for participant in 0..6_usize {
        let cells: Vec<String> = (0..3000).map(|column| ordinary(participant, column)).collect();
        text.push_str(&format!("P{participant},{},{}\n", if participant < 3 { "a" } else { "b" }, cells.join(",")));
    }
    let mut session = Session::default();
    let opened = session.read(text.as_bytes(), &ReadOptions::default());
    assert_eq!(opened.columns.len(), 3002);
    assert!(opened.notices.len() < 50, "thousands of columns do not make thousands of notices");
}

#[test]
fn a_file_of_300_megabytes_is_refused_by_its_size() {
    let mut session = Session::default();
    let bytes = vec![b'1'; 300 * 1024 * 1024];
    let opened = session.read(&bytes, &ReadOptions::default());
    let text = plain(&opened.notices[0].message);
    assert!(text.contains("300") && text.contains("128"), "{text}");
}

#[test]
fn hundreds_of_numbered_outcomes_are_not_hundreds_of_occasions() {
    let names: Vec<String> =
        (0..333).flat_map(|n| ["pre", "post", "fu"].map(|occasion| format!("v{n}_{occasion}"))).collect();
    let mut text = format!("id,group,{}\n", names.join(","));
    for participant in 0..6_usize {
        let cells: Vec<String> = (0..names.len()).map(|column| ordinary(participant, column)).collect();
        text.push_str(&format!("P{participant},{},{}\n", if participant < 3 { "a" } else { "b" }, cells.join(",")));
    }
    let opened = Session::default().read(text.as_bytes(), &ReadOptions::default());
    assert_eq!(opened.plan.occasions, ["pre", "post", "fu"]);
    assert_eq!(opened.plan.outcomes.len(), 40, "as many as are taken at once");
}

#[test]
fn a_plan_of_hundreds_of_occasions_is_refused_before_it_takes_minutes() {
    let names: Vec<String> = (0..300).map(|n| format!("x{n}")).collect();
    let mut text = format!("id,group,{}\n", names.join(","));
    for participant in 0..6_usize {
        let cells: Vec<String> = (0..names.len()).map(|column| ordinary(participant, column)).collect();
        text.push_str(&format!("P{participant},{},{}\n", if participant < 3 { "a" } else { "b" }, cells.join(",")));
    }
    let mut session = Session::default();
    let opened = session.read(text.as_bytes(), &ReadOptions::default());
    let mut plan = opened.plan.clone();
    plan.occasions = names.clone();
    plan.outcomes = vec![prepost::trial::OutcomePlan { name: "x".into(), columns: names, ..Default::default() }];
    let report = session.analyse(&plan, &mut |_| {});
    assert!(said(&opened, &report).contains("[measures-too-many] Each outcome is measured 300 times"));
    // A product beyond all numbers is one too.
    let levels: Vec<String> = (0..1 << 16).map(|n| n.to_string()).collect();
    let factor = |n: usize| prepost::trial::WithinPlan { name: format!("f{n}"), levels: levels.clone() };
    plan.within = (0..5).map(factor).collect();
    session.analyse(&plan, &mut |_| {});
    assert!(!session.is_analysed());
}
