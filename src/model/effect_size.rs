//! Effect sizes of an F test.
//!
//! # Formulas
//! - partial η² = SS/(SS + SSe); its 90 % interval inverts the noncentral F: `λ/(λ + df2)` (Steiger, 2004; effectsize)
//! - generalised η² = SS/(SS + Σ of the error SS of all strata), factors manipulated (Olejnik & Algina, 2003)
//! - partial ω² as JASP and effectsize have it in repeated measures: between `(SS − df·MSe)/(SS + SSe + MSe)`, within
//!   `(SS − df·MSe)/(SS + SSe + SSp + MSp)` with p the error between participants
//! - Cohen f = √(SS/SSe)
//! - limits of generalised η² and partial ω²: the same λ in place of its estimate, the error variances as they are:
//!   `λMSe/(λMSe + ΣSSe)`, and `λMSe/(λMSe + df·MSe + …)`, which between participants is Steiger's `λ/(λ + df1 + df2 + 1)`

use super::f_test::FTest;
use super::probability;
use super::strata::ErrorStratum;

/// The level of the interval of partial η²: 90 %, which goes with a test at 5 %.
pub const ETA_LEVEL: f64 = 0.90;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectSize {
    pub partial_eta2: f64,
    pub partial_eta2_low: f64,
    pub partial_eta2_high: f64,
    pub generalized_eta2: f64,
    pub generalized_eta2_low: f64,
    pub generalized_eta2_high: f64,
    /// May be negative: it is not cut at zero.
    pub partial_omega2: f64,
    pub partial_omega2_low: f64,
    pub partial_omega2_high: f64,
    pub cohen_f: f64,
}

/// Errors of the other strata that enter generalised η² and partial ω².
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    ss_error_all: f64,
    ss_participants: f64,
    ms_participants: f64,
}

impl Surroundings {
    pub fn of(strata: &[ErrorStratum]) -> Self {
        let participants = strata.iter().find(|stratum| stratum.stratum.mask == 0);
        Self {
            ss_error_all: strata.iter().map(|stratum| stratum.ss).sum(),
            ss_participants: participants.map_or(0.0, |stratum| stratum.ss),
            ms_participants: participants.map_or(f64::NAN, |stratum| stratum.ss / stratum.df),
        }
    }
}

pub fn effect_size(test: &FTest, within: bool, around: &Surroundings) -> EffectSize {
    let FTest { ss, df1, ss_error, df2, f, .. } = *test;
    let ms_error = test.ms_error();
    let (low, high) = probability::f_noncentrality_limits(f, df1, df2, ETA_LEVEL);
    let partial = |lambda: f64| lambda / (lambda + df2);
    let generalized = |ss: f64| ss / (ss + around.ss_error_all);
    let rest = if within { around.ss_participants + around.ms_participants } else { ms_error };
    let omega = |excess: f64| excess / (excess + df1 * ms_error + ss_error + rest);
    EffectSize {
        partial_eta2: ss / (ss + ss_error),
        partial_eta2_low: partial(low),
        partial_eta2_high: partial(high),
        generalized_eta2: generalized(ss),
        generalized_eta2_low: generalized(low * ms_error),
        generalized_eta2_high: generalized(high * ms_error),
        partial_omega2: omega(ss - df1 * ms_error),
        partial_omega2_low: omega(low * ms_error),
        partial_omega2_high: omega(high * ms_error),
        cohen_f: (ss / ss_error).sqrt(),
    }
}

/// Hedges' exact correction of a standardised difference on `df` degrees of freedom:
/// `J = Γ(df/2)/(√(df/2) Γ((df − 1)/2))`; NaN below two.
pub fn hedges_j(df: f64) -> f64 {
    probability::hedges_j(df)
}

/// The same, approximated as in Morris (2008): `1 − 3/(4df − 1)`.
pub fn hedges_j_approximate(df: f64) -> f64 {
    1.0 - 3.0 / (4.0 * df - 1.0)
}
