//! Friedman's test, with the Durbin–Conover comparisons of pairs of occasions.

use super::Ranker;
use crate::model::probability::t_two_sided;
use crate::num::tail::chi2_sf;

/// Occasions compared by ranks within participants.
#[derive(Clone, Debug, PartialEq)]
pub struct Friedman {
    pub n: usize,
    pub chi2: f64,
    pub df: f64,
    pub p: f64,
    pub kendall_w: f64,
    sums: Vec<f64>,
    squares: f64,
}

impl Friedman {
    /// Durbin–Conover: t, its degrees of freedom and the unadjusted p, later minus earlier occasion.
    pub fn durbin_conover(&self, later: usize, earlier: usize) -> Option<(f64, f64, f64)> {
        let (n, k) = (self.n as f64, self.sums.len() as f64);
        let df = (n - 1.0) * (k - 1.0);
        let between: f64 = self.sums.iter().map(|sum| sum * sum).sum();
        let error = 2.0 * (n * self.squares - between) / df;
        // Perfect agreement of the ranks leaves no error to test against.
        if df < 1.0 || error <= 1e-9 {
            return None;
        }
        let t = (self.sums.get(later)? - self.sums.get(earlier)?) / error.sqrt();
        Some((t, df, t_two_sided(t, df)))
    }

    /// Each occasion's mean rank.
    pub fn mean_ranks(&self) -> impl Iterator<Item = f64> {
        self.sums.iter().map(|sum| sum / self.n as f64)
    }
}

/// A row for each participant. `None` without rows, or where every participant's values are all equal.
pub fn friedman(rows: &[Vec<f64>]) -> Option<Friedman> {
    let k = rows.first()?.len();
    let (n, columns) = (rows.len() as f64, k as f64);
    let mut sums = vec![0.0; k];
    let (mut all_ties, mut squares) = (0.0, 0.0);
    let (mut ranker, mut ranks) = (Ranker::default(), Vec::new());
    for row in rows {
        all_ties += ranker.rank(row, &mut ranks);
        squares += ranks.iter().map(|rank| rank * rank).sum::<f64>();
        sums.iter_mut().zip(&ranks).for_each(|(sum, rank)| *sum += rank);
    }
    let middle = n * (columns + 1.0) / 2.0;
    let spread: f64 = sums.iter().map(|sum| (sum - middle).powi(2)).sum();
    let scale = n * columns * (columns + 1.0) - all_ties / (columns - 1.0);
    if k < 2 || scale.is_nan() || scale <= 1e-9 {
        return None;
    }
    let chi2 = 12.0 * spread / scale;
    let df = columns - 1.0;
    Some(Friedman { n: rows.len(), chi2, df, p: chi2_sf(chi2, df), kendall_w: chi2 / (n * df), sums, squares })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_participants_who_agree() {
        // Rank sums 3, 6, 9: chi2 = 12·18/(3·3·4) = 6, W = 1; no error is left for pairs.
        let actual = friedman(&[vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 9.0], vec![0.0, 0.1, 0.2]]).expect("they differ");
        assert!((actual.chi2 - 6.0).abs() < 1e-12 && (actual.kendall_w - 1.0).abs() < 1e-12);
        assert_eq!(actual.durbin_conover(1, 0), None);
        assert_eq!(friedman(&[vec![1.0, 1.0], vec![2.0, 2.0]]), None);
    }
}
