//! The design-effect line: the likeness within therapy groups at which an interval would reach zero.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::design_effect::compute::{Clustered, DesignEffect};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section as folded, table};
use crate::model::design_effect::Reach;
use crate::notice::{Arg, Message};
use crate::report::words::plain;
use crate::report::{Block, Cell, ReportTable, Section, TableRow, Text};
use crate::trial::Adjust;

pub fn sections(_: &Study<'_>, result: &DesignEffect, display: &Display<'_>) -> Vec<Section> {
    section(result, display).into_iter().collect()
}

fn section(result: &DesignEffect, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let title = words.label("design-effect-title");
    let folded = |conclusion: Text, blocks| Some(folded("design_effect", title, conclusion, false, blocks));
    match result {
        DesignEffect::Unasked => {
            let text = words.say(&Message::new("design-effect-unasked"));
            folded(words.say(&Message::new("design-effect-conclusion-unasked")), vec![Block::Paragraph { text }])
        }
        DesignEffect::Asked(rows) => {
            let mut blocks = Vec::new();
            if let Some(row) = rows.iter().find(|row| row.grouped.group_size >= row.grouped.n_treated) {
                let message = Message::new("design-effect-one-group")
                    .with("size", Arg::Decimal(row.grouped.group_size, 0))
                    .with("arm", display.arm(arm(row)));
                blocks.push(Block::Paragraph { text: words.say(&message) });
            }
            blocks.push(Block::Table { table: numbers(rows, display) });
            folded(words.say(&conclusion(rows, display)?), blocks)
        }
    }
}

fn arm(row: &Clustered) -> usize {
    match row.compared {
        Compared::Change { arm, .. } | Compared::Arms { arm, .. } => arm,
        Compared::Occasions { .. } => 0,
    }
}

fn named(id: &'static str, row: &Clustered, display: &Display<'_>) -> Message {
    let (from, to) = match row.compared {
        Compared::Change { from, to, .. } | Compared::Occasions { from, to, .. } => (from, to),
        Compared::Arms { at, .. } => (0, at.unwrap_or(0)),
    };
    Message::new(id)
        .with("contrast", plain(&contrast_label(&row.compared, display)))
        .with("from", display.occasion(from))
        .with("to", display.occasion(to))
        .with("size", Arg::Decimal(row.grouped.group_size, 0))
}

/// Speaks of the interval that gives way first.
fn conclusion(rows: &[Clustered], display: &Display<'_>) -> Option<Message> {
    let first = rows.first()?;
    let at = |row: &Clustered| match row.reach {
        Reach::At(icc) => Some(icc),
        Reach::Already | Reach::Never => None,
    };
    let weakest = rows.iter().filter_map(|row| Some((row, at(row)?))).min_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((row, icc)) = weakest {
        return Some(named("design-effect-conclusion-at", row, display).with("icc", Arg::Share(icc, 2)));
    }
    let all_hold_zero = rows.iter().all(|row| row.reach == Reach::Already);
    let id = if all_hold_zero { "design-effect-conclusion-already" } else { "design-effect-conclusion-never" };
    Some(named(id, first, display))
}

fn numbers(rows: &[Clustered], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let row = |row: &Clustered| {
        let icc = match row.reach {
            Reach::At(icc) => Cell::share(icc, 2),
            Reach::Already => Cell::words(words.label("design-effect-already")),
            Reach::Never => Cell::words(words.label("design-effect-never")),
        };
        let cells = vec![
            Cell::decimal(row.estimate, places).key(),
            Cell::limit(row.low, places),
            Cell::limit(row.high, places),
            Cell::decimal(row.grouped.n_treated, 0),
            Cell::decimal(row.grouped.n_control, 0),
            icc.key(),
        ];
        let marker = Some(Display::contrast_marker(arm(row), 0));
        TableRow::new(words.say(&named("design-effect-row", row, display)), marker, cells)
            .marked(row.reach != Reach::Already)
    };
    let ci = || words.say(&Message::new("head-ci"));
    let n = || words.say(&Message::new("head-n"));
    let columns = vec![
        label(words, "head-contrast"),
        number(words, "head-estimate"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-n-treated").under(n()),
        number(words, "head-n-control").under(n()),
        number(words, "head-icc-at-zero"),
    ];
    let size = rows.first().map_or(f64::NAN, |row| row.grouped.group_size);
    let mut notes = vec![match display.plan.adjust {
        Adjust::None => Message::new("comparisons-note-unadjusted"),
        _ => Message::new("design-effect-note-interval"),
    }];
    notes.push(Message::new("design-effect-note").with("size", Arg::Decimal(size, 0)));
    let caption = words.say(&Message::new("design-effect-caption").with("outcome", &display.names.outcome));
    table("design_effect", caption, columns, rows.iter().map(row).collect(), words.sentences(&notes))
}
