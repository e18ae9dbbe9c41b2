//! An interval on a scale of differences, as wide as its column: places along the scale are percentages, across it pixels.

use maud::{Markup, html};

use super::look;
use crate::report::view::{Interval, Marker, Scale};

/// How far the interval stands below the middle, to leave its number room above.
const BELOW: &str = "translate(0 6.7)";
/// The number stays within the picture, though its estimate may stand at the edge.
const EDGE: f64 = 5.5;
const MARK: &str = "scale(5.9)";

pub fn draw(interval: &Interval, marker: Marker, scale: &Scale) -> Markup {
    let [left, estimate, right] = interval.at;
    // A limit without a bound has no end cap: the line runs out of the picture.
    let (before, after) = if scale.reversed { (interval.high, interval.low) } else { (interval.low, interval.high) };
    let cap = |at: f64| html! { svg x=(percent(at)) y="50%" overflow="visible" { path d="M0-5V5" {} } };
    html! {
        div class="interval" role="img" aria-label=(interval.description) data-look=(look::name(marker)) {
            svg aria-hidden="true" {
                @if let Some([from, to]) = interval.margin {
                    rect class="margin" x=(percent(from)) width=(percent(to - from)) y="0" height="100%" {}
                }
                line class="zero" x1=(percent(scale.zero)) x2=(percent(scale.zero)) y1="0" y2="100%" {}
                g class="range" transform=(BELOW) {
                    line x1=(percent(left)) x2=(percent(right)) y1="50%" y2="50%" {}
                    @if before.is_finite() { (cap(left)) }
                    @if after.is_finite() { (cap(right)) }
                    svg x=(percent(estimate)) y="50%" overflow="visible" {
                        g class="point" data-look=(look::name(marker)) transform=(MARK) { (look::shape(marker)) }
                    }
                }
                text class="estimate" x=(percent(estimate.clamp(EDGE, 100.0 - EDGE))) y="50%" dy="-4" text-anchor="middle" {
                    (interval.label)
                }
            }
        }
    }
}

/// The ticks of the scale, below its intervals.
pub fn ticks(scale: &Scale) -> Markup {
    html! {
        svg class="ticks" aria-hidden="true" {
            @for tick in &scale.ticks {
                line x1=(percent(tick.at)) x2=(percent(tick.at)) y1="0" y2="3.2" {}
                text x=(percent(tick.at)) y="16" text-anchor="middle" { (tick.text) }
            }
        }
    }
}

fn percent(at: f64) -> String {
    format!("{at:.2}%")
}
