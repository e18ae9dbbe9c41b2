//! Codings of a factor: the columns that stand for its levels.
//!
//! # Formulas
//! - Sum to zero: level i < n has 1 in column i; the last level has −1 in every column.
//! - Helmert, orthonormal: column j compares level j + 1 with the mean of those before it.
//! - Polynomials: the powers of the time points, each made orthogonal to those below it and to the constant
//!   (Fisher & Yates, 1963, Table XXIII prints their smallest whole numbers).
//!
//! # References
//! Fisher, R. A., & Yates, F. (1963). *Statistical tables for biological, agricultural and medical research* (6th ed.).

use nalgebra::{DMatrix, DVector};

/// The sum-to-zero coding, n × (n − 1) (R's `contr.sum`).
pub fn sum_to_zero(n: usize) -> DMatrix<f64> {
    let columns = n.saturating_sub(1);
    DMatrix::from_fn(n, columns, |level, column| {
        if level == columns {
            -1.0
        } else if level == column {
            1.0
        } else {
            0.0
        }
    })
}

/// Orthonormal Helmert contrasts, n × (n − 1): column j compares level j + 1 with the mean of those before it.
pub fn orthonormal_helmert(n: usize) -> DMatrix<f64> {
    DMatrix::from_fn(n, n.saturating_sub(1), |level, column| {
        let before = (column + 1) as f64;
        let length = (before * (before + 1.0)).sqrt();
        if level <= column {
            -1.0 / length
        } else if level == column + 1 {
            before / length
        } else {
            0.0
        }
    })
}

/// Orthonormal polynomial contrasts of `n` equally spaced occasions, n × (n − 1): linear, quadratic, … (R's `contr.poly`).
pub fn orthonormal_polynomials(n: usize) -> DMatrix<f64> {
    let points: Vec<f64> = (0..n).map(|point| point as f64).collect();
    orthonormal_polynomials_at(&points).unwrap_or_else(|| orthonormal_helmert(n))
}

/// Orthonormal polynomial contrasts of occasions at the time `points`; `None` where two of them are equal or one is not
/// finite. Every contrast has its last coefficient positive if the points increase.
pub fn orthonormal_polynomials_at(points: &[f64]) -> Option<DMatrix<f64>> {
    let n = points.len();
    let centre = points.iter().sum::<f64>() / n as f64;
    let spread = points.iter().map(|point| (point - centre).abs()).fold(0.0, f64::max);
    let time = DVector::from_iterator(n, points.iter().map(|point| (point - centre) / spread));
    if n > 1 && !time.iter().all(|t| t.is_finite()) {
        return None;
    }
    let mut basis: Vec<DVector<f64>> = vec![DVector::from_element(n, 1.0 / (n as f64).sqrt())];
    for degree in 1..n {
        // Time × the polynomial before spans the same as the next power, and stays well conditioned.
        let mut next = basis[degree - 1].component_mul(&time);
        let length_before = next.norm();
        // Twice is enough: the second pass removes what rounding left of the first.
        for _ in 0..2 {
            for lower in &basis {
                let overlap = lower.dot(&next);
                next.axpy(-overlap, lower, 1.0);
            }
        }
        let length = next.norm();
        if !(length > 1e-10 * length_before) {
            return None;
        }
        basis.push(next / length);
    }
    Some(DMatrix::from_fn(n, n.saturating_sub(1), |level, column| basis[column + 1][level]))
}
