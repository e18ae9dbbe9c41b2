//! The table of effects of the mixed analysis of variance: every term between participants in every stratum within them.
//!
//! # Formulas
//! Type III tests each term given all others; type II given those that do not contain it (car's `Anova.mlm`). The grand
//! mean is contained in every other term, so that type II tests it given none.

use super::hypothesis::Hypothesis;
use super::linear::Fit;
use crate::model::between::Term;
use crate::model::effect_size::{Surroundings, effect_size};
use crate::model::effects::{Corrected, CorrectedTest, Effect};
use crate::model::f_test::FTest;
use crate::model::lack::Lack;
use crate::model::multivariate::{MultivariateTests, multivariate};
use crate::model::probability;
use crate::model::sphericity::Sphericity;
use crate::model::strata::ErrorStratum;
use crate::model::sums_of_squares::SumsOfSquares;
use crate::model::within::Stratum;

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
) -> Vec<(Term, Result<MultivariateTests, Lack>)> {
    fit.terms
        .iter()
        .filter(|term| stratum.mask != 0 || **term != Term::MEAN)
        .map(|&term| {
            let effects = fit.effects(term, |other| given(by, term, other));
            let hypothesis = Hypothesis::through(&effects, fit, &stratum.contrasts);
            (term, multivariate(&hypothesis.effects, &hypothesis.error, hypothesis.df_error))
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
