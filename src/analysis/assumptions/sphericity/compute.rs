use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Term;
use crate::model::sphericity::Sphericity as Found;
use crate::notice::Problem;

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
        .strata()
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
