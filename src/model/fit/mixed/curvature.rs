//! The gradient of the deviance and its second derivatives, observed and expected, all analytic.
//!
//! # Formulas
//! With `D_k = ∂Σ/∂θ_k`, `N_k = ΣX'WD_kWX`, `u_k = ΣX'WD_kWr`, and over the participants of a pattern `R = Σ rr'`,
//! `H = Σ XCX'` (zero in ML), `T = W(R + H)W`:
//! - gradient: `Σ tr((nW − T)D_k)`;
//! - observed: `Σ tr((nW − T)D_kl) − n tr(D_kWD_lW) + 2 tr(D_kWD_lT)`, summed over patterns, `− 2u_k'Cu_l − tr(CN_kCN_l)`;
//! - expected: `Σ n tr(D_kWD_lW) − 2 tr(D_kWD_lWHW)`, `+ tr(CN_kCN_l)`.
//!
//! In ML the terms with H and N are absent. Sums over patterns are formed once for each two elements of Σ.
//!
//! # References
//! Wolfinger, R., Tobias, R., & Sall, J. (1994). Computing Gaussian likelihoods and their derivatives for general linear
//! mixed models. *SIAM Journal on Scientific Computing, 15*(6), 1294–1310. <https://doi.org/10.1137/0915079>

use nalgebra::{DMatrix, DVector};

use super::likelihood::{Estimation, Objective, Profiled};
use super::repeated::Pattern;
use super::sigma::{SigmaAt, elements};

/// The deviance's derivatives at a point.
#[derive(Clone, Debug)]
pub struct Curvature {
    pub gradient: DVector<f64>,
    pub observed: DMatrix<f64>,
    pub expected: DMatrix<f64>,
    /// `N_k`, so that `∂C/∂θ_k = CN_kC`.
    pub products: Vec<DMatrix<f64>>,
    /// Σ of each group with its derivatives.
    pub sigmas: Vec<SigmaAt>,
}

/// Sums over the patterns of one group.
struct OfGroup {
    /// `nW − T` over all occasions.
    slope: DMatrix<f64>,
    /// Elements × elements: of the observed second derivatives, and of the expected.
    observed: DMatrix<f64>,
    expected: DMatrix<f64>,
}

