//! The search for the parameters: Newton's method with a line search, Fisher scoring where the deviance is not convex.
//!
//! # References
//! Nocedal, J., & Wright, S. J. (2006). *Numerical optimization* (2nd ed.), chs. 3 and 6.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::curvature::Curvature;
use super::likelihood::{Objective, Profiled};
use super::unfitted::Unfitted;
use crate::num::positive_definite::PositiveDefinite;

/// How the search went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Convergence {
    pub iterations: usize,
    /// The length of the gradient of −2ℓ over the parameters, which have no units, divided by the number of values.
    pub relative_gradient: f64,
    /// The condition number of the observed information, scaled to a unit diagonal.
    pub condition: f64,
    /// Steps that used the expected information because the observed was not positive definite.
    pub scoring_steps: usize,
}

const MOST_ITERATIONS: usize = 100;
/// No parameter moves farther at once, in units of itself where it is large: by 2 a standard deviation grows sevenfold.
const LONGEST_STEP: f64 = 2.0;
/// The deviance that a step can still gain, from which on Newton's step is used: farther out, the expected information
/// leads more straightly, and along a Σ that loses rank the observed one misleads.
const NEAR: f64 = 2.0;
/// The deviance that a step can still gain, where only rounding is left of it.
const AT_REST: f64 = 1e-17;
/// Below this share of the deviance, what a step gains cannot be seen in it.
const INVISIBLE: f64 = 1e-11;
/// Of its variance, each occasion must keep this share given all others. Where it keeps none the likelihood grows without
/// bound, and what is computed of it loses its digits before.
const SHARE_LEFT_MIN: f64 = 1e-6;
/// An occasion whose variance is below this share of the pooled one has none.
const VARIANCE_MIN: f64 = 1e-14;
/// The largest relative gradient of a search that has come to rest.
pub const GRADIENT_MAX: f64 = 1e-9;

/// The optimum.
#[derive(Clone, Debug)]
pub struct Optimum {
    pub point: Profiled,
    pub curvature: Curvature,
    pub convergence: Convergence,
}

/// Minimises the deviance from a start.
///
/// # Errors
/// [`Unfitted::Degenerate`] where Σ loses rank, [`Unfitted::Undetermined`] where the optimum is flat in some direction,
/// [`Unfitted::NotConverged`].
pub fn search(objective: &Objective<'_>, start: &DVector<f64>) -> Result<Optimum, Unfitted> {
    let mut point = objective.at(start).ok_or(Unfitted::Degenerate)?;
    let mut scoring_steps = 0;
    for iterations in 0..MOST_ITERATIONS {
        let curvature = objective.curvature(&point);
        let (step, is_newton) = direction(objective, &point, &curvature).ok_or(Unfitted::Undetermined)?;
        let gain = -step.dot(&curvature.gradient);
        if is_newton && gain <= AT_REST {
            return at_rest(objective, (point, curvature), &step, iterations, scoring_steps);
        }
        scoring_steps += usize::from(!is_newton);
        match next(objective, &point, &step, gain) {
            Some(moved) => point = moved,
            // Rounding hides any further gain.
            None if gain <= INVISIBLE * point.deviance.abs().max(1.0) => {
                return at_rest(objective, (point, curvature), &step, iterations, scoring_steps);
            }
            None => return Err(Unfitted::NotConverged { iterations }),
        }
        if point.sigmas.iter().any(is_degenerate) {
            return Err(Unfitted::Degenerate);
        }
    }
    Err(Unfitted::NotConverged { iterations: MOST_ITERATIONS })
}

