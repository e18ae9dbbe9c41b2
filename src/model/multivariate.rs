//! The four multivariate tests of a hypothesis, with the F approximations of R and car.
//!
//! # Formulas
//! λ: the eigenvalues of `E⁻¹H` (d contrasts, hypothesis on q degrees of freedom, error on ν).
//! Pillai `Σλ/(1 + λ)`, Wilks `Π1/(1 + λ)`, Hotelling–Lawley `Σλ`, Roy `max λ` (its F is an upper bound).

use nalgebra::{DMatrix, SymmetricEigen};

use super::lack::Lack;
use super::probability;
use crate::num::positive_definite::PositiveDefinite;

/// One of the four tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultivariateTest {
    pub statistic: f64,
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
}

/// All four.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultivariateTests {
    pub pillai: MultivariateTest,
    pub wilks: MultivariateTest,
    pub hotelling_lawley: MultivariateTest,
    pub roy: MultivariateTest,
}

/// The tests of a hypothesis with these orthonormal effects (q × d) and that error (d × d) on ν degrees of freedom, or why
/// they cannot be given.
pub(super) fn multivariate(effects: &DMatrix<f64>, error: &DMatrix<f64>, nu: usize) -> Result<MultivariateTests, Lack> {
    let (d, q) = (error.nrows(), effects.nrows());
    if nu < d {
        return Err(Lack::TooFew { df_error: nu, needed: d });
    }
    let factored = PositiveDefinite::new(error).ok_or(Lack::Singular)?;
    // With E = LL', E⁻¹H has the eigenvalues of (effects L⁻ᵀ)(effects L⁻ᵀ)', which is symmetric.
    let half = factored.forward(&effects.transpose()).ok_or(Lack::Singular)?;
    let small = if d <= q { &half * half.transpose() } else { half.transpose() * &half };
    let mut eigenvalues: Vec<f64> = SymmetricEigen::new(small).eigenvalues.iter().map(|l| l.max(0.0)).collect();
    eigenvalues.sort_by(|a, b| b.total_cmp(a));
    Ok(from_eigenvalues(&eigenvalues, d as f64, q as f64, nu as f64))
}

fn from_eigenvalues(eigenvalues: &[f64], d: f64, q: f64, nu: f64) -> MultivariateTests {
    let s = d.min(q);
    let m = 0.5 * ((d - q).abs() - 1.0);
    let n = 0.5 * (nu - d - 1.0);
    let test = |statistic: f64, f: f64, df1: f64, df2: f64| {
        // With too few degrees of freedom the approximation has no F.
        let f = if df2 > 0.0 { f } else { f64::NAN };
        MultivariateTest { statistic, f, df1, df2, p: probability::f_upper(f, df1, df2) }
    };

    let pillai: f64 = eigenvalues.iter().map(|l| l / (1.0 + l)).sum();
    let (a, b) = (2.0 * m + s + 1.0, 2.0 * n + s + 1.0);
    let pillai = test(pillai, b / a * pillai / (s - pillai), s * a, s * b);

    let ln_wilks: f64 = -eigenvalues.iter().map(|l| l.ln_1p()).sum::<f64>();
    let below = d * d + q * q - 5.0;
    let power = if below > 0.0 { (((d * q).powi(2) - 4.0) / below).sqrt() } else { 1.0 };
    let df2 = (nu - 0.5 * (d - q + 1.0)) * power - (d * q - 2.0) / 2.0;
    let wilks = test(ln_wilks.exp(), (-ln_wilks / power).exp_m1() * df2 / (d * q), d * q, df2);

    let trace: f64 = eigenvalues.iter().sum();
    let b = 2.0 * (s * n + 1.0);
    let hotelling_lawley = test(trace, b * trace / (s * s * a), s * a, b);

    let largest = eigenvalues.first().copied().unwrap_or(f64::NAN);
    let (df1, df2) = (d.max(q), nu - d.max(q) + q);
    let roy = test(largest, df2 * largest / df1, df1, df2);
    MultivariateTests { pillai, wilks, hotelling_lawley, roy }
}
