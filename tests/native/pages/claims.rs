//! The claims of a study, read on the example and on trials made to settle them; primary outcomes; what was declared.

use prepost::report::words::plain;
use prepost::report::{Report, RowKind, Section};
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::{Better, ClaimKind, ClaimPlan, Margin, MarginUnit, OutcomeRole, Plan};

const EXAMPLE: &str = include_str!("../../../www/examples/example.csv");

fn analysed(csv: &str, choose: impl FnOnce(&mut Plan)) -> (Session, Report) {
    let mut session = Session::default();
    let mut plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    plan.unconfirmed = None;
    choose(&mut plan);
    let report = session.analyse(&plan, &mut |_| {});
    for format in ["markdown", "html", "json", "tidy"] {
        assert!(session.export(format).is_some_and(|file| !file.bytes.is_empty()));
    }
    (session, report)
}

fn claim(claim: ClaimKind, outcome: Option<&str>) -> ClaimPlan {
    ClaimPlan { claim, outcome: outcome.map(Into::into) }
}

/// Each claim as its row reads it.
fn readings(report: &Report) -> Vec<String> {
    let section = report.overview.iter().find(|section| section.id == "claims").expect("the claims");
    let prepost::report::Block::Table { table } = &section.blocks[0] else { panic!("a table") };
    table.rows.iter().filter(|row| row.kind == RowKind::Group).map(|row| plain(&row.label)).collect()
}

#[test]
fn the_five_claims_of_the_founding_study() {
    let (_, report) = analysed(EXAMPLE, |plan| {
        plan.claims = vec![
            claim(ClaimKind::Improves, Some("resilience")),
            claim(ClaimKind::Improves, Some("support")),
            claim(ClaimKind::Maintained, None),
            claim(ClaimKind::Better, Some("resilience")),
            claim(ClaimKind::Better, Some("support")),
        ];
        plan.outcomes.truncate(2);
    });
    assert_eq!(
        readings(&report),
        [
            // At follow-up the effect of mentalization is not shown.
            "Each intervention improves resilience: not shown",
            "Each intervention improves support: not shown",
            "The effect on resilience is maintained: not shown",
            "The effect on support is maintained: not shown",
            "Mentalization is better than compassion on resilience: not shown",
            "Mentalization is better than compassion on support: not shown",
        ]
    );
    assert_eq!(plain(&claims_of(&report).conclusion), "6 claims: 0 supported, 6 not shown, 0 contradicted.");
}

/// Three arms of eight; each arm's scores move by its gain to the posttest and by its drift to the follow-up.
fn made(gain: [f64; 3], drift: [f64; 3]) -> String {
    let mut text = String::from("id,group,mood_pre,mood_post,mood_fu\n");
    for p in 0..24usize {
        let arm = p % 3;
        let (level, a, b) = (20.0 + (p / 3) as f64, (p / 3 * 3 % 8) as f64 / 8.0, (p / 3 * 5 % 8) as f64 / 8.0);
        let post = level + gain[arm] + a;
        text.push_str(&format!(
            "P{p},{},{level},{post},{}\n",
            ["control", "yoga", "choir"][arm],
            post + drift[arm] + b
        ));
    }
    text
}

