//! Rows and columns shared by the tables of rank tests.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::display::Display;
use crate::analysis::table::{label, number};
use crate::model::ranks::{MannWhitney, Wilcoxon};
use crate::notice::Message;
use crate::report::{Cell, ColumnHead, TableRow, Text, Words};

/// A caption that names the outcome.
pub fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

/// The statistics that two-sample and signed-rank tests have in common.
pub struct RankTestRow {
    statistic: f64,
    p: f64,
    p_continuity: f64,
    estimate: [f64; 3],
    rank_biserial: f64,
}

impl From<&MannWhitney> for RankTestRow {
    fn from(test: &MannWhitney) -> Self {
        Self {
            statistic: test.u,
            p: test.p_exact,
            p_continuity: test.p_continuity,
            estimate: [test.hodges_lehmann, test.low, test.high],
            rank_biserial: test.rank_biserial,
        }
    }
}

impl From<&Wilcoxon> for RankTestRow {
    fn from(test: &Wilcoxon) -> Self {
        Self {
            statistic: test.v,
            p: test.p_exact,
            p_continuity: test.p_continuity,
            estimate: [test.hodges_lehmann, test.low, test.high],
            rank_biserial: test.rank_biserial,
        }
    }
}

impl RankTestRow {
    /// The reported p-value: exact where available.
    pub fn leading(&self) -> f64 {
        if self.p.is_nan() { self.p_continuity } else { self.p }
    }

    pub fn show(&self, label: Text, compared: &Compared, display: &Display<'_>) -> TableRow {
        let [estimate, low, high] = self.estimate;
        let cells = vec![
            Cell::decimal(estimate, display.places + 1).key(),
            Cell::decimal(low, display.places + 1),
            Cell::decimal(high, display.places + 1),
            Cell::decimal(self.statistic, 1),
            Cell::p(self.leading()).key(),
            Cell::share(self.rank_biserial, 2),
        ];
        let marker = match *compared {
            Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => {
                Some(Display::contrast_marker(arm, against))
            }
            Compared::Occasions { .. } => None,
        };
        TableRow::new(label, marker, cells).marked(display.is_significant(self.leading()))
    }
}

/// The columns of a two-sample or signed-rank test.
pub fn columns(words: &Words, statistic: &'static str) -> Vec<ColumnHead> {
    let ci = || words.say(&Message::new("head-ci"));
    vec![
        label(words, "head-contrast"),
        number(words, "head-hodges-lehmann"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, statistic),
        number(words, "head-p"),
        number(words, "head-rank-biserial"),
    ]
}
