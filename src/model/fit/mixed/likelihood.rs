//! The likelihood of a model of repeated measures at given parameters of Σ, the coefficients profiled out.
//!
//! # Formulas
//! With `W = Σ⁻¹` of a participant's occasions, `C = (ΣX'WX)⁻¹`, `β̂ = CΣX'Wy`, `r = y − Xβ̂`:
//! `−2ℓ = Σ ln|Σ_i| + Σ r'Wr + n ln 2π`, and restricted `−2ℓ_R = −2ℓ − p ln 2π + ln|C⁻¹|`.
//!
//! The restricted likelihood depends on the coding of X by a constant. It is given for factors and occasions coded sum to
//! zero, as afex, lmerTest and the references of this project code them; [`Objective::treatment_coding_shift`] leads to
//! what SAS PROC MIXED, SPSS MIXED and R's default coding print.
//!
//! # References
//! Lindstrom, M. J., & Bates, D. M. (1988). Newton–Raphson and EM algorithms for linear mixed-effects models for
//! repeated-measures data. *Journal of the American Statistical Association, 83*(404), 1014–1022.

use nalgebra::{DMatrix, DVector};

use super::repeated::{Pattern, Repeated};
use super::structure::Shape;
use crate::model::between::Term;
use crate::num::positive_definite::PositiveDefinite;

/// What is maximised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimation {
    /// The restricted likelihood (REML).
    Restricted,
    /// The likelihood (ML).
    Full,
}

/// The data and the model: what is to be minimised over the parameters.
#[derive(Clone, Copy, Debug)]
pub struct Objective<'a> {
    pub data: &'a Repeated,
    pub shape: &'a Shape,
    pub estimation: Estimation,
}

/// The model at some parameters, in units of [`Repeated::unit`].
#[derive(Clone, Debug)]
pub struct Profiled {
    pub theta: DVector<f64>,
    /// `−2ℓ` without its constants.
    pub deviance: f64,
    /// Σ of each group.
    pub sigmas: Vec<DMatrix<f64>>,
    /// W of each pattern.
    pub weights: Vec<DMatrix<f64>>,
    pub c: DMatrix<f64>,
    /// Minus the coefficients of ordinary least squares.
    pub beta: DVector<f64>,
}

