//! The same contrast by several methods, and what therapy groups do to it: what must hold for any trial.

use std::collections::BTreeMap;

use crate::support::{Key, numbers, of_rows};
use prepost::analysis::outcome_report;
use prepost::model::design_effect::{Grouped, Reach};
use prepost::report::{Block, Figure, Section, Words};
use prepost::trial::{Better, Trial};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

type Rows = Vec<(u32, Vec<f64>)>;

/// Three arms of some sizes, three occasions; about one value in ten is missing after the first occasion.
fn rows() -> impl Strategy<Value = Rows> {
    proptest::collection::vec(5usize..9, 3).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().sum();
        proptest::collection::vec(proptest::array::uniform6(-3.0..3.0f64), n).prop_map(move |draws| {
            let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| vec![arm as u32; n]);
            let kept = |value: f64, draw: f64| if draw < -2.7 { f64::NAN } else { value };
            arms.zip(draws)
                .map(|(arm, [own, a, b, c, gone, gone_later])| {
                    (arm, vec![20.0 + own + a, kept(21.0 + own + b, gone), kept(22.0 + own + c, gone_later)])
                })
                .collect()
        })
    })
}

fn get(found: &BTreeMap<Key, f64>, method: &str, term: &str, statistic: &str) -> Option<f64> {
    found.get(&(method.to_owned(), term.to_owned(), statistic.to_owned())).copied()
}

fn same(a: Option<f64>, b: Option<f64>) -> Result<(), TestCaseError> {
    let equal = match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-8 * b.abs().max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    };
    prop_assert!(equal, "{a:?} and {b:?}");
    Ok(())
}

const ARMS: [&str; 3] = ["A - control", "B - control", "B - A"];
const WAYS: [&str; 4] = ["change_difference", "welch_change", "ancova", "hodges_lehmann"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Each row is the number of its own method.
    #[test]
    fn nothing_is_estimated_twice(rows in rows()) {
        let found = numbers(&of_rows(3, &rows));
        for arms in ARMS {
            for occasion in ["t1", "t2"] {
                let term = format!("({occasion} - t0) x ({arms})");
                let row = |way: &str, statistic| get(&found, "agreement", &format!("{term} [{way}]"), statistic);
                // A way without an interval (an arm with one left) is left out, and so is a contrast with one way only.
                let missing = |way: &&str| row(way, "estimate").is_none();
                if WAYS.iter().any(missing) {
                    continue;
                }
                for statistic in ["estimate", "ci95_low", "ci95_high", "p"] {
                    same(row("change_difference", statistic), get(&found, "change_difference", &term, statistic))?;
                    let at = format!("{arms} | {occasion}");
                    same(row("ancova", statistic), get(&found, "ancova_pairwise", &at, statistic))?;
                }
                let ranks = |statistic| get(&found, "mann_whitney_change", &term, statistic);
                same(row("hodges_lehmann", "estimate"), ranks("hodges_lehmann"))?;
                same(row("hodges_lehmann", "ci95_low"), ranks("hodges_lehmann_ci95_low"))?;
                let welch = |statistic| get(&found, "effect_size_change", &term, statistic);
                same(row("welch_change", "estimate"), welch("estimate"))?;
                same(row("welch_change", "p"), welch("welch_p"))?;
            }
        }
    }

    /// The scale turned round turns each interval round.
    #[test]
    fn sign_flips(rows in rows()) {
        let found = numbers(&of_rows(3, &rows));
        let turned: Rows = rows.iter().map(|(arm, v)| (*arm, v.iter().map(|value| -value).collect())).collect();
        let other = numbers(&of_rows(3, &turned));
        for (arms, way) in ARMS.iter().flat_map(|arms| WAYS.map(|way| (arms, way))) {
            let term = format!("(t2 - t0) x ({arms}) [{way}]");
            let negative = |statistic| get(&other, "agreement", &term, statistic).map(|value| -value);
            same(get(&found, "agreement", &term, "estimate"), negative("estimate"))?;
            same(get(&found, "agreement", &term, "ci95_low"), negative("ci95_high"))?;
            same(get(&found, "agreement", &term, "p"), get(&other, "agreement", &term, "p"))?;
        }
    }

    /// At the correlation found, the interval widened by the design effect ends at zero; larger groups reach it sooner.
    #[test]
    fn the_interval_reaches_zero_there(
        n_treated in 2.0..60.0f64,
        n_control in 2.0..60.0f64,
        group_size in 2.0..20.0f64,
        estimate in -9.0..9.0f64,
        half_width in 0.1..9.0f64,
    ) {
        let grouped = Grouped { n_treated: n_treated.floor(), n_control: n_control.floor(), group_size: group_size.floor() };
        prop_assert!((grouped.factor(0.0) - 1.0).abs() < 1e-14);
        match grouped.reach(estimate, half_width) {
            Some(Reach::At(icc)) => {
                prop_assert!(0.0 < icc && icc <= 1.0);
                let widened = half_width * grouped.factor(icc).sqrt();
                prop_assert!((widened - estimate.abs()).abs() < 1e-9 * estimate.abs());
                let larger = Grouped { group_size: grouped.group_size + 1.0, ..grouped };
                let Some(Reach::At(sooner)) = larger.reach(estimate, half_width) else { panic!("it reaches zero") };
                prop_assert!(sooner < icc);
            }
            Some(Reach::Already) => prop_assert!(estimate.abs() <= half_width),
            Some(Reach::Never) => prop_assert!(half_width * grouped.factor(1.0).sqrt() < estimate.abs()),
            None => prop_assert!(false, "there is an interval"),
        }
        // The sign of the difference is nothing to it.
        prop_assert_eq!(grouped.reach(estimate, half_width), grouped.reach(-estimate, half_width));
    }
}

