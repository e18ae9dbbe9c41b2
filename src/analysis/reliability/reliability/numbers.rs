//! Results under their names in the tidy output.

use super::compute::{GroupReliability, ScaleReliability, occasion_name};
use crate::analysis::tidy::{Number, Numbers};
use crate::trial::{ScaleItems, Trial};

/// `agreeableness`, with the occasion and the arm where there are several: `exhaustion | pre | waitlist`.
fn term(trial: &Trial, scale: &ScaleItems, group: &GroupReliability) -> String {
    let mut parts = vec![scale.name.clone()];
    if scale.occasions.len() > 1 {
        parts.extend(scale.occasions.get(group.at).map(|at| occasion_name(trial, at)));
    }
    parts.extend(group.arm.and_then(|arm| trial.arms.get(arm)).cloned());
    parts.join(" | ")
}

/// Each with its outcome's name; none where the score is no outcome.
pub fn numbers(trial: &Trial, result: &[ScaleReliability]) -> Vec<(String, Number)> {
    let mut all = Vec::new();
    for of in result {
        let Some(scale) = trial.scales.get(of.scale) else { continue };
        let outcome = scale.outcome.and_then(|outcome| trial.outcomes.get(outcome));
        let name = outcome.map(|outcome| outcome.name.clone()).unwrap_or_default();
        let mut out = Vec::new();
        of.groups.iter().for_each(|group| of_group(trial, scale, group, &mut out));
        all.extend(out.into_iter().map(|number| (name.clone(), number)));
    }
    all
}

fn of_group(trial: &Trial, scale: &ScaleItems, group: &GroupReliability, out: &mut Vec<Number>) {
    let (term, result) = (term(trial, scale, group), &group.estimates);
    let mut row = Numbers::new("reliability", term.clone(), out);
    row.add("n", result.n as f64);
    row.add("k", result.n_items as f64);
    row.add("alpha", result.alpha);
    row.add("alpha_ci95_low", result.alpha_low);
    row.add("alpha_ci95_high", result.alpha_high);
    row.add("alpha_standardized", result.alpha_standardized);
    row.add("mean_interitem_r", result.mean_interitem_r);
    row.add("lambda6", result.lambda6);
    row.add("omega_total", result.omega_total);
    row.add("omega_total_standardized", result.omega_total_standardized);
    row.add("split_half", result.split_half);
    row.add("mean", result.mean);
    row.add("sd", result.sd);
    row.add("sem", result.sem);
    row.add("sdc", result.sdc);
    let names = scale.occasions.get(group.at).map(|at| at.items.as_slice()).unwrap_or_default();
    for (name, item) in names.iter().zip(&result.items) {
        let mut row = Numbers::new("reliability_item", format!("{term}, {name}"), out);
        row.add("mean", item.mean);
        row.add("sd", item.sd);
        row.add("item_total_r", item.item_total_r);
        row.add("item_rest_r", item.item_rest_r);
        row.add("alpha_if_deleted", item.alpha_if_deleted);
        row.add("loading", item.loading);
    }
}
