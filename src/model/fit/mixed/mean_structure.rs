//! The fixed effects: which columns a participant has, and which coefficient multiplies each at every occasion.
//!
//! # Model
//! A participant has columns z: the factors' terms coded sum to zero and the covariates minus their means. The mean at
//! occasion t is `Σ_j z_j β_k(t,j)`: a column has a coefficient for each occasion, or one for all, or none at some. So every
//! cross-product of X is made from `Σ zz'` of a missingness pattern, however many participants share it.
//!
//! In the constrained longitudinal model (Liang & Zeger, 2000) the terms that hold the arm have no coefficient at the
//! occasion before treatment.
//!
//! # References
//! Liang, K.-Y., & Zeger, S. L. (2000). Longitudinal data analysis of continuous and discrete responses for pre-post
//! designs. *Sankhyā B, 62*(1), 134–148.

use nalgebra::{DMatrix, DVector};

use crate::model::between::{Between, Term};

/// The fixed effects of a model of repeated measures.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanStructure {
    pub between: Between,
    pub n_occasions: usize,
    /// Of each covariate: whether its slope differs by occasion.
    pub slopes_by_occasion: Vec<bool>,
    /// The occasion before treatment, where the arms (the first factor) have one mean.
    pub common_baseline: Option<usize>,
}

/// The coefficient that multiplies a participant's column at an occasion.
#[derive(Clone, Debug)]
pub struct Places {
    /// Of each occasion, the columns that have a coefficient there, with its place.
    at: Vec<Vec<(usize, usize)>>,
    n_columns: usize,
    n_coefficients: usize,
}

impl MeanStructure {
    /// Arms, or none, in every combination with the occasions.
    pub fn cells(levels: Vec<usize>, n_occasions: usize) -> Self {
        let between = Between { levels, n_covariates: 0 };
        Self { between, n_occasions, slopes_by_occasion: Vec::new(), common_baseline: None }
    }

    /// The terms that have columns, lower orders first.
    pub fn terms(&self) -> Vec<Term> {
        self.between.terms().into_iter().filter(|&term| self.between.n_columns(term) > 0).collect()
    }

    /// A participant's columns: the level of each factor, the covariates minus their means.
    pub fn columns(&self, at: &[usize], covariates: &[f64]) -> DVector<f64> {
        let cell = self.between.cell(at);
        self.columns_for(&cell, covariates)
    }

    /// The column of a covariate.
    pub fn column_of_covariate(&self, covariate: usize) -> Option<usize> {
        let terms = self.terms();
        let at = terms.iter().position(|&term| term == Term::Covariate(covariate))?;
        Some(terms.iter().take(at).map(|&term| self.between.n_columns(term)).sum())
    }

    /// The columns for weights over the levels of each factor, covariates at their means.
    pub fn columns_at_means(&self, weights: &[Vec<f64>]) -> DVector<f64> {
        self.columns_for(weights, &[])
    }

    fn columns_for(&self, weights: &[Vec<f64>], covariates: &[f64]) -> DVector<f64> {
        let of_term = |term: Term| match term {
            Term::Covariate(place) => vec![covariates.get(place).copied().unwrap_or(0.0)],
            Term::Factors(_) => self.between.columns(term, weights),
        };
        DVector::from_vec(self.terms().into_iter().flat_map(of_term).collect())
    }

    /// The coefficients, term by term, of every column at every occasion.
    pub fn places(&self) -> Places {
        let terms = self.terms();
        let n_columns = terms.iter().map(|&term| self.between.n_columns(term)).sum();
        let mut at = vec![Vec::new(); self.n_occasions];
        let mut next = 0;
        let columns = terms.iter().flat_map(|&term| std::iter::repeat_n(term, self.between.n_columns(term)));
        for (column, term) in columns.enumerate() {
            let is_constant = matches!(term, Term::Covariate(k) if self.slopes_by_occasion.get(k) != Some(&true));
            for (occasion, at) in at.iter_mut().enumerate() {
                if self.common_baseline == Some(occasion) && matches!(term, Term::Factors(mask) if mask & 1 == 1) {
                    continue;
                }
                at.push((column, next));
                next += usize::from(!is_constant);
            }
            next += usize::from(is_constant);
        }
        Places { at, n_columns, n_coefficients: next }
    }
}

