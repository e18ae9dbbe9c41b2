//! Arms × occasions by ranks: relative effects, ANOVA-type and Wald-type statistics (Brunner, Domhof & Langer, 2002).
//!
//! # Formulas
//! `R̄` are the cells' mean midranks among all N scores. `V` is block diagonal: an arm's covariances of its mean ranks, each from
//! the participants with both scores, `Σ(R_s − R̄_s)(R_t − R̄_t)/((n_s − 1)(n_t − 1) + n_st − 1)`, and `s²/n` on the diagonal.
//! With a projection `T`: `F = R̄'TR̄/tr(TV)` on `f = tr(TV)²/tr(TVTV)` and ∞; Wald `R̄'T(TVT)⁺TR̄`. For the arms
//! `f₂ = (Σ v)²/Σ v²/(n − 1)`, `v` the variance of an arm's mean over the occasions.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::midranks;
use crate::model::probability::f_upper;
use crate::num::tail::{chi2_sf, normal_quantile_upper};

/// An arm's participants, a row each; NaN where a score is missing.
pub type Arm = Vec<Vec<f64>>;

/// The ANOVA-type and Wald-type tests of an effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnovaType {
    pub f: f64,
    pub df1: f64,
    /// Infinite except for the arm effect.
    pub df2: f64,
    pub p: f64,
    /// With infinite `df2`.
    pub p_chi2: f64,
    pub wald: f64,
    pub wald_df: f64,
    pub wald_p: f64,
}

/// The relative effect of a cell. A statistic that is undefined is NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelativeEffect {
    pub n: usize,
    pub mean_rank: f64,
    /// The probability that a randomly drawn score is smaller than one of this cell, ties counted half.
    pub estimate: f64,
    pub se: f64,
    pub low: f64,
    pub high: f64,
}

/// An arm over all occasions, or an occasion over all arms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marginal {
    /// The mean of its cells' mean ranks.
    pub mean_rank: f64,
    pub estimate: f64,
}

/// All scores ranked together, and the mean rank of each cell.
#[derive(Clone, Debug)]
pub struct SplitPlot {
    occasions: usize,
    /// Each arm's midranks, participant after participant; NaN where a score is missing.
    ranks: Vec<Vec<f64>>,
    /// The total number of scores.
    n_scores: f64,
    /// Arm by arm, the occasions in each.
    means: DVector<f64>,
    sizes: Vec<f64>,
}

/// The mean of the finite values, and their number.
fn mean_of(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (sum, n) = values.filter(|value| value.is_finite()).fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (sum / n, n)
}

fn at(row: &[f64], place: usize) -> f64 {
    row.get(place).copied().unwrap_or(f64::NAN)
}

/// Every participant's value at one of the occasions.
fn at_occasion(arm: &[f64], occasion: usize, occasions: usize) -> impl Iterator<Item = f64> {
    arm.iter().copied().skip(occasion).step_by(occasions.max(1))
}

impl SplitPlot {
    /// `None` where a cell has no score. Participants without any score are left out.
    pub fn new(arms: Vec<Arm>, occasions: usize) -> Option<Self> {
        let scored = |row: &Vec<f64>| row.iter().any(|value| value.is_finite());
        let flat = |row: Vec<f64>| (0..occasions).map(move |s| at(&row, s));
        let mut ranks: Vec<Vec<f64>> =
            arms.into_iter().map(|arm| arm.into_iter().filter(scored).flat_map(flat).collect()).collect();
        let all: Vec<f64> = ranks.iter().flatten().copied().filter(|value| value.is_finite()).collect();
        let mut midranks = midranks(&all).0.into_iter();
        for score in ranks.iter_mut().flatten() {
            *score = if score.is_finite() { midranks.next().unwrap_or(f64::NAN) } else { f64::NAN };
        }
        let cells: Vec<(f64, f64)> =
            ranks.iter().flat_map(|arm| (0..occasions).map(move |s| mean_of(at_occasion(arm, s, occasions)))).collect();
        let sizes: Vec<f64> = cells.iter().map(|cell| cell.1).collect();
        let means = DVector::from_iterator(cells.len(), cells.iter().map(|cell| cell.0));
        let usable = !cells.is_empty() && sizes.iter().all(|&n| n >= 1.0);
        usable.then(|| Self { occasions, n_scores: sizes.iter().sum(), ranks, means, sizes })
    }

