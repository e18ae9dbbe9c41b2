//! The table of retained fractions.

use super::compute::RetainedFractions;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::lasting::words::{limits, percent};
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, ColumnHead, Section, TableRow};

pub fn sections(study: &Study<'_>, result: &RetainedFractions, display: &Display<'_>) -> Vec<Section> {
    let effects = study.result(&EFFECTS);
    let rows = effects.iter().flat_map(|effects| result.bounded(effects)).copied().collect();
    let shown = RetainedFractions { end: result.end, rows };
    retained(&shown, display).into_iter().collect()
}

fn retained(result: &RetainedFractions, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let last = result.rows.iter().map(|row| row.to).max()?;
    let said = result.rows.iter().filter(|row| row.to == last);
    let conclusion: Vec<Message> = said
        .map(|row| {
            Message::new("retained-conclusion")
                .with("arm", capitalised(&display.arm(row.arm)))
                .with("percent", percent(row.fraction))
                .with("post", display.occasion(result.end))
                .with("to", display.occasion(row.to))
                .with("limits", words.plain(&limits(row)))
        })
        .collect();
    let mut rows = Vec::new();
    for together in result.rows.chunk_by(|a, b| a.to == b.to) {
        if let Some(first) = together.first() {
            rows.push(TableRow::group(display.occasion_label(first.to)));
        }
        rows.extend(together.iter().map(|row| {
            let cells = vec![
                Cell::decimal(row.effects.denominator, display.places + 1),
                Cell::decimal(row.effects.numerator, display.places + 1),
                Cell::decimal(row.fraction, 2),
                Cell::words(words.plain(&limits(row))),
            ];
            let compared = Compared::Arms { arm: row.arm, against: row.against, at: None };
            let marker = Some(Display::contrast_marker(row.arm, row.against));
            TableRow::new(contrast_label(&compared, display), marker, cells)
        }));
    }
    let columns = vec![
        label(words, "head-contrast"),
        ColumnHead::number(words.say(&Message::new("head-effect-at").with("at", display.occasion(result.end)))),
        number(words, "head-effect-later"),
        number(words, "head-fraction"),
        ColumnHead::words(words.say(&Message::new("head-fieller"))),
    ];
    let caption = words.say(&Message::new("retained-caption").with("outcome", &display.names.outcome));
    let note = words.say(&Message::new("retained-note").with("post", display.occasion(result.end)));
    let shown = table("retained_fraction", caption, columns, rows, note);
    let title = words.label("retained-title");
    Some(section("retained_fraction", title, words.sentences(&conclusion), false, vec![Block::Table { table: shown }]))
}
