//! The profile plot as SVG: means and intervals per arm over the occasions, at the positions that the view-model gives.

use super::markup::{escape, inline, look, shape};
use crate::report::view::{Labels, Point, Profile, Series};

const WIDTH: f64 = 700.0;
const HEIGHT: f64 = 340.0;
/// Room for the axis at the left and bottom and for the arms' names at the right.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 30.0;
/// Points of neighbouring arms stand this far apart sideways.
const DODGE: f64 = 9.0;

/// Names at the ends of the lines stand at least this far apart.
const NAME_HEIGHT: f64 = 16.0;

/// How each look's line is broken; the control's is dotted.
const DASHES: [&str; 7] = ["2 4", "", "9 4", "1 3", "12 3 2 3", "6 2", "3 3"];

pub fn render(profile: &Profile, outcome: &str, labels: &Labels) -> String {
    let series: String = profile.series.iter().enumerate().map(|(index, one)| line(profile, one, index)).collect();
    format!(
        "<figure class=\"figure\"><div class=\"picture\"><p class=\"y-label\">{}</p><div class=\"plot\">\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">{}{}{series}{}</svg></div></div>\n\
         <figcaption><b>{} {}.</b> {} <a href=\"#{}-{}\">{}</a></figcaption></figure>\n",
        escape(&profile.y_label),
        escape(&profile.description),
        value_axis(profile),
        occasion_axis(profile),
        names(profile),
        escape(&labels.figure),
        profile.number,
        inline(&profile.caption),
        escape(outcome),
        escape(&profile.table),
        escape(&labels.numbers)
    )
}

fn value_axis(profile: &Profile) -> String {
    let tick = |at: f64, text: &str| {
        let y = HEIGHT - BOTTOM - at / 100.0 * (HEIGHT - TOP - BOTTOM);
        let end = WIDTH - RIGHT + DODGE;
        format!(
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{end:.1}\"/><text class=\"tick\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
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
            "<text class=\"occasion\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            x(profile, index),
            HEIGHT - 8.0,
            escape(&clipped(name))
        )
    };
    profile.occasions.iter().enumerate().map(label).collect()
}

fn line(profile: &Profile, series: &Series, index: usize) -> String {
    let look = look(series.marker);
    let dash = look.parse::<usize>().ok().and_then(|look| DASHES.get(look)).copied().unwrap_or_default();
    let place = |point: &Point| (x(profile, point.occasion) + dodge(profile, index), y(profile, point.mean));
    let path: Vec<String> = series.points.iter().map(place).map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let marks: String = series
        .points
        .iter()
        .map(|point| {
            let (x, at) = place(point);
            let (low, high) = (y(profile, point.low), y(profile, point.high));
            let bar = if point.low.is_finite() && point.high.is_finite() {
                format!("<path stroke=\"currentColor\" stroke-width=\"1.5\" d=\"M{x:.1} {low:.1}V{high:.1}\"/>")
            } else {
                String::new()
            };
            format!(
                "{bar}<g class=\"mark\" data-look=\"{look}\" transform=\"translate({x:.1} {at:.1}) scale(5.6)\">{}<title>{}</title></g>",
                shape(series.marker),
                escape(&point.description)
            )
        })
        .collect();
    format!(
        "<g class=\"look-{look}\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"{dash}\" \
         d=\"M{}\"/>{marks}</g>",
        path.join("L")
    )
}

/// Centred: the middle arm stands on the occasion itself.
fn dodge(profile: &Profile, index: usize) -> f64 {
    (index as f64 - (profile.series.len() as f64 - 1.0) / 2.0) * DODGE
}

/// The arms' names beside their last points, pushed apart where they would cover each other.
fn names(profile: &Profile) -> String {
    if profile.series.len() < 2 {
        return String::new();
    }
    let mut ends: Vec<(f64, &Series)> = Vec::new();
    for (point, series) in profile.series.iter().filter_map(|series| Some((series.points.last()?, series))) {
        let at = y(profile, point.mean);
        let above = ends.partition_point(|(other, _)| other.total_cmp(&at).is_le());
        ends.insert(above, (at, series));
    }
    let left = WIDTH - RIGHT + 2.0 * DODGE;
    let mut lowest = f64::NEG_INFINITY;
    let mut text = String::new();
    for (at, series) in ends {
        lowest = at.max(lowest + NAME_HEIGHT);
        text.push_str(&format!(
            "<g class=\"label look-{}\"><text x=\"{left:.1}\" y=\"{:.1}\">{}</text></g>",
            look(series.marker),
            lowest + 4.0,
            escape(&clipped(&series.name))
        ));
    }
    text
}

/// A name as it fits into the picture: its whole stands in the table.
fn clipped(name: &str) -> String {
    const LONGEST: usize = 24;
    if name.chars().nth(LONGEST).is_none() {
        return name.into();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn x(profile: &Profile, occasion: usize) -> f64 {
    let n = profile.occasions.len() as f64;
    LEFT + (occasion as f64 + 0.5) / n.max(1.0) * (WIDTH - LEFT - RIGHT)
}

fn y(profile: &Profile, value: f64) -> f64 {
    let [low, high] = profile.y_domain;
    HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
}
