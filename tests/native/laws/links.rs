//! Laws of links, on random trials: what cannot be read from one, and what comes back from it.

use crate::support;
use nalgebra::{DMatrix, DVector};
use prepost::analysis::Study;
use prepost::scale::{Items, ScalePlan, ScoringRule, SubscalePlan};
use prepost::share::{self, Link, Summary};
use prepost::trial::{ArmPlan, Margin, MarginUnit, OutcomePlan, Plan, ReliableChangePlan, Trial};
use proptest::prelude::*;

/// Arms of 10 to 25 participants at one to four occasions, whole scores or any numbers.
#[derive(Clone, Debug)]
struct Drawn {
    arms: Vec<DMatrix<f64>>,
    /// Directions to turn the participants of each arm in.
    turns: Vec<Vec<f64>>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (1..=3_usize, 1..=4_usize, any::<bool>()).prop_flat_map(|(n_arms, occasions, whole)| {
        let arm = (10..=25_usize).prop_flat_map(move |n| {
            let values = proptest::collection::vec(-40.0..40.0f64, n * occasions);
            let round = move |value: f64| if whole { value.round() } else { value };
            let scores = values.prop_map(move |values| {
                DMatrix::from_row_iterator(n, occasions, values.into_iter().map(|value| 50.0 + round(value)))
            });
            (scores, proptest::collection::vec(-1.0..1.0f64, n))
        });
        proptest::collection::vec(arm, n_arms).prop_map(|arms| {
            let (arms, turns) = arms.into_iter().unzip();
            Drawn { arms, turns }
        })
    })
}

impl Drawn {
    fn trial(&self, arms: &[DMatrix<f64>]) -> Trial {
        let rows = arms.iter().zip(0_u32..).flat_map(|(scores, arm)| {
            scores.row_iter().map(move |row| (arm, row.iter().copied().collect::<Vec<f64>>()))
        });
        let mut trial = support::of_rows(arms.len(), &rows.collect::<Vec<_>>());
        trial.plan = plan(&trial);
        trial
    }

    /// The same means and covariances by other people: each arm reflected across a plane that holds its mean.
    fn others(&self) -> Vec<DMatrix<f64>> {
        let reflected = |(scores, turn): (&DMatrix<f64>, &Vec<f64>)| {
            let mut v = DVector::from_column_slice(turn);
            let mean = v.mean();
            v.add_scalar_mut(-mean);
            let length = v.norm_squared();
            scores - &v * (2.0 / length) * (v.transpose() * scores)
        };
        self.arms.iter().zip(&self.turns).map(reflected).collect()
    }
}

fn plan(trial: &Trial) -> Plan {
    let arm = ArmPlan {
        column: "group".into(),
        levels: trial.arms.clone(),
        control: trial.arms.first().cloned(),
        ..ArmPlan::default()
    };
    let columns = trial.occasions.iter().map(|occasion| format!("score_{occasion}")).collect();
    Plan {
        arm: trial.has_arms.then_some(arm),
        occasions: trial.occasions.clone(),
        outcomes: vec![OutcomePlan { name: "score".into(), columns, ..OutcomePlan::default() }],
        ..Plan::default()
    }
}

fn summary(trial: &Trial) -> Option<Summary> {
    share::shared(trial, &trial.plan).summary
}

fn text(trial: &Trial) -> String {
    share::write(&Link { plan: trial.plan.clone(), registered: None, summary: summary(trial), fingerprint: None })
}

/// The smallest and the largest of every column.
fn extremes(scores: &DMatrix<f64>) -> Vec<(f64, f64)> {
    scores.column_iter().map(|column| (column.min(), column.max())).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs())
}

