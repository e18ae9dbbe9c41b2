//! Scatter plot of later against earlier scores, with the diagonal of no change, the band of measurement error and the cut-off.

use crate::analysis::display::Display;
use crate::analysis::individual::individual_change::compute::{ArmChange, Changes};
use crate::analysis::names::capitalised;
use crate::notice::Message;
use crate::report::scale::Axis;
use crate::report::{GuideKind, GuideLine, Marker, PointGroup, Scatter};

/// The number of participants plotted for an arm; more would overlap.
const MOST_POINTS: usize = 500;

/// `None` where no participant has both scores.
pub fn scatter(changes: &Changes, to: usize, display: &Display<'_>) -> Option<Scatter> {
    let cells: Vec<&ArmChange> = changes.cells.iter().filter(|cell| cell.to == to && !cell.pairs.is_empty()).collect();
    let groups: Vec<PointGroup> = cells.iter().map(|cell| group(cell, display)).collect();
    let scores = groups.iter().flat_map(|group| group.points.iter().flatten().copied());
    let rule = &changes.criteria.rule;
    // Both axes share one scale, so that the diagonal means no change.
    let axis = Axis::over(scores.chain(rule.cutoff), 5);
    let (low, high) = (axis.low, axis.high);
    let limit = |ends| GuideLine { kind: GuideKind::Limit, ends };
    let mut lines = vec![GuideLine { kind: GuideKind::Expected, ends: [[low, low], [high, high]] }];
    if let Some(at) = rule.cutoff.filter(|at| at.is_finite()) {
        lines.extend([limit([[low, at], [high, at]]), limit([[at, low], [at, high]])]);
    }
    let words = display.words;
    let sentence = |id| {
        Message::new(id)
            .with("outcome", capitalised(&display.names.outcome))
            .with("from", display.occasion(changes.from))
            .with("to", display.occasion(to))
    };
    let axis_label = |at| {
        let outcome = capitalised(&display.names.outcome);
        words.plain(&Message::new("pre-post-axis").with("outcome", outcome).with("at", display.occasion(at)))
    };
    let caption = match (rule.cutoff.is_some(), cells.iter().any(|cell| cell.n() > MOST_POINTS)) {
        (false, false) => vec![sentence("pre-post-caption")],
        (true, false) => vec![sentence("pre-post-caption"), sentence("pre-post-cutoff")],
        (false, true) => vec![sentence("pre-post-caption"), sentence("pre-post-thinned")],
        (true, true) => vec![sentence("pre-post-caption"), sentence("pre-post-cutoff"), sentence("pre-post-thinned")],
    };
    (!groups.is_empty()).then(|| Scatter {
        id: format!("pre_post_{}", to + 1),
        number: 0,
        caption: words.sentences(&caption),
        description: words.plain(&sentence("pre-post-description")),
        table: "reliable_change".into(),
        x_label: axis_label(changes.from),
        y_label: axis_label(to),
        x_domain: [low, high],
        y_domain: [low, high],
        x_ticks: axis.ticks(),
        y_ticks: axis.ticks(),
        groups,
        lines,
        areas: vec![band(low, high, rule.error.critical())],
    })
}

/// An arm's participants, in the order of the file, without their names.
fn group(cell: &ArmChange, display: &Display<'_>) -> PointGroup {
    let every = cell.n().div_ceil(MOST_POINTS).max(1);
    PointGroup {
        marker: cell.arm.map(|index| Marker::Arm { index }),
        name: cell.arm.map(|arm| capitalised(&display.arm(arm))).unwrap_or_default(),
        points: cell.pairs.iter().step_by(every).copied().collect(),
    }
}

/// Where the change is at most `critical`, as far as the axes reach.
fn band(low: f64, high: f64, critical: f64) -> Vec<[f64; 2]> {
    let (above, below) = ((low + critical).min(high), (high - critical).max(low));
    vec![[low, low], [low, above], [below, high], [high, high], [high, below], [above, low]]
}
