//! The grid of a fit: the means of all cells with the errors of their contrasts.

use nalgebra::{DMatrix, DVector};

use super::kenward_roger::Adjustment;
use super::model::MixedModel;
use super::robust::{Robust, Sandwich};
use crate::model::between::unit;
use crate::model::grid::{CellMeans, CellSpread, DegreesOfFreedom, Grid};

/// Standard errors and degrees of freedom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inference {
    Satterthwaite,
    KenwardRoger(Adjustment),
    Robust(Sandwich),
}

/// The means of all cells as combinations of the coefficients.
struct CellRows {
    levels: Vec<Vec<usize>>,
    /// (Cell, occasion) × coefficients; zero where the mean is not estimable.
    rows: DMatrix<f64>,
    means: DMatrix<f64>,
}

impl MixedModel {
    /// The means of all cells, covariates at their means over the values. `within`: the factors within participants, by
    /// their numbers of levels. The cells' spreads are Σ̂. `None` where V is no covariance matrix, or the levels are not
    /// those of the occasions.
    pub fn grid(&self, inference: Inference, within: Vec<usize>) -> Option<Grid> {
        let cells = self.cell_rows();
        let (covariance, df) = self.errors(inference, &cells.rows)?;
        let spreads = cells.levels.iter().map(|levels| self.spread(levels)).collect();
        let between = self.specification.means.between.levels.clone();
        Grid::of_cell_means(CellMeans { between, within, means: cells.means, covariance, df, cells: spreads })
    }

    /// The slopes of a covariate in place of the means of a cell: one, or one for each occasion.
    pub fn slopes(&self, covariate: usize, inference: Inference) -> Option<Grid> {
        let data = self.data();
        let structure = &self.specification.means;
        let column = structure.column_of_covariate(covariate)?;
        let mut columns = DVector::zeros(data.places.n_columns());
        columns[column] = 1.0;
        let full = structure.places();
        let n = if full.is_by_occasion(column) { structure.n_occasions } else { 1 };
        let coefficients = self.coefficients();
        let mut rows = DMatrix::zeros(n, coefficients.len());
        let mut means = DMatrix::from_element(1, n, f64::NAN);
        for occasion in 0..n {
            if let Some(row) = data.rank.estimable(&full.row(&columns, occasion)) {
                means[(0, occasion)] = row.dot(&coefficients);
                rows.row_mut(occasion).copy_from(&row.transpose());
            }
        }
        let (covariance, df) = self.errors(inference, &rows)?;
        Grid::of_cell_means(CellMeans {
            between: Vec::new(),
            within: vec![n],
            means,
            covariance,
            df,
            cells: Vec::new(),
        })
    }

    /// The covariance of some combinations of the coefficients, and what gives their contrasts degrees of freedom.
    fn errors(&self, inference: Inference, rows: &DMatrix<f64>) -> Option<(DMatrix<f64>, DegreesOfFreedom)> {
        let scale = self.unit2();
        let through = |matrix: &DMatrix<f64>| rows * (matrix * scale) * rows.transpose();
        let c = &self.optimum().point.c;
        let derivatives = || -> Vec<DMatrix<f64>> {
            let half = rows * c;
            self.optimum().curvature.products.iter().map(|n| &half * (n * scale) * half.transpose()).collect()
        };
        Some(match inference {
            Inference::Satterthwaite => {
                let parameters = self.parameters();
                (through(c), DegreesOfFreedom::Satterthwaite { derivatives: derivatives(), parameters })
            }
            Inference::KenwardRoger(adjustment) => {
                let (adjusted, parameters) = self.kenward_roger(adjustment);
                let unadjusted = through(c);
                let derivatives = derivatives();
                (through(&adjusted), DegreesOfFreedom::KenwardRoger { unadjusted, derivatives, parameters })
            }
            Inference::Robust(sandwich) => {
                let robust = self.robust(sandwich)?;
                (through(&robust.covariance), of_clusters(robust, rows, c))
            }
        })
    }

    /// Of the values minus their shifts, in the units of the outcome.
    fn coefficients(&self) -> DVector<f64> {
        &self.data().least_squares + &self.optimum().point.beta * self.data().unit
    }

    fn cell_rows(&self) -> CellRows {
        let data = self.data();
        let structure = &self.specification.means;
        let m = structure.n_occasions;
        let places = structure.places();
        let levels = (structure.between.levels.iter()).fold(vec![Vec::new()], |cells: Vec<Vec<usize>>, &n| {
            cells.iter().flat_map(|cell| (0..n).map(|level| [cell.as_slice(), &[level]].concat())).collect()
        });
        let coefficients = self.coefficients();
        let mut rows = DMatrix::zeros(levels.len() * m, coefficients.len());
        let mut means = DMatrix::from_element(levels.len(), m, f64::NAN);
        for (cell, at) in levels.iter().enumerate() {
            let weights: Vec<Vec<f64>> = structure.between.levels.iter().zip(at).map(|(&n, &at)| unit(n, at)).collect();
            let columns = structure.columns_at_means(&weights);
            for (occasion, shift) in data.shift.iter().enumerate() {
                if let Some(row) = data.rank.estimable(&places.row(&columns, occasion)) {
                    means[(cell, occasion)] = shift + row.dot(&coefficients);
                    rows.row_mut(cell * m + occasion).copy_from(&row.transpose());
                }
            }
        }
        CellRows { levels, rows, means }
    }

    fn spread(&self, levels: &[usize]) -> CellSpread {
        let n = self.data().records.iter().filter(|record| record.levels == levels).count() as f64;
        let df = (n - 1.0).max(0.0);
        CellSpread {
            at: levels.to_vec(),
            n,
            df,
            cross_products: self.sigma_of(levels.first().copied().unwrap_or(0)) * df,
        }
    }
}

fn of_clusters(robust: Robust, rows: &DMatrix<f64>, c: &DMatrix<f64>) -> DegreesOfFreedom {
    let to_cells = c * rows.transpose();
    let spread: Vec<DMatrix<f64>> = robust.adjusted.iter().map(|adjusted| adjusted * &to_cells).collect();
    let shared = spread.iter().zip(&robust.scaled).map(|(spread, scaled)| scaled.tr_mul(spread)).collect();
    DegreesOfFreedom::Clusters { spread, shared, between: c.clone() }
}
