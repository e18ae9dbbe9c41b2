//! Permutation, Freedman–Lane and bootstrap against answers made elsewhere: every arrangement in fractions, and R's boot.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{Key, fixture, plan, trial};
use prepost::analysis::resampling;
use prepost::analysis::{AnyMethod, Study};
use prepost::model::resample::bca;
use prepost::model::resample::sample::{MeanDifference, Sample};

/// Every number that resampling gives for a fixture.
fn found(folder: &Path) -> BTreeMap<Key, f64> {
    let trial = trial(folder, &plan(folder));
    let mut study = Study::new(&trial, 0).expect("an outcome");
    let pieces: Vec<_> =
        resampling::work::jobs(&study).into_iter().map(|job| resampling::work::work(&study, job)).collect();
    study.pieces = Some(&pieces);
    let mut numbers = Vec::new();
    resampling::METHOD.numbers(&study, &mut numbers);
    numbers.into_iter().map(|n| ((n.method.into(), n.term.to_string(), n.statistic.into()), n.value)).collect()
}

fn answers(path: &Path) -> Vec<(Key, f64)> {
    let mut reader = csv::Reader::from_path(path).expect("the answers");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| ((row[1].into(), row[2].into(), row[3].into()), row[4].parse().expect("a number"))).collect()
}

/// Exact p-values are shares of counts: one arrangement more or less would be far beyond the tolerance.
#[test]
fn every_arrangement_is_counted_as_in_fractions() {
    for (case, numbers) in [("rearranged_two", 15), ("rearranged_three", 63)] {
        let found = found(&fixture(case));
        let answers = answers(&fixture(case).join("resampled.csv"));
        assert_eq!(answers.len(), numbers);
        for (key, answer) in answers {
            let mine = *found.get(&key).unwrap_or_else(|| panic!("{case} {key:?} is absent"));
            assert!((mine - answer).abs() <= 1e-12 * (1.0 + answer.abs()), "{case} {key:?}: {mine}, counted {answer}");
        }
    }
}

/// Of the same replicates the limits are those of boot.ci.
#[test]
fn limits_are_those_of_boot() {
    let folder = fixture("bootstrap");
    let trial = trial(&folder, &plan(&folder));
    let sample = Sample::new(trial.arm.clone(), 3, 3, trial.outcomes[0].values.clone());
    let asked = [
        ("(post - pre) x (A - wait)", MeanDifference { arm: 1, against: 0, to: 1, from: Some(0) }),
        ("(fu - pre) x (B - A)", MeanDifference { arm: 2, against: 1, to: 2, from: Some(0) }),
        ("B - wait | pre", MeanDifference { arm: 2, against: 0, to: 0, from: None }),
    ];
    let answers: BTreeMap<Key, f64> = answers(&folder.join("limits.csv")).into_iter().collect();
    for (column, (term, difference)) in asked.iter().enumerate() {
        let mut reader = csv::Reader::from_path(folder.join("replicates.csv")).expect("the replicates");
        let rows = reader.records().map(|row| row.expect("a row"));
        let mut replicates: Vec<f64> = rows.map(|row| row[column].trim().parse().expect("a number")).collect();
        let answer = |statistic: &str| answers[&("bootstrap".into(), (*term).into(), statistic.into())];
        let acceleration = bca::acceleration(&sample, difference);
        let limits = bca::limits(&mut replicates, answer("estimate"), acceleration, 0.025).expect("limits");
        let (low, high) = limits.bca.expect("both limits");
        for (statistic, mine) in [
            ("se", limits.se),
            ("ci95_percentile_low", limits.percentile.0),
            ("ci95_percentile_high", limits.percentile.1),
            ("ci95_bca_low", low),
            ("ci95_bca_high", high),
        ] {
            assert!((mine - answer(statistic)).abs() <= 1e-9, "{term} {statistic}: {mine}, boot {}", answer(statistic));
        }
    }
}

/// Replicates of our own: 100 000 of them, against 99 999 of R's. The Monte Carlo error of a limit's difference is some 0.012
/// standard errors, that of the standard error itself 0.3 %.
#[test]
fn own_replicates_give_what_those_of_boot_give() {
    let folder = fixture("bootstrap");
    let found = found(&folder);
    let answers = answers(&folder.join("resampled.csv"));
    assert_eq!(answers.len(), 18 * 6);
    for (key, answer) in answers {
        let mine = found[&key];
        let se = found[&(key.0.clone(), key.1.clone(), "se".into())];
        let tolerance = match key.2.as_str() {
            "estimate" => 1e-12,
            "se" => 0.015 * se,
            _ => 0.06 * se,
        };
        assert!((mine - answer).abs() <= tolerance, "{key:?}: {mine}, boot {answer}");
    }
}