impl Objective<'_> {
    pub fn curvature(&self, point: &Profiled) -> Curvature {
        let (k, p) = (self.n_parameters(), self.data.places.n_coefficients());
        let sigmas: Vec<SigmaAt> =
            (0..self.data.n_groups).map(|g| self.shape.at(self.of_group(point.theta.as_slice(), g))).collect();
        let mut groups: Vec<OfGroup> = sigmas.iter().map(OfGroup::new).collect();
        let mut products = vec![DMatrix::zeros(p, p); k];
        let mut scores = vec![DVector::zeros(p); k];
        for (pattern, w) in self.data.patterns.iter().zip(&point.weights) {
            let Some((group, sigma)) = groups.get_mut(pattern.group).zip(sigmas.get(pattern.group)) else { continue };
            let (residuals, beside) = point.residuals(self.data, pattern);
            let of_means = match self.estimation {
                Estimation::Restricted => w * self.data.places.leverage(&point.c, &pattern.at, &pattern.columns) * w,
                Estimation::Full => DMatrix::zeros(pattern.at.len(), pattern.at.len()),
            };
            group.add(pattern, w, &(w * residuals * w + &of_means), &of_means);
            let first = pattern.group * self.shape.n_parameters();
            for (parameter, (n, u)) in
                products.iter_mut().zip(&mut scores).skip(first).take(self.shape.n_parameters()).enumerate()
            {
                let weighted = w * sigma.first(parameter, &pattern.at) * w;
                self.data.places.add_products(n, &pattern.at, &weighted, &pattern.columns);
                self.data.places.add_scores(u, &pattern.at, &weighted, &beside);
            }
        }
        self.collect(point, groups, (products, scores), sigmas)
    }

    fn collect(
        &self,
        point: &Profiled,
        groups: Vec<OfGroup>,
        (products, scores): (Vec<DMatrix<f64>>, Vec<DVector<f64>>),
        sigmas: Vec<SigmaAt>,
    ) -> Curvature {
        let (k, each) = (self.n_parameters(), self.shape.n_parameters());
        let mut gradient = DVector::zeros(k);
        let (mut observed, mut expected) = (DMatrix::zeros(k, k), DMatrix::zeros(k, k));
        for (g, (group, sigma)) in groups.iter().zip(&sigmas).enumerate() {
            let from = g * each;
            let (slope, second) = group.chained(sigma);
            gradient.rows_mut(from, each).copy_from(&slope);
            let of = |elements: &DMatrix<f64>| sigma.jacobian.tr_mul(&(elements * &sigma.jacobian));
            observed.view_mut((from, from), (each, each)).copy_from(&(of(&group.observed) + second));
            expected.view_mut((from, from), (each, each)).copy_from(&of(&group.expected));
        }
        let solved: Vec<DVector<f64>> = scores.iter().map(|u| &point.c * u).collect();
        let shares: Vec<DMatrix<f64>> = match self.estimation {
            Estimation::Restricted => products.iter().map(|n| &point.c * n).collect(),
            Estimation::Full => Vec::new(),
        };
        let transposed: Vec<DMatrix<f64>> = shares.iter().map(DMatrix::transpose).collect();
        for (i, u) in scores.iter().enumerate() {
            for (j, solved) in solved.iter().enumerate().take(i + 1) {
                let of_means = shares.get(i).zip(transposed.get(j)).map_or(0.0, |(a, b)| a.dot(b));
                let change = 2.0 * u.dot(solved) + of_means;
                observed[(i, j)] -= change;
                expected[(i, j)] += of_means;
                if i != j {
                    observed[(j, i)] -= change;
                    expected[(j, i)] += of_means;
                }
            }
        }
        Curvature { gradient, observed, expected, products, sigmas }
    }
}

impl OfGroup {
    fn new(sigma: &SigmaAt) -> Self {
        let (m, n) = (sigma.sigma.nrows(), sigma.jacobian.nrows());
        Self { slope: DMatrix::zeros(m, m), observed: DMatrix::zeros(n, n), expected: DMatrix::zeros(n, n) }
    }

    /// `t` is T, `of_means` the part of it due to H.
    fn add(&mut self, pattern: &Pattern, w: &DMatrix<f64>, t: &DMatrix<f64>, of_means: &DMatrix<f64>) {
        let at = &pattern.at;
        for (i, &a) in at.iter().enumerate() {
            for (j, &b) in at.iter().enumerate() {
                self.slope[(a, b)] += pattern.n * w[(i, j)] - t[(i, j)];
            }
        }
        // The elements of Σ at the pattern's occasions: their place, and their rows in W.
        let places: Vec<(usize, (usize, usize))> = elements(at.len())
            .filter_map(|(i, j)| at.get(i).zip(at.get(j)).map(|(&a, &b)| (a * (a + 1) / 2 + b, (i, j))))
            .collect();
        for (k, &(e, one)) in places.iter().enumerate() {
            for &(f, other) in places.iter().take(k + 1) {
                let of_w = pattern.n * trace(w, w, one, other);
                let observed = 2.0 * trace(w, t, one, other) - of_w;
                let expected = of_w - 2.0 * trace(w, of_means, one, other);
                self.observed[(e, f)] += observed;
                self.expected[(e, f)] += expected;
                if e != f {
                    self.observed[(f, e)] += observed;
                    self.expected[(f, e)] += expected;
                }
            }
        }
    }

