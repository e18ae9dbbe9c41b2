//! Tables of the one-way analyses, occasion by occasion.

use super::compute::OneWay;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{estimate_columns, label, number, section, table};
use crate::notice::{Message, Problem};
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &OneWay, display: &Display<'_>) -> Vec<Section> {
    oneway(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &OneWay) -> Vec<Problem> {
    result.problems.clone()
}

fn oneway(result: &OneWay, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let differ = result
        .occasions
        .iter()
        .filter(|at| display.is_significant(at.welch.map_or(at.effect.test.p, |welch| welch.p)))
        .count();
    let conclusion = Message::new("oneway-conclusion").with("found", differ).with("all", result.occasions.len());
    let mut blocks = vec![Block::Table { table: tests(result, display) }];
    if result.occasions.iter().any(|at| !at.pairs.is_empty()) {
        blocks.push(Block::Table { table: pairs(result, display) });
    }
    Some(section("oneway_anova", words.label("oneway-title"), words.say(&conclusion), false, blocks))
}

fn tests(result: &OneWay, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut rows = Vec::new();
    for at in &result.occasions {
        rows.push(TableRow::group(display.occasion_label(at.occasion)));
        let test = at.effect.test;
        let mut row = |id: &'static str, f: f64, df1: f64, df2: f64, p: f64, size: Cell| {
            let cells = vec![Cell::decimal(f, 2), degrees(df1), degrees(df2), Cell::p(p).key(), size];
            rows.push(TableRow::new(words.say(&Message::new(id)), None, cells).marked(display.is_significant(p)));
        };
        row("oneway-classical", test.f, test.df1, test.df2, test.p, Cell::share(at.effect.size.partial_omega2, 2));
        for (id, robust) in [("oneway-welch", at.welch), ("oneway-brown-forsythe", at.brown_forsythe)] {
            if let Some(robust) = robust {
                row(id, robust.f, robust.df1, robust.df2, robust.p, Cell::blank());
            }
        }
    }
    let columns = vec![
        label(words, "head-test"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-omega2"),
    ];
    let caption = words.say(&Message::new("oneway-caption").with("outcome", &display.names.outcome));
    table("oneway_anova", caption, columns, rows, words.say(&Message::new("oneway-note")))
}

fn pairs(result: &OneWay, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for at in result.occasions.iter().filter(|at| !at.pairs.is_empty()) {
        rows.push(TableRow::group(display.occasion_label(at.occasion)));
        for (arm, against, pair) in &at.pairs {
            let compared = Compared::Arms { arm: *arm, against: *against, at: None };
            let cells = vec![
                Cell::decimal(pair.estimate, places).key(),
                Cell::decimal(pair.se, places),
                Cell::limit(pair.low, places),
                Cell::limit(pair.high, places),
                Cell::decimal(pair.t, 2),
                degrees(pair.df),
                Cell::p(pair.p).key(),
            ];
            let marker = Some(Display::contrast_marker(*arm, *against));
            let row = TableRow::new(contrast_label(&compared, display), marker, cells);
            rows.push(row.marked(pair.low > 0.0 || pair.high < 0.0));
        }
    }
    let columns = estimate_columns(words, "head-contrast", "head-ci", &[]);
    let size = result.occasions.iter().map(|at| at.pairs.len()).max().unwrap_or(0);
    let caption = words.say(&Message::new("games-howell-caption").with("outcome", &display.names.outcome));
    table("games_howell", caption, columns, rows, words.say(&Message::new("games-howell-note").with("size", size)))
}
