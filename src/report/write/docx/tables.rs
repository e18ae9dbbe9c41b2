//! A table in APA's three lines, with its caption over it and its note below.

use maud::{Markup, html};

use super::inline::{allowed, bold, field, paragraph, plain, runs, strong};
use crate::report::view::{Cell, ColumnHead, ColumnKind, Labels, ReportTable, RowKind, TableRow};

/// The width of the text in twentieths of a point: A4 less its margins.
const WIDTH: usize = 9638;
/// The label's column weighs as much as so many columns of numbers; one of words as much as this.
const LABEL: usize = 3;
const WORDS: usize = 4;

/// Where a table's caption can be referred to.
pub fn bookmark(number: usize) -> String {
    format!("_table_{number}")
}

pub fn table(table: &ReportTable, labels: &Labels) -> Markup {
    let widths = widths(&table.columns);
    let style = text_style(table.columns.len());
    html! {
        (caption(&labels.table, "Table", table.number, &bookmark(table.number)))
        (paragraph("TableTitle", runs(&table.caption)))
        w:tbl {
            w:tblPr {
                w:tblStyle w:val="ReportTable" {}
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="0020" w:firstRow="1" {}
            }
            w:tblGrid { @for width in &widths { w:gridCol w:w=(width) {} } }
            (head(&table.columns, &widths, style))
            @for (index, row) in table.rows.iter().enumerate() {
                (body_row(table, row, &widths, style, index + 1 == table.rows.len()))
            }
        }
        @if table.note.is_empty() {
            (paragraph("TableNote", html! {}))
        } @else {
            (paragraph("TableNote", html! { w:r { w:rPr { w:i {} } w:t xml:space="preserve" { (labels.note) " " } } (runs(&table.note)) }))
        }
    }
}

/// "Table 3", counted by the program that opens the document.
pub fn caption(label: &str, sequence: &str, number: usize, bookmark: &str) -> Markup {
    html! {
        w:p {
            w:pPr { w:pStyle w:val="Caption" {} }
            w:bookmarkStart w:id=(id_of(sequence, number)) w:name=(bookmark) {}
            (plain(&format!("{label} ")))
            (field(&format!("SEQ {sequence} \\* ARABIC"), &number.to_string()))
            w:bookmarkEnd w:id=(id_of(sequence, number)) {}
        }
    }
}

/// Distinct for every bookmark of the document.
fn id_of(sequence: &str, number: usize) -> usize {
    number * 2 + usize::from(sequence == "Figure") + 10_000
}

fn widths(columns: &[ColumnHead]) -> Vec<usize> {
    let weight = |(index, column): (usize, &ColumnHead)| match column.kind {
        _ if index == 0 => LABEL,
        ColumnKind::Words => WORDS,
        ColumnKind::Label | ColumnKind::Number => 1,
    };
    let weights: Vec<usize> = columns.iter().enumerate().map(weight).collect();
    let all: usize = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| WIDTH * weight / all).collect()
}

/// The more columns, the smaller the letters.
fn text_style(columns: usize) -> &'static str {
    match columns {
        0..=8 => "TableText",
        9..=11 => "TableTextSmall",
        _ => "TableTextSmallest",
    }
}

