//! Every method, in the order of the report. Adding one touches its file and a line here.

use super::icc;
use super::resampling;
use super::{Findings, Shown, Study};
use super::{agreement, ancova, design_effect};
use super::{
    assumptions, change_difference, descriptives, effect_size, marginal_means, mixed_anova, multivariate, pairwise,
    simple_effects,
};
use super::{bayes_bic, bayes_oneway, bayes_t};
use super::{
    equivalence, friedman, kruskal_wallis, mann_whitney, oneway_anova, rank_ats, residuals, retained_fraction,
    rm_anova, sphericity, trend,
};
use super::{individual_change, responders};
use crate::model::ErrorTerm;

/// Methods that stand together in the report, under one heading.
pub struct Chapter {
    /// The id of its title's message; `None` for the main tables, which stand without.
    pub title: Option<&'static str>,
    pub methods: &'static [Entry],
}

/// A method as the report finds it.
pub struct Entry {
    /// Stable: the method's name in the tidy output and in links.
    pub id: &'static str,
    /// What it finds, or `None` where the study has nothing for it.
    pub run: for<'a> fn(&'a Study<'a>) -> Option<Box<dyn Findings + 'a>>,
}

pub const CHAPTERS: &[Chapter] = &[
    Chapter { title: None, methods: MAIN },
    Chapter { title: Some("chapter-lasting"), methods: LASTING },
    Chapter { title: Some("chapter-individual"), methods: INDIVIDUAL },
    Chapter { title: Some("chapter-effects"), methods: EFFECTS },
    Chapter { title: Some("chapter-robustness"), methods: ROBUSTNESS },
    Chapter { title: Some("chapter-ancova"), methods: ANCOVA },
    Chapter { title: Some("chapter-assumptions"), methods: ASSUMPTIONS },
    Chapter { title: Some("chapter-companions"), methods: COMPANIONS },
    Chapter { title: Some("chapter-ranks"), methods: RANKS },
    Chapter { title: Some("chapter-model"), methods: MODEL },
    Chapter { title: Some("chapter-bayes"), methods: BAYES },
    Chapter { title: Some("chapter-reliability"), methods: RELIABILITY },
];

/// Every method, in the order of the report.
pub fn methods() -> impl Iterator<Item = &'static Entry> {
    CHAPTERS.iter().flat_map(|chapter| chapter.methods)
}

const MAIN: &[Entry] = &[
    Entry { id: "descriptives", run: |study| shown(study, descriptives::compute(study)) },
    Entry {
        id: "change_difference",
        run: |study| shown(study, change_difference::compute(study, ErrorTerm::Separate)),
    },
    Entry { id: "pairwise", run: |study| shown(study, pairwise::compute(study, ErrorTerm::Separate)) },
    Entry { id: "marginal_means", run: |study| shown(study, marginal_means::compute(study)) },
    Entry { id: "mixed_anova", run: |study| shown(study, mixed_anova::compute(study)) },
];

/// Equivalence, non-inferiority, what is left of the effect.
const LASTING: &[Entry] = &[
    Entry { id: "equivalence", run: |study| shown(study, equivalence::compute(study)) },
    Entry { id: "retained_fraction", run: |study| shown(study, retained_fraction::compute(study)) },
];

/// Participants one by one, and how many of them changed.
const INDIVIDUAL: &[Entry] = &[
    Entry { id: "reliable_change", run: |study| shown(study, individual_change::compute(study)) },
    Entry { id: "responders", run: |study| shown(study, responders::compute(study)) },
];

/// Standardised differences.
const EFFECTS: &[Entry] = &[Entry { id: "effect_size", run: |study| shown(study, effect_size::compute(study)) }];

/// The same contrast by several methods; resampling; clustering.
const ROBUSTNESS: &[Entry] = &[
    Entry { id: "agreement", run: |study| shown(study, agreement::compute(study)) },
    Entry { id: "resampling", run: |study| shown(study, resampling::compute(study)) },
    Entry { id: "design_effect", run: |study| shown(study, design_effect::compute(study)) },
];

const ANCOVA: &[Entry] = &[Entry { id: "ancova", run: |study| shown(study, ancova::compute(study)) }];

const ASSUMPTIONS: &[Entry] = &[
    Entry { id: "assumptions", run: |study| shown(study, assumptions::compute(study)) },
    Entry { id: "residuals", run: |study| shown(study, residuals::compute(study)) },
    Entry { id: "sphericity", run: |study| shown(study, sphericity::compute(study)) },
];

/// Unequal variances, one occasion, one arm.
const COMPANIONS: &[Entry] = &[
    Entry { id: "oneway_anova", run: |study| shown(study, oneway_anova::compute(study)) },
    Entry { id: "rm_anova", run: |study| shown(study, rm_anova::compute(study)) },
    Entry { id: "pairwise_unequal", run: |study| shown(study, pairwise::compute(study, ErrorTerm::UnequalVariances)) },
    Entry {
        id: "change_difference_unequal",
        run: |study| shown(study, change_difference::compute(study, ErrorTerm::UnequalVariances)),
    },
];

const RANKS: &[Entry] = &[
    Entry { id: "mann_whitney", run: |study| shown(study, mann_whitney::compute(study)) },
    Entry { id: "kruskal_wallis", run: |study| shown(study, kruskal_wallis::compute(study)) },
    Entry { id: "rank_ats", run: |study| shown(study, rank_ats::compute(study)) },
    Entry { id: "friedman", run: |study| shown(study, friedman::compute(study)) },
];

/// What else the fitted model says.
const MODEL: &[Entry] = &[
    Entry { id: "multivariate", run: |study| shown(study, multivariate::compute(study)) },
    Entry { id: "simple_effects", run: |study| shown(study, simple_effects::compute(study)) },
    Entry { id: "trend", run: |study| shown(study, trend::compute(study, ErrorTerm::Separate)) },
    Entry { id: "pairwise_pooled", run: |study| shown(study, pairwise::compute(study, ErrorTerm::Pooled)) },
    Entry {
        id: "change_difference_pooled",
        run: |study| shown(study, change_difference::compute(study, ErrorTerm::Pooled)),
    },
    Entry { id: "trend_pooled", run: |study| shown(study, trend::compute(study, ErrorTerm::Pooled)) },
];

const BAYES: &[Entry] = &[
    Entry { id: "bayes_t", run: |study| shown(study, bayes_t::compute(study)) },
    Entry { id: "bayes_oneway", run: |study| shown(study, bayes_oneway::compute(study)) },
    Entry { id: "bayes_bic", run: |study| shown(study, bayes_bic::compute(study)) },
];

const RELIABILITY: &[Entry] = &[Entry { id: "icc", run: |study| shown(study, icc::compute(study)) }];

fn shown<'a, T: 'a>(study: &'a Study<'a>, found: Option<T>) -> Option<Box<dyn Findings + 'a>>
where
    Shown<'a, T>: Findings,
{
    found.map(|found| Box::new(Shown { study, found }) as Box<dyn Findings + 'a>)
}
