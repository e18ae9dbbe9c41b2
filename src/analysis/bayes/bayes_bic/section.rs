//! Table of approximate Bayes factors for the effects of the mixed analysis of variance.

use super::compute::{BayesBic, EffectBayesFactor};
use crate::analysis::anova::table::effect_label;
use crate::analysis::bayes::table::{MODERATE, caption, factor_heads, factors};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{number, section, table};
use crate::model::Term;
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Section, TableRow};

pub fn sections(study: &Study<'_>, result: &BayesBic, display: &Display<'_>) -> Vec<Section> {
    mixed_design(study, result, display).into_iter().collect()
}

fn mixed_design(study: &Study<'_>, result: &BayesBic, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let name = |effect: &EffectBayesFactor| effect_label(study, display, effect.between, effect.within);
    let row = |effect: &EffectBayesFactor| {
        let mut cells = vec![Cell::decimal(effect.n, 0), Cell::decimal(effect.delta_bic(), 2)];
        cells.extend(factors(effect.log_bf10, words));
        TableRow::new(verbatim(&name(effect)), None, cells)
    };
    let mut columns = factor_heads(words, "head-source");
    columns.splice(1..1, [number(words, "head-n-observations"), number(words, "head-delta-bic")]);
    // The conclusion is about arm × occasion if present, else occasion, else arm.
    let rank = |effect: &&EffectBayesFactor| match (effect.between, effect.within) {
        (Term::Factors(1), 1) => 3,
        (Term::MEAN, 1) => 2,
        (Term::Factors(1), 0) => 1,
        _ => 0,
    };
    let main = result.effects.iter().max_by_key(rank)?;
    let about = match main.log_bf10 {
        log if log > MODERATE.ln() => "bayes-bic-conclusion-for",
        log if -log > MODERATE.ln() => "bayes-bic-conclusion-against",
        _ => "bayes-bic-conclusion-open",
    };
    let conclusion = words.say(&Message::new(about).with("effect", name(main)));
    let note = words.say(&Message::new("bayes-bic-note"));
    let rows = result.effects.iter().map(row).collect();
    let factors_table = table("bayes_bic", caption("bayes-bic-caption", display), columns, rows, note);
    Some(section(
        "bayes_bic",
        words.label("bayes-bic-title"),
        conclusion,
        false,
        vec![Block::Table { table: factors_table }],
    ))
}
