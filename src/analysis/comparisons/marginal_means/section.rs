//! Tables of estimated marginal means.

use super::compute::{MarginalMean, MarginalMeans};
use crate::analysis::cells::joined;
use crate::analysis::comparisons::table::degrees_arg;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, Marker, Section, TableRow};

pub fn sections(study: &Study<'_>, result: &MarginalMeans, display: &Display<'_>) -> Vec<Section> {
    means(study, result, display).into_iter().collect()
}

fn means(study: &Study<'_>, result: &MarginalMeans, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let groups =
        [("marginal-arms", &result.arms), ("marginal-occasions", &result.occasions), ("marginal-cells", &result.cells)];
    let mut rows = Vec::new();
    for (id, means) in groups.into_iter().filter(|(_, means)| !means.is_empty()) {
        rows.push(TableRow::group(words.say(&Message::new(id))));
        rows.extend(means.iter().map(|mean| mean_row(mean, display)));
    }
    let df = result.arms.iter().chain(&result.occasions).map(|mean| mean.df).next()?;
    let ci = || words.say(&Message::new("head-ci"));
    let columns = vec![
        label(words, "head-cell"),
        number(words, "head-mean"),
        number(words, "head-se"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
    ];
    let mut notes = vec![Message::new("marginal-note").with("df", degrees_arg(df))];
    let covariates: Vec<String> = study.trial.covariates.iter().map(|covariate| covariate.name.clone()).collect();
    if !covariates.is_empty() {
        notes.push(Message::new("marginal-note-covariates").with("covariates", covariates));
    }
    let caption = words.say(&Message::new("marginal-caption").with("outcome", &display.names.outcome));
    let shown = table("marginal_means", caption, columns, rows, words.sentences(&notes));
    let conclusion = words.say(&Message::new("marginal-conclusion"));
    Some(section(
        "marginal_means",
        words.label("marginal-title"),
        conclusion,
        false,
        vec![Block::Table { table: shown }],
    ))
}

fn mean_row(mean: &MarginalMean, display: &Display<'_>) -> TableRow {
    let places = display.places + 1;
    let parts: Vec<String> = mean
        .arm
        .map(|arm| display.arm(arm))
        .into_iter()
        .chain(mean.occasion.map(|occasion| display.occasion(occasion)))
        .collect();
    let cells = vec![
        Cell::decimal(mean.estimate, places),
        Cell::decimal(mean.se, places),
        Cell::limit(mean.ci_low, places),
        Cell::limit(mean.ci_high, places),
    ];
    TableRow::new(joined(&parts), mean.arm.map(|index| Marker::Arm { index }), cells)
}
