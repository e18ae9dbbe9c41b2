//! Points against each other as SVG, at the positions that the view-model gives.

use super::markup::{escape, glyph, inline, look, shape};
use crate::report::view::{GuideKind, GuideLine, Labels, PointGroup, Scatter};

const WIDTH: f64 = 440.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 44.0;

pub fn render(scatter: &Scatter, outcome: &str, labels: &Labels) -> String {
    let areas: String = scatter.areas.iter().map(|corners| area(scatter, corners)).collect();
    let lines: String = scatter.lines.iter().map(|line| guide(scatter, line)).collect();
    let points: String = scatter.groups.iter().map(|group| marks(scatter, group)).collect();
    format!(
        "<figure class=\"figure\" data-kind=\"scatter\"><div class=\"picture\"><p class=\"y-label\">{}</p>{}<div class=\"plot\">\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">{areas}{}{lines}{points}</svg></div></div>\n\
         <figcaption><b>{} {}.</b> {} <a href=\"#{}-{}\">{}</a></figcaption></figure>\n",
        escape(&scatter.y_label),
        legend(scatter),
        escape(&scatter.description),
        axes(scatter),
        escape(&labels.figure),
        scatter.number,
        inline(&scatter.caption),
        escape(outcome),
        escape(&scatter.table),
        escape(&labels.numbers)
    )
}

/// The names of the groups beside their marks, where there are several.
fn legend(scatter: &Scatter) -> String {
    if scatter.groups.len() < 2 {
        return String::new();
    }
    let entry =
        |group: &PointGroup| format!("<li>{}{}</li>", group.marker.map(glyph).unwrap_or_default(), escape(&group.name));
    let entries: String = scatter.groups.iter().map(entry).collect();
    format!("<ul class=\"legend\" aria-hidden=\"true\">{entries}</ul>")
}

fn area(scatter: &Scatter, corners: &[[f64; 2]]) -> String {
    format!("<path class=\"area\" fill=\"currentColor\" d=\"{}Z\"/>", path(scatter, corners))
}

fn guide(scatter: &Scatter, line: &GuideLine) -> String {
    let dash = match line.kind {
        GuideKind::Expected => "",
        GuideKind::Limit => " stroke-dasharray=\"6 4\"",
    };
    format!("<path class=\"guide\" stroke=\"currentColor\"{dash} d=\"{}\"/>", path(scatter, &line.ends))
}

fn marks(scatter: &Scatter, group: &PointGroup) -> String {
    let mark = |at: &[f64; 2]| {
        let (x, y) = place(scatter, *at);
        match group.marker {
            None => format!("<circle class=\"points\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\" fill=\"currentColor\"/>"),
            Some(marker) => format!(
                "<g class=\"mark\" data-look=\"{}\" transform=\"translate({x:.1} {y:.1}) scale(4)\">{}</g>",
                look(marker),
                shape(marker)
            ),
        }
    };
    let drawn: String = group.points.iter().map(mark).collect();
    match group.marker {
        None => drawn,
        Some(marker) => format!("<g class=\"look-{}\">{drawn}</g>", look(marker)),
    }
}

fn path(scatter: &Scatter, places: &[[f64; 2]]) -> String {
    let spelled = |at: &[f64; 2]| {
        let (x, y) = place(scatter, *at);
        format!("{x:.1} {y:.1}")
    };
    format!("M{}", places.iter().map(spelled).collect::<Vec<_>>().join("L"))
}

fn axes(scatter: &Scatter) -> String {
    let mut out = String::new();
    for tick in &scatter.y_ticks {
        let (_, y) = place(scatter, [scatter.x_domain[0], tick.value]);
        out.push_str(&format!(
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{:.1}\"/><text class=\"tick\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            y + 4.0,
            escape(&tick.text)
        ));
    }
    for tick in &scatter.x_ticks {
        let (x, _) = place(scatter, [tick.value, scatter.y_domain[0]]);
        out.push_str(&text(x, HEIGHT - BOTTOM + 16.0, &tick.text));
    }
    out.push_str(&text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8.0, &scatter.x_label));
    out
}

fn text(x: f64, y: f64, label: &str) -> String {
    format!("<text class=\"tick\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{}</text>", escape(label))
}

fn place(scatter: &Scatter, [x, y]: [f64; 2]) -> (f64, f64) {
    let share = |value: f64, [low, high]: [f64; 2]| (value - low) / (high - low);
    (
        LEFT + share(x, scatter.x_domain) * (WIDTH - LEFT - RIGHT),
        HEIGHT - BOTTOM - share(y, scatter.y_domain) * (HEIGHT - TOP - BOTTOM),
    )
}