fn of_made(gain: [f64; 3], drift: [f64; 3], better: Better) -> Vec<String> {
    let (_, report) = analysed(&made(gain, drift), |plan| {
        plan.outcomes[0].better = Some(better);
        plan.outcomes[0].margin = Some(Margin { value: 2.0, unit: MarginUnit::Raw });
        plan.claims = [ClaimKind::Improves, ClaimKind::Maintained, ClaimKind::Better].map(|it| claim(it, None)).into();
    });
    let words = readings(&report);
    words.iter().map(|text| text.rsplit(": ").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn each_claim_can_stand_fall_or_stay_open() {
    let same = [0.0; 3];
    assert_eq!(of_made([0.0, 9.0, 5.0], same, Better::Higher), ["supported", "supported", "supported"]);
    // The second does better than the first, and loses what it gained.
    assert_eq!(of_made([0.0, 5.0, 9.0], [0.0, 0.0, -8.0], Better::Higher), ["supported", "not shown", "contradicted"]);
    // It loses all of it.
    assert_eq!(
        of_made([0.0, 5.0, 9.0], [0.0, 0.0, -9.0], Better::Higher),
        ["not shown", "contradicted", "contradicted"]
    );
    // Nothing was gained by one arm, so that arm has nothing to maintain.
    assert_eq!(of_made([0.0, 9.0, 0.0], same, Better::Higher), ["not shown", "not shown", "supported"]);
    // Nothing was gained at all.
    assert_eq!(of_made([0.0, 0.0, 0.0], same, Better::Higher), ["not shown", "not answerable", "not shown"]);
    // Where lower is better the same numbers say the opposite.
    assert_eq!(of_made([0.0, 9.0, 5.0], same, Better::Lower), ["contradicted", "not answerable", "contradicted"]);
    assert_eq!(of_made([0.0, -9.0, -5.0], same, Better::Lower), ["supported", "supported", "supported"]);
}

#[test]
fn a_claim_that_the_trial_cannot_show_is_told() {
    let two_arms: String = made([0.0, 9.0, 5.0], [0.0; 3])
        .lines()
        .filter(|line| !line.contains("choir"))
        .map(|line| format!("{line}\n"))
        .collect();
    let (_, report) = analysed(&two_arms, |plan| {
        plan.outcomes[0].margin = Some(Margin { value: 0.0, unit: MarginUnit::Raw });
        plan.claims = [ClaimKind::Improves, ClaimKind::Maintained, ClaimKind::Better].map(|it| claim(it, None)).into();
        plan.claims.push(claim(ClaimKind::Better, Some("sleep")));
    });
    let codes: Vec<&str> = report.notices.iter().map(|notice| notice.code.as_str()).collect();
    for code in ["claim-needs-two", "claim-outcome-unknown"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    assert_eq!(
        readings(&report),
        [
            "The intervention improves mood: supported",
            // No margin, no verdict.
            "The effect on mood is maintained: not shown",
            "One intervention is better than the other on mood: not answerable",
        ]
    );
    assert_eq!(
        plain(&claims_of(&report).conclusion),
        "3 claims: 1 supported, 1 not shown, 0 contradicted, 1 not answerable by this trial."
    );
}

#[test]
fn primary_outcomes_are_adjusted_together() {
    let (session, report) = analysed(EXAMPLE, |plan| {
        plan.outcomes.truncate(3);
        plan.outcomes[0].role = Some(OutcomeRole::Primary);
        plan.outcomes[1].role = Some(OutcomeRole::Primary);
        plan.outcomes[2].role = Some(OutcomeRole::Exploratory);
    });
    assert!(report.overview.iter().any(|section| section.id == "primary_outcomes"));
    assert!(plain(&report.outcomes[0].subtitle).starts_with("Primary outcome."));
    assert!(plain(&report.outcomes[2].subtitle).starts_with("Exploratory outcome."));
    let tidy = session.export("tidy").expect("numbers").into_text();
    let number = |outcome: &str, statistic: &str| -> f64 {
        let start = format!("{outcome},primary_outcomes,(post - pre) x (mentalization - waitlist),{statistic},");
        tidy.lines().find_map(|line| line.strip_prefix(&start)).expect("a number").parse().expect("a number")
    };
    let (first, second) = (number("resilience", "p"), number("support", "p"));
    assert!(first < second);
    assert!((number("resilience", "p_holm") - 2.0 * first).abs() < 1e-15);
    assert!((number("support", "p_holm") - second.max(2.0 * first)).abs() < 1e-15);
}

#[test]
fn what_the_plan_did_not_declare_is_exploratory() {
    let (_, report) = analysed(EXAMPLE, |plan| {
        plan.outcomes.truncate(1);
        plan.declared = vec!["mixed_anova".into(), "no_such_method".into()];
    });
    assert!(report.notices.iter().any(|notice| notice.code == "declared-unknown"));
    let outcome = &report.outcomes[0];
    assert!(plain(&outcome.subtitle).contains("Declared in the Plan: Analysis of variance."));
    for section in &outcome.sections {
        let says = matches!(section.blocks.first(), Some(prepost::report::Block::Paragraph { text })
            if plain(text).starts_with("Exploratory"));
        assert_eq!(says, section.id != "mixed_anova", "{}", section.id);
    }
    let caveats = &outcome.answers.as_ref().expect("answers").caveats;
    assert!(caveats.iter().any(|caveat| plain(caveat).contains("did not declare these comparisons")));
}

/// The section of the claims.
fn claims_of(report: &Report) -> &Section {
    report.overview.iter().find(|section| section.id == "claims").expect("claims")
}
