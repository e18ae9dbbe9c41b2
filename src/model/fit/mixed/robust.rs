//! The covariance of β̂ that does not take Σ for granted: participants are its clusters.
//!
//! # Formulas
//! With `Σ_i⁻¹ = LL'`, `X̃ = L'X`, `r̃ = L'r`: `V = C(Σ X̃'Ar̃r̃'AX̃)C`.
//! - CR0: `A = I` (Liang & Zeger, 1986);
//! - CR2: `A = (I − X̃CX̃')^−½`, the symmetric root of the generalised inverse: unbiased where Σ is right (Bell & McCaffrey,
//!   2002). As the R package mmrm, L is the Cholesky factor of `Σ_i⁻¹`.
//!
//! Degrees of freedom of a contrast l by Satterthwaite where Σ is right: `(tr G)²/tr(G²)`, `G = G'` with entries
//! `δ_ij|a_i|² − b_i'Cb_j`, `a_i = AX̃_iCl`, `b_i = X̃_i'a_i` (Pustejovsky & Tipton, 2018).
//!
//! # References
//! - Liang, K.-Y., & Zeger, S. L. (1986). Longitudinal data analysis using generalized linear models. *Biometrika, 73*(1),
//!   13–22. <https://doi.org/10.1093/biomet/73.1.13>
//! - Bell, R. M., & McCaffrey, D. F. (2002). Bias reduction in standard errors for linear regression with multi-stage
//!   samples. *Survey Methodology, 28*(2), 169–181.
//! - Pustejovsky, J. E., & Tipton, E. (2018). Small-sample methods for cluster-robust variance estimation and hypothesis
//!   testing in fixed effects models. *Journal of Business & Economic Statistics, 36*(4), 672–683.
//!   <https://doi.org/10.1080/07350015.2016.1247004>

use nalgebra::{Cholesky, DMatrix, DVector, SymmetricEigen};

use super::likelihood::{Objective, Profiled};
use super::repeated::Record;

/// Whether the covariance is corrected for few participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sandwich {
    /// CR0.
    Uncorrected,
    /// CR2.
    BiasReduced,
}

/// The robust covariance, with what its degrees of freedom need.
#[derive(Clone, Debug)]
pub struct Robust {
    /// V, in the units of the point.
    pub covariance: DMatrix<f64>,
    /// `AX̃_i` of each participant.
    pub adjusted: Vec<DMatrix<f64>>,
    /// `X̃_i` of each participant.
    pub scaled: Vec<DMatrix<f64>>,
}

/// An eigenvalue of `I − X̃CX̃'` below this is zero.
const ZERO: f64 = 1e-12;

/// `None` where a pattern's W has no Cholesky factor.
pub fn robust(objective: &Objective<'_>, point: &Profiled, sandwich: Sandwich) -> Option<Robust> {
    let data = objective.data;
    let mut factors = Vec::with_capacity(data.patterns.len());
    for w in &point.weights {
        factors.push(Cholesky::new(w.clone())?.l());
    }
    let factor_of = |record: &Record| {
        let is_it = |pattern: &super::repeated::Pattern| pattern.group == record.group && pattern.at == record.at;
        factors.get(data.patterns.iter().position(is_it)?)
    };
    let p = point.c.nrows();
    let mut inner = DMatrix::zeros(p, p);
    let (mut adjusted, mut all_scaled) = (Vec::new(), Vec::new());
    for record in &data.records {
        let l = factor_of(record)?;
        let rows = data.places.rows(&record.columns, &record.at);
        let scaled = l.tr_mul(&rows);
        let residuals: DVector<f64> = l.tr_mul(&(&record.residuals - &rows * &point.beta));
        let with = match sandwich {
            Sandwich::Uncorrected => scaled.clone(),
            Sandwich::BiasReduced => {
                let n = scaled.nrows();
                inverse_root(DMatrix::identity(n, n) - &scaled * &point.c * scaled.transpose()) * &scaled
            }
        };
        let score = with.tr_mul(&residuals);
        inner.ger(1.0, &score, &score, 1.0);
        adjusted.push(with);
        all_scaled.push(scaled);
    }
    Some(Robust { covariance: &point.c * inner * &point.c, adjusted, scaled: all_scaled })
}

fn inverse_root(matrix: DMatrix<f64>) -> DMatrix<f64> {
    if matrix.is_empty() || !matrix.iter().all(|entry| entry.is_finite()) {
        return matrix;
    }
    let eigen = SymmetricEigen::new(matrix);
    let roots = eigen.eigenvalues.map(|value| if value > ZERO { value.powf(-0.5) } else { 0.0 });
    &eigen.eigenvectors * DMatrix::from_diagonal(&roots) * eigen.eigenvectors.transpose()
}
