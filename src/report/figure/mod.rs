//! Figures: what they show as data, and their geometry as SVG, drawn once for the page, the files and the print.

pub mod interval;
pub mod look;
mod plot;
pub mod profile;
pub mod scatter;
pub mod spark;
pub mod standalone;

use serde::Serialize;

use super::marks::{Interval, Marker, Scale, Text, Tick, finite};

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Figure {
    Profile { profile: Profile },
    Forest { forest: Forest },
    Scatter { scatter: Scatter },
}

/// Estimates of the same thing by several methods, on one scale. Better is to the right.
#[derive(Clone, Debug, Serialize)]
pub struct Forest {
    pub id: String,
    pub number: usize,
    pub caption: Text,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    /// The id of the table that holds its numbers.
    pub table: String,
    pub scale: Scale,
    /// What the two ends of the scale mean, left and right.
    pub ends: [String; 2],
    pub rows: Vec<ForestRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ForestRow {
    pub label: Text,
    pub marker: Marker,
    pub interval: Interval,
}

/// Points against each other, with what they are read against: lines and areas. A Q–Q plot, scores before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Scatter {
    pub id: String,
    pub number: usize,
    pub caption: Text,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    /// The id of the table that goes with it.
    pub table: String,
    pub x_label: String,
    pub y_label: String,
    pub x_domain: [f64; 2],
    pub y_domain: [f64; 2],
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub groups: Vec<PointGroup>,
    pub lines: Vec<GuideLine>,
    /// The corners of each area, in the order in which they are joined; within the domains.
    pub areas: Vec<Vec<[f64; 2]>>,
}

/// Points that are marked alike.
#[derive(Clone, Debug, Serialize)]
pub struct PointGroup {
    /// `None`: dots, in no arm's colour.
    pub marker: Option<Marker>,
    pub name: String,
    pub points: Vec<[f64; 2]>,
}

/// A straight line that points are read against.
#[derive(Clone, Debug, Serialize)]
pub struct GuideLine {
    pub kind: GuideKind,
    pub ends: [[f64; 2]; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GuideKind {
    /// Where points would lie: drawn through.
    Expected,
    /// Where something begins: dashed.
    Limit,
}

/// Means and 95 % confidence intervals per arm over the occasions.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    pub id: String,
    pub number: usize,
    pub caption: Text,
    /// What the picture shows, in a sentence or two, for those who do not see it.
    pub description: String,
    /// The id of the table that holds its numbers.
    pub table: String,
    pub y_label: String,
    pub y_domain: [f64; 2],
    pub y_ticks: Vec<Tick>,
    pub occasions: Vec<String>,
    pub series: Vec<Series>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Series {
    pub marker: Marker,
    pub name: String,
    pub points: Vec<Point>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// An index into `occasions`.
    pub occasion: usize,
    /// `null` as JSON where nobody was measured; the limits, where there is no bound.
    #[serde(serialize_with = "finite")]
    pub mean: f64,
    #[serde(serialize_with = "finite")]
    pub low: f64,
    #[serde(serialize_with = "finite")]
    pub high: f64,
    /// For those who point at it: "Compassion, posttest: 69.4, 95% CI 63.8 to 75.0".
    pub description: String,
}
