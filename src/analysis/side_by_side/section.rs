//! The headlines of all outcomes; the table of their contrasts, and the forest plot that draws it.

use super::compute::{OutcomeEffects, StandardisedEffect};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_in_words;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::standing::Standing;
use crate::analysis::table::{label, number, section, table};
use crate::model::verdict::BenefitDirection;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::number::signed;
use crate::report::scale::Axis;
use crate::report::{
    Block, Cell, Figure, Forest, ForestRow, Interval, Marker, OutcomeReport, ReportTable, Scale, Section, Span, Style,
    TableRow, Text, Words,
};

const TABLE: &str = "all_outcomes";
/// Decimals of a standardised difference.
const PLACES: usize = 2;
/// More rows than these are too many to see at a glance: then the contrasts with the control only.
const MOST_ROWS: usize = 36;

/// Nothing where there is one outcome: its own answers say it.
pub fn sections(standings: &[Standing], outcomes: &[OutcomeReport], words: &Words) -> Vec<Section> {
    if outcomes.len() < 2 {
        return Vec::new();
    }
    headlines(outcomes, words).into_iter().chain(contrasts(standings, words)).collect()
}

/// What the answers say, a paragraph for each outcome.
fn headlines(outcomes: &[OutcomeReport], words: &Words) -> Option<Section> {
    let paragraph = |outcome: &OutcomeReport| {
        let answers = outcome.answers.as_ref()?;
        let mut text = vec![Span { text: format!("{}.", outcome.name), style: Style::Strong }];
        for verdict in answers.inquiries.iter().map(|inquiry| &inquiry.verdict).filter(|verdict| !verdict.is_empty()) {
            text.push(Span { text: " ".into(), style: Style::Plain });
            text.extend(verdict.iter().cloned());
        }
        Some(Block::Paragraph { text })
    };
    let blocks: Vec<Block> = outcomes.iter().filter_map(paragraph).collect();
    let conclusion = words.say(&Message::new("headlines-conclusion").with("count", blocks.len()));
    (!blocks.is_empty()).then(|| section("headlines", words.label("headlines-title"), conclusion, true, blocks))
}

/// The rows of each outcome that has any.
fn with_effects(standings: &[Standing]) -> impl Iterator<Item = (&Standing, &OutcomeEffects)> {
    standings.iter().filter_map(|standing| Some((standing, standing.effects.as_ref()?)))
}

fn contrasts(standings: &[Standing], words: &Words) -> Option<Section> {
    let all = || with_effects(standings).flat_map(|(_, effects)| &effects.rows);
    all().next()?;
    let n_shown = all().filter(|row| row.judged.is_shown()).count();
    let conclusion = Message::new("all-outcomes-conclusion").with("found", n_shown).with("all", all().count());
    let mut blocks = Vec::new();
    blocks.extend(forest(standings, words).map(|forest| Block::Figure { figure: Figure::Forest { forest } }));
    blocks.push(Block::Table { table: numbers(standings, words) });
    Some(section(TABLE, words.label("all-outcomes-title"), words.say(&conclusion), true, blocks))
}

fn numbers(standings: &[Standing], words: &Words) -> ReportTable {
    let simultaneous = with_effects(standings).flat_map(|(_, own)| &own.rows).all(|row| row.judged.simultaneous);
    let ci_head = if simultaneous { "head-ci-simultaneous" } else { "head-ci-unadjusted" };
    let (ci, p) = (|| words.say(&Message::new(ci_head)), || words.say(&Message::new("head-p")));
    let g = || words.say(&Message::new("head-g-limits"));
    let columns = vec![
        label(words, "head-contrast"),
        number(words, "head-estimate"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-unadjusted").under(p()),
        number(words, "head-adjusted").under(p()),
        number(words, "head-family"),
        number(words, "head-g"),
        number(words, "head-low").under(g()),
        number(words, "head-high").under(g()),
    ];
    let mut rows = Vec::new();
    for (standing, effects) in with_effects(standings) {
        rows.push(TableRow::group(verbatim(&capitalised(&standing.outcome))));
        rows.extend(effects.rows.iter().map(|row| table_row(standing, row, words)));
    }
    let mut names: Vec<String> =
        with_effects(standings).map(|(_, own)| words.label(Display::adjustment_id(own.adjust))).collect();
    names.dedup();
    let note = ["all-outcomes-note", "all-outcomes-note-g"].map(|id| Message::new(id).with("adjust", names.clone()));
    table(TABLE, words.say(&Message::new("all-outcomes-caption")), columns, rows, words.sentences(&note))
}

fn table_row(standing: &Standing, row: &StandardisedEffect, words: &Words) -> TableRow {
    let places = standing.places + 1;
    let cells = vec![
        Cell::decimal(row.comparison.estimate, places).key(),
        Cell::limit(row.judged.low, places),
        Cell::limit(row.judged.high, places),
        Cell::p(row.judged.p),
        Cell::maybe(row.judged.adjusted, Cell::p).key(),
        Cell::count(row.comparison.family.size),
        Cell::decimal(row.g, PLACES),
        Cell::limit(row.g_low, PLACES),
        Cell::limit(row.g_high, PLACES),
    ];
    TableRow::new(contrast_in_words(&row.comparison.compared, &standing.names, words), marker(row), cells)
        .marked(row.judged.is_shown())
}

fn marker(row: &StandardisedEffect) -> Option<Marker> {
    match row.comparison.compared {
        Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => {
            Some(Display::contrast_marker(arm, against))
        }
        Compared::Occasions { .. } => None,
    }
}

/// A row of the plot: to the right is better, or higher where some outcome's direction is not confirmed.
struct Drawn<'a> {
    standing: &'a Standing,
    row: &'a StandardisedEffect,
    sign: f64,
}

