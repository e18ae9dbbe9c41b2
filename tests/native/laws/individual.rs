//! Reliable change and responders: what must hold for any trial, and what is said where the formulas have no answer.

use std::collections::BTreeMap;

use crate::support::{Key, numbers_of, of_rows};
use prepost::analysis::{Study, methods};
use prepost::model::proportions::{Count, two_proportions};
use prepost::notice::Problem;
use prepost::trial::{Better, Criterion, NormPlan, ReliabilitySource, ReliableChangePlan, Trial};
use proptest::prelude::*;

type Rows = Vec<(u32, Vec<f64>)>;

/// Three arms of some sizes, two occasions; about one later value in ten is missing.
fn rows() -> impl Strategy<Value = Rows> {
    proptest::collection::vec(3usize..9, 3).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().sum();
        proptest::collection::vec(proptest::array::uniform3(-3.0..3.0f64), n).prop_map(move |draws| {
            let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| vec![arm as u32; n]);
            let later = |own: f64, change: f64, gone: f64| if gone < -2.4 { f64::NAN } else { 21.0 + own + change };
            arms.zip(draws)
                .map(|(arm, [own, change, gone])| (arm, vec![20.0 + own, later(own, change, gone)]))
                .collect()
        })
    })
}

fn published(reliability: f64) -> ReliableChangePlan {
    ReliableChangePlan { reliability: Some(reliability), ..ReliableChangePlan::default() }
}

fn with(n_arms: usize, rows: &[(u32, Vec<f64>)], plan: ReliableChangePlan) -> Trial {
    let mut trial = of_rows(n_arms, rows);
    trial.outcomes[0].reliable_change = Some(plan);
    trial
}

fn numbers(trial: &Trial) -> BTreeMap<Key, f64> {
    numbers_of(trial, |id| ["reliable_change", "responders", "mixed_anova"].contains(&id))
}

fn get(found: &BTreeMap<Key, f64>, term: &str, statistic: &str) -> Option<f64> {
    found.get(&("reliable_change".into(), term.into(), statistic.into())).copied()
}

const CATEGORIES: [&str; 4] = ["n_recovered", "n_improved", "n_unchanged", "n_deteriorated"];
const CELLS: [&str; 3] = ["t1 - t0 | control", "t1 - t0 | A", "t1 - t0 | B"];

fn counts(found: &BTreeMap<Key, f64>) -> Vec<Option<f64>> {
    let each = CELLS.iter().flat_map(|cell| CATEGORIES.iter().map(move |category| get(found, cell, category)));
    each.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn categories_partition_the_participants(rows in rows(), reliability in 0.05..0.99f64, cutoff in 17.0..24.0f64) {
        let plan = ReliableChangePlan { cutoff: Some(cutoff), ..published(reliability) };
        let found = numbers(&with(3, &rows, plan));
        for (arm, cell) in CELLS.iter().enumerate() {
            let number = |statistic| get(&found, cell, statistic).unwrap_or(f64::NAN);
            let sum: f64 = CATEGORIES.iter().map(|category| number(category)).sum();
            prop_assert_eq!(sum, number("n"));
            let all = rows.iter().filter(|row| row.0 as usize == arm).count() as f64;
            prop_assert_eq!(number("n") + number("missing"), all);
        }
    }

    /// Points and their direction are a matter of the questionnaire.
    #[test]
    fn shifting_scaling_and_turning_scores_changes_nothing(rows in rows(), shift in -50.0..50.0f64, scale in 0.1..9.0f64) {
        let cutoff = 21.5;
        let plan = ReliableChangePlan { cutoff: Some(cutoff), ..published(0.85) };
        let before = numbers(&with(3, &rows, plan));
        for scale in [scale, -scale] {
            let moved: Rows = rows.iter().map(|(arm, y)| (*arm, y.iter().map(|y| shift + scale * y).collect())).collect();
            let plan = ReliableChangePlan { cutoff: Some(shift + scale * cutoff), ..plan };
            let mut trial = with(3, &moved, plan);
            trial.outcomes[0].better = if scale > 0.0 { Better::Higher } else { Better::Lower };
            prop_assert_eq!(counts(&numbers(&trial)), counts(&before));
        }
    }

    #[test]
    fn without_error_everyone_changed_who_changed_at_all(rows in rows()) {
        let found = numbers(&with(3, &rows, published(1.0 - 1e-15)));
        for cell in CELLS {
            prop_assert_eq!(get(&found, cell, "n_unchanged"), Some(0.0));
        }
    }

    #[test]
    fn swapping_arms_mirrors_the_difference((a, n1) in (1usize..60).prop_flat_map(|n| (0..=n, Just(n))),
                                            (b, n2) in (1usize..60).prop_flat_map(|n| (0..=n, Just(n)))) {
        let (one, other) = (Count { of: a, n: n1 }, Count { of: b, n: n2 });
        let forth = two_proportions(one, other, 0.95).expect("somebody");
        let back = two_proportions(other, one, 0.95).expect("somebody");
        let (d, m) = (forth.difference, back.difference);
        prop_assert!((d.value + m.value).abs() < 1e-14 && (d.low + m.high).abs() < 1e-14 && (d.high + m.low).abs() < 1e-14);
        prop_assert!(-1.0 - 1e-14 <= d.low && d.low <= d.value && d.value <= d.high && d.high <= 1.0 + 1e-14);
        match (forth.ratios, back.ratios) {
            (Some(x), Some(y)) => for (x, y) in [(x.risk, y.risk), (x.odds, y.odds)] {
                prop_assert!((x.value.ln() + y.value.ln()).abs() < 1e-12 && (x.low.ln() + y.high.ln()).abs() < 1e-12);
            },
            (x, y) => prop_assert!(x.is_none() && y.is_none() && (a + b == 0 || a + b == n1 + n2)),
        }
    }
}

