//! The tables of the descriptives: means, the distribution of each cell, and its normality.

use crate::analysis::cells::{Layout, Statistic, caption, cells, joined};
use crate::analysis::comparisons::descriptives::compute::{CELL_MEANS, CellDescription, CellMean, Descriptives};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::section;
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, Marker, ReportTable, Section};

type Describes<'a> = Statistic<'a, CellDescription>;

fn statistic<'a>(head: &'static str, show: impl Fn(&CellDescription) -> Cell + 'a) -> Describes<'a> {
    Statistic { head, show: Box::new(show) }
}

/// Means with their limits, and what else describes each cell.
pub fn sections(study: &Study<'_>, result: &Descriptives, display: &Display<'_>) -> Vec<Section> {
    let words = display.words;
    let places = display.places;
    let main = [
        statistic("head-n", |cell| Cell::count(cell.values.n)),
        statistic("head-mean", move |cell| Cell::decimal(cell.values.mean, places)),
        statistic("head-sd", move |cell| Cell::decimal(cell.values.sd, places)),
        statistic("head-low", move |cell| Cell::limit(cell.ci_low, places)),
        statistic("head-high", move |cell| Cell::limit(cell.ci_high, places)),
    ];
    let more = [
        statistic("head-missing", |cell| Cell::count(cell.missing)),
        statistic("head-min", move |cell| Cell::decimal(cell.values.min, places)),
        statistic("head-q1", move |cell| Cell::decimal(cell.q1, places)),
        statistic("head-median", move |cell| Cell::decimal(cell.values.median, places)),
        statistic("head-q3", move |cell| Cell::decimal(cell.q3, places)),
        statistic("head-max", move |cell| Cell::decimal(cell.values.max, places)),
        statistic("head-skewness", |cell| Cell::decimal(cell.values.skewness, 2)),
        statistic("head-kurtosis", |cell| Cell::decimal(cell.values.kurtosis, 2)),
    ];
    let by = if study.trial.has_arms { "descriptives-caption" } else { "descriptives-caption-one-group" };
    let heads = |id, note| (caption(words, id, display.outcome()), words.say(&Message::new(note)));
    let several_arms = study.trial.has_arms && study.trial.arms.len() > 1;
    let (first, mut first_note) = heads(by, "descriptives-note");
    if several_arms && study.trial.plan.randomised == Some(true) {
        first_note = words.sentences(&["descriptives-note", "descriptives-note-randomised"].map(Message::new));
    }
    let (second, second_note) = heads("descriptives-more-caption", "descriptives-more-note");
    let first = shown("descriptives", (first, first_note), study, result, &main, display, false);
    let mut blocks = vec![Block::Table { table: first }];
    if study.trial.has_rows() {
        let second = shown("distribution", (second, second_note), study, result, &more, display, true);
        blocks.push(Block::Table { table: second });
    }
    let means = study.result(&CELL_MEANS).unwrap_or_default();
    let conclusion = words.say(&conclusion(&means, display));
    vec![section("descriptives", words.label("descriptives-title"), conclusion, true, blocks)]
}

/// Shapiro–Wilk in every cell that has it.
pub fn normality(study: &Study<'_>, result: &Descriptives, display: &Display<'_>) -> Option<ReportTable> {
    result.cells.iter().find(|cell| cell.arm.is_some() && cell.shapiro.is_some())?;
    let statistics = [
        statistic("head-w", |cell| Cell::maybe(cell.shapiro, |s| Cell::share(s.w, 3))),
        statistic("head-p", |cell| Cell::maybe(cell.shapiro, |s| Cell::p(s.p))),
    ];
    let words = display.words;
    let heads = (words.say(&Message::new("normality-caption")), words.say(&Message::new("normality-note")));
    Some(shown("normality", heads, study, result, &statistics, display, false))
}

fn shown(
    id: &str,
    (caption, note): (crate::report::Text, crate::report::Text),
    study: &Study<'_>,
    result: &Descriptives,
    statistics: &[Describes<'_>],
    display: &Display<'_>,
    one_a_row: bool,
) -> ReportTable {
    let trial = study.trial;
    let mut groups: Vec<(usize, &[usize])> =
        result.cells.iter().filter_map(|cell| Some((cell.arm?, &cell.factors[..]))).collect();
    groups.dedup();
    groups.sort();
    groups.dedup();
    let mut measures: Vec<(usize, &[usize])> =
        result.cells.iter().map(|cell| (cell.occasion, &cell.within[..])).collect();
    measures.sort();
    measures.dedup();
    let level = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
    let group_label = |(arm, factors): &(usize, &[usize])| {
        let own = trial.factors.iter().zip(*factors).map(|(factor, &at)| level(&factor.levels, at));
        let parts: Vec<String> = trial.has_arms.then(|| display.arm(*arm)).into_iter().chain(own).collect();
        (joined(&parts), trial.has_arms.then_some(Marker::Arm { index: *arm }))
    };
    let measure_label = |(occasion, within): &(usize, &[usize])| {
        let own = trial.within.iter().zip(*within).map(|(factor, &at)| level(&factor.levels, at));
        joined(&std::iter::once(display.occasion(*occasion)).chain(own).collect::<Vec<_>>())
    };
    let (group_keys, measure_keys) = (groups.clone(), measures.clone());
    let layout = Layout {
        groups: groups.iter().map(group_label).collect(),
        measures: measures.iter().map(measure_label).collect(),
        cell: Box::new(move |group, measure| {
            let (group, measure) = (group_keys.get(group)?, measure_keys.get(measure)?);
            result
                .cells
                .iter()
                .filter(|cell| cell.arm == Some(group.0) && cell.factors == group.1)
                .find(|cell| (cell.occasion, &cell.within[..]) == *measure)
        }),
    };
    cells((id, caption, note), &layout, statistics, one_a_row, display.words)
}

/// "The arms' means lay between 57.2 and 61.7 at pretest and between 61.4 and 68.8 at follow-up."
fn conclusion(means: &[CellMean], display: &Display<'_>) -> Message {
    let span = |occasion: usize| {
        let at: Vec<f64> = means.iter().filter(|cell| cell.occasion == occasion).map(|cell| cell.mean).collect();
        let low = at.iter().copied().fold(f64::NAN, f64::min);
        let high = at.iter().copied().fold(f64::NAN, f64::max);
        (Arg::Decimal(low, display.places), Arg::Decimal(high, display.places))
    };
    let last = display.names.occasions.len().saturating_sub(1);
    let one_group = display.names.arms.len() < 2;
    let id = match (one_group, last == 0) {
        (false, false) => "descriptives-conclusion",
        (false, true) => "descriptives-conclusion-one-occasion",
        (true, false) => "descriptives-conclusion-one-group",
        (true, true) => "descriptives-conclusion-single",
    };
    let ((low, high), (last_low, last_high)) = (span(0), span(last));
    Message::new(id)
        .with("low", low)
        .with("high", high)
        .with("last-low", last_low)
        .with("last-high", last_high)
        .with("first", display.occasion(0))
        .with("last", display.occasion(last))
}
