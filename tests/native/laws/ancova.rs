//! The analysis of covariance: an example by hand, and what must hold for any trial.

use std::collections::BTreeMap;

use crate::support::{Key, numbers, of_rows};
use prepost::trial::Trial;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

fn get(found: &BTreeMap<Key, f64>, method: &str, term: &str, statistic: &str) -> Option<f64> {
    found.get(&(method.to_owned(), term.to_owned(), statistic.to_owned())).copied()
}

fn near(found: Option<f64>, wanted: f64) -> bool {
    found.is_some_and(|found| (found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-3))
}

/// Control (1, 1), (2, 3), (3, 2); A (2, 5), (3, 6), (4, 7). Within arms Sxx = 4, Sxy = 1 + 2, Syy = 4: slope 3/4, SSe =
/// 4 − 9/4 = 7/4 on 3. Difference 4 − 3/4·1 = 13/4, its variance MSe·(1/3 + 1/3 + 1/4) = MSe·11/12.
#[test]
fn by_hand() {
    let rows = [(0, 1.0, 1.0), (0, 2.0, 3.0), (0, 3.0, 2.0), (1, 2.0, 5.0), (1, 3.0, 6.0), (1, 4.0, 7.0)];
    let rows: Vec<(u32, Vec<f64>)> = rows.into_iter().map(|(arm, pre, post)| (arm, vec![pre, post])).collect();
    let found = numbers(&of_rows(2, &rows));
    let of = |method, term, statistic| get(&found, method, term, statistic);
    let mse = 1.75 / 3.0;
    assert!(near(of("ancova", "group | t1", "SS"), 3.25 * 3.25 / (11.0 / 12.0)));
    assert!(near(of("ancova", "group | t1", "error_SS"), 1.75));
    assert!(near(of("ancova", "baseline | t1", "SS"), 2.25));
    // ω²: (9/4 − MSe)/(9/4 + 5·MSe).
    assert!(near(of("ancova", "baseline | t1", "partial_omega2"), (2.25 - mse) / (2.25 + 5.0 * mse)));
    assert!(near(of("ancova_pairwise", "A - control | t1", "estimate"), 3.25));
    assert!(near(of("ancova_pairwise", "A - control | t1", "se"), (mse * 11.0 / 12.0).sqrt()));
    assert!(near(of("ancova_pairwise", "A - control | t1", "df"), 3.0));
    // Adjusted means at 2.5: 2 + 3/8 and 6 − 3/8.
    assert!(near(of("ancova_means", "control | t1", "estimate"), 2.375));
    assert!(near(of("ancova_means", "A | t1", "estimate"), 5.625));
    // Own slopes 1/2 and 1 leave 3/2 + 0 on 2: F = (1/4)/(3/4).
    assert!(near(of("ancova_slopes", "t1", "F"), 1.0 / 3.0));
    assert!(near(of("ancova_slopes", "t1", "df2"), 2.0));
    // Both arms have variance 1 at t1, so that d is the difference itself.
    assert!(near(of("ancova_pairwise", "A - control | t1", "d_adjusted"), 3.25));
}

#[test]
fn what_cannot_be_analysed_leaves_nothing_and_does_not_panic() {
    let trials: [&[(u32, Vec<f64>)]; 5] = [
        // One occasion.
        &[(0, vec![1.0]), (0, vec![2.0]), (1, vec![3.0]), (1, vec![5.0])],
        // Everybody alike at the first occasion.
        &[(0, vec![1.0, 2.0]), (0, vec![1.0, 3.0]), (1, vec![1.0, 5.0]), (1, vec![1.0, 9.0])],
        // Nothing left for error.
        &[(0, vec![1.0, 2.0]), (0, vec![2.0, 2.5]), (1, vec![3.0, 5.0])],
        // Nobody with both measures.
        &[(0, vec![1.0, f64::NAN]), (0, vec![2.0, f64::NAN]), (1, vec![f64::NAN, 5.0]), (1, vec![f64::NAN, 4.0])],
        // Nobody measured at the first occasion: a later one is no baseline.
        &[
            (0, vec![f64::NAN, 2.0, 3.0]),
            (0, vec![f64::NAN, 1.0, 4.0]),
            (1, vec![f64::NAN, 5.0, 4.0]),
            (1, vec![f64::NAN, 7.0, 3.0]),
        ],
    ];
    for rows in trials {
        let found = numbers(&of_rows(2, rows));
        assert!(!found.keys().any(|(method, ..)| method.starts_with("ancova")), "{rows:?}");
    }
    // A perfect fit has an estimate and no error to hold it against.
    let exact: Vec<(u32, Vec<f64>)> =
        (0..8).map(|p| (p % 2, vec![f64::from(p), 2.0 * f64::from(p) + f64::from(p % 2)])).collect();
    let found = numbers(&of_rows(2, &exact));
    assert!(near(get(&found, "ancova_pairwise", "A - control | t1", "estimate"), 1.0));
    assert_eq!(get(&found, "ancova_pairwise", "A - control | t1", "se"), None);
    assert_eq!(get(&found, "ancova_pairwise_hc3", "A - control | t1", "se"), None);
    assert_eq!(get(&found, "ancova_slopes", "t1", "F"), None);
    // One group.
    let alone: Vec<(u32, Vec<f64>)> = exact.iter().map(|(_, values)| (0, values.clone())).collect();
    assert!(!numbers(&of_rows(1, &alone)).keys().any(|(method, ..)| method.starts_with("ancova")));
}