/// Codes of what the two methods say they lack, and whether the rest of the report stands.
fn problems(trial: &Trial) -> Vec<&'static str> {
    let study = Study::new(trial, 0).expect("an outcome");
    let ours = methods().filter(|method| ["reliable_change", "responders"].contains(&method.id()));
    let mut codes: Vec<&'static str> =
        ours.flat_map(|method| method.problems(&study).iter().map(Problem::code).collect::<Vec<_>>()).collect();
    codes.dedup();
    codes
}

fn some() -> Rows {
    let scores = [[12.0, 15.0], [14.0, 13.0], [9.0, 16.0], [11.0, 19.0], [15.0, 12.0], [10.0, 18.0]];
    scores.iter().enumerate().map(|(place, row)| (u32::from(place > 2), row.to_vec())).collect()
}

#[test]
fn criteria_that_cannot_be_computed_are_named_and_the_rest_stands() {
    let sourced = |source| ReliableChangePlan { source, ..ReliableChangePlan::default() };
    let cases = [
        (published(1.0), "reliable-change-reliability-one"),
        (published(0.0), "reliable-change-reliability-range"),
        (published(-0.3), "reliable-change-reliability-range"),
        (published(1.2), "reliable-change-reliability-range"),
        (sourced(ReliabilitySource::Published), "reliable-change-without-reliability"),
        (sourced(ReliabilitySource::Alpha), "reliable-change-without-alpha"),
    ];
    for (plan, code) in cases {
        let trial = with(2, &some(), plan);
        assert_eq!(problems(&trial), [code]);
        let found = numbers(&trial);
        assert!(found.keys().all(|key| key.0 != "reliable_change" && key.0 != "responders"), "{code}");
        assert!(found.contains_key(&("mixed_anova".into(), "group:occasion".into(), "p".into())), "{code}");
    }
    // Without arms there is no control whose scores only time has changed.
    let alone: Rows = some().into_iter().map(|(_, row)| (0, row)).collect();
    assert_eq!(problems(&with(1, &alone, sourced(ReliabilitySource::Retest))), ["reliable-change-without-retest"]);
}

#[test]
fn no_spread_and_one_participant() {
    let mut same = some();
    same.iter_mut().for_each(|row| row.1[0] = 10.0);
    assert_eq!(problems(&with(2, &same, published(0.8))), ["reliable-change-without-spread"]);
    assert_eq!(problems(&with(1, &[(0, vec![3.0, 5.0])], published(0.8))), ["reliable-change-without-spread"]);
}

