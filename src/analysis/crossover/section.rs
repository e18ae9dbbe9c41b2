//! The tables of a crossover: means, tests, and treatments against each other.

use super::compute::{CrossoverResult, TABLE, TreatmentPair};
use crate::analysis::comparisons::table::degrees;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{estimate_columns, label, number, section, table};
use crate::model::FTest;
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, ReportTable, Section, TableRow, Text};

pub fn sections(_: &Study<'_>, result: &CrossoverResult, display: &Display<'_>) -> Vec<Section> {
    let words = display.words;
    let mut blocks = vec![Block::Table { table: means(result, display) }];
    if !result.pairs.is_empty() {
        blocks.push(Block::Table { table: pairs(result, display) });
        blocks.push(Block::Table { table: tests(result, display) });
        blocks.push(Block::Paragraph { text: words.say(&about_carry_over(result)) });
    }
    let shown = result.pairs.iter().filter(|pair| pair.judged.is_shown()).count();
    let conclusion = match result.treatment {
        Some(test) => Message::new("crossover-conclusion")
            .with("f", Arg::Decimal(test.f, 2))
            .with("df1", test.df1)
            .with("df2", test.df2)
            .with("p", Arg::P(test.p))
            .with("found", shown)
            .with("all", result.pairs.len()),
        None => Message::new("crossover-conclusion-none"),
    };
    vec![section("crossover", words.label("crossover-title"), words.say(&conclusion), true, blocks)]
}

fn means(result: &CrossoverResult, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |(treatment, mean): (usize, &super::compute::TreatmentMean)| {
        let places = display.places;
        let cells = vec![
            Cell::count(mean.n),
            Cell::decimal(mean.mean, places),
            Cell::decimal(mean.sd, places),
            Cell::decimal(mean.adjusted, places),
        ];
        TableRow::new(display.occasion_label(treatment), None, cells)
    };
    let columns = vec![
        label(words, "head-treatment"),
        number(words, "head-n"),
        number(words, "head-mean"),
        number(words, "head-sd"),
        number(words, "head-adjusted-mean"),
    ];
    let rows = result.means.iter().enumerate().map(row).collect();
    let caption = words.say(&Message::new("crossover-means-caption").with("outcome", display.outcome()));
    table("crossover_means", caption, columns, rows, words.say(&Message::new("crossover-means-note")))
}

fn pairs(result: &CrossoverResult, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let is_adjusted = result.pairs.iter().any(|pair| pair.judged.adjusted.is_some());
    let row = |pair: &TreatmentPair| {
        let places = display.places + 1;
        let mut cells = vec![
            Cell::decimal(pair.estimate, places).key(),
            Cell::decimal(pair.se, places),
            Cell::limit(pair.judged.low, places),
            Cell::limit(pair.judged.high, places),
            Cell::decimal(pair.t, 2),
            degrees(pair.df),
        ];
        match pair.judged.adjusted {
            Some(p) => cells.extend([Cell::p(pair.judged.p), Cell::p(p).key()]),
            None => cells.push(Cell::p(pair.judged.p).key()),
        }
        TableRow::new(contrast(pair, display), None, cells).marked(pair.judged.is_shown())
    };
    let heads: &[&'static str] = if is_adjusted { &["head-unadjusted", "head-adjusted"] } else { &[] };
    let ci = match (is_adjusted, result.pairs.iter().all(|pair| pair.judged.simultaneous)) {
        (true, true) => "head-ci-simultaneous",
        (true, false) => "head-ci-unadjusted",
        (false, _) => "head-ci",
    };
    let columns = estimate_columns(words, "head-contrast", ci, heads);
    let rows = result.pairs.iter().map(row).collect();
    let caption = words.say(&Message::new("crossover-caption").with("outcome", display.outcome()));
    let note = Message::new("crossover-note")
        .with("n", result.n)
        .with("size", result.pairs.len())
        .with("adjust", display.adjustment(result.adjust));
    table(TABLE, caption, columns, rows, words.say(&note))
}

fn contrast(pair: &TreatmentPair, display: &Display<'_>) -> Text {
    let (later, earlier) = (display.occasion(pair.treatment), display.occasion(pair.against));
    display.words.say(&Message::new("row-contrast").with("later", capitalised(&later)).with("earlier", earlier))
}

fn tests(result: &CrossoverResult, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |(id, test): (&'static str, FTest)| {
        let cells = vec![
            Cell::decimal(test.f, 2),
            degrees(test.df1),
            degrees(test.df2),
            Cell::p(test.p).key(),
            Cell::share(test.ss / (test.ss + test.ss_error), 2),
        ];
        TableRow::new(words.say(&Message::new(id)), None, cells).marked(display.is_significant(test.p))
    };
    let all = [
        ("crossover-treatment", result.treatment),
        ("crossover-period", result.period),
        ("crossover-carry-over", result.carry_over),
        ("crossover-sequence", result.sequence),
    ];
    let rows = all.into_iter().filter_map(|(id, test)| Some(row((id, test?)))).collect();
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-partial-eta2"),
    ];
    let caption = words.say(&Message::new("crossover-tests-caption").with("outcome", display.outcome()));
    table("crossover_tests", caption, columns, rows, words.say(&Message::new("crossover-tests-note")))
}

/// What is known of carry-over: a test, or that there can be none.
fn about_carry_over(result: &CrossoverResult) -> Message {
    match result.carry_over {
        Some(test) => Message::new("crossover-carry-over-tested")
            .with("f", Arg::Decimal(test.f, 2))
            .with("df1", test.df1)
            .with("df2", test.df2)
            .with("p", Arg::P(test.p)),
        None => Message::new("crossover-carry-over-untested"),
    }
}
