//! What must hold of tests against a margin and of retained fractions, whatever the trial.

use std::collections::BTreeMap;

use crate::support::{Key, numbers_of, of_rows};
use prepost::analysis::Study;
use prepost::analysis::lasting::{
    equivalence::compute as equivalence, retained_fraction::compute as retained_fraction,
};
use prepost::trial::{Better, Margin, MarginUnit, Trial};
use proptest::prelude::*;

/// Two or three arms of four to eight, three occasions.
fn trials() -> impl Strategy<Value = Trial> {
    proptest::collection::vec(4usize..9, 2..4).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().sum();
        proptest::collection::vec(proptest::array::uniform3(-9.0..9.0f64), n).prop_map(move |rows| {
            let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| std::iter::repeat_n(arm as u32, n));
            let rows: Vec<(u32, Vec<f64>)> = arms
                .zip(&rows)
                .map(|(arm, [level, change, noise])| {
                    let gain = f64::from(arm) * 4.0;
                    (arm, vec![30.0 + level, 30.0 + level + gain + 0.4 * change, 30.0 + level + gain + 0.4 * noise])
                })
                .collect();
            of_rows(sizes.len(), &rows)
        })
    })
}

fn numbers(trial: &Trial) -> BTreeMap<Key, f64> {
    numbers_of(trial, |id| ["equivalence", "retained_fraction"].contains(&id))
}

fn of_method<'a>(found: &'a BTreeMap<Key, f64>, method: &'a str) -> impl Iterator<Item = (&'a Key, f64)> + 'a {
    found.iter().filter(move |(key, _)| key.0 == method).map(|(key, value)| (key, *value))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn equivalent_is_where_the_90_percent_interval_lies_inside_the_margin(trial in trials(), margin in 0.5..8.0f64) {
        let mut trial = trial;
        trial.outcomes[0].margin = Some(Margin { value: margin, unit: MarginUnit::Raw });
        let found = numbers(&trial);
        for method in ["equivalence", "equivalence_welch"] {
            for (key, p) in of_method(&found, method).filter(|(key, _)| key.2 == "p_tost") {
                let of = |statistic: &str| found[&(key.0.clone(), key.1.clone(), statistic.into())];
                prop_assert_eq!(p < 0.05, of("ci90_low") > -margin && of("ci90_high") < margin);
                prop_assert_eq!(p, of("p_lower").max(of("p_upper")));
            }
        }
    }

    #[test]
    fn turned_upside_down_the_verdict_stays(trial in trials()) {
        let mut turned = trial.clone();
        turned.outcomes[0].values.iter_mut().for_each(|value| *value = -*value);
        turned.outcomes[0].better = Better::Lower;
        let of = |trial: &Trial| {
            let study = Study::new(trial, 0).expect("an outcome");
            let found = study.result(&equivalence::EQUIVALENCE).expect("three occasions");
            found.kept.iter().map(|kept| (kept.held, kept.p_not_worse)).collect::<Vec<_>>()
        };
        for ((lasted, p), (other, q)) in of(&trial).into_iter().zip(of(&turned)) {
            prop_assert_eq!(lasted, other);
            prop_assert!(close(p, q), "{} {}", p, q);
        }
    }

    #[test]
    fn a_wider_margin_is_never_harder_to_stay_within(trial in trials(), margin in 0.5..5.0f64, more in 0.1..5.0f64) {
        let p = |margin: f64| {
            let mut trial = trial.clone();
            trial.outcomes[0].margin = Some(Margin { value: margin, unit: MarginUnit::Raw });
            numbers(&trial)
        };
        let (narrow, wide) = (p(margin), p(margin + more));
        for (key, value) in of_method(&narrow, "equivalence").filter(|(key, _)| key.2 == "p_tost") {
            prop_assert!(wide[key] <= value + 1e-12);
        }
    }

    #[test]
    fn a_fraction_has_no_unit(trial in trials(), scale in 0.1..20.0f64, shift in -50.0..50.0f64) {
        let mut other = trial.clone();
        other.outcomes[0].values.iter_mut().for_each(|value| *value = shift - scale * *value);
        let rows = |trial: &Trial| {
            let study = Study::new(trial, 0).expect("an outcome");
            study.result(&retained_fraction::RETAINED_FRACTION).expect("three occasions").rows.clone()
        };
        for (before, after) in rows(&trial).iter().zip(rows(&other)) {
            prop_assert!(close(before.fraction, after.fraction), "{} {}", before.fraction, after.fraction);
            prop_assert_eq!(
                before.limits.map(|limits| std::mem::discriminant(&limits)),
                after.limits.map(|limits| std::mem::discriminant(&limits))
            );
        }
    }
}