fn sections(trial: &Trial) -> Vec<Section> {
    outcome_report(trial, 0, &Words::english(), None).report.sections
}

fn section<'a>(sections: &'a [Section], id: &str) -> Option<&'a Section> {
    sections.iter().find(|section| section.id == id)
}

/// Eight a group, an effect of 4 in A, noise that is the same in both.
fn clear() -> Rows {
    (0..16)
        .map(|p| {
            let noise = [0.0, 1.0, -1.0, 0.5, 0.3, -0.4, 2.0, -1.4][p / 2];
            let arm = (p % 2) as u32;
            (arm, vec![10.0 + (p / 2) as f64, 11.0 + (p / 2) as f64 + noise + 4.0 * f64::from(arm)])
        })
        .collect()
}

#[test]
fn therapy_groups_are_asked_about_as_the_plan_says() {
    let mut trial = of_rows(2, &clear());
    let found = |trial: &Trial| get(&numbers(trial), "design_effect", "(t1 - t0) x (A - control)", "icc_at_zero");
    assert_eq!(found(&trial), None);
    assert!(section(&sections(&trial), "design_effect").is_some_and(|section| section.blocks.len() == 1));
    trial.plan.therapy_group_size = Some(1);
    assert!(section(&sections(&trial), "design_effect").is_none());
    // By hand: the difference is 4, each arm's variance Σ(x − .125)²/7 = 8.335/7; t of 14 degrees of freedom 2.144787.
    trial.plan.therapy_group_size = Some(40);
    let half = 2.144_786_687_917_8 * (2.0 * 8.335 / 7.0 / 8.0_f64).sqrt();
    let icc = 2.0 * ((4.0 / half).powi(2) - 1.0) / 39.0;
    assert!(found(&trial).is_some_and(|found| (found - icc).abs() < 1e-9), "{:?} {icc}", found(&trial));
    // A therapy group as large as the arm is said to be one.
    assert!(section(&sections(&trial), "design_effect").is_some_and(|section| section.blocks.len() == 2));
    // With smaller groups not even perfect likeness is enough.
    trial.plan.therapy_group_size = Some(2);
    assert_eq!(found(&trial), None);
}

#[test]
fn better_is_to_the_right() {
    let estimate_at = |better: Better| {
        let mut trial = of_rows(2, &clear());
        trial.outcomes[0].better = better;
        let sections = sections(&trial);
        let agreement = section(&sections, "agreement").expect("two methods");
        let forest = agreement.blocks.iter().find_map(|block| match block {
            Block::Figure { figure: Figure::Forest { forest } } => Some(forest),
            _ => None,
        });
        let forest = forest.expect("a figure");
        assert_eq!(forest.rows.len(), WAYS.len());
        (forest.rows[0].interval.at[1], forest.scale.zero)
    };
    let (higher, zero) = estimate_at(Better::Higher);
    assert!(higher > zero);
    let (lower, zero) = estimate_at(Better::Lower);
    assert!(lower < zero);
}

#[test]
fn odd_trials_hide_nothing_of_the_report() {
    let flat = |value: f64| -> Rows { (0..8).map(|p| (p % 2, vec![value, value])).collect() };
    let steps: Rows = (0..8).map(|p| (p % 2, vec![f64::from(p), f64::from(p) + f64::from(p % 2)])).collect();
    let trials: [(usize, Rows); 6] = [
        // Everybody the same, and everybody of an arm changed by the same.
        (2, flat(3.0)),
        (2, steps),
        // One in an arm; two in all.
        (2, vec![(0, vec![1.0, 2.0]), (0, vec![2.0, 5.0]), (0, vec![4.0, 4.0]), (1, vec![3.0, 9.0])]),
        (2, vec![(0, vec![1.0, 2.0]), (1, vec![3.0, 9.0])]),
        // One group; nobody of an arm left at the end.
        (1, clear().into_iter().map(|(_, values)| (0, values)).collect()),
        (2, clear().into_iter().map(|(arm, v)| (arm, vec![v[0], if arm == 1 { f64::NAN } else { v[1] }])).collect()),
    ];
    for (n_arms, rows) in trials {
        for size in [None, Some(0), Some(3)] {
            let mut trial = of_rows(n_arms, &rows);
            trial.plan.therapy_group_size = size;
            assert!(section(&sections(&trial), "descriptives").is_some(), "{rows:?}");
        }
    }
}
