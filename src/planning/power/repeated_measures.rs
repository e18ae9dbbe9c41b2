//! The power of the F tests of a repeated-measures ANOVA with one factor between and one within participants.
//!
//! # Question
//! How likely is it that the test of an effect is significant, if its size is f?
//!
//! # Formulas
//! N participants in k groups, m measurements with equal variances and one correlation ρ, nonsphericity ε:
//!
//! | effect | df1 | df2 | λ |
//! | --- | --- | --- | --- |
//! | between | k − 1 | N − k | f² N m/(1 + (m − 1)ρ) |
//! | within | (m − 1)ε | (N − k)(m − 1)ε | by the convention of f |
//! | interaction | (k − 1)(m − 1)ε | (N − k)(m − 1)ε | by the convention of f |
//!
//! The same f means three things for the effects with a within factor, so that its convention is part of the input:
//!
//! | convention | λ | f |
//! | --- | --- | --- |
//! | as in G*Power 3.0 | f² N m ε/(1 − ρ) | σ of the cell effects over σ of a measurement; ρ is taken into account apart |
//! | as in SPSS | f² (N − k)(m − 1) ε | √(η²ₚ/(1 − η²ₚ)) of the partial η² that SPSS prints for a sample |
//! | as in Cohen (1988) | f² N (m − 1) ε | √(η²ₚ/(1 − η²ₚ)) of the population; ρ is in f |
//!
//! power = P(F(df1, df2, λ) > c), with c exceeded by the central F(df1, df2) with probability α. The effect between groups
//! has one convention only.
//!
//! # References
//! - Faul, F., Erdfelder, E., Lang, A.-G., & Buchner, A. (2007). G*Power 3. *Behavior Research Methods, 39*(2), 175–191.
//!   <https://doi.org/10.3758/BF03193146>
//! - Cohen, J. (1988). *Statistical power analysis for the behavioral sciences* (2nd ed.). Erlbaum.

use super::unusable::Unusable;
use crate::num::noncentral::noncentral_f_sf;
use crate::num::tail::f_quantile_upper;

/// Which effect of the analysis is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatedEffect {
    Between,
    Within,
    Interaction,
}

impl RepeatedEffect {
    pub const ALL: [Self; 3] = [Self::Between, Self::Within, Self::Interaction];

    /// How a file names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Between => "between",
            Self::Within => "within",
            Self::Interaction => "interaction",
        }
    }
}

/// What f is taken to be, where the effect has a within factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EffectSizeConvention {
    /// G*Power's default.
    #[default]
    GPower30,
    Spss,
    Cohen1988,
}

impl EffectSizeConvention {
    pub const ALL: [Self; 3] = [Self::GPower30, Self::Spss, Self::Cohen1988];

    /// How a file names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::GPower30 => "gpower3.0",
            Self::Spss => "spss",
            Self::Cohen1988 => "cohen1988_lambda_N",
        }
    }
}

/// The assumptions of one test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RepeatedMeasures {
    pub effect: RepeatedEffect,
    pub convention: EffectSizeConvention,
    /// The effect size, 0 or more.
    pub f: f64,
    /// The significance level, between 0 and 1.
    pub alpha: f64,
    /// Participants in all groups together, a whole number above `groups`.
    pub n_total: f64,
    /// A whole number, 1 or more; 2 or more where groups are compared.
    pub groups: f64,
    /// A whole number, 2 or more; 1 or more for the effect between groups.
    pub measurements: f64,
    /// The correlation of any two measurements: between −1/(m − 1) and 1.
    pub rho: f64,
    /// From 1/(m − 1) to 1, which is sphericity; the effect between groups does without.
    pub epsilon: f64,
}

/// The distribution of a test under the assumptions, and its power.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FTestPower {
    pub lambda: f64,
    pub df1: f64,
    pub df2: f64,
    pub critical_f: f64,
    pub power: f64,
}

