//! One contrast by several methods: a figure each, one table of all.

use crate::analysis::agreement::compute::{Agreement, AgreementVerdict, Contrasted, Estimated, Way};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::comparisons::verdict::benefit;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section as folded, table};
use crate::model::verdict::BenefitDirection;
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::words::plain;
use crate::report::{
    Block, Cell, Figure, Forest, ForestRow, Interval, Marker, ReportTable, Scale, Section, TableRow, Text,
    number as numerals,
};
use crate::trial::Better;

/// More contrasts than this are drawn against the control only, and more than this of those not at all.
const MANY_FIGURES: usize = 12;

const TABLE: &str = "agreement";

pub fn sections(study: &Study<'_>, result: &Agreement, display: &Display<'_>) -> Vec<Section> {
    section(study, result, display).into_iter().collect()
}

fn section(study: &Study<'_>, result: &Agreement, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let is_neutral =
        benefit(study.trial, study.outcome) == BenefitDirection::Unconfirmed || study.trial.is_unconfirmed("control");
    let limits = result.contrasts.iter().flat_map(|contrast| &contrast.ways).flat_map(|way| [way.low, way.high]);
    let axis = Axis::over(limits.chain([0.0]), 5).reversed(!is_neutral && study.outcome.better == Better::Lower);
    let mut blocks: Vec<Block> = drawn(result)
        .into_iter()
        .map(|(place, contrast)| Block::Figure {
            figure: Figure::Forest { forest: forest(place, contrast, &axis, (display, is_neutral)) },
        })
        .collect();
    blocks.push(Block::Table { table: numbers(result, display) });
    let title = words.label("agreement-title");
    Some(folded("agreement", title, words.say(&conclusion(result, display)), false, blocks))
}

fn drawn(result: &Agreement) -> Vec<(usize, &Contrasted)> {
    let all: Vec<(usize, &Contrasted)> = result.contrasts.iter().enumerate().collect();
    if all.len() <= MANY_FIGURES {
        return all;
    }
    let controlled: Vec<_> = all.into_iter().filter(|(_, contrast)| arms(&contrast.compared).1 == 0).collect();
    if controlled.len() <= MANY_FIGURES { controlled } else { Vec::new() }
}

fn conclusion(result: &Agreement, display: &Display<'_>) -> Message {
    let words = display.words;
    let apart: Vec<String> = (result.contrasts.iter())
        .filter(|contrast| matches!(contrast.verdict(), AgreementVerdict::SomeExclude | AgreementVerdict::Opposed))
        .map(|contrast| words.plain(&named("agreement-contrast", contrast, display)))
        .collect();
    let (all, n_apart) = (result.contrasts.len(), apart.len());
    let message = Message::new(if apart.is_empty() { "agreement-conclusion" } else { "agreement-conclusion-apart" });
    let message = message.with("all", all).with("rest", all - n_apart);
    // A long list says less than its length.
    if n_apart > 3 {
        message.with("apart", n_apart).with("many", "yes")
    } else {
        message.with("apart", apart).with("many", "no")
    }
}

fn arms(compared: &Compared) -> (usize, usize) {
    match *compared {
        Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => (arm, against),
        Compared::Occasions { .. } => (0, 0),
    }
}

/// A message about the contrast, in the trial's names.
fn named(id: &'static str, contrast: &Contrasted, display: &Display<'_>) -> Message {
    let (from, to) = match contrast.compared {
        Compared::Change { from, to, .. } | Compared::Occasions { from, to, .. } => (from, to),
        Compared::Arms { at, .. } => (0, at.unwrap_or(0)),
    };
    let contrast_name = plain(&contrast_label(&contrast.compared, display));
    Message::new(id)
        .with("contrast", contrast_name)
        .with("from", display.occasion(from))
        .with("to", display.occasion(to))
        .with("outcome", &display.names.outcome)
}

fn verdict(contrast: &Contrasted, display: &Display<'_>) -> Message {
    let names = |excludes: bool| -> Vec<String> {
        let ways = contrast.ways.iter().filter(|way| (way.side() != 0) == excludes);
        ways.map(|way| plain(&way_label(way.way, "agreement-way-in-list", display))).collect()
    };
    let message = Message::new(match contrast.verdict() {
        AgreementVerdict::AllExclude => "agreement-all-exclude",
        AgreementVerdict::NoneExcludes => "agreement-none-excludes",
        AgreementVerdict::SomeExclude => "agreement-some-exclude",
        AgreementVerdict::Opposed => "agreement-opposed",
    });
    message.with("ways", contrast.ways.len()).with("excluding", names(true)).with("including", names(false))
}

