//! # Question
//! Do the differences between occasions vary alike, as the uncorrected tests within participants need?
//!
//! # Model
//! The covariance of the orthonormal contrasts of the measures, pooled within the arms.
//!
//! # Formulas
//! `S = M'Σ̂M`, of d orthonormal contrasts `M` on ν degrees of freedom.
//! - Greenhouse–Geisser: `ε̂ = (tr S)²/(d tr S²)` (Box, 1954; Greenhouse & Geisser, 1959)
//! - Huynh–Feldt as Lecoutre (1991): `((ν + 1)dε̂ − 2)/(d(ν − dε̂))`; as printed in 1976, with N participants:
//!   `(Ndε̂ − 2)/(d(ν − dε̂))`; both capped at 1
//! - Lower bound: `1/d`
//! - Mauchly: `W = det S/(tr S/d)^d`, its p by χ² with the second-order term of R
//!
//! # Assumptions
//! Mauchly's test takes the residuals as normal, misses violations in small samples and finds trifles in large ones: it is
//! shown, and decides nothing.
//!
//! # Effect size
//! The epsilons: 1 is sphericity, `1/d` the worst.
//!
//! # Agreement with R
//! stats::mauchly.test, car 3.1.1.
//!
//! # References
//! - Greenhouse, S. W., & Geisser, S. (1959). On methods in the analysis of profile data. *Psychometrika, 24*, 95–112.
//! - Lecoutre, B. (1991). A correction for the ε̃ approximate test. *Journal of Educational Statistics, 16*, 371–372.
//! - Mauchly, J. W. (1940). Significance test for sphericity. *Annals of Mathematical Statistics, 11*, 204–209.
//! - Box, G. E. P. (1954). Some theorems on quadratic forms, II. *Annals of Mathematical Statistics, 25*, 484–498.
//! - Huynh, H., & Feldt, L. S. (1976). Estimation of the Box correction. *Journal of Educational Statistics, 1*,
//!   69–82.

use super::study::Study;
use super::{Display, Findings, Number, Numbers, Shown, lack};
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

impl Findings for Shown<'_, Sphericity> {
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
