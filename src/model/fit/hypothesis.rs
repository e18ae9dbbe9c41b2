//! A linear hypothesis of the fit: its effects on the measures, and the error against which they are tested.
//!
//! # Formulas
//! For contrasts `M` of the measures, `H = M'Ĥ M`, `E = M'Ê M`; univariate `SS = tr H` on `df·d`, error `tr E` on `ν·d`.

use nalgebra::DMatrix;

use super::linear::Fit;
use crate::model::f_test::FTest;
use crate::model::lack::ROUNDING;

/// Hypothesis effects and error in the space of `d` orthonormal contrasts of the measures.
#[derive(Clone, Debug)]
pub struct Hypothesis {
    /// df × d: `H = effects'·effects`.
    pub effects: DMatrix<f64>,
    /// d × d.
    pub error: DMatrix<f64>,
    pub df: usize,
    pub df_error: usize,
    /// An error below this is rounding error.
    pub noise: f64,
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
}