fn drawn(standings: &[Standing]) -> (Vec<Drawn<'_>>, bool) {
    let is_neutral = with_effects(standings).any(|(_, own)| own.benefit == BenefitDirection::Unconfirmed);
    let turned = |benefit| if !is_neutral && benefit == BenefitDirection::Downward { -1.0 } else { 1.0 };
    let all = with_effects(standings)
        .flat_map(|(standing, own)| own.rows.iter().map(move |row| Drawn { standing, row, sign: turned(own.benefit) }));
    let all: Vec<Drawn<'_>> = all.filter(|one| one.row.g_low.is_finite() && one.row.g_high.is_finite()).collect();
    let is_controlled = |one: &Drawn<'_>| match one.row.comparison.compared {
        Compared::Arms { against, .. } | Compared::Change { against, .. } => against == 0,
        Compared::Occasions { .. } => true,
    };
    let rows = if all.len() > MOST_ROWS { all.into_iter().filter(is_controlled).collect() } else { all };
    (rows, is_neutral)
}

fn forest(standings: &[Standing], words: &Words) -> Option<Forest> {
    let (rows, is_neutral) = drawn(standings);
    if rows.is_empty() || rows.len() > 2 * MOST_ROWS {
        return None;
    }
    let limits = rows.iter().flat_map(|one| [one.sign * one.row.g_low, one.sign * one.row.g_high]);
    let axis = Axis::over(limits.chain([0.0]), 5);
    let turned = rows.iter().any(|one| one.sign < 0.0);
    let mut caption = vec![Message::new("all-outcomes-figure")];
    if turned {
        caption.push(Message::new("all-outcomes-figure-turned"));
    }
    let ends = if is_neutral {
        ["end-higher-second", "end-higher-first"]
    } else if rows.iter().any(|one| matches!(one.row.comparison.compared, Compared::Occasions { .. })) {
        ["end-worsened", "end-improved"]
    } else {
        ["end-better-second", "end-better-first"]
    };
    Some(Forest {
        id: TABLE.into(),
        number: 0,
        caption: words.sentences(&caption),
        description: words.plain(&Message::new("all-outcomes-description").with("n", rows.len())),
        table: TABLE.into(),
        scale: Scale { reversed: false, zero: axis.at(0.0), ticks: axis.ticks() },
        ends: ends.map(|end| words.label(end)),
        rows: rows.iter().map(|one| forest_row(one, &axis, words)).collect(),
    })
}

fn row_label(one: &Drawn<'_>, words: &Words) -> Text {
    let mut text = vec![Span { text: format!("{}:", capitalised(&one.standing.names.outcome)), style: Style::Strong }];
    text.push(Span { text: " ".into(), style: Style::Plain });
    text.extend(contrast_in_words(&one.row.comparison.compared, &one.standing.names, words));
    text
}

fn forest_row(one: &Drawn<'_>, axis: &Axis, words: &Words) -> ForestRow {
    let row = one.row;
    let mut at = [row.g_low, row.g, row.g_high].map(|value| axis.at(one.sign * value));
    at.sort_unstable_by(f64::total_cmp);
    let description = Message::new("interval-description")
        .with("estimate", Arg::Decimal(row.g, PLACES))
        .with("low", Arg::Decimal(row.g_low, PLACES))
        .with("high", Arg::Decimal(row.g_high, PLACES));
    ForestRow {
        label: row_label(one, words),
        marker: marker(row).unwrap_or(Marker::Contrast),
        interval: Interval {
            estimate: row.g,
            low: row.g_low,
            high: row.g_high,
            at,
            label: signed(row.g, PLACES),
            margin: None,
            description: words.plain(&description),
        },
    }
}
