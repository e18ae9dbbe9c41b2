//! The table of simple effects.

use super::compute::SimpleEffects;
use crate::analysis::anova::simple_effects::compute::SimpleEffect;
use crate::analysis::comparisons::table::degrees;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, Section, TableRow, Text};

pub fn sections(_: &Study<'_>, result: &SimpleEffects, display: &Display<'_>) -> Vec<Section> {
    simple_effects(result, display).into_iter().collect()
}

fn simple_effects(result: &SimpleEffects, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |label: Text, effect: &SimpleEffect| {
        let cells = vec![
            Cell::decimal(effect.f, 2),
            degrees(effect.df1),
            degrees(effect.df2),
            Cell::p(effect.p).key(),
            Cell::share(effect.partial_eta2, 2),
        ];
        TableRow::new(label, None, cells).marked(display.is_significant(effect.p))
    };
    let say = |id, name: &'static str, value: String| words.say(&Message::new(id).with(name, value));
    let arms = result.arms_at.iter().map(|e| row(say("simple-group", "at", display.occasion(e.at)), e));
    let occasions = result.occasions_within.iter().map(|e| row(say("simple-occasion", "arm", display.arm(e.at)), e));
    let rows: Vec<TableRow> = arms.chain(occasions).collect();
    if rows.is_empty() {
        return None;
    }
    let tested = || result.arms_at.iter().chain(&result.occasions_within).filter(|effect| effect.p.is_finite());
    let conclusion = Message::new("simple-conclusion")
        .with("found", tested().filter(|effect| display.is_significant(effect.p)).count())
        .with("all", tested().count());
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-partial-eta2"),
    ];
    let caption = words.say(&Message::new("simple-caption").with("outcome", &display.names.outcome));
    let shown = table("simple_effects", caption, columns, rows, words.say(&Message::new("simple-note")));
    let title = words.label("simple-title");
    Some(section("simple_effects", title, words.say(&conclusion), false, vec![Block::Table { table: shown }]))
}
