//! V, the covariance of β̂, and the degrees of freedom of a contrast's error.
//!
//! # Formulas
//! A contrast `c` of the rows of β̂ and `w` of its columns has variance `(c ⊗ w)'V(c ⊗ w)`.
//! - Product: `V = (X'X)⁻¹ ⊗ Σ̂`, so that the variance is `c'(X'X)⁻¹c·w'Σ̂w`; the pooled error takes `Σ MS_s|P_s w|²` over
//!   the strata in place of `w'Σ̂w`.
//! - Full: V as it is, its degrees of freedom by the contrast.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::degrees_of_freedom::{DegreesOfFreedom, ErrorOfF};
use crate::model::basis::Triangle;
use crate::model::error_term::ErrorTerm;
use crate::model::lack::ROUNDING;

/// V, in the structure its model gives it.
#[derive(Clone, Debug)]
pub enum Covariance {
    Product(Product),
    Full(Full),
}

/// `(X'X)⁻¹ ⊗ Σ̂`, the same error for every row of β̂.
#[derive(Clone, Debug)]
pub struct Product {
    pub triangle: Triangle,
    pub sigma: DMatrix<f64>,
    pub df: f64,
    /// The univariate model's errors.
    pub strata: Vec<PooledStratum>,
}

/// Orthonormal contrasts of the measures with the error that they share.
#[derive(Clone, Debug)]
pub struct PooledStratum {
    pub contrasts: DMatrix<f64>,
    pub ss: f64,
    pub df: f64,
}

/// An unstructured V.
#[derive(Clone, Debug)]
pub struct Full {
    /// `V = root·root'`.
    root: DMatrix<f64>,
    /// Of each row of V, whether its mean is estimable.
    estimable: Vec<bool>,
    df: DegreesOfFreedom,
}

/// Contrasts of one row of weights over the measures: the covariance of two is their columns' product times `scale`.
pub struct Halves {
    pub columns: Vec<DVector<f64>>,
    pub scale: f64,
}

impl Covariance {
    pub fn offers(&self, error: ErrorTerm) -> bool {
        match self {
            Covariance::Product(_) => true,
            Covariance::Full(_) => error == ErrorTerm::Separate,
        }
    }

    /// A contrast's variance and its degrees of freedom, by its separate error or the pooled one; NaN without such an error.
    pub fn error(&self, row: &[f64], measures: &[f64], error: ErrorTerm) -> (f64, f64) {
        match (self, error) {
            (Covariance::Product(product), ErrorTerm::Separate | ErrorTerm::Pooled) => {
                let (variance, df) = product.of_measures(measures, error);
                (product.triangle.quadratic(row) * variance, df)
            }
            (Covariance::Full(full), ErrorTerm::Separate) => full.error(&product_of(row, measures)),
            (Covariance::Product(_) | Covariance::Full(_), _) => (f64::NAN, f64::NAN),
        }
    }

    pub fn halves(&self, rows: &[Vec<f64>], measures: &[f64], error: ErrorTerm) -> Halves {
        match self {
            Covariance::Product(product) => {
                let n_columns = rows.first().map_or(0, Vec::len);
                let all = DMatrix::from_fn(n_columns, rows.len(), |i, j| {
                    rows.get(j).and_then(|row| row.get(i)).copied().unwrap_or(0.0)
                });
                let half = product.triangle.half_solve(&all);
                let columns = half.column_iter().map(|column| column.into_owned()).collect();
                Halves { columns, scale: product.of_measures(measures, error).0 }
            }
            Covariance::Full(full) => {
                let columns = rows.iter().map(|row| full.half(&product_of(row, measures))).collect();
                Halves { columns, scale: if self.offers(error) { 1.0 } else { f64::NAN } }
            }
        }
    }

    /// The degrees of freedom for error of the hypothesis that independent contrasts are all zero.
    pub fn df_of(&self, rows: &[Vec<f64>], measures: &[f64], error: ErrorTerm) -> ErrorOfF {
        match self {
            Covariance::Product(product) => ErrorOfF { df: product.of_measures(measures, error).1, factor: 1.0 },
            Covariance::Full(full) => full.df_of(&rows.iter().map(|row| product_of(row, measures)).collect::<Vec<_>>()),
        }
    }

    /// The covariance of several contrasts of the measures at one row, as a matrix and its factor.
    pub fn over_measures(&self, row: &[f64], measures: &DMatrix<f64>) -> (DMatrix<f64>, f64) {
        match self {
            Covariance::Product(product) => {
                (measures.transpose() * &product.sigma * measures, product.triangle.quadratic(row))
            }
            Covariance::Full(full) => {
                let halves: Vec<DVector<f64>> =
                    measures.column_iter().map(|w| full.half(&product_of(row, w.as_slice()))).collect();
                (gram(&halves), 1.0)
            }
        }
    }
}

impl Product {
    /// The part of the variance due to the weights over the measures, and its degrees of freedom.
    fn of_measures(&self, measures: &[f64], error: ErrorTerm) -> (f64, f64) {
        match error {
            ErrorTerm::Separate => (quadratic(&self.sigma, measures), self.df),
            ErrorTerm::Pooled => self.pooled(measures),
            ErrorTerm::UnequalVariances => (f64::NAN, f64::NAN),
        }
    }