    /// The gradient, and the part of the second derivatives that comes from those of Σ.
    fn chained(&self, sigma: &SigmaAt) -> (DVector<f64>, DMatrix<f64>) {
        let of_element = |(a, b): (usize, usize)| self.slope[(a, b)] * if a == b { 1.0 } else { 2.0 };
        let weights: Vec<f64> = elements(sigma.sigma.nrows()).map(of_element).collect();
        let gradient = sigma.jacobian.tr_mul(&DVector::from_column_slice(&weights));
        let mut second = DMatrix::zeros(gradient.len(), gradient.len());
        for d in &sigma.second {
            let value = d.value * weights.get(d.element).copied().unwrap_or(0.0);
            second[(d.k, d.l)] += value;
            if d.k != d.l {
                second[(d.l, d.k)] += value;
            }
        }
        (gradient, second)
    }
}

/// `tr(E X F Y)` of symmetric X and Y, with E and F one at an element of the lower triangle and its mirror image.
fn trace(x: &DMatrix<f64>, y: &DMatrix<f64>, (a, b): (usize, usize), (c, d): (usize, usize)) -> f64 {
    let half = |is_diagonal: bool| if is_diagonal { 0.5 } else { 1.0 };
    let halves = half(a == b) * half(c == d);
    halves * (x[(b, c)] * y[(d, a)] + x[(b, d)] * y[(c, a)] + x[(a, c)] * y[(d, b)] + x[(a, d)] * y[(c, b)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::mixed::mean_structure::MeanStructure;
    use crate::model::fit::mixed::repeated::{Participant, Repeated};
    use crate::model::fit::mixed::structure::{Shape, Structure, Variances};

    fn people() -> Vec<Participant> {
        let value = |i: usize, t: usize| ((i * 7 + t * 5 + i * t * 3) % 11) as f64 + (i % 4) as f64 * 2.0;
        let missing = |i: usize, t: usize| (i % 3 == 1 && t == 2) || (i % 5 == 2 && t == 1);
        let person = |i: usize| Participant {
            at: vec![i % 2],
            covariates: vec![(i * i % 13) as f64],
            values: (0..3).map(|t| if missing(i, t) { f64::NAN } else { value(i, t) }).collect(),
        };
        (0..17).map(person).collect()
    }

    fn check(objective: &Objective<'_>) {
        let theta = objective.start().map(|x| x + 0.1);
        let at = |theta: &DVector<f64>| objective.at(theta).expect("a covariance");
        let exact = objective.curvature(&at(&theta));
        let step = 1e-5;
        for k in 0..theta.len() {
            let moved = |by: f64| {
                let mut moved = theta.clone();
                moved[k] += by;
                at(&moved)
            };
            let (up, down) = (moved(step), moved(-step));
            let slope = (up.deviance - down.deviance) / (2.0 * step);
            assert!((slope - exact.gradient[k]).abs() < 1e-6, "{:?} {k}: {slope}", objective.shape);
            let second = (objective.curvature(&up).gradient - objective.curvature(&down).gradient) / (2.0 * step);
            let worst = (second - exact.observed.column(k)).amax();
            assert!(worst < 1e-6 * exact.observed.amax(), "{:?} {k}: {worst}", objective.shape);
        }
    }

    #[test]
    fn derivatives_are_those_of_differences() {
        let mut means = MeanStructure::cells(vec![2], 3);
        means.between.n_covariates = 1;
        let structures = [
            Structure::Unstructured,
            Structure::Toeplitz(Variances::ByOccasion),
            Structure::RandomSlope(vec![0.0, 1.0, 3.0]),
        ];
        for by_occasion in [false, true] {
            means.slopes_by_occasion = vec![by_occasion];
            for grouped in [false, true] {
                let data = Repeated::new(means.clone(), &people(), grouped).expect("data");
                for structure in &structures {
                    let shape = Shape { structure: structure.clone(), n_occasions: 3 };
                    for estimation in [Estimation::Restricted, Estimation::Full] {
                        check(&Objective { data: &data, shape: &shape, estimation });
                    }
                }
            }
        }
    }
}