impl Places {
    pub fn n_coefficients(&self) -> usize {
        self.n_coefficients
    }

    pub fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// Those of fewer coefficients: the new place of each one that stays.
    pub fn only(&self, kept: &[Option<usize>]) -> Self {
        let stays = |&(column, place): &(usize, usize)| Some((column, kept.get(place).copied().flatten()?));
        let at = self.at.iter().map(|columns| columns.iter().filter_map(stays).collect()).collect();
        Self { at, n_columns: self.n_columns, n_coefficients: kept.iter().flatten().count() }
    }

    /// The columns that have a coefficient at an occasion, with its place.
    fn of(&self, occasion: usize) -> &[(usize, usize)] {
        self.at.get(occasion).map_or(&[], Vec::as_slice)
    }

    /// Whether a column has one coefficient for each occasion.
    pub fn is_by_occasion(&self, column: usize) -> bool {
        let mut places: Vec<usize> =
            self.at.iter().flatten().filter(|(c, _)| *c == column).map(|(_, place)| *place).collect();
        let n = places.len();
        places.dedup();
        places.len() == n
    }

    /// The row of X of a participant with these columns at an occasion.
    pub fn row(&self, columns: &DVector<f64>, occasion: usize) -> DVector<f64> {
        let mut row = DVector::zeros(self.n_coefficients);
        self.of(occasion).iter().for_each(|&(column, place)| row[place] += columns[column]);
        row
    }

    /// The rows of X of a participant at some occasions.
    pub fn rows(&self, columns: &DVector<f64>, at: &[usize]) -> DMatrix<f64> {
        let mut rows = DMatrix::zeros(at.len(), self.n_coefficients);
        for (i, &occasion) in at.iter().enumerate() {
            self.of(occasion).iter().for_each(|&(column, place)| rows[(i, place)] += columns[column]);
        }
        rows
    }

    /// The mean at some occasions as a function of the columns: occasions × columns.
    pub fn slopes(&self, beta: &DVector<f64>, at: &[usize]) -> DMatrix<f64> {
        let mut slopes = DMatrix::zeros(at.len(), self.n_columns());
        for (i, &occasion) in at.iter().enumerate() {
            self.of(occasion).iter().for_each(|&(column, place)| slopes[(i, column)] = beta[place]);
        }
        slopes
    }

    /// Adds `Σ X'BX` over participants of one pattern, given `Σ zz'` and B over the pattern's occasions.
    pub fn add_products(&self, into: &mut DMatrix<f64>, at: &[usize], weights: &DMatrix<f64>, zz: &DMatrix<f64>) {
        for (i, &s) in at.iter().enumerate() {
            for (j, &t) in at.iter().enumerate() {
                let weight = weights[(i, j)];
                if weight == 0.0 {
                    continue;
                }
                for &(column, place) in self.of(s) {
                    for &(other, beside) in self.of(t) {
                        into[(place, beside)] += weight * zz[(column, other)];
                    }
                }
            }
        }
    }

    /// Adds `Σ X'Bv` over participants of one pattern, given `Σ zv'` (columns × occasions of the pattern) and B.
    pub fn add_scores(&self, into: &mut DVector<f64>, at: &[usize], weights: &DMatrix<f64>, zv: &DMatrix<f64>) {
        let weighted = zv * weights;
        for (i, &occasion) in at.iter().enumerate() {
            self.of(occasion).iter().for_each(|&(column, place)| into[place] += weighted[(column, i)]);
        }
    }

    /// `Σ XCX'` over participants of one pattern, given `Σ zz'`.
    pub fn leverage(&self, c: &DMatrix<f64>, at: &[usize], zz: &DMatrix<f64>) -> DMatrix<f64> {
        let mut sum = DMatrix::zeros(at.len(), at.len());
        for (i, &s) in at.iter().enumerate() {
            for (j, &t) in at.iter().enumerate().take(i + 1) {
                let mut entry = 0.0;
                for &(column, place) in self.of(s) {
                    for &(other, beside) in self.of(t) {
                        entry += c[(place, beside)] * zz[(column, other)];
                    }
                }
                sum[(i, j)] = entry;
                sum[(j, i)] = entry;
            }
        }
        sum
    }
}
