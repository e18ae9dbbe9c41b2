//! The reference grid: a model's means at every combination of levels, with their errors.
//!
//! Every comparison, adjustment and effect size is computed from the grid alone and does not depend on the model that
//! produced it.
//!
//! # Formulas
//! A contrast has weights `c` over the levels of each factor between participants (covariates at their means) and `w` over
//! the measures. Its estimate is `c'M̄w`. Its error is one of three:
//! - separate: V of the contrast itself on its degrees of freedom (SPSS `EMMEANS COMPARE`, JASP unpooled, jamovi, emmeans
//!   on the multivariate model; every mixed model);
//! - pooled: over the strata of the univariate model, Satterthwaite where they mix (emmeans on afex's `aov`);
//! - unequal variances: `SE² = Σ c_k² w'S_k w/n_k` over the cells, on Welch–Satterthwaite degrees of freedom.

pub mod coefficients;
pub mod covariance;
mod degrees_of_freedom;

use std::ops::Range;

use nalgebra::{DMatrix, DVector};

use self::coefficients::{Coding, Coefficients};
use self::covariance::{Covariance, Full, product_of, quadratic, satterthwaite};
pub use self::degrees_of_freedom::DegreesOfFreedom;
use super::basis::Basis;
use super::between::averages;
use super::equivalence::Together;
use super::error_term::ErrorTerm;
use super::estimate::{Estimate, JointTest};
use super::lack::Lack;
use super::within::Within;
use crate::num::positive_definite::PositiveDefinite;

/// Weights over the levels of each factor between participants, and over the measures.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastWeights {
    pub between: Vec<Vec<f64>>,
    pub measures: Vec<f64>,
}

/// The number of participants of one cell and their variation about its mean.
#[derive(Clone, Debug)]
pub struct CellSpread {
    /// The level of each factor between participants.
    pub at: Vec<usize>,
    pub n: f64,
    /// The degrees of freedom of the covariance `cross_products/df`.
    pub df: f64,
    /// Centred, of the measures.
    pub cross_products: DMatrix<f64>,
}

/// Estimates of the means with their errors, ready for contrasts.
#[derive(Clone, Debug)]
pub struct Grid {
    within: Within,
    coefficients: Coefficients,
    covariance: Covariance,
    cells: Vec<CellSpread>,
    /// Whether the model is saturated, so that a contrast's variance is a weighted sum of the cells' variances.
    saturated: bool,
}

/// The means of all cells with any covariance, as from a model other than the multivariate linear one.
#[derive(Clone, Debug)]
pub struct CellMeans {
    /// The numbers of levels of the factors between participants; the last varies fastest over the rows of `means`.
    pub between: Vec<usize>,
    /// The same within participants, over the columns.
    pub within: Vec<usize>,
    /// NaN where a mean is not estimable; a contrast that gives it weight is then undefined.
    pub means: DMatrix<f64>,
    /// Of the means row by row; zero of those that are not estimable.
    pub covariance: DMatrix<f64>,
    pub df: DegreesOfFreedom,
    /// For standardised differences.
    pub cells: Vec<CellSpread>,
}

impl Grid {
    pub(super) fn new(
        within: Within,
        coefficients: Coefficients,
        covariance: Covariance,
        (cells, saturated): (Vec<CellSpread>, bool),
    ) -> Self {
        Self { within, coefficients, covariance, cells, saturated }
    }

    /// `None` where the dimensions do not agree, or the matrix is not a covariance.
    pub fn of_cell_means(given: CellMeans) -> Option<Self> {
        let within = Within { levels: given.within };
        let (n_cells, n_measures) = (given.between.iter().product(), within.n_measures());
        let size = n_cells * n_measures;
        let is_cell = |cell: &CellSpread| {
            cell.at.len() == given.between.len() && cell.cross_products.shape() == (n_measures, n_measures)
        };
        let sizes_agree = given.means.shape() == (n_cells, n_measures)
            && given.covariance.shape() == (size, size)
            && given.df.is_of_size(size)
            && given.cells.iter().all(is_cell);
        let estimable = given.means.transpose().iter().map(|mean| !mean.is_nan()).collect();
        let full = Some(given.covariance).filter(|_| sizes_agree).and_then(|v| Full::new(&v, estimable, given.df))?;
        let coding = Coding::CellMeans { levels: given.between };
        let coefficients = Coefficients { coding, values: given.means, shift: vec![0.0; n_measures] };
        Some(Self { within, coefficients, covariance: Covariance::Full(full), cells: given.cells, saturated: false })
    }

