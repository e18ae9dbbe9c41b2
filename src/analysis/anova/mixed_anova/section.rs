//! The table of effects, every correction of its degrees of freedom, every share of variance.

use super::compute::MixedAnova;
use crate::analysis::anova::table::{effect_label, f_arguments};
use crate::analysis::comparisons::table::degrees;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::model::Term;
use crate::model::effects::Effect;
use crate::model::strata::ErrorStratum;
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ReportTable, Section, TableRow, Text};
use crate::trial::SumsOfSquares;

pub fn sections(study: &Study<'_>, result: &MixedAnova, display: &Display<'_>) -> Vec<Section> {
    let led: Vec<Effect> = result.led().iter().map(|row| row.effect.clone()).collect();
    anova(study, &led, display).into_iter().collect()
}

/// The section: the table with Greenhouse–Geisser degrees of freedom, then every correction.
fn anova(study: &Study<'_>, effects: &[Effect], display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let main = effects.iter().filter(|effect| effect.test.f.is_finite()).max_by_key(|effect| rank(effect))?;
    let mut blocks = vec![Block::Table { table: main_table(study, effects, display) }];
    blocks.extend(corrections(study, effects, display).map(|table| Block::Table { table }));
    blocks.push(Block::Table { table: sizes(study, effects, display) });
    let conclusion = words.say(&conclusion(main, display));
    Some(section("mixed_anova", words.label("anova-title"), conclusion, false, blocks))
}

/// The effect that the conclusion speaks of: arm × occasion before occasion before arm.
fn rank(effect: &Effect) -> u8 {
    let arm = matches!(effect.between, Term::Factors(1));
    match (arm, effect.between == Term::MEAN, effect.within) {
        (true, _, 1) => 3,
        (_, true, 1) => 2,
        (true, _, 0) => 1,
        _ => 0,
    }
}

fn conclusion(main: &Effect, display: &Display<'_>) -> Message {
    let (df1, df2, p) = leading(main);
    let found = display.is_significant(p);
    let id = match (rank(main), found) {
        (3, true) => "anova-conclusion-interaction",
        (3, false) => "anova-conclusion-interaction-none",
        (2, true) => "anova-conclusion-occasion",
        (2, false) => "anova-conclusion-occasion-none",
        (_, true) => "anova-conclusion-arm",
        (_, false) => "anova-conclusion-arm-none",
    };
    f_arguments(Message::new(id), df1, df2, main.test.f, p)
}

/// Degrees of freedom and p that the report leads with: corrected within participants.
fn leading(effect: &Effect) -> (f64, f64, f64) {
    match effect.corrected.map(|corrected| corrected.gg).filter(|gg| gg.p.is_finite()) {
        Some(gg) => (gg.df1, gg.df2, gg.p),
        None => (effect.test.df1, effect.test.df2, effect.test.p),
    }
}

fn main_table(study: &Study<'_>, effects: &[Effect], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let ci = || words.say(&Message::new("head-eta2-ci"));
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-ss"),
        number(words, "head-df"),
        number(words, "head-ms"),
        number(words, "head-f"),
        number(words, "head-p"),
        number(words, "head-partial-eta2"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-generalized-eta2"),
        number(words, "head-partial-omega2"),
    ];
    let mut rows = Vec::new();
    for stratum in study.strata() {
        let mut of_stratum = effects.iter().filter(|effect| effect.within == stratum.stratum.mask).peekable();
        if of_stratum.peek().is_none() && stratum.stratum.mask != 0 {
            continue;
        }
        rows.push(TableRow::group(stratum_label(study, stratum, display)));
        rows.extend(of_stratum.map(|effect| effect_row(study, effect, display)));
        rows.push(error_row(stratum, columns.len() - 1, display));
    }
    let caption = words.say(&Message::new("anova-caption").with("outcome", &display.names.outcome));
    table("mixed_anova", caption, columns, rows, note(study, display))
}

fn stratum_label(study: &Study<'_>, stratum: &ErrorStratum, display: &Display<'_>) -> Text {
    let words = display.words;
    if stratum.stratum.mask == 0 {
        return words.say(&Message::new("anova-between"));
    }
    let id = if stratum.sphericity.d > 1 { "anova-within" } else { "anova-within-plain" };
    let mut text = words.say(&Message::new(id));
    if !study.trial.within.is_empty() {
        text.extend(verbatim(&format!(": {}", effect_label(study, display, Term::MEAN, stratum.stratum.mask))));
    }
    text
}

fn effect_row(study: &Study<'_>, effect: &Effect, display: &Display<'_>) -> TableRow {
    let (df1, _, p) = leading(effect);
    let cells = vec![
        Cell::decimal(effect.test.ss, 2),
        degrees(df1),
        Cell::decimal(effect.test.ss / df1, 2),
        Cell::decimal(effect.test.f, 2),
        Cell::p(p).key(),
        Cell::share(effect.size.partial_eta2, 2),
        Cell::share(effect.size.partial_eta2_low, 2),
        Cell::share(effect.size.partial_eta2_high, 2),
        Cell::share(effect.size.generalized_eta2, 2),
        Cell::share(effect.size.partial_omega2, 2),
    ];
    TableRow::new(verbatim(&effect_label(study, display, effect.between, effect.within)), None, cells)
        .marked(display.is_significant(p))
}

