//! Holm's adjustment over the primary outcomes.

use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::model;
use crate::model::adjust::{Quantiles, UnadjustedTest};
use crate::trial::{OutcomeRole, Trial};

/// The same contrast of each primary outcome: a family of its own.
#[derive(Clone, Debug)]
pub struct AcrossPrimaries {
    /// How many primary outcomes the Plan declares.
    pub size: usize,
    pub rows: Vec<PrimaryRow>,
}

#[derive(Clone, Debug)]
pub struct PrimaryRow {
    /// A place among the outcomes that were given.
    pub outcome: usize,
    pub lead: Comparison,
    pub p_holm: f64,
}

/// A family for each contrast that the outcomes lead with; none with fewer than two primary outcomes.
pub fn across_primaries(trial: &Trial, leads: &[&[Comparison]]) -> Vec<AcrossPrimaries> {
    let size = trial.outcomes.iter().filter(|outcome| outcome.role == Some(OutcomeRole::Primary)).count();
    if size < 2 {
        return Vec::new();
    }
    let mut contrasts: Vec<Compared> = Vec::new();
    for lead in leads.iter().copied().flatten() {
        if !contrasts.contains(&lead.compared) {
            contrasts.push(lead.compared);
        }
    }
    contrasts.into_iter().map(|contrast| AcrossPrimaries { size, rows: family(contrast, size, leads) }).collect()
}

fn family(contrast: Compared, size: usize, leads: &[&[Comparison]]) -> Vec<PrimaryRow> {
    let of_contrast: Vec<(usize, &Comparison)> = (leads.iter().enumerate())
        .filter_map(|(outcome, leads)| Some((outcome, leads.iter().find(|lead| lead.compared == contrast)?)))
        .collect();
    let tested: Vec<UnadjustedTest> =
        of_contrast.iter().map(|(_, lead)| UnadjustedTest { t: lead.t, df: lead.df, p: lead.p }).collect();
    let holm = model::Family::of(size).p_values(model::Adjust::Holm, &tested, &mut Quantiles::default());
    let rows = of_contrast.into_iter().zip(holm);
    rows.map(|((outcome, lead), p_holm)| PrimaryRow { outcome, lead: lead.clone(), p_holm }).collect()
}