impl RepeatedMeasures {
    /// The power of the test.
    ///
    /// # Errors
    /// The first input that is out of its range.
    ///
    /// ```
    /// use prepost::planning::power::repeated_measures::{EffectSizeConvention, RepeatedEffect, RepeatedMeasures};
    /// let trial = RepeatedMeasures {
    ///     effect: RepeatedEffect::Interaction,
    ///     convention: EffectSizeConvention::GPower30,
    ///     f: 0.25,
    ///     alpha: 0.05,
    ///     n_total: 60.0,
    ///     groups: 3.0,
    ///     measurements: 3.0,
    ///     rho: 0.5,
    ///     epsilon: 1.0,
    /// };
    /// assert!((trial.power().unwrap().power - 0.975_251_417_35).abs() < 1e-9);
    /// ```
    pub fn power(&self) -> Result<FTestPower, Unusable> {
        self.check()?;
        let (df1, df2) = self.df();
        let lambda = self.lambda();
        let critical_f = f_quantile_upper(self.alpha, df1, df2);
        // From where the mixture is not summed on, the power is 1 but for less than a double can tell, or the test has
        // no critical value that a double holds.
        let at_most = noncentral_f_sf(critical_f, df1, df2, lambda.min(LAMBDA_SUMMED));
        let power = if lambda > LAMBDA_SUMMED && at_most < 1.0 - 1e-12 { f64::NAN } else { at_most };
        Unusable::unless(power.is_finite(), "f", self.f, "f-too-large")?;
        Ok(FTestPower { lambda, df1, df2, critical_f, power })
    }

    /// λ over f², so that the effect that is shown with some power can be told in any convention.
    pub fn lambda_over_f_squared(&self) -> f64 {
        let Self { n_total, groups, measurements: m, rho, epsilon, .. } = *self;
        match (self.effect, self.convention) {
            (RepeatedEffect::Between, _) => n_total * m / (1.0 + (m - 1.0) * rho),
            (_, EffectSizeConvention::GPower30) => n_total * m * epsilon / (1.0 - rho),
            (_, EffectSizeConvention::Spss) => (n_total - groups) * (m - 1.0) * epsilon,
            (_, EffectSizeConvention::Cohen1988) => n_total * (m - 1.0) * epsilon,
        }
    }

    fn lambda(&self) -> f64 {
        self.f * self.f * self.lambda_over_f_squared()
    }

    fn df(&self) -> (f64, f64) {
        let (groups, error) = (self.groups - 1.0, self.n_total - self.groups);
        let within = (self.measurements - 1.0) * self.epsilon;
        match self.effect {
            RepeatedEffect::Between => (groups, error),
            RepeatedEffect::Within => (within, error * within),
            RepeatedEffect::Interaction => (groups * within, error * within),
        }
    }

    fn check(&self) -> Result<(), Unusable> {
        let is_whole = |value: f64, least: f64| value.fract() == 0.0 && (least..=MOST).contains(&value);
        let has_groups = self.effect != RepeatedEffect::Within;
        let has_within = self.effect != RepeatedEffect::Between;
        let m = self.measurements;
        Unusable::unless((0.0..=1e6).contains(&self.f), "f", self.f, "f")?;
        Unusable::unless(0.0 < self.alpha && self.alpha < 1.0, "alpha", self.alpha, "alpha")?;
        let (groups, why) = if has_groups { (2.0, "groups") } else { (1.0, "groups-within") };
        Unusable::unless(is_whole(self.groups, groups), "groups", self.groups, why)?;
        let (measurements, why) = if has_within { (2.0, "measurements") } else { (1.0, "measurements-between") };
        Unusable::unless(is_whole(m, measurements), "measurements", m, why)?;
        let enough = is_whole(self.n_total, 2.0) && self.n_total > self.groups;
        Unusable::unless(enough, "N_total", self.n_total, "n-total")?;
        // One measurement has no correlation with another.
        let possible = m == 1.0 || (-1.0 / (m - 1.0) < self.rho && self.rho < 1.0);
        Unusable::unless(possible, "rho", self.rho, "rho")?;
        // A bound that was typed with a few digits, such as .333, is meant as the bound.
        let possible = !has_within || ((1.0 - 2e-3) / (m - 1.0) <= self.epsilon && self.epsilon <= 1.0);
        Unusable::unless(possible, "epsilon", self.epsilon, "epsilon")
    }
}

/// The largest λ at which the noncentral F is summed.
const LAMBDA_SUMMED: f64 = 1e7;

/// A count above this is a mistyped one.
const MOST: f64 = 1e9;
