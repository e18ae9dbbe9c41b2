//! Mixed models of the BtheB trial that mmrm's tables do not hold, against `tests/fixtures/mixed/reference.R`: Toeplitz, a
//! random slope, ML, a Σ for each arm, a common mean before treatment, robust covariances.

use std::collections::BTreeMap;

use prepost::model::mixed::{
    Estimation, Inference, MeanStructure, MixedModel, MixedSpecification, Participant, Sandwich, Structure, Variances,
};
use prepost::model::{ContrastWeights, ErrorTerm, Estimate};

use crate::support;

const OCCASIONS: [&str; 5] = ["pre", "m2", "m3", "m5", "m8"];

fn participants() -> Vec<Participant> {
    let mut reader = csv::Reader::from_path(support::fixture("bthebl/data.csv")).expect("data.csv");
    let at = |row: &csv::StringRecord| {
        let values = (4..9).map(|column| row[column].parse().unwrap_or(f64::NAN)).collect();
        Participant { at: vec![usize::from(&row[1] == "BtheB")], covariates: Vec::new(), values }
    };
    reader.records().map(|row| at(&row.expect("a row"))).collect()
}

fn reference() -> BTreeMap<(String, String), f64> {
    let mut reader = csv::Reader::from_path(support::fixture("mixed/reference.csv")).expect("reference.csv");
    let row = |row: csv::StringRecord| ((row[0].to_owned(), row[1].to_owned()), row[2].parse().expect("a number"));
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

fn model(structure: Structure, change: impl Fn(&mut MixedSpecification)) -> MixedModel {
    let means = MeanStructure::cells(vec![2], OCCASIONS.len());
    let mut specification = MixedSpecification { means, structure, by_arm: false, estimation: Estimation::Restricted };
    change(&mut specification);
    MixedModel::new(specification, &participants()).expect("a fit")
}

/// The difference of the arms at each occasion, and in change from the first.
fn estimates(model: &MixedModel, inference: Inference) -> Vec<(String, Estimate)> {
    let grid = model.grid(inference, vec![OCCASIONS.len()]).expect("a grid");
    let weights = |at: usize, from: Option<usize>| -> Vec<f64> {
        let is = |i: usize, here: usize| f64::from(u8::from(i == here));
        (0..OCCASIONS.len()).map(|i| is(i, at) - from.map_or(0.0, |from| is(i, from))).collect()
    };
    let estimate = |measures: Vec<f64>| {
        grid.estimate(&ContrastWeights { between: vec![vec![-1.0, 1.0]], measures }, ErrorTerm::Separate)
    };
    let at = (0..OCCASIONS.len()).map(|t| (format!("BtheB - TAU | {}", OCCASIONS[t]), estimate(weights(t, None))));
    let change = |t: usize| (format!("({} - pre) x (BtheB - TAU)", OCCASIONS[t]), estimate(weights(t, Some(0))));
    at.chain((1..OCCASIONS.len()).map(change)).collect()
}

#[test]
fn as_r_has_them() {
    let unchanged = |_: &mut MixedSpecification| ();
    let models = [
        ("toep", model(Structure::Toeplitz(Variances::Equal), unchanged)),
        ("toeph", model(Structure::Toeplitz(Variances::ByOccasion), unchanged)),
        ("us", model(Structure::Unstructured, unchanged)),
        ("us ml", model(Structure::Unstructured, |s| s.estimation = Estimation::Full)),
        ("us by arm", model(Structure::Unstructured, |s| s.by_arm = true)),
        ("common baseline", model(Structure::Unstructured, |s| s.means.common_baseline = Some(0))),
        ("random slope", model(Structure::RandomSlope((0..5).map(f64::from).collect()), unchanged)),
    ];
    let mut found: BTreeMap<(String, String), f64> = BTreeMap::new();
    for (name, model) in &models {
        let mut add = |term: String, value: f64| _ = found.insert(((*name).to_owned(), term), value);
        for (contrast, e) in estimates(model, Inference::Satterthwaite) {
            add(format!("{contrast} estimate"), e.estimate);
            add(format!("{contrast} se"), e.se);
            add(format!("{contrast} df"), e.df);
        }
        // Indicators of the cells and treatment coding have one determinant; a common mean leaves one cell less.
        if *name != "common baseline" {
            add("deviance in cell means".into(), -2.0 * model.criteria().log_likelihood_treatment);
        }
        if let Some(effects) = model.random_effects() {
            add("var intercept".into(), effects.covariance[(0, 0)]);
            add("covariance".into(), effects.covariance[(0, 1)]);
            add("var slope".into(), effects.covariance[(1, 1)]);
            add("var residual".into(), effects.residual);
        }
    }
    for (name, sandwich) in [("CR0", Sandwich::Uncorrected), ("CR2", Sandwich::BiasReduced)] {
        for (contrast, e) in estimates(&model(Structure::Unstructured, unchanged), Inference::Robust(sandwich)) {
            found.insert((name.into(), format!("{contrast} se")), e.se);
            found.insert((name.into(), format!("{contrast} df")), e.df);
        }
    }
    let mut compared = 0;
    for (key, reference) in reference() {
        if key.0 == "common baseline" && key.1.starts_with("deviance") {
            continue;
        }
        // R’s searches stop before they are at rest: optim’s some 1e-6 of the estimates away, lme4’s farther. The second
        // derivatives of lmerTest are differences.
        let tolerance = match (key.0.as_str(), key.1.ends_with("df")) {
            ("random slope", true) => 1e-3,
            ("random slope", false) => 2e-5,
            (_, _) => 1e-5,
        };
        let mine = found.get(&key).unwrap_or_else(|| panic!("{key:?}: absent"));
        assert!((mine - reference).abs() <= tolerance * reference.abs(), "{key:?}: {mine}, {reference}");
        compared += 1;
    }
    assert!(compared > 160, "{compared}");
}
