use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::{SumsOfSquares, Term};
use crate::model::multivariate::MultivariateTests as Tests;
use crate::notice::Problem;
use crate::report::Section;

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
pub fn compute(study: &Study<'_>) -> Option<Multivariate> {
    let model = study.linear.as_ref()?;
    let mut found = Multivariate { effects: Vec::new(), problems: Vec::new() };
    for stratum in model.strata().iter().filter(|stratum| stratum.stratum.mask != 0) {
        let mut missing = None;
        for (term, tests) in model.multivariate_tests(&stratum.stratum, SumsOfSquares::TypeThree) {
            let name = study.effect_name(term, stratum.stratum.mask);
            match tests {
                Ok(tests) => {
                    found.effects.push(OfEffect { name, between: term, within: stratum.stratum.mask, tests });
                }
                // The effects of a stratum share their error: what one lacks all lack.
                Err(why) => missing = missing.or_else(|| lack(why, &name, "too-few-for-multivariate")),
            }
        }
        found.problems.extend(missing);
    }
    (!found.effects.is_empty() || !found.problems.is_empty()).then_some(found)
}

impl Findings for Shown<'_, '_, Multivariate> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for of in &self.found.effects {
            let tests = [
                ("Pillai", of.tests.pillai),
                ("Wilks", of.tests.wilks),
                ("Hotelling-Lawley", of.tests.hotelling_lawley),
                ("Roy", of.tests.roy),
            ];
            for (test, found) in tests {
                let mut out = Numbers::new("multivariate", format!("{} [{test}]", of.name), out);
                out.add("statistic", found.statistic);
                out.add("F", found.f);
                out.add("df1", found.df1);
                out.add("df2", found.df2);
                out.add("p", found.p);
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        crate::analysis::anova::sections::multivariate(self.study, self.found, display).into_iter().collect()
    }

    fn problems(&self) -> Vec<Problem> {
        self.found.problems.clone()
    }
}
