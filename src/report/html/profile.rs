//! The profile plot as SVG: means and intervals per arm over the occasions, at the positions that the view-model gives.

use super::markup::{escape, inline, mark};
use crate::report::view::{Marker, Point, Profile, Series};

const WIDTH: f64 = 700.0;
const HEIGHT: f64 = 340.0;
/// Room for the axis at the left and bottom and for the arms' names at the right.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 30.0;
/// Points of neighbouring arms stand this far apart sideways.
const DODGE: f64 = 9.0;

pub fn render(profile: &Profile, outcome: &str) -> String {
    let series: String = profile.series.iter().enumerate().map(|(index, one)| line(profile, one, index)).collect();
    format!(
        "<figure class=\"fig withnote\"><svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\
         <text x=\"0\" y=\"12\">{}</text>{}{}{series}</svg>\n\
         <figcaption class=\"note\"><b>Figure {}.</b> {} <a href=\"#{}-{}\">Numbers</a></figcaption></figure>\n",
        escape(&profile.description),
        escape(&profile.y_label),
        value_axis(profile),
        occasion_axis(profile),
        profile.number,
        inline(&profile.caption),
        escape(outcome),
        escape(&profile.table)
    )
}

fn value_axis(profile: &Profile) -> String {
    let tick = |at: f64, text: &str| {
        let y = HEIGHT - BOTTOM - at / 100.0 * (HEIGHT - TOP - BOTTOM);
        let end = WIDTH - RIGHT + DODGE;
        format!(
            "<path class=\"ax\" d=\"M{LEFT} {y:.1}H{end:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 8.0,
            y + 4.0,
            escape(text)
        )
    };
    profile.y_ticks.iter().map(|one| tick(one.at, &one.text)).collect()
}

fn occasion_axis(profile: &Profile) -> String {
    let label = |(index, name): (usize, &String)| {
        format!(
            "<text class=\"v\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            x(profile, index),
            HEIGHT - 8.0,
            escape(name)
        )
    };
    profile.occasions.iter().enumerate().map(label).collect()
}

fn line(profile: &Profile, series: &Series, index: usize) -> String {
    let (class, symbol) = mark(series.marker);
    // Centred: the middle arm stands on the occasion itself.
    let shift = (index as f64 - (profile.series.len() as f64 - 1.0) / 2.0) * DODGE;
    let place = |point: &Point| (x(profile, point.occasion) + shift, y(profile, point.mean));
    let path: Vec<String> = series.points.iter().map(place).map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let marks: String = series
        .points
        .iter()
        .map(|point| {
            let (x, at) = place(point);
            let (low, high) = (y(profile, point.low), y(profile, point.high));
            let bar = if point.low.is_finite() && point.high.is_finite() {
                format!("<path class=\"eb\" d=\"M{x:.1} {low:.1}V{high:.1}\"/>")
            } else {
                String::new()
            };
            format!(
                "{bar}<use href=\"#{symbol}\" x=\"{:.1}\" y=\"{:.1}\" width=\"12\" height=\"12\"><title>{}</title></use>",
                x - 6.0,
                at - 6.0,
                escape(&point.description)
            )
        })
        .collect();
    let dash = matches!(series.marker, Marker::Arm { index: 0 });
    let name = match series.points.last().map(place) {
        Some((x, y)) if profile.series.len() > 1 => {
            format!("<text class=\"k\" x=\"{:.1}\" y=\"{:.1}\">{}</text>", x + 24.0, y + 4.0, escape(&series.name))
        }
        _ => String::new(),
    };
    format!(
        "<g class=\"{class}\"><path class=\"ln{}\" d=\"M{}\"/>{marks}{name}</g>",
        if dash { " dotted" } else { "" },
        path.join("L")
    )
}

fn x(profile: &Profile, occasion: usize) -> f64 {
    let n = profile.occasions.len() as f64;
    LEFT + (occasion as f64 + 0.5) / n.max(1.0) * (WIDTH - LEFT - RIGHT)
}

fn y(profile: &Profile, value: f64) -> f64 {
    let [low, high] = profile.y_domain;
    HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
}
