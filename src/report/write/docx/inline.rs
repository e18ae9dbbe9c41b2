//! Texts as runs, and the paragraphs that they stand in.

use maud::{Markup, html};

use crate::report::view::{Span, Style};

/// A text's runs.
pub fn runs(text: &[Span]) -> Markup {
    html! { @for span in text { (run(&span.text, Some(span.style), false)) } }
}

/// A text's runs, all of them bold.
pub fn strong(text: &[Span]) -> Markup {
    html! { @for span in text { (run(&span.text, Some(span.style), true)) } }
}

pub fn plain(text: &str) -> Markup {
    run(text, None, false)
}

pub fn bold(text: &str) -> Markup {
    run(text, None, true)
}

fn run(text: &str, style: Option<Style>, bold: bool) -> Markup {
    let bold = bold || style == Some(Style::Strong);
    html! {
        w:r {
            w:rPr {
                @if style == Some(Style::Code) { w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas" {} }
                @if bold { w:b {} w:bCs {} }
                @if style == Some(Style::Italic) { w:i {} w:iCs {} }
                @if style == Some(Style::Sub) { w:vertAlign w:val="subscript" {} }
                @if style == Some(Style::Sup) { w:vertAlign w:val="superscript" {} }
            }
            w:t xml:space="preserve" { (allowed(text)) }
        }
    }
}

/// A paragraph of that style.
pub fn paragraph(style: &str, content: Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (content) } }
}

/// A number that the program which opens the document can count again: `SEQ Table \* ARABIC`.
pub fn field(instruction: &str, shown: &str) -> Markup {
    html! { w:fldSimple w:instr=(format!(" {instruction} ")) { (plain(shown)) } }
}

/// XML 1.0 has no control characters but these.
pub fn allowed(text: &str) -> String {
    let is_allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

/// A part: its root under the head that every part has.
pub fn xml(root: Markup) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{}", root.into_string())
}
