//! # Question
//! Are the data better described with an effect of the mixed design (above all arm × occasion) or without it?
//!
//! # Model
//! For each row of the mixed analysis of variance, the model with the effect against the one without it, all other effects in
//! both. An approximation: the BIC stands for the likelihood averaged over a prior that holds as much as one observation
//! ("unit information"), so no scale is chosen; it leans towards the model without the effect more than most priors do.
//!
//! # Formulas
//! `ΔBIC = n ln(SS_error/(SS_error + SS_effect)) + df ln n`, the model with the effect minus the one without it, and
//! `BF₁₀ ≈ exp(−ΔBIC/2)` (Wagenmakers, 2007; Masson, 2011). `n` counts independent observations: participants between
//! participants, participants × contrasts of the measures within them (Masson's `n(c − 1)`). Others count otherwise
//! (participants only, or all scores), which shifts every factor.
//!
//! # Assumptions
//! Those of the mixed analysis of variance, sphericity included: there is no ε here. Complete data.
//!
//! # Effect size
//! The formula is one of partial η²: `ΔBIC = n ln(1 − η²_p) + df ln n`.
//!
//! # Agreement with R
//! By formula from the sums of squares that afex 1.2.1 finds; it is not what `anovaBF` samples.
//!
//! # References
//! - Wagenmakers, E.-J. (2007). A practical solution to the pervasive problems of p values. *Psychonomic Bulletin &
//!   Review, 14*, 779–804. <https://doi.org/10.3758/BF03194105>
//! - Masson, M. E. J. (2011). A tutorial on a practical Bayesian alternative to null-hypothesis significance testing.
//!   *Behavior Research Methods, 43*, 679–690. <https://doi.org/10.3758/s13428-010-0049-5>

use super::mixed_anova;
use super::study::Study;
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::Term;
use crate::model::bayes::log_bf10_by_bic;
use crate::report::Section;

/// A factor for every effect of the mixed analysis of variance that the Plan asks for.
#[derive(Clone, Debug)]
pub struct BayesBic {
    pub effects: Vec<OfEffect>,
}

#[derive(Clone, Debug)]
pub struct OfEffect {
    pub name: String,
    pub between: Term,
    /// The factors within participants, by their bits.
    pub within: u32,
    /// Independent observations.
    pub n: f64,
    pub log_bf10: f64,
}

impl OfEffect {
    /// The BIC of the model with the effect, minus that without it.
    pub fn delta_bic(&self) -> f64 {
        -2.0 * self.log_bf10
    }
}

/// `None` where no effect can be tested.
pub fn compute(study: &Study<'_>) -> Option<BayesBic> {
    let fit = study.fit.as_ref()?;
    let of_effect = |row: &mixed_anova::NamedEffect| {
        let effect = &row.effect;
        let stratum = study.strata.iter().find(|stratum| stratum.stratum.mask == effect.within)?;
        let contrasts = if effect.within == 0 { 1 } else { stratum.sphericity.d };
        let n = (fit.n * contrasts) as f64;
        let log_bf10 = log_bf10_by_bic(effect.test.ss, effect.test.ss_error, effect.test.df1, n);
        (effect.test.f.is_finite() && log_bf10.is_finite()).then(|| OfEffect {
            name: row.name.clone(),
            between: effect.between,
            within: effect.within,
            n,
            log_bf10,
        })
    };
    let effects: Vec<OfEffect> = mixed_anova::compute(study)?.led().iter().filter_map(of_effect).collect();
    (!effects.is_empty()).then_some(BayesBic { effects })
}

impl Findings for Shown<'_, BayesBic> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for effect in &self.found.effects {
            let mut out = Numbers::new("bayes_bic", effect.name.clone(), out);
            out.add("log_bf10", effect.log_bf10);
            out.add("delta_bic", effect.delta_bic());
            out.add("n", effect.n);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::bayes::mixed_design(self.study, &self.found, display).into_iter().collect()
    }
}
