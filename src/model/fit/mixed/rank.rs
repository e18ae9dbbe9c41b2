//! The coefficients that the data determine, and what the others would be a combination of.
//!
//! A combination of arm and occasion without a value leaves a column of zeros, or one that follows from the others. It is
//! dropped; a mean is estimable where its row is, so to speak, consistent with what was dropped: with `x_d = Σ α_k x_k` for
//! a dropped column, `r_d = Σ α_k r_k`.

use nalgebra::{DMatrix, DVector};

use crate::num::positive_definite::{PIVOT_MIN, PositiveDefinite};

/// The coefficients that stay.
#[derive(Clone, Debug)]
pub struct Rank {
    /// The new place of each coefficient, none where it is dropped.
    pub kept: Vec<Option<usize>>,
    /// Kept × dropped: the dropped columns as combinations of those kept.
    combinations: DMatrix<f64>,
}

/// A row is inconsistent with a dropped column where it deviates by this share of its length.
const CONSISTENT: f64 = 1e-7;

impl Rank {
    /// From the cross-products of the columns, earlier ones kept first.
    pub fn new(gram: &DMatrix<f64>) -> Self {
        let n = gram.nrows();
        let mut rest = gram.clone();
        let mut kept = vec![None; n];
        let mut n_kept = 0;
        for (j, place) in kept.iter_mut().enumerate() {
            let pivot: f64 = rest[(j, j)];
            let is_new = pivot > PIVOT_MIN * gram[(j, j)] && pivot.is_finite();
            if is_new {
                *place = Some(n_kept);
                n_kept += 1;
                let line = rest.row(j) / pivot.sqrt();
                rest -= line.transpose() * &line;
            }
        }
        let (stay, go): (Vec<usize>, Vec<usize>) = (0..n).partition(|&j| matches!(kept.get(j), Some(Some(_))));
        let of_kept = DMatrix::from_fn(stay.len(), stay.len(), |i, j| gram[(stay[i], stay[j])]);
        let beside = DMatrix::from_fn(stay.len(), go.len(), |i, j| gram[(stay[i], go[j])]);
        let solved = PositiveDefinite::new(&of_kept).and_then(|factored| factored.solve(&beside));
        Self { kept, combinations: solved.unwrap_or(beside) }
    }

    /// How many coefficients the data do not determine.
    pub fn n_dropped(&self) -> usize {
        self.combinations.ncols()
    }

    /// A row over all coefficients as a row over those kept; `None` where its mean is not estimable.
    pub fn estimable(&self, row: &DVector<f64>) -> Option<DVector<f64>> {
        let (mut stay, mut go) = (Vec::new(), Vec::new());
        for (value, place) in row.iter().zip(&self.kept) {
            if place.is_some() { stay.push(*value) } else { go.push(*value) }
        }
        let (stay, go) = (DVector::from_vec(stay), DVector::from_vec(go));
        let expected = self.combinations.tr_mul(&stay);
        ((expected - go).amax() <= CONSISTENT * row.amax()).then_some(stay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_decides_what_is_estimable() {
        // Columns 1, x, and x + 1 over x = 0, 1, 3.
        let x = DMatrix::from_row_slice(3, 3, &[1.0, 0.0, 1.0, 1.0, 1.0, 2.0, 1.0, 3.0, 4.0]);
        let rank = Rank::new(&x.tr_mul(&x));
        assert_eq!(rank.kept, [Some(0), Some(1), None]);
        let row = |values: [f64; 3]| DVector::from_row_slice(&values);
        assert_eq!(rank.estimable(&row([1.0, 2.0, 3.0])), Some(DVector::from_row_slice(&[1.0, 2.0])));
        assert_eq!(rank.estimable(&row([1.0, 2.0, 2.0])), None);
    }
}
