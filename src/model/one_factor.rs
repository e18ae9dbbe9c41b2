//! One common factor by maximum likelihood.
//!
//! # Formulas
//! R = λλ′ + Ψ. For given Ψ the eigenvalues θ₁ ≥ θ₂ ≥ … of Ψ^{−1/2}RΨ^{−1/2} with vectors w give λ = Ψ^{1/2}w₁√(θ₁ − 1)
//! and the function to minimise, f = Σ_{m>1}(θ_m − ln θ_m − 1). In x = ln ψ its gradient is Σ_{m>1}(1 − θ_m)w²_{im}. With
//! a_m = w_{im}w_{jm} its second derivatives are Σ_{m>1}a_m · Σ_{m>1}θ_m a_m + a₁ Σ_{m>1}(1 − θ_m)(θ₁ + θ_m)/(θ₁ − θ_m)·a_m
//! (Clarke, 1970), or near (Σ_{m>1} a_m)² (Jöreskog, 1967), which is always positive: Newton's steps, halved until f falls.
//!
//! # References
//! - Clarke, M. R. B. (1970). A rapidly convergent method for maximum-likelihood factor analysis. *British Journal of
//!   Mathematical and Statistical Psychology, 23*, 43–52.
//! - Jöreskog, K. G. (1967). Some contributions to maximum likelihood factor analysis. *Psychometrika, 32*, 443–482.
//! - Lawley, D. N., & Maxwell, A. E. (1971). *Factor analysis as a statistical method* (2nd ed.), ch. 4. Butterworths.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use crate::num::positive_definite::PositiveDefinite;

/// Lower bound of the uniquenesses, as in R's `factanal`: near zero a variable would be the factor itself.
const SMALLEST: f64 = 0.005;
const MOST_STEPS: usize = 200;
/// The gradient at which the likelihood counts as maximal.
const FLAT: f64 = 1e-10;
/// Rounding error of f, a sum over all variables: near the maximum it hides whether a step decreased f.
const ROUNDING: f64 = 1e-13;

pub struct OneFactor {
    /// Standardised; most of them positive.
    pub loadings: Vec<f64>,
    pub uniquenesses: Vec<f64>,
}

/// The factor of a correlation matrix; `None` with fewer than three variables, where it is singular, or where the
/// iterations do not converge.
pub fn one_factor(correlation: &DMatrix<f64>) -> Option<OneFactor> {
    let k = correlation.nrows();
    let inverse = PositiveDefinite::new(correlation).filter(|_| k >= 3)?.inverse();
    let start = |item: usize| ((1.0 - 0.5 / k as f64) / inverse[(item, item)]).clamp(SMALLEST, 1.0).ln();
    let mut at = At::new(correlation, DVector::from_iterator(k, (0..k).map(start)));
    for _ in 0..MOST_STEPS {
        let free = at.free();
        if free.iter().all(|&item| at.gradient(item).abs() < FLAT) {
            // Newton's method converges quadratically: one more step leaves rounding error only.
            return Some(at.step(correlation, &free).unwrap_or(at).solution());
        }
        at = at.step(correlation, &free)?;
    }
    None
}

/// A point x = ln ψ with the eigendecomposition and the function value there.
struct At {
    x: DVector<f64>,
    theta: DVector<f64>,
    /// Eigenvectors, the largest eigenvalue's first.
    w: DMatrix<f64>,
    f: f64,
}

impl At {
    fn new(correlation: &DMatrix<f64>, x: DVector<f64>) -> Self {
        let root = x.map(|x| (-0.5 * x).exp());
        let k = x.len();
        let scaled = DMatrix::from_fn(k, k, |i, j| correlation[(i, j)] * root[i] * root[j]);
        let eigen = SymmetricEigen::new(scaled);
        let mut order: Vec<usize> = (0..k).collect();
        order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
        let theta = DVector::from_iterator(k, order.iter().map(|&m| eigen.eigenvalues[m]));
        let w = DMatrix::from_fn(k, k, |i, m| eigen.eigenvectors[(i, order[m])]);
        let f = theta.iter().skip(1).map(|theta| theta - theta.ln() - 1.0).sum();
        Self { x, theta, w, f }
    }

