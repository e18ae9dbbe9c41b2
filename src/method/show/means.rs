//! Means of cells: arms down, occasions across where few, else one row a cell.

use super::{label, number, table};
use crate::message::Message;
use crate::method::names::{Names, capitalised};
use crate::report::build::verbatim;
use crate::report::{Cell, ColumnHead, Marker, Table, TableRow, Text, Words};

/// Occasions stand side by side up to this many; beyond, a row each.
const SIDE_BY_SIDE: usize = 3;

/// A statistic of each cell: its head and how one cell shows it.
pub struct Statistic<'a> {
    pub head: &'static str,
    pub cell: Box<dyn Fn(usize, usize) -> Cell + 'a>,
}

/// The table of `statistics` for every arm and occasion.
pub fn cells(id: &str, caption: Text, names: &Names, statistics: &[Statistic<'_>], note: Text, words: &Words) -> Table {
    if names.occasions.len() <= SIDE_BY_SIDE && names.arms.len() > 1 {
        across(id, caption, names, statistics, note, words)
    } else {
        down(id, caption, names, statistics, note, words)
    }
}

fn across(id: &str, caption: Text, names: &Names, statistics: &[Statistic<'_>], note: Text, words: &Words) -> Table {
    let mut columns = vec![label(words, "head-arm")];
    for occasion in &names.occasions {
        let spanner = if names.occasions.len() > 1 { verbatim(&capitalised(occasion)) } else { Text::new() };
        columns.extend(statistics.iter().map(|statistic| number(words, statistic.head).under(spanner.clone())));
    }
    let row = |(arm, name): (usize, &String)| {
        let cells = (0..names.occasions.len())
            .flat_map(|occasion| statistics.iter().map(move |statistic| (statistic.cell)(arm, occasion)))
            .collect();
        TableRow::new(verbatim(&capitalised(name)), Some(Marker::Arm { index: arm }), cells)
    };
    table(id, caption, columns, names.arms.iter().enumerate().map(row).collect(), note)
}

fn down(id: &str, caption: Text, names: &Names, statistics: &[Statistic<'_>], note: Text, words: &Words) -> Table {
    let mut columns = vec![ColumnHead::label(words.say(&Message::new("head-occasion")))];
    columns.extend(statistics.iter().map(|statistic| number(words, statistic.head)));
    let mut rows = Vec::new();
    for (arm, name) in names.arms.iter().enumerate() {
        if names.arms.len() > 1 {
            rows.push(TableRow::group(verbatim(&capitalised(name))));
        }
        for (occasion, at) in names.occasions.iter().enumerate() {
            let cells = statistics.iter().map(|statistic| (statistic.cell)(arm, occasion)).collect();
            rows.push(TableRow::new(verbatim(&capitalised(at)), None, cells));
        }
    }
    table(id, caption, columns, rows, note)
}
