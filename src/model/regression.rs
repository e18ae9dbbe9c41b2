//! Least-squares regression of one measure on the participants' rows, for statistics that moments do not carry.
//!
//! # Formulas
//! With `X = QR`, the hat values are `h_i = Σ_j q_ij²` and the residuals `e = y − QQ'y`. The heteroskedasticity-consistent
//! variance of a contrast `c` of the coefficients is
//! `c'(X'X)⁻¹ X' diag(e_i²/(1 − h_i)²) X (X'X)⁻¹ c` (HC3: MacKinnon & White, 1985; Long & Ervin, 2000).
//!
//! # References
//! MacKinnon, J. G., & White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators with improved
//! finite sample properties. *Journal of Econometrics, 29*(3), 305–325.
//! Long, J. S., & Ervin, L. H. (2000). Using heteroscedasticity consistent standard errors in the linear regression model.
//! *The American Statistician, 54*(3), 217–224.

use nalgebra::{DMatrix, DVector};

use super::basis::Basis;
use super::f_test::FTest;
use super::lack::ROUNDING;

/// A hat value this near one counts as leverage 1: the residual is zero whatever the response.
const FULL_LEVERAGE: f64 = 1.0 - 1e-9;

#[derive(Clone, Debug)]
pub struct Regression {
    basis: Basis,
    response: DMatrix<f64>,
    pub residuals: Vec<f64>,
    /// The diagonal of `X(X'X)⁻¹X'`.
    pub hat_values: Vec<f64>,
}

impl Regression {
    /// `None` where a column depends on those before it.
    pub fn new(columns: &[Vec<f64>], response: &[f64]) -> Option<Self> {
        let mut basis = Basis::default();
        if !columns.iter().all(|column| basis.push(&DVector::from_column_slice(column))) {
            return None;
        }
        let response = DMatrix::from_column_slice(response.len(), 1, response);
        let residuals = basis.residual(&response).iter().copied().collect();
        let hat = |row: usize| basis.orthonormal().iter().map(|q| q.get(row).map_or(0.0, |q| q * q)).sum();
        let hat_values = (0..response.nrows()).map(hat).collect();
        Some(Self { basis, response, residuals, hat_values })
    }

    pub fn df_error(&self) -> usize {
        self.residuals.len().saturating_sub(self.basis.len())
    }

    /// The HC3 variance of a contrast of the coefficients; NaN where a participant has a column to himself.
    pub fn hc3(&self, contrast: &[f64]) -> f64 {
        let along = self.basis.triangle().half_solve(&DMatrix::from_column_slice(contrast.len(), 1, contrast));
        let influence = |row: usize| -> f64 {
            let q = self.basis.orthonormal().iter().map(|q| q.get(row).copied().unwrap_or(0.0));
            q.zip(along.iter()).map(|(q, along)| q * along).sum()
        };
        let rows = self.residuals.iter().zip(&self.hat_values).enumerate();
        rows.map(|(row, (residual, hat))| {
            let influence = influence(row);
            if *hat >= FULL_LEVERAGE {
                return f64::NAN;
            }
            (influence * residual / (1.0 - hat)).powi(2)
        })
        .sum()
    }

    /// The F test of further columns. Columns that are linearly dependent on those before are left out.
    pub fn gain(&self, further: &[Vec<f64>]) -> FTest {
        let mut basis = self.basis.clone();
        let df1 = further.iter().filter(|column| basis.push(&DVector::from_column_slice(column))).count();
        let ss = basis.effects(&self.response, self.basis.len()).norm_squared();
        let left = basis.residual(&self.response).norm_squared();
        let total: f64 = self.residuals.iter().map(|residual| residual * residual).sum();
        let df2 = self.residuals.len().saturating_sub(basis.len()) as f64;
        FTest::new(ss, df1 as f64, if left > ROUNDING * total && df2 > 0.0 { left } else { 0.0 }, df2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ones(n: usize) -> Vec<f64> {
        vec![1.0; n]
    }

    #[test]
    fn hc3_of_a_mean() {
        // h = 1/n, so the variance is Σe²/((1 − 1/n)² n²): by hand for 1, 2, 6: e = −2, −1, 3; 14/(4/9 · 9) = 3.5.
        let fit = Regression::new(&[ones(3)], &[1.0, 2.0, 6.0]).expect("a mean");
        assert!((fit.hc3(&[1.0]) - 3.5).abs() < 1e-14);
        assert_eq!(fit.df_error(), 2);
    }

    #[test]
    fn a_participant_with_a_column_to_himself_leaves_no_robust_variance() {
        let indicator = vec![1.0, 0.0, 0.0];
        let fit = Regression::new(&[ones(3), indicator], &[1.0, 2.0, 6.0]).expect("two columns");
        assert!(fit.hc3(&[0.0, 1.0]).is_nan());
    }

    #[test]
    fn a_slope_is_what_it_takes_from_the_residual() {
        // y = 0, 1, 1, 2 on x = 0…3: slope 0.6, SS 1.8, left 0.2 on 2.
        let fit = Regression::new(&[ones(4)], &[0.0, 1.0, 1.0, 2.0]).expect("a mean");
        let test = fit.gain(&[vec![0.0, 1.0, 2.0, 3.0]]);
        assert!((test.ss - 1.8).abs() < 1e-14 && (test.ss_error - 0.2).abs() < 1e-14 && test.df2 == 2.0);
    }
}
