//! The report as HTML: in pieces for the page, and whole as one self-contained file without a script.

mod answers;
pub mod pieces;
mod questions;
mod scope;
mod section;
mod tables;
mod text;

use maud::{DOCTYPE, PreEscaped, html};

use super::writer::{Document, Writer};
use crate::report::view::{Report, Section};
use crate::report::words::Words;
use pieces::{OutcomePieces, ReportPieces, SectionPiece};

/// The page's style sheets that a report needs, in their order.
const STYLES: [&str; 11] = [
    "@layer reset, tokens, base, layout, components, print;\n",
    include_str!("../../../../www/styles/tokens.css"),
    include_str!("../../../../www/styles/base.css"),
    include_str!("../../../../www/styles/layout.css"),
    include_str!("../../../../www/styles/controls.css"),
    include_str!("../../../../www/styles/report.css"),
    include_str!("../../../../www/styles/questions.css"),
    include_str!("../../../../www/styles/answers.css"),
    include_str!("../../../../www/styles/tables.css"),
    include_str!("../../../../www/styles/figure.css"),
    include_str!("../../../../www/styles/print.css"),
];

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub struct Html;

impl Writer for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("report.html", "text/html")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        whole(document.report, document.words).into_bytes()
    }
}

/// Sections by themselves, such as what a link carries. `prefix` keeps their ids apart from others of the page.
pub fn sections(parts: &[Section], prefix: &str, words: &Words) -> Vec<SectionPiece> {
    pieces::sections(parts, prefix, words)
}

fn whole(report: &Report, words: &Words) -> String {
    let title = report.outcomes.iter().map(|outcome| outcome.name.as_str()).collect::<Vec<_>>().join(", ");
    let pieces = pieces::of(report, words);
    let ReportPieces { overview, outcomes, conventions, .. } = &pieces;
    html! {
        (DOCTYPE)
        html lang=(report.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) " · Prepost" }
                style { (PreEscaped(STYLES.concat())) }
            }
            body {
                main {
                    div class="wrap" {
                        p class="subtitle" { (text::inline(&report.summary)) }
                        @for notice in &report.notices { (section::notice(notice, words)) }
                        (questions::lines(report))
                        @for part in overview { (PreEscaped(&part.html)) }
                        @for outcome in outcomes { (article(outcome)) }
                        @if let Some(further) = &report.further {
                            section class="further" {
                                h2 { (further.heading) }
                                p { (text::inline(&further.note)) }
                            }
                        }
                        (PreEscaped(conventions))
                    }
                }
            }
        }
    }
    .into_string()
}

fn article(outcome: &OutcomePieces) -> maud::Markup {
    html! {
        article class="of-outcome" id=(outcome.id) {
            header class="head" { (PreEscaped(&outcome.head)) }
            (PreEscaped(&outcome.notices))
            (PreEscaped(&outcome.answers))
            (PreEscaped(&outcome.figures))
            @for part in &outcome.sections {
                @if !part.chapter.is_empty() { h3 class="chapter" { (part.chapter) } }
                (PreEscaped(&part.html))
            }
        }
    }
}