/// The step to the optimum of the quadratic there, and whether it is Newton's.
fn direction(objective: &Objective<'_>, point: &Profiled, curvature: &Curvature) -> Option<(DVector<f64>, bool)> {
    let along = |information: &DMatrix<f64>| {
        let minus = DMatrix::from_column_slice(curvature.gradient.len(), 1, (-&curvature.gradient).as_slice());
        let solved = PositiveDefinite::new(information)?.solve(&minus)?;
        let mut step = DVector::from_column_slice(solved.as_slice());
        let each = objective.shape.n_parameters();
        let is_scale = |k: usize| k % each < objective.shape.n_scales();
        let allowed = |k: usize| if is_scale(k) { LONGEST_STEP } else { LONGEST_STEP * point.theta[k].abs().max(1.0) };
        let longest = step.iter().enumerate().map(|(k, step)| step.abs() / allowed(k)).fold(0.0, f64::max);
        if longest > 1.0 {
            step /= longest;
        }
        step.iter().all(|step| step.is_finite()).then_some(step)
    };
    // A variance of random effects that goes to zero takes its expected information with it.
    let anywhere = objective.shape.structure.is_random_effects();
    let is_near = |step: &DVector<f64>| anywhere || -step.dot(&curvature.gradient) < NEAR;
    if let Some(step) = along(&curvature.observed).filter(is_near) {
        return Some((step, true));
    }
    let largest = curvature.expected.diagonal().amax().max(f64::MIN_POSITIVE);
    [0.0, 1e-8, 1e-4, 1.0].into_iter().find_map(|ridge| {
        let ridged = &curvature.expected
            + DMatrix::identity(curvature.gradient.len(), curvature.gradient.len()) * (ridge * largest);
        along(&ridged).map(|step| (step, false))
    })
}

/// The first point along the step that gains enough.
fn next(objective: &Objective<'_>, from: &Profiled, step: &DVector<f64>, gain: f64) -> Option<Profiled> {
    let visible = gain > INVISIBLE * from.deviance.abs().max(1.0);
    let mut share = 1.0;
    for _ in 0..40 {
        let moved = objective.at(&objective.moved(&from.theta, &(step * share)));
        let enough = |point: &Profiled| !visible || point.deviance <= from.deviance - 1e-4 * share * gain;
        if let Some(point) = moved.filter(enough) {
            return Some(point);
        }
        share *= 0.5;
    }
    None
}

/// Takes one last step where it makes the gradient smaller, and judges the optimum.
fn at_rest(
    objective: &Objective<'_>,
    (point, curvature): (Profiled, Curvature),
    step: &DVector<f64>,
    iterations: usize,
    scoring_steps: usize,
) -> Result<Optimum, Unfitted> {
    let polished = objective.at(&objective.moved(&point.theta, step)).map(|point| (objective.curvature(&point), point));
    let (curvature, point) = match polished {
        Some((polished, at)) if polished.gradient.norm() < curvature.gradient.norm() => (polished, at),
        _ => (curvature, point),
    };
    let relative_gradient = curvature.gradient.norm() / objective.data.n_observations as f64;
    if relative_gradient > GRADIENT_MAX {
        return Err(Unfitted::NotConverged { iterations });
    }
    if PositiveDefinite::new(&curvature.observed).is_none() {
        return Err(Unfitted::Undetermined);
    }
    let convergence =
        Convergence { iterations, relative_gradient, condition: condition(&curvature.observed), scoring_steps };
    Ok(Optimum { point, curvature, convergence })
}

fn condition(information: &DMatrix<f64>) -> f64 {
    let root = information.diagonal().map(f64::sqrt);
    let scaled = DMatrix::from_fn(root.len(), root.len(), |i, j| information[(i, j)] / (root[i] * root[j]));
    if scaled.is_empty() || !scaled.iter().all(|entry| entry.is_finite()) {
        return f64::INFINITY;
    }
    let values = SymmetricEigen::new(scaled).eigenvalues;
    values.max() / values.min()
}

/// Whether an occasion has no variance, or none given the others.
fn is_degenerate(sigma: &DMatrix<f64>) -> bool {
    if sigma.diagonal().iter().any(|&variance| variance < VARIANCE_MIN) {
        return true;
    }
    let Some(factored) = PositiveDefinite::new(sigma) else { return true };
    let inverse = factored.inverse();
    (0..sigma.nrows()).any(|a| 1.0 / (inverse[(a, a)] * sigma[(a, a)]) < SHARE_LEFT_MIN)
}
