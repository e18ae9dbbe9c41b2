//! Internal consistency of a score: Cronbach's α, λ₆, ω_total, and item statistics.
//!
//! # Formulas
//! With S the items' covariances, R their correlations, k items, n respondents:
//! - α = k/(k − 1)·(1 − tr S/1′S1); standardised k r̄/(1 + (k − 1) r̄); limits by Feldt:
//!   1 − (1 − α)F₁₋₍ₐ/₂₎ and 1 − (1 − α)Fₐ/₂ on (n − 1, (n − 1)(k − 1)) degrees of freedom
//! - λ₆ = 1 − Σ(1 − R²ᵢ)/1′R1, R²ᵢ of item i on the others: 1 − 1/(R⁻¹)ᵢᵢ
//! - ω_total = (Σλᵢ)²/((Σλᵢ)² + Σψᵢ), loadings and uniquenesses of one factor by maximum likelihood
//! - item–rest correlation: of an item with the sum of the others; α without an item: of the others
//! - split half: items of odd against even place, stepped up 2r/(1 + r)
//! - SEM = SD·√(1 − α), smallest detectable change 1.96·√2·SEM
//!
//! # References
//! - Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. *Psychometrika, 16*, 297–334.
//! - Feldt, L. S., Woodruff, D. J., & Salih, F. A. (1987). Statistical inference for coefficient alpha. *Applied
//!   Psychological Measurement, 11*, 93–103.
//! - Guttman, L. (1945). A basis for analyzing test–retest reliability. *Psychometrika, 10*, 255–282.
//! - McDonald, R. P. (1999). *Test theory: A unified treatment*. Erlbaum.

use nalgebra::DMatrix;

use super::one_factor::one_factor;
use crate::num::moments::Moments;
use crate::num::positive_definite::PositiveDefinite;
use crate::num::tail::{f_quantile_upper, normal_quantile_upper};

/// The reliability of a score's items in one group of respondents.
#[derive(Clone, Debug)]
pub struct Reliability {
    /// Respondents who answered every item.
    pub n: usize,
    pub n_items: usize,
    /// Of the sum of the items.
    pub mean: f64,
    pub sd: f64,
    pub alpha: f64,
    pub alpha_low: f64,
    pub alpha_high: f64,
    pub alpha_standardized: f64,
    pub mean_interitem_r: f64,
    /// NaN where an item follows from the others.
    pub lambda6: f64,
    /// NaN where there is no factor; [`Reliability::no_factor`] says why.
    pub omega_total: f64,
    pub omega_total_standardized: f64,
    pub split_half: f64,
    pub sem: f64,
    /// The smallest change that is not error, at 95 %.
    pub sdc: f64,
    pub items: Vec<Item>,
}

/// Why items have no common factor, and so no ω and no loadings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFactor {
    /// A single factor of two items is not identified.
    FewItems,
    /// An item without variance has no correlations.
    Constant,
    /// No more respondents than items: their correlations are singular whatever was answered.
    FewRespondents,
    /// An item follows from the others.
    Singular,
    /// The steps to the likeliest solution did not arrive.
    NotReached,
}

impl Reliability {
    pub fn no_factor(&self) -> Option<NoFactor> {
        if self.omega_total.is_finite() {
            return None;
        }
        Some(match self {
            Self { n_items, .. } if *n_items < 3 => NoFactor::FewItems,
            Self { items, .. } if items.iter().any(|item| item.sd == 0.0) => NoFactor::Constant,
            Self { n, n_items, .. } if n <= n_items => NoFactor::FewRespondents,
            Self { lambda6, .. } if lambda6.is_nan() => NoFactor::Singular,
            _ => NoFactor::NotReached,
        })
    }
}

/// One item beside the others.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub mean: f64,
    pub sd: f64,
    /// With the sum of all items.
    pub item_total_r: f64,
    /// With the sum of the others.
    pub item_rest_r: f64,
    pub alpha_if_deleted: f64,
    /// How far it goes with the one factor, standardised; its sign as most items have it.
    pub loading: f64,
}

/// `None` with fewer than two items or two complete rows, or without variance of the scores. `level`: of the limits.
pub fn reliability(rows: &[Vec<f64>], level: f64) -> Option<Reliability> {
    let complete: Vec<&Vec<f64>> = rows.iter().filter(|row| row.iter().all(|value| value.is_finite())).collect();
    let first = complete.first()?;
    let (n, k) = (complete.len(), first.len());
    let mut moments = Moments::new(first);
    complete.iter().for_each(|row| moments.add(row));
    if n < 2 || k < 2 {
        return None;
    }
    let (means, covariance) = (moments.mean(), moments.covariance());
    let variance = covariance.sum();
    if variance <= 0.0 {
        return None;
    }
    let correlation = correlation(&covariance);
    let pairs = (k * (k - 1)) as f64;
    let mean_r = (correlation.sum() - correlation.trace()) / pairs;
    let alpha = alpha(&covariance);
    let (alpha_low, alpha_high) = limits(alpha, n, k, level);
    let factor = one_factor(&correlation);
    let loadings = factor.as_ref().map(|factor| factor.loadings.clone());
    let omega = |weight: &dyn Fn(usize) -> f64| {
        factor.as_ref().map_or(f64::NAN, |factor| {
            let common: f64 = factor.loadings.iter().enumerate().map(|(i, l)| l * weight(i)).sum::<f64>().powi(2);
            let unique: f64 = factor.uniquenesses.iter().enumerate().map(|(i, u)| u * weight(i).powi(2)).sum();
            common / (common + unique)
        })
    };
    let sd_of = |item: usize| covariance[(item, item)].sqrt();
    let items = (0..k).map(|item| Item {
        mean: means[item],
        sd: sd_of(item),
        item_total_r: with_sum(&covariance, item, &|_| true),
        item_rest_r: with_sum(&covariance, item, &|other| other != item),
        alpha_if_deleted: without(&covariance, item),
        loading: loadings.as_ref().and_then(|l| l.get(item).copied()).unwrap_or(f64::NAN),
    });
    let sem = (variance * (1.0 - alpha).max(0.0)).sqrt();
    Some(Reliability {
        n,
        n_items: k,
        mean: means.sum(),
        sd: variance.sqrt(),
        alpha,
        alpha_low,
        alpha_high,
        alpha_standardized: k as f64 * mean_r / (1.0 + (k as f64 - 1.0) * mean_r),
        mean_interitem_r: mean_r,
        lambda6: lambda6(&correlation),
        omega_total: omega(&sd_of),
        omega_total_standardized: omega(&|_| 1.0),
        split_half: split_half(&covariance),
        sem,
        sdc: normal_quantile_upper((1.0 - level) / 2.0) * 2.0_f64.sqrt() * sem,
        items: items.collect(),
    })
}

