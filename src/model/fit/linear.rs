//! The multivariate linear model `Y = XB + E` of one outcome, fitted once from the moments of its cells.
//!
//! # Formulas
//! A cell of `n` participants with mean `ȳ` and centred cross-products `C` contributes exactly what its rows would: one row
//! `√n [x, ȳ]`, and `C` for the error. Covariates `z` stand beside the measures in the moments, centred at their mean over
//! all participants; `ΣC` is eliminated on them first, which adds one row for each, and the remainder belongs to the error.
//! So the fit holds (cells + covariates) rows however many participants there are, and no cross-product of large means is
//! ever formed: means are kept minus the shift that all cells share.

use nalgebra::{DMatrix, DVector};

use crate::model::basis::{Basis, Triangle};
use crate::model::between::{Between, Term};
use crate::model::cell_moments::CellMoments;
use crate::model::grid::coefficients::{Coding, Coefficients, means};
use crate::model::lack::ROUNDING;
use crate::model::within::Within;

/// The fit.
#[derive(Clone, Debug)]
pub struct Fit {
    pub between: Between,
    pub within: Within,
    /// Participants.
    pub n: usize,
    /// `N − rank X`.
    pub df_error: usize,
    /// The terms in the model, lower orders first.
    pub terms: Vec<Term>,
    /// Terms that are not estimable from the cells and are left out of the model.
    pub dropped: Vec<Term>,
    /// `E'E`, measures × measures.
    pub error: DMatrix<f64>,
    /// The columns of each term over the rows of the fit.
    columns: Vec<Vec<DVector<f64>>>,
    /// The rows' measures, minus the shift.
    response: DMatrix<f64>,
    shift: Vec<f64>,
    basis: Basis,
    /// Columns × measures, of measures minus the shift.
    coefficients: DMatrix<f64>,
}

impl Fit {
    /// Fits the model. `None` where there is no participant.
    pub fn new(between: Between, within: Within, cells: &[CellMoments]) -> Option<Fit> {
        let n_measures = within.n_measures();
        let cells: Vec<&CellMoments> = cells.iter().filter(|cell| cell.moments.n() > 0).collect();
        let n = usize::try_from(cells.iter().map(|cell| cell.moments.n()).sum::<u64>()).ok().filter(|&n| n > 0)?;
        let shift = cells.first()?.moments.shift().iter().copied().take(n_measures).collect();
        let pooled = Pooled::new(&cells, n_measures, between.n_covariates);

        let mut fit = Fit {
            response: rows(&cells, &pooled, n_measures),
            error: pooled.rest,
            between,
            within,
            n,
            df_error: 0,
            terms: Vec::new(),
            dropped: Vec::new(),
            columns: Vec::new(),
            shift,
            basis: Basis::default(),
            coefficients: DMatrix::zeros(0, n_measures),
        };
        // A factor with one level has no columns; it is present only so that the factors keep their places.
        let terms: Vec<Term> = fit.between.terms().into_iter().filter(|&t| fit.between.n_columns(t) > 0).collect();
        for term in terms {
            // A term with more columns than rows is not even built: it may have too many to hold.
            let columns = (fit.between.n_columns(term) <= fit.response.nrows())
                .then(|| columns(term, &fit.between, &cells, &pooled.roots, n_measures));
            match columns.filter(|columns| fit.basis.push_all(columns)) {
                Some(columns) => {
                    fit.columns.push(columns);
                    fit.terms.push(term);
                }
                None => fit.dropped.push(term),
            }
        }
        fit.df_error = n.saturating_sub(fit.basis.len());
        fit.coefficients = fit.basis.triangle().solve(&fit.basis.effects(&fit.response, 0));
        let lack_of_fit = fit.basis.residual(&fit.response);
        // In a saturated model the lack of fit is rounding error.
        if fit.basis.len() < fit.response.nrows() {
            fit.error += lack_of_fit.transpose() * lack_of_fit;
        }
        Some(fit)
    }

    pub fn n_measures(&self) -> usize {
        self.response.ncols()
    }

    /// The residual covariance `Σ̂ = E'E/ν`; NaN where ν is zero.
    pub fn covariance(&self) -> DMatrix<f64> {
        let df = if self.df_error == 0 { f64::NAN } else { self.df_error as f64 };
        &self.error / df
    }

    /// The coefficients' row for weights over the levels of each factor, covariates at their means.
    pub fn row(&self, weights: &[Vec<f64>]) -> Vec<f64> {
        self.between.row(&self.terms, weights)
    }

    /// The coefficients' row of a participant: the level of each factor, the covariates minus their means.
    pub fn row_at(&self, at: &[usize], covariates: &[f64]) -> Vec<f64> {
        let weights = self.between.cell(at);
        let of_term = |&term: &Term| match term {
            Term::Covariate(place) => vec![covariates.get(place).copied().unwrap_or(0.0)],
            Term::Factors(_) => self.between.columns(term, &weights),
        };
        self.terms.iter().flat_map(of_term).collect()
    }

    /// `c'B̂`, one value for each measure, for a coefficients' row whose weights sum to `total` over the cells.
    pub fn mean(&self, row: &[f64], total: f64) -> Vec<f64> {
        means(&self.coefficients, &self.shift, row, total)
    }

    /// β̂ and the coding of its rows.
    pub fn coefficients(&self) -> Coefficients {
        Coefficients {
            coding: Coding::Terms { between: self.between.clone(), terms: self.terms.clone() },
            values: self.coefficients.clone(),
            shift: self.shift.clone(),
        }
    }

