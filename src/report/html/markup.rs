//! User text becomes markup here and nowhere else.

use crate::report::view::{Marker, Style, Text};

/// The marks of the arms: the control is a hollow square; then circle, triangle, and so on. A contrast is a diamond.
pub const SYMBOLS: &str = concat!(
    "<svg width=\"0\" height=\"0\" class=\"symbols\" aria-hidden=\"true\"><defs>",
    "<symbol id=\"m0\" viewBox=\"0 0 12 12\"><rect x=\"1.6\" y=\"1.6\" width=\"8.8\" height=\"8.8\" class=\"hollow\"/></symbol>",
    "<symbol id=\"m1\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"5.2\"/></symbol>",
    "<symbol id=\"m2\" viewBox=\"0 0 12 12\"><path d=\"M6 .6 11.6 11H.4z\"/></symbol>",
    "<symbol id=\"m3\" viewBox=\"0 0 12 12\"><path d=\"M.4 1h11.2L6 11.4z\"/></symbol>",
    "<symbol id=\"m4\" viewBox=\"0 0 12 12\"><path d=\"M4 .6h4v3.4h3.4v4H8v3.4H4V8H.6V4H4z\"/></symbol>",
    "<symbol id=\"mc\" viewBox=\"0 0 12 12\"><path d=\"M6 0 12 6 6 12 0 6z\"/></symbol>",
    "</defs></svg>"
);

/// How many marks and colours there are for arms; after the last they repeat from the first intervention.
const ARM_MARKS: usize = 5;

/// Text as HTML: the one escaping function.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

pub fn inline(text: &Text) -> String {
    text.iter()
        .map(|span| {
            let inside = escape(&span.text);
            match span.style {
                Style::Plain => inside,
                Style::Italic => format!("<i>{inside}</i>"),
                Style::Strong => format!("<b>{inside}</b>"),
                Style::Code => format!("<code>{inside}</code>"),
                Style::Sub => format!("<sub>{inside}</sub>"),
                Style::Sup => format!("<sup>{inside}</sup>"),
            }
        })
        .collect()
}

/// The class that colours a mark and the id of its symbol.
pub fn mark(marker: Marker) -> (String, String) {
    match marker {
        Marker::Contrast => ("a-contrast".into(), "mc".into()),
        Marker::Arm { index } => {
            let kind = if index == 0 { 0 } else { 1 + (index - 1) % (ARM_MARKS - 1) };
            (format!("a{kind}"), format!("m{kind}"))
        }
    }
}

/// A mark as an inline picture.
pub fn glyph(marker: Marker) -> String {
    let (class, symbol) = mark(marker);
    format!("<svg class=\"m {class}\" aria-hidden=\"true\"><use href=\"#{symbol}\"/></svg>")
}
