//! The adjusted covariance of β̂ in small samples.
//!
//! # Formulas
//! With `P_k = −N_k`, `Q_kl = ΣX'WD_kWD_lWX`, `R_kl = ΣX'WD_klWX` and A the covariance of θ̂,
//! `V_A = C + 2C Σ_kl A_kl (Q_kl − P_kCP_l − R_kl/4) C`. Without `R_kl` it is the version that SAS and SPSS print for an
//! unstructured Σ, which is linear in its own parameters; with it, it depends on how Σ is parametrised.
//!
//! # References
//! - Kenward, M. G., & Roger, J. H. (1997). Small sample inference for fixed effects from restricted maximum likelihood.
//!   *Biometrics, 53*(3), 983–997. <https://doi.org/10.2307/2533558>
//! - Kenward, M. G., & Roger, J. H. (2009). An improved approximation to the precision of fixed effects from restricted
//!   maximum likelihood. *Computational Statistics & Data Analysis, 53*(7), 2583–2595.
//!   <https://doi.org/10.1016/j.csda.2008.12.013>

use nalgebra::DMatrix;

use super::curvature::Curvature;
use super::likelihood::{Objective, Profiled, block};

/// Whether the second derivatives of Σ enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    Full,
    Linear,
}

/// `V_A`, given the covariance of the parameters.
pub fn adjusted(
    objective: &Objective<'_>,
    (point, curvature): (&Profiled, &Curvature),
    parameters: &DMatrix<f64>,
    adjustment: Adjustment,
) -> DMatrix<f64> {
    let p = point.c.nrows();
    let each = objective.shape.n_parameters();
    let mut sum = DMatrix::zeros(p, p);
    for (pattern, w) in objective.data.patterns.iter().zip(&point.weights) {
        let Some(sigma) = curvature.sigmas.get(pattern.group) else { continue };
        let of_group = parameters.view((pattern.group * each, pattern.group * each), (each, each));
        let first: Vec<DMatrix<f64>> = (0..each).map(|k| sigma.first(k, &pattern.at)).collect();
        let mut inner = weighted_products(&first, |k, l| of_group[(k, l)], w);
        if adjustment == Adjustment::Full {
            inner -= block(&sigma.weighted_second(|k, l| of_group[(k, l)]), &pattern.at) * 0.25;
        }
        objective.data.places.add_products(&mut sum, &pattern.at, &(w * inner * w), &pattern.columns);
    }
    sum -= weighted_products(&curvature.products, |k, l| parameters[(k, l)], &point.c);
    let adjusted = &point.c + 2.0 * &point.c * sum * &point.c;
    // Symmetric to the last bit.
    (&adjusted + adjusted.transpose()) * 0.5
}

/// `Σ_kl a_kl M_k B M_l`.
fn weighted_products(
    all: &[DMatrix<f64>],
    weight: impl Fn(usize, usize) -> f64,
    between: &DMatrix<f64>,
) -> DMatrix<f64> {
    let mut sum = DMatrix::zeros(between.nrows(), between.ncols());
    for (k, one) in all.iter().enumerate() {
        let zero = DMatrix::zeros(between.nrows(), between.ncols());
        let others = all.iter().enumerate().fold(zero, |sum, (l, other)| sum + other * weight(k, l));
        sum += one * between * others;
    }
    sum
}