    fn gradient(&self, item: usize) -> f64 {
        (1..self.theta.len()).map(|m| (1.0 - self.theta[m]) * self.w[(item, m)].powi(2)).sum()
    }

    fn curvature(&self, i: usize, j: usize, exact: bool) -> f64 {
        let (first, shared) = (self.theta[0], |m: usize| self.w[(i, m)] * self.w[(j, m)]);
        let (mut sum, mut weighted, mut with_first) = (0.0, 0.0, 0.0);
        for (m, &theta) in self.theta.iter().enumerate().skip(1) {
            sum += shared(m);
            weighted += theta * shared(m);
            with_first += (1.0 - theta) * (first + theta) / (first - theta) * shared(m);
        }
        if exact { sum * weighted + shared(0) * with_first } else { sum * sum }
    }

    /// Items that are not held at the smallest uniqueness.
    fn free(&self) -> Vec<usize> {
        let held = |item: usize| self.x[item] <= SMALLEST.ln() && self.gradient(item) > 0.0;
        (0..self.x.len()).filter(|&item| !held(item)).collect()
    }

    /// The next point. `None` where no step along Newton's direction decreases f.
    fn step(&self, correlation: &DMatrix<f64>, free: &[usize]) -> Option<At> {
        let gradient = DMatrix::from_fn(free.len(), 1, |a, _| self.gradient(free[a]));
        let newton = |exact: bool| {
            let hessian = DMatrix::from_fn(free.len(), free.len(), |a, b| self.curvature(free[a], free[b], exact));
            PositiveDefinite::new(&hessian).and_then(|factored| factored.solve(&gradient))
        };
        // Far from the maximum the exact Hessian may be indefinite; where the approximation is singular, take the gradient.
        let direction = newton(true).or_else(|| newton(false)).unwrap_or(gradient);
        let mut share = 1.0;
        for _ in 0..40 {
            let mut x = self.x.clone();
            for (place, &item) in free.iter().enumerate() {
                x[item] = (x[item] - share * direction[place]).clamp(SMALLEST.ln(), 0.0);
            }
            let next = At::new(correlation, x);
            if next.f.is_finite() && next.f <= self.f + ROUNDING {
                return Some(next);
            }
            share /= 2.0;
        }
        None
    }

    fn solution(&self) -> OneFactor {
        let size = (self.theta[0] - 1.0).max(0.0).sqrt();
        let loading = |item: usize| self.w[(item, 0)] * size * (0.5 * self.x[item]).exp();
        let mut loadings: Vec<f64> = (0..self.x.len()).map(loading).collect();
        if loadings.iter().sum::<f64>() < 0.0 {
            loadings.iter_mut().for_each(|loading| *loading = -*loading);
        }
        OneFactor { loadings, uniquenesses: self.x.iter().map(|x| x.exp()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three variables fit exactly: λ₁² = r₁₂r₁₃/r₂₃ (Lawley & Maxwell, 1971, § 2).
    #[test]
    fn three_variables_by_hand() {
        let (r12, r13, r23) = (0.56, 0.48, 0.42);
        let r = DMatrix::from_row_slice(3, 3, &[1.0, r12, r13, r12, 1.0, r23, r13, r23, 1.0]);
        let actual = one_factor(&r).expect("a solution");
        for (loading, wanted) in actual.loadings.iter().zip([0.8, 0.7, 0.6]) {
            assert!((loading - wanted).abs() < 1e-9, "{loading}");
        }
    }

    #[test]
    fn equal_variables_have_none() {
        assert!(one_factor(&DMatrix::from_element(3, 3, 1.0)).is_none());
    }
}
