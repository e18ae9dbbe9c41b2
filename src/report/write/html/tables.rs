//! A table in APA's three lines: caption, spanners that stop at their own columns, numbers aligned by their decimals.

use maud::{Markup, html};

use super::scope::Scope;
use super::text::inline;
use crate::notice::Message;
use crate::report::figure::look;
use crate::report::view::{Cell, ColumnHead, ColumnKind, ReportTable, RowKind, TableRow};
use crate::report::words::plain;

/// More columns than these scroll on a narrow page; with fewer the row's label stands above its numbers.
const STACKED: usize = 10;

pub fn table(table: &ReportTable, scope: &Scope<'_>) -> Markup {
    let caption = scope.id("caption", &table.id);
    let wraps = table.columns.iter().any(|column| column.kind == ColumnKind::Words);
    let first_group = table.rows.iter().position(|row| row.kind == RowKind::Group).unwrap_or(table.rows.len());
    html! {
        div class="table" {
            div class="scroll" tabindex="0" role="region" aria-labelledby=(caption) {
                table id=(scope.id("table", &table.id)) data-shape=(shape(&table.columns)) data-wraps[wraps]
                    data-columns=(table.columns.len()) {
                    caption id=(caption) {
                        span class="caption" {
                            b { (scope.say(Message::new("label-table-number").with("number", table.number))) } " "
                            i { (inline(&table.caption)) }
                        }
                    }
                    (head(&table.columns))
                    tbody {
                        @for (index, row) in table.rows.iter().enumerate() {
                            (body_row(table, row, index, index > first_group, scope))
                        }
                    }
                }
            }
            @if !table.note.is_empty() {
                p class="note" { i { (scope.say(Message::new("label-note"))) } " " (inline(&table.note)) }
            }
        }
    }
}

/// How the table is laid out where it is narrow.
fn shape(columns: &[ColumnHead]) -> &'static str {
    let words = columns.iter().filter(|column| column.kind == ColumnKind::Words).count();
    match columns.len() {
        n if words > 0 && words + 1 == n => "words",
        n if n <= STACKED => "stack",
        _ => "scroll",
    }
}

/// One row of heads, or two where columns share a spanner; a column without one spans both.
fn head(columns: &[ColumnHead]) -> Markup {
    let has_spanner = |column: &&ColumnHead| !column.spanner.is_empty();
    let spanned = columns.iter().any(|column| has_spanner(&column));
    let lower = columns.iter().filter(|column| !spanned || has_spanner(column));
    html! {
        thead {
            @if spanned {
                tr {
                    @for group in columns.chunk_by(|a, b| has_spanner(&a) && a.spanner == b.spanner) {
                        (upper_head(group))
                    }
                }
            }
            tr {
                @for column in lower { th scope="col" data-kind=(kind(column.kind)) { (inline(&column.head)) } }
            }
        }
    }
}

fn upper_head(group: &[ColumnHead]) -> Markup {
    html! {
        @if let [first, ..] = group {
            @if first.spanner.is_empty() {
                th scope="col" rowspan="2" data-kind=(kind(first.kind)) { (inline(&first.head)) }
            } @else {
                th scope="colgroup" colspan=(group.len()) data-kind="spanner" { (inline(&first.spanner)) }
            }
        }
    }
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Label => "label",
        ColumnKind::Number => "number",
        ColumnKind::Words => "words",
    }
}

/// A row can be gone to: an answer leads to the one that it was made from.
fn body_row(table: &ReportTable, row: &TableRow, index: usize, grouped: bool, scope: &Scope<'_>) -> Markup {
    let id = format!("{}-{index}", scope.id("row", &table.id));
    let kind = match row.kind {
        RowKind::Group => "group",
        RowKind::Plain => "plain",
        RowKind::Marked => "marked",
    };
    html! {
        tr id=(id) data-kind=(kind) data-grouped[grouped && row.kind != RowKind::Group] tabindex="-1" {
            @if row.kind == RowKind::Group {
                th scope="rowgroup" colspan=(table.columns.len()) { (inline(&row.label)) }
            } @else {
                th scope="row" {
                    @if let Some(marker) = row.marker { (look::mark(marker)) }
                    (inline(&row.label))
                }
                @for (cell, column) in row.cells.iter().zip(table.columns.iter().skip(1)) { (body_cell(cell, column)) }
            }
        }
    }
}

/// Where the columns stand one under the other, words bring their head with them.
fn body_cell(cell: &Cell, column: &ColumnHead) -> Markup {
    html! {
        @if column.kind == ColumnKind::Words {
            td data-kind="words" data-head=(plain(&column.head)) data-key[cell.key] { (cell.text()) }
        } @else {
            td data-key[cell.key] { (cell.text()) }
        }
    }
}
