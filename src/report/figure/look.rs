//! How arms are distinguished other than by colour: the shape of the mark and the dash of the line.

use maud::{Markup, html};

use crate::report::view::Marker;

/// A shape in a box from −1 to 1, and how the line is broken.
struct Look {
    name: &'static str,
    shape: Shape,
    dash: &'static str,
}

enum Shape {
    Circle,
    Path(&'static str),
}

const SQUARE: Shape = Shape::Path("M-.8-.8H.8V.8H-.8z");
const CROSS: Shape = Shape::Path("M-.34-1H.34V-.34H1V.34H.34V1H-.34V.34H-1V-.34H-.34z");

/// The control's look: a hollow square on a dotted line.
const CONTROL: Look = Look { name: "0", shape: SQUARE, dash: "2 4" };

/// The looks of the other arms, which come round again after the last.
const ARMS: [Look; 6] = [
    Look { name: "1", shape: Shape::Circle, dash: "" },
    Look { name: "2", shape: Shape::Path("M0-1 1 .8H-1z"), dash: "9 4" },
    Look { name: "3", shape: Shape::Path("M0 1 1-.8H-1z"), dash: "1 3" },
    Look { name: "4", shape: CROSS, dash: "12 3 2 3" },
    Look { name: "5", shape: Shape::Path("M0-1 .87-.5V.5L0 1-.87.5V-.5z"), dash: "6 2" },
    Look { name: "6", shape: SQUARE, dash: "3 3" },
];

/// A contrast of two arms: a diamond.
const CONTRAST: Look = Look { name: "contrast", shape: Shape::Path("M0-1.05 1.05 0 0 1.05-1.05 0z"), dash: "" };

fn look(marker: Marker) -> &'static Look {
    match marker {
        Marker::Contrast => &CONTRAST,
        Marker::Arm { index } => match index.checked_sub(1) {
            None => &CONTROL,
            Some(other) => &ARMS[other % ARMS.len()],
        },
    }
}

/// The colours of the looks on white, as the page's style sheets have them.
pub const COLOURS: [(&str, &str); 8] = [
    ("0", "#5c656d"),
    ("1", "#0a62a8"),
    ("2", "#b54800"),
    ("3", "#84388a"),
    ("4", "#6f5b00"),
    ("5", "#00697b"),
    ("6", "#a02556"),
    ("contrast", "#14181c"),
];

/// The colour of a mark on white.
pub fn colour(marker: Marker) -> &'static str {
    let own = look(marker).name;
    COLOURS.iter().find(|(name, _)| *name == own).map_or("#14181c", |(_, colour)| colour)
}

/// The name of a look, as the style sheets know it: `0` to `6`, or `contrast`.
pub fn name(marker: Marker) -> &'static str {
    look(marker).name
}

pub fn dash(marker: Marker) -> &'static str {
    look(marker).dash
}

pub fn shape(marker: Marker) -> Markup {
    match look(marker).shape {
        Shape::Circle => html! { circle r="0.92" {} },
        Shape::Path(outline) => html! { path d=(outline) {} },
    }
}

/// The mark as a small picture beside a name that says the same.
pub fn mark(marker: Marker) -> Markup {
    html! {
        svg class="mark" data-look=(name(marker)) viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true" { (shape(marker)) }
    }
}

/// The mark inside a larger picture, this far from its middle to its edge.
pub fn mark_at(marker: Marker, x: f64, y: f64, size: f64) -> Markup {
    html! {
        g transform=(format!("translate({x:.1} {y:.1}) scale({size})")) { (shape(marker)) }
    }
}
