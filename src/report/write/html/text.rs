//! A text's marks as elements. `maud` escapes what stands in them: the one way by which user text becomes markup.

use maud::{Markup, html};

use crate::report::view::{Span, Style};

pub fn inline(text: &[Span]) -> Markup {
    html! { @for span in text { (marked(span)) } }
}

fn marked(span: &Span) -> Markup {
    let text = &span.text;
    match span.style {
        Style::Plain => html! { (text) },
        Style::Italic => html! { i { (text) } },
        Style::Strong => html! { b { (text) } },
        Style::Code => html! { code { (text) } },
        Style::Sub => html! { sub { (text) } },
        Style::Sup => html! { sup { (text) } },
    }
}
