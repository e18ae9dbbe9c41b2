//! Rows and columns shared by the tables of rank tests.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::display::Display;
use crate::analysis::table::{label, number};
use crate::model::ranks::RankTest;
use crate::notice::Message;
use crate::report::{Cell, ColumnHead, TableRow, Text, Words};

/// A caption that names the outcome.
pub fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

/// The row of a two-sample or signed-rank test of `n` participants.
pub fn test_row(label: Text, compared: &Compared, (n, test): (usize, &RankTest), display: &Display<'_>) -> TableRow {
    let cells = vec![
        Cell::count(n),
        Cell::decimal(test.hodges_lehmann, display.places + 1).key(),
        Cell::limit(test.low, display.places + 1),
        Cell::limit(test.high, display.places + 1),
        Cell::decimal(test.statistic, 1),
        Cell::p(test.p()).key(),
        Cell::share(test.rank_biserial, 2),
    ];
    let marker = match *compared {
        Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => {
            Some(Display::contrast_marker(arm, against))
        }
        Compared::Occasions { .. } => None,
    };
    TableRow::new(label, marker, cells).marked(display.is_significant(test.p()))
}

/// The columns of a two-sample or signed-rank test.
pub fn columns(words: &Words, statistic: &'static str) -> Vec<ColumnHead> {
    let ci = || words.say(&Message::new("head-ci"));
    vec![
        label(words, "head-contrast"),
        number(words, "head-n"),
        number(words, "head-hodges-lehmann"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, statistic),
        number(words, "head-p"),
        number(words, "head-rank-biserial"),
    ]
}
