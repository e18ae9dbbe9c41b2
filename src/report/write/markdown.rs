//! The report as Markdown: what a terminal or a lab notebook shows.

use super::writer::{Document, Writer};
use crate::report::view::{
    Answers, Block, ColumnKind, Figure, Labels, Level, Notice, OpenQuestion, OutcomeReport, Report, ReportTable,
    RowKind, Section, Style, Text,
};

pub struct Markdown;

impl Writer for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("report.md", "text/markdown")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        render(document.report).into_bytes()
    }
}

pub fn render(report: &Report) -> String {
    let mut out = String::new();
    paragraph(&mut out, &inline(&report.summary));
    notices(&mut out, &report.notices);
    questions(&mut out, &report.questions, &report.labels);
    for part in &report.overview {
        section(&mut out, part, 1, &report.labels);
    }
    for outcome in &report.outcomes {
        outcome_report(&mut out, outcome, &report.labels);
    }
    if let Some(further) = &report.further {
        heading(&mut out, 1, &escape(&further.heading));
        paragraph(&mut out, &inline(&further.note));
    }
    if !report.colophon.is_empty() {
        out.push_str("---\n\n");
        for text in &report.colophon {
            paragraph(&mut out, &inline(text));
        }
    }
    out
}

/// Sections by themselves, such as what a link carries.
pub fn sections(parts: &[Section], labels: &Labels) -> String {
    let mut out = String::new();
    parts.iter().for_each(|part| section(&mut out, part, 2, labels));
    out
}

/// What is still a guess, a line each.
fn questions(out: &mut String, all: &[OpenQuestion], labels: &Labels) {
    if all.is_empty() {
        return;
    }
    heading(out, 1, &escape(&labels.questions));
    paragraph(out, &escape(&labels.until_answered));
    for one in all {
        let (question, reason, in_plan) = (inline(&one.question), inline(&one.reason), inline(&one.in_plan));
        out.push_str(&format!("- **{question}** {}{reason}. {in_plan}.\n", escape(&one.in_line(labels))));
    }
    out.push('\n');
}

fn outcome_report(out: &mut String, outcome: &OutcomeReport, labels: &Labels) {
    heading(out, 1, &escape(&outcome.name));
    paragraph(out, &inline(&outcome.subtitle));
    notices(out, &outcome.notices);
    if let Some(all) = &outcome.answers {
        answers(out, all);
    }
    for figure in &outcome.figures {
        described(out, figure, labels);
    }
    // Below a chapter's heading its sections stand a level lower.
    let mut level = 2;
    for part in &outcome.sections {
        if !part.chapter.is_empty() {
            heading(out, 2, &escape(&part.chapter));
            level = 3;
        }
        section(out, part, level, labels);
    }
}

fn answers(out: &mut String, answers: &Answers) {
    for inquiry in &answers.inquiries {
        heading(out, 2, &escape(&inquiry.heading));
        paragraph(out, &format!("**{}**", inline(&inquiry.verdict)));
        for row in &inquiry.rows {
            out.push_str(&format!("- {} {}\n", at_start(&inline(&row.sentence)), inline(&row.statistics)));
        }
        out.push('\n');
    }
    for caveat in &answers.caveats {
        paragraph(out, &inline(caveat));
    }
}

/// A figure as what it shows, in words.
fn described(out: &mut String, figure: &Figure, labels: &Labels) {
    let (number, description) = match figure {
        Figure::Profile { profile } => (profile.number, &profile.description),
        Figure::Forest { forest } => (forest.number, &forest.description),
        Figure::Scatter { scatter } => (scatter.number, &scatter.description),
    };
    paragraph(out, &format!("**{} {}.** {}", labels.figure, number, escape(description)));
}

fn section(out: &mut String, part: &Section, level: usize, labels: &Labels) {
    heading(out, level, &escape(&part.title));
    paragraph(out, &inline(&part.conclusion));
    for block in &part.blocks {
        match block {
            Block::Table { table: shown } => table(out, shown, labels),
            Block::Figure { figure } => described(out, figure, labels),
            Block::Paragraph { text } => paragraph(out, &inline(text)),
            Block::Notice { notice } => notices(out, std::slice::from_ref(notice)),
        }
    }
}