    /// The triangular factor of `X`, which determines `(X'X)⁻¹`.
    pub fn triangle(&self) -> &Triangle {
        self.basis.triangle()
    }

    /// `c'(X'X)⁻¹c`.
    pub fn leverage(&self, row: &[f64]) -> f64 {
        self.basis.triangle().quadratic(row)
    }

    /// The effects of a term on the measures, adjusted for the terms it is tested given: orthonormal, df × measures. Its
    /// hypothesis cross-products are `effects'·effects`.
    pub fn effects(&self, term: Term, given: impl Fn(Term) -> bool) -> DMatrix<f64> {
        let mut basis = Basis::default();
        let of = |wanted: Term| self.terms.iter().zip(&self.columns).find(|(term, _)| **term == wanted);
        for (_, columns) in self.terms.iter().zip(&self.columns).filter(|(other, _)| **other != term && given(**other))
        {
            basis.push_all(columns);
        }
        let from = basis.len();
        if let Some((_, columns)) = of(term) {
            basis.push_all(columns);
        }
        let mut effects = basis.effects(&self.response, from);
        // Adjusted for the grand mean, effects do not depend on the shift, which need not be added and subtracted again.
        let mean = of(Term::MEAN).and_then(|(_, columns)| columns.first());
        if let Some(mean) = mean.filter(|_| term == Term::MEAN || !given(Term::MEAN)) {
            let along = basis.effects(&DMatrix::from_column_slice(mean.len(), 1, mean.as_slice()), from);
            effects += along * DMatrix::from_row_slice(1, self.shift.len(), &self.shift);
        }
        effects
    }
}

/// The cells' cross-products added up and eliminated on the covariates.
struct Pooled {
    /// Rows that stand for the covariates within cells: covariates, then measures.
    roots: DMatrix<f64>,
    /// The remaining cross-products of the measures.
    rest: DMatrix<f64>,
}

impl Pooled {
    fn new(cells: &[&CellMoments], n_measures: usize, n_covariates: usize) -> Self {
        let size = n_measures + n_covariates;
        let mut sum = DMatrix::zeros(size, size);
        for cell in cells {
            sum += cell.moments.cross_products();
        }
        let diagonal: Vec<f64> = (0..size).map(|j| sum[(j, j)]).collect();
        let mut roots = DMatrix::zeros(n_covariates, size);
        for (row, at) in (n_measures..size).enumerate() {
            let pivot: f64 = sum[(at, at)];
            // A covariate that is a linear combination of those before it adds no row.
            if pivot.is_nan() || pivot <= ROUNDING * diagonal.get(at).copied().unwrap_or(0.0) {
                continue;
            }
            let line = sum.row(at) / pivot.sqrt();
            sum -= line.transpose() * &line;
            roots.set_row(row, &line);
        }
        // A measure that the covariates predict exactly leaves rounding error, against which nothing can be tested.
        for measure in 0..n_measures {
            let (left, total) = (sum[(measure, measure)], diagonal.get(measure).copied().unwrap_or(0.0));
            if n_covariates > 0 && left <= ROUNDING * total {
                sum.row_mut(measure).fill(0.0);
                sum.column_mut(measure).fill(0.0);
            }
        }
        Pooled { rest: sum.view((0, 0), (n_measures, n_measures)).into_owned(), roots }
    }
}

/// The rows' measures: each cell's mean times √n, then the covariates' rows.
fn rows(cells: &[&CellMoments], pooled: &Pooled, n_measures: usize) -> DMatrix<f64> {
    DMatrix::from_fn(cells.len() + pooled.roots.nrows(), n_measures, |row, measure| match cells.get(row) {
        Some(cell) => (cell.moments.n() as f64).sqrt() * cell.moments.mean_shifted()[measure],
        None => pooled.roots[(row - cells.len(), measure)],
    })
}

/// A term's columns over the rows of the fit.
fn columns(
    term: Term,
    between: &Between,
    cells: &[&CellMoments],
    roots: &DMatrix<f64>,
    n_measures: usize,
) -> Vec<DVector<f64>> {
    let n_rows = cells.len() + roots.nrows();
    let root_n = |cell: &CellMoments| (cell.moments.n() as f64).sqrt();
    match term {
        Term::Covariate(covariate) => {
            let at = n_measures + covariate;
            let n: f64 = cells.iter().map(|cell| cell.moments.n() as f64).sum();
            let first = cells.first().map_or(0.0, |cell| cell.moments.mean_shifted()[at]);
            // Exact where every cell has the same mean: then the column is zero and not rounding.
            let grand = first
                + cells.iter().map(|c| c.moments.n() as f64 * (c.moments.mean_shifted()[at] - first)).sum::<f64>() / n;
            vec![DVector::from_fn(n_rows, |row, _| match cells.get(row) {
                Some(cell) => root_n(cell) * (cell.moments.mean_shifted()[at] - grand),
                None => roots[(row - cells.len(), at)],
            })]
        }
        Term::Factors(_) => {
            let of_cells: Vec<Vec<f64>> =
                cells.iter().map(|cell| between.columns(term, &between.cell(&cell.at))).collect();
            (0..between.n_columns(term))
                .map(|column| {
                    DVector::from_fn(n_rows, |row, _| match (cells.get(row), of_cells.get(row)) {
                        (Some(cell), Some(coded)) => root_n(cell) * coded.get(column).copied().unwrap_or(0.0),
                        _ => 0.0,
                    })
                })
                .collect()
        }
    }
}