    fn n_arms(&self) -> usize {
        self.ranks.len()
    }

    /// An arm's covariances of mean ranks; `None` where a cell has one score, or too few share two.
    fn covariance(&self, arm: usize) -> Option<DMatrix<f64>> {
        let rows = self.ranks.get(arm)?;
        let t = self.occasions;
        let mut covariance = DMatrix::zeros(t, t);
        for a in 0..t {
            for b in 0..=a {
                let (cell_a, cell_b) = (arm * t + a, arm * t + b);
                let (mean_a, mean_b) = (*self.means.get(cell_a)?, *self.means.get(cell_b)?);
                let products = rows.chunks_exact(t).map(|row| (at(row, a) - mean_a) * (at(row, b) - mean_b));
                let (sum, both) = products
                    .filter(|product| product.is_finite())
                    .fold((0.0, 0.0), |(sum, n), product| (sum + product, n + 1.0));
                let (n_a, n_b) = (self.sizes.get(cell_a)?, self.sizes.get(cell_b)?);
                let scale = (n_a - 1.0) * (n_b - 1.0) + both - 1.0;
                let value = if both == 0.0 { 0.0 } else { sum / scale };
                covariance[(a, b)] = value;
                covariance[(b, a)] = value;
            }
        }
        covariance.iter().all(|value| value.is_finite()).then_some(covariance)
    }

    /// The effects of arms, occasions and arms × occasions, as far as they exist. `None` where a cell has a single score.
    pub fn effects(&self) -> Option<[Option<AnovaType>; 3]> {
        let (a, t) = (self.n_arms(), self.occasions);
        let blocks = (0..a).map(|arm| self.covariance(arm)).collect::<Option<Vec<_>>>()?;
        let means = DMatrix::from_fn(a, t, |arm, s| self.means.get(arm * t + s).copied().unwrap_or(f64::NAN));
        let (of_arms, of_occasions) = (centring(a), centring(t));
        let variances = DVector::from_iterator(a, blocks.iter().map(|block| block.sum() / (t * t) as f64));
        let over_occasions = means.column_mean();
        let group = test(&of_arms, &over_occasions, &DMatrix::from_diagonal(&variances))
            .map(|test| test.with_denominator(box_df(&variances, self.ranks.iter().map(|arm| arm.len() / t))));
        let over_arms = means.row_mean().transpose();
        let mut shared = DMatrix::zeros(t, t);
        let mut whole = DMatrix::zeros(a * t, a * t);
        for (arm, block) in blocks.iter().enumerate() {
            shared += block / (a * a) as f64;
            whole.view_mut((arm * t, arm * t), (t, t)).copy_from(block);
        }
        let occasion = test(&of_occasions, &over_arms, &shared);
        let interaction = test(&of_arms.kronecker(&of_occasions), &self.means, &whole);
        Some([group, occasion, interaction])
    }

    /// Arms over the occasions, and occasions over the arms.
    pub fn marginal(&self) -> [Vec<Marginal>; 2] {
        let t = self.occasions;
        let relative = |mean_rank: f64| Marginal { mean_rank, estimate: (mean_rank - 0.5) / self.n_scores };
        let mean = |arm: usize, s: usize| self.means.get(arm * t + s).copied();
        let arms = (0..self.n_arms()).map(|arm| mean_of((0..t).filter_map(|s| mean(arm, s))).0).map(relative);
        let occasions = (0..t).map(|s| mean_of((0..self.n_arms()).filter_map(|arm| mean(arm, s))).0).map(relative);
        [arms.collect(), occasions.collect()]
    }

