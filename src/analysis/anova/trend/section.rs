//! The table of trends.

use super::compute::Trends;
use crate::analysis::anova::trend::compute::{Trend, TrendOf};
use crate::analysis::comparisons::table::{degrees, degrees_arg};
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{estimate_columns, section, table};
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Marker, Section, TableRow, Text};

pub fn sections(study: &Study<'_>, result: &Trends, display: &Display<'_>) -> Vec<Section> {
    let leads = result.error == study.leading_error();
    leads.then(|| trends(result, display)).flatten().into_iter().collect()
}

fn trends(result: &Trends, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let all: Vec<&Trend> = result.rows.iter().filter(|row| row.of == TrendOf::All && row.t.is_finite()).collect();
    let main = all.iter().min_by(|a, b| a.p.total_cmp(&b.p))?;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for together in result.rows.chunk_by(|a, b| a.degree == b.degree) {
        rows.extend(together.first().map(|row| TableRow::group(verbatim(&degree_name(row.degree, display)))));
        rows.extend(together.iter().map(|row| {
            let cells = vec![
                Cell::decimal(row.estimate, places),
                Cell::decimal(row.se, places),
                Cell::limit(row.ci_low, places),
                Cell::limit(row.ci_high, places),
                Cell::decimal(row.t, 2),
                degrees(row.df),
                Cell::p(row.p),
            ];
            let (label, marker) = whose(row.of, display);
            TableRow::new(label, marker, cells)
        }));
    }
    let columns = estimate_columns(words, "head-trend", "head-ci", &[]);
    let conclusion = Message::new("trend-conclusion")
        .with("trend", degree_name(main.degree, display))
        .with("estimate", Arg::Decimal(main.estimate, places))
        .with("df", degrees_arg(main.df))
        .with("t", Arg::Decimal(main.t, 2))
        .with("p", Arg::P(main.p));
    let caption = words.say(&Message::new("trend-caption").with("outcome", &display.names.outcome));
    let shown = table("trend", caption, columns, rows, words.say(&Message::new("trend-note")));
    let title = words.label("trend-title");
    Some(section("trend", title, words.say(&conclusion), false, vec![Block::Table { table: shown }]))
}

fn degree_name(degree: usize, display: &Display<'_>) -> String {
    match degree {
        1 => display.words.label("trend-linear"),
        2 => display.words.label("trend-quadratic"),
        3 => display.words.label("trend-cubic"),
        4 => display.words.label("trend-quartic"),
        higher => display.words.plain(&Message::new("trend-degree").with("degree", higher)),
    }
}

fn whose(of: TrendOf, display: &Display<'_>) -> (Text, Option<Marker>) {
    match of {
        TrendOf::All => (display.words.say(&Message::new("row-all")), None),
        TrendOf::Arm { arm } => (display.arm_label(arm), Some(Marker::Arm { index: arm })),
        TrendOf::Difference { arm, against } => {
            let names = Message::new("row-contrast")
                .with("later", capitalised(&display.arm(arm)))
                .with("earlier", display.arm(against));
            (display.words.say(&names), Some(Display::contrast_marker(arm, against)))
        }
    }
}