fn table(out: &mut String, shown: &ReportTable, labels: &Labels) {
    paragraph(out, &format!("**{} {}.** {}", labels.table, shown.number, inline(&shown.caption)));
    for column in &shown.columns {
        let head = if column.spanner.is_empty() {
            inline(&column.head)
        } else {
            format!("{}: {}", inline(&column.spanner), inline(&column.head))
        };
        out.push_str(&format!("| {} ", cell(&head)));
    }
    out.push_str("|\n");
    for column in &shown.columns {
        out.push_str(if column.kind == ColumnKind::Number { "| --: " } else { "| :-- " });
    }
    out.push_str("|\n");
    for row in &shown.rows {
        let label = cell(&inline(&row.label));
        out.push_str(&if row.kind == RowKind::Group { format!("| *{label}* ") } else { format!("| {label} ") });
        for index in 1..shown.columns.len() {
            let text = row.cells.get(index - 1).map_or(String::new(), |c| {
                if c.key && row.kind == RowKind::Marked { format!("**{}**", c.text()) } else { c.text().into_owned() }
            });
            out.push_str(&format!("| {} ", cell(&text)));
        }
        out.push_str("|\n");
    }
    out.push('\n');
    if !shown.note.is_empty() {
        paragraph(out, &format!("*{}* {}", labels.note, inline(&shown.note)));
    }
}

fn notices(out: &mut String, all: &[Notice]) {
    for notice in all {
        let flag = match notice.severity {
            Level::Note => "i",
            Level::Warning => "!",
            Level::Error => "×",
        };
        let hint = notice.hint.as_ref().map_or(String::new(), |hint| format!(". {}", inline(hint)));
        out.push_str(&format!("> **{flag}** {}{hint}\n>\n", inline(&notice.message)));
    }
    if !all.is_empty() {
        out.push('\n');
    }
}

fn heading(out: &mut String, level: usize, text: &str) {
    out.push_str(&format!("{} {text}\n\n", "#".repeat(level)));
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(&at_start(text));
        out.push_str("\n\n");
    }
}

fn inline(text: &Text) -> String {
    text.iter()
        .map(|span| match span.style {
            Style::Plain => escape(&span.text),
            Style::Italic => format!("*{}*", escape(&span.text)),
            Style::Strong => format!("**{}**", escape(&span.text)),
            Style::Code => format!("`{}`", span.text.replace(['`', '\n', '\r'], " ")),
            Style::Sub => format!("<sub>{}</sub>", escape(&span.text)),
            Style::Sup => format!("<sup>{}</sup>", escape(&span.text)),
        })
        .collect()
}

/// User text cannot become markup: every character that Markdown or HTML reads is escaped, and lines are joined. A `<` or
/// `&` before a blank opens nothing and stays, so that "p < .001" reads well in a terminal.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' | '\r' => safe.push(' '),
            '<' if !characters.peek().is_some_and(|next| next.is_whitespace()) => safe.push_str("&lt;"),
            '&' if !characters.peek().is_some_and(|next| next.is_whitespace()) => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' | '~' | '$' | '@' => safe.extend(['\\', character]),
            // Many readers make a link of a bare address.
            ':' if characters.peek() == Some(&'/') => safe.push_str("\\:"),
            '.' if safe.to_ascii_lowercase().ends_with("www") => safe.push_str("\\."),
            _ => safe.push(character),
        }
    }
    safe
}

/// The start of a line, where a sign or a number makes a quotation or a list.
fn at_start(text: &str) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = text.split_at(text.len() - digits.len());
    match (after.0, digits.chars().next()) {
        ("", Some('>' | '-' | '+' | '=')) => format!("\\{text}"),
        (number, Some('.' | ')')) if !number.is_empty() => format!("{number}\\{digits}"),
        _ => text.into(),
    }
}

/// A table cell: what `inline` made, with a bare `|` escaped.
fn cell(text: &str) -> String {
    text.replace("\\|", "|").replace('|', "\\|")
}
