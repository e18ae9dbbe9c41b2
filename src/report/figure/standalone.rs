//! A figure as a picture by itself: the same drawing as in the page, with the paint that the style sheets give it there.

use maud::{Markup, PreEscaped, html};

use super::plot::{lines, tenth};
use super::{Figure, Forest, ForestRow, Profile, Scatter, look, profile, scatter};
use crate::report::view::{Interval, Marker, Scale};
use crate::report::words::plain;

const INK: &str = "#14181c";
const INK_2: &str = "#48525a";
const INK_3: &str = "#616b74";
const RULE: &str = "#d6dbdf";
const WASH: &str = "#f4f6f7";
const FONT: &str = "Arial, Helvetica, 'Noto Sans', 'Noto Sans Arabic', sans-serif";
/// The height of a line of letters.
const LINE: f64 = 15.0;

/// A picture, and its size in its own units, which are a browser's pixels.
pub struct Standalone {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

pub fn draw(figure: &Figure) -> Standalone {
    match figure {
        Figure::Profile { profile } => of_profile(profile),
        Figure::Forest { forest } => of_forest(forest),
        Figure::Scatter { scatter } => of_scatter(scatter),
    }
}

fn picture((width, height): (f64, f64), description: &str, content: Markup) -> Standalone {
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(format!("0 0 {width} {height}"))
            font-family=(FONT) font-size="12.5" role="img" {
            title { (description) }
            rect width="100%" height="100%" fill="#ffffff" {}
            (content)
        }
    };
    Standalone { svg: svg.into_string(), width, height }
}

/// What the style sheets say by class, as attributes. Text is escaped and holds no quotation mark, so that nothing in it is
/// taken for an attribute.
fn painted(drawn: Markup) -> Markup {
    let mut svg = drawn.into_string();
    // The inner picture becomes a group of the outer one.
    if let (Some(0), Some(end)) = (svg.find("<svg"), svg.find('>')) {
        svg.replace_range(..=end, "<g>");
        svg = svg.trim_end().trim_end_matches("</svg>").to_owned() + "</g>";
    }
    let grounds = [
        ("class=\"grid\"", format!("stroke=\"{RULE}\"")),
        ("class=\"tick\"", format!("fill=\"{INK_2}\"")),
        ("class=\"occasion\"", format!("fill=\"{INK}\"")),
        ("class=\"target\"", String::new()),
        ("fill=\"transparent\"", "fill=\"none\"".to_owned()),
        ("class=\"area\" fill=\"currentColor\"", format!("fill=\"{WASH}\" stroke=\"{RULE}\"")),
        ("class=\"guide\" stroke=\"currentColor\"", format!("stroke=\"{INK_3}\"")),
        ("class=\"points\" fill=\"currentColor\"", format!("fill=\"{INK_2}\"")),
    ];
    for (class, paint) in grounds {
        svg = svg.replace(class, &paint);
    }
    for (name, colour) in look::COLOURS {
        let series = format!("class=\"series\" data-look=\"{name}\" stroke=\"currentColor\"");
        svg = svg.replace(&series, &format!("stroke=\"{colour}\""));
        svg = svg.replace(
            &format!("class=\"name\" data-look=\"{name}\""),
            &format!("fill=\"{colour}\" font-weight=\"600\""),
        );
        svg = svg.replace(&format!("class=\"point\" data-look=\"{name}\""), &point(name, colour));
    }
    PreEscaped(svg)
}

/// The paint of a mark; the control's is hollow.
fn point(name: &str, colour: &str) -> String {
    match name {
        "0" => format!("fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"0.38\""),
        _ => format!("fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.18\""),
    }
}

fn mark(marker: Marker, x: f64, y: f64, size: f64) -> Markup {
    painted(html! { g class="point" data-look=(look::name(marker)) { (look::mark_at(marker, x, y, size)) } })
}

fn of_profile(profile: &Profile) -> Standalone {
    let (width, height) = profile::WIDE;
    let content = html! {
        text x="0" y="14" fill=(INK_2) { (profile.y_label) }
        g transform="translate(0 24)" { (painted(profile::draw(profile, profile::PlotWidth::Wide))) }
    };
    picture((width, height + 24.0), &profile.description, content)
}