    /// Every cell, arm by arm, with limits by the logit.
    pub fn relative_effects(&self, level: f64) -> Vec<RelativeEffect> {
        let z = normal_quantile_upper((1.0 - level) / 2.0);
        let cells = self.means.iter().zip(&self.sizes).enumerate();
        cells
            .map(|(cell, (&mean_rank, &n))| {
                let estimate = (mean_rank - 0.5) / self.n_scores;
                let se = self.variance(cell, n).sqrt();
                let (low, high) = limits(estimate, z * se, n / self.n_scores);
                RelativeEffect { n: n as usize, mean_rank, estimate, se, low, high }
            })
            .collect()
    }

    /// The variance of a cell's relative effect: each participant contributes as a member of the cell, and as one of
    /// those with whom the cell is compared. NaN with a single participant in an arm.
    fn variance(&self, cell: usize, n: f64) -> f64 {
        let below = self.counts_below(cell);
        let contribution = |of: usize, rank: f64| {
            if rank.is_nan() {
                return f64::NAN;
            }
            let below = below.get(doubled(rank)).copied().unwrap_or(f64::NAN);
            // R − ½ counts all scores below, including those of the cell, which do not enter its comparison with the others.
            let count = if of == cell { rank - 0.5 - below } else { -below };
            count / (n * self.n_scores)
        };
        let t = self.occasions;
        let mut variance = 0.0;
        for (arm, ranks) in self.ranks.iter().enumerate() {
            let contributions: Vec<f64> =
                ranks.iter().zip((0..t).cycle()).map(|(&rank, s)| contribution(arm * t + s, rank)).collect();
            let means: Vec<f64> = (0..t).map(|s| mean_of(at_occasion(&contributions, s, t)).0).collect();
            let squares = contributions.chunks_exact(t).map(|row| {
                let deviations = row.iter().zip(&means).map(|(value, mean)| value - mean);
                deviations.filter(|deviation| deviation.is_finite()).sum::<f64>().powi(2)
            });
            let size = (ranks.len() / t) as f64;
            variance += squares.sum::<f64>() * size / (size - 1.0);
        }
        variance
    }

    /// How many scores of the cell lie below each midrank, ties half; by the doubled midrank, which is a whole number.
    fn counts_below(&self, cell: usize) -> Vec<f64> {
        let mut counts = vec![0.0; doubled(self.n_scores) + 1];
        let (arm, occasion) = (cell / self.occasions, cell % self.occasions);
        for rank in at_occasion(self.ranks.get(arm).map_or(&[], Vec::as_slice), occasion, self.occasions) {
            if let Some(count) = counts.get_mut(doubled(rank)).filter(|_| rank.is_finite()) {
                *count += 1.0;
            }
        }
        let mut below = 0.0;
        for count in &mut counts {
            let tied = *count;
            *count = below + tied / 2.0;
            below += tied;
        }
        counts
    }
}

/// Midranks are multiples of one half.
fn doubled(rank: f64) -> usize {
    (2.0 * rank) as usize
}

/// `p` lies between `share/2` and `1 − share/2`, `share` the cell's of all scores; the limits do too.
fn limits(p: f64, half_width: f64, share: f64) -> (f64, f64) {
    let free = 1.0 - share;
    let inner = (p - share / 2.0) / free;
    let logit = (inner / (1.0 - inner)).ln();
    let width = half_width / free / (inner * (1.0 - inner));
    let back = |logit: f64| share / 2.0 + free / (1.0 + (-logit).exp());
    // A cell that lies entirely beyond all others has no logit limits.
    if inner <= 1e-12 || inner >= 1.0 - 1e-12 {
        (f64::NAN, f64::NAN)
    } else {
        (back(logit - width), back(logit + width))
    }
}

fn centring(levels: usize) -> DMatrix<f64> {
    DMatrix::identity(levels, levels) - DMatrix::from_element(levels, levels, 1.0 / levels.max(1) as f64)
}