    fn pooled(&self, measures: &[f64]) -> (f64, f64) {
        let w = DVector::from_column_slice(measures);
        let parts = self.strata.iter().map(|stratum| {
            let share = (stratum.contrasts.transpose() * &w).norm_squared();
            // The part of a contrast in a stratum to which it is orthogonal is rounding error.
            let share = if share > ROUNDING * w.norm_squared() { share } else { 0.0 };
            if share > 0.0 { (share * stratum.ss / stratum.df, stratum.df) } else { (0.0, stratum.df) }
        });
        satterthwaite(parts)
    }
}

impl Full {
    /// `None` where V is not a covariance matrix. What V holds of means that are not estimable does not matter, so long as
    /// it is zero.
    pub fn new(covariance: &DMatrix<f64>, estimable: Vec<bool>, df: DegreesOfFreedom) -> Option<Self> {
        // Decomposing a matrix with non-finite entries does not terminate.
        if covariance.is_empty() || !covariance.iter().all(|entry| entry.is_finite()) {
            return None;
        }
        let eigen = SymmetricEigen::new(covariance.clone());
        let largest = eigen.eigenvalues.iter().copied().fold(0.0, f64::max);
        if eigen.eigenvalues.iter().any(|&value| value < -ROUNDING * largest) {
            return None;
        }
        let roots = eigen.eigenvalues.map(|value| value.max(0.0).sqrt());
        let root = DMatrix::from_fn(roots.len(), roots.len(), |i, j| eigen.eigenvectors[(i, j)] * roots[j]);
        Some(Self { root, estimable, df })
    }

    /// NaN where the contrast gives weight to a mean that is not estimable.
    pub fn half(&self, contrast: &DVector<f64>) -> DVector<f64> {
        let lacks = contrast.iter().zip(&self.estimable).any(|(weight, estimable)| *weight != 0.0 && !estimable);
        if lacks {
            return DVector::from_element(self.root.ncols(), f64::NAN);
        }
        let mut half = DVector::zeros(self.root.ncols());
        for (row, weight) in self.root.row_iter().zip(contrast.iter()).filter(|(_, weight)| **weight != 0.0) {
            half.iter_mut().zip(row.iter()).for_each(|(half, root)| *half += weight * root);
        }
        half
    }

    fn error(&self, contrast: &DVector<f64>) -> (f64, f64) {
        let variance = self.half(contrast).norm_squared();
        let size: f64 = (self.root.row_iter().zip(contrast.iter()).filter(|(_, weight)| **weight != 0.0))
            .map(|(row, weight)| weight * weight * row.norm_squared())
            .sum();
        let variance = if variance > ROUNDING * size { variance } else { f64::NAN };
        (variance, self.df.of(contrast, variance))
    }

    /// The error of contrasts of the measures at one row.
    pub fn df_over_measures(&self, row: &[f64], measures: &DMatrix<f64>) -> ErrorOfF {
        self.df_of(&measures.column_iter().map(|w| product_of(row, w.as_slice())).collect::<Vec<_>>())
    }

    pub fn df_of(&self, contrasts: &[DVector<f64>]) -> ErrorOfF {
        let halves: Vec<DVector<f64>> = contrasts.iter().map(|contrast| self.half(contrast)).collect();
        self.df.of_all(contrasts, gram(&halves))
    }
}

fn gram(columns: &[DVector<f64>]) -> DMatrix<f64> {
    let product = |i: usize, j: usize| columns.get(i).zip(columns.get(j)).map_or(f64::NAN, |(a, b)| a.dot(b));
    DMatrix::from_fn(columns.len(), columns.len(), product)
}

/// `c ⊗ w`: weights over all of β̂, row by row.
pub fn product_of(row: &[f64], measures: &[f64]) -> DVector<f64> {
    let weights = row.iter().flat_map(|c| measures.iter().map(move |w| c * w));
    DVector::from_iterator(row.len() * measures.len(), weights)
}

/// The sum of variances with the degrees of freedom of each, and Satterthwaite's for the sum.
pub fn satterthwaite(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let parts: Vec<(f64, f64)> = parts.filter(|(variance, _)| *variance != 0.0).collect();
    let sum: f64 = parts.iter().map(|(variance, _)| variance).sum();
    if let [(variance, df)] = parts.as_slice() {
        return (*variance, *df);
    }
    (sum, sum * sum / parts.iter().map(|(variance, df)| variance * variance / df).sum::<f64>())
}

/// `w'Aw`, NaN where it is below the rounding of its summands.
pub fn quadratic(matrix: &DMatrix<f64>, w: &[f64]) -> f64 {
    let mut sum = 0.0;
    let mut size = 0.0;
    for (i, wi) in w.iter().enumerate().filter(|(_, w)| **w != 0.0) {
        size += wi * wi * matrix[(i, i)];
        sum += wi * w.iter().enumerate().map(|(j, wj)| wj * matrix[(i, j)]).sum::<f64>();
    }
    if sum > ROUNDING * size { sum } else { f64::NAN }
}
