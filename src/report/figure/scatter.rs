//! Scatter plots with their reference lines.

use maud::{Markup, html};

use super::plot::{PlotFrame, path, tenth};
use super::{GuideKind, PointGroup, Scatter, look};

/// A plot that is read along its diagonal only gets flatter when it is wider than this.
pub const WIDTH: f64 = 440.0;
pub const HEIGHT: f64 = 317.0;
const FRAME: PlotFrame = PlotFrame { left: 44.0, right: WIDTH - 12.0, top: 12.0, bottom: HEIGHT - 42.0 };
const DOT: &str = "2.6";
const MARK: f64 = 4.0;

pub fn draw(scatter: &Scatter) -> Markup {
    let place = |at: &[f64; 2]| place(scatter, *at);
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) aria-hidden="true" {
            @for corners in &scatter.areas {
                path class="area" fill="currentColor" d=(path(corners.iter().map(place)) + "Z") {}
            }
            (FRAME.upright_axis(&scatter.y_ticks, scatter.y_domain))
            @for tick in &scatter.x_ticks {
                text class="tick" x=(tenth(FRAME.x(tick.value, scatter.x_domain))) y=(tenth(FRAME.bottom + 18.0))
                    text-anchor="middle" { (tick.text) }
            }
            text class="tick" x=(tenth((FRAME.left + FRAME.right) / 2.0)) y=(tenth(FRAME.bottom + 36.0))
                text-anchor="middle" { (scatter.x_label) }
            @for line in &scatter.lines {
                path class="guide" stroke="currentColor" stroke-dasharray=(dash(line.kind))
                    d=(path(line.ends.iter().map(place))) {}
            }
            @for group in &scatter.groups { (marks(scatter, group)) }
        }
    }
}

fn dash(kind: GuideKind) -> &'static str {
    match kind {
        GuideKind::Expected => "",
        GuideKind::Limit => "6 4",
    }
}

fn marks(scatter: &Scatter, group: &PointGroup) -> Markup {
    let places = group.points.iter().map(|at| place(scatter, *at));
    match group.marker {
        None => html! {
            g class="points" fill="currentColor" {
                @for [x, y] in places { circle cx=(tenth(x)) cy=(tenth(y)) r=(DOT) {} }
            }
        },
        Some(marker) => html! {
            g class="point" data-look=(look::name(marker)) {
                @for [x, y] in places { (look::mark_at(marker, x, y, MARK)) }
            }
        },
    }
}

fn place(scatter: &Scatter, [x, y]: [f64; 2]) -> [f64; 2] {
    [FRAME.x(x, scatter.x_domain), FRAME.y(y, scatter.y_domain)]
}
