//! What must hold for the split plot by ranks of any trial.

use proptest::prelude::*;

use crate::support::{Key, numbers, numbers_of, of_rows};
use prepost::trial::Trial;

/// Rows of one to three arms at three occasions; whole numbers, so that there are ties, and a few gaps.
fn rows() -> impl Strategy<Value = (usize, Vec<(u32, Vec<f64>)>)> {
    let score = prop_oneof![9 => (0..12i32).prop_map(f64::from), 1 => Just(f64::NAN)];
    (1..=3usize, proptest::collection::vec(proptest::collection::vec(score, 3), 15..40)).prop_map(
        |(arms, mut values)| {
            // Some in each arm are complete, so that there is an analysis.
            values.iter_mut().take(2 * arms).for_each(|row| {
                row.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = 6.0);
            });
            (arms, values.into_iter().enumerate().map(|(p, row)| ((p % arms) as u32, row)).collect())
        },
    )
}

fn by_ranks(trial: &Trial) -> Vec<(Key, f64)> {
    numbers_of(trial, |id| id == "rank_ats")
        .into_iter()
        .filter(|((method, ..), _)| method == "rank_ats" || method == "relative_effect")
        .collect()
}

fn mapped(rows: &[(u32, Vec<f64>)], change: impl Fn(f64) -> f64) -> Vec<(u32, Vec<f64>)> {
    rows.iter().map(|(arm, values)| (*arm, values.iter().map(|&value| change(value)).collect())).collect()
}

/// Methods by ranks, and their statistics in points of the outcome.
const BY_RANKS: [&str; 9] = [
    "friedman",
    "durbin_conover",
    "wilcoxon",
    "kruskal_wallis",
    "dunn",
    "mann_whitney",
    "mann_whitney_change",
    "rank_ats",
    "relative_effect",
];
const HAS_UNIT: [&str; 3] = ["hodges_lehmann", "hodges_lehmann_ci95_low", "hodges_lehmann_ci95_high"];

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-8 * (1.0 + a.abs())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Only the order of scores counts, and that of rows does not.
    #[test]
    fn any_rising_scale_and_any_order_give_the_same((arms, rows) in rows()) {
        let before = by_ranks(&of_rows(arms, &rows));
        prop_assert!(before.len() >= 9);
        let mut reversed = rows.clone();
        reversed.reverse();
        for other in [mapped(&rows, |value| (value / 4.0).exp()), reversed] {
            let after = by_ranks(&of_rows(arms, &other));
            prop_assert_eq!(before.len(), after.len());
            for ((key, value), (_, again)) in before.iter().zip(&after) {
                prop_assert!(close(*value, *again), "{:?}: {} became {}", key, value, again);
            }
        }
    }

    /// Another unit changes no test, though every score is rounded anew: ties of decimals and of their differences stay.
    #[test]
    fn the_unit_changes_no_test(
        (arms, rows) in rows(), unit in prop::sample::select(vec![1e-40, 1e-10, 1e-3, 0.3, 7.0, 1e10, 1e40])
    ) {
        let tenths = mapped(&rows, |value| (2.0 * value + 13.0) / 10.0);
        let tests = |rows: &[(u32, Vec<f64>)]| {
            let mut tests = numbers(&of_rows(arms, rows));
            tests.retain(|(method, _, statistic), _| BY_RANKS.contains(&&**method) && !HAS_UNIT.contains(&&**statistic));
            tests
        };
        let (before, after) = (tests(&tenths), tests(&mapped(&tenths, |value| value * unit)));
        prop_assert!(before.len() > 30 && before.keys().eq(after.keys()));
        for ((key, value), again) in before.iter().zip(after.values()) {
            prop_assert!(close(*value, *again) || value.is_nan() && again.is_nan(), "{:?}: {} {}", key, value, again);
        }
    }

    /// The other way round, tests stay and a relative effect becomes the rest to one, its limits changing places.
    #[test]
    fn turned_scores_turn_relative_effects((arms, rows) in rows()) {
        let before = by_ranks(&of_rows(arms, &rows));
        let after: std::collections::BTreeMap<Key, f64> =
            by_ranks(&of_rows(arms, &mapped(&rows, |value| -value))).into_iter().collect();
        for ((method, term, statistic), value) in before {
            let (statistic, turned) = match (method.as_str(), statistic.as_str()) {
                ("relative_effect", "estimate") => ("estimate", true),
                ("relative_effect", "ci95_low") => ("ci95_high", true),
                ("relative_effect", "ci95_high") => ("ci95_low", true),
                (_, "mean_rank") => continue,
                (_, same) => (same, false),
            };
            let again = after[&(method.clone(), term.clone(), statistic.to_owned())];
            let expected = if turned { 1.0 - value } else { value };
            prop_assert!(close(expected, again), "{} {} {}: {} {}", method, term, statistic, expected, again);
        }
    }
}

/// All scores equal, one score in a cell, everything apart: no panic, and what there is is said.
#[test]
fn extremes_leave_the_relative_effects() {
    let equal = by_ranks(&of_rows(2, &(0..8).map(|p| (p % 2, vec![3.0, 3.0])).collect::<Vec<_>>()));
    assert!(equal.iter().all(|((method, ..), _)| method == "relative_effect"));
    assert!(equal.iter().filter(|((.., statistic), _)| statistic == "estimate").all(|(_, p)| close(*p, 0.5)));
    let apart: Vec<(u32, Vec<f64>)> = (0..8).map(|p| (p % 2, vec![f64::from(p), 100.0 + f64::from(p)])).collect();
    let found = by_ranks(&of_rows(2, &apart));
    let tested = |term: &str| found.iter().any(|((method, own, _), _)| method == "rank_ats" && own == term);
    // Everybody rises by the same number of ranks: no spread to hold a difference in change against.
    assert!(tested("group") && !tested("group:occasion"));
    assert!(by_ranks(&of_rows(1, &[(0, vec![1.0, 2.0])])).iter().all(|((.., statistic), _)| statistic != "F"));
}
