//! The tests against the margin: changes since the end of treatment, and the arms at each occasion.

use super::compute::Equivalence;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::display::Display;
use crate::analysis::lasting::equivalence::compute::{Kept, ScoresHeld};
use crate::analysis::lasting::equivalence::margin::MarginUsed;
use crate::analysis::lasting::words::margin_arg;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{group_label, label, number, section, table};
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow, Text};
use crate::trial::{Adjust, Better, MarginUnit};

pub fn sections(_: &Study<'_>, result: &Equivalence, display: &Display<'_>) -> Vec<Section> {
    equivalence(result, display).into_iter().collect()
}

fn equivalence(result: &Equivalence, display: &Display<'_>) -> Option<Section> {
    let margin = result.margin.as_ref()?;
    let words = display.words;
    let mut blocks = vec![margin_block(margin, display)];
    if !result.kept.is_empty() {
        blocks.push(Block::Table { table: kept_table(result, margin, display) });
    }
    if !result.arms.is_empty() {
        blocks.push(Block::Table { table: arms_table(result, margin, display) });
    }
    let title = words.label("lasting-title");
    Some(section("equivalence", title, conclusion(result, margin, display), false, blocks))
}

/// Where the margin comes from. One that nobody set is a notice.
fn margin_block(margin: &MarginUsed, display: &Display<'_>) -> Block {
    let words = display.words;
    let with = |id| {
        Message::new(id)
            .with("margin", margin_arg(margin, display))
            .with("outcome", &display.names.outcome)
            .with("occasion", display.occasion(margin.at))
            .with("sds", Arg::Value(margin.set.value))
            .with("sd", Arg::Decimal(margin.sd, display.places + 1))
    };
    match (margin.is_default, margin.set.unit) {
        (true, _) => Block::Notice { notice: words.notice(&Problem::note(with("margin-default"))) },
        (false, MarginUnit::Raw) => Block::Paragraph { text: words.say(&with("margin-raw")) },
        (false, MarginUnit::Sd) => Block::Paragraph { text: words.say(&with("margin-sd")) },
    }
}

/// The interventions at the last occasion; without changes since the end of treatment, how many arms are equivalent.
fn conclusion(result: &Equivalence, margin: &MarginUsed, display: &Display<'_>) -> Text {
    let last = result.kept.iter().map(|kept| kept.to).max();
    let of_interest = |kept: &&Kept| Some(kept.to) == last && kept.arm != Some(0);
    let verdicts: Vec<Message> = result
        .kept
        .iter()
        .filter(of_interest)
        .map(|kept| {
            let id = match (kept.held, kept.arm.is_some()) {
                (ScoresHeld::Held | ScoresHeld::SmallLoss, true) => "lasting-maintained",
                (ScoresHeld::Worse, true) => "lasting-lost",
                (ScoresHeld::CannotTell, true) => "lasting-cannot-tell",
                (ScoresHeld::Held | ScoresHeld::SmallLoss, false) => "lasting-all-maintained",
                (ScoresHeld::Worse, false) => "lasting-all-lost",
                (ScoresHeld::CannotTell, false) => "lasting-all-cannot-tell",
            };
            Message::new(id)
                .with("direction", direction(result))
                .with("arm", capitalised(&kept.arm.map_or(String::new(), |arm| display.arm(arm))))
                .with("to", display.occasion(kept.to))
        })
        .collect();
    if !verdicts.is_empty() {
        return display.words.sentences(&verdicts);
    }
    let equivalent = result.arms.iter().filter(|tested| display.is_significant(tested.equal.tost.p)).count();
    let message = Message::new("lasting-arms-conclusion")
        .with("found", equivalent)
        .with("all", result.arms.len())
        .with("margin", margin_arg(margin, display));
    display.words.say(&message)
}

/// Where a benefit lies, as the message files name it.
fn direction(result: &Equivalence) -> &'static str {
    match result.better {
        Better::Higher => "higher",
        Better::Lower => "lower",
    }
}

fn verdict_word(held: ScoresHeld, result: &Equivalence, display: &Display<'_>) -> String {
    let word = Message::new(match held {
        ScoresHeld::Held => "held-held",
        ScoresHeld::SmallLoss => "held-small-loss",
        ScoresHeld::Worse => "held-worse",
        ScoresHeld::CannotTell => "held-cannot-tell",
    });
    display.words.plain(&word.with("direction", direction(result)))
}