#[test]
fn nobody_with_both_scores() {
    let mut rows = some();
    rows.iter_mut().filter(|row| row.0 == 1).for_each(|row| row.1[1] = f64::NAN);
    let trial = with(2, &rows, published(0.8));
    assert_eq!(problems(&trial), ["individual-nobody"]);
    let found = numbers(&trial);
    assert_eq!(get(&found, "t1 - t0 | A", "n"), Some(0.0));
    let of = |how: &str| found.get(&("responders".into(), format!("t1 - t0 | A [{how}]"), "share".into())).copied();
    assert_eq!((of("completers"), of("non_response")), (None, Some(0.0)));
}

#[test]
fn everybody_or_nobody_responds() {
    let changed = |by: f64| -> Rows { some().into_iter().map(|(arm, y)| (arm, vec![y[0], y[0] + by])).collect() };
    for (by, code) in [(50.0, "responders-all"), (0.0, "responders-none")] {
        let trial = with(2, &changed(by), published(0.8));
        assert_eq!(problems(&trial), [code]);
        let found = numbers(&trial);
        let of = |statistic: &str| {
            found
                .get(&("responders".into(), "(t1 - t0) x (A - control) [completers]".into(), statistic.into()))
                .copied()
        };
        assert_eq!((of("risk_difference"), of("risk_ratio"), of("nnt")), (Some(0.0), None, None));
        assert!(of("risk_difference_ci95_low").is_some());
    }
}

#[test]
fn a_cutoff_that_cannot_be_had_leaves_the_rest() {
    let norm = |mean, sd| Some(NormPlan { mean, sd, n: None });
    let cases = [
        (Some(Criterion::B), None, "reliable-change-without-norm"),
        (Some(Criterion::C), norm(20.0, 0.0), "reliable-change-norm-sd"),
    ];
    for (criterion, norm, code) in cases {
        let trial = with(2, &some(), ReliableChangePlan { criterion, norm, ..published(0.8) });
        assert_eq!(problems(&trial), [code]);
        let found = numbers(&trial);
        assert_eq!(get(&found, "(fit)", "cutoff"), None);
        assert!(get(&found, "t1 - t0 | A", "n_improved").is_some());
    }
    let trial = with(2, &some(), ReliableChangePlan { norm: norm(3.0, 2.0), ..published(0.8) });
    assert_eq!(problems(&trial), ["reliable-change-norm-not-better"]);
    assert!(get(&numbers(&trial), "(fit)", "cutoff").is_some());
}

/// Of two items by hand: squares about the means 10, 65/6 and 221/6 of their sum, so that α = 2(1 − (125/6)/(221/6)).
#[test]
fn alpha_is_that_of_the_items_at_the_first_occasion() {
    let csv = "id,arm,q1_pre,q2_pre,q1_post,q2_post\n1,c,1,2,2,2\n2,c,3,3,3,4\n3,c,4,5,4,4\n4,a,2,1,4,5\n5,a,5,4,5,5\n6,a,3,4,5,4\n";
    let plan = r#"{"version": 1, "id": "id", "arm": {"column": "arm", "levels": ["c", "a"]}, "occasions": ["pre", "post"],
        "scales": [{"name": "q", "items": {"pre": ["q1_pre", "q2_pre"], "post": ["q1_post", "q2_post"]}, "score": "sum"}],
        "outcomes": [{"name": "q", "columns": ["q_pre", "q_post"], "reliable_change": {"source": "alpha"}}]}"#;
    let (table, _) = prepost::table::read_bytes(csv.as_bytes(), &prepost::table::ReadOptions::default());
    let plan = prepost::trial::Plan::from_json(plan).expect("a Plan");
    let trial = Trial::assemble(&table, &plan).0.expect("a trial");
    let alpha = get(&numbers(&trial), "(fit)", "reliability").expect("a reliability");
    assert!((alpha - 192.0 / 221.0).abs() < 1e-14, "{alpha}");
}
