//! A table in APA's three lines, with spanners that stop at their own columns.

use super::markup::{escape, glyph, inline};
use crate::report::view::{ColumnHead, ColumnKind, RowKind, Table, TableRow};

/// Ids are unique in the page: the outcome's, then the table's.
pub fn render(table: &Table, outcome: &str) -> String {
    let rows: String = table.rows.iter().map(|row| body_row(row, table.columns.len())).collect();
    let note =
        if table.note.is_empty() { String::new() } else { format!("<p class=\"tnote\">{}</p>\n", inline(&table.note)) };
    format!(
        "<div class=\"scroll\" tabindex=\"0\" id=\"{}-{}\"><table class=\"apa\"><caption class=\"cap\"><b>Table {}</b> <i>{}</i></caption>\
         <thead>{}{}</thead>\n<tbody>{rows}</tbody></table></div>\n{note}",
        escape(outcome),
        escape(&table.id),
        table.number,
        inline(&table.caption),
        spanners(&table.columns),
        heads(&table.columns)
    )
}

fn spanners(columns: &[ColumnHead]) -> String {
    if columns.iter().all(|column| column.spanner.is_empty()) {
        return String::new();
    }
    let cells: String = columns
        .chunk_by(|a, b| !a.spanner.is_empty() && a.spanner == b.spanner)
        .map(|group| match group {
            [first, ..] if !first.spanner.is_empty() => {
                format!(
                    "<th scope=\"colgroup\" colspan=\"{}\" class=\"span\">{}</th>",
                    group.len(),
                    inline(&first.spanner)
                )
            }
            _ => "<td></td>".into(),
        })
        .collect();
    format!("<tr>{cells}</tr>")
}

fn heads(columns: &[ColumnHead]) -> String {
    let cells: String = columns
        .iter()
        .map(|column| format!("<th scope=\"col\"{}>{}</th>", class(column.kind), inline(&column.head)))
        .collect();
    format!("<tr>{cells}</tr>")
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Label | ColumnKind::Number => "",
        ColumnKind::Words => " class=\"words\"",
    }
}

fn body_row(row: &TableRow, n_columns: usize) -> String {
    let marker = row.marker.map(glyph).unwrap_or_default();
    let label = inline(&row.label);
    if row.kind == RowKind::Group {
        return format!("<tr class=\"grp\"><th scope=\"rowgroup\" colspan=\"{n_columns}\">{label}</th></tr>\n");
    }
    let cells: String = row
        .cells
        .iter()
        .map(|cell| format!("<td{}>{}</td>", if cell.key { " class=\"key\"" } else { "" }, escape(&cell.text)))
        .collect();
    let hit = if row.kind == RowKind::Marked { " class=\"hit\"" } else { "" };
    format!("<tr{hit}><th scope=\"row\">{marker}{label}</th>{cells}</tr>\n")
}
