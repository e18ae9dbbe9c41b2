//! The degrees of freedom for error of a contrast, and of a hypothesis of several.
//!
//! # Formulas
//! With V a function of parameters θ whose estimates have covariance A:
//! - Satterthwaite: `2(l'Vl)²/(g'Ag)`, `g_k = l'(∂V/∂θ_k)l`. Of a hypothesis of q contrasts, from the ν of its principal
//!   contrasts: `E = Σ ν/(ν − 2)`, `2E/(E − q)` (Fai & Cornelius, 1996).
//! - Kenward & Roger (1997): V is adjusted, and with `G_k = L'(∂V/∂θ_k)L` and `S = L'VL` of the V not adjusted,
//!   `A₁ = Σ A_kl tr(S⁻¹G_k) tr(S⁻¹G_l)`, `A₂ = Σ A_kl tr(S⁻¹G_kS⁻¹G_l)`, from which the degrees of freedom and the factor
//!   of F follow. Of one contrast they are Satterthwaite's, and the factor is 1.
//! - Of a V robust to Σ: `(tr G)²/tr(G²)`, `G_ij = δ_ij|a_i|² − b_i'Cb_j` over clusters (Bell & McCaffrey, 2002); of a
//!   hypothesis as Satterthwaite's.
//!
//! # References
//! - Bell, R. M., & McCaffrey, D. F. (2002). Bias reduction in standard errors for linear regression with multi-stage
//!   samples. *Survey Methodology, 28*(2), 169–181.
//! - Fai, A. H.-T., & Cornelius, P. L. (1996). Approximate F-tests of multiple degree of freedom hypotheses in generalized
//!   least squares analyses of unbalanced split-plot experiments. *Journal of Statistical Computation and Simulation, 54*,
//!   363–378.
//! - Kenward, M. G., & Roger, J. H. (1997). Small sample inference for fixed effects from restricted maximum likelihood.
//!   *Biometrics, 53*(3), 983–997. <https://doi.org/10.2307/2533558>

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use crate::num::positive_definite::PositiveDefinite;

/// The degrees of freedom for error of a contrast.
#[derive(Clone, Debug)]
pub enum DegreesOfFreedom {
    /// The same for every contrast.
    Constant(f64),
    /// By the contrast: `∂V/∂θ` for each parameter of V, and the covariance of their estimates.
    Satterthwaite { derivatives: Vec<DMatrix<f64>>, parameters: DMatrix<f64> },
    /// The same of the V that is not adjusted, which stands beside the adjusted one.
    KenwardRoger { unadjusted: DMatrix<f64>, derivatives: Vec<DMatrix<f64>>, parameters: DMatrix<f64> },
    /// Of a robust V: the matrices that make a contrast's `a_i` and `b_i` of each cluster, and C.
    Clusters { spread: Vec<DMatrix<f64>>, shared: Vec<DMatrix<f64>>, between: DMatrix<f64> },
}

/// The reference distribution of a Wald F.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErrorOfF {
    pub df: f64,
    /// F is multiplied by this.
    pub factor: f64,
}

impl DegreesOfFreedom {
    /// Of a contrast with that variance.
    pub fn of(&self, contrast: &DVector<f64>, variance: f64) -> f64 {
        match self {
            DegreesOfFreedom::Constant(df) => *df,
            DegreesOfFreedom::Satterthwaite { derivatives, parameters } => {
                satterthwaite(contrast, variance, derivatives, parameters)
            }
            DegreesOfFreedom::KenwardRoger { unadjusted, derivatives, parameters } => {
                // NaN where the contrast has no variance.
                let variance = form(unadjusted, contrast) + 0.0 * variance;
                satterthwaite(contrast, variance, derivatives, parameters)
            }
            DegreesOfFreedom::Clusters { spread, shared, between } => clustered(contrast, spread, shared, between),
        }
    }

    /// Of the hypothesis that independent contrasts are all zero, whose covariance is given.
    pub fn of_all(&self, contrasts: &[DVector<f64>], covariance: DMatrix<f64>) -> ErrorOfF {
        match self {
            DegreesOfFreedom::Constant(df) => ErrorOfF { df: *df, factor: 1.0 },
            // Decomposing a matrix with non-finite entries does not terminate, and one without entries panics.
            _ if contrasts.is_empty() || !covariance.iter().all(|entry| entry.is_finite()) => {
                ErrorOfF { df: f64::NAN, factor: 1.0 }
            }
            DegreesOfFreedom::Satterthwaite { .. } | DegreesOfFreedom::Clusters { .. } => {
                let eigen = SymmetricEigen::new(covariance);
                let principal = |weights: &[f64]| {
                    contrasts.iter().zip(weights).map(|(l, weight)| l * *weight).reduce(|sum, l| sum + l)
                };
                let dfs: Vec<f64> = (eigen.eigenvectors.column_iter().zip(eigen.eigenvalues.iter()))
                    .filter_map(|(weights, variance)| Some(self.of(&principal(weights.as_slice())?, *variance)))
                    .collect();
                ErrorOfF { df: of_principal(&dfs), factor: 1.0 }
            }
            DegreesOfFreedom::KenwardRoger { unadjusted, derivatives, parameters } => {
                kenward_roger(contrasts, unadjusted, derivatives, parameters)
            }
        }
    }

