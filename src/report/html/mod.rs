//! The report as one self-contained page: no script, no outside resource, the page's own style sheets.

mod answers;
mod markup;
mod profile;
mod scatter;
mod tables;

use super::view::{Block, Figure, Labels, Level, Notice, OutcomeReport, Report, Section};
use markup::{escape, inline};

/// In the page's core the sheets would travel twice: the page has them, and puts them in this one's place.
#[cfg(target_arch = "wasm32")]
const STYLES: [&str; 1] = ["/* the page's styles */\n"];

/// The page's style sheets that a report needs, in their order.
#[cfg(not(target_arch = "wasm32"))]
const STYLES: [&str; 10] = [
    "@layer reset, tokens, base, layout, components, print;\n",
    include_str!("../../../www/styles/tokens.css"),
    include_str!("../../../www/styles/base.css"),
    include_str!("../../../www/styles/layout.css"),
    include_str!("../../../www/styles/controls.css"),
    include_str!("../../../www/styles/report.css"),
    include_str!("../../../www/styles/answers.css"),
    include_str!("../../../www/styles/tables.css"),
    include_str!("../../../www/styles/figure.css"),
    include_str!("../../../www/styles/print.css"),
];

pub fn render(report: &Report) -> String {
    let title = report.outcomes.iter().map(|outcome| outcome.name.as_str()).collect::<Vec<_>>().join(", ");
    let overview: String = report.overview.iter().map(|part| section(part, "overview", &report.labels)).collect();
    let body: String = report.outcomes.iter().map(|outcome| outcome_report(outcome, &report.labels)).collect();
    let colophon: String = report.colophon.iter().map(|text| format!("<p>{}</p>", inline(text))).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title} · Prepost</title>\n<style>\n{styles}</style>\n</head>\n<body>\n<main><div class=\"wrap\">\n\
         <p class=\"subtitle\">{summary}</p>\n{notices}{overview}{body}<div class=\"conventions\">{colophon}</div>\n</div></main>\n\
         </body>\n</html>\n",
        language = escape(&report.language),
        title = escape(&title),
        styles = STYLES.concat(),
        summary = inline(&report.summary),
        notices = notices(&report.notices),
    )
}

fn outcome_report(outcome: &OutcomeReport, labels: &Labels) -> String {
    let mut out = format!(
        "<article class=\"of-outcome\" id=\"{}\">\n<header class=\"head\"><h2>{}</h2><p class=\"subtitle\">{}</p></header>\n{}",
        escape(&outcome.id),
        escape(&outcome.name),
        inline(&outcome.subtitle),
        notices(&outcome.notices)
    );
    if let Some(found) = &outcome.answers {
        out.push_str(&answers::render(found));
    }
    for figure in &outcome.figures {
        out.push_str(&picture(figure, &outcome.id, labels));
    }
    for part in &outcome.sections {
        if !part.chapter.is_empty() {
            out.push_str(&format!("<h3 class=\"chapter\">{}</h3>\n", escape(&part.chapter)));
        }
        out.push_str(&section(part, &outcome.id, labels));
    }
    out.push_str("</article>\n");
    out
}

fn picture(figure: &Figure, outcome: &str, labels: &Labels) -> String {
    match figure {
        Figure::Profile { profile } => profile::render(profile, outcome, labels),
        Figure::Forest { forest } => answers::forest(forest, outcome, labels),
        Figure::Scatter { scatter } => scatter::render(scatter, outcome, labels),
    }
}

/// A folded section keeps its conclusion in the heading.
fn section(part: &Section, outcome: &str, labels: &Labels) -> String {
    let body: String = part
        .blocks
        .iter()
        .map(|block| match block {
            Block::Table { table } => tables::render(table, outcome, labels),
            Block::Figure { figure } => picture(figure, outcome, labels),
            Block::Paragraph { text } => format!("<p class=\"paragraph\">{}</p>\n", inline(text)),
            Block::Notice { notice } => notices(std::slice::from_ref(notice)),
        })
        .collect();
    format!(
        "<details class=\"section\"{open}><summary><h3>{title}</h3><span class=\"conclusion\">{conclusion}</span></summary>\
         <div class=\"body\">\n{body}</div></details>\n",
        open = if part.open { " open" } else { "" },
        title = escape(&part.title),
        conclusion = inline(&part.conclusion),
    )
}

fn notices(all: &[Notice]) -> String {
    all.iter()
        .map(|notice| {
            let (severity, flag) = match notice.severity {
                Level::Note => ("note", "i"),
                Level::Warning => ("warning", "!"),
                Level::Error => ("error", "×"),
            };
            let hint = notice.hint.as_ref().map_or(String::new(), |hint| format!(" <span class=\"hint\">{}</span>", inline(hint)));
            format!(
                "<div class=\"notice\" data-severity=\"{severity}\"><p><span class=\"flag\" aria-hidden=\"true\">{flag}</span>{}.{hint}</p></div>\n",
                inline(&notice.message)
            )
        })
        .collect()
}
