//! Tables that several methods share, built from plain rows.

use super::display::Display;
use crate::notice::Message;
use crate::report::{Block, Cell, ColumnHead, Marker, ReportTable, Section, TableRow, Text, Words};

/// A table whose number is given when the report is put together.
pub fn table(id: &str, caption: Text, columns: Vec<ColumnHead>, rows: Vec<TableRow>, note: Text) -> ReportTable {
    ReportTable { id: id.into(), number: 0, caption, columns, rows, note }
}

/// A column of numbers headed by that message.
pub fn number(words: &Words, head: &'static str) -> ColumnHead {
    ColumnHead::number(words.say(&Message::new(head)))
}

/// A column that heads the rows.
pub fn label(words: &Words, head: &'static str) -> ColumnHead {
    ColumnHead::label(words.say(&Message::new(head)))
}

/// An estimate with its error, limits and t test; several p-values stand under one head.
pub fn estimate_columns(
    words: &Words,
    head: &'static str,
    ci_head: &'static str,
    p_heads: &[&'static str],
) -> Vec<ColumnHead> {
    let ci = || words.say(&Message::new(ci_head));
    let p = || words.say(&Message::new("head-p"));
    let mut columns = vec![
        label(words, head),
        number(words, "head-estimate"),
        number(words, "head-se"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-t"),
        number(words, "head-df"),
    ];
    match p_heads {
        [] => columns.push(number(words, "head-p")),
        several => columns.extend(several.iter().map(|&head| number(words, head).under(p()))),
    }
    columns
}

/// A section that says its conclusion in its heading.
pub fn section(id: &str, title: String, conclusion: Text, open: bool, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), chapter: String::new(), title, conclusion, open, blocks }
}

/// Rows under heads, one for each group of neighbours.
pub fn grouped(rows: Vec<(Text, TableRow)>) -> Vec<TableRow> {
    let mut shown: Vec<TableRow> = Vec::new();
    let mut previous: Option<Text> = None;
    for (group, row) in rows {
        if previous.as_ref() != Some(&group) {
            shown.push(TableRow::group(group.clone()));
            previous = Some(group);
        }
        shown.push(row);
    }
    shown
}

/// An arm's label, or that of all participants.
pub fn group_label(arm: Option<usize>, display: &Display<'_>) -> Text {
    arm.map_or_else(|| display.words.say(&Message::new("row-all-participants")), |arm| display.arm_label(arm))
}

/// A row of an arm, or of all participants.
pub fn arm_row(arm: Option<usize>, cells: Vec<Cell>, display: &Display<'_>) -> TableRow {
    let name = arm.map_or_else(|| display.words.say(&Message::new("everybody")), |arm| display.arm_label(arm));
    TableRow::new(name, arm.map(|index| Marker::Arm { index }), cells)
}
