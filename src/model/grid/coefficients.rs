//! β̂ and the coding of its rows: how weights over the levels translate into weights over the coefficients.

use nalgebra::DMatrix;

use crate::model::between::{Between, Term};

/// The coding of the rows of β̂.
#[derive(Clone, Debug)]
pub enum Coding {
    /// A column of a term: factors coded sum to zero, covariates at their means.
    Terms { between: Between, terms: Vec<Term> },
    /// One combination of the levels, the last factor's varying fastest.
    CellMeans { levels: Vec<usize> },
}

impl Coding {
    /// The numbers of levels of the factors between participants.
    pub fn levels(&self) -> &[usize] {
        match self {
            Coding::Terms { between, .. } => &between.levels,
            Coding::CellMeans { levels } => levels,
        }
    }

    /// Weights over the rows of β̂ from weights over the levels of each factor.
    pub fn row(&self, weights: &[Vec<f64>]) -> Vec<f64> {
        match self {
            Coding::Terms { between, terms } => between.row(terms, weights),
            Coding::CellMeans { .. } => weights.iter().fold(vec![1.0], |cells, factor| {
                cells.iter().flat_map(|cell| factor.iter().map(move |weight| cell * weight)).collect()
            }),
        }
    }
}

/// β̂: rows of the coding × measures.
#[derive(Clone, Debug)]
pub struct Coefficients {
    pub coding: Coding,
    /// Of measures minus the shift, so that a large common level costs no digits.
    pub values: DMatrix<f64>,
    pub shift: Vec<f64>,
}

impl Coefficients {
    /// `c'M̄`, one value for each measure.
    pub fn means(&self, row: &[f64], weights: &[Vec<f64>]) -> Vec<f64> {
        let total = weights.iter().map(|factor| factor.iter().sum::<f64>()).product();
        means(&self.values, &self.shift, row, total)
    }
}

/// `c'B̂`, one value for each measure, for a row of weights that sum to `total` over the cells.
pub fn means(values: &DMatrix<f64>, shift: &[f64], row: &[f64], total: f64) -> Vec<f64> {
    (values.column_iter().enumerate())
        .map(|(measure, b)| {
            // What has no weight may be NaN.
            let shifted: f64 = row.iter().zip(b.iter()).filter(|(c, _)| **c != 0.0).map(|(c, b)| c * b).sum();
            shifted + total * shift.get(measure).copied().unwrap_or(0.0)
        })
        .collect()
}
