//! Σ at some parameters, with its first and second derivatives.

use nalgebra::DMatrix;

use super::correlation::Core;
use super::structure::Shape;

/// Σ at some parameters with its derivatives. Elements are those of the lower triangle, row by row.
#[derive(Clone, Debug)]
pub struct SigmaAt {
    pub sigma: DMatrix<f64>,
    /// Elements × parameters.
    pub jacobian: DMatrix<f64>,
    /// The second derivatives that are not zero.
    pub second: Vec<SecondDerivative>,
}

/// `∂²Σ_ab/∂θ_k∂θ_l`, `k ≥ l`, of one element.
#[derive(Clone, Copy, Debug)]
pub struct SecondDerivative {
    pub element: usize,
    pub k: usize,
    pub l: usize,
    pub value: f64,
}

/// The elements of a lower triangle of so many rows, row by row.
pub fn elements(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(|a| (0..=a).map(move |b| (a, b)))
}

impl Shape {
    /// Σ alone.
    pub fn sigma(&self, theta: &[f64]) -> DMatrix<f64> {
        let (eta, phi) = theta.split_at(self.n_scales().min(theta.len()));
        let core = Core::new(self, phi);
        let sd: Vec<f64> =
            (0..self.n_occasions).map(|a| eta.get(self.scale(a)).map_or(f64::NAN, |e| e.exp())).collect();
        let mut sigma = DMatrix::zeros(self.n_occasions, self.n_occasions);
        for ((a, b), both) in elements(self.n_occasions).zip(products(&sd)) {
            let value = both * core.value(a, b);
            sigma[(a, b)] = value;
            sigma[(b, a)] = value;
        }
        sigma
    }

    /// Σ with its first and second derivatives.
    pub fn at(&self, theta: &[f64]) -> SigmaAt {
        let sigma = self.sigma(theta);
        let (eta, phi) = theta.split_at(self.n_scales().min(theta.len()));
        let core = Core::new(self, phi);
        let m = self.n_occasions;
        let mut jacobian = DMatrix::zeros(m * (m + 1) / 2, theta.len());
        let mut second = Vec::new();
        for (element, (a, b)) in elements(m).enumerate() {
            let (one, other) = (self.scale(a), self.scale(b));
            let value = sigma[(a, b)];
            let both = (eta.get(one).copied().unwrap_or(0.0) + eta.get(other).copied().unwrap_or(0.0)).exp();
            // How often the element holds each scale.
            let scales = if one == other { vec![(one, 2.0)] } else { vec![(other, 1.0), (one, 1.0)] };
            let mut push = |k: usize, l: usize, value: f64| {
                second.push(SecondDerivative { element, k: k.max(l), l: k.min(l), value });
            };
            for (at, &(i, times)) in scales.iter().enumerate() {
                jacobian[(element, i)] += times * value;
                scales.iter().take(at + 1).for_each(|&(j, also)| push(i, j, times * also * value));
            }
            for (phi, slope) in core.slopes(a, b) {
                let k = self.n_scales() + phi;
                jacobian[(element, k)] += both * slope;
                scales.iter().for_each(|&(i, times)| push(k, i, times * both * slope));
            }
            for (k, l, curvature) in core.curvatures(a, b) {
                push(self.n_scales() + k, self.n_scales() + l, both * curvature);
            }
        }
        SigmaAt { sigma, jacobian, second }
    }
}

/// `s_a s_b` for each element.
fn products(sd: &[f64]) -> impl Iterator<Item = f64> + '_ {
    sd.iter().enumerate().flat_map(move |(a, one)| sd.iter().take(a + 1).map(move |other| one * other))
}

impl SigmaAt {
    /// `∂Σ/∂θ_k`, of the occasions named.
    pub fn first(&self, k: usize, at: &[usize]) -> DMatrix<f64> {
        picked(|element| self.jacobian[(element, k)], at)
    }

    /// `Σ_kl w_kl ∂²Σ/∂θ_k∂θ_l` of all occasions, for symmetric weights.
    pub fn weighted_second(&self, weights: impl Fn(usize, usize) -> f64) -> DMatrix<f64> {
        let mut of_elements = vec![0.0; self.jacobian.nrows()];
        for d in &self.second {
            let times = if d.k == d.l { 1.0 } else { 2.0 };
            if let Some(sum) = of_elements.get_mut(d.element) {
                *sum += times * weights(d.k, d.l) * d.value;
            }
        }
        let all: Vec<usize> = (0..self.sigma.nrows()).collect();
        picked(|element| of_elements.get(element).copied().unwrap_or(0.0), &all)
    }
}

/// The symmetric matrix over some occasions from the elements of all.
fn picked(element: impl Fn(usize) -> f64, at: &[usize]) -> DMatrix<f64> {
    let place = |a: usize, b: usize| a.max(b) * (a.max(b) + 1) / 2 + a.min(b);
    let mut matrix = DMatrix::zeros(at.len(), at.len());
    for (i, &a) in at.iter().enumerate() {
        for (j, &b) in at.iter().enumerate().take(i + 1) {
            let value = element(place(a, b));
            matrix[(i, j)] = value;
            matrix[(j, i)] = value;
        }
    }
    matrix
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::mixed::structure::{Structure, Variances};

    fn shapes(m: usize) -> Vec<Shape> {
        use Variances::{ByOccasion, Equal};
        let times = (0..m).map(|t| t as f64 * 1.5 - 1.0).collect();
        let structures = vec![
            Structure::Unstructured,
            Structure::Toeplitz(Equal),
            Structure::Toeplitz(ByOccasion),
            Structure::CompoundSymmetry(Equal),
            Structure::CompoundSymmetry(ByOccasion),
            Structure::Autoregressive(Equal),
            Structure::Autoregressive(ByOccasion),
            Structure::RandomIntercept,
            Structure::RandomSlope(times),
        ];
        structures.into_iter().map(|structure| Shape { structure, n_occasions: m }).collect()
    }

    fn theta(n: usize) -> Vec<f64> {
        (0..n).map(|k| 0.3 + 0.17 * (k as f64 * 2.3).sin()).collect()
    }

    #[test]
    fn derivatives_are_those_of_differences() {
        let step = 1e-5;
        for shape in shapes(4) {
            let at = theta(shape.n_parameters());
            let exact = shape.at(&at);
            let moved = |k: usize, by: f64| {
                let mut moved = at.clone();
                moved[k] += by;
                shape.at(&moved)
            };
            let mut second: Vec<DMatrix<f64>> = vec![DMatrix::zeros(at.len(), at.len()); exact.jacobian.nrows()];
            for d in &exact.second {
                second[d.element][(d.k, d.l)] += d.value;
                if d.k != d.l {
                    second[d.element][(d.l, d.k)] += d.value;
                }
            }
            for k in 0..at.len() {
                let (up, down) = (moved(k, step), moved(k, -step));
                for (element, (a, b)) in elements(4).enumerate() {
                    let difference = (up.sigma[(a, b)] - down.sigma[(a, b)]) / (2.0 * step);
                    assert!((difference - exact.jacobian[(element, k)]).abs() < 1e-9, "{shape:?} {k} {a} {b}");
                    for l in 0..at.len() {
                        let difference = (up.jacobian[(element, l)] - down.jacobian[(element, l)]) / (2.0 * step);
                        assert!((difference - second[element][(k, l)]).abs() < 1e-8, "{shape:?} {k} {l} {a} {b}");
                    }
                }
            }
        }
    }
}
