//! The table of effects of the mixed analysis of variance: every term between participants in every stratum within them.
//!
//! # Formulas
//! Type III tests each term given all others; type II given those that do not contain it (car's `Anova.mlm`), the mean
//! of the contrasts within participants included: it is contained in every other term, and so tested given none.

use serde::{Deserialize, Serialize};

use super::hypothesis::Hypothesis;
use super::linear::Fit;
use super::multivariate::{Multivariate, multivariate};
use super::sphericity::Sphericity;
use super::strata::ErrorStratum;
use crate::model::between::Term;
use crate::model::effect_size::{EffectSize, Surroundings, effect_size};
use crate::model::f_test::FTest;
use crate::model::lack::Lack;
use crate::model::probability;
use crate::model::within::Stratum;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SumsOfSquares {
    #[default]
    #[serde(rename = "III")]
    TypeThree,
    #[serde(rename = "II")]
    TypeTwo,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    pub between: Term,
    /// The factors within participants, by their bits; 0: between participants.
    pub within: u32,
    pub test: FTest,
    /// `None` between participants, where there is nothing to correct.
    pub corrected: Option<Corrected>,
    pub size: EffectSize,
}

/// Tests on degrees of freedom multiplied by an ε.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrected {
    pub gg: CorrectedTest,
    pub hf: CorrectedTest,
    pub hf_original: CorrectedTest,
    pub lower_bound: CorrectedTest,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CorrectedTest {
    pub epsilon: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
}

/// Every effect, stratum by stratum.
pub(super) fn effects(fit: &Fit, strata: &[ErrorStratum], by: SumsOfSquares) -> Vec<Effect> {
    let of_terms: Vec<(Term, nalgebra::DMatrix<f64>)> =
        fit.terms.iter().map(|&term| (term, fit.effects(term, |other| given(by, term, other)))).collect();
    let surroundings = Surroundings::of(strata);
    let mut table = Vec::new();
    for stratum in strata {
        let mask = stratum.stratum.mask;
        for (term, effects) in of_terms.iter().filter(|(term, _)| mask != 0 || *term != Term::MEAN) {
            let test = Hypothesis::through(effects, fit, &stratum.stratum.contrasts).univariate();
            table.push(Effect {
                between: *term,
                within: mask,
                test,
                corrected: (mask != 0).then(|| corrected(&test, &stratum.sphericity)),
                size: effect_size(&test, mask != 0, &surroundings),
            });
        }
    }
    table
}

/// The multivariate tests of every effect of a stratum.
pub(super) fn multivariate_tests(
    fit: &Fit,
    stratum: &Stratum,
    by: SumsOfSquares,
) -> Vec<(Term, Result<Multivariate, Lack>)> {
    fit.terms
        .iter()
        .filter(|term| stratum.mask != 0 || **term != Term::MEAN)
        .map(|&term| {
            let effects = fit.effects(term, |other| given(by, term, other));
            (term, multivariate(&Hypothesis::through(&effects, fit, &stratum.contrasts)))
        })
        .collect()
}

/// Whether `term` is tested given `other`.
fn given(by: SumsOfSquares, term: Term, other: Term) -> bool {
    match by {
        SumsOfSquares::TypeThree => true,
        SumsOfSquares::TypeTwo => !other.contains(term),
    }
}

fn corrected(test: &FTest, sphericity: &Sphericity) -> Corrected {
    let by = |epsilon: f64| {
        let (df1, df2) = (epsilon * test.df1, epsilon * test.df2);
        CorrectedTest { epsilon, df1, df2, p: probability::f_upper(test.f, df1, df2) }
    };
    Corrected {
        gg: by(sphericity.epsilon_gg),
        hf: by(sphericity.epsilon_hf),
        hf_original: by(sphericity.epsilon_hf_original),
        lower_bound: by(sphericity.epsilon_lower_bound),
    }
}
