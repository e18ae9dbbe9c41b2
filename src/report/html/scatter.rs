//! Points against each other as SVG, at the positions that the view-model gives.

use super::markup::{escape, inline};
use crate::report::view::{Labels, Scatter};

const WIDTH: f64 = 440.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 44.0;

pub fn render(scatter: &Scatter, outcome: &str, labels: &Labels) -> String {
    let points: String = scatter
        .points
        .iter()
        .map(|&at| place(scatter, at))
        .map(|(x, y)| format!("<circle class=\"points\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\" fill=\"currentColor\"/>"))
        .collect();
    let [start, end] = scatter.line.map(|at| place(scatter, at));
    format!(
        "<figure class=\"figure\" data-kind=\"scatter\"><div class=\"picture\"><p class=\"y-label\">{}</p><div class=\"plot\">\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">{}\
         <path class=\"guide\" stroke=\"currentColor\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>{points}</svg></div></div>\n\
         <figcaption><b>{} {}.</b> {} <a href=\"#{}-{}\">{}</a></figcaption></figure>\n",
        escape(&scatter.y_label),
        escape(&scatter.description),
        axes(scatter),
        start.0,
        start.1,
        end.0,
        end.1,
        escape(&labels.figure),
        scatter.number,
        inline(&scatter.caption),
        escape(outcome),
        escape(&scatter.table),
        escape(&labels.numbers)
    )
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