fn of_scatter(scatter: &Scatter) -> Standalone {
    let (width, height) = (scatter::WIDTH, scatter::HEIGHT);
    let legend = if scatter.groups.len() > 1 { LINE + 5.0 } else { 0.0 };
    let step = width / scatter.groups.len().max(1) as f64;
    let content = html! {
        text x="0" y="14" fill=(INK_2) { (scatter.y_label) }
        @if legend > 0.0 {
            @for (place, group) in scatter.groups.iter().enumerate() {
                @let x = 8.0 + place as f64 * step;
                @if let Some(marker) = group.marker { (mark(marker, x, 32.0, 4.5)) }
                text x=(tenth(x + 10.0)) y="36" fill=(INK) { (group.name) }
            }
        }
        g transform=(format!("translate(0 {})", 22.0 + legend)) { (painted(scatter::draw(scatter))) }
    };
    picture((width, height + 22.0 + legend), &scatter.description, content)
}

/// Where a forest plot's scale begins, and how wide the picture is.
const LEFT: f64 = 330.0;
const RIGHT: f64 = 690.0;
const FOREST: f64 = 700.0;
/// As many letters as stand beside the scale.
const LETTERS: usize = 48;
const TOP: f64 = 34.0;

fn of_forest(forest: &Forest) -> Standalone {
    let mut y = TOP;
    let mut rows = Vec::new();
    for row in &forest.rows {
        let label = lines(&plain(&row.label), LETTERS);
        let height = (label.len() as f64 * LINE + 8.0).max(32.0);
        rows.push((row, label, y + height / 2.0, y, height));
        y += height;
    }
    let at = |percent: f64| LEFT + percent / 100.0 * (RIGHT - LEFT);
    let zero = at(forest.scale.zero);
    let content = html! {
        text x=(tenth(LEFT)) y="14" fill=(INK_2) { (forest.ends[0]) }
        text x=(tenth(RIGHT)) y="14" fill=(INK_2) text-anchor="end" { (forest.ends[1]) }
        path d=(format!("M{zero:.1} {TOP:.1}V{y:.1}")) stroke=(INK_3) {}
        @for (row, label, middle, top, height) in &rows { (forest_row(row, label, (*middle, *top, *height), &forest.scale)) }
        path d=(format!("M{LEFT:.1} {y:.1}H{RIGHT:.1}")) stroke=(INK_3) {}
        @for tick in &forest.scale.ticks {
            path d=(format!("M{:.1} {y:.1}v4", at(tick.at))) stroke=(INK_3) {}
            text x=(tenth(at(tick.at))) y=(tenth(y + 18.0)) fill=(INK_2) text-anchor="middle" { (tick.text) }
        }
    };
    picture((FOREST, y + 26.0), &forest.description, content)
}

fn forest_row(row: &ForestRow, label: &[String], (middle, top, height): (f64, f64, f64), scale: &Scale) -> Markup {
    let Interval { low, high, at, label: number, margin, .. } = &row.interval;
    let place = |percent: f64| LEFT + percent / 100.0 * (RIGHT - LEFT);
    let [left, estimate, right] = at.map(place);
    // A limit without a bound has no end cap.
    let (before, after) = if scale.reversed { (high, low) } else { (low, high) };
    let colour = look::colour(row.marker);
    let y = middle + 5.0;
    let first = middle - (label.len() as f64 - 1.0) * LINE / 2.0 + 4.0;
    html! {
        (mark(row.marker, 7.0, first - 4.0, 4.5))
        @for (index, line) in label.iter().enumerate() {
            text x="18" y=(tenth(first + index as f64 * LINE)) fill=(INK) { (line) }
        }
        @if let Some([from, to]) = margin {
            rect x=(tenth(place(*from))) y=(tenth(top)) width=(tenth(place(*to) - place(*from))) height=(tenth(height)) fill=(WASH) {}
        }
        g stroke=(colour) stroke-width="1.6" {
            path d=(format!("M{left:.1} {y:.1}H{right:.1}")) {}
            @if before.is_finite() { path d=(format!("M{left:.1} {:.1}v8", y - 4.0)) {} }
            @if after.is_finite() { path d=(format!("M{right:.1} {:.1}v8", y - 4.0)) {} }
        }
        (mark(row.marker, estimate, y, 4.8))
        text x=(tenth(estimate.clamp(LEFT + 18.0, RIGHT - 18.0))) y=(tenth(y - 8.0)) fill=(INK) font-size="11" font-weight="600"
            text-anchor="middle" { (number) }
    }
}
