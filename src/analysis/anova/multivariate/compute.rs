use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::multivariate::MultivariateTests as Tests;
use crate::model::{SumsOfSquares, Term};
use crate::notice::Problem;

/// The multivariate tests of every effect within participants.
#[derive(Clone, Debug)]
pub struct Multivariate {
    pub effects: Vec<OfEffect>,
    /// Why tests are missing somewhere.
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OfEffect {
    pub name: String,
    pub between: Term,
    /// The factors within participants, by their bits.
    pub within: u32,
    pub tests: Tests,
}

pub const MULTIVARIATE: Computation<Multivariate> = Computation { id: "multivariate", run: compute };

/// `None` with one measure.
fn compute(study: &Study<'_>) -> Option<Multivariate> {
    let model = study.linear.as_ref()?;
    let mut result = Multivariate { effects: Vec::new(), problems: Vec::new() };
    for stratum in model.strata().iter().filter(|stratum| stratum.stratum.mask != 0) {
        let mut missing = None;
        for (term, tests) in model.multivariate_tests(&stratum.stratum, SumsOfSquares::TypeThree) {
            let name = study.effect_name(term, stratum.stratum.mask);
            match tests {
                Ok(tests) => {
                    result.effects.push(OfEffect { name, between: term, within: stratum.stratum.mask, tests });
                }
                // The effects of a stratum share their error: what one lacks all lack.
                Err(why) => missing = missing.or_else(|| lack(why, &name, "too-few-for-multivariate")),
            }
        }
        result.problems.extend(missing);
    }
    (!result.effects.is_empty() || !result.problems.is_empty()).then_some(result)
}
