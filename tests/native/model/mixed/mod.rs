//! Models of repeated measures in which participants may miss occasions.

mod bad_input;
mod laws;
mod small_samples;

use nalgebra::DMatrix;
use prepost::model::mixed::{
    Estimation, Inference, MeanStructure, MixedModel, MixedSpecification, Participant, Structure, Variances,
};
use prepost::model::{Between, CellMoments, ContrastWeights, ErrorTerm, Estimate, Grid, LinearModel, Within};
use prepost::num::moments::Moments;

/// A sequence without pattern between −1 and 1.
fn noise(seed: usize) -> f64 {
    let x = (seed as f64 * 12.9898 + 4.1414).sin() * 43758.5453;
    2.0 * (x - x.floor()) - 1.0
}

/// Correlated values about means that differ by arm and occasion.
fn complete(sizes: &[usize], n_occasions: usize) -> Vec<Participant> {
    let mut people = Vec::new();
    for (arm, &n) in sizes.iter().enumerate() {
        for i in 0..n {
            let seed = 1000 * arm + 17 * i;
            let level = 3.0 * noise(seed);
            let value = |t: usize| {
                let spread = 1.0 + 0.4 * t as f64;
                20.0 + (arm * t) as f64 + level * (1.0 + 0.1 * t as f64) + spread * noise(seed + t + 1)
            };
            people.push(Participant {
                at: vec![arm],
                covariates: Vec::new(),
                values: (0..n_occasions).map(value).collect(),
            });
        }
    }
    people
}

/// A fifth of the later values missing, some people from an occasion on and some in between.
fn with_gaps(sizes: &[usize], n_occasions: usize) -> Vec<Participant> {
    let mut people = complete(sizes, n_occasions);
    for (i, person) in people.iter_mut().enumerate() {
        let last = if i % 4 == 1 { 1 + i % (n_occasions - 1) } else { n_occasions };
        for (t, value) in person.values.iter_mut().enumerate() {
            if t >= last || (i % 7 == 3 && t == 1 + i % (n_occasions - 1)) {
                *value = f64::NAN;
            }
        }
    }
    people
}

fn specification(levels: Vec<usize>, n_occasions: usize, structure: Structure) -> MixedSpecification {
    let means = MeanStructure::cells(levels, n_occasions);
    MixedSpecification { means, structure, by_arm: false, estimation: Estimation::Restricted }
}

fn fitted(people: &[Participant], structure: Structure) -> MixedModel {
    let n_arms = people.iter().map(|p| p.at[0]).max().unwrap() + 1;
    MixedModel::new(specification(vec![n_arms], people[0].values.len(), structure), people).expect("a fit")
}

fn grid(model: &MixedModel, inference: Inference) -> Grid {
    model.grid(inference, vec![model.specification.means.n_occasions]).expect("a grid")
}

/// Every structure of so many occasions.
fn structures(n_occasions: usize) -> Vec<Structure> {
    let mut all = vec![Structure::Unstructured];
    for variances in [Variances::Equal, Variances::ByOccasion] {
        all.extend([
            Structure::Toeplitz(variances),
            Structure::CompoundSymmetry(variances),
            Structure::Autoregressive(variances),
        ]);
    }
    all.extend([Structure::RandomIntercept, Structure::RandomSlope((0..n_occasions).map(|t| t as f64).collect())]);
    all
}

/// The multivariate linear model of complete data.
fn linear(people: &[Participant]) -> (LinearModel, Vec<CellMoments>) {
    let n_arms = people.iter().map(|p| p.at[0]).max().unwrap() + 1;
    let n_occasions = people[0].values.len();
    let mut cells: Vec<CellMoments> =
        (0..n_arms).map(|arm| CellMoments { at: vec![arm], moments: Moments::new(&people[0].values) }).collect();
    people.iter().for_each(|person| cells[person.at[0]].moments.add(&person.values));
    let between = Between { levels: vec![n_arms], n_covariates: 0 };
    let model = LinearModel::new(between, Within { levels: vec![n_occasions] }, &cells).expect("participants");
    (model, cells)
}

/// Means of cells, differences of arms, of occasions, and in change.
fn contrasts(n_arms: usize, n_occasions: usize) -> Vec<ContrastWeights> {
    let unit = |n: usize, at: usize| -> Vec<f64> { (0..n).map(|i| f64::from(u8::from(i == at))).collect() };
    let differences = |n: usize| -> Vec<Vec<f64>> {
        let pair =
            |a: usize, b: usize| (0..n).map(|i| f64::from(u8::from(i == b)) - f64::from(u8::from(i == a))).collect();
        (0..n).flat_map(|b| (0..b).map(move |a| (a, b))).map(|(a, b)| pair(a, b)).collect()
    };
    let arms: Vec<Vec<f64>> = (0..n_arms).map(|a| unit(n_arms, a)).chain(differences(n_arms)).collect();
    let occasions: Vec<Vec<f64>> =
        (0..n_occasions).map(|t| unit(n_occasions, t)).chain(differences(n_occasions)).collect();
    let with = |arm: &Vec<f64>| occasions.iter().map(|w| (arm.clone(), w.clone())).collect::<Vec<_>>();
    arms.iter().flat_map(with).map(|(arm, measures)| ContrastWeights { between: vec![arm], measures }).collect()
}

fn estimates(grid: &Grid, n_arms: usize, n_occasions: usize) -> Vec<Estimate> {
    contrasts(n_arms, n_occasions).iter().map(|contrast| grid.estimate(contrast, ErrorTerm::Separate)).collect()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * b.abs().max(1.0)
}

/// The weights of each level but the last against the average.
fn effects(n: usize) -> Vec<Vec<f64>> {
    (0..n - 1).map(|at| (0..n).map(|i| f64::from(u8::from(i == at)) - 1.0 / n as f64).collect()).collect()
}

fn largest_difference(a: &DMatrix<f64>, b: &DMatrix<f64>) -> f64 {
    (a - b).amax() / b.amax()
}
