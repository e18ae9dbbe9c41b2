//! The Q–Q plot of the residuals.

use crate::analysis::assumptions::residuals::compute::Residuals;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::notice::Message;
use crate::num::tail::normal_quantile_upper;
use crate::report::scale::Axis;
use crate::report::{GuideKind, GuideLine, PointGroup, Scatter};

/// Above this number the points in the middle, which overlap, are thinned.
const MOST_POINTS: usize = 500;
/// All points in the tails are kept.
const KEPT_AT_ENDS: usize = 50;

/// Studentised residuals of all occasions against normal quantiles; `None` with fewer than three.
pub fn qq(residuals: &Residuals, display: &Display<'_>) -> Option<Scatter> {
    let all = residuals.occasions.iter().flat_map(|at| at.each.iter().map(|residual| residual.studentised));
    let values = crate::num::quantile::sorted(&all.filter(|value| value.is_finite()).collect::<Vec<f64>>());
    let n = values.len();
    if n < 3 {
        return None;
    }
    let place = |index: usize| {
        // R's ppoints: (i − a)/(n + 1 − 2a), a = 3/8 up to ten values, else 1/2.
        let a = if n <= 10 { 0.375 } else { 0.5 };
        -normal_quantile_upper((index as f64 + 1.0 - a) / (n as f64 + 1.0 - 2.0 * a))
    };
    let every = n.saturating_sub(2 * KEPT_AT_ENDS).div_ceil(MOST_POINTS).max(1);
    let kept = |index: &usize| *index < KEPT_AT_ENDS || n - *index <= KEPT_AT_ENDS || index.is_multiple_of(every);
    let points: Vec<[f64; 2]> = values
        .iter()
        .enumerate()
        .filter(|(index, _)| kept(index))
        .map(|(index, value)| [place(index), *value])
        .collect();
    let x = Axis::over(points.iter().map(|point| point[0]), 5);
    let y = Axis::over(points.iter().map(|point| point[1]), 5);
    // The line of equality, as far as both axes reach.
    let (low, high) = (x.low.max(y.low), x.high.min(y.high));
    let words = display.words;
    Some(Scatter {
        id: "qq".into(),
        number: 0,
        caption: words.say(&Message::new("qq-caption").with("outcome", &display.names.outcome)),
        description: words.plain(&Message::new("qq-description").with("outcome", capitalised(&display.names.outcome))),
        table: "residuals".into(),
        x_label: words.label("qq-x"),
        y_label: words.label("qq-y"),
        x_domain: [x.low, x.high],
        y_domain: [y.low, y.high],
        x_ticks: x.ticks(),
        y_ticks: y.ticks(),
        groups: vec![PointGroup { marker: None, name: String::new(), points }],
        lines: vec![GuideLine { kind: GuideKind::Expected, ends: [[low, low], [high, high]] }],
        areas: Vec::new(),
    })
}
