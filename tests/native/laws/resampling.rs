//! What must hold of resampling for any trial, tried on many.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::support::{Key, numbers, of_rows};
use prepost::analysis::resampling;
use prepost::analysis::resampling::job::{Job, Piece};
use prepost::analysis::{AnyMethod, Study};
use prepost::trial::{ResamplingPlan, Trial};

const REPLICATES: u32 = 199;

type Row = (u32, Vec<f64>);

/// Participants of two or three arms, two to nine in each, at two or three occasions.
fn rows() -> impl Strategy<Value = (usize, Vec<Row>)> {
    (proptest::collection::vec(2..9_usize, 2..4), 2..4_usize).prop_flat_map(|(sizes, occasions)| {
        let n: usize = sizes.iter().sum();
        proptest::collection::vec(proptest::collection::vec(-3.0..3.0f64, occasions), n).prop_map(move |scores| {
            let arms = sizes.iter().enumerate().flat_map(|(arm, &n)| vec![arm as u32; n]);
            let drift = |(arm, row): (u32, Vec<f64>)| {
                let row = row.iter().enumerate().map(|(t, y)| y + f64::from(arm) * t as f64);
                (arm, row.collect())
            };
            (sizes.len(), arms.zip(scores).map(drift).collect())
        })
    })
}

fn trial((n_arms, rows): &(usize, Vec<Row>), seed: u32) -> Trial {
    let mut trial = of_rows(*n_arms, rows);
    trial.plan.resampling = ResamplingPlan { replicates: REPLICATES, seed };
    trial
}

fn mapped((n_arms, rows): &(usize, Vec<Row>), of: impl Fn(f64) -> f64) -> (usize, Vec<Row>) {
    (*n_arms, rows.iter().map(|(arm, row)| (*arm, row.iter().copied().map(&of).collect())).collect())
}

/// The numbers that the pieces of those jobs make together.
fn of_jobs(trial: &Trial, jobs: impl FnOnce(Vec<Job>) -> Vec<Job>) -> BTreeMap<Key, f64> {
    let mut study = Study::new(trial, 0).expect("an outcome");
    let pieces: Vec<Piece> =
        jobs(resampling::work::jobs(&study)).into_iter().map(|j| resampling::work::work(&study, j)).collect();
    study.pieces = Some(&pieces);
    let mut out = Vec::new();
    resampling::METHOD.numbers(&study, &mut out);
    out.into_iter().map(|n| ((n.method.into(), n.term.to_string(), n.statistic.into()), n.value)).collect()
}

fn resampled(trial: &Trial) -> BTreeMap<Key, f64> {
    of_jobs(trial, |jobs| jobs)
}

