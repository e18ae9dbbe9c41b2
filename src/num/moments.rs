//! n, means and cross-products of one cell's rows, in one pass and in constant memory.
//!
//! # Formulas
//! With z = x − shift (exact for doubles near the shift), δ = z − z̄ₙ₋₁:
//! z̄ₙ = z̄ₙ₋₁ + δ/n, Cₙ = Cₙ₋₁ + δδ′(n − 1)/n (Welford, 1962; West, 1979).
//! Two parts: δ = z̄_B − z̄_A, C = C_A + C_B + δδ′ n_A n_B/n (Chan, Golub & LeVeque, 1983).
//!
//! All arms of an outcome share one shift, the first value of each column, so that differences of means lose no digits
//! to a large common level (NIST `SmLs09`).
//!
//! # References
//! - Welford, B. P. (1962). Note on a method for calculating corrected sums of squares and products.
//!   *Technometrics, 4*(3), 419–420. <https://doi.org/10.1080/00401706.1962.10490022>
//! - West, D. H. D. (1979). Updating mean and variance estimates: An improved method. *Communications of the ACM,
//!   22*(9), 532–535. <https://doi.org/10.1145/359146.359153>
//! - Chan, T. F., Golub, G. H., & LeVeque, R. J. (1983). Algorithms for computing the sample variance. *The American
//!   Statistician, 37*(3), 242–247. <https://doi.org/10.1080/00031305.1983.10483115>

use nalgebra::{DMatrix, DVector};

/// The moments of the rows of one cell.
#[derive(Clone, Debug)]
pub struct Moments {
    n: u64,
    shift: DVector<f64>,
    mean_shifted: DVector<f64>,
    /// Both triangles, equal to the last bit.
    cross_products: DMatrix<f64>,
    /// Room for one row's or cell's deviation.
    deviation: DVector<f64>,
}

impl Moments {
    /// No rows yet, of as many columns as `shift` has.
    pub fn new(shift: &[f64]) -> Self {
        let d = shift.len();
        Self {
            n: 0,
            shift: DVector::from_column_slice(shift),
            mean_shifted: DVector::zeros(d),
            cross_products: DMatrix::zeros(d, d),
            deviation: DVector::zeros(d),
        }
    }

    /// The moments as they were stored: `mean_shifted` is the mean minus `shift`, `cross_products` are centred.
    /// `None` where the sizes differ.
    pub fn from_parts(n: u64, shift: &[f64], mean_shifted: &[f64], cross_products: DMatrix<f64>) -> Option<Self> {
        let d = shift.len();
        let sizes_agree = mean_shifted.len() == d && cross_products.shape() == (d, d);
        sizes_agree.then(|| Self {
            n,
            shift: DVector::from_column_slice(shift),
            mean_shifted: DVector::from_column_slice(mean_shifted),
            cross_products,
            deviation: DVector::zeros(d),
        })
    }

    /// Adds one complete row. A value that is not finite makes its column's moments `NaN`.
    pub fn add(&mut self, row: &[f64]) {
        debug_assert_eq!(row.len(), self.shift.len(), "a row has one value for each column");
        self.n += 1;
        let n = self.n as f64;
        for (column, value) in row.iter().enumerate().take(self.shift.len()) {
            self.deviation[column] = value - self.shift[column] - self.mean_shifted[column];
        }
        self.mean_shifted.axpy(1.0 / n, &self.deviation, 1.0);
        self.add_outer_product((n - 1.0) / n);
    }

    /// Adds the rows behind `other`, as if they had been added one by one. Shifts may differ.
    pub fn merge(&mut self, other: &Moments) {
        debug_assert_eq!(other.shift.len(), self.shift.len(), "cells of one outcome have the same columns");
        if other.n == 0 {
            return;
        }
        let (n_self, n_other) = (self.n as f64, other.n as f64);
        let n = n_self + n_other;
        for column in 0..self.d().min(other.d()) {
            let between_shifts = other.shift[column] - self.shift[column];
            self.deviation[column] = between_shifts + (other.mean_shifted[column] - self.mean_shifted[column]);
        }
        self.n += other.n;
        self.mean_shifted.axpy(n_other / n, &self.deviation, 1.0);
        self.cross_products += &other.cross_products;
        self.add_outer_product(n_self * (n_other / n));
    }

    /// The number of columns.
    pub fn d(&self) -> usize {
        self.shift.len()
    }

    /// The number of rows added.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// The constant subtracted from every value.
    pub fn shift(&self) -> &DVector<f64> {
        &self.shift
    }

    /// The mean minus the shift: compare cells by this, where their shifts are equal. Zeros before the first row.
    pub fn mean_shifted(&self) -> &DVector<f64> {
        &self.mean_shifted
    }

    /// The mean; `NaN` before the first row.
    pub fn mean(&self) -> DVector<f64> {
        let none = if self.n == 0 { f64::NAN } else { 0.0 };
        (&self.mean_shifted + &self.shift).add_scalar(none)
    }

    /// Σ(x − x̄)(x − x̄)′, d × d and symmetric to the last bit.
    pub fn cross_products(&self) -> &DMatrix<f64> {
        &self.cross_products
    }

    /// The covariance matrix with n − 1; `NaN` for fewer than two rows.
    pub fn covariance(&self) -> DMatrix<f64> {
        let df = if self.n < 2 { f64::NAN } else { (self.n - 1) as f64 };
        &self.cross_products / df
    }

    /// `cross_products += factor × deviation × deviation′`, equal in both triangles.
    fn add_outer_product(&mut self, factor: f64) {
        let d = self.d();
        for col in 0..d {
            let scaled = factor * self.deviation[col];
            for row in col..d {
                self.cross_products[(row, col)] += scaled * self.deviation[row];
            }
        }
        self.cross_products.fill_upper_triangle_with_lower_triangle();
    }
}
