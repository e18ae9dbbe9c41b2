//! Sphericity of a stratum's contrasts: Mauchly's test and the epsilons.
//!
//! # Formulas
//! `S = M'Σ̂M` (d × d, orthonormal `M`, pooled within cells, ν degrees of freedom).
//! - Greenhouse–Geisser: `ε̂ = (tr S)²/(d tr S²)` (Box, 1954; Greenhouse & Geisser, 1959)
//! - Huynh–Feldt as Lecoutre (1991): `((ν + 1)dε̂ − 2)/(d(ν − dε̂))`; as printed in 1976: `(Ndε̂ − 2)/(d(ν − dε̂))`; capped at 1
//! - Mauchly: `W = det S/(tr S/d)^d`; p from χ² with R's second-order term

use nalgebra::DMatrix;

use super::lack::Lack;
use super::probability;
use crate::num::positive_definite::PositiveDefinite;

/// The epsilons of a stratum and Mauchly's test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sphericity {
    /// The number of contrasts; with a single one no correction applies and every ε is 1.
    pub d: usize,
    pub mauchly: Result<Mauchly, Lack>,
    /// NaN where there is no variance.
    pub epsilon_gg: f64,
    /// Lecoutre's form, capped at 1; NaN where ν ≤ dε̂.
    pub epsilon_hf: f64,
    /// The form of 1976, capped at 1.
    pub epsilon_hf_original: f64,
    pub epsilon_lower_bound: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mauchly {
    pub w: f64,
    pub chi2: f64,
    pub df: f64,
    pub p: f64,
}

/// The dimensions of the data that the corrections and Mauchly's test depend on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dimensions {
    pub n: usize,
    pub df_error: usize,
    pub n_measures: usize,
}

/// `error` is `M'E'EM`: its scale does not matter.
pub(super) fn sphericity(error: &DMatrix<f64>, dimensions: Dimensions) -> Sphericity {
    let d = error.nrows();
    let (size, nu) = (d as f64, dimensions.df_error as f64);
    if d <= 1 {
        return Sphericity {
            d,
            mauchly: Err(Lack::NotApplicable),
            epsilon_gg: 1.0,
            epsilon_hf: 1.0,
            epsilon_hf_original: 1.0,
            epsilon_lower_bound: 1.0,
        };
    }
    let trace = error.trace();
    let gg = if dimensions.df_error > 0 { trace * trace / (size * error.norm_squared()) } else { f64::NAN };
    let huynh_feldt = |n: f64| {
        let below = size * (nu - size * gg);
        if below > 0.0 { ((n * size * gg - 2.0) / below).min(1.0) } else { f64::NAN }
    };
    Sphericity {
        d,
        mauchly: mauchly(error, dimensions),
        epsilon_gg: gg,
        epsilon_hf: huynh_feldt(nu + 1.0),
        epsilon_hf_original: huynh_feldt(dimensions.n as f64),
        epsilon_lower_bound: 1.0 / size,
    }
}

fn mauchly(error: &DMatrix<f64>, dimensions: Dimensions) -> Result<Mauchly, Lack> {
    let d = error.nrows();
    if dimensions.df_error < d {
        return Err(Lack::TooFew { df_error: dimensions.df_error, needed: d });
    }
    let factored = PositiveDefinite::new(error).ok_or(Lack::Singular)?;
    let (size, nu) = (d as f64, dimensions.df_error as f64);
    let ln_w = factored.ln_determinant() - size * (error.trace() / size).ln();
    // As R's mauchly.test and car: the second-order term has the number of measures in one place (`3 * p`).
    let measures = dimensions.n_measures as f64;
    let rho = 1.0 - (2.0 * size * size + size + 2.0) / (6.0 * size * nu);
    let w2 =
        (size + 2.0) * (size - 1.0) * (size - 2.0) * (2.0 * size.powi(3) + 6.0 * size * size + 3.0 * measures + 2.0)
            / (288.0 * (nu * size * rho).powi(2));
    let (chi2, df) = (-nu * rho * ln_w, size * (size + 1.0) / 2.0 - 1.0);
    let first = probability::chi2_upper(chi2, df);
    let p = (first + w2 * (probability::chi2_upper(chi2, df + 4.0) - first)).clamp(0.0, 1.0);
    Ok(Mauchly { w: ln_w.exp(), chi2, df, p })
}
