//! The report in pieces: HTML that the page puts in as it stands, and the data by which it arranges them. The pieces of an
//! analysis that follows an edit differ where the report differs, so that the rest stays in place with its focus and folds.

use maud::{Markup, html};
use serde::Serialize;

use super::scope::Scope;
use super::section::{figure, notices, section};
use super::{answers, questions, text};
use crate::notice::Message;
use crate::report::figure::spark;
use crate::report::view::{FurtherAnalyses, Notice, OutcomeReport, Report, Section, Text};
use crate::report::words::Words;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReportPieces {
    /// A BCP 47 tag.
    pub language: String,
    pub summary: Text,
    /// About the file and the design as a whole: data, because some are answered by a change of the Plan.
    pub notices: Vec<Notice>,
    /// HTML: the open questions, each answer with its change of the Plan; empty where nothing is asked.
    pub questions: String,
    pub overview: Vec<SectionPiece>,
    pub outcomes: Vec<OutcomePieces>,
    /// HTML: what the Plan leaves out of the report, each with the change of the Plan that brings it; empty where nothing is.
    pub further: String,
    /// HTML: what was computed by which convention.
    pub conventions: String,
}

/// One outcome. What is not said to be HTML is text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OutcomePieces {
    pub id: String,
    pub name: String,
    /// HTML: the profile in miniature; empty where there is nothing to draw.
    pub spark: String,
    /// HTML: the name and what is said of the outcome as a whole.
    pub head: String,
    /// HTML.
    pub notices: String,
    /// HTML; empty where the outcome could not be analysed.
    pub answers: String,
    /// HTML.
    pub figures: String,
    pub sections: Vec<SectionPiece>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SectionPiece {
    /// The method's id, the same for every outcome.
    pub id: String,
    /// The id of its element.
    pub anchor: String,
    /// The chapter's title, on the chapter's first section only.
    pub chapter: String,
    pub title: String,
    /// Whether it starts open.
    pub open: bool,
    /// HTML.
    pub html: String,
}

pub fn of(report: &Report, words: &Words) -> ReportPieces {
    ReportPieces {
        language: report.language.clone(),
        summary: report.summary.clone(),
        notices: report.notices.clone(),
        questions: questions::cards(report, words).into_string(),
        overview: sections(&report.overview, "overview", words),
        outcomes: report.outcomes.iter().map(|outcome| of_outcome(outcome, words)).collect(),
        further: report.further.as_ref().map(|further| self::further(further).into_string()).unwrap_or_default(),
        conventions: conventions(&report.colophon, words).into_string(),
    }
}

pub fn sections(parts: &[Section], prefix: &str, words: &Words) -> Vec<SectionPiece> {
    let scope = Scope::new(prefix, parts, words);
    let piece = |part: &Section| SectionPiece {
        id: part.id.clone(),
        anchor: scope.section_id(&part.id),
        chapter: part.chapter.clone(),
        title: part.title.clone(),
        open: part.open,
        html: section(part, &scope).into_string(),
    };
    parts.iter().map(piece).collect()
}

fn of_outcome(outcome: &OutcomeReport, words: &Words) -> OutcomePieces {
    let scope = Scope::new(&outcome.id, &outcome.sections, words);
    let answers = outcome.answers.as_ref().map(|answers| answers::answers(answers, &scope).into_string());
    OutcomePieces {
        id: outcome.id.clone(),
        name: outcome.name.clone(),
        spark: outcome.spark.as_ref().map(|lines| spark::draw(lines).into_string()).unwrap_or_default(),
        head: head(outcome).into_string(),
        notices: notices(&outcome.notices, words).into_string(),
        answers: answers.unwrap_or_default(),
        figures: html! { @for one in &outcome.figures { (figure(one, &scope)) } }.into_string(),
        sections: sections(&outcome.sections, &outcome.id, words),
    }
}

fn head(outcome: &OutcomeReport) -> Markup {
    html! {
        h2 id=(format!("{}-name", outcome.id)) { (outcome.name) }
        p class="subtitle" { (text::inline(&outcome.subtitle)) }
    }
}

fn further(further: &FurtherAnalyses) -> Markup {
    html! {
        section class="further" aria-labelledby="further-heading" data-testid="further" {
            h3 id="further-heading" { (further.heading) }
            p class="choices" {
                @for chapter in &further.chapters {
                    button class="button" type="button" data-edit=(chapter.edit) { (chapter.title) }
                }
                button class="button" type="button" data-main data-edit=(further.everything) { (further.everything_label) }
            }
        }
    }
}

fn conventions(colophon: &[Text], words: &Words) -> Markup {
    html! {
        footer class="conventions" {
            h3 { (text::inline(&words.say(&Message::new("label-conventions")))) }
            @for paragraph in colophon { p { (text::inline(paragraph)) } }
        }
    }
}