    /// The numbers of levels of the factors between participants.
    pub fn between_levels(&self) -> &[usize] {
        self.coefficients.coding.levels()
    }

    /// The same within participants.
    pub fn within_levels(&self) -> &[usize] {
        &self.within.levels
    }

    /// Weights that average over every factor between participants.
    pub fn between_average(&self) -> Vec<Vec<f64>> {
        averages(self.between_levels())
    }

    /// Weights that average over every factor within participants.
    pub fn within_average(&self) -> Vec<Vec<f64>> {
        averages(self.within_levels())
    }

    /// Weights over the measures from weights over the levels of each factor within participants.
    pub fn measures(&self, of_factors: &[Vec<f64>]) -> Vec<f64> {
        self.within.weights(of_factors)
    }

    /// Whether the model provides this error term.
    pub fn offers(&self, error: ErrorTerm) -> bool {
        self.covariance.offers(error)
    }

    pub fn estimate(&self, contrast: &ContrastWeights, error: ErrorTerm) -> Estimate {
        let row = self.row(&contrast.between);
        let estimate = dot(&self.coefficients.means(&row, &contrast.between), &contrast.measures);
        let (variance, df) = match error {
            ErrorTerm::Separate | ErrorTerm::Pooled => self.covariance.error(&row, &contrast.measures, error),
            ErrorTerm::UnequalVariances => self.unequal(contrast),
        };
        Estimate { estimate, se: if variance > 0.0 { variance.sqrt() } else { f64::NAN }, df }
    }

    /// The hypothesis that several contrasts between participants of the same measure are all zero.
    pub fn joint(&self, between: &[Vec<Vec<f64>>], measures: &[f64], error: ErrorTerm) -> JointTest {
        let rows: Vec<Vec<f64>> = between.iter().map(|weights| self.row(weights)).collect();
        let halves = self.covariance.halves(&rows, measures, error);
        let mut basis = Basis::default();
        let mut values = Vec::new();
        let mut independent = Vec::new();
        for ((row, weights), half) in rows.into_iter().zip(between).zip(&halves.columns) {
            if basis.push(half) {
                values.push(dot(&self.coefficients.means(&row, weights), measures));
                independent.push(row);
            }
        }
        let column = DMatrix::from_column_slice(values.len(), 1, &values);
        let sum = basis.triangle().half_solve(&column).norm_squared();
        let error = self.covariance.df_of(&independent, measures, error);
        JointTest::new(error.factor * sum / values.len() as f64 / halves.scale, values.len() as f64, error.df)
    }

    /// The hypothesis that contrasts of any levels and measures are all zero, by Wald's F; `None` where V is a product, whose
    /// hypotheses have tests of their own. Contrasts that follow from those before them, or that are not estimable, do not
    /// count.
    pub fn joint_of_any(&self, contrasts: &[ContrastWeights]) -> Option<JointTest> {
        let Covariance::Full(full) = &self.covariance else { return None };
        let mut basis = Basis::default();
        let (mut values, mut independent) = (Vec::new(), Vec::new());
        for contrast in contrasts {
            let row = self.row(&contrast.between);
            let weights = product_of(&row, &contrast.measures);
            if basis.push(&full.half(&weights)) {
                values.push(dot(&self.coefficients.means(&row, &contrast.between), &contrast.measures));
                independent.push(weights);
            }
        }
        let q = values.len() as f64;
        let sum = basis.triangle().half_solve(&DMatrix::from_column_slice(values.len(), 1, &values)).norm_squared();
        let error = full.df_of(&independent);
        Some(JointTest::new(error.factor * sum / q, q, error.df))
    }

    /// The hypothesis that `d` contrasts of the measures are all zero at one place between participants: Hotelling's F,
    /// or Wald's F where V is unstructured.
    pub fn joint_over_measures(&self, between: &[Vec<f64>], measures: &[Vec<f64>]) -> Result<JointTest, Lack> {
        let d = measures.len();
        if let Covariance::Product(product) = &self.covariance
            && product.df < d as f64
        {
            return Err(Lack::TooFew { df_error: product.df as usize, needed: d });
        }
        let row = self.row(between);
        let w = DMatrix::from_fn(self.within.n_measures(), d, |i, j| {
            measures.get(j).and_then(|w| w.get(i)).copied().unwrap_or(0.0)
        });
        let (covariance, scale) = self.covariance.over_measures(&row, &w);
        let factored = PositiveDefinite::new(&covariance).ok_or(Lack::Singular)?;
        let contrasts = w.transpose() * DVector::from_vec(self.coefficients.means(&row, between));
        let contrasts = DMatrix::from_column_slice(d, 1, contrasts.as_slice());
        let t2 = factored.forward(&contrasts).ok_or(Lack::Singular)?.norm_squared() / scale;
        let d = d as f64;
        Ok(match &self.covariance {
            Covariance::Product(product) => {
                let df2 = product.df - d + 1.0;
                JointTest::new(t2 * df2 / (product.df * d), d, df2)
            }
            Covariance::Full(full) => {
                let error = full.df_over_measures(&row, &w);
                JointTest::new(error.factor * t2 / d, d, error.df)
            }
        })
    }

