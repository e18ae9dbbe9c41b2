//! BIC approximations to the Bayes factors of the effects of the mixed analysis of variance.

use crate::analysis::anova::mixed_anova::compute as mixed_anova;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Term;
use crate::model::bayes::log_bf10_by_bic;

/// A Bayes factor for every effect of the mixed analysis of variance selected by the Plan.
#[derive(Clone, Debug)]
pub struct BayesBic {
    pub effects: Vec<EffectBayesFactor>,
}

#[derive(Clone, Debug)]
pub struct EffectBayesFactor {
    pub name: String,
    pub between: Term,
    /// Bit mask of the factors within participants.
    pub within: u32,
    /// The number of independent observations.
    pub n: f64,
    pub log_bf10: f64,
}

impl EffectBayesFactor {
    /// The BIC of the model with the effect, minus that without it.
    pub fn delta_bic(&self) -> f64 {
        -2.0 * self.log_bf10
    }
}

pub const BAYES_BIC: Computation<BayesBic> = Computation { id: "bayes_bic", run: compute };

/// `None` where no effect can be tested.
pub fn compute(study: &Study<'_>) -> Option<BayesBic> {
    let model = study.linear.as_ref()?;
    let of_effect = |row: &mixed_anova::NamedEffect| {
        let effect = &row.effect;
        let stratum = model.strata().iter().find(|stratum| stratum.stratum.mask == effect.within)?;
        let contrasts = if effect.within == 0 { 1 } else { stratum.sphericity.d };
        let n = (model.n() * contrasts) as f64;
        let log_bf10 = log_bf10_by_bic(effect.test.ss, effect.test.ss_error, effect.test.df1, n);
        (effect.test.f.is_finite() && log_bf10.is_finite()).then(|| EffectBayesFactor {
            name: row.name.clone(),
            between: effect.between,
            within: effect.within,
            n,
            log_bf10,
        })
    };
    let effects: Vec<EffectBayesFactor> =
        study.result(&mixed_anova::MIXED_ANOVA)?.led().iter().filter_map(of_effect).collect();
    (!effects.is_empty()).then_some(BayesBic { effects })
}
