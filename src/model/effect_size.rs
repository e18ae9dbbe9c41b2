//! Effect sizes of an F test.
//!
//! # Formulas
//! - partial η² = SS/(SS + SSe); its 90 % interval inverts the noncentral F: `λ/(λ + df2)` (Steiger, 2004; effectsize)
//! - generalised η² = SS/(SS + Σ of the error SS of all strata), factors manipulated (Olejnik & Algina, 2003)
//! - partial ω² as JASP and effectsize have it in repeated measures: between `(SS − df·MSe)/(SS + SSe + MSe)`, within
//!   `(SS − df·MSe)/(SS + SSe + SSp + MSp)` with p the error between participants
//! - Cohen f = √(SS/SSe)

use super::effects::ErrorStratum;
use super::hypothesis::FTest;
use super::probability;

/// The level of the interval of partial η²: 90 %, which goes with a test at 5 %.
pub const ETA_LEVEL: f64 = 0.90;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffectSize {
    pub partial_eta2: f64,
    pub partial_eta2_low: f64,
    pub partial_eta2_high: f64,
    pub generalized_eta2: f64,
    /// May be negative: it is not cut at zero.
    pub partial_omega2: f64,
    pub cohen_f: f64,
}

/// The errors of the other strata.
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
    let excess = ss - df1 * test.ms_error();
    let whole = ss + ss_error;
    let (low, high) = probability::f_noncentrality_limits(f, df1, df2, ETA_LEVEL);
    let share = |lambda: f64| lambda / (lambda + df2);
    EffectSize {
        partial_eta2: ss / whole,
        partial_eta2_low: share(low),
        partial_eta2_high: share(high),
        generalized_eta2: ss / (ss + around.ss_error_all),
        partial_omega2: excess
            / (whole + if within { around.ss_participants + around.ms_participants } else { test.ms_error() }),
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
