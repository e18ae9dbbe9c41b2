//! The Kruskal–Wallis test, with Dunn's comparisons of pairs of samples.

use super::{midranks, normal_p};
use crate::num::tail::chi2_sf;

/// Several samples compared by ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct KruskalWallis {
    pub h: f64,
    pub df: f64,
    pub p: f64,
    /// `H(N + 1)/(N² − 1)`.
    pub epsilon2: f64,
    /// `(H − k + 1)/(N − k)`.
    pub eta2_h: f64,
    mean_ranks: Vec<f64>,
    sizes: Vec<f64>,
    /// The variance of one rank, ties taken off.
    variance: f64,
}

impl KruskalWallis {
    /// Dunn's z and its unadjusted p, later minus earlier sample.
    pub fn dunn(&self, later: usize, earlier: usize) -> Option<(f64, f64)> {
        let difference = self.mean_ranks.get(later)? - self.mean_ranks.get(earlier)?;
        let z = difference / (self.variance * (1.0 / self.sizes.get(later)? + 1.0 / self.sizes.get(earlier)?)).sqrt();
        Some((z, normal_p(z)))
    }
}

/// `None` where all values are equal or a sample is empty.
pub fn kruskal_wallis(samples: &[Vec<f64>]) -> Option<KruskalWallis> {
    let (ranks, ties) = midranks(&samples.concat());
    let n = ranks.len() as f64;
    let k = samples.len() as f64;
    let variance = n * (n + 1.0) / 12.0 - ties / (12.0 * (n - 1.0));
    if samples.len() < 2 || samples.iter().any(Vec::is_empty) || variance.is_nan() || variance <= 1e-9 {
        return None;
    }
    let mut left = ranks.as_slice();
    let mut mean_ranks = Vec::new();
    for sample in samples {
        let (ranks, rest) = left.split_at(sample.len());
        mean_ranks.push(ranks.iter().sum::<f64>() / ranks.len() as f64);
        left = rest;
    }
    let sizes: Vec<f64> = samples.iter().map(|sample| sample.len() as f64).collect();
    let middle = (n + 1.0) / 2.0;
    let spread: f64 = mean_ranks.iter().zip(&sizes).map(|(mean, size)| size * (mean - middle).powi(2)).sum();
    let h = spread / variance;
    Some(KruskalWallis {
        h,
        df: k - 1.0,
        p: chi2_sf(h, k - 1.0),
        epsilon2: h * (n + 1.0) / (n * n - 1.0),
        eta2_h: (h - k + 1.0) / (n - k),
        mean_ranks,
        sizes,
        variance,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_pairs_by_hand() {
        // Mean ranks 1.5, 3.5, 5.5 around 3.5: H = 2(4 + 0 + 4)/3.5.
        let actual = kruskal_wallis(&[vec![1.0, 2.0], vec![3.0, 4.0], vec![5.0, 6.0]]).expect("they differ");
        assert!((actual.h - 16.0 / 3.5).abs() < 1e-12);
        let (z, _) = actual.dunn(2, 0).expect("both are there");
        assert!((z - 4.0 / 3.5_f64.sqrt()).abs() < 1e-12);
        assert_eq!(kruskal_wallis(&[vec![1.0], vec![1.0, 1.0]]), None);
    }
}
