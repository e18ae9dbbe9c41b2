//! The report as one self-contained page: no script, no outside resource, the page's own look.

mod answers;
mod markup;
mod profile;
mod tables;

use super::view::{Block, Figure, Level, Notice, OutcomeReport, Report, Section};
use markup::{escape, inline};

/// The style sheets of the page, in its layers' order.
const STYLES: &str = include_str!("report.css");

pub fn render(report: &Report) -> String {
    let title = report.outcomes.iter().map(|outcome| outcome.name.as_str()).collect::<Vec<_>>().join(", ");
    let body: String = report.outcomes.iter().map(outcome_report).collect();
    let colophon: String = report.colophon.iter().map(|text| format!("<p>{}</p>", inline(text))).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title} · Prepost</title>\n<style>\n{STYLES}</style>\n</head>\n<body>\n{symbols}\n<main class=\"wrap\">\n\
         <p class=\"summary\">{summary}</p>\n{notices}{body}</main>\n<footer class=\"wrap\">{colophon}</footer>\n</body>\n</html>\n",
        language = escape(&report.language),
        title = escape(&title),
        symbols = markup::SYMBOLS,
        summary = inline(&report.summary),
        notices = notices(&report.notices),
    )
}

fn outcome_report(outcome: &OutcomeReport) -> String {
    let mut out = format!(
        "<article id=\"{}\">\n<header class=\"head\"><h1>{}</h1><p>{}</p></header>\n{}",
        escape(&outcome.id),
        escape(&outcome.name),
        inline(&outcome.subtitle),
        notices(&outcome.notices)
    );
    if let Some(found) = &outcome.answers {
        out.push_str(&answers::render(found));
    }
    for figure in &outcome.figures {
        let Figure::Profile { profile } = figure;
        out.push_str(&profile::render(profile, &outcome.id));
    }
    for part in &outcome.sections {
        out.push_str(&section(part, &outcome.id));
    }
    out.push_str("</article>\n");
    out
}

/// A folded section keeps its conclusion in the heading.
fn section(part: &Section, outcome: &str) -> String {
    let body: String = part
        .blocks
        .iter()
        .map(|block| match block {
            Block::Table { table } => tables::render(table, outcome),
            Block::Paragraph { text } => format!("<p>{}</p>\n", inline(text)),
            Block::Notice { notice } => notices(std::slice::from_ref(notice)),
        })
        .collect();
    format!(
        "<details class=\"sec\"{open}><summary><h2>{title}</h2><p>{conclusion}</p></summary><div class=\"body\">\n{body}</div></details>\n",
        open = if part.open { " open" } else { "" },
        title = escape(&part.title),
        conclusion = inline(&part.conclusion),
    )
}

fn notices(all: &[Notice]) -> String {
    all.iter()
        .map(|notice| {
            let flag = match notice.severity {
                Level::Note => "i",
                Level::Warning => "?",
                Level::Error => "!",
            };
            let hint = notice.hint.as_ref().map_or(String::new(), |hint| format!(". {}", inline(hint)));
            format!(
                "<p class=\"notice\"><span class=\"flag\" aria-hidden=\"true\">{flag}</span>{}{hint}</p>\n",
                inline(&notice.message)
            )
        })
        .collect()
}
