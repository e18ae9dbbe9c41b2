//! Crossovers: an example by hand, and what must hold for any.

use std::collections::BTreeMap;

use crate::support::text::table;
use crate::support::{Key, numbers_of};
use prepost::plan::Plan;
use prepost::trial::Trial;
use proptest::prelude::*;

const PLAN: &str = r#"{"version": 1, "id": "id", "crossover": {"treatment": "drug", "period": "period"},
    "occasions": ["A", "B"], "long": {"value": "score"}, "outcomes": [{"name": "score", "columns": [], "better": "higher"}]}"#;

/// The numbers of a crossover of rows: participant, period, treatment, value.
fn found(rows: &[(usize, usize, &str, f64)]) -> BTreeMap<Key, f64> {
    let mut text = String::from("id,period,drug,score\n");
    for (id, period, drug, score) in rows {
        text += &format!("P{id},{period},{drug},{score}\n");
    }
    let (trial, problems) = Trial::assemble(&table(&text), &Plan::from_json(PLAN).expect("a Plan"));
    numbers_of(&trial.unwrap_or_else(|| panic!("{problems:?}")), |id| id == "crossover")
}

fn get(found: &BTreeMap<Key, f64>, term: &str, statistic: &str) -> f64 {
    found.get(&("crossover".to_owned(), term.to_owned(), statistic.to_owned())).copied().unwrap_or(f64::NAN)
}

/// Half the differences of the second minus the first period: AB (2, 6), BA (−4, −2). Treatment (mean of AB − mean of BA)/2 =
/// (4 + 3)/2; the pooled variance of the differences is (8 + 2)/2 = 5, so that its variance is 5·(1/2 + 1/2)/4.
#[test]
fn two_by_two_by_hand() {
    let rows = [
        (1, 1, "A", 10.0),
        (1, 2, "B", 12.0),
        (2, 1, "A", 10.0),
        (2, 2, "B", 16.0),
        (3, 1, "B", 20.0),
        (3, 2, "A", 16.0),
        (4, 1, "B", 9.0),
        (4, 2, "A", 7.0),
    ];
    let found = found(&rows);
    assert!((get(&found, "B - A", "estimate") - 3.5).abs() < 1e-12);
    assert!((get(&found, "B - A", "se") - (5.0_f64 / 4.0).sqrt()).abs() < 1e-12);
    assert!((get(&found, "treatment", "F") - 3.5 * 3.5 / 1.25).abs() < 1e-11);
    assert!(get(&found, "carry-over", "F").is_nan());
}

#[test]
fn one_order_for_everybody_compares_nothing() {
    let rows: Vec<(usize, usize, &str, f64)> =
        (1..6).flat_map(|id| [(id, 1, "A", id as f64), (id, 2, "B", 2.0 * id as f64)]).collect();
    let found = found(&rows);
    assert!(get(&found, "B - A", "estimate").is_nan() && get(&found, "A", "mean") > 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What differs between participants, or between periods, is no difference of treatments; and who is named first does not
    /// matter but for the sign.
    #[test]
    fn levels_of_participants_and_periods_do_not_count(
        values in prop::collection::vec((-50.0..50.0_f64, -50.0..50.0_f64, -9.0..9.0_f64), 4..12),
        by_period in -20.0..20.0_f64,
    ) {
        let rows = |own: bool, shift: f64| -> Vec<(usize, usize, &str, f64)> {
            let of = |(id, (first, second, level)): (usize, &(f64, f64, f64))| {
                let (one, two) = if id % 2 == 0 { ("A", "B") } else { ("B", "A") };
                let level = if own { 10.0 * level } else { 0.0 };
                [(id, 1, one, first + level), (id, 2, two, second + level + shift)]
            };
            values.iter().enumerate().flat_map(of).collect()
        };
        let (plain, moved) = (found(&rows(false, 0.0)), found(&rows(true, by_period)));
        for statistic in ["estimate", "se", "p"] {
            let (a, b) = (get(&plain, "B - A", statistic), get(&moved, "B - A", statistic));
            prop_assert!((a - b).abs() <= 1e-7 * a.abs().max(1.0), "{statistic}: {a}, {b}");
        }
        let swapped: Vec<(usize, usize, &str, f64)> = rows(false, 0.0)
            .into_iter()
            .map(|(id, period, drug, value)| (id, period, if drug == "A" { "B" } else { "A" }, value))
            .collect();
        let (a, b) = (get(&plain, "B - A", "estimate"), get(&found(&swapped), "B - A", "estimate"));
        prop_assert!((a + b).abs() <= 1e-9 * a.abs().max(1.0), "{a}, {b}");
    }
}
