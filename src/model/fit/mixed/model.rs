//! A fitted model of repeated measures, and what is told of it.

use std::rc::Rc;

use nalgebra::{DMatrix, DVector};

use super::criteria::Criteria;
use super::determined::determined;
use super::kenward_roger::{Adjustment, adjusted};
use super::likelihood::{Estimation, Objective};
use super::mean_structure::MeanStructure;
use super::repeated::{Participant, Repeated};
use super::robust::{Robust, Sandwich, robust};
use super::search::{Convergence, Optimum, search};
use super::structure::{Shape, Structure};
use super::unfitted::Unfitted;
use crate::num::positive_definite::PositiveDefinite;

/// What is to be fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct MixedSpecification {
    pub means: MeanStructure,
    pub structure: Structure,
    /// Whether each level of the first factor has its own Σ.
    pub by_arm: bool,
    pub estimation: Estimation,
}

/// A fit.
#[derive(Clone, Debug)]
pub struct MixedModel {
    pub specification: MixedSpecification,
    data: Rc<Repeated>,
    shape: Shape,
    optimum: Optimum,
}

/// Variances of what varies between participants, in squared units of the outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct RandomEffects {
    /// Of the intercept, or of intercept and slope.
    pub covariance: DMatrix<f64>,
    pub residual: f64,
    /// Whether some variance is zero, or intercept and slope correlate perfectly.
    pub is_at_boundary: bool,
}

/// A ratio of standard deviations smaller than this has come to the boundary.
const BOUNDARY: f64 = 1e-5;
/// On a parameter with less than this share of the most information Σ does not depend.
const FLAT: f64 = 1e-9;

impl MixedModel {
    /// # Errors
    /// Why there is no fit: see [`Unfitted`].
    pub fn new(specification: MixedSpecification, participants: &[Participant]) -> Result<Self, Unfitted> {
        let MixedSpecification { means, structure, by_arm, estimation } = specification;
        Self::of(structure, estimation, &Rc::new(Repeated::new(means, participants, by_arm)?))
    }

