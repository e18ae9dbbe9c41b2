//! What must hold for Bayes factors of any trial.

use proptest::prelude::*;

use crate::support::{Key, numbers_of, of_rows};
use prepost::model::bayes::{Jzs, NormalSample};
use prepost::trial::Trial;

/// Rows of two or three arms at three occasions.
fn rows() -> impl Strategy<Value = (usize, Vec<(u32, Vec<f64>)>)> {
    (2..=3usize, proptest::collection::vec(proptest::collection::vec(-3.0..3.0f64, 3), 12..30)).prop_map(
        |(arms, values)| {
            let rows = values.into_iter().enumerate().map(|(p, row)| ((p % arms) as u32, row)).collect();
            (arms, rows)
        },
    )
}

fn factors(trial: &Trial) -> Vec<(Key, f64)> {
    numbers_of(trial, |id| id.starts_with("bayes")).into_iter().collect()
}

fn mapped(rows: &[(u32, Vec<f64>)], change: impl Fn(f64) -> f64) -> Vec<(u32, Vec<f64>)> {
    rows.iter().map(|(arm, values)| (*arm, values.iter().map(|&value| change(value)).collect())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Units, direction and the order of rows are nothing to a Bayes factor.
    #[test]
    fn scale_sign_and_order_do_not_matter((arms, rows) in rows(), scale in 0.01..100.0f64) {
        let before = factors(&of_rows(arms, &rows));
        prop_assert!(before.len() > 20);
        let mut reversed = rows.clone();
        reversed.reverse();
        for other in [mapped(&rows, |v| scale * v + 50.0 * scale), mapped(&rows, |v| -v), reversed] {
            let after = factors(&of_rows(arms, &other));
            prop_assert_eq!(before.len(), after.len());
            for ((key, value), (_, again)) in before.iter().zip(&after) {
                prop_assert!((value - again).abs() <= 1e-8 * (1.0 + value.abs()), "{:?}: {} became {}", key, value, again);
            }
        }
    }

    /// With two arms the one-way analysis of scale r/√2 is the t test of scale r.
    #[test]
    fn two_arms_are_a_t_test(n in (2..300usize, 2..300usize), mean in -5.0..5.0f64, ss in (0.1..50.0f64, 0.1..50.0f64), r in 0.1..2.0f64) {
        let arms = [NormalSample { n: n.0 as f64, mean: 0.0, ss: ss.0 }, NormalSample { n: n.1 as f64, mean, ss: ss.1 }];
        let t = Jzs::two_samples(&arms[0], &arms[1]).expect("variance").log_bf10(r);
        let one_way = Jzs::one_way(&arms).expect("variance").log_bf10(r / 2f64.sqrt());
        prop_assert!((t - one_way).abs() <= 1e-11 * (1.0 + t.abs()), "{} {}", t, one_way);
    }

    /// The further apart, the more for a difference; with equal means the null is favoured, the more so the wider the prior.
    #[test]
    fn it_grows_with_t_and_the_null_gains_by_width(n in 2..2000usize, t in 0.0..60.0f64, r in 0.1..2.0f64) {
        let at = |t: f64, r: f64| {
            let sample = NormalSample { n: n as f64, mean: t / (n as f64).sqrt(), ss: n as f64 - 1.0 };
            Jzs::one_sample(&sample).expect("variance").log_bf10(r)
        };
        prop_assert!(at(t + 0.5, r) > at(t, r));
        prop_assert!(at(0.0, r) < 0.0 && at(0.0, 1.1 * r) < at(0.0, r));
    }
}

/// Arms without spread, or of one: nothing is said, and nothing else is lost.
#[test]
fn no_variance_has_no_factor() {
    let constant: Vec<(u32, Vec<f64>)> = (0..8).map(|p| (p % 2, vec![0.1 + f64::from(p % 2), 0.3])).collect();
    assert_eq!(factors(&of_rows(2, &constant)), Vec::new());
    let alone = vec![(0, vec![1.0, 2.0]), (1, vec![2.0, 2.5])];
    assert_eq!(factors(&of_rows(2, &alone)), Vec::new());
}
