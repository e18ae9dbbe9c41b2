//! The profile plot: means and 95 % confidence intervals per arm over the occasions, and its miniature.

use crate::analysis::comparisons::descriptives::compute::CellMean;
use crate::analysis::names::{Names, capitalised};
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::{Marker, Point, Profile, Series, Spark, SparkLine, Words};

/// The plot; `None` where no cell has a mean.
pub fn profile(names: &Names, cells: &[CellMean], places: usize, words: &Words) -> Option<Profile> {
    if !cells.iter().any(|cell| cell.mean.is_finite()) {
        return None;
    }
    let one_group = names.arms.len() < 2;
    let axis = Axis::over(cells.iter().flat_map(|cell| [cell.low, cell.mean, cell.high]), 5);
    let caption = if one_group { "profile-caption-one-group" } else { "profile-caption" };
    Some(Profile {
        id: "profile".into(),
        number: 0,
        caption: words.say(&Message::new(caption).with("outcome", &names.outcome)),
        description: description(names, cells, places, words),
        table: "descriptives".into(),
        y_label: words.plain(&Message::new("profile-y").with("outcome", capitalised(&names.outcome))),
        y_domain: [axis.low, axis.high],
        y_ticks: axis.ticks(),
        occasions: names.occasions.iter().map(|name| capitalised(name)).collect(),
        series: (0..names.arms.len()).map(|arm| series(arm, names, cells, places, words)).collect(),
    })
}

fn series(arm: usize, names: &Names, cells: &[CellMean], places: usize, words: &Words) -> Series {
    let name = names.arms.get(arm).cloned().unwrap_or_default();
    let id = if names.arms.len() < 2 { "profile-point-one-group" } else { "profile-point" };
    let point = |cell: &CellMean| Point {
        occasion: cell.occasion,
        mean: cell.mean,
        low: cell.low,
        high: cell.high,
        description: words.plain(
            &Message::new(id)
                .with("arm", capitalised(&name))
                .with("occasion", names.occasions.get(cell.occasion).cloned().unwrap_or_default())
                .with("mean", Arg::Decimal(cell.mean, places))
                .with("low", Arg::Decimal(cell.low, places))
                .with("high", Arg::Decimal(cell.high, places)),
        ),
    };
    Series {
        marker: Marker::Arm { index: arm },
        points: of_arm(cells, arm).map(point).collect(),
        name: capitalised(&name),
    }
}

fn description(names: &Names, cells: &[CellMean], places: usize, words: &Words) -> String {
    let mut sentences = vec![
        Message::new("profile-description").with("outcome", &names.outcome).with("occasions", names.occasions.clone()),
    ];
    for (arm, name) in names.arms.iter().enumerate() {
        let means: Vec<String> =
            of_arm(cells, arm).map(|cell| crate::report::number::decimal(cell.mean, places)).collect();
        let id = if names.arms.len() < 2 { "profile-path-one-group" } else { "profile-path" };
        sentences.push(Message::new(id).with("arm", capitalised(name)).with("means", means));
    }
    crate::report::words::plain(&words.sentences(&sentences))
}

/// The means alone, in a box of a hundred by a hundred.
pub fn spark(n_arms: usize, n_occasions: usize, cells: &[CellMean]) -> Option<Spark> {
    if n_occasions < 2 || !cells.iter().any(|cell| cell.mean.is_finite()) {
        return None;
    }
    let axis = Axis::over(cells.iter().map(|cell| cell.mean), 2);
    let across = |occasion: usize| 100.0 * occasion as f64 / (n_occasions - 1) as f64;
    let line = |arm: usize| SparkLine {
        arm,
        points: of_arm(cells, arm).map(|cell| [across(cell.occasion), axis.at(cell.mean)]).collect(),
    };
    Some(Spark { lines: (0..n_arms).map(line).collect() })
}

fn of_arm(cells: &[CellMean], arm: usize) -> impl Iterator<Item = &CellMean> {
    cells.iter().filter(move |cell| cell.arm == arm && cell.mean.is_finite())
}