    /// Whether the sizes are those of a V of that many rows.
    pub fn is_of_size(&self, size: usize) -> bool {
        let agree = |derivatives: &[DMatrix<f64>], parameters: &DMatrix<f64>| {
            derivatives.iter().all(|derivative| derivative.shape() == (size, size))
                && parameters.shape() == (derivatives.len(), derivatives.len())
        };
        match self {
            DegreesOfFreedom::Constant(_) => true,
            DegreesOfFreedom::Satterthwaite { derivatives, parameters } => agree(derivatives, parameters),
            DegreesOfFreedom::KenwardRoger { unadjusted, derivatives, parameters } => {
                unadjusted.shape() == (size, size) && agree(derivatives, parameters)
            }
            DegreesOfFreedom::Clusters { spread, shared, between } => {
                spread.len() == shared.len()
                    && spread.iter().all(|a| a.ncols() == size)
                    && shared.iter().all(|b| b.shape() == (between.nrows(), size))
            }
        }
    }
}

/// `l'Ml`, over the few entries of l that are not zero.
fn form(matrix: &DMatrix<f64>, contrast: &DVector<f64>) -> f64 {
    let weights: Vec<(usize, f64)> =
        contrast.iter().copied().enumerate().filter(|(_, weight)| *weight != 0.0).collect();
    let row = |&(i, one): &(usize, f64)| one * weights.iter().map(|&(j, other)| matrix[(i, j)] * other).sum::<f64>();
    weights.iter().map(row).sum()
}

fn satterthwaite(
    contrast: &DVector<f64>,
    variance: f64,
    derivatives: &[DMatrix<f64>],
    parameters: &DMatrix<f64>,
) -> f64 {
    let gradient =
        DVector::from_iterator(derivatives.len(), derivatives.iter().map(|derivative| form(derivative, contrast)));
    2.0 * variance * variance / gradient.dot(&(parameters * &gradient))
}

fn clustered(contrast: &DVector<f64>, spread: &[DMatrix<f64>], shared: &[DMatrix<f64>], between: &DMatrix<f64>) -> f64 {
    let mut gram = DMatrix::zeros(between.nrows(), between.nrows());
    let (mut trace, mut squares) = (0.0, 0.0);
    for (spread, shared) in spread.iter().zip(shared) {
        let (a2, b) = ((spread * contrast).norm_squared(), shared * contrast);
        let along = b.dot(&(between * &b));
        trace += a2 - along;
        squares += a2 * a2 - 2.0 * a2 * along;
        gram.ger(1.0, &b, &b, 1.0);
    }
    let product = between * gram;
    trace * trace / (squares + product.dot(&product.transpose()))
}

/// Kenward & Roger (1997), p. 987.
fn kenward_roger(
    contrasts: &[DVector<f64>],
    unadjusted: &DMatrix<f64>,
    derivatives: &[DMatrix<f64>],
    parameters: &DMatrix<f64>,
) -> ErrorOfF {
    let undefined = ErrorOfF { df: f64::NAN, factor: f64::NAN };
    if contrasts.is_empty() {
        return undefined;
    }
    let l = DMatrix::from_columns(contrasts);
    let Some(s) = PositiveDefinite::new(&l.tr_mul(&(unadjusted * &l))) else { return undefined };
    let solved = |derivative: &DMatrix<f64>| s.solve(&l.tr_mul(&(derivative * &l)));
    let Some(shares) = derivatives.iter().map(solved).collect::<Option<Vec<_>>>() else { return undefined };
    let traces: Vec<f64> = shares.iter().map(DMatrix::trace).collect();
    let (mut a1, mut a2) = (0.0, 0.0);
    for (k, (share, trace)) in shares.iter().zip(&traces).enumerate() {
        for (j, (other, beside)) in shares.iter().zip(&traces).enumerate() {
            a1 += parameters[(k, j)] * trace * beside;
            a2 += parameters[(k, j)] * share.dot(&other.transpose());
        }
    }
    let q = contrasts.len() as f64;
    let b = (a1 + 6.0 * a2) / (2.0 * q);
    let g = ((q + 1.0) * a1 - (q + 4.0) * a2) / ((q + 2.0) * a2);
    let c = 3.0 * q + 2.0 * (1.0 - g);
    let expected = 1.0 / (1.0 - a2 / q);
    let variance = 2.0 / q * (1.0 + g / c * b) / ((1.0 - (q - g) / c * b).powi(2) * (1.0 - (q + 2.0 - g) / c * b));
    let rho = variance / (2.0 * expected * expected);
    let df = 4.0 + (q + 2.0) / (q * rho - 1.0);
    ErrorOfF { df, factor: df / (expected * (df - 2.0)) }
}

/// From the degrees of freedom of the principal contrasts.
fn of_principal(dfs: &[f64]) -> f64 {
    let (least, most) = (dfs.iter().copied().fold(f64::INFINITY, f64::min), dfs.iter().copied().fold(0.0, f64::max));
    if dfs.iter().any(|df| df.is_nan()) || dfs.is_empty() {
        return f64::NAN;
    }
    if most - least <= 1e-8 * most {
        return least;
    }
    if least <= 2.0 {
        return 2.0;
    }
    let e: f64 = dfs.iter().map(|df| df / (df - 2.0)).sum();
    2.0 * e / (e - dfs.len() as f64)
}