/// NaN where an item is constant.
fn correlation(covariance: &DMatrix<f64>) -> DMatrix<f64> {
    let sd = covariance.diagonal().map(f64::sqrt);
    DMatrix::from_fn(sd.len(), sd.len(), |i, j| if i == j { 1.0 } else { covariance[(i, j)] / sd[i] / sd[j] })
}

fn alpha(covariance: &DMatrix<f64>) -> f64 {
    let k = covariance.nrows() as f64;
    k / (k - 1.0) * (1.0 - covariance.trace() / covariance.sum())
}

fn limits(alpha: f64, n: usize, k: usize, level: f64) -> (f64, f64) {
    let (df1, df2) = ((n - 1) as f64, ((n - 1) * (k - 1)) as f64);
    let tail = (1.0 - level) / 2.0;
    let at = |upper: f64| 1.0 - (1.0 - alpha) * f_quantile_upper(upper, df1, df2);
    (at(tail), at(1.0 - tail))
}

fn without(covariance: &DMatrix<f64>, item: usize) -> f64 {
    if covariance.nrows() < 3 {
        return f64::NAN;
    }
    alpha(&covariance.clone().remove_row(item).remove_column(item))
}

/// The correlation of an item with the sum of some items.
fn with_sum(covariance: &DMatrix<f64>, item: usize, is_in: &dyn Fn(usize) -> bool) -> f64 {
    let chosen: Vec<usize> = (0..covariance.nrows()).filter(|&other| is_in(other)).collect();
    let shared: f64 = chosen.iter().map(|&other| covariance[(item, other)]).sum();
    let sum: f64 = chosen.iter().flat_map(|&a| chosen.iter().map(move |&b| (a, b))).map(|at| covariance[at]).sum();
    shared / (covariance[(item, item)] * sum).sqrt()
}

fn lambda6(correlation: &DMatrix<f64>) -> f64 {
    let Some(factored) = PositiveDefinite::new(correlation) else { return f64::NAN };
    let unexplained: f64 = factored.inverse().diagonal().iter().map(|precision| 1.0 / precision).sum();
    1.0 - unexplained / correlation.sum()
}

fn split_half(covariance: &DMatrix<f64>) -> f64 {
    let part = |first: usize, second: usize| {
        let places = |from: usize| (from..covariance.nrows()).step_by(2);
        places(first).flat_map(|a| places(second).map(move |b| (a, b))).map(|at| covariance[at]).sum::<f64>()
    };
    let r = part(0, 1) / (part(0, 0) * part(1, 1)).sqrt();
    2.0 * r / (1.0 + r)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: three items of four respondents, covariances 5/3, 1, 5/3 on the diagonal …
    #[test]
    fn two_equal_items_are_wholly_reliable() {
        let rows: Vec<Vec<f64>> = [1.0, 2.0, 4.0, 5.0].iter().map(|&x| vec![x, x]).collect();
        let actual = reliability(&rows, 0.95).expect("they differ");
        assert!((actual.alpha - 1.0).abs() < 1e-14 && (actual.split_half - 1.0).abs() < 1e-14);
        assert_eq!(actual.sem, 0.0);
        assert!(actual.lambda6.is_nan());
    }

    /// Items (0, 0), (1, 1), (1, 0), (0, 1): covariance zero, so that α is zero and so is every correlation with the rest.
    #[test]
    fn unrelated_items_are_not_reliable() {
        let rows = vec![vec![0.0, 0.0], vec![1.0, 1.0], vec![1.0, 0.0], vec![0.0, 1.0], vec![f64::NAN, 1.0]];
        let actual = reliability(&rows, 0.95).expect("they differ");
        assert_eq!((actual.n, actual.n_items), (4, 2));
        assert!(actual.alpha.abs() < 1e-15 && actual.items[0].item_rest_r.abs() < 1e-15);
        assert!((actual.items[0].item_total_r - 0.5_f64.sqrt()).abs() < 1e-15);
    }

    #[test]
    fn without_variance_there_is_no_reliability() {
        assert!(reliability(&[vec![1.0, 2.0], vec![1.0, 2.0]], 0.95).is_none());
        assert!(reliability(&[vec![1.0], vec![2.0]], 0.95).is_none());
        assert!(reliability(&[], 0.95).is_none());
    }
}
