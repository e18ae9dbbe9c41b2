//! A table of comparisons: estimate, standard error, interval, t, df, p unadjusted and adjusted, effect size.

use super::{label, number, table};
use crate::message::Message;
use crate::report::{Cell, ColumnHead, Marker, Table, TableRow, Text, Words};

/// One comparison, ready to be shown.
pub struct Row {
    /// Rows of one group follow each other under its label.
    pub group: Text,
    pub label: Text,
    pub marker: Option<Marker>,
    pub estimate: f64,
    pub se: f64,
    pub low: f64,
    pub high: f64,
    pub t: f64,
    pub df: f64,
    pub p: f64,
    /// `None` where nothing is adjusted.
    pub adjusted: Option<f64>,
    pub g: Option<f64>,
}

impl Row {
    /// Whether the interval excludes zero.
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// What the whole table says besides its rows.
pub struct Frame {
    pub id: &'static str,
    pub caption: Message,
    /// Sentences under the table, in order.
    pub notes: Vec<Message>,
    /// Decimals of the outcome's means; estimates and their limits get one more.
    pub places: usize,
}

pub fn comparisons(frame: Frame, rows: &[Row], words: &Words) -> Table {
    let adjusted = rows.iter().any(|row| row.adjusted.is_some());
    let with_g = rows.iter().any(|row| row.g.is_some());
    let mut shown = Vec::new();
    for group in rows.chunk_by(|a, b| a.group == b.group) {
        if let Some(first) = group.first().filter(|row| !row.group.is_empty()) {
            shown.push(TableRow::group(first.group.clone()));
        }
        shown.extend(group.iter().map(|row| body(row, frame.places + 1, adjusted, with_g)));
    }
    table(frame.id, words.say(&frame.caption), columns(words, adjusted, with_g), shown, words.sentences(&frame.notes))
}

fn columns(words: &Words, adjusted: bool, with_g: bool) -> Vec<ColumnHead> {
    let ci = || words.say(&Message::new("head-ci"));
    let p = || words.say(&Message::new("head-p"));
    let mut columns = vec![
        label(words, "head-contrast"),
        number(words, "head-estimate"),
        number(words, "head-se"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-t"),
        number(words, "head-df"),
    ];
    if adjusted {
        columns.push(number(words, "head-unadjusted").under(p()));
        columns.push(number(words, "head-adjusted").under(p()));
    } else {
        columns.push(number(words, "head-p"));
    }
    if with_g {
        columns.push(number(words, "head-g"));
    }
    columns
}

fn body(row: &Row, places: usize, adjusted: bool, with_g: bool) -> TableRow {
    let mut cells = vec![
        Cell::decimal(row.estimate, places).key(),
        Cell::decimal(row.se, places),
        Cell::decimal(row.low, places),
        Cell::decimal(row.high, places),
        Cell::decimal(row.t, 2),
        degrees(row.df),
    ];
    if adjusted {
        cells.push(Cell::p(row.p));
        cells.push(Cell::maybe(row.adjusted, Cell::p).key());
    } else {
        cells.push(Cell::p(row.p).key());
    }
    if with_g {
        cells.push(Cell::maybe(row.g, |g| Cell::decimal(g, 2)));
    }
    TableRow::new(row.label.clone(), row.marker, cells).marked(row.excludes_zero())
}

/// Degrees of freedom: whole numbers as they are, others with two decimals.
pub fn degrees(df: f64) -> Cell {
    Cell::decimal(df, if df.fract() == 0.0 { 0 } else { 2 })
}
