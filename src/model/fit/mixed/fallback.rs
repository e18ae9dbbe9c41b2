//! Simpler structures of Σ, tried in a fixed order where the one wanted cannot be estimated.
//!
//! Each following structure has fewer parameters, heterogeneous variances given up last: heterogeneous Toeplitz,
//! heterogeneous AR(1), heterogeneous compound symmetry, then the same three with one variance.
//!
//! # References
//! Mallinckrodt, C. H., Lane, P. W., Schnell, D., Peng, Y., & Mancuso, J. P. (2008). Recommendations for the primary
//! analysis of continuous endpoints in longitudinal clinical trials. *Drug Information Journal, 42*(4), 303–319.
//! <https://doi.org/10.1177/009286150804200402>

use std::rc::Rc;

use super::likelihood::Estimation;
use super::model::{MixedModel, MixedSpecification};
use super::repeated::{Participant, Repeated};
use super::structure::Structure;
use super::structure::Variances::{ByOccasion, Equal};
use super::unfitted::Unfitted;

/// A structure that could not be estimated.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    pub structure: Structure,
    pub by_arm: bool,
    pub why: Unfitted,
}

/// The first structure that could be estimated, and those tried before it.
#[derive(Clone, Debug)]
pub struct Attempts {
    /// None where none of them could.
    pub model: Option<MixedModel>,
    pub failed: Vec<Tried>,
}

/// The structures to try, in order, where the given one fails.
pub fn simpler_structures(wanted: &Structure) -> Vec<Structure> {
    let all = [
        Structure::Unstructured,
        Structure::Toeplitz(ByOccasion),
        Structure::Autoregressive(ByOccasion),
        Structure::CompoundSymmetry(ByOccasion),
        Structure::Toeplitz(Equal),
        Structure::Autoregressive(Equal),
        Structure::CompoundSymmetry(Equal),
    ];
    match wanted {
        Structure::RandomSlope(_) => vec![Structure::RandomIntercept],
        Structure::RandomIntercept => Vec::new(),
        wanted => all.into_iter().skip_while(|structure| structure != wanted).skip(1).collect(),
    }
}

/// Fits the model, or the next simpler one that can be. One Σ for each arm is given up before its structure is.
pub fn fit_or_simplify(specification: MixedSpecification, participants: &[Participant]) -> Attempts {
    let MixedSpecification { means, structure, by_arm, estimation } = specification;
    let data = |by_arm| Repeated::new(means.clone(), participants, by_arm).map(Rc::new);
    let mut before = Vec::new();
    if by_arm {
        match data(true).and_then(|data| MixedModel::of(structure.clone(), estimation, &data)) {
            Ok(model) => return Attempts { model: Some(model), failed: before },
            Err(why) => before.push(Tried { structure: structure.clone(), by_arm, why }),
        }
    }
    let mut attempts = match data(false) {
        Ok(data) => simplify(structure, estimation, &data),
        Err(why) => Attempts { model: None, failed: vec![Tried { structure, by_arm: false, why }] },
    };
    attempts.failed.splice(0..0, before);
    attempts
}

/// Fits the model to data, or the next simpler one that can be. A reason that no structure cures ends the attempts.
pub fn simplify(wanted: Structure, estimation: Estimation, data: &Rc<Repeated>) -> Attempts {
    let simpler = simpler_structures(&wanted);
    let mut failed = Vec::new();
    for structure in std::iter::once(wanted).chain(simpler) {
        match MixedModel::of(structure.clone(), estimation, data) {
            Ok(model) => return Attempts { model: Some(model), failed },
            Err(why) => {
                failed.push(Tried { structure, by_arm: data.by_arm, why });
                if !why.depends_on_structure() {
                    break;
                }
            }
        }
    }
    Attempts { model: None, failed }
}