fn way_label(way: Way, id: &'static str, display: &Display<'_>) -> Text {
    let name = match way {
        Way::RepeatedMeasures => "repeated",
        Way::ChangeScores => "change",
        Way::Covariance => "ancova",
        Way::Ranks => "ranks",
        Way::Resampling => "resampling",
    };
    display.words.say(&Message::new(id).with("way", name))
}

fn marker(contrast: &Contrasted) -> Marker {
    let (arm, against) = arms(&contrast.compared);
    Display::contrast_marker(arm, against)
}

fn forest(place: usize, contrast: &Contrasted, axis: &Axis, (display, is_neutral): (&Display<'_>, bool)) -> Forest {
    let words = display.words;
    let row = |way: &Estimated| ForestRow {
        label: way_label(way.way, "agreement-way", display),
        marker: marker(contrast),
        interval: interval(way, axis, display),
    };
    let (arm, against) = arms(&contrast.compared);
    let caption = [named("agreement-figure-caption", contrast, display), verdict(contrast, display)];
    let described: Vec<String> = (contrast.ways.iter())
        .map(|way| {
            let limits = limits("agreement-described-way", way, display);
            words.plain(&limits.with("way", plain(&way_label(way.way, "agreement-way-in-list", display))))
        })
        .collect();
    let description = named("agreement-description", contrast, display)
        .with("ways", described.join("; "))
        .with("verdict", words.plain(&verdict(contrast, display)));
    Forest {
        id: format!("agreement-{}", place + 1),
        number: 0,
        caption: words.sentences(&caption),
        description: words.plain(&description),
        table: TABLE.into(),
        scale: Scale { reversed: axis.reversed, zero: axis.at(0.0), ticks: axis.ticks() },
        ends: match is_neutral {
            true => {
                [against, arm].map(|arm| words.plain(&Message::new("end-higher-with").with("arm", display.arm(arm))))
            }
            false => [
                words.plain(&Message::new("end-better").with("arm", display.arm(against))),
                words.plain(&Message::new("end-better-right").with("arm", display.arm(arm))),
            ],
        },
        rows: contrast.ways.iter().map(row).collect(),
    }
}

fn interval(way: &Estimated, axis: &Axis, display: &Display<'_>) -> Interval {
    let mut at = [way.low, way.estimate, way.high].map(|value| axis.at(value));
    at.sort_unstable_by(f64::total_cmp);
    Interval {
        estimate: way.estimate,
        low: way.low,
        high: way.high,
        at,
        label: numerals::signed(way.estimate, display.places),
        margin: None,
        description: display.words.plain(&limits("interval-description", way, display)),
    }
}

fn limits(id: &'static str, way: &Estimated, display: &Display<'_>) -> Message {
    Message::new(id)
        .with("estimate", Arg::Decimal(way.estimate, display.places))
        .with("low", Arg::Decimal(way.low, display.places))
        .with("high", Arg::Decimal(way.high, display.places))
}

fn numbers(result: &Agreement, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for contrast in &result.contrasts {
        rows.push(TableRow::group(words.say(&named("agreement-contrast", contrast, display))));
        for way in &contrast.ways {
            let cells = vec![
                Cell::decimal(way.estimate, places).key(),
                Cell::limit(way.low, places),
                Cell::limit(way.high, places),
                Cell::p(way.p),
            ];
            let label = way_label(way.way, "agreement-way", display);
            rows.push(TableRow::new(label, Some(marker(contrast)), cells).marked(way.side() != 0));
        }
    }
    let ci = || words.say(&Message::new("head-ci"));
    let columns = vec![
        label(words, "head-way"),
        number(words, "head-estimate"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-p"),
    ];
    let outcome = capitalised(&display.names.outcome);
    let caption = words.say(&Message::new("agreement-caption").with("outcome", outcome));
    table(TABLE, caption, columns, rows, words.say(&Message::new("agreement-note")))
}
