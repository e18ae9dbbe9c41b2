//! Solving with a symmetric positive definite matrix, and detecting that it is singular.
//!
//! # Formulas
//! A = D R D, D² = diag A, R = L L′ (Cholesky). Scaling to the correlation matrix R first makes the pivots `L_jj²` the
//! tolerances of collinearity: 1 − R² of variable j on those before it, whatever the units.
//!
//! # References
//! Higham, N. J. (2002). *Accuracy and stability of numerical algorithms* (2nd ed.), § 10.1 and theorem 7.5 (scaling).

use nalgebra::{DMatrix, DVector};

/// A pivot below this share of its variable's variance is rounding error: the variable is a combination of the others.
/// Cross-products are known to about 1e-15 of the diagonal, so that a genuine 1e-12 keeps three digits.
pub const PIVOT_MIN: f64 = 1e-12;

/// The factorisation of a symmetric positive definite matrix.
#[derive(Clone, Debug)]
pub struct PositiveDefinite {
    /// Square roots of the diagonal.
    scale: DVector<f64>,
    /// The lower factor of the correlation matrix.
    factor: DMatrix<f64>,
}

impl PositiveDefinite {
    /// Factors `matrix`, of which only the lower triangle is read; `None` where it is not square, not finite or singular
    /// (a pivot under [`PIVOT_MIN`] of its diagonal entry).
    pub fn new(matrix: &DMatrix<f64>) -> Option<Self> {
        let size = matrix.nrows();
        if matrix.ncols() != size {
            return None;
        }
        let scale = matrix.diagonal().map(f64::sqrt);
        let usable = scale.iter().all(|s| s.is_finite() && *s > 0.0);
        if !usable {
            return None;
        }
        let mut factor = DMatrix::zeros(size, size);
        for row in 0..size {
            for col in 0..=row {
                let known: f64 = (0..col).map(|k| factor[(row, k)] * factor[(col, k)]).sum();
                let rest = matrix[(row, col)] / scale[row] / scale[col] - known;
                if row == col {
                    let is_positive = rest >= PIVOT_MIN;
                    if !is_positive {
                        return None;
                    }
                    factor[(row, col)] = rest.sqrt();
                } else {
                    factor[(row, col)] = rest / factor[(col, col)];
                }
            }
        }
        Some(Self { scale, factor })
    }

    /// The number of rows.
    pub fn size(&self) -> usize {
        self.scale.len()
    }

    /// A⁻¹B. `None` where the number of rows of `b` differs.
    pub fn solve(&self, b: &DMatrix<f64>) -> Option<DMatrix<f64>> {
        let mut x = self.forward(b)?;
        self.factor.tr_solve_lower_triangular_mut(&mut x).then_some(())?;
        self.unscale(&mut x);
        Some(x)
    }

    /// A⁻¹.
    pub fn inverse(&self) -> DMatrix<f64> {
        let identity = DMatrix::identity(self.size(), self.size());
        let half = self.forward(&identity).unwrap_or(identity);
        let mut inverse = half.tr_mul(&half);
        inverse.fill_upper_triangle_with_lower_triangle();
        inverse
    }

    /// B′A⁻¹B, symmetric to the last bit. `None` where the number of rows of `b` differs.
    pub fn quadratic_form(&self, b: &DMatrix<f64>) -> Option<DMatrix<f64>> {
        let half = self.forward(b)?;
        let mut form = half.tr_mul(&half);
        form.fill_upper_triangle_with_lower_triangle();
        Some(form)
    }

    /// L⁻¹D⁻¹B: `half` with half′·half = B′A⁻¹B. `None` where the number of rows of `b` differs.
    pub fn forward(&self, b: &DMatrix<f64>) -> Option<DMatrix<f64>> {
        if b.nrows() != self.size() {
            return None;
        }
        let mut half = b.clone();
        self.unscale(&mut half);
        self.factor.solve_lower_triangular_mut(&mut half).then_some(half)
    }

    /// ln det A.
    pub fn ln_determinant(&self) -> f64 {
        let of_scale: f64 = self.scale.iter().map(|s| s.ln()).sum();
        2.0 * (of_scale + self.factor.diagonal().iter().map(|pivot| pivot.ln()).sum::<f64>())
    }

    fn unscale(&self, x: &mut DMatrix<f64>) {
        for mut column in x.column_iter_mut() {
            column.component_div_assign(&self.scale);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_worked_by_hand() {
        let a = DMatrix::from_row_slice(2, 2, &[4.0, 2.0, 2.0, 3.0]);
        let factored = PositiveDefinite::new(&a).unwrap();
        assert!((factored.ln_determinant() - 8f64.ln()).abs() < 1e-15);
        let inverse = DMatrix::from_row_slice(2, 2, &[3.0 / 8.0, -0.25, -0.25, 0.5]);
        assert!((factored.inverse() - &inverse).amax() < 1e-15);
        let b = DMatrix::from_row_slice(2, 1, &[1.0, -3.0]);
        assert!((factored.solve(&b).unwrap() - &inverse * &b).amax() < 1e-15);
        assert!((factored.quadratic_form(&b).unwrap() - b.transpose() * &inverse * &b).amax() < 1e-14);
    }

    #[test]
    fn units_do_not_make_a_matrix_singular_and_collinearity_does() {
        let units = DMatrix::from_row_slice(2, 2, &[1e-20, 0.5, 0.5, 1e20]);
        assert!(PositiveDefinite::new(&units).is_some());
        let same = DMatrix::from_row_slice(2, 2, &[1e10, 1e10, 1e10, 1e10]);
        assert!(PositiveDefinite::new(&same).is_none());
        let sum = DMatrix::from_row_slice(3, 3, &[0.1, 0.0, 0.1, 0.0, 0.3, 0.3, 0.1, 0.3, 0.4]);
        assert!(PositiveDefinite::new(&sum).is_none());
        assert!(PositiveDefinite::new(&DMatrix::zeros(1, 1)).is_none());
        assert!(PositiveDefinite::new(&DMatrix::from_element(1, 1, f64::NAN)).is_none());
        assert!(PositiveDefinite::new(&DMatrix::zeros(2, 3)).is_none());
    }

    #[test]
    fn a_matrix_of_no_rows_has_determinant_one() {
        let nothing = PositiveDefinite::new(&DMatrix::zeros(0, 0)).unwrap();
        assert_eq!((nothing.size(), nothing.ln_determinant()), (0, 0.0));
    }
}
