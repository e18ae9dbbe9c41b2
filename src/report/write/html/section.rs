//! A section that folds, and what stands in it. The page hangs its controls on the attributes: `data-section` names the
//! method whose fold is kept, `data-go` is a way to another part of the report.

use maud::{Markup, html};

use super::scope::{Scope, caption};
use super::text::inline;
use super::{answers, tables};
use crate::notice::Message;
use crate::report::figure::{look, profile, scatter};
use crate::report::view::{Block, Figure, Level, Notice, Profile, Scatter, Section};
use crate::report::words::Words;

/// Answers come before notices: more than these are folded.
const NOTICES: usize = 2;

/// A folded section keeps its conclusion in the heading.
pub fn section(part: &Section, scope: &Scope<'_>) -> Markup {
    html! {
        details class="section" id=(scope.section_id(&part.id)) data-section=(part.id) open[part.open] {
            summary {
                h3 { (part.title) }
                @if !part.conclusion.is_empty() { " " span class="conclusion" { (inline(&part.conclusion)) } }
            }
            div class="body" {
                @for block in &part.blocks { (self::block(block, scope)) }
            }
        }
    }
}

fn block(block: &Block, scope: &Scope<'_>) -> Markup {
    match block {
        Block::Table { table } => tables::table(table, scope),
        Block::Figure { figure } => self::figure(figure, scope),
        Block::Paragraph { text } => html! { p class="paragraph" { (inline(text)) } },
        Block::Notice { notice } => self::notice(notice, scope.words),
    }
}

pub fn figure(figure: &Figure, scope: &Scope<'_>) -> Markup {
    match figure {
        Figure::Profile { profile } => of_profile(profile, scope),
        Figure::Forest { forest } => answers::forest(forest, scope),
        Figure::Scatter { scatter } => of_scatter(scatter, scope),
    }
}

fn of_profile(profile: &Profile, scope: &Scope<'_>) -> Markup {
    let caption = caption(&profile.id, profile.number, &profile.caption, &profile.table, scope);
    html! {
        figure class="figure" data-kind="profile" aria-labelledby=(scope.id("figure", &profile.id)) {
            div class="picture" {
                p class="y-label" aria-hidden="true" { (profile.y_label) }
                @if profile.series.len() > 1 {
                    ul class="legend" aria-hidden="true" {
                        @for series in &profile.series { li { (look::mark(series.marker)) (series.name) } }
                    }
                }
                div class="plot" role="img" aria-label=(profile.description) {
                    (profile::draw(profile, profile::PlotWidth::Wide))
                    (profile::draw(profile, profile::PlotWidth::Narrow))
                }
            }
            (caption)
        }
    }
}

fn of_scatter(scatter: &Scatter, scope: &Scope<'_>) -> Markup {
    let caption = caption(&scatter.id, scatter.number, &scatter.caption, &scatter.table, scope);
    html! {
        figure class="figure" data-kind="scatter" aria-labelledby=(scope.id("figure", &scatter.id)) {
            div class="picture" {
                p class="y-label" aria-hidden="true" { (scatter.y_label) }
                @if scatter.groups.len() > 1 {
                    ul class="legend" aria-hidden="true" {
                        @for group in &scatter.groups {
                            li { @if let Some(marker) = group.marker { (look::mark(marker)) } (group.name) }
                        }
                    }
                }
                div class="plot" role="img" aria-label=(scatter.description) { (scatter::draw(scatter)) }
            }
            (caption)
        }
    }
}

/// Notices, what weighs most first; those beyond the first few are folded.
pub fn notices(all: &[Notice], words: &Words) -> Markup {
    let mut ordered: Vec<&Notice> = all.iter().collect();
    ordered.sort_by_key(|notice| match notice.severity {
        Level::Error => 0,
        Level::Warning => 1,
        Level::Note => 2,
    });
    let (first, rest) = ordered.split_at(ordered.len().min(NOTICES));
    html! {
        @if !all.is_empty() {
            div class="notices" {
                @for one in first { (notice(one, words)) }
                @if !rest.is_empty() {
                    details {
                        summary class="link" {
                            (inline(&words.say(&Message::new("label-more-notices").with("count", rest.len()))))
                        }
                        @for one in rest { (notice(one, words)) }
                    }
                }
            }
        }
    }
}

pub fn notice(notice: &Notice, words: &Words) -> Markup {
    let (severity, flag, level) = match notice.severity {
        Level::Note => ("note", "i", "label-level-note"),
        Level::Warning => ("warning", "!", "label-level-warning"),
        Level::Error => ("error", "×", "label-level-error"),
    };
    html! {
        div class="notice" data-severity=(severity) {
            p {
                span class="flag" aria-hidden="true" { (flag) }
                span class="hidden" { (words.label(level)) " " }
                (inline(&notice.message)) (position(notice, words))
                @if let Some(hint) = &notice.hint { " " span class="hint" { (inline(hint)) } }
            }
        }
    }
}

/// Where in the file: "(trial.csv, line 3, column group)".
fn position(notice: &Notice, words: &Words) -> Markup {
    let file = notice.file.as_deref().map(crate::report::label::within);
    let line = notice.line.map(|line| words.plain(&Message::new("label-line").with("line", line)));
    let column = notice.column.as_deref().map(|name| {
        let name = crate::report::label(name);
        words.plain(&Message::new("label-column").with("column", name))
    });
    let parts: Vec<String> = [file, line, column].into_iter().flatten().collect();
    html! { @if !parts.is_empty() { " " span class="label" { "(" (parts.join(", ")) ")" } } }
}
