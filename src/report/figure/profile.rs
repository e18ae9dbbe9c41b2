//! The profile plot: means and intervals per arm over the occasions.

use maud::{Markup, html};

use super::plot::{PlotFrame, apart, clipped, lines, path, tenth};
use super::{Point, Profile, Series, look};

/// Sideways distance between the arms, so that their intervals do not cover each other.
const DODGE: f64 = 9.0;
const NAME_GAP: f64 = 16.0;
const LINE: f64 = 15.0;
const SIZE: f64 = 5.6;
/// About half the width of a letter of an occasion's name.
const LETTER: f64 = 6.6;

/// The size of the picture for a wide column.
pub const WIDE: (f64, f64) = (700.0, 330.0);

/// The picture for a wide column, with the arms' names beside their lines, and for a narrow one, below a legend.
/// The style sheet shows the one that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotWidth {
    Wide,
    Narrow,
}

struct Plot<'a> {
    profile: &'a Profile,
    frame: PlotFrame,
}

pub fn draw(profile: &Profile, width: PlotWidth) -> Markup {
    let (name, full, height) = match width {
        PlotWidth::Wide => ("wide", WIDE.0, WIDE.1),
        PlotWidth::Narrow => ("narrow", 360.0, 290.0),
    };
    let room = if width == PlotWidth::Wide { room_for_names(&profile.series) } else { 10.0 };
    let plot = Plot { profile, frame: PlotFrame { left: 38.0, right: full - room, top: 12.0, bottom: height - 34.0 } };
    html! {
        svg data-width=(name) viewBox=(format!("0 0 {full} {height}")) aria-hidden="true" {
            (plot.frame.upright_axis(&profile.y_ticks, profile.y_domain))
            (plot.occasions())
            @for (index, series) in profile.series.iter().enumerate() { (plot.series(series, index)) }
            @if width == PlotWidth::Wide && profile.series.len() > 1 { (plot.names()) }
        }
    }
}

/// Room for the longest name, by its letters; nobody measures the text itself.
fn room_for_names(series: &[Series]) -> f64 {
    let longest = series.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
    if series.len() < 2 { 16.0 } else { (40.0 + longest as f64 * 7.4).min(200.0) }
}

impl Plot<'_> {
    fn x(&self, occasion: usize) -> f64 {
        let last = self.profile.occasions.len() as f64 - 1.0;
        let across = if last <= 0.0 { [-1.0, 1.0] } else { [-0.28, last + 0.28] };
        self.frame.x(occasion as f64, across)
    }

    fn y(&self, value: f64) -> f64 {
        self.frame.y(value, self.profile.y_domain)
    }

    /// Centred: the middle arm stands on the occasion itself.
    fn dodge(&self, index: usize) -> f64 {
        (index as f64 - (self.profile.series.len() as f64 - 1.0) / 2.0) * DODGE
    }

    fn occasions(&self) -> Markup {
        let names = &self.profile.occasions;
        // A picture's width over a letter's is a small positive number.
        let letters = ((self.frame.right - self.frame.left) / (names.len() as f64 * LETTER)).max(5.0) as usize;
        html! {
            @for (index, name) in names.iter().enumerate() {
                @for (row, line) in lines(name, letters).iter().enumerate() {
                    text class="occasion" x=(tenth(self.x(index))) y=(tenth(self.frame.bottom + 24.0 + row as f64 * LINE))
                        text-anchor="middle" { (line) }
                }
            }
        }
    }

    /// The line, its intervals, its marks, and what is said of each where one points at it.
    fn series(&self, series: &Series, index: usize) -> Markup {
        let known: Vec<&Point> = series.points.iter().filter(|point| point.mean.is_finite()).collect();
        let place = |point: &Point| [self.x(point.occasion) + self.dodge(index), self.y(point.mean)];
        let is_bounded = |point: &&&Point| point.low.is_finite() && point.high.is_finite();
        let marker = series.marker;
        html! {
            g class="series" data-look=(look::name(marker)) stroke="currentColor" {
                path fill="none" stroke-width="2" stroke-dasharray=(look::dash(marker))
                    d=(path(known.iter().map(|point| place(point)))) {}
                @for point in known.iter().filter(is_bounded) {
                    path stroke-width="1.5"
                        d=(format!("M{:.1} {:.1}V{:.1}", place(point)[0], self.y(point.low), self.y(point.high))) {}
                }
            }
            g class="point" data-look=(look::name(marker)) {
                @for point in &known {
                    @let [x, y] = place(point);
                    (look::mark_at(marker, x, y, SIZE))
                }
            }
            @for point in &known {
                @let [x, y] = place(point);
                circle class="target" cx=(tenth(x)) cy=(tenth(y)) r="16" fill="transparent" { title { (point.description) } }
            }
        }
    }

    /// The arms' names beside the ends of their lines, moved apart where they would touch.
    fn names(&self) -> Markup {
        let end =
            |series: &Series| series.points.iter().rfind(|point| point.mean.is_finite()).map(|end| self.y(end.mean));
        let mut ends: Vec<(f64, &Series)> =
            self.profile.series.iter().filter_map(|series| Some((end(series)? - self.frame.top, series))).collect();
        ends.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let places: Vec<f64> = ends.iter().map(|(place, _)| *place).collect();
        let places = apart(&places, NAME_GAP, self.frame.bottom - self.frame.top);
        let last = self.profile.occasions.len().saturating_sub(1);
        let left = self.x(last) + self.dodge(self.profile.series.len() - 1) + 14.0;
        html! {
            @for ((_, series), place) in ends.iter().zip(places) {
                g class="name" data-look=(look::name(series.marker)) {
                    text x=(tenth(left)) y=(tenth(self.frame.top + place)) dy="0.32em" {
                        (clipped(&series.name)) title { (series.name) }
                    }
                }
            }
        }
    }
}
