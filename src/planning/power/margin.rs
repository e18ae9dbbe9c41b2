//! The power of tests against a margin, as of an effect that is to be maintained.
//!
//! # Formulas
//! m > 0 the margin and d the true difference, in standard deviations of a measurement; se and df as for the contrast of
//! arms; α on one side.
//! - *Non-inferiority* rejects d ≤ −m: power = P(t(df, (d + m)/se) > c).
//! - *Equivalence* rejects d ≤ −m and d ≥ m, both at α (Schuirmann, 1987): T₁ of noncentrality (d + m)/se exceeds c and T₂ of
//!   (d − m)/se is below −c. They share numerator and denominator; the exact probability is one integral (Phillips, 1990).
//!
//! "Maintained" is non-inferiority of the change from the end of treatment to follow-up between arms, with the interval's α/2.
//!
//! # References
//! - Schuirmann, D. J. (1987). *Journal of Pharmacokinetics and Biopharmaceutics, 15*(6), 657–680.
//! - Phillips, K. F. (1990). Power of the two one-sided tests procedure in bioequivalence. *Journal of Pharmacokinetics and
//!   Biopharmaceutics, 18*(2), 137–144. <https://doi.org/10.1007/BF01063556>

use super::arm_contrast::ArmContrast;
use super::unusable::Unusable;
use crate::num::noncentral::{noncentral_t_sf, two_one_sided_t_sf};
use crate::num::tail::t_quantile_upper;

/// A test against a margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginTest {
    /// In standard deviations of a measurement, above 0.
    pub margin: f64,
    /// The true difference, in the same unit; positive is better.
    pub d: f64,
    /// The level of one side, above 0 and below ½.
    pub alpha: f64,
}

impl MarginTest {
    /// How likely it is to be shown that the difference is above −margin.
    ///
    /// # Errors
    /// The first input that is out of its range.
    pub fn non_inferiority(&self, arms: &ArmContrast) -> Result<f64, Unusable> {
        let (se, df) = self.error(arms)?;
        Ok(noncentral_t_sf(t_quantile_upper(self.alpha, df), df, (self.d + self.margin) / se))
    }

    /// How likely it is to be shown that the difference is between −margin and margin.
    ///
    /// # Errors
    /// The first input that is out of its range.
    pub fn equivalence(&self, arms: &ArmContrast) -> Result<f64, Unusable> {
        let (se, df) = self.error(arms)?;
        let critical = t_quantile_upper(self.alpha, df);
        Ok(two_one_sided_t_sf(critical, df, (self.d + self.margin) / se, (self.d - self.margin) / se))
    }

    fn error(&self, arms: &ArmContrast) -> Result<(f64, f64), Unusable> {
        let (se, df) = arms.error()?;
        Unusable::unless(0.0 < self.alpha && self.alpha < 0.5, "alpha", self.alpha, "alpha")?;
        let usable = self.margin > 0.0 && self.margin / se <= 5e3;
        Unusable::unless(usable, "margin", self.margin, "margin")?;
        Unusable::unless((self.d / se).abs() <= 5e3, "effect_size", self.d, "effect-size")?;
        Ok((se, df))
    }
}
