//! Tables of the Mann–Whitney tests.

use super::compute::ArmsByRanks;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::ranks::table::{caption, columns, test_row};
use crate::analysis::study::Study;
use crate::analysis::table::{grouped, section, table};
use crate::model::ranks::MannWhitney;
use crate::notice::Message;
use crate::report::{Block, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &ArmsByRanks, display: &Display<'_>) -> Vec<Section> {
    mann_whitney(result, display).into_iter().collect()
}

fn mann_whitney(result: &ArmsByRanks, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let at = |(compared, test): &(Compared, MannWhitney)| {
        let Compared::Arms { at: Some(at), .. } = *compared else { return None };
        Some((
            display.occasion_label(at),
            test_row(contrast_label(compared, display), compared, (test.n1 + test.n2, &test.test), display),
        ))
    };
    let change = |(compared, test): &(Compared, MannWhitney)| {
        let Compared::Change { from, to, .. } = *compared else { return None };
        let group = Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to));
        Some((
            words.say(&group),
            test_row(contrast_label(compared, display), compared, (test.n1 + test.n2, &test.test), display),
        ))
    };
    let note = words.say(&Message::new("mann-whitney-note"));
    let block = |id, id_of_caption, rows: Vec<TableRow>| {
        let table = table(id, caption(id_of_caption, display), columns(words, "head-u"), rows, note.clone());
        (!table.rows.is_empty()).then_some(Block::Table { table })
    };
    let blocks: Vec<Block> = [
        block(
            "mann_whitney_change",
            "mann-whitney-change-caption",
            grouped(result.of_changes.iter().filter_map(change).collect()),
        ),
        block("mann_whitney", "mann-whitney-caption", grouped(result.at_occasions.iter().filter_map(at).collect())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let tests = if result.of_changes.is_empty() { &result.at_occasions } else { &result.of_changes };
    let differ = tests.iter().filter(|(_, test)| display.is_significant(test.test.p())).count();
    let id =
        if result.of_changes.is_empty() { "mann-whitney-conclusion-one-occasion" } else { "mann-whitney-conclusion" };
    let conclusion = Message::new(id).with("found", differ).with("all", tests.len());
    Some(section("mann_whitney", words.label("mann-whitney-title"), words.say(&conclusion), false, blocks))
}
