//! Every mean and comparison of a mixed model, unadjusted, by its term in the tidy output.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, Over, contrast, pairs};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::{ContrastWeights, ErrorTerm, Grid};

/// Means of cells, arms at each occasion, occasions within each arm, differences in change.
pub fn numbers(study: &Study<'_>, grid: &Grid, (method, inference): (&'static str, &str), out: &mut Vec<Number>) {
    for (term, contrast) in terms(study, grid) {
        let found = grid.estimate(&contrast, ErrorTerm::Separate);
        let critical = study
            .with_quantiles(|quantiles| quantiles.t(crate::model::verdict::alpha_of(study.trial.plan.level), found.df));
        let (low, high) = found.interval(critical);
        let mut out = Numbers::new(method, format!("{term} [{inference}]"), out);
        out.add("estimate", found.estimate);
        out.add("se", found.se);
        out.add("df", found.df);
        out.add("t", found.t());
        out.add("p", found.p());
        out.add("ci95_low", low);
        out.add("ci95_high", high);
    }
}

fn terms(study: &Study<'_>, grid: &Grid) -> Vec<(String, ContrastWeights)> {
    let (n_arms, n_occasions) = (study.arms.len(), study.occasions.len());
    let mut terms = Vec::new();
    for (arm, at) in (0..n_arms).flat_map(|arm| (0..n_occasions).map(move |at| (arm, at))) {
        let name = study.cell_name(Some(study.arm_at(arm)), Some(study.occasion_at(at)));
        terms.push((name, contrast(grid, Over::At(arm), Over::At(at))));
    }
    if n_arms > MANY_LEVELS || n_occasions > MANY_LEVELS {
        return terms;
    }
    let mut add = |compared: Compared, arms: Over, occasions: Over| {
        terms.push((compared.term(study), contrast(grid, arms, occasions)));
    };
    for (later, earlier) in pairs(n_arms) {
        let (arm, against) = (study.arm_at(later), study.arm_at(earlier));
        let arms = Over::Difference { later, earlier };
        for at in 0..n_occasions {
            add(Compared::Arms { arm, against, at: Some(study.occasion_at(at)) }, arms, Over::At(at));
        }
        for (later, earlier) in pairs(n_occasions) {
            let (from, to) = (study.occasion_at(earlier), study.occasion_at(later));
            add(Compared::Change { from, to, arm, against }, arms, Over::Difference { later, earlier });
        }
    }
    for (later, earlier) in pairs(n_occasions) {
        let (from, to) = (study.occasion_at(earlier), study.occasion_at(later));
        for arm in 0..n_arms {
            let named = study.trial.has_arms.then(|| study.arm_at(arm));
            add(Compared::Occasions { from, to, arm: named }, Over::At(arm), Over::Difference { later, earlier });
        }
    }
    terms
}