fn error_row(stratum: &ErrorStratum, n_cells: usize, display: &Display<'_>) -> TableRow {
    let epsilon =
        Some(stratum.sphericity.epsilon_gg).filter(|e| e.is_finite() && stratum.stratum.mask != 0).unwrap_or(1.0);
    let df = stratum.df * epsilon;
    let mut cells = vec![Cell::decimal(stratum.ss, 2), degrees(df), Cell::decimal(stratum.ss / df, 2)];
    cells.resize_with(n_cells, Cell::blank);
    TableRow::new(display.words.say(&Message::new("anova-error")), None, cells)
}

fn note(study: &Study<'_>, display: &Display<'_>) -> Text {
    let by = match study.trial.plan.sums_of_squares {
        SumsOfSquares::TypeThree => "III",
        SumsOfSquares::TypeTwo => "II",
    };
    let mut notes = vec![Message::new("anova-note").with("type", by)];
    if study.strata().iter().any(|stratum| stratum.sphericity.d > 1 && stratum.stratum.mask != 0) {
        notes.push(Message::new("anova-note-epsilon"));
    }
    // A covariate's slope shares the row of the occasions unless it is centred.
    if !study.trial.covariates.is_empty() && study.occasions.len() > 1 {
        notes.push(Message::new("anova-note-covariates"));
    }
    notes.push(Message::new("anova-note-effects"));
    display.words.sentences(&notes)
}

/// One row a correction for each effect that has any.
fn corrections(study: &Study<'_>, effects: &[Effect], display: &Display<'_>) -> Option<ReportTable> {
    let words = display.words;
    let sphericity = |mask: u32| study.strata().iter().find(|s| s.stratum.mask == mask).map_or(1, |s| s.sphericity.d);
    let mut rows = Vec::new();
    for effect in effects {
        let Some(corrected) = effect.corrected.filter(|_| sphericity(effect.within) > 1) else { continue };
        rows.push(TableRow::group(verbatim(&effect_label(study, display, effect.between, effect.within))));
        let row = |id: &'static str, epsilon: f64, df1: f64, df2: f64, p: f64| {
            let cells = vec![Cell::share(epsilon, 3), degrees(df1), degrees(df2), Cell::p(p)];
            TableRow::new(words.say(&Message::new(id)), None, cells)
        };
        let test = effect.test;
        rows.push(row("anova-corrections-none", 1.0, test.df1, test.df2, test.p));
        let all = [
            ("anova-corrections-gg", corrected.gg),
            ("anova-corrections-hf", corrected.hf),
            ("anova-corrections-hf-original", corrected.hf_original),
            ("anova-corrections-lower", corrected.lower_bound),
        ];
        rows.extend(
            all.into_iter()
                .filter(|(_, by)| by.p.is_finite())
                .map(|(id, by)| row(id, by.epsilon, by.df1, by.df2, by.p)),
        );
    }
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-epsilon"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
    ];
    let (caption, note) = (Message::new("anova-corrections-caption"), Message::new("anova-corrections-note"));
    Some(table("corrections", words.say(&caption), columns, rows, words.say(&note)))
}

/// Every share of variance with its limits.
fn sizes(study: &Study<'_>, effects: &[Effect], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |effect: &Effect| {
        let size = effect.size;
        let shares = [
            [size.partial_eta2, size.partial_eta2_low, size.partial_eta2_high],
            [size.generalized_eta2, size.generalized_eta2_low, size.generalized_eta2_high],
            [size.partial_omega2, size.partial_omega2_low, size.partial_omega2_high],
        ];
        let mut cells: Vec<Cell> = shares.iter().flatten().map(|share| Cell::share(*share, 2)).collect();
        cells.push(Cell::decimal(size.cohen_f, 2));
        TableRow::new(verbatim(&effect_label(study, display, effect.between, effect.within)), None, cells)
    };
    let mut columns = vec![label(words, "head-source")];
    for head in ["head-partial-eta2", "head-generalized-eta2", "head-partial-omega2"] {
        let ci = || words.say(&Message::new("head-ci-of-shares"));
        columns.extend([
            number(words, head),
            number(words, "head-low").under(ci()),
            number(words, "head-high").under(ci()),
        ]);
    }
    columns.push(number(words, "head-cohen-f"));
    let caption = words.say(&Message::new("anova-sizes-caption").with("outcome", &display.names.outcome));
    let rows = effects.iter().filter(|effect| effect.test.f.is_finite()).map(row).collect();
    table("anova_sizes", caption, columns, rows, words.say(&Message::new("anova-sizes-note")))
}
