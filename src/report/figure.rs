//! Figures of the view-model: finished labels and positions, drawn by the page and by the files.

use serde::Serialize;

use super::view::{Interval, Marker, Scale, Text, Tick};

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Figure {
    Profile { profile: Profile },
    Forest { forest: Forest },
    Scatter { scatter: Scatter },
}

/// Estimates of the same thing by several methods, on one scale. Better is to the right.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ForestRow {
    pub label: Text,
    pub marker: Marker,
    pub interval: Interval,
}

/// Points against each other, with a line that they would follow: a Q–Q plot.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
    pub points: Vec<[f64; 2]>,
    /// The two ends of the line.
    pub line: [[f64; 2]; 2],
}

/// Means and 95 % confidence intervals per arm over the occasions.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Series {
    pub marker: Marker,
    pub name: String,
    pub points: Vec<Point>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Point {
    /// An index into `occasions`.
    pub occasion: usize,
    /// `null` as JSON where nobody was measured; the limits, where there is no bound.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub mean: f64,
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub low: f64,
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub high: f64,
    /// For those who point at it: "Compassion, posttest: 69.4, 95% CI 63.8 to 75.0".
    pub description: String,
}
