//! User text becomes markup here and nowhere else; and the marks of the arms.

use crate::report::view::{Marker, Style, Text};

/// How many looks there are for arms: the control's own, and the others that come round again.
const LOOKS: usize = 7;

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

/// The name of a look, as the style sheets know it: `0` to `6`, or `contrast`.
pub fn look(marker: Marker) -> String {
    match marker {
        Marker::Arm { index: 0 } => "0".into(),
        Marker::Arm { index } => ((index - 1) % (LOOKS - 1) + 1).to_string(),
        Marker::Contrast => "contrast".into(),
    }
}

/// The shape of a look, in a box from −1 to 1: a hollow square for the control, then circle, triangles, cross, hexagon.
pub fn shape(marker: Marker) -> &'static str {
    match look(marker).as_str() {
        "0" | "6" => "<rect x=\"-0.8\" y=\"-0.8\" width=\"1.6\" height=\"1.6\"/>",
        "1" => "<circle r=\"0.92\"/>",
        "2" => "<path d=\"M0-1 1 .8H-1z\"/>",
        "3" => "<path d=\"M0 1 1-.8H-1z\"/>",
        "4" => "<path d=\"M-.34-1H.34V-.34H1V.34H.34V1H-.34V.34H-1V-.34H-.34z\"/>",
        "5" => "<path d=\"M0-1 .87-.5V.5L0 1-.87.5V-.5z\"/>",
        _ => "<path d=\"M0-1.05 1.05 0 0 1.05-1.05 0z\"/>",
    }
}

/// A mark as an inline picture.
pub fn glyph(marker: Marker) -> String {
    format!(
        "<svg class=\"mark look-{look}\" data-look=\"{look}\" viewBox=\"-1.1 -1.1 2.2 2.2\" aria-hidden=\"true\">{shape}</svg>",
        look = look(marker),
        shape = shape(marker)
    )
}
