//! Estimates with their errors and limits, and the test of several contrasts at once.

use super::probability;

/// A contrast's estimate. `se` and everything derived from it are NaN where no error is available.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
}

impl Estimate {
    pub fn t(&self) -> f64 {
        self.estimate / self.se
    }

    /// Two-sided.
    pub fn p(&self) -> f64 {
        probability::t_two_sided(self.t(), self.df)
    }

    /// The limits `estimate ∓ critical·se`.
    pub fn interval(&self, critical: f64) -> (f64, f64) {
        (self.estimate - critical * self.se, self.estimate + critical * self.se)
    }
}

/// An estimate with its confidence limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalEstimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl IntervalEstimate {
    /// The estimate and its limits under a monotone increasing transformation.
    pub(super) fn map(self, transform: impl Fn(f64) -> f64) -> Self {
        Self { value: transform(self.value), low: transform(self.low), high: transform(self.high) }
    }
}

/// The F test that several contrasts are all zero. NaN where no error is available.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JointTest {
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
    /// `F·df1/(F·df1 + df2)`.
    pub partial_eta2: f64,
}

impl JointTest {
    pub fn new(f: f64, df1: f64, df2: f64) -> Self {
        let f = if df1 > 0.0 && df2 > 0.0 { f } else { f64::NAN };
        let partial_eta2 = f * df1 / (f * df1 + df2);
        Self { f, df1, df2, p: probability::f_upper(f, df1, df2), partial_eta2 }
    }
}
