//! Contrasts of the fit's means: the one door to every comparison.
//!
//! # Formulas
//! A contrast has weights `c` over the levels of each factor between participants (covariates at their means) and `w` over
//! the measures. Its estimate is `c'M̄w`; with `v = c'(X'X)⁻¹c`:
//! - separate: `SE² = v·w'Σ̂w` on ν degrees of freedom (SPSS `EMMEANS COMPARE`, JASP unpooled, jamovi, emmeans on the
//!   multivariate model);
//! - pooled: `SE² = v·Σ MS_s|P_s w|²` over the strata, `P_s` their projections, on Satterthwaite's degrees of freedom
//!   `(Σ u_s)²/Σ(u_s²/df_s)` (emmeans on afex's `aov`);
//! - unequal variances: `SE² = Σ c_k² w'S_k w/n_k` over the cells, on Welch–Satterthwaite degrees of freedom.

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use super::basis::Basis;
use super::effects::ErrorStratum;
use super::equivalence::Together;
use super::hypothesis::FTest;
use super::linear::{Cell, Fit};
use super::probability;
use super::{Lack, ROUNDING};

/// The error term of a comparison, by the names that a Plan gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ErrorTerm {
    /// Each contrast has its own, as SPSS `EMMEANS COMPARE`, JASP unpooled, jamovi.
    #[default]
    Separate,
    /// The pooled strata of the univariate model, Satterthwaite where they mix.
    Pooled,
    /// Each arm's own covariance. The companion of the other two, which no Plan leads with.
    #[serde(skip)]
    UnequalVariances,
}

/// Weights over the levels of each factor between participants, and over the measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub between: Vec<Vec<f64>>,
    pub measures: Vec<f64>,
}

/// A contrast's estimate. `se` and what follows from it are NaN where there is no error to take it from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
}

impl Estimate {
    pub fn t(&self) -> f64 {
        self.estimate / self.se
    }

    /// Two-sided.
    pub fn p(&self) -> f64 {
        probability::t_two_sided(self.t(), self.df)
    }

    /// The limits `estimate ∓ critical·se`.
    pub fn interval(&self, critical: f64) -> (f64, f64) {
        (self.estimate - critical * self.se, self.estimate + critical * self.se)
    }
}

/// The fit with its errors, ready for contrasts.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    pub fit: &'a Fit,
    cells: &'a [Cell],
    strata: &'a [ErrorStratum],
    covariance: DMatrix<f64>,
}

impl<'a> Grid<'a> {
    pub fn new(fit: &'a Fit, cells: &'a [Cell], strata: &'a [ErrorStratum]) -> Self {
        Self { fit, cells, strata, covariance: fit.covariance() }
    }

    /// The contrast's value alone.
    pub fn value(&self, contrast: &Contrast) -> f64 {
        let row = self.fit.row(&contrast.between);
        dot(&self.fit.mean(&row, total(contrast)), &contrast.measures)
    }

    pub fn estimate(&self, contrast: &Contrast, error: ErrorTerm) -> Estimate {
        let row = self.fit.row(&contrast.between);
        let estimate = dot(&self.fit.mean(&row, total(contrast)), &contrast.measures);
        let (variance, df) = match error {
            ErrorTerm::Separate => {
                (self.fit.leverage(&row) * self.variance(&contrast.measures), self.fit.df_error as f64)
            }
            ErrorTerm::Pooled => {
                let (variance, df) = self.pooled(&contrast.measures);
                (self.fit.leverage(&row) * variance, df)
            }
            ErrorTerm::UnequalVariances => self.unequal(contrast),
        };
        Estimate { estimate, se: if variance > 0.0 { variance.sqrt() } else { f64::NAN }, df }
    }

    /// The hypothesis that several contrasts between participants of the same measure are all zero.
    pub fn joint(&self, between: &[Vec<Vec<f64>>], measures: &[f64]) -> FTest {
        let rows: Vec<Vec<f64>> = between.iter().map(|weights| self.fit.row(weights)).collect();
        let n_columns = rows.first().map_or(0, Vec::len);
        let half = self.fit.half_leverage(&DMatrix::from_fn(n_columns, rows.len(), |i, j| {
            rows.get(j).and_then(|row| row.get(i)).copied().unwrap_or(0.0)
        }));
        let mut basis = Basis::default();
        let columns: Vec<DVector<f64>> = half.column_iter().map(|column| column.into_owned()).collect();
        let values = rows
            .iter()
            .zip(between)
            .zip(&columns)
            .filter(|(_, column)| basis.push(column))
            .map(|((row, weights), _)| {
                let total = weights.iter().map(|factor| factor.iter().sum::<f64>()).product();
                dot(&self.fit.mean(row, total), measures)
            })
            .collect::<Vec<_>>();
        let ss = basis.half_solve(&DMatrix::from_column_slice(values.len(), 1, &values)).norm_squared();
        let nu = self.fit.df_error as f64;
        FTest::new(ss, values.len() as f64, self.variance(measures) * nu, nu)
    }

    /// Hotelling's F that `d` contrasts of the measures are all zero at one place between participants.
    pub fn hotelling(&self, between: &[Vec<f64>], measures: &[Vec<f64>]) -> Result<Hotelling, Lack> {
        let (d, nu) = (measures.len(), self.fit.df_error);
        if nu < d {
            return Err(Lack::TooFew { df_error: nu, needed: d });
        }
        let row = self.fit.row(between);
        let total = between.iter().map(|factor| factor.iter().sum::<f64>()).product();
        let mean = self.fit.mean(&row, total);
        let w = DMatrix::from_fn(self.fit.n_measures(), d, |i, j| {
            measures.get(j).and_then(|w| w.get(i)).copied().unwrap_or(0.0)
        });
        let covariance = w.transpose() * &self.covariance * &w;
        let factored = crate::num::positive_definite::PositiveDefinite::new(&covariance).ok_or(Lack::Singular)?;
        let contrasts = w.transpose() * DVector::from_vec(mean);
        let contrasts = DMatrix::from_column_slice(d, 1, contrasts.as_slice());
        let half = factored.forward(&contrasts).ok_or(Lack::Singular)?;
        let t2 = half.norm_squared() / self.fit.leverage(&row);
        Ok(Hotelling::new(t2, d as f64, nu as f64))
    }

