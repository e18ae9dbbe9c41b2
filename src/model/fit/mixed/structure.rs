//! Structures of the covariance of one participant's occasions, as functions of unconstrained parameters.
//!
//! # Formulas
//! `Σ_ab = s_a s_b c_ab(φ)`, `s = exp(η)`, with one η for all occasions or one for each. The parameters are η, then φ:
//! - unstructured: `c = TT'`, T unit lower triangular, its rows below the diagonal one after another. So `s_a` is the
//!   standard deviation of occasion a given those before it.
//! - Toeplitz: `c_ab = ρ_|a−b|`, `ρ = φ/√(1 + φ²)`; AR(1): `c_ab = ρ^|a−b|` with the same ρ.
//! - compound symmetry: `c_ab = ρ` between −1/(m − 1) and 1, `ρ = (1 + 1/(m − 1))/(1 + e^−φ) − 1/(m − 1)`.
//! - random intercept: `c = I + φ²J`, so that s is the residual standard deviation and φ the ratio of the intercepts' to
//!   it; random slope: `c = I + ZΛΛ'Z'`, `Z = [1, time]`, Λ lower triangular (both as lme4).
//!
//! These are the parameters of the R package mmrm, on which the full Kenward–Roger adjustment depends.
//!
//! # References
//! - Pinheiro, J. C., & Bates, D. M. (1996). Unconstrained parametrizations for variance-covariance matrices. *Statistics
//!   and Computing, 6*(3), 289–296. <https://doi.org/10.1007/BF00140873>
//! - Bates, D., Mächler, M., Bolker, B., & Walker, S. (2015). Fitting linear mixed-effects models using lme4. *Journal of
//!   Statistical Software, 67*(1), § 2. <https://doi.org/10.18637/jss.v067.i01>

/// Whether occasions have one variance or one each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variances {
    Equal,
    ByOccasion,
}

/// The structure of Σ.
#[derive(Clone, Debug, PartialEq)]
pub enum Structure {
    Unstructured,
    Toeplitz(Variances),
    CompoundSymmetry(Variances),
    Autoregressive(Variances),
    /// Participants differ by an intercept, of variance zero or more.
    RandomIntercept,
    /// Participants differ by an intercept and a slope in time; the time of every occasion.
    RandomSlope(Vec<f64>),
}

/// A structure for so many occasions.
#[derive(Clone, Debug)]
pub struct Shape {
    pub structure: Structure,
    pub n_occasions: usize,
}

impl Structure {
    /// Whether Σ comes from effects that vary between participants.
    pub fn is_random_effects(&self) -> bool {
        matches!(self, Structure::RandomIntercept | Structure::RandomSlope(_))
    }

    pub fn variances(&self) -> Variances {
        match self {
            Structure::Unstructured => Variances::ByOccasion,
            Structure::Toeplitz(v) | Structure::CompoundSymmetry(v) | Structure::Autoregressive(v) => *v,
            Structure::RandomIntercept | Structure::RandomSlope(_) => Variances::Equal,
        }
    }
}

impl Shape {
    /// The number of η.
    pub fn n_scales(&self) -> usize {
        match self.structure.variances() {
            Variances::Equal => 1,
            Variances::ByOccasion => self.n_occasions,
        }
    }

    /// The parameters of one Σ.
    pub fn n_parameters(&self) -> usize {
        let m = self.n_occasions;
        let of_core = match &self.structure {
            Structure::Unstructured => m * m.saturating_sub(1) / 2,
            Structure::Toeplitz(_) => m.saturating_sub(1),
            Structure::CompoundSymmetry(_) | Structure::Autoregressive(_) => usize::from(m > 1),
            Structure::RandomIntercept => 1,
            Structure::RandomSlope(_) => 3,
        };
        self.n_scales() + of_core
    }

    /// Which η an occasion has.
    pub fn scale(&self, occasion: usize) -> usize {
        match self.structure.variances() {
            Variances::Equal => 0,
            Variances::ByOccasion => occasion,
        }
    }

    /// The parameters after a step. Of an unstructured Σ the step is taken in the Cholesky factor's rows and in ln s: where
    /// an occasion nearly follows from others s goes to zero and φ, which is relative to it, to infinity.
    pub fn moved(&self, theta: &[f64], step: &[f64]) -> Vec<f64> {
        let mut moved: Vec<f64> = theta.iter().zip(step).map(|(theta, step)| theta + step).collect();
        if self.structure == Structure::Unstructured {
            let rows = (0..self.n_occasions).flat_map(|a| std::iter::repeat_n(a, a));
            for (k, a) in (self.n_occasions..theta.len()).zip(rows) {
                let at = |values: &[f64], k: usize| values.get(k).copied().unwrap_or(0.0);
                let (phi, along, wider) = (at(theta, k), at(step, k), at(step, a));
                if let Some(moved) = moved.get_mut(k) {
                    *moved = (phi + along + phi * wider) * (-wider).exp();
                }
            }
        }
        moved
    }
}