    /// The same of data that several models may share.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of(structure: Structure, estimation: Estimation, data: &Rc<Repeated>) -> Result<Self, Unfitted> {
        let specification =
            MixedSpecification { means: data.means.clone(), structure, by_arm: data.by_arm, estimation };
        Self::of_data(specification, Rc::clone(data), None)
    }

    /// The same model without one of [`Self::n_participants`], searched for from these estimates on; `None` where it cannot
    /// be fitted.
    pub fn without(&self, participant: usize) -> Option<Self> {
        let data = Rc::new(self.data.without(participant)?);
        Self::of_data(self.specification.clone(), data, Some(&self.optimum.point.theta)).ok()
    }

    fn of_data(
        specification: MixedSpecification,
        data: Rc<Repeated>,
        start: Option<&DVector<f64>>,
    ) -> Result<Self, Unfitted> {
        let shape = Shape { structure: specification.structure.clone(), n_occasions: specification.means.n_occasions };
        let objective = Objective { data: &data, shape: &shape, estimation: specification.estimation };
        determined(&data, &shape)?;
        let start = start.cloned().unwrap_or_else(|| objective.start());
        let mut optimum = search(&objective, &start)?;
        if let Some(at_boundary) = at_boundary(&shape, &optimum.point.theta) {
            optimum = search(&objective, &at_boundary)?;
        }
        Ok(Self { specification, data, shape, optimum })
    }

    pub(super) fn objective(&self) -> Objective<'_> {
        Objective { data: &self.data, shape: &self.shape, estimation: self.specification.estimation }
    }

    pub(super) fn data(&self) -> &Repeated {
        &self.data
    }

    pub(super) fn optimum(&self) -> &Optimum {
        &self.optimum
    }

    /// Those with a value.
    pub fn n_participants(&self) -> usize {
        self.data.records.len()
    }

    pub fn n_values(&self) -> usize {
        self.data.n_observations
    }

    /// Coefficients that the data do not determine.
    pub fn n_dropped(&self) -> usize {
        self.data.rank.n_dropped()
    }

    /// Participants with a value at an occasion, at these levels of the factors.
    pub fn n_at(&self, levels: &[usize], occasion: usize) -> usize {
        self.data.records.iter().filter(|record| record.levels == levels && record.at.contains(&occasion)).count()
    }

    /// Σ̂, one or one for each arm, in squared units of the outcome.
    pub fn sigmas(&self) -> Vec<DMatrix<f64>> {
        self.optimum.point.sigmas.iter().map(|sigma| sigma * self.unit2()).collect()
    }

    /// Σ̂ of the participants at some level of the first factor.
    pub fn sigma_of(&self, arm: usize) -> DMatrix<f64> {
        let sigmas = self.sigmas();
        let at = if self.data.n_groups > 1 { arm } else { 0 };
        let m = self.shape.n_occasions;
        sigmas.into_iter().nth(at).unwrap_or_else(|| DMatrix::from_element(m, m, f64::NAN))
    }

    pub fn convergence(&self) -> Convergence {
        self.optimum.convergence
    }

    pub fn criteria(&self) -> Criteria {
        Criteria::new(&self.objective(), &self.optimum.point)
    }

    /// Of models with random effects.
    pub fn random_effects(&self) -> Option<RandomEffects> {
        let theta = self.optimum.point.theta.as_slice();
        let residual = (2.0 * theta.first()?).exp() * self.unit2();
        let ratio = |k: usize| theta.get(k).copied().unwrap_or(0.0);
        let (covariance, is_at_boundary) = match &self.shape.structure {
            Structure::RandomIntercept => (DMatrix::from_element(1, 1, ratio(1) * ratio(1)), ratio(1) == 0.0),
            Structure::RandomSlope(_) => {
                let lambda = DMatrix::from_row_slice(2, 2, &[ratio(1), 0.0, ratio(2), ratio(3)]);
                (&lambda * lambda.transpose(), ratio(1) == 0.0 || ratio(3) == 0.0)
            }
            _ => return None,
        };
        Some(RandomEffects { covariance: covariance * residual, residual, is_at_boundary })
    }

    /// The variance of the fitted means over the values, in squared units of the outcome (Nakagawa & Schielzeth, 2013).
    pub fn variance_of_means(&self) -> f64 {
        let data = &self.data;
        let coefficients = &data.least_squares + &self.optimum.point.beta * data.unit;
        let means: Vec<f64> = (data.records.iter())
            .flat_map(|record| {
                let fitted = data.places.rows(&record.columns, &record.at) * &coefficients;
                let shifts = record.at.iter().map(|&t| data.shift.get(t).copied().unwrap_or(0.0)).collect::<Vec<_>>();
                fitted.iter().zip(shifts).map(|(mean, shift)| mean + shift).collect::<Vec<f64>>()
            })
            .collect();
        let n = means.len() as f64;
        let mean = means.iter().sum::<f64>() / n;
        means.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0)
    }

    pub(super) fn unit2(&self) -> f64 {
        self.data.unit * self.data.unit
    }

    /// The covariance of the parameters of Σ by the observed information, as mmrm and lmerTest.
    pub(super) fn parameters(&self) -> DMatrix<f64> {
        inverse(&self.optimum.curvature.observed) * 2.0
    }

    /// The adjusted covariance of β̂, and the covariance of the parameters that it used: by the expected information for
    /// random effects (as pbkrtest), else by the observed one (as mmrm). Σ is linear in variances and covariances of random
    /// effects, for which both versions of the adjustment are one.
    pub(super) fn kenward_roger(&self, adjustment: Adjustment) -> (DMatrix<f64>, DMatrix<f64>) {
        let is_linear = self.shape.structure.is_random_effects();
        let parameters = if is_linear { inverse(&self.optimum.curvature.expected) * 2.0 } else { self.parameters() };
        let adjustment = if is_linear { Adjustment::Linear } else { adjustment };
        let at = (&self.optimum.point, &self.optimum.curvature);
        (adjusted(&self.objective(), at, &parameters, adjustment), parameters)
    }

    pub(super) fn robust(&self, sandwich: Sandwich) -> Option<Robust> {
        robust(&self.objective(), &self.optimum.point, sandwich)
    }
}

/// The inverse over the parameters on which Σ depends; zero of the others. NaN where it is singular.
fn inverse(information: &DMatrix<f64>) -> DMatrix<f64> {
    let n = information.nrows();
    let most = information.diagonal().amax();
    let kept: Vec<usize> = (0..n).filter(|&k| information[(k, k)] > FLAT * most).collect();
    let part = DMatrix::from_fn(kept.len(), kept.len(), |i, j| {
        kept.get(i).zip(kept.get(j)).map_or(f64::NAN, |(&k, &l)| information[(k, l)])
    });
    let Some(inverse) = PositiveDefinite::new(&part).map(|factored| factored.inverse()) else {
        return DMatrix::from_element(n, n, f64::NAN);
    };
    let mut all = DMatrix::zeros(n, n);
    for (i, &k) in kept.iter().enumerate() {
        kept.iter().enumerate().for_each(|(j, &l)| all[(k, l)] = inverse[(i, j)]);
    }
    all
}

/// The parameters with the variance at zero that has nearly come to it.
fn at_boundary(shape: &Shape, theta: &DVector<f64>) -> Option<DVector<f64>> {
    let candidates: &[usize] = match shape.structure {
        Structure::RandomIntercept => &[1],
        Structure::RandomSlope(_) => &[1, 3],
        _ => &[],
    };
    let mut moved = theta.clone();
    let near: Vec<usize> = (0..theta.len() / shape.n_parameters().max(1))
        .flat_map(|group| candidates.iter().map(move |k| group * shape.n_parameters() + k))
        .filter(|&k| theta.get(k).is_some_and(|ratio| ratio.abs() < BOUNDARY && *ratio != 0.0))
        .collect();
    near.iter().for_each(|&k| moved[k] = 0.0);
    (!near.is_empty()).then_some(moved)
}
