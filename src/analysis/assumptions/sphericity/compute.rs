//! Mauchly's test and the epsilons of every stratum within participants.

use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Term;
use crate::model::sphericity::Sphericity;
use crate::notice::Problem;

/// Sphericity of every stratum within participants.
#[derive(Clone, Debug)]
pub struct SphericityResult {
    pub strata: Vec<StratumSphericity>,
    /// Why Mauchly's test is missing for a stratum.
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StratumSphericity {
    /// `occasion`, `hour`, `occasion:hour`.
    pub name: String,
    pub sphericity: Sphericity,
}

pub const SPHERICITY: Computation<SphericityResult> = Computation { id: "sphericity", run: compute };

/// `None` with one measure.
pub fn compute(study: &Study<'_>) -> Option<SphericityResult> {
    let strata: Vec<StratumSphericity> = study
        .strata()
        .iter()
        .filter(|stratum| stratum.stratum.mask != 0)
        .map(|stratum| StratumSphericity {
            name: study.effect_name(Term::MEAN, stratum.stratum.mask),
            sphericity: stratum.sphericity,
        })
        .collect();
    let missing = |row: &StratumSphericity| {
        row.sphericity.mauchly.err().and_then(|why| lack(why, &row.name, "too-few-for-sphericity"))
    };
    let problems = strata.iter().filter_map(missing).collect();
    (!strata.is_empty()).then_some(SphericityResult { strata, problems })
}