/// Columns that are numbered, and others.
fn columns() -> impl Strategy<Value = Vec<String>> {
    let numbered = ("[a-z_]{0,3}[0-9]{0,2}[_.]?", 0..12_u32, 0..30_u32, any::<bool>(), "[_.]?[a-z0-9]{0,3}").prop_map(
        |(before, from, n, padded, after)| {
            let name = |number: u32| {
                if padded { format!("{before}{number:02}{after}") } else { format!("{before}{number}{after}") }
            };
            (from..from + n).map(name).collect::<Vec<String>>()
        },
    );
    let any_names = proptest::collection::vec("[ -~]{0,6}|[۰-۹ا-ی]{1,4}", 0..5);
    proptest::collection::vec(prop_oneof![numbered, any_names], 0..4).prop_map(|parts| parts.concat())
}

/// As people write them: JSON keeps numbers of few decimals to the last bit.
fn percent() -> impl Strategy<Value = f64> {
    (10..100_i32).prop_map(|percent| f64::from(percent) / 100.0)
}

fn scale() -> impl Strategy<Value = ScalePlan> {
    let by_occasion = proptest::collection::btree_map("[a-z]{1,4}", columns(), 0..4).prop_map(Items::ByOccasion);
    let items = prop_oneof![columns().prop_map(Items::Once), by_occasion];
    let key = proptest::option::of(Just("mbi-hss".to_owned()));
    let subscale = ("[a-z]{0,5}", proptest::collection::vec(1..30_usize, 0..5))
        .prop_map(|(name, items)| SubscalePlan { name, items, ..SubscalePlan::default() });
    let rules = prop_oneof![Just(ScoringRule::Sum), Just(ScoringRule::Mean), Just(ScoringRule::SumTimes4)];
    (
        "[A-Z]{0,4}",
        key,
        any::<bool>(),
        items,
        columns(),
        rules,
        proptest::collection::vec(subscale, 0..3),
        proptest::option::of(percent()),
    )
        .prop_map(|(name, key, confirmed, items, reverse, score, subscales, least_answered)| ScalePlan {
            name,
            key,
            confirmed,
            items,
            reverse,
            range: confirmed.then_some([0.0, 6.0]),
            score,
            subscales,
            least_answered,
            shift: confirmed.then_some(1.0),
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Who has which id, and in which order they stand, is not in a link: without both it is the same link.
    #[test]
    fn no_id_and_no_row_can_be_read(drawn in drawn(), turn in 1..9_usize) {
        let trial = drawn.trial(&drawn.arms);
        let mut arms = drawn.arms.clone();
        for scores in &mut arms {
            let n = scores.nrows();
            *scores = DMatrix::from_fn(n, scores.ncols(), |row, col| scores[((row + turn) % n, col)]);
        }
        let mut other = drawn.trial(&arms);
        other.ids.iter_mut().for_each(|id| *id = format!("someone else {id}"));
        let (sent, again) = (summary(&trial), summary(&other));
        prop_assert_eq!(sent.is_some(), again.is_some());
        if let (Some(sent), Some(again)) = (sent, again) {
            // Whole scores come to the same letters; of others sums may round otherwise.
            if !sent.outcomes[0].divisors.is_empty() {
                prop_assert_eq!(text(&trial), text(&other));
            }
            for (one, two) in sent.outcomes[0].cells.iter().zip(&again.outcomes[0].cells) {
                prop_assert!(one.means.iter().zip(&two.means).all(|(a, b)| close(*a, *b)));
            }
        }
    }

    /// Other people with other values, other smallest and other largest ones, make a link of the same numbers: whatever
    /// is read from it, those cannot be.
    #[test]
    fn no_minimum_and_no_maximum_can_be_read(drawn in drawn()) {
        let trial = drawn.trial(&drawn.arms);
        let arms = drawn.others();
        let other = drawn.trial(&arms);
        let (sent, again) = (share::OutcomeSummary::of(&Study::new(&trial, 0).expect("an outcome"), 0),
                             share::OutcomeSummary::of(&Study::new(&other, 0).expect("an outcome"), 0));
        for (one, two) in sent.cells.iter().zip(&again.cells) {
            prop_assert_eq!(one.n, two.n);
            prop_assert!(one.means.iter().zip(&two.means).all(|(a, b)| close(*a, *b)));
            let products = one.cross_products.iter().zip(two.cross_products.iter());
            let scale = one.cross_products.amax();
            prop_assert!(products.into_iter().all(|(a, b)| (a - b).abs() <= 1e-9 * scale));
        }
        for (own, others) in drawn.arms.iter().zip(&arms) {
            for ((low, high), (other_low, other_high)) in extremes(own).into_iter().zip(extremes(others)) {
                prop_assert!(low != other_low && high != other_high);
            }
            prop_assert!(own.row_iter().zip(others.row_iter()).all(|(own, other)| own != other));
        }
    }

    /// What is sent comes back: the same Plan, the same numbers, and by those who stand in the same means and covariances.
    #[test]
    fn what_is_sent_comes_back(drawn in drawn()) {
        let trial = drawn.trial(&drawn.arms);
        let sent = Link { plan: trial.plan.clone(), registered: None, summary: summary(&trial), fingerprint: None };
        let opened = share::open(&share::write(&sent)).expect("a link");
        prop_assert_eq!(&opened, &sent);
        prop_assert_eq!(share::write(&opened), share::write(&sent));
        if let Some(summary) = &opened.summary {
            let stand_ins = share::trial(&opened.plan, &opened.plan, summary).expect("stand-ins");
            let of = |trial: &Trial| share::OutcomeSummary::of(&Study::new(trial, 0).expect("an outcome"), 0);
            for (made, own) in of(&stand_ins).cells.iter().zip(&of(&trial).cells) {
                prop_assert!(made.means.iter().zip(&own.means).all(|(a, b)| close(*a, *b)));
                let scale = own.cross_products.amax();
                prop_assert!((&made.cross_products - &own.cross_products).amax() <= 1e-10 * scale);
            }
        }
    }

    /// A Plan with questionnaires comes back, however their columns are called.
    #[test]
    fn questionnaires_come_back(scales in proptest::collection::vec(scale(), 0..4), change in proptest::option::of(percent())) {
        let reliable_change = change.map(|reliability| ReliableChangePlan {
            reliability: Some(reliability),
            ..ReliableChangePlan::default()
        });
        let outcome = OutcomePlan { name: "score".into(), columns: vec!["score".into()], reliable_change, ..OutcomePlan::default() };
        let plan = Plan { outcomes: vec![outcome], scales, ..Plan::default() };
        let text = share::plan_text(&plan);
        prop_assert_eq!(Plan::from_json(&text), Ok(plan.clone()));
        let sent = Link { plan, registered: None, summary: None, fingerprint: None };
        prop_assert_eq!(share::open(&share::write(&sent)), Ok(sent));
    }

    /// Any bytes and any letters open to nothing, without a panic.
    #[test]
    fn what_is_no_link_is_refused(letters in "[ -~]{0,200}", code in "1\\.[A-Za-z0-9_-]{0,300}") {
        prop_assert!(share::open(&letters).is_err());
        prop_assert!(share::open(&code).is_err());
    }
}

proptest! {
    /// What a person writes as a number, to nearly fifteen digits, is read as written, and the Plan's text is the same again.
    #[test]
    fn a_written_number_stays_what_it_is(digits in -900_719_925_474_099_i64..=900_719_925_474_099, power in -20..=0_i32) {
        let value: f64 = format!("{digits}e{power}").parse().expect("a number");
        let margin = Some(Margin { value, unit: MarginUnit::Raw });
        let plan = Plan { outcomes: vec![OutcomePlan { margin, ..OutcomePlan::default() }], ..Plan::default() };
        let text = share::plan_text(&plan);
        let back = Plan::from_json(&text).expect("a Plan");
        prop_assert_eq!(&back, &plan);
        prop_assert_eq!(share::plan_text(&back), text);
    }
}
