//! Gram–Schmidt orthonormalisation of columns.

use nalgebra::{DMatrix, DVector};

/// A column whose residual on the columns before it is shorter than this share of its length is linearly dependent.
const DEPENDENT: f64 = 1e-9;

/// Orthonormal columns `q` and the triangle `r` with `X = Q R`, by Gram–Schmidt, each column made orthogonal twice.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    q: Vec<DVector<f64>>,
    r: Triangle,
}

/// The triangular factor `R`, sufficient for `(X'X)⁻¹ = R⁻¹R⁻ᵀ`.
#[derive(Clone, Debug, Default)]
pub struct Triangle {
    /// Column `j` holds `j + 1` numbers.
    columns: Vec<Vec<f64>>,
}

impl Triangle {
    /// Solves `R b = e` for each column of `e`.
    pub fn solve(&self, e: &DMatrix<f64>) -> DMatrix<f64> {
        let mut b = e.clone();
        for mut b in b.column_iter_mut() {
            for (j, r) in self.columns.iter().enumerate().rev() {
                let Some((diagonal, above)) = r.split_last() else { continue };
                b[j] /= diagonal;
                let solved = b[j];
                for (b, r) in b.iter_mut().zip(above) {
                    *b -= r * solved;
                }
            }
        }
        b
    }

    /// `c'(X'X)⁻¹c`: the squared length of `R⁻ᵀc`.
    pub fn quadratic(&self, c: &[f64]) -> f64 {
        let mut z: Vec<f64> = Vec::with_capacity(c.len());
        for (r, &c) in self.columns.iter().zip(c) {
            let Some((diagonal, above)) = r.split_last() else { continue };
            let known: f64 = above.iter().zip(&z).map(|(r, z)| r * z).sum();
            z.push((c - known) / diagonal);
        }
        z.iter().map(|z| z * z).sum()
    }

    /// The rows of `R⁻ᵀC`, for a matrix of hypotheses `C` (hypotheses in columns).
    pub fn half_solve(&self, c: &DMatrix<f64>) -> DMatrix<f64> {
        let mut z = c.clone();
        for mut z in z.column_iter_mut() {
            for (j, r) in self.columns.iter().enumerate() {
                let Some((diagonal, above)) = r.split_last() else { continue };
                let known: f64 = above.iter().zip(z.iter()).map(|(r, z)| r * z).sum();
                z[j] = (z[j] - known) / diagonal;
            }
        }
        z
    }
}

impl Basis {
    pub fn len(&self) -> usize {
        self.q.len()
    }

    pub fn is_empty(&self) -> bool {
        self.q.is_empty()
    }

    /// The orthonormal columns.
    pub fn orthonormal(&self) -> &[DVector<f64>] {
        &self.q
    }

    /// Adds a column; false, and nothing is added, where it is linearly dependent on the columns before it.
    pub fn push(&mut self, column: &DVector<f64>) -> bool {
        let mut rest = column.clone();
        let mut r = vec![0.0; self.q.len()];
        // A second pass is needed: cancellation leaves components along the columns before.
        for _ in 0..2 {
            for (q, r) in self.q.iter().zip(&mut r) {
                let along = q.dot(&rest);
                rest.axpy(-along, q, 1.0);
                *r += along;
            }
        }
        let norm = rest.norm();
        if !norm.is_finite() || norm <= DEPENDENT * column.norm() {
            return false;
        }
        rest /= norm;
        r.push(norm);
        self.q.push(rest);
        self.r.columns.push(r);
        true
    }

    /// Adds all columns or, where one is linearly dependent on those before it, none.
    pub fn push_all(&mut self, columns: &[DVector<f64>]) -> bool {
        let before = self.len();
        let all = columns.iter().all(|column| self.push(column));
        if !all {
            self.q.truncate(before);
            self.r.columns.truncate(before);
        }
        all
    }

    /// The coordinates of the columns of `y` along the basis from column `from` on: `Q'Y`.
    pub fn effects(&self, y: &DMatrix<f64>, from: usize) -> DMatrix<f64> {
        let q = self.q.get(from..).unwrap_or_default();
        DMatrix::from_fn(q.len(), y.ncols(), |row, column| q.get(row).map_or(0.0, |q| q.dot(&y.column(column))))
    }

    /// The residual of `y` on the basis.
    pub fn residual(&self, y: &DMatrix<f64>) -> DMatrix<f64> {
        let mut rest = y.clone();
        for mut column in rest.column_iter_mut() {
            for q in &self.q {
                let along = q.dot(&column);
                column.axpy(-along, q, 1.0);
            }
        }
        rest
    }

    /// The triangle of the columns.
    pub fn triangle(&self) -> &Triangle {
        &self.r
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependent_column_is_refused() {
        let mut basis = Basis::default();
        assert!(basis.push(&DVector::from_vec(vec![1.0, 1.0, 1.0])));
        assert!(basis.push(&DVector::from_vec(vec![0.1, 0.2, 0.4])));
        assert!(!basis.push(&DVector::from_vec(vec![1.3, 1.5, 1.9])));
        assert!(!basis.push(&DVector::from_vec(vec![0.0, 0.0, 0.0])));
        assert_eq!(basis.len(), 2);
    }

    #[test]
    fn it_solves_least_squares() {
        // y = 1 + 2x exactly.
        let mut basis = Basis::default();
        basis.push(&DVector::from_vec(vec![1.0; 3]));
        basis.push(&DVector::from_vec(vec![1.0, 2.0, 4.0]));
        let y = DMatrix::from_vec(3, 1, vec![3.0, 5.0, 9.0]);
        let b = basis.triangle().solve(&basis.effects(&y, 0));
        assert!((b[0] - 1.0).abs() < 1e-13 && (b[1] - 2.0).abs() < 1e-13);
        assert!(basis.residual(&y).norm() < 1e-13);
        // (X'X)⁻¹ of the slope: 1 / Σ(x − x̄)² = 3/14.
        assert!((basis.triangle().quadratic(&[0.0, 1.0]) - 3.0 / 14.0).abs() < 1e-14);
    }
}