/// Box's degrees of freedom for the variances of independent means.
fn box_df(variances: &DVector<f64>, sizes: impl Iterator<Item = usize>) -> f64 {
    let squares: f64 = variances.iter().zip(sizes).map(|(v, n)| v * v / (n as f64 - 1.0)).sum();
    variances.sum().powi(2) / squares
}

/// A variance of mean ranks below this is rounding error: ranks are multiples of one half.
const NO_VARIANCE: f64 = 1e-12;

/// `None` with a single level, or without variance to test against.
fn test(projection: &DMatrix<f64>, means: &DVector<f64>, covariance: &DMatrix<f64>) -> Option<AnovaType> {
    let through = projection * covariance;
    let trace = through.trace();
    if projection.nrows() < 2 || projection.trace() < 0.5 || trace.is_nan() || trace <= NO_VARIANCE {
        return None;
    }
    let effects = projection * means;
    let f = effects.norm_squared() / trace;
    let df1 = trace * trace / (&through * &through).trace();
    let (wald, wald_df) = wald(&effects, through * projection)?;
    let p = chi2_sf(f * df1, df1);
    Some(AnovaType { f, df1, df2: f64::INFINITY, p, p_chi2: p, wald, wald_df, wald_p: chi2_sf(wald, wald_df) })
}

impl AnovaType {
    fn with_denominator(self, df2: f64) -> Self {
        Self { df2, p: f_upper(self.f, self.df1, df2), ..self }
    }
}

/// The generalised inverse drops eigenvalues below √ε of the largest, as MASS's `ginv` does.
fn wald(effects: &DVector<f64>, covariance: DMatrix<f64>) -> Option<(f64, f64)> {
    let symmetric = (&covariance + covariance.transpose()) / 2.0;
    let eigen = SymmetricEigen::try_new(symmetric, f64::EPSILON, 10_000)?;
    let largest = eigen.eigenvalues.amax();
    let (mut wald, mut rank) = (0.0, 0.0);
    for (value, vector) in eigen.eigenvalues.iter().zip(eigen.eigenvectors.column_iter()) {
        if value.abs() > f64::EPSILON.sqrt() * largest {
            wald += vector.dot(effects).powi(2) / value;
            rank += 1.0;
        }
    }
    Some((wald, rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ranks 1, 2 and 3, 4 of two arms with one occasion: p = ¼ and ¾, v = ¼ each.
    #[test]
    fn two_arms_at_one_occasion_by_hand() {
        let arms = vec![vec![vec![1.0], vec![2.0]], vec![vec![3.0], vec![4.0]]];
        let actual = SplitPlot::new(arms, 1).expect("scores");
        let [group, occasion, interaction] = actual.effects().expect("two scores a cell");
        let group = group.expect("arms");
        // Mean ranks 1.5 and 3.5: effects ∓1, their squares 2 over tr(TV) = ½·(¼ + ¼); df₂ = (½)²/(2/16).
        assert!((group.f - 8.0).abs() < 1e-12 && (group.df1 - 1.0).abs() < 1e-12 && (group.df2 - 2.0).abs() < 1e-12);
        assert!((group.wald - 8.0).abs() < 1e-12);
        assert_eq!((occasion, interaction), (None, None));
        let cells = actual.relative_effects(0.95);
        assert_eq!(cells.iter().map(|cell| cell.estimate).collect::<Vec<_>>(), [0.25, 0.75]);
        assert!(cells[0].low.is_nan(), "nobody overlaps: no limits by the logit");
    }

    #[test]
    fn cells_without_scores_or_variance() {
        assert!(SplitPlot::new(vec![vec![vec![1.0, f64::NAN]]], 2).is_none());
        assert!(SplitPlot::new(Vec::new(), 2).is_none());
        let single = SplitPlot::new(vec![vec![vec![1.0, 2.0]]], 2).expect("scores");
        assert!(single.effects().is_none() && single.relative_effects(0.95)[0].se.is_nan());
        let equal = SplitPlot::new(vec![vec![vec![5.0, 5.0]; 4]; 2], 2).expect("scores");
        assert_eq!(equal.effects(), Some([None; 3]));
    }
}