impl Objective<'_> {
    /// The number of parameters of all Σ.
    pub fn n_parameters(&self) -> usize {
        self.shape.n_parameters() * self.data.n_groups
    }

    /// The parameters of one group's Σ.
    pub fn of_group<'b>(&self, theta: &'b [f64], group: usize) -> &'b [f64] {
        let each = self.shape.n_parameters();
        theta.get(group * each..(group + 1) * each).unwrap_or_default()
    }

    /// The parameters after a step.
    pub fn moved(&self, theta: &DVector<f64>, step: &DVector<f64>) -> DVector<f64> {
        let of =
            |group| self.shape.moved(self.of_group(theta.as_slice(), group), self.of_group(step.as_slice(), group));
        DVector::from_vec((0..self.data.n_groups).flat_map(of).collect())
    }

    /// Starting values from the covariances of the residuals.
    pub fn start(&self) -> DVector<f64> {
        let of = |group| {
            let group = if self.data.n_groups > 1 { Some(group) } else { None };
            self.shape.start(&self.data.covariances(group))
        };
        DVector::from_vec((0..self.data.n_groups).flat_map(of).collect())
    }

    /// `None` where some Σ is not positive definite.
    pub fn at(&self, theta: &DVector<f64>) -> Option<Profiled> {
        let sigmas: Vec<DMatrix<f64>> =
            (0..self.data.n_groups).map(|g| self.shape.sigma(self.of_group(theta.as_slice(), g))).collect();
        let p = self.data.places.n_coefficients();
        let (mut xwx, mut xwr) = (DMatrix::zeros(p, p), DVector::zeros(p));
        let (mut rwr, mut ln_determinants) = (0.0, 0.0);
        let mut weights = Vec::with_capacity(self.data.patterns.len());
        for pattern in &self.data.patterns {
            let sigma = block(sigmas.get(pattern.group)?, &pattern.at);
            let factored = PositiveDefinite::new(&sigma)?;
            ln_determinants += pattern.n * factored.ln_determinant();
            let w = factored.inverse();
            self.data.places.add_products(&mut xwx, &pattern.at, &w, &pattern.columns);
            self.data.places.add_scores(&mut xwr, &pattern.at, &w, &pattern.beside);
            rwr += w.dot(&pattern.residuals);
            weights.push(w);
        }
        let information = PositiveDefinite::new(&xwx)?;
        let c = information.inverse();
        let beta = &c * &xwr;
        let of_means = match self.estimation {
            Estimation::Restricted => information.ln_determinant(),
            Estimation::Full => 0.0,
        };
        let deviance = ln_determinants + of_means + rwr - beta.dot(&xwr);
        deviance.is_finite().then(|| Profiled { theta: theta.clone(), deviance, sigmas, weights, c, beta })
    }

    /// `−2ℓ` with its constants, in the units of the outcome.
    pub fn minus2_log_likelihood(&self, point: &Profiled) -> f64 {
        let counted = match self.estimation {
            Estimation::Restricted => self.data.n_observations - self.data.places.n_coefficients(),
            Estimation::Full => self.data.n_observations,
        } as f64;
        let of_coding = match self.estimation {
            Estimation::Restricted => 2.0 * self.ln_occasion_coding(),
            Estimation::Full => 0.0,
        };
        point.deviance + counted * (std::f64::consts::TAU.ln() + 2.0 * self.data.unit.ln()) + of_coding
    }

    /// ln |det| of the change from one coefficient an occasion to sum-to-zero coding of the occasions.
    fn ln_occasion_coding(&self) -> f64 {
        let m = self.data.means.n_occasions as f64;
        let places = &self.data.places;
        (0..places.n_columns()).filter(|&column| m > 1.0 && places.is_by_occasion(column)).count() as f64 * m.ln()
    }

    /// What is added to the restricted `−2ℓ` to have it for factors and occasions in treatment coding: minus twice
    /// ln |det| of the change of coding.
    pub fn treatment_coding_shift(&self) -> f64 {
        if self.estimation == Estimation::Full {
            return 0.0;
        }
        let levels = &self.data.means.between.levels;
        // Of one factor of l levels the change has determinant l; of a product it is a Kronecker product.
        let of_factors: f64 = (self.data.means.terms().iter())
            .filter_map(|term| match term {
                Term::Factors(mask) => Some(*mask),
                Term::Covariate(_) => None,
            })
            .map(|mask| {
                levels
                    .iter()
                    .enumerate()
                    .filter(|(f, _)| mask >> f & 1 == 1)
                    .map(|(_, &l)| ln_change(l, mask, levels))
                    .sum::<f64>()
            })
            .sum();
        -2.0 * (self.ln_occasion_coding() + self.data.means.n_occasions as f64 * of_factors)
    }
}

/// The share of one factor in ln |det| of a term's columns. Sum-to-zero columns of one factor of `l` levels are those of
/// treatment coding times a matrix of determinant `l`, over the columns of the other factors in the term.
fn ln_change(l: usize, mask: u32, levels: &[usize]) -> f64 {
    let columns: usize =
        levels.iter().enumerate().filter(|(f, _)| mask >> f & 1 == 1).map(|(_, l)| l.saturating_sub(1)).product();
    columns as f64 / l.saturating_sub(1).max(1) as f64 * (l as f64).ln()
}

/// The rows and columns of a matrix at some occasions.
pub fn block(matrix: &DMatrix<f64>, at: &[usize]) -> DMatrix<f64> {
    DMatrix::from_fn(at.len(), at.len(), |i, j| at.get(i).zip(at.get(j)).map_or(f64::NAN, |(&a, &b)| matrix[(a, b)]))
}

impl Profiled {
    /// `Σ rr'` and `Σ zr'` of a pattern about the fitted means.
    pub fn residuals(&self, data: &Repeated, pattern: &Pattern) -> (DMatrix<f64>, DMatrix<f64>) {
        let slopes = data.places.slopes(&self.beta, &pattern.at);
        let beside = &pattern.beside - &pattern.columns * slopes.transpose();
        let products = &pattern.residuals - &slopes * &pattern.beside - beside.tr_mul(&slopes.transpose());
        (products, beside)
    }
}