fn is_p(key: &Key) -> bool {
    ["p", "p_maxt", "p_mc_low", "p_mc_high", "replicates", "exact"].contains(&key.2.as_str())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No arrangement is rarer than itself, and adjusting for more differences makes no p smaller.
    #[test]
    fn p_is_a_share_that_counts_the_observed(case in rows()) {
        let found = resampled(&trial(&case, 1));
        prop_assert!(found.keys().any(|key| key.0 == "permutation"));
        for (key, value) in &found {
            if ["p", "p_maxt"].contains(&key.2.as_str()) {
                prop_assert!((1.0 / f64::from(REPLICATES + 1)..=1.0).contains(value), "{key:?}: {value}");
            }
            if key.2 == "p_maxt" {
                let own = found[&(key.0.clone(), key.1.clone(), "p".into())];
                prop_assert!(*value >= own, "{key:?}: {value} below {own}");
            }
        }
    }

    /// The statistics are those of the tables that they stand beside.
    #[test]
    fn statistics_are_those_of_the_model(case in rows()) {
        let trial = trial(&case, 1);
        let (found, model) = (resampled(&trial), numbers(&trial));
        let mut compared = 0;
        for (key, value) in &found {
            let (method, statistic) = match (key.0.as_str(), key.2.as_str()) {
                ("permutation", "F") => ("mixed_anova", "F"),
                ("permutation_maxt", "t") => ("change_difference", "t"),
                ("bootstrap", "estimate") if key.1.contains(" x ") => ("change_difference", "estimate"),
                ("bootstrap", "estimate") => ("pairwise", "estimate"),
                _ => continue,
            };
            let other = model[&(method.into(), key.1.clone(), statistic.into())];
            prop_assert!((value - other).abs() <= 1e-9 * (1.0 + other.abs()), "{key:?}: {value}, in its table {other}");
            compared += 1;
        }
        let (arms, occasions) = (case.0, case.1[0].1.len());
        let (pairs, spans) = (arms * (arms - 1) / 2, occasions * (occasions - 1) / 2);
        prop_assert_eq!(compared, 1 + 2 * pairs * spans + pairs * occasions);
    }

    /// Another zero and another unit of the scale change no p, and move the intervals with them.
    #[test]
    fn the_scale_does_not_matter(case in rows(), shift in -50.0..50.0f64, factor in 0.1..10.0f64, flip in any::<bool>()) {
        let factor = if flip { -factor } else { factor };
        let (one, other) = (resampled(&trial(&case, 3)), resampled(&trial(&mapped(&case, |y| shift + factor * y), 3)));
        if !flip {
            prop_assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        }
        // Replicates equal to the estimate count as above it, as boot counts them, so that a flip is felt where there are some.
        let comparable = |key: &Key| !(flip && key.2.contains("bca"));
        for (key, value) in one.iter().filter(|(key, _)| comparable(key)) {
            let turned = match key.2.as_str() {
                low if flip && low.ends_with("_low") && key.0 == "bootstrap" => low.replace("_low", "_high"),
                high if flip && high.ends_with("_high") && key.0 == "bootstrap" => high.replace("_high", "_low"),
                same => same.into(),
            };
            let there = other[&(key.0.clone(), key.1.clone(), turned)];
            let expected = match (key.0.as_str(), key.2.as_str()) {
                _ if is_p(key) => *value,
                ("bootstrap", "se") => value * factor.abs(),
                ("bootstrap", _) => value * factor,
                (_, "t") => value * factor.signum(),
                _ => *value,
            };
            let tolerance = if is_p(key) { 0.0 } else { 1e-8 * (1.0 + expected.abs()) };
            prop_assert!((there - expected).abs() <= tolerance, "{key:?}: {there}, expected {expected}");
        }
    }

    /// A result depends on the data and the seed, not on how the work is cut or who does which part.
    #[test]
    fn the_cut_does_not_matter(case in rows(), cuts in proptest::collection::vec(0..REPLICATES, 0..5), turn in 0..7_usize) {
        let trial = trial(&case, 7);
        let whole = resampled(&trial);
        prop_assert_eq!(&whole, &resampled(&trial));
        let recut = |jobs: Vec<Job>| {
            let cut = |job: Job| {
                let mut at: Vec<u32> = cuts.iter().copied().filter(|c| job.from < *c && *c < job.to).collect();
                at.extend([job.from, job.to]);
                at.sort_unstable();
                at.dedup();
                at.windows(2).map(|ends| Job { from: ends[0], to: ends[1], ..job }).collect::<Vec<_>>()
            };
            let mut jobs: Vec<Job> = jobs.into_iter().flat_map(cut).collect();
            let by = turn % jobs.len();
            jobs.rotate_left(by);
            jobs.reverse();
            jobs
        };
        prop_assert_eq!(&whole, &of_jobs(&trial, recut));
    }

    /// Where every arrangement is visited, nothing is left to chance: neither the seed nor the order of rows matters.
    #[test]
    fn an_exact_p_has_no_seed(case in rows(), seed in 2..9_u32) {
        let one = resampled(&trial(&case, 1));
        let mut turned = case.clone();
        turned.1.reverse();
        let other = resampled(&trial(&turned, seed));
        let exact = |key: &Key| one.get(&(key.0.clone(), key.1.clone(), "exact".into())) == Some(&1.0);
        for (key, value) in one.iter().filter(|(key, _)| exact(key) && is_p(key)) {
            prop_assert_eq!(value, &other[key], "{:?}", key);
        }
    }
}

