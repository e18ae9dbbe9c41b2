//! An F test with its sums of squares.

use super::probability;

/// An F test with its sums of squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FTest {
    pub ss: f64,
    pub df1: f64,
    pub ss_error: f64,
    pub df2: f64,
    /// NaN, as is p, without error to test against.
    pub f: f64,
    pub p: f64,
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
