//! Time of a mixed model of repeated measures: `cargo bench --bench mixed`.
//!
//! 200 participants in two arms at four occasions, a fifth of the values missing, unstructured covariance, REML: fitted,
//! and every difference of arms, of occasions and in change tested.

use divan::{Bencher, black_box};
use prepost::model::mixed::{
    Adjustment, Estimation, Inference, MeanStructure, MixedModel, MixedSpecification, Participant, Sandwich, Structure,
};
use prepost::model::{ContrastWeights, ErrorTerm, Grid};

const OCCASIONS: usize = 4;

fn main() {
    divan::main();
}

/// A sequence without pattern between −1 and 1.
fn noise(seed: usize) -> f64 {
    let x = (seed as f64 * 12.9898 + 4.1414).sin() * 43758.5453;
    2.0 * (x - x.floor()) - 1.0
}

fn participants(n: usize) -> Vec<Participant> {
    let person = |i: usize| {
        let level = 3.0 * noise(31 * i);
        let value = |t: usize| {
            let is_missing = t > 0 && noise(7 * i + 1000 * t) > 0.467;
            let value = 20.0 + (i % 2 * t) as f64 + level + (1.0 + 0.3 * t as f64) * noise(100_000 + i * 17 + t);
            if is_missing { f64::NAN } else { value }
        };
        Participant { at: vec![i % 2], covariates: Vec::new(), values: (0..OCCASIONS).map(value).collect() }
    };
    (0..n).map(person).collect()
}

fn fitted(people: &[Participant]) -> Option<MixedModel> {
    let means = MeanStructure::cells(vec![2], OCCASIONS);
    let structure = Structure::Unstructured;
    let specification = MixedSpecification { means, structure, by_arm: false, estimation: Estimation::Restricted };
    MixedModel::new(specification, people).ok()
}

fn unit(n: usize, at: usize) -> Vec<f64> {
    (0..n).map(|i| if i == at { 1.0 } else { 0.0 }).collect()
}

/// The sum of every p: of arms at each occasion, of pairs of occasions in each arm, and of differences in change.
fn tested(grid: &Grid) -> f64 {
    let later_less_earlier = |a: usize, b: usize| -> Vec<f64> {
        unit(OCCASIONS, b).iter().zip(unit(OCCASIONS, a)).map(|(b, a)| b - a).collect()
    };
    let pairs: Vec<Vec<f64>> =
        (0..OCCASIONS).flat_map(|b| (0..b).map(move |a| (a, b))).map(|(a, b)| later_less_earlier(a, b)).collect();
    let difference = vec![-1.0, 1.0];
    let mut contrasts: Vec<(Vec<f64>, Vec<f64>)> =
        (0..OCCASIONS).map(|t| (difference.clone(), unit(OCCASIONS, t))).collect();
    for arm in [unit(2, 0), unit(2, 1), difference] {
        contrasts.extend(pairs.iter().map(|measures| (arm.clone(), measures.clone())));
    }
    (contrasts.into_iter())
        .map(|(arm, measures)| {
            grid.estimate(&ContrastWeights { between: vec![arm], measures }, ErrorTerm::Separate).p()
        })
        .sum()
}

fn inference(by: &str) -> Inference {
    match by {
        "Kenward-Roger" => Inference::KenwardRoger(Adjustment::Full),
        "CR2" => Inference::Robust(Sandwich::BiasReduced),
        _ => Inference::Satterthwaite,
    }
}

#[divan::bench(args = ["Satterthwaite", "Kenward-Roger", "CR2"])]
fn fit_and_tests(bencher: Bencher, by: &str) {
    let people = participants(200);
    bencher.bench_local(|| {
        let grid = fitted(&people).and_then(|model| model.grid(inference(by), vec![OCCASIONS]));
        black_box(grid.map(|grid| tested(&grid)))
    });
}

#[divan::bench]
fn jackknife_of_500(bencher: Bencher) {
    let model = fitted(&participants(500));
    bencher.bench_local(|| {
        let refits = model.as_ref().map(|model| (0..500).filter_map(|i| model.without(i)).count());
        assert_eq!(black_box(refits), Some(500));
    });
}
