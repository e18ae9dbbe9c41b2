//! The profile in miniature, for a list of outcomes.

use maud::{Markup, html};

use super::look;
use crate::report::view::{Marker, Spark};

const WIDTH: f64 = 44.0;
const HEIGHT: f64 = 22.0;

pub fn draw(spark: &Spark) -> Markup {
    // Percent from the left and from the bottom, with room for the stroke.
    let place = |[x, y]: &[f64; 2]| {
        format!("{:.2} {:.2}", 1.0 + x / 100.0 * (WIDTH - 2.0), HEIGHT - 2.0 - y / 100.0 * (HEIGHT - 4.0))
    };
    html! {
        svg class="spark" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) aria-hidden="true" {
            @for line in &spark.lines {
                polyline data-look=(look::name(Marker::Arm { index: line.arm }))
                    points=(line.points.iter().map(place).collect::<Vec<_>>().join(" ")) {}
            }
        }
    }
}
