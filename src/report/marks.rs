//! What figures share with the rest of the report: text with its marks, scales, intervals, markers, lines in miniature.

use serde::{Serialize, Serializer};

/// A text with marked spans. User text is never parsed for markup.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type Text = Vec<Span>;

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Span {
    pub text: String,
    pub style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Style {
    Plain,
    /// Statistical symbols.
    Italic,
    Strong,
    /// The user's own names: columns, cells.
    Code,
    Sub,
    Sup,
}

/// A scale of differences. Positions are percentages from the left; better is always to the right.
#[derive(Clone, Debug, Serialize)]
pub struct Scale {
    /// True where lower is better: the scale then runs from high to low.
    pub reversed: bool,
    pub zero: f64,
    pub ticks: Vec<Tick>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    pub value: f64,
    pub text: String,
    /// Percent from the left (from the bottom, on an upright axis).
    pub at: f64,
}

/// An estimate with its limits, and where they stand on the scale. Limits without a bound are drawn to the edge.
#[derive(Clone, Debug, Serialize)]
pub struct Interval {
    pub estimate: f64,
    /// `null` as JSON where there is no bound.
    #[serde(serialize_with = "finite")]
    pub low: f64,
    #[serde(serialize_with = "finite")]
    pub high: f64,
    /// Percent from the left of the interval's left end, estimate and right end.
    pub at: [f64; 3],
    /// The estimate as its label: `+13.0`.
    pub label: String,
    /// Where the margin lies, in percent from the left: a loss that would still count as kept.
    pub margin: Option<[f64; 2]>,
    /// For those who do not see the picture.
    pub description: String,
}

/// How a series or contrast is marked, besides colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Marker {
    /// The arm's own mark: 0 is the control.
    Arm { index: usize },
    /// A contrast of two interventions, or of nothing in particular.
    Contrast,
}

#[derive(Clone, Debug, Serialize)]
pub struct Spark {
    /// One line per arm; each point in percent of the box, from the left and from the bottom.
    pub lines: Vec<SparkLine>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SparkLine {
    pub arm: usize,
    pub points: Vec<[f64; 2]>,
}

/// A number without a finite value leaves as a missing one, whatever it is written to: JSON has no other way to say it.
pub(super) fn finite<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    finite_or_none(&Some(*value), serializer)
}

pub(super) fn finite_or_none<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.filter(|value| value.is_finite()).serialize(serializer)
}
