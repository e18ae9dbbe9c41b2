//! The tables of missing values, and the ledger of who is left out of analyses of complete cases.

use super::compute::{Missingness, MissingnessPattern};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, section, table};
use crate::analysis::who;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow};

/// More patterns than this are counted together.
const MOST_PATTERNS: usize = 12;

pub fn sections(study: &Study<'_>, result: &Missingness, display: &Display<'_>) -> Vec<Section> {
    let words = display.words;
    let conclusion = Message::new("missingness-conclusion").with("complete", result.n_complete).with("all", result.n);
    let mut blocks = vec![Block::Table { table: by_cell(study, result, display) }];
    blocks.push(Block::Table { table: by_pattern(study, result, display) });
    let ledger = who::ledger(study.trial, study.index, display);
    blocks.extend(ledger.iter().map(|line| Block::Paragraph { text: words.say(line) }));
    let title = words.label("missingness-title");
    vec![section("missingness", title, words.say(&conclusion), false, blocks)]
}

/// Arms in rows, occasions in columns: how many of how many are missing.
fn by_cell(study: &Study<'_>, result: &Missingness, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut columns = vec![label(words, "head-arm")];
    for occasion in 0..study.trial.occasions.len() {
        let head = || display.occasion_label(occasion);
        columns.push(ColumnHead::number(words.say(&Message::new("head-missing-n"))).under(head()));
        columns.push(ColumnHead::number(words.say(&Message::new("head-missing-percent"))).under(head()));
    }
    let rows = result.cells.chunk_by(|a, b| a.arm == b.arm).filter_map(|of_arm| {
        let first = of_arm.first()?;
        let cells = of_arm.iter().flat_map(|cell| {
            let share = 100.0 * cell.missing as f64 / cell.n.max(1) as f64;
            [Cell::count(cell.missing), Cell::decimal(share, 0)]
        });
        let name = match study.trial.has_arms {
            true => words.say(&Message::new("row-arm-n").with("arm", capital(display, first.arm)).with("n", first.n)),
            false => words.say(&Message::new("row-all-n").with("n", first.n)),
        };
        Some(TableRow::new(name, None, cells.collect()))
    });
    let caption = words.say(&Message::new("missingness-caption").with("outcome", &display.names.outcome));
    table("missingness", caption, columns, rows.collect(), words.say(&Message::new("missingness-note")))
}

fn capital(display: &Display<'_>, arm: usize) -> Arg {
    crate::analysis::names::capitalised(&display.arm(arm)).into()
}

/// A row for each pattern, the most frequent first.
fn by_pattern(study: &Study<'_>, result: &Missingness, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut columns = vec![label(words, "head-pattern")];
    if study.trial.has_arms {
        columns.extend((0..study.trial.arms.len()).map(|arm| ColumnHead::number(display.arm_label(arm))));
    }
    columns.push(ColumnHead::number(words.say(&Message::new("head-all"))));
    let row = |name: crate::report::Text, counts: &[usize]| {
        let of_arms = counts.iter().filter(|_| study.trial.has_arms).map(|&count| Cell::count(count));
        let all = Cell::count(counts.iter().sum());
        TableRow::new(name, None, of_arms.chain([all]).collect())
    };
    let (listed, rest) = result.patterns.split_at(result.patterns.len().min(MOST_PATTERNS));
    let mut rows: Vec<TableRow> = listed.iter().map(|pattern| row(pattern_label(pattern), &pattern.counts)).collect();
    if !rest.is_empty() {
        let sum = |arm: usize| rest.iter().filter_map(|pattern| pattern.counts.get(arm)).sum::<usize>();
        let counts: Vec<usize> = (0..study.trial.arms.len()).map(sum).collect();
        rows.push(row(words.say(&Message::new("row-other-patterns").with("count", rest.len())), &counts));
    }
    let caption = words.say(&Message::new("patterns-caption").with("outcome", &display.names.outcome));
    table("missing_patterns", caption, columns, rows, words.say(&Message::new("patterns-note")))
}

/// A mark for each occasion: filled where there is a value.
fn pattern_label(pattern: &MissingnessPattern) -> crate::report::Text {
    let marks: Vec<&str> = pattern.has.iter().map(|has| if *has { "●" } else { "○" }).collect();
    verbatim(&marks.join(" "))
}
