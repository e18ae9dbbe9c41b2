//! The model that answers: the Plan's choice; by default the repeated-measures model where everyone is complete, else the
//! one of all available values.

use crate::analysis::incomplete::available::everyone;
use crate::analysis::incomplete::clda::compute::CLDA;
use crate::analysis::incomplete::mmrm::compute::MMRM;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Grid;
use crate::notice::{Message, Problem};
use crate::trial::Lead;

/// The means and errors that the answers are made from.
#[derive(Clone, Debug)]
pub struct LeadModel {
    /// As the Plan names it.
    pub model: &'static str,
    pub grid: Grid,
    /// Participants in it.
    pub n: usize,
    /// Whether everyone with any value is in it, in place of those with every value.
    pub anyone: bool,
    /// Why it is another model than the Plan's.
    pub problems: Vec<Problem>,
}

pub const LEAD: Computation<LeadModel> = Computation { id: "lead", run: compute };

/// `None` where no model can be fitted.
fn compute(study: &Study<'_>) -> Option<LeadModel> {
    let wanted = wanted(study);
    let mut problems = Vec::new();
    if wanted != Lead::RmAnova {
        let grid = if study.trial.within.is_empty() { available(study, wanted) } else { None };
        if let (Some(grid), Some(everyone)) = (grid, everyone(study)) {
            let model = if wanted == Lead::Clda { "clda" } else { "mmrm" };
            return Some(LeadModel { model, grid, n: everyone.used.len(), anyone: true, problems });
        }
        let id = if study.trial.within.is_empty() { "lead-not-fitted" } else { "lead-within-factors" };
        problems.push(Problem::warning(Message::new(id).with("outcome", &study.outcome.name)));
    }
    let grid = study.grid()?.clone();
    Some(LeadModel { model: "rm_anova", grid, n: study.used.len(), anyone: false, problems })
}

/// The Plan's model; the repeated-measures model where only summaries came.
fn wanted(study: &Study<'_>) -> Lead {
    match study.trial.plan.lead {
        _ if !study.trial.has_rows() || study.trial.occasions.len() < 2 => Lead::RmAnova,
        Lead::Auto if is_complete(study) => Lead::RmAnova,
        Lead::Auto => Lead::Mmrm,
        chosen => chosen,
    }
}

/// Whether everyone with any value of the outcome has all.
fn is_complete(study: &Study<'_>) -> bool {
    study.everyone().is_none_or(|everyone| everyone.used.len() == study.used.len())
}

fn available(study: &Study<'_>, wanted: Lead) -> Option<Grid> {
    match wanted {
        Lead::Clda => Some(study.result(&CLDA)?.grid.clone()),
        Lead::Auto | Lead::RmAnova | Lead::Mmrm => Some(study.result(&MMRM)?.estimated.as_ref()?.grid.clone()),
    }
}
