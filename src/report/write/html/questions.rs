//! The open questions: cards that are answered in the page, lines in a file.

use maud::{Markup, html};

use super::text::inline;
use crate::notice::Message;
use crate::report::view::{OpenQuestion, Report};
use crate::report::words::{Words, plain};

/// More questions than these are folded.
const SHOWN: usize = 8;

/// One card for each question. An answer is a button that carries its change of the Plan as JSON in `data-edit`.
pub fn cards(report: &Report, words: &Words) -> Markup {
    let (first, rest) = report.questions.split_at(report.questions.len().min(SHOWN));
    html! {
        @if let Some(all) = &report.confirm_all {
            section class="questions" id="questions" tabindex="-1" data-testid="questions" aria-labelledby="questions-title" {
                (head(report))
                ul { @for one in first { (card(one, words)) } }
                @if !rest.is_empty() {
                    details {
                        summary class="link" { (counted("questions-more", rest.len(), words)) }
                        ul { @for one in rest { (card(one, words)) } }
                    }
                }
                p class="all" {
                    button class="button" type="button" data-main data-edit=(all) {
                        (counted("questions-all", report.questions.len(), words))
                    }
                }
            }
        }
    }
}

/// The same where nothing can be pressed: a line each.
pub fn lines(report: &Report) -> Markup {
    html! {
        @if !report.questions.is_empty() {
            section class="questions" aria-labelledby="questions-title" {
                (head(report))
                ul {
                    @for one in &report.questions {
                        li class="question" {
                            p class="asks" { b { (inline(&one.question)) } " " (one.in_line(&report.labels)) }
                            p class="label" { (inline(&one.reason)) ". " (inline(&one.in_plan)) "." }
                        }
                    }
                }
            }
        }
    }
}

fn head(report: &Report) -> Markup {
    html! {
        h2 id="questions-title" { (report.labels.questions) }
        p class="label" { (report.labels.until_answered) }
    }
}

fn card(one: &OpenQuestion, words: &Words) -> Markup {
    html! {
        li class="question" data-part=(one.part) {
            div {
                p class="asks" { (inline(&one.question)) }
                p class="label" { (inline(&one.reason)) }
            }
            div class="choices" role="group" aria-label=(plain(&one.question)) {
                @for choice in &one.choices {
                    button class="button" type="button" data-edit=(choice.edit) {
                        (inline(&choice.label))
                        @if choice.taken { span class="label" { (words.label("questions-taken")) } }
                    }
                }
                @if one.choices.is_empty() {
                    button class="button" type="button" data-edit=(one.confirm) { (words.label("questions-yes")) }
                    a class="link" data-go href="#design" { (words.label("questions-design")) }
                }
            }
        }
    }
}

fn counted(id: &'static str, n: usize, words: &Words) -> String {
    words.plain(&Message::new(id).with("n", n))
}
