//! A table of analysis of variance: one row an effect, one an error, grouped by stratum.

use super::comparisons::degrees;
use super::{label, number, table};
use crate::message::Message;
use crate::report::{Cell, Table, TableRow, Text, Words};

/// An effect with its error.
pub struct Row {
    pub label: Text,
    pub ss: f64,
    pub df: f64,
    pub ms: f64,
    pub f: f64,
    pub p: f64,
    pub partial_eta2: f64,
    pub eta2_low: f64,
    pub eta2_high: f64,
    pub generalized_eta2: f64,
    pub partial_omega2: f64,
}

/// The effects that are tested against one error.
pub struct Stratum {
    pub label: Text,
    pub effects: Vec<Row>,
    pub error_label: Text,
    pub error_ss: f64,
    pub error_df: f64,
    pub error_ms: f64,
}

pub fn effects(id: &str, caption: Text, strata: &[Stratum], note: Text, words: &Words) -> Table {
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
    for stratum in strata {
        rows.push(TableRow::group(stratum.label.clone()));
        rows.extend(stratum.effects.iter().map(effect));
        let mut error =
            vec![Cell::decimal(stratum.error_ss, 2), degrees(stratum.error_df), Cell::decimal(stratum.error_ms, 2)];
        error.resize_with(columns.len() - 1, Cell::blank);
        rows.push(TableRow::new(stratum.error_label.clone(), None, error));
    }
    table(id, caption, columns, rows, note)
}

fn effect(row: &Row) -> TableRow {
    let cells = vec![
        Cell::decimal(row.ss, 2),
        degrees(row.df),
        Cell::decimal(row.ms, 2),
        Cell::decimal(row.f, 2),
        Cell::p(row.p).key(),
        Cell::share(row.partial_eta2, 2),
        Cell::share(row.eta2_low, 2),
        Cell::share(row.eta2_high, 2),
        Cell::share(row.generalized_eta2, 2),
        Cell::share(row.partial_omega2, 2),
    ];
    TableRow::new(row.label.clone(), None, cells).marked(row.p < 0.05)
}
