use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::Term;
use crate::model::sphericity::Sphericity as Found;
use crate::notice::Problem;
use crate::report::Section;

/// Sphericity of every stratum within participants.
#[derive(Clone, Debug)]
pub struct Sphericity {
    pub strata: Vec<OfStratum>,
    /// Why Mauchly's test is missing somewhere.
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OfStratum {
    /// `occasion`, `hour`, `occasion:hour`.
    pub name: String,
    pub found: Found,
}

pub const SPHERICITY: Computation<Sphericity> = Computation { id: "sphericity", run: compute };

/// `None` with one measure.
pub fn compute(study: &Study<'_>) -> Option<Sphericity> {
    let strata: Vec<OfStratum> = study
        .strata
        .iter()
        .filter(|stratum| stratum.stratum.mask != 0)
        .map(|stratum| OfStratum {
            name: study.effect_name(Term::MEAN, stratum.stratum.mask),
            found: stratum.sphericity,
        })
        .collect();
    let missing = |of: &OfStratum| of.found.mauchly.err().and_then(|why| lack(why, &of.name, "too-few-for-sphericity"));
    let problems = strata.iter().filter_map(missing).collect();
    (!strata.is_empty()).then_some(Sphericity { strata, problems })
}

impl Findings for Shown<'_, '_, Sphericity> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for of in &self.found.strata {
            let mut out = Numbers::new("sphericity", of.name.clone(), out);
            if let Ok(mauchly) = of.found.mauchly {
                out.add("mauchly_W", mauchly.w);
                out.add("mauchly_p", mauchly.p);
            }
            out.add("epsilon_gg", of.found.epsilon_gg);
            out.add("epsilon_hf", of.found.epsilon_hf);
            out.add("epsilon_hf_original", of.found.epsilon_hf_original);
            out.add("epsilon_lower_bound", of.found.epsilon_lower_bound);
        }
    }

    /// Shown among the assumptions.
    fn sections(&self, _display: &Display<'_>) -> Vec<Section> {
        Vec::new()
    }

    fn problems(&self) -> Vec<Problem> {
        self.found.problems.clone()
    }
}