/// One row of heads, or two where columns share a spanner. A head repeats on each page.
fn head(columns: &[ColumnHead], widths: &[usize], style: &str) -> Markup {
    let has_spanner = |column: &ColumnHead| !column.spanner.is_empty();
    let spanned = columns.iter().any(has_spanner);
    let mut start = 0;
    let groups: Vec<(usize, &[ColumnHead])> = columns
        .chunk_by(|a, b| has_spanner(a) && a.spanner == b.spanner)
        .map(|group| {
            let from = start;
            start += group.len();
            (from, group)
        })
        .collect();
    html! {
        @if spanned {
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (from, group) in &groups {
                    @let width: usize = widths.iter().skip(*from).take(group.len()).sum();
                    @let spanner = group.first().filter(|first| has_spanner(first));
                    w:tc {
                        w:tcPr {
                            w:tcW w:w=(width) w:type="dxa" {}
                            @if group.len() > 1 { w:gridSpan w:val=(group.len()) {} }
                            @if spanner.is_none() { w:vMerge w:val="restart" {} }
                            w:tcBorders {
                                w:top w:val="single" w:sz="8" w:space="0" w:color="auto" {}
                                @if spanner.is_some() { w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto" {} }
                            }
                            w:vAlign w:val="bottom" {}
                        }
                        @match (spanner, group.first()) {
                            (Some(column), _) => { (aligned(style, "center", runs(&column.spanner))) }
                            (None, Some(column)) => { (aligned(style, side(column.kind), runs(&column.head))) }
                            (None, None) => { (aligned(style, "left", html! {})) }
                        }
                    }
                }
            }
        }
        w:tr {
            w:trPr { w:cantSplit {} w:tblHeader {} }
            @for (column, width) in columns.iter().zip(widths) {
                @let above = spanned && !has_spanner(column);
                w:tc {
                    w:tcPr {
                        w:tcW w:w=(width) w:type="dxa" {}
                        @if above { w:vMerge {} }
                        w:tcBorders {
                            @if !spanned { w:top w:val="single" w:sz="8" w:space="0" w:color="auto" {} }
                            w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto" {}
                        }
                        w:vAlign w:val="bottom" {}
                    }
                    @if above { (aligned(style, "left", html! {})) } @else { (aligned(style, side(column.kind), runs(&column.head))) }
                }
            }
        }
    }
}

fn side(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Number => "right",
        ColumnKind::Label | ColumnKind::Words => "left",
    }
}

fn aligned(style: &str, side: &str, content: Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} w:keepNext {} w:jc w:val=(side) {} } (content) } }
}

fn body_row(table: &ReportTable, row: &TableRow, widths: &[usize], style: &str, is_last: bool) -> Markup {
    let bottom = html! {
        @if is_last { w:tcBorders { w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto" {} } }
    };
    let grouped = table.rows.iter().any(|row| row.kind == RowKind::Group);
    html! {
        w:tr {
            w:trPr { w:cantSplit {} }
            @if row.kind == RowKind::Group {
                w:tc {
                    w:tcPr {
                        w:tcW w:w=(widths.iter().sum::<usize>()) w:type="dxa" {}
                        w:gridSpan w:val=(widths.len()) {}
                        (bottom)
                    }
                    w:p {
                        w:pPr { w:pStyle w:val=(style) {} w:keepNext {} }
                        (italic(&row.label))
                    }
                }
            } @else {
                w:tc {
                    w:tcPr { w:tcW w:w=(widths.first().copied().unwrap_or(0)) w:type="dxa" {} (bottom) }
                    w:p {
                        w:pPr { w:pStyle w:val=(style) {} @if grouped { w:ind w:left="113" {} } }
                        (runs(&row.label))
                    }
                }
                @for (index, (column, width)) in table.columns.iter().zip(widths).enumerate().skip(1) {
                    w:tc {
                        w:tcPr { w:tcW w:w=(width) w:type="dxa" {} (bottom) }
                        w:p {
                            w:pPr { w:pStyle w:val=(style) {} w:jc w:val=(side(column.kind)) {} }
                            @if let Some(cell) = row.cells.get(index - 1) { (content(cell, row.kind)) }
                        }
                    }
                }
            }
        }
    }
}

fn content(cell: &Cell, row: RowKind) -> Markup {
    let text = cell.text();
    if cell.key && row == RowKind::Marked { bold(&text) } else { plain(&text) }
}

fn italic(text: &[crate::report::view::Span]) -> Markup {
    html! {
        @for span in text { w:r { w:rPr { w:i {} w:iCs {} } w:t xml:space="preserve" { (allowed(&span.text)) } } }
    }
}

/// A notice, bold where it starts.
pub fn notice(flag: &str, text: &[crate::report::view::Span], hint: Option<&[crate::report::view::Span]>) -> Markup {
    paragraph(
        "Notice",
        html! {
            (bold(&format!("{flag} ")))
            (runs(text))
            @if let Some(hint) = hint { (plain(". ")) (runs(hint)) }
        },
    )
}

/// Bold text as a paragraph.
pub fn verdict(text: &[crate::report::view::Span]) -> Markup {
    paragraph("Verdict", strong(text))
}
