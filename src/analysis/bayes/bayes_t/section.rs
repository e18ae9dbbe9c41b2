//! Tables of Bayes factors for comparisons of two means.

use super::compute::{BayesT, Row, WIDTHS};
use crate::analysis::bayes::table::{caption, counted, factor_heads, factors, without_variance};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{group_label, grouped, label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, Marker, ReportTable, Section, TableRow, Text};

pub fn sections(_: &Study<'_>, result: &BayesT, display: &Display<'_>) -> Vec<Section> {
    two_means(result, display).into_iter().collect()
}

fn two_means(result: &BayesT, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let leading = result.leading();
    let about = match leading.first()?.compared {
        Compared::Change { .. } => "bayes-t-conclusion-change",
        Compared::Arms { .. } => "bayes-t-conclusion-arms",
        Compared::Occasions { .. } => "bayes-t-conclusion-within",
    };
    let rows = result.all().map(|row| compared_row(row, factors(row.medium(), words), display)).collect();
    let note = words.say(&Message::new("bayes-t-note"));
    let main = table(
        "bayes_t",
        caption("bayes-t-caption", display),
        factor_heads(words, "head-contrast"),
        grouped(rows),
        note,
    );
    let conclusion = words.say(&counted(Message::new(about), leading.iter().map(Row::medium)));
    let mut blocks = vec![Block::Table { table: main }, Block::Table { table: robustness(leading, display) }];
    blocks.extend(without_variance(&result.without_variance, words));
    Some(section("bayes_t", words.label("bayes-t-title"), conclusion, false, blocks))
}

fn robustness(rows: &[Row], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |row: &Row| compared_row(row, row.log_bf10.iter().map(|&log| Cell::factor(log)).collect(), display);
    let spanner = || words.say(&Message::new("head-bf10-by-width"));
    let heads = WIDTHS.iter().map(|width| number(words, width.head).under(spanner()));
    let columns = std::iter::once(label(words, "head-contrast")).chain(heads).collect();
    let note = words.say(&Message::new("bayes-robustness-note"));
    let rows = grouped(rows.iter().map(row).collect());
    table("bayes_robustness", caption("bayes-robustness-caption", display), columns, rows, note)
}

/// A row with the heading of its group.
fn compared_row(row: &Row, cells: Vec<Cell>, display: &Display<'_>) -> (Text, TableRow) {
    let (group, marker): (Text, Option<Marker>) = match row.compared {
        Compared::Change { from, to, arm, against } => {
            let head = Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to));
            (display.words.say(&head), Some(Display::contrast_marker(arm, against)))
        }
        Compared::Arms { arm, against, at } => {
            (at.map_or_else(Text::new, |at| display.occasion_label(at)), Some(Display::contrast_marker(arm, against)))
        }
        Compared::Occasions { arm, .. } => (group_label(arm, display), None),
    };
    (group, TableRow::new(contrast_label(&row.compared, display), marker, cells))
}
