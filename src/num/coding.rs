//! Contrast codings of a factor: the design columns of its levels.
//!
//! # Formulas
//! - Sum to zero: level i < n has 1 in column i; the last level has −1 in every column.
//! - Helmert, orthonormal: column j compares level j + 1 with the mean of those before it.
//! - Polynomials: the powers of the time points, each made orthogonal to those below it and to the constant
//!   (Fisher & Yates, 1963, Table XXIII prints their smallest whole numbers).
//!
//! # Agreement with R
//! `contr.sum`, `contr.helmert` in unit length, `contr.poly`; whole numbers as `emmeans::poly.emmc`, but for higher degrees
//! from 18 occasions on, where that one's search for a common divisor ends in numbers of 10¹⁶.
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
        let is_new = length > 1e-10 * length_before;
        if !is_new {
            return None;
        }
        basis.push(next / length);
    }
    Some(DMatrix::from_fn(n, n.saturating_sub(1), |level, column| basis[column + 1][level]))
}

/// The largest number of occasions with [`whole_number_polynomials`]: beyond it the highest degrees outgrow whole numbers.
pub const OCCASIONS_MAX: usize = 30;

/// Polynomial contrasts of `n` equally spaced occasions in the smallest whole numbers, n × (n − 1), as Fisher & Yates and
/// R's `poly.emmc` print them; `None` beyond [`OCCASIONS_MAX`].
///
/// ```
/// use prepost::num::coding::whole_number_polynomials;
/// let contrasts = whole_number_polynomials(3).unwrap();
/// assert_eq!(contrasts.as_slice(), [-1.0, 0.0, 1.0, 1.0, -2.0, 1.0]);
/// ```
pub fn whole_number_polynomials(n: usize) -> Option<DMatrix<f64>> {
    if n > OCCASIONS_MAX {
        return None;
    }
    // −(n − 1), …, −1, 1, …, n − 1 or −(n − 1), …, 0, …, n − 1: symmetric about zero.
    let time: Vec<i128> = (0..n as i128).map(|level| 2 * level - (n as i128 - 1)).collect();
    let mut below = vec![0; n];
    let mut current = vec![1; n];
    let mut columns = Vec::with_capacity(n * n.saturating_sub(1));
    for _ in 1..n {
        let next = next_polynomial(&time, &current, &below)?;
        below = std::mem::replace(&mut current, next);
        columns.extend(current.iter().map(|coefficient| *coefficient as f64));
    }
    Some(DMatrix::from_vec(n, n.saturating_sub(1), columns))
}

/// The polynomial one degree above `current`, in its smallest whole numbers. Time × `current` overlaps only with `below`;
/// by symmetry not with `current` itself. `None` on overflow.
fn next_polynomial(time: &[i128], current: &[i128], below: &[i128]) -> Option<Vec<i128>> {
    let raised = time.iter().zip(current).map(|(t, c)| t.checked_mul(*c)).collect::<Option<Vec<_>>>()?;
    let overlap = dot(&raised, below)?;
    let length = dot(below, below)?.max(1);
    let common = gcd(overlap, length);
    let (overlap, length) = (overlap / common, length / common);
    let mut next = Vec::with_capacity(time.len());
    for (high, low) in raised.iter().zip(below) {
        next.push(high.checked_mul(length)?.checked_sub(low.checked_mul(overlap)?)?);
    }
    let common = next.iter().fold(0, |common, coefficient| gcd(common, *coefficient)).max(1);
    for coefficient in &mut next {
        *coefficient /= common;
    }
    Some(next)
}

fn dot(a: &[i128], b: &[i128]) -> Option<i128> {
    a.iter().zip(b).try_fold(0i128, |sum, (x, y)| sum.checked_add(x.checked_mul(*y)?))
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_orthonormal(contrasts: &DMatrix<f64>) {
        let (n, columns) = contrasts.shape();
        assert!((contrasts.tr_mul(contrasts) - DMatrix::identity(columns, columns)).amax() < 4e-15, "{n}");
        assert!(contrasts.row_sum().amax() < 4e-15, "{n}");
    }

    #[test]
    fn orthonormal_contrasts_are_so_to_the_last_bit() {
        for n in [1, 2, 3, 4, 7, 12, 30, 60] {
            is_orthonormal(&orthonormal_helmert(n));
            is_orthonormal(&orthonormal_polynomials(n));
        }
        let months = orthonormal_polynomials_at(&[0.0, 1.5, 3.0, 12.0]).unwrap();
        is_orthonormal(&months);
        assert!(months.row(3).iter().all(|coefficient| *coefficient > 0.0));
    }

    #[test]
    fn equal_or_missing_times_have_no_polynomials() {
        assert!(orthonormal_polynomials_at(&[0.0, 1.0, 1.0]).is_none());
        assert!(orthonormal_polynomials_at(&[0.0, f64::NAN]).is_none());
        assert!(orthonormal_polynomials_at(&[0.0, 0.0]).is_none());
        assert_eq!(orthonormal_polynomials_at(&[5.0]).map(|m| m.shape()), Some((1, 0)));
        assert_eq!(orthonormal_polynomials_at(&[]).map(|m| m.shape()), Some((0, 0)));
    }

    #[test]
    fn whole_numbers_as_fisher_and_yates_print_them() {
        // Fisher & Yates (1963), Table XXIII; R: emmeans::poly.emmc(1:8).
        let printed: [(usize, &[&[i32]]); 5] = [
            (2, &[&[-1, 1]]),
            (3, &[&[-1, 0, 1], &[1, -2, 1]]),
            (4, &[&[-3, -1, 1, 3], &[1, -1, -1, 1], &[-1, 3, -3, 1]]),
            (5, &[&[-2, -1, 0, 1, 2], &[2, -1, -2, -1, 2], &[-1, 2, 0, -2, 1], &[1, -4, 6, -4, 1]]),
            (8, &[&[-7, -5, -3, -1, 1, 3, 5, 7], &[7, 1, -3, -5, -5, -3, 1, 7], &[-7, 5, 7, 3, -3, -7, -5, 7]]),
        ];
        for (n, columns) in printed {
            let actual = whole_number_polynomials(n).unwrap();
            for (column, expected) in columns.iter().enumerate() {
                let expected = DVector::from_iterator(n, expected.iter().map(|c| f64::from(*c)));
                assert_eq!(actual.column(column), expected, "{n} occasions, degree {}", column + 1);
            }
        }
    }

    #[test]
    fn whole_numbers_are_the_orthonormal_polynomials_in_other_units() {
        for n in 1..=OCCASIONS_MAX {
            let mut whole = whole_number_polynomials(n).unwrap();
            assert!(whole.iter().all(|coefficient| coefficient.abs() < 1e15));
            whole.column_iter_mut().for_each(|mut column| {
                column.normalize_mut();
            });
            assert!(n == 1 || (whole - orthonormal_polynomials(n)).amax() < 1e-14, "{n}");
        }
        assert!(whole_number_polynomials(OCCASIONS_MAX + 1).is_none());
    }

    #[test]
    fn sum_to_zero_as_r_codes_it() {
        assert_eq!(sum_to_zero(3), DMatrix::from_row_slice(3, 2, &[1.0, 0.0, 0.0, 1.0, -1.0, -1.0]));
        assert_eq!(sum_to_zero(1).shape(), (1, 0));
        assert_eq!(sum_to_zero(0).shape(), (0, 0));
    }
}