type Rows = Vec<(u32, Vec<f64>)>;

/// Three arms of some sizes, three occasions that hang together.
fn rows() -> impl Strategy<Value = Rows> {
    proptest::collection::vec(4usize..9, 3).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().sum();
        proptest::collection::vec(proptest::array::uniform4(-3.0..3.0f64), n).prop_map(move |draws| {
            let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| vec![arm as u32; n]);
            arms.zip(draws).map(|(arm, [own, a, b, c])| (arm, vec![20.0 + own + a, 21.0 + own + b, 22.0 + c])).collect()
        })
    })
}

fn changed(rows: &Rows, change: impl Fn(usize, f64) -> f64) -> Trial {
    let change = |values: &Vec<f64>| values.iter().enumerate().map(|(t, &value)| change(t, value)).collect();
    of_rows(3, &rows.iter().map(|(arm, values)| (*arm, change(values))).collect::<Vec<_>>())
}

fn same(
    found: &BTreeMap<Key, f64>,
    other: &BTreeMap<Key, f64>,
    (method, term, statistic): (&str, &str, &str),
    factor: f64,
) -> Result<(), TestCaseError> {
    let (a, b) = (get(found, method, term, statistic), get(other, method, term, statistic));
    let equal = match (a, b) {
        (Some(a), Some(b)) => (a * factor - b).abs() <= 1e-7 * b.abs().max(1e-3),
        (None, None) => true,
        _ => false,
    };
    prop_assert!(equal, "{method} {term} {statistic}: {a:?}, {b:?}");
    Ok(())
}

const PAIRS: [&str; 3] = ["A - control | t1", "B - control | t1", "B - A | t1"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The change given the first occasion differs between arms as the later score given the first does: the model is the same.
    #[test]
    fn the_change_and_the_later_score_are_one_analysis(rows in rows()) {
        let found = numbers(&of_rows(3, &rows));
        let change: Rows =
            rows.iter().map(|(arm, v)| (*arm, vec![v[0], v[1] - v[0], v[2]])).collect();
        let other = numbers(&of_rows(3, &change));
        for pair in PAIRS {
            for statistic in ["estimate", "se", "t", "p_bonferroni", "p_tukey"] {
                same(&found, &other, ("ancova_pairwise", pair, statistic), 1.0)?;
            }
            same(&found, &other, ("ancova_pairwise_hc3", pair, "se"), 1.0)?;
        }
        same(&found, &other, ("ancova_slopes", "t1", "F"), 1.0)?;
        same(&found, &other, ("ancova", "group | t1", "F"), 1.0)?;
    }

    /// Another unit of either occasion changes no test; another unit of the later one multiplies the estimates.
    #[test]
    fn units_do_not_matter(rows in rows(), shift in -50.0..50.0f64, first in 0.1..9.0f64, later in 0.1..9.0f64) {
        let found = numbers(&of_rows(3, &rows));
        let other = numbers(&changed(&rows, |t, value| shift + value * if t == 0 { first } else { later }));
        for pair in PAIRS {
            for (method, statistic, factor) in [
                ("ancova_pairwise", "estimate", later),
                ("ancova_pairwise", "se", later),
                ("ancova_pairwise", "d_adjusted", 1.0),
                ("ancova_pairwise", "d_adjusted_ci95_low", 1.0),
                ("ancova_pairwise_hc3", "se", later),
                ("ancova_pairwise_hc3", "t", 1.0),
            ] {
                same(&found, &other, (method, pair, statistic), factor)?;
            }
        }
        for (method, term) in [("ancova", "group | t2"), ("ancova", "baseline | t2"), ("ancova_slopes", "t2")] {
            same(&found, &other, (method, term, "F"), 1.0)?;
            same(&found, &other, (method, term, "partial_omega2"), 1.0)?;
        }
    }

    /// The order of the participants is nothing; one more who lacks the later occasion is nothing to that occasion.
    #[test]
    fn order_and_dropout_elsewhere_do_not_matter(rows in rows()) {
        let found = numbers(&of_rows(3, &rows));
        let mut turned: Rows = rows.iter().rev().cloned().collect();
        turned.insert(2, (1, vec![19.0, f64::NAN, 23.0]));
        let other = numbers(&of_rows(3, &turned));
        for pair in PAIRS {
            for method in ["ancova_pairwise", "ancova_pairwise_hc3"] {
                for statistic in ["estimate", "se", "df", "p_holm"] {
                    same(&found, &other, (method, pair, statistic), 1.0)?;
                }
            }
        }
        same(&found, &other, ("ancova_means", "B | t1", "estimate"), 1.0)?;
        same(&found, &other, ("ancova_slopes", "t1", "p"), 1.0)?;
    }
}
