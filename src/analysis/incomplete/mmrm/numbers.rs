//! The numbers of every structure, by every small-sample method.

use std::rc::Rc;

use super::compute::Mmrm;
use crate::analysis::incomplete::available::{MANY_OCCASIONS, everyone, grid, values_of};
use crate::analysis::incomplete::contrasts;
use crate::analysis::incomplete::effects::{self, Spanning, effects};
use crate::analysis::study::{Part, Study};
use crate::analysis::tidy::{Number, Numbers};
use crate::model::mixed::Structure::{Autoregressive, CompoundSymmetry, Toeplitz, Unstructured};
use crate::model::mixed::Variances::{ByOccasion, Equal};
use crate::model::mixed::{Adjustment, Estimation, Inference, MixedModel, Repeated, Structure};

const STRUCTURES: [(&str, Structure); 7] = [
    ("mmrm_us", Unstructured),
    ("mmrm_toeph", Toeplitz(ByOccasion)),
    ("mmrm_ar1h", Autoregressive(ByOccasion)),
    ("mmrm_csh", CompoundSymmetry(ByOccasion)),
    ("mmrm_toep", Toeplitz(Equal)),
    ("mmrm_ar1", Autoregressive(Equal)),
    ("mmrm_cs", CompoundSymmetry(Equal)),
];

const INFERENCES: [(&str, Inference); 3] = [
    ("satterthwaite", Inference::Satterthwaite),
    ("kenward_roger", Inference::KenwardRoger(Adjustment::Full)),
    ("kenward_roger_linear", Inference::KenwardRoger(Adjustment::Linear)),
];

pub fn numbers(study: &Study<'_>, result: &Mmrm, out: &mut Vec<Number>) {
    if let (Some(everyone), Ok(data)) = (everyone(study), &result.values.data) {
        for (method, structure) in STRUCTURES {
            of_structure((&everyone, data), method, structure, out);
        }
    }
    // The later occasions given the first.
    let (Some(&first), later) = (study.occasions.first(), study.occasions.get(1..).unwrap_or_default()) else { return };
    if later.len() < 2 {
        return;
    }
    let part = Part { occasions: Some(later.to_vec()), baseline: Some(first), ..Part::default() };
    if let Some(everyone) = study.part(part).and_then(|part| self::everyone(&part))
        && let Ok(data) = values_of(&everyone).data
    {
        of_structure((&everyone, &data), "mmrm_us_baseline", Unstructured, out);
    }
}

fn of_structure(
    (everyone, data): (&Study<'_>, &Rc<Repeated>),
    method: &'static str,
    structure: Structure,
    out: &mut Vec<Number>,
) {
    if structure == Unstructured && everyone.occasions.len() > MANY_OCCASIONS {
        return;
    }
    let Ok(model) = MixedModel::of(structure, Estimation::Restricted, data) else { return };
    of_fit(&model, method, out);
    for (label, inference) in INFERENCES {
        let Some(grid) = grid(&model, inference) else { continue };
        let mut found = effects(everyone, (&model, &grid), inference, Spanning::AgainstAverage);
        for effect in &mut found {
            if effect.name == "baseline" {
                effect.name = everyone.occasion_name(everyone.part.baseline.unwrap_or(0)).to_owned();
            }
        }
        effects::numbers(&found, (method, label), out);
        contrasts::numbers(everyone, &grid, (method, label), out);
    }
}

fn of_fit(model: &MixedModel, method: &'static str, out: &mut Vec<Number>) {
    let criteria = model.criteria();
    let mut out = Numbers::new(method, "(fit)", out);
    out.add("logLik", criteria.log_likelihood);
    out.add("logLik_treatment_coding", criteria.log_likelihood_treatment);
    out.add("AIC", criteria.aic);
    out.add("AICC", criteria.aicc);
    out.add("BIC", criteria.bic);
    out.add("n", model.n_participants() as f64);
    out.add("values", model.n_values() as f64);
    out.add("condition", model.convergence().condition);
}