/// A piece that is missing, twice there or of another Plan gives no number rather than a wrong one.
#[test]
fn pieces_that_do_not_fit_give_nothing() {
    let rows = (0..12).map(|p| (p % 2, vec![f64::from(p * p % 7), f64::from(p * 5 % 11)])).collect();
    let mut trial = trial(&(2, rows), 1);
    // 924 arrangements of the arms, more than are visited: the jobs are several.
    trial.plan.resampling.replicates = 6_000;
    let study = Study::new(&trial, 0).expect("an outcome");
    let jobs = resampling::work::jobs(&study);
    assert!(jobs.len() > 3, "{jobs:?}");
    let missing = of_jobs(&trial, |jobs| jobs.into_iter().filter(|job| job.from == 0).collect());
    assert!(missing.keys().all(|key| key.0.starts_with("permutation")), "the one kind that is a single job");
    let twice = of_jobs(&trial, |jobs| jobs.iter().chain(&jobs).copied().collect());
    assert!(twice.is_empty());
}

/// Whatever cannot be given is left out, and says why where that does not go without saying.
#[test]
fn degenerate_trials_give_what_they_can() {
    let of = |rows: &[(u32, &[f64])]| {
        let rows: Vec<Row> = rows.iter().map(|(arm, row)| (*arm, row.to_vec())).collect();
        resampled(&trial(&(2, rows), 1))
    };
    let methods = |found: &BTreeMap<Key, f64>| -> Vec<String> {
        let mut names: Vec<String> = found.keys().map(|key| key.0.clone()).collect();
        names.dedup();
        names
    };
    let alike = of(&[(0, &[4.0, 4.0]), (0, &[4.0, 4.0]), (1, &[4.0, 4.0]), (1, &[4.0, 4.0])]);
    assert_eq!(methods(&alike), ["bootstrap"]);
    assert!(alike.keys().all(|key| key.2 == "estimate"), "{alike:?}");
    // One in each arm: no degrees of freedom for error, nothing to redraw.
    assert_eq!(methods(&of(&[(0, &[4.0, 5.0]), (1, &[4.0, 7.0])])), ["bootstrap"]);
    // The same baseline for all: no covariate.
    let flat = of(&[(0, &[4.0, 5.0]), (0, &[4.0, 6.0]), (1, &[4.0, 9.0]), (1, &[4.0, 8.0]), (1, &[4.0, 7.0])]);
    assert_eq!(methods(&flat), ["bootstrap", "permutation", "permutation_maxt"]);
    // One occasion has no change.
    let one = of(&[(0, &[4.0]), (0, &[6.0]), (1, &[9.0]), (1, &[7.0]), (1, &[8.0])]);
    assert_eq!(methods(&one), ["bootstrap"]);
    // Arms apart without variance within: the largest statistic there is, which one arrangement in three reaches.
    let apart = of(&[(0, &[1.0, 1.0]), (0, &[2.0, 2.0]), (1, &[3.0, 9.0]), (1, &[4.0, 10.0])]);
    assert_eq!(apart.get(&("permutation".into(), "group:occasion".into(), "p".into())), None);
}

/// More work than a visitor would wait for is refused with its reason, where the numbers would be.
#[test]
fn a_trial_too_large_to_resample_says_so() {
    let rows = (0..2_001).map(|p| (p % 2, vec![f64::from(p * p % 7), f64::from(p * 5 % 11)])).collect();
    let mut trial = trial(&(2, rows), 1);
    trial.plan.resampling.replicates = 100_000;
    let study = Study::new(&trial, 0).expect("an outcome");
    assert_eq!(resampling::work::jobs(&study), []);
    let refused =
        study.result(&resampling::compute::RESAMPLING).and_then(|found| found.refused.clone()).expect("a reason");
    assert_eq!(refused.message.id, "resampling-too-large");
    trial.plan.resampling.replicates = 10_000;
    let study = Study::new(&trial, 0).expect("an outcome");
    assert!(!resampling::work::jobs(&study).is_empty());
}
