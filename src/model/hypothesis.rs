//! A linear hypothesis of the fit: what it takes from the measures and what error it is held against.
//!
//! # Formulas
//! For contrasts `M` of the measures, `H = M'Ĥ M`, `E = M'Ê M`; univariate `SS = tr H` on `df·d`, error `tr E` on `ν·d`.

use nalgebra::DMatrix;

use super::ROUNDING;
use super::linear::Fit;
use super::probability;

/// Hypothesis effects and error in the space of `d` orthonormal contrasts of the measures.
#[derive(Clone, Debug)]
pub struct Hypothesis {
    /// df × d: `H = effects'·effects`.
    pub effects: DMatrix<f64>,
    /// d × d.
    pub error: DMatrix<f64>,
    pub df: usize,
    pub df_error: usize,
    /// An error below this is what rounding left of the measures' own.
    pub noise: f64,
}

/// An F test with its sums of squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FTest {
    pub ss: f64,
    pub df1: f64,
    pub ss_error: f64,
    pub df2: f64,
    /// NaN, as is p, where there is no error to hold it against.
    pub f: f64,
    pub p: f64,
}

impl Hypothesis {
    /// `effects` of measures, and the fit's error, through `contrasts` (measures × d).
    pub fn through(effects: &DMatrix<f64>, fit: &Fit, contrasts: &DMatrix<f64>) -> Self {
        let error = contrasts.transpose() * &fit.error * contrasts;
        let noise = ROUNDING * fit.error.trace();
        Self { df: effects.nrows(), effects: effects * contrasts, error, df_error: fit.df_error, noise }
    }

    /// The univariate test: sums of squares are traces.
    pub fn univariate(&self) -> FTest {
        let d = self.error.nrows() as f64;
        let trace = self.error.trace();
        let ss_error = if trace > self.noise { trace } else { 0.0 };
        FTest::new(self.effects.norm_squared(), self.df as f64 * d, ss_error, self.df_error as f64 * d)
    }

    pub fn cross_products(&self) -> DMatrix<f64> {
        self.effects.transpose() * &self.effects
    }
}

impl FTest {
    pub fn new(ss: f64, df1: f64, ss_error: f64, df2: f64) -> Self {
        let usable = df1 > 0.0 && df2 > 0.0 && ss_error > 0.0;
        let f = if usable { (ss / df1) / (ss_error / df2) } else { f64::NAN };
        Self { ss, df1, ss_error, df2, f, p: probability::f_upper(f, df1, df2) }
    }

    pub fn ms(&self) -> f64 {
        self.ss / self.df1
    }

    /// NaN where there are no degrees of freedom for error.
    pub fn ms_error(&self) -> f64 {
        if self.df2 > 0.0 { self.ss_error / self.df2 } else { f64::NAN }
    }
}
