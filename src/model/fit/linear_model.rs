//! The multivariate linear model of one outcome: its grid, its tests, its residuals.

use nalgebra::DVector;

use super::effect_table;
use super::linear::Fit;
use super::strata::error_strata;
use crate::model::between::{Between, Term};
use crate::model::cell_moments::CellMoments;
use crate::model::effects::Effect;
use crate::model::grid::covariance::{Covariance, PooledStratum, Product};
use crate::model::grid::{CellSpread, Grid};
use crate::model::lack::Lack;
use crate::model::multivariate::MultivariateTests;
use crate::model::strata::ErrorStratum;
use crate::model::sums_of_squares::SumsOfSquares;
use crate::model::within::{Stratum, Within};

/// The model of one outcome with the errors of its strata.
#[derive(Clone, Debug)]
pub struct LinearModel {
    fit: Fit,
    strata: Vec<ErrorStratum>,
}

impl LinearModel {
    /// `None` where there is no participant.
    pub fn new(between: Between, within: Within, cells: &[CellMoments]) -> Option<Self> {
        let fit = Fit::new(between, within, cells)?;
        Some(Self { strata: error_strata(&fit), fit })
    }

    /// The means of these cells with the model's errors.
    pub fn grid(&self, cells: &[CellMoments]) -> Grid {
        let n_measures = self.fit.n_measures();
        let strata = self.strata.iter().map(|stratum| PooledStratum {
            contrasts: stratum.stratum.contrasts.clone(),
            ss: stratum.ss,
            df: stratum.df,
        });
        let product = Product {
            triangle: self.fit.triangle().clone(),
            sigma: self.fit.covariance(),
            df: self.fit.df_error as f64,
            strata: strata.collect(),
        };
        let spread = |cell: &CellMoments| CellSpread {
            at: cell.at.clone(),
            n: cell.moments.n() as f64,
            df: cell.moments.n() as f64 - 1.0,
            cross_products: cell.moments.cross_products().view((0, 0), (n_measures, n_measures)).into_owned(),
        };
        let saturated = self.fit.dropped.is_empty() && self.fit.between.n_covariates == 0;
        let cells = cells.iter().map(spread).collect();
        Grid::new(self.fit.within.clone(), self.fit.coefficients(), Covariance::Product(product), (cells, saturated))
    }

    /// Participants.
    pub fn n(&self) -> usize {
        self.fit.n
    }

    pub fn n_measures(&self) -> usize {
        self.fit.n_measures()
    }

    pub fn df_error(&self) -> usize {
        self.fit.df_error
    }

    /// Whether any participant deviates from the fitted means.
    pub fn has_error(&self) -> bool {
        self.fit.error.trace() > 0.0
    }

    pub fn between(&self) -> &Between {
        &self.fit.between
    }

    /// The terms in the model, lower orders first.
    pub fn terms(&self) -> &[Term] {
        &self.fit.terms
    }

    /// Terms that are not estimable from the cells and are left out of the model.
    pub fn dropped(&self) -> &[Term] {
        &self.fit.dropped
    }

    /// The errors of the univariate model, that between participants first.
    pub fn strata(&self) -> &[ErrorStratum] {
        &self.strata
    }

    /// Every effect, stratum by stratum.
    pub fn effects(&self, by: SumsOfSquares) -> Vec<Effect> {
        effect_table::effects(&self.fit, &self.strata, by)
    }

    /// One effect with type III sums of squares, if it is in the model.
    pub fn effect(&self, between: Term, within: u32) -> Option<Effect> {
        let is_it = |effect: &Effect| effect.between == between && effect.within == within;
        self.effects(SumsOfSquares::TypeThree).into_iter().find(is_it)
    }

    /// The multivariate tests of every effect of a stratum.
    pub fn multivariate_tests(
        &self,
        stratum: &Stratum,
        by: SumsOfSquares,
    ) -> Vec<(Term, Result<MultivariateTests, Lack>)> {
        effect_table::multivariate_tests(&self.fit, stratum, by)
    }

    /// The row of `X` for weights over the levels of each factor, covariates at their means.
    pub fn row(&self, weights: &[Vec<f64>]) -> Vec<f64> {
        self.fit.row(weights)
    }

    /// A participant's row of `X`: the level of each factor, the covariates minus their means.
    pub fn row_at(&self, at: &[usize], covariates: &[f64]) -> Vec<f64> {
        self.fit.row_at(at, covariates)
    }

    /// The fitted means of a participant with that row, one for each measure.
    pub fn expected(&self, row: &[f64]) -> Vec<f64> {
        self.fit.mean(row, 1.0)
    }

    /// `x'(X'X)⁻¹x`.
    pub fn leverage(&self, row: &[f64]) -> f64 {
        self.fit.leverage(row)
    }

    /// The residual variance of a weighted sum of the measures; NaN without a degree of freedom.
    pub fn error_variance(&self, weights: &[f64]) -> f64 {
        let w = DVector::from_column_slice(weights);
        w.dot(&(&self.fit.error * &w)) / self.fit.df_error as f64
    }
}
