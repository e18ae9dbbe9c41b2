//! A table in APA's three lines, with spanners that stop at their own columns.

use super::markup::{escape, glyph, inline};
use crate::report::view::{ColumnHead, ColumnKind, Labels, RowKind, Table, TableRow};

/// More columns than these scroll on a narrow page; with fewer the row's label stands above its numbers.
const STACKED: usize = 9;

/// Ids are unique in the page: the outcome's, then the table's.
pub fn render(table: &Table, outcome: &str, labels: &Labels) -> String {
    let mut grouped = false;
    let mut rows = String::new();
    for row in &table.rows {
        rows.push_str(&body_row(row, table.columns.len(), grouped));
        grouped |= row.kind == RowKind::Group;
    }
    let note = if table.note.is_empty() {
        String::new()
    } else {
        format!("<p class=\"note\"><i>{}</i> {}</p>", escape(&labels.note), inline(&table.note))
    };
    format!(
        "<div class=\"table\" id=\"{outcome}-{id}\"><div class=\"scroll\" tabindex=\"0\"><table data-shape=\"{shape}\">\
         <caption><b>{name} {number}</b> <i>{caption}</i></caption><thead>{head}</thead>\n<tbody>{rows}</tbody></table></div>\
         {note}</div>\n",
        outcome = escape(outcome),
        id = escape(&table.id),
        shape = if table.columns.len() <= STACKED { "stack" } else { "scroll" },
        name = escape(&labels.table),
        number = table.number,
        caption = inline(&table.caption),
        head = head(&table.columns),
    )
}

/// One row of heads, or two where columns share a spanner; a column without one spans both.
fn head(columns: &[ColumnHead]) -> String {
    let cell = |column: &ColumnHead, span: &str| {
        format!("<th scope=\"col\"{span} data-kind=\"{}\">{}</th>", kind(column.kind), inline(&column.head))
    };
    if columns.iter().all(|column| column.spanner.is_empty()) {
        return format!("<tr>{}</tr>", columns.iter().map(|column| cell(column, "")).collect::<String>());
    }
    let upper: String = columns
        .chunk_by(|a, b| !a.spanner.is_empty() && a.spanner == b.spanner)
        .map(|group| match group {
            [first, ..] if !first.spanner.is_empty() => format!(
                "<th scope=\"colgroup\" colspan=\"{}\" data-kind=\"spanner\">{}</th>",
                group.len(),
                inline(&first.spanner)
            ),
            group => group.iter().map(|column| cell(column, " rowspan=\"2\"")).collect(),
        })
        .collect();
    let lower: String = columns.iter().filter(|c| !c.spanner.is_empty()).map(|column| cell(column, "")).collect();
    format!("<tr>{upper}</tr><tr>{lower}</tr>")
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Label => "label",
        ColumnKind::Number => "number",
        ColumnKind::Words => "words",
    }
}

fn body_row(row: &TableRow, n_columns: usize, grouped: bool) -> String {
    let marker = row.marker.map(glyph).unwrap_or_default();
    let label = inline(&row.label);
    let kind = match row.kind {
        RowKind::Group => {
            return format!(
                "<tr data-kind=\"group\"><th scope=\"rowgroup\" colspan=\"{n_columns}\">{label}</th></tr>\n"
            );
        }
        RowKind::Plain => "plain",
        RowKind::Marked => "marked",
    };
    let cells: String = row
        .cells
        .iter()
        .map(|cell| format!("<td{}>{}</td>", if cell.key { " data-key" } else { "" }, escape(&cell.text())))
        .collect();
    let grouped = if grouped { " data-grouped" } else { "" };
    format!("<tr data-kind=\"{kind}\"{grouped}><th scope=\"row\">{marker}{label}</th>{cells}</tr>\n")
}
