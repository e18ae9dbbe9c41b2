//! Factors within participants: orthonormal contrasts of the measures, one stratum for each of their terms.

use nalgebra::DMatrix;

use crate::num::coding::orthonormal_polynomials;

/// The factors within participants, by their numbers of levels; the first varies slowest over the measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Within {
    pub levels: Vec<usize>,
}

/// The contrasts of one term: each participant's mean (mask 0), a factor, or a product of factors.
#[derive(Clone, Debug)]
pub struct Stratum {
    /// The factors whose bit is set.
    pub mask: u32,
    /// Measures × d, orthonormal.
    pub contrasts: DMatrix<f64>,
}

impl Within {
    pub fn n_measures(&self) -> usize {
        self.levels.iter().product()
    }

    /// Every stratum: the mean first, then in the order of R's tables (`occasion`, `hour`, `occasion:hour`).
    pub fn strata(&self) -> Vec<Stratum> {
        let mut masks: Vec<u32> = (0..1u32 << self.levels.len().min(16)).collect();
        masks.sort_by_key(|mask| (mask.count_ones(), *mask));
        masks.into_iter().map(|mask| self.stratum(mask)).filter(|stratum| stratum.contrasts.ncols() > 0).collect()
    }

    pub fn stratum(&self, mask: u32) -> Stratum {
        let mut contrasts = DMatrix::from_element(1, 1, 1.0);
        for (f, &levels) in self.levels.iter().enumerate() {
            let factor = if mask >> f & 1 == 1 {
                orthonormal_polynomials(levels)
            } else {
                DMatrix::from_element(levels, 1, 1.0 / (levels as f64).sqrt())
            };
            contrasts = contrasts.kronecker(&factor);
        }
        Stratum { mask, contrasts }
    }

    /// Weights over the measures from weights over the levels of each factor.
    pub fn weights(&self, of_factors: &[Vec<f64>]) -> Vec<f64> {
        of_factors.iter().fold(vec![1.0], |measures, factor| {
            measures.iter().flat_map(|m| factor.iter().map(move |w| m * w)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strata_together_are_an_orthonormal_basis() {
        let within = Within { levels: vec![3, 5] };
        let strata = within.strata();
        assert_eq!(strata.iter().map(|s| s.contrasts.ncols()).collect::<Vec<_>>(), [1, 2, 4, 8]);
        for a in &strata {
            for b in &strata {
                let product = a.contrasts.transpose() * &b.contrasts;
                let wanted = if a.mask == b.mask { 1.0 } else { 0.0 };
                for (i, j) in (0..product.nrows()).flat_map(|i| (0..product.ncols()).map(move |j| (i, j))) {
                    assert!((product[(i, j)] - if i == j { wanted } else { 0.0 }).abs() < 1e-14);
                }
            }
        }
    }
}