    /// Two contrasts of the measures at one place between participants, with what they share, by the separate error.
    pub fn together(&self, between: &[Vec<f64>], [first, second]: [&[f64]; 2]) -> Together {
        let row = self.fit.row(between);
        let total = between.iter().map(|weights| weights.iter().sum::<f64>()).product();
        let mean = self.fit.mean(&row, total);
        let leverage = self.fit.leverage(&row);
        let shared = DVector::from_column_slice(first).dot(&(&self.covariance * DVector::from_column_slice(second)));
        Together {
            numerator: dot(&mean, first),
            denominator: dot(&mean, second),
            var_numerator: leverage * self.variance(first),
            var_denominator: leverage * self.variance(second),
            covariance: leverage * shared,
            df: self.fit.df_error as f64,
        }
    }

    /// How contrasts between participants correlate, whatever the measure.
    pub fn correlations(&self, between: &[Vec<Vec<f64>>]) -> DMatrix<f64> {
        let rows: Vec<Vec<f64>> = between.iter().map(|weights| self.fit.row(weights)).collect();
        let n_columns = rows.first().map_or(0, Vec::len);
        let half = self.fit.half_leverage(&DMatrix::from_fn(n_columns, rows.len(), |i, j| {
            rows.get(j).and_then(|row| row.get(i)).copied().unwrap_or(0.0)
        }));
        let shared = half.transpose() * half;
        DMatrix::from_fn(rows.len(), rows.len(), |i, j| shared[(i, j)] / (shared[(i, i)] * shared[(j, j)]).sqrt())
    }

    /// `w'Σ̂w`; NaN where it is zero but for rounding, or ν is zero.
    pub fn variance(&self, measures: &[f64]) -> f64 {
        quadratic(&self.covariance, measures)
    }

    fn pooled(&self, measures: &[f64]) -> (f64, f64) {
        let w = DVector::from_column_slice(measures);
        let parts = self.strata.iter().map(|stratum| {
            let share = (stratum.stratum.contrasts.transpose() * &w).norm_squared();
            // A contrast's share of a stratum that it has nothing to do with is rounding.
            let share = if share > ROUNDING * w.norm_squared() { share } else { 0.0 };
            if share > 0.0 { (share * stratum.ss / stratum.df, stratum.df) } else { (0.0, stratum.df) }
        });
        satterthwaite(parts)
    }

    fn unequal(&self, contrast: &Contrast) -> (f64, f64) {
        let saturated = self.fit.dropped.is_empty() && self.fit.between.n_covariates == 0;
        if !saturated {
            return (f64::NAN, f64::NAN);
        }
        let parts = self.cells.iter().map(|cell| {
            let weight: f64 = (contrast.between.iter().zip(&cell.at))
                .map(|(weights, &at)| weights.get(at).copied().unwrap_or(0.0))
                .product();
            let n = cell.moments.n() as f64;
            if weight == 0.0 {
                return (0.0, n - 1.0);
            }
            let df = if n > 1.0 { n - 1.0 } else { f64::NAN };
            let variance = quadratic(&(cell.moments.cross_products() / df), &contrast.measures);
            // One arm without variance has a standard error of zero; all of them leave none.
            let variance = if variance.is_nan() && n > 1.0 { 0.0 } else { variance };
            (weight * weight * variance / n, n - 1.0)
        });
        satterthwaite(parts)
    }
}

/// Hotelling's T² as an F.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hotelling {
    pub t2: f64,
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
    /// `T²/(T² + ν)`, which is Pillai's trace.
    pub partial_eta2: f64,
}

impl Hotelling {
    fn new(t2: f64, d: f64, nu: f64) -> Self {
        let df2 = nu - d + 1.0;
        let f = t2 * df2 / (nu * d);
        Self { t2, f, df1: d, df2, p: probability::f_upper(f, d, df2), partial_eta2: t2 / (t2 + nu) }
    }
}

/// The sum of variances with the degrees of freedom of each, and Satterthwaite's for the sum.
fn satterthwaite(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let parts: Vec<(f64, f64)> = parts.filter(|(variance, _)| *variance != 0.0).collect();
    let sum: f64 = parts.iter().map(|(variance, _)| variance).sum();
    if let [(variance, df)] = parts.as_slice() {
        return (*variance, *df);
    }
    (sum, sum * sum / parts.iter().map(|(variance, df)| variance * variance / df).sum::<f64>())
}

fn total(contrast: &Contrast) -> f64 {
    contrast.between.iter().map(|weights| weights.iter().sum::<f64>()).product()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// `w'Aw`, NaN where it is below the rounding of its summands.
fn quadratic(matrix: &DMatrix<f64>, w: &[f64]) -> f64 {
    let mut sum = 0.0;
    let mut size = 0.0;
    for (i, wi) in w.iter().enumerate().filter(|(_, w)| **w != 0.0) {
        size += wi * wi * matrix[(i, i)];
        sum += wi * w.iter().enumerate().map(|(j, wj)| wj * matrix[(i, j)]).sum::<f64>();
    }
    if sum > ROUNDING * size { sum } else { f64::NAN }
}
