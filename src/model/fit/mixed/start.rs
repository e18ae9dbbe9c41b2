//! Starting values: the parameters whose Σ is near a given matrix.

use nalgebra::DMatrix;

use super::structure::{Shape, Structure, Variances};

/// A correlation from which the search may start: farther out, its parameters hardly move Σ.
const START_MAX: f64 = 0.97;
/// The share of an occasion's variance that the occasions before it must leave.
const SHARE_LEFT_MIN: f64 = 0.02;

impl Shape {
    /// Parameters whose Σ is near the given covariances, which need not be positive definite.
    pub fn start(&self, covariances: &DMatrix<f64>) -> Vec<f64> {
        let m = self.n_occasions;
        let variance = |a: usize| covariances[(a, a)];
        let mean = (0..m).map(variance).sum::<f64>() / m.max(1) as f64;
        let sd = |a: usize| match self.structure.variances() {
            Variances::Equal => mean.sqrt(),
            Variances::ByOccasion => variance(a).sqrt(),
        };
        let correlation = |a: usize, b: usize| covariances[(a, b)] / (sd(a) * sd(b));
        let of_lags = |lags: std::ops::Range<usize>| {
            let pairs: Vec<f64> =
                lags.flat_map(|lag| (lag..m).map(move |a| (a, a - lag))).map(|(a, b)| correlation(a, b)).collect();
            pairs.iter().sum::<f64>() / pairs.len().max(1) as f64
        };
        let mut theta: Vec<f64> = (0..self.n_scales()).map(|a| sd(a).ln()).collect();
        match &self.structure {
            Structure::Unstructured => return unstructured(m, &correlation, &sd),
            Structure::Toeplitz(_) => theta.extend((1..m).map(|lag| inverse(of_lags(lag..lag + 1)))),
            Structure::Autoregressive(_) if m > 1 => theta.push(inverse(of_lags(1..2))),
            Structure::CompoundSymmetry(_) if m > 1 => {
                let least = 1.0 / (m - 1) as f64;
                let share = (of_lags(1..m) + least) / (1.0 + least);
                let share = share.clamp(1.0 - START_MAX, START_MAX);
                theta.push((share / (1.0 - share)).ln());
            }
            Structure::CompoundSymmetry(_) | Structure::Autoregressive(_) => (),
            Structure::RandomIntercept => theta = intercept(of_lags(1..m), mean).to_vec(),
            Structure::RandomSlope(times) => {
                let [residual, ratio] = intercept(of_lags(1..m), mean);
                let centre = times.iter().sum::<f64>() / times.len().max(1) as f64;
                let spread = times.iter().map(|t| (t - centre) * (t - centre)).sum::<f64>() / times.len().max(1) as f64;
                theta = vec![residual, ratio, 0.0, 0.3 * ratio / spread.sqrt().max(f64::MIN_POSITIVE)];
            }
        }
        theta
    }
}

/// φ whose correlation is ρ.
fn inverse(rho: f64) -> f64 {
    let rho = rho.clamp(-START_MAX, START_MAX);
    rho / (1.0 - rho * rho).sqrt()
}

/// ln of the residual standard deviation, and the ratio of the intercepts' to it. The search needs some ratio to start:
/// at zero its slope is zero.
fn intercept(rho: f64, variance: f64) -> [f64; 2] {
    let rho = rho.clamp(0.05, START_MAX);
    [0.5 * (variance * (1.0 - rho)).ln(), (rho / (1.0 - rho)).sqrt()]
}

/// By the Cholesky factor of the correlations, drawn towards zero where they are none.
fn unstructured(m: usize, correlation: &impl Fn(usize, usize) -> f64, sd: &impl Fn(usize) -> f64) -> Vec<f64> {
    let mut kept = 1.0;
    loop {
        // Of occasions without variance there is no correlation to keep.
        let entry = |a: usize, b: usize| match a == b {
            true => 1.0,
            false if kept == 0.0 => 0.0,
            false => kept * correlation(a, b),
        };
        if let Some(factor) = cholesky(m, &entry) {
            let mut theta: Vec<f64> = (0..m).map(|a| (sd(a) * factor[(a, a)]).ln()).collect();
            theta
                .extend((0..m).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| factor[(a, b)] / factor[(a, a)]));
            return theta;
        }
        kept = if kept > 1e-3 { 0.9 * kept } else { 0.0 };
    }
}

/// The lower factor of a correlation matrix of which every variable keeps some variance given those before it.
fn cholesky(m: usize, entry: &impl Fn(usize, usize) -> f64) -> Option<DMatrix<f64>> {
    let mut factor: DMatrix<f64> = DMatrix::zeros(m, m);
    for a in 0..m {
        for b in 0..=a {
            let known: f64 = (0..b).map(|j| factor[(a, j)] * factor[(b, j)]).sum();
            let rest = entry(a, b) - known;
            if a == b {
                let is_left = rest >= SHARE_LEFT_MIN;
                if !is_left {
                    return None;
                }
                factor[(a, a)] = rest.sqrt();
            } else {
                factor[(a, b)] = rest / factor[(b, b)];
            }
        }
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_of_the_structure_is_reproduced() {
        let all = [
            Structure::Unstructured,
            Structure::Toeplitz(Variances::ByOccasion),
            Structure::CompoundSymmetry(Variances::Equal),
            Structure::Autoregressive(Variances::ByOccasion),
            Structure::RandomIntercept,
        ];
        for structure in all {
            let shape = Shape { structure, n_occasions: 4 };
            let theta: Vec<f64> = (0..shape.n_parameters()).map(|k| 0.3 + 0.17 * (k as f64 * 2.3).sin()).collect();
            let sigma = shape.sigma(&theta);
            assert!((shape.sigma(&shape.start(&sigma)) - &sigma).amax() < 1e-9, "{shape:?}");
        }
    }

    #[test]
    fn what_is_no_covariance_still_gives_a_start() {
        let shape = Shape { structure: Structure::Unstructured, n_occasions: 3 };
        let perfect = DMatrix::from_element(3, 3, 1.0);
        let mut constant = perfect.clone();
        constant[(0, 0)] = 0.0;
        assert!(shape.start(&perfect).iter().all(|x| x.is_finite()));
        assert_eq!(shape.start(&constant).len(), 6);
    }
}