    /// Two contrasts of the measures at one place between participants, with their covariance, by the separate error. Where
    /// their degrees of freedom differ, the smaller number is used.
    pub fn together(&self, between: &[Vec<f64>], [first, second]: [&[f64]; 2]) -> Together {
        let row = self.row(between);
        let mean = self.coefficients.means(&row, between);
        let (var_numerator, df) = self.covariance.error(&row, first, ErrorTerm::Separate);
        let (var_denominator, df_denominator) = self.covariance.error(&row, second, ErrorTerm::Separate);
        let both = DMatrix::from_fn(self.within.n_measures(), 2, |i, j| {
            [first, second].get(j).and_then(|w| w.get(i)).copied().unwrap_or(0.0)
        });
        let (shared, scale) = self.covariance.over_measures(&row, &both);
        Together {
            numerator: dot(&mean, first),
            denominator: dot(&mean, second),
            var_numerator,
            var_denominator,
            covariance: scale * shared[(0, 1)],
            df: if df_denominator < df { df_denominator } else { df },
        }
    }

    /// The correlations of contrasts between participants of the same measure.
    pub fn correlations(&self, between: &[Vec<Vec<f64>>], measures: &[f64]) -> DMatrix<f64> {
        let rows: Vec<Vec<f64>> = between.iter().map(|weights| self.row(weights)).collect();
        let halves = self.covariance.halves(&rows, measures, ErrorTerm::Separate).columns;
        let product = |i: usize, j: usize| halves.get(i).zip(halves.get(j)).map_or(f64::NAN, |(a, b)| a.dot(b));
        DMatrix::from_fn(rows.len(), rows.len(), |i, j| product(i, j) / (product(i, i) * product(j, j)).sqrt())
    }

    /// The variance of the mean of some measures within cells, pooled over the cells whose first factor is at one of those
    /// levels, and its degrees of freedom.
    pub fn pooled_variance(&self, measures: Range<usize>, is_in: impl Fn(usize) -> bool) -> (f64, f64) {
        let each = measures.len();
        let (mut sum, mut df) = (0.0, 0.0);
        let cells = self.cells.iter().filter(|cell| measures.end <= cell.cross_products.nrows());
        for cell in cells.filter(|cell| cell.at.first().is_some_and(|&at| is_in(at))) {
            let block = cell.cross_products.view((measures.start, measures.start), (each, each));
            sum += block.sum() / (each * each) as f64;
            df += cell.df;
        }
        (sum / df, df)
    }

    fn row(&self, between: &[Vec<f64>]) -> Vec<f64> {
        self.coefficients.coding.row(between)
    }

    fn unequal(&self, contrast: &ContrastWeights) -> (f64, f64) {
        if !self.saturated {
            return (f64::NAN, f64::NAN);
        }
        let parts = self.cells.iter().map(|cell| {
            let weight: f64 = (contrast.between.iter().zip(&cell.at))
                .map(|(weights, &at)| weights.get(at).copied().unwrap_or(0.0))
                .product();
            if weight == 0.0 {
                return (0.0, cell.df);
            }
            let df = if cell.df > 0.0 { cell.df } else { f64::NAN };
            let variance = quadratic(&(&cell.cross_products / df), &contrast.measures);
            // One arm without variance contributes zero; if none has variance, the standard error is undefined.
            let variance = if variance.is_nan() && cell.df > 0.0 { 0.0 } else { variance };
            (weight * weight * variance / cell.n, cell.df)
        });
        satterthwaite(parts)
    }
}

/// Without what has no weight: it may be NaN.
fn dot(values: &[f64], weights: &[f64]) -> f64 {
    values.iter().zip(weights).filter(|(_, weight)| **weight != 0.0).map(|(value, weight)| value * weight).sum()
}