fn kept_table(result: &Equivalence, margin: &MarginUsed, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let adjusted = display.plan.adjust != Adjust::None;
    let mut rows = Vec::new();
    let mut kept: Vec<&Kept> = result.kept.iter().collect();
    kept.sort_by_key(|kept| kept.to);
    for together in kept.chunk_by(|a, b| a.to == b.to) {
        let Some(first) = together.first() else { continue };
        let head = Message::new("row-change")
            .with("from", display.occasion(first.from))
            .with("to", display.occasion(first.to));
        rows.push(TableRow::group(words.say(&head)));
        rows.extend(together.iter().map(|kept| {
            let changed = judged(&kept.comparison, display.plan).adjusted.unwrap_or(kept.comparison.p);
            let cells = vec![
                Cell::decimal(kept.against.estimate.estimate, places),
                Cell::decimal(kept.against.estimate.se, places),
                Cell::limit(kept.against.low, places),
                Cell::limit(kept.against.high, places),
                degrees(kept.against.estimate.df),
                Cell::p(kept.p_not_worse),
                Cell::p(kept.against.tost.p),
                Cell::p(changed),
                Cell::words(verdict_word(kept.held, result, display)).key(),
            ];
            let marker = kept.arm.map(|arm| Display::contrast_marker(arm, 0));
            TableRow::new(group_label(kept.arm, display), marker, cells).marked(kept.held != ScoresHeld::CannotTell)
        }));
    }
    let p = || words.say(&Message::new("head-p"));
    let mut columns = vec![label(words, "head-arm")];
    columns.extend(estimate_columns(display));
    columns.extend([
        number(words, "head-not-worse").under(p()),
        number(words, "head-equivalent").under(p()),
        number(words, if adjusted { "head-changed-adjusted" } else { "head-changed" }).under(p()),
        ColumnHead::words(words.say(&Message::new("head-verdict"))),
    ]);
    let mut notes = vec![
        Message::new("lasting-note-kept")
            .with("margin", margin_arg(margin, display))
            .with("direction", direction(result)),
    ];
    if adjusted {
        notes.push(Message::new("lasting-note-adjusted").with("adjust", display.adjustment(display.plan.adjust)));
    }
    notes.push(Message::new("lasting-note-verdict").with("direction", direction(result)));
    let caption = words.say(&Message::new("lasting-kept-caption").with("outcome", &display.names.outcome));
    table("equivalence-kept", caption, columns, rows, words.sentences(&notes))
}

fn arms_table(result: &Equivalence, margin: &MarginUsed, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for together in result.arms.chunk_by(|a, b| a.at == b.at) {
        if let Some(first) = together.first() {
            rows.push(TableRow::group(display.occasion_label(first.at)));
        }
        rows.extend(together.iter().map(|tested| {
            let (equal, compared) =
                (&tested.equal, Compared::Arms { arm: tested.arm, against: tested.against, at: Some(tested.at) });
            let cells = vec![
                Cell::decimal(equal.estimate.estimate, places),
                Cell::decimal(equal.estimate.se, places),
                Cell::limit(equal.low, places),
                Cell::limit(equal.high, places),
                degrees(equal.estimate.df),
                Cell::p(equal.tost.p_lower),
                Cell::p(equal.tost.p_upper),
                Cell::p(equal.tost.p).key(),
                Cell::p(tested.welch.tost.p),
            ];
            let marker = Some(Display::contrast_marker(tested.arm, tested.against));
            TableRow::new(contrast_label(&compared, display), marker, cells)
                .marked(display.is_significant(equal.tost.p))
        }));
    }
    let p = || words.say(&Message::new("head-p"));
    let mut columns = vec![label(words, "head-contrast")];
    columns.extend(estimate_columns(display));
    columns.extend([
        number(words, "head-above-lower").under(p()),
        number(words, "head-below-upper").under(p()),
        number(words, "head-equivalent").under(p()),
        number(words, "head-equivalent-welch").under(p()),
    ]);
    let caption = words.say(&Message::new("lasting-arms-caption").with("outcome", &display.names.outcome));
    let note = Message::new("lasting-note-arms").with("margin", margin_arg(margin, display));
    table("equivalence-arms", caption, columns, rows, words.say(&note))
}

/// Estimate, SE, the 90 % limits and df.
fn estimate_columns(display: &Display<'_>) -> Vec<ColumnHead> {
    let words = display.words;
    let ci = || words.say(&Message::new("head-ci90"));
    vec![
        number(words, "head-estimate"),
        number(words, "head-se"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-df"),
    ]
}
