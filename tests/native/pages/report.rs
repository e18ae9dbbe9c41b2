//! How the report reads: each part of the example's first outcome, as Markdown, against an accepted snapshot.
//!
//! Snapshots judge wording and layout; the numbers have references of their own. After a change that is meant, read what
//! differs and accept it with `INSTA_UPDATE=always cargo test --test native pages::`.

use super::assert_snapshot;
use prepost::report::write::markdown;
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::{NormPlan, Plan, ReliableChangePlan, ReportExtent};

const EXAMPLE: &str = include_str!("../../../www/examples/example-dropout.csv");

/// The report's parts by their headings.
fn parts(csv: &str, choose: impl FnOnce(&mut Plan)) -> Vec<(String, String)> {
    let mut session = Session::default();
    let mut plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    plan.report = ReportExtent::Full;
    choose(&mut plan);
    let mut report = session.analyse(&plan, &mut |_| {});
    // The version is no matter of wording.
    report.colophon.remove(0);
    let text = markdown::render(&report);
    let split = |part: &str| {
        let heading = part.lines().next().unwrap_or_default().trim_start_matches("# ");
        (heading.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-"), part.to_owned())
    };
    text.split("\n## ").map(split).collect()
}

fn check(trial: &str, parts: Vec<(String, String)>) {
    for (heading, part) in parts {
        assert_snapshot(&format!("{trial}__{heading}"), &part);
    }
}

#[test]
fn three_arms_and_three_occasions() {
    check("example", parts(EXAMPLE, |plan| plan.outcomes.truncate(1)));
}

#[test]
fn lower_is_better_and_randomised() {
    let read = parts(EXAMPLE, |plan| {
        plan.outcomes.retain(|outcome| outcome.name == "exhaustion");
        plan.randomised = Some(true);
    });
    check("exhaustion", read.into_iter().take(4).collect());
}

#[test]
fn participants_one_by_one() {
    let read = parts(EXAMPLE, |plan| {
        plan.outcomes.retain(|outcome| outcome.name == "exhaustion");
        plan.outcomes[0].reliable_change = Some(ReliableChangePlan {
            reliability: Some(0.9),
            norm: Some(NormPlan { mean: 14.0, sd: 8.0, n: Some(500) }),
            ..ReliableChangePlan::default()
        });
    });
    check("exhaustion", read.into_iter().filter(|(heading, _)| heading == "single-participants").collect());
}

#[test]
fn one_group_before_and_after() {
    let csv = "id,mood_pre,mood_post\n1,3,5\n2,4,4\n3,6,9\n4,5,7\n5,2,6\n6,7,8\n";
    check("one-group", parts(csv, |_| {}));
}

#[test]
fn a_crossover() {
    let csv = include_str!("../../fixtures/crossover_three/data.csv");
    check("crossover", parts(csv, |plan| plan.unconfirmed = Some(Vec::new())));
}

#[test]
fn one_occasion() {
    let csv = "id,group,score\n1,control,3\n2,therapy,7\n3,control,4\n4,therapy,9\n5,control,5\n6,therapy,6\n";
    check("one-occasion", parts(csv, |_| {}));
}

/// What the welcome page shows of a report is one, as the core writes it; without the way to a table that is not there.
#[test]
fn the_sample_on_the_welcome_page_is_the_first_answer_of_the_example() {
    let mut session = Session::default();
    let plan = session.read(include_bytes!("../../../www/examples/example.csv"), &ReadOptions::default()).plan;
    session.analyse(&plan, &mut |_| {});
    let html = session.export("html").expect("an analysis").into_text();
    let (_, html) = html.split_once("data-testid=\"answers\"").expect("the answers");
    let answer = html.split("<div class=\"answer\">").nth(1).expect("an answer");
    let (before, link) = answer.split_once(" <a class=\"link\"").expect("the way to its table");
    let (_, after) = link.split_once("</a>").expect("its end");
    let (_, ticks) = html.split_once("<svg class=\"ticks\"").expect("ticks");
    let (ticks, _) = ticks.split_once("</svg>").expect("their end");
    let sample = format!(
        "<div class=\"answer\">{before}{after}<div class=\"axis\"><div class=\"beside\"></div><svg class=\"ticks\"{ticks}</svg></div>\n"
    );
    assert_eq!(sample, include_str!("../../../www/locales/en/sample.html"));
}

#[test]
fn every_way_in_a_saved_page_leads_to_one_place() {
    let mut session = Session::default();
    let plan = session.read(include_bytes!("../../../www/examples/example.csv"), &ReadOptions::default()).plan;
    session.analyse(&plan, &mut |_| {});
    let html = session.export("html").expect("an analysis").into_text();
    let values = |before: &str| -> Vec<String> {
        html.split(before).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let mut ids = values(" id=\"");
    ids.sort();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice");
    let ways = values(" href=\"#");
    assert!(ways.len() > 20, "{} ways", ways.len());
    for way in ways.into_iter().chain(values(" aria-labelledby=\"")) {
        assert!(ids.binary_search(&way).is_ok(), "{way} is nowhere");
    }
}

/// The report of the example as Markdown, with this extent.
fn markdown_of(extent: ReportExtent) -> String {
    let mut session = Session::default();
    let mut plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
    plan.report = extent;
    session.analyse(&plan, &mut |_| {});
    session.export("markdown").expect("a report").into_text()
}

#[test]
fn the_essential_report_has_forty_tables_at_most() {
    let tables = |text: &str| text.matches("\n**Table ").count();
    let essential = markdown_of(ReportExtent::Essential);
    assert!(tables(&essential) <= 40, "{}", tables(&essential));
    assert!(!essential.contains("Bayes factors for pairs"));
    assert!(essential.contains("\n# More analyses\n"));
    let more = markdown_of(ReportExtent::Essential.with(["mann_whitney"]));
    assert!(more.contains("(Mann–Whitney)") && tables(&more) == tables(&essential) + 10, "{}", tables(&more));
    assert!(!markdown_of(ReportExtent::Full).contains("\n# More analyses\n"));
}

#[test]
fn all_numbers_are_the_same_whatever_the_report_brings() {
    let tidy = |extent| {
        let mut session = Session::default();
        let mut plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
        plan.report = extent;
        session.analyse(&plan, &mut |_| {});
        session.export("tidy").expect("numbers").into_text()
    };
    assert_eq!(tidy(ReportExtent::Essential), tidy(ReportExtent::Full));
}
