//! An answer is a row of a forest plot: the sentence at the start, its interval at the end, one scale for all.

use maud::{Markup, html};

use super::scope::{Scope, caption};
use super::text::inline;
use crate::notice::Message;
use crate::report::figure::{Forest, ForestRow, interval, look};
use crate::report::view::{Answer, Answers, Inquiry, Scale, Text};

pub fn answers(answers: &Answers, scope: &Scope<'_>) -> Markup {
    html! {
        div class="answers" id=(scope.answers_id()) tabindex="-1" data-testid="answers" {
            @for one in &answers.inquiries { (inquiry(one, &answers.scale, scope)) }
        }
        @if !answers.caveats.is_empty() {
            div class="caveats" { @for caveat in &answers.caveats { p { (inline(caveat)) } } }
        }
    }
}

fn inquiry(one: &Inquiry, scale: &Scale, scope: &Scope<'_>) -> Markup {
    let heading = scope.id("inquiry", &one.id);
    html! {
        section class="inquiry" aria-labelledby=(heading) {
            header {
                div {
                    h3 id=(heading) { (one.heading) }
                    p class="verdict" { (inline(&one.verdict)) }
                }
                @if !one.rows.is_empty() { (ends(&one.ends)) }
            }
            @for row in &one.rows { (answer(row, scale, scope)) }
            @if let Some(legend) = &one.legend {
                p class="legend-line" { span class="swatch" aria-hidden="true" {} span { (inline(legend)) } }
            }
            @if one.rows.is_empty() { (why(&one.why, scope)) } @else { (axis(scale, why(&one.why, scope))) }
        }
    }
}

fn answer(row: &Answer, scale: &Scale, scope: &Scope<'_>) -> Markup {
    let source = format!("#{}-{}", scope.id("row", &row.source.table), row.source.row);
    html! {
        div class="answer" {
            p class="sentence" {
                (look::mark(row.marker)) (inline(&row.sentence)) " "
                span class="statistics" {
                    (inline(&row.statistics))
                    @if let Some(table) = scope.table(&row.source.table, "label-table-number") {
                        " " a class="link" data-go href=(source) { (table) }
                    }
                }
            }
            (interval::draw(&row.interval, row.marker, scale))
        }
    }
}

/// The same contrast by several methods, drawn as the answers are.
pub fn forest(forest: &Forest, scope: &Scope<'_>) -> Markup {
    let row = |row: &ForestRow| {
        html! {
            div class="answer" {
                p class="sentence" { (look::mark(row.marker)) (inline(&row.label)) }
                (interval::draw(&row.interval, row.marker, &forest.scale))
            }
        }
    };
    html! {
        figure class="forest" aria-labelledby=(scope.id("figure", &forest.id)) {
            div class="answers" {
                div class="inquiry" {
                    header { div {} (ends(&forest.ends)) }
                    @for one in &forest.rows { (row(one)) }
                    (axis(&forest.scale, html! {}))
                }
            }
            (caption(&forest.id, forest.number, &forest.caption, &forest.table, scope))
        }
    }
}

/// What the two ends of the scale mean.
fn ends([left, right]: &[String; 2]) -> Markup {
    html! { div class="ends" { span { (left) } span { (right) } } }
}

/// The ticks under the rows, and what stands beside them.
fn axis(scale: &Scale, beside: Markup) -> Markup {
    html! { div class="axis" { div class="beside" { (beside) } (interval::ticks(scale)) } }
}

fn why(why: &Text, scope: &Scope<'_>) -> Markup {
    html! {
        details class="why" {
            summary class="link" { (scope.say(Message::new("label-why"))) }
            p { (inline(why)) }
        }
    }
}
