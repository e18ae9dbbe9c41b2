//! Data that break a textbook's formulas: every number that can be given is given, and a Problem says why others are not.

use std::collections::BTreeMap;

use crate::support::{Key, numbers, of_rows};
use prepost::analysis::{Study, methods};
use prepost::trial::{Covariate, Factor, Trial, WithinPlan};

/// The codes of everything that the study and its methods say they lack.
fn problems(trial: &Trial) -> Vec<&'static str> {
    let study = Study::new(trial, 0).expect("an outcome");
    let mut codes: Vec<&'static str> = study.problems.iter().map(prepost::notice::Problem::code).collect();
    for method in methods() {
        codes.extend(method.problems(&study).iter().map(prepost::notice::Problem::code));
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn has(found: &BTreeMap<Key, f64>, method: &str, term: &str, statistic: &str) -> bool {
    found.contains_key(&(method.to_owned(), term.to_owned(), statistic.to_owned()))
}

/// Scores that differ in no simple pattern.
fn scores(n: usize, occasions: usize) -> Vec<Vec<f64>> {
    (0..n)
        .map(|p| (0..occasions).map(|t| ((p * 7 + t * t * 3 + p * t * 5) % 11) as f64 + 0.5 * p as f64).collect())
        .collect()
}

fn two_arms(n: usize, occasions: usize) -> Vec<(u32, Vec<f64>)> {
    scores(n, occasions).into_iter().enumerate().map(|(p, values)| ((p % 2) as u32, values)).collect()
}

#[test]
fn a_copied_column_leaves_the_univariate_tests() {
    let mut rows = two_arms(12, 3);
    rows.iter_mut().for_each(|row| row.1[2] = row.1[1]);
    let trial = of_rows(2, &rows);
    let found = numbers(&trial);
    assert!(problems(&trial).contains(&"covariance-singular"));
    assert!(has(&found, "mixed_anova", "group:occasion", "p_gg"));
    assert!(has(&found, "sphericity", "occasion", "epsilon_gg"));
    assert!(!has(&found, "sphericity", "occasion", "mauchly_p"));
    assert!(!has(&found, "multivariate", "occasion [Pillai]", "F"));
    assert!(has(&found, "pairwise", "t2 - t1 | A", "estimate") && !has(&found, "pairwise", "t2 - t1 | A", "se"));
    assert!(has(&found, "pairwise", "t1 - t0 | A", "p_holm"));
}

#[test]
fn fewer_participants_than_occasions() {
    let trial = of_rows(2, &two_arms(5, 6));
    let found = numbers(&trial);
    assert!(problems(&trial).contains(&"too-few-for-sphericity"));
    assert!(problems(&trial).contains(&"too-few-for-multivariate"));
    assert!(has(&found, "mixed_anova", "occasion", "p_gg"));
    assert!(has(&found, "change_difference", "(t5 - t0) x (A - control)", "p"));
    assert!(!has(&found, "multivariate", "occasion [Wilks]", "statistic"));
}

#[test]
fn one_participant_has_means_and_no_tests() {
    let trial = of_rows(1, &[(0, vec![1.0, 4.0, 2.0])]);
    let found = numbers(&trial);
    assert_eq!(problems(&trial), ["too-few-for-multivariate", "too-few-for-sphericity"]);
    assert!(has(&found, "marginal_means", "t1", "estimate") && !has(&found, "marginal_means", "t1", "se"));
    assert!(has(&found, "pairwise", "t1 - t0", "estimate") && !has(&found, "pairwise", "t1 - t0", "p"));
    assert!(has(&found, "mixed_anova", "occasion", "SS") && !has(&found, "mixed_anova", "occasion", "F"));
}

#[test]
fn an_arm_of_one_leans_on_the_others() {
    let mut rows = two_arms(20, 3);
    rows.retain(|row| row.0 == 0);
    rows.push((1, vec![3.0, 5.0, 9.0]));
    rows.push((1, vec![3.0, f64::NAN, 9.0]));
    let trial = of_rows(2, &rows);
    let found = numbers(&trial);
    // The two have the same scores wherever both were measured, and so the same change.
    let told = ["arm-with-one-complete", "effect-sizes-without-variance", "rank-ats-too-few", "welch-without-variance"];
    assert_eq!(problems(&trial), told);
    assert!(has(&found, "change_difference", "(t1 - t0) x (A - control)", "p"));
    assert!(!has(&found, "change_difference_unequal", "(t1 - t0) x (A - control)", "p"));
    assert!(!has(&found, "descriptives", "A, t1", "sd"));
}

#[test]
fn a_constant_outcome_has_no_error() {
    let trial = of_rows(2, &(0..8).map(|p| (p % 2, vec![0.1; 3])).collect::<Vec<_>>());
    let found = numbers(&trial);
    assert!(problems(&trial).contains(&"no-variance-within"));
    assert_eq!(found[&("marginal_means".into(), "A, t1".into(), "estimate".into())], 0.1);
    assert!(found.keys().all(|key| key.2 != "F" && key.2 != "t" && !key.2.starts_with("p_")));
}

#[test]
fn arms_that_only_differ_between_have_no_error_either() {
    // Within the arms everybody has the same values; the arms differ.
    let trial = of_rows(2, &(0..8).map(|p| (p % 2, vec![0.1 + f64::from(p % 2), 0.7, 0.3])).collect::<Vec<_>>());
    assert!(problems(&trial).contains(&"no-variance-within"));
    // Taken as one group they differ.
    let of_arms = |key: &&(String, String, String)| !key.1.ends_with("(all)");
    assert!(numbers(&trial).keys().filter(|key| of_arms(key)).all(|key| key.2 != "F" && key.2 != "t"));
}

#[test]
fn nobody_at_an_occasion_leaves_the_occasion_out() {
    let mut rows = two_arms(10, 3);
    rows.iter_mut().for_each(|row| row.1[1] = f64::NAN);
    let trial = of_rows(2, &rows);
    let found = numbers(&trial);
    assert_eq!(problems(&trial), [""; 0], "the Trial says it");
    assert!(has(&found, "change_difference", "(t2 - t0) x (A - control)", "p"));
    assert!(has(&found, "descriptives", "A, t1", "missing") && !has(&found, "descriptives", "A, t1", "mean"));
}

#[test]
fn an_arm_that_dropped_out_is_left_out_of_the_model() {
    let mut rows = two_arms(10, 3);
    rows.iter_mut().filter(|row| row.0 == 1).for_each(|row| row.1[2] = f64::NAN);
    rows.extend(scores(4, 3).into_iter().map(|values| (2, values)));
    let trial = of_rows(3, &rows);
    let found = numbers(&trial);
    assert!(has(&found, "pairwise", "B - control | t2", "p") && !has(&found, "pairwise", "A - control | t2", "p"));
    assert!(has(&found, "descriptives", "A, t1", "mean"));
}

#[test]
fn nobody_complete_leaves_the_descriptives() {
    let rows: Vec<_> = (0..6).map(|p| (p % 2, if p < 3 { vec![1.0, f64::NAN] } else { vec![f64::NAN, 2.0] })).collect();
    let trial = of_rows(2, &rows);
    assert!(numbers(&trial).keys().all(|key| ["descriptives", "missingness"].contains(&key.0.as_str())));
}

/// 14 participants, two arms, a further factor of which one combination with the arms is empty.
fn with_empty_cell() -> Trial {
    let mut trial = of_rows(2, &two_arms(14, 3));
    let codes = (0..14).map(|p| Some(if p % 2 == 0 { (p / 2 % 2) as u32 } else { 0 })).collect();
    trial.factors = vec![Factor { name: "gender".into(), levels: vec!["f".into(), "m".into()], codes }];
    trial
}

#[test]
fn an_empty_cell_costs_the_interaction() {
    let trial = with_empty_cell();
    let found = numbers(&trial);
    assert_eq!(problems(&trial), ["term-not-estimable"]);
    assert!(has(&found, "mixed_anova", "group:occasion", "p") && has(&found, "mixed_anova", "gender", "p"));
    assert!(!has(&found, "mixed_anova", "group:gender", "p"));
    assert!(has(&found, "pairwise", "A - control | t1", "p"));
    // N − 1 − 1 − 1: the additive model.
    assert_eq!(found[&("mixed_anova".into(), "gender".into(), "df2".into())], 11.0);
    assert!(!has(&found, "pairwise_unequal", "A - control | t1", "se"));
}

#[test]
fn a_factor_that_is_the_arm_again_is_left_out() {
    let mut trial = of_rows(2, &two_arms(10, 2));
    let codes = trial.arm.iter().map(|&arm| Some(arm)).collect();
    trial.factors = vec![Factor { name: "site".into(), levels: vec!["x".into(), "y".into()], codes }];
    assert_eq!(problems(&trial), ["term-not-estimable"]);
    assert!(has(&numbers(&trial), "change_difference", "(t1 - t0) x (A - control)", "p"));
}

#[test]
fn a_constant_covariate_is_left_out() {
    let mut trial = of_rows(2, &two_arms(12, 2));
    let plain = numbers(&trial);
    trial.covariates = vec![Covariate { name: "age".into(), values: vec![0.1; 12] }];
    assert_eq!(problems(&trial), ["covariate-not-estimable"]);
    let found = numbers(&trial);
    let key: Key = ("change_difference".into(), "(t1 - t0) x (A - control)".into(), "p".into());
    assert!((found[&key] - plain[&key]).abs() < 1e-12);
}

#[test]
fn a_covariate_given_twice_counts_once() {
    let mut trial = of_rows(2, &two_arms(12, 2));
    let age = |name: &str| Covariate { name: name.into(), values: (0..12).map(|p| f64::from(p * p % 7)).collect() };
    trial.covariates = vec![age("age")];
    let once = numbers(&trial);
    trial.covariates = vec![age("age"), age("age again")];
    assert_eq!(problems(&trial), ["covariate-not-estimable"]);
    let twice = numbers(&trial);
    let key: Key = ("mixed_anova".into(), "age".into(), "p".into());
    assert!((once[&key] - twice[&key]).abs() < 1e-9);
}

#[test]
fn many_factors_and_conditions_do_not_explode() {
    let mut trial = of_rows(2, &two_arms(16, 4));
    trial.occasions.truncate(2);
    trial.within = vec![WithinPlan { name: "hour".into(), levels: vec!["am".into(), "pm".into()] }];
    trial.factors = (0..8)
        .map(|f| Factor {
            name: format!("f{f}"),
            levels: (0..4).map(|l| l.to_string()).collect(),
            codes: (0..16).map(|p| Some(((p * (f + 3)) / 5 % 4) as u32)).collect(),
        })
        .collect();
    let found = numbers(&trial);
    assert!(problems(&trial).contains(&"term-not-estimable"));
    assert!(!found.is_empty());
}

#[test]
fn every_problem_has_its_words() {
    let words = prepost::report::Words::english();
    let trials = [
        of_rows(1, &[(0, vec![1.0, 4.0, 2.0])]),
        of_rows(2, &two_arms(5, 6)),
        with_empty_cell(),
        of_rows(2, &[(0, vec![f64::NAN, 1.0])]),
    ];
    for trial in &trials {
        let study = Study::new(trial, 0).expect("an outcome");
        for problem in &study.problems {
            let said = words.plain(&problem.message);
            assert!(words.has(problem.code()) && !said.contains('{') && !said.ends_with('.'), "{said}");
        }
    }
}
