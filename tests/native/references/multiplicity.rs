//! Dunnett, Scheffé and closed testing against R, and what the report says of a family.

use crate::support::{fixture, numbers, of_rows, plan, trial};
use prepost::analysis::Study;
use prepost::analysis::comparisons::comparison::Comparison;
use prepost::analysis::comparisons::{change_difference::compute as change_difference, pairwise::compute as pairwise};
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::{Adjust, ClaimKind, ClaimPlan, OutcomeRole, Plan, ReportExtent};
use proptest::prelude::*;

#[test]
fn as_r_has_them() {
    let path = fixture("multiplicity").join("multiplicity.csv");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_path(path).expect("a fixture").records().map(|row| row.expect("a row")).collect();
    let mut compared = 0;
    for case in ["obrienkaiser", "bthebl"] {
        let mut plan = plan(&fixture(case));
        plan.adjust = Adjust::Dunnett;
        let found = numbers(&trial(&fixture(case), &plan));
        for row in rows.iter().filter(|row| &row[0] == case) {
            let method = if row[2].contains(" x ") { "change_difference" } else { "pairwise" };
            let by = &row[1];
            for (statistic, place) in [
                ("estimate".to_owned(), 3),
                (format!("p_{by}"), 4),
                (format!("ci95_{by}_low"), 5),
                (format!("ci95_{by}_high"), 6),
            ] {
                let Ok(reference) = row[place].parse::<f64>() else { continue };
                let mine = found.get(&(method.into(), row[2].into(), statistic.clone()));
                let mine = *mine.unwrap_or_else(|| panic!("{case} {} {statistic}: absent", &row[2]));
                assert!((mine - reference).abs() <= 1e-9, "{case} {} {statistic}: {mine}, {reference}", &row[2]);
                compared += 1;
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

/// Everything that the report says of a trial of so many arms under that adjustment.
fn said(arms: usize, adjust: Adjust, choose: impl FnOnce(&mut Plan)) -> (String, Vec<String>) {
    let mut text = String::from("id,group,mood_pre,mood_post,mood_fu\n");
    for p in 0..arms * 6 {
        let group = ["control", "yoga", "walking", "choir"][p % arms];
        let gain = 4 * (p % arms);
        text.push_str(&format!("P{p},{group},{},{},{}\n", p * 7 % 23, p * 5 % 19 + gain, p * 11 % 17 + gain));
    }
    let mut session = Session::default();
    let mut plan = session.read(text.as_bytes(), &ReadOptions::default()).plan;
    plan.report = ReportExtent::Full;
    plan.adjust = adjust;
    choose(&mut plan);
    let report = session.analyse(&plan, &mut |_| {});
    let codes = report.outcomes[0].notices.iter().map(|notice| notice.code.clone()).collect();
    (session.export("markdown").expect("a report").into_text(), codes)
}

#[test]
fn a_family_is_told_with_its_size() {
    for (adjust, parts) in [
        (
            Adjust::Dunnett,
            &[
                "Dunnett over the 2 comparisons with control within each change",
                "The 3 comparisons without control are a family of their own, by Bonferroni",
                "With 3 changes in one family, each *p* is multiplied by 3",
                "Dunnett over the 2 comparisons with control at each occasion",
                "The one comparison without control is not adjusted",
                "Bonferroni over the 3 comparisons within each arm",
            ][..],
        ),
        (
            Adjust::Scheffe,
            &[
                "the 3 arms and the occasions together (9 comparisons)",
                "the 3 arms at each occasion (3 comparisons)",
                "the occasions within each arm (3 comparisons",
            ],
        ),
        (
            Adjust::Closed,
            &[
                "of three arms within each change, 9 comparisons in all",
                "of three arms at each occasion, 3 comparisons",
                "those shown are unadjusted",
                "Holm over the 3 comparisons within each arm",
            ],
        ),
        (Adjust::Tukey, &["Šidák over one family of 9 differences in change", "Tukey–Kramer over the 3 comparisons"]),
    ] {
        let (text, codes) = said(3, adjust, |_| {});
        for part in parts {
            assert!(text.contains(part), "not said: {part}");
        }
        assert!(!codes.contains(&"closed-needs-three-arms".to_owned()));
    }
}

#[test]
fn closed_testing_of_other_than_three_arms_is_holm_and_says_so() {
    for arms in [2, 4] {
        let (text, codes) = said(arms, Adjust::Closed, |_| {});
        assert!(codes.contains(&"closed-needs-three-arms".to_owned()));
        assert!(text.contains("Holm over") && !text.contains("Levin"));
    }
}

fn rows(data: &[Vec<f64>], sizes: &[usize], adjust: Adjust) -> Vec<Comparison> {
    let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| std::iter::repeat_n(arm as u32, n));
    let mut trial = of_rows(sizes.len(), &arms.zip(data.iter().cloned()).collect::<Vec<_>>());
    trial.plan.adjust = adjust;
    let study = Study::new(&trial, 0).expect("an outcome");
    let mut all: Vec<Comparison> = study.result(&pairwise::SEPARATE).expect("arms").all().cloned().collect();
    all.extend(study.result(&change_difference::SEPARATE).expect("arms and occasions").rows.iter().cloned());
    all
}

fn data() -> impl Strategy<Value = (Vec<usize>, Vec<Vec<f64>>)> {
    proptest::collection::vec(3usize..8, 3..=4).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().sum();
        (Just(sizes), proptest::collection::vec(proptest::collection::vec(-5.0..5.0f64, 3), n))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn dunnett_lies_between_unadjusted_and_bonferroni_and_goes_with_its_interval((sizes, data) in data()) {
        for row in rows(&data, &sizes, Adjust::Dunnett) {
            let by = row.family.adjustment(Adjust::Dunnett);
            let found = row.adjusted(by);
            let (low, high) = found.ci.expect("limits");
            prop_assert!(found.p >= row.p - 1e-12 && found.p <= row.bonferroni.p + 1e-12, "{row:?}");
            prop_assert_eq!(low > 0.0 || high < 0.0, found.p < 0.05);
        }
    }

    #[test]
    fn scheffe_is_never_kinder_than_the_test_of_all((sizes, data) in data()) {
        let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| std::iter::repeat_n(arm as u32, n));
        let trial = of_rows(sizes.len(), &arms.zip(data.iter().cloned()).collect::<Vec<_>>());
        let found = numbers(&trial);
        for row in rows(&data, &sizes, Adjust::Scheffe) {
            let scheffe = row.adjusted(Adjust::Scheffe);
            let (low, high) = scheffe.ci.expect("limits");
            prop_assert!(scheffe.p >= row.p - 1e-12);
            prop_assert_eq!(low > 0.0 || high < 0.0, scheffe.p < 0.05);
        }
        for ((method, term, _), p) in found.iter().filter(|(key, _)| key.0 == "pairwise" && key.2 == "p_scheffe") {
            let Some((contrast, place)) = term.split_once(" | ") else { continue };
            let factor = if contrast.contains('t') && contrast.starts_with('t') { "occasion" } else { "group" };
            let all = found[&("simple_effects".to_owned(), format!("{factor} | {place}"), "p".to_owned())];
            prop_assert!(*p >= all - 1e-10, "{method} {term}: {p} below {all}");
        }
    }

    #[test]
    fn a_closed_p_is_at_least_that_of_all_three(data in proptest::collection::vec(proptest::collection::vec(-5.0..5.0f64, 3), 15)) {
        let arms = (0..15u32).map(|p| p % 3);
        let trial = of_rows(3, &arms.zip(data).collect::<Vec<_>>());
        let found = numbers(&trial);
        for occasion in ["t0", "t1", "t2"] {
            let all = found[&("simple_effects".to_owned(), format!("group | {occasion}"), "p".to_owned())];
            for pair in ["A - control", "B - control", "B - A"] {
                let of = |statistic: &str| found[&("pairwise".to_owned(), format!("{pair} | {occasion}"), statistic.to_owned())];
                prop_assert!((of("p_closed") - all.max(of("p"))).abs() < 1e-12);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_trial_has_its_report_under_any_adjustment(
        sizes in proptest::collection::vec(0usize..4, 1..5),
        occasions in 1usize..5,
        draws in proptest::collection::vec(prop_oneof![Just(f64::NAN), Just(1.0), -5.0..5.0f64], 60),
        at in 0usize..9,
    ) {
        let adjust = [
            Adjust::None, Adjust::Bonferroni, Adjust::Holm, Adjust::Sidak, Adjust::Tukey, Adjust::Dunnett,
            Adjust::Scheffe, Adjust::Closed, Adjust::BenjaminiHochberg,
        ][at];
        let mut text = String::from("id,group");
        (0..occasions).for_each(|t| text.push_str(&format!(",mood_t{t}")));
        let mut values = draws.iter().cycle();
        let mut id = 0;
        for (arm, &n) in sizes.iter().enumerate() {
            for _ in 0..n {
                id += 1;
                text.push_str(&format!("\nP{id},{}", ["control", "yoga", "walking", "choir"][arm]));
                for value in values.by_ref().take(occasions) {
                    text.push_str(&if value.is_nan() { ",".to_owned() } else { format!(",{value}") });
                }
            }
        }
        let mut session = Session::default();
        let mut plan = session.read(text.as_bytes(), &ReadOptions::default()).plan;
        plan.adjust = adjust;
        plan.claims = [ClaimKind::Improves, ClaimKind::Maintained, ClaimKind::Better]
            .map(|claim| ClaimPlan { claim, outcome: None })
            .into();
        plan.outcomes.iter_mut().for_each(|outcome| outcome.role = Some(OutcomeRole::Primary));
        session.analyse(&plan, &mut |_| {});
        for format in ["markdown", "html", "tidy"] {
            prop_assert!(session.export(format).is_some_and(|file| !file.into_text().contains("NaN")));
        }
    }
}
