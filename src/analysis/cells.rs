//! Statistics of cells: groups of participants down, measures across where they are few, else one row a cell.

use crate::analysis::table::{label, number, table};
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Cell, Marker, ReportTable, TableRow, Text, Words};

/// Measures stand side by side up to this many; beyond, a row each.
const SIDE_BY_SIDE: usize = 3;

/// A statistic of each cell: its head and how one cell shows it.
pub struct Statistic<'a, T> {
    pub head: &'static str,
    pub show: Box<dyn Fn(&T) -> Cell + 'a>,
}

/// Which groups and measures there are, and what is known of each cell.
pub struct Layout<'a, T> {
    pub groups: Vec<(Text, Option<Marker>)>,
    pub measures: Vec<Text>,
    pub cell: Box<dyn Fn(usize, usize) -> Option<&'a T> + 'a>,
}

pub fn cells<T>(
    (id, caption, note): (&str, Text, Text),
    layout: &Layout<'_, T>,
    statistics: &[Statistic<'_, T>],
    one_a_row: bool,
    words: &Words,
) -> ReportTable {
    let mut columns = Vec::new();
    let mut rows = Vec::new();
    let show = |group: usize, measure: usize| {
        let cell = (layout.cell)(group, measure);
        statistics.iter().map(move |statistic| cell.map_or_else(Cell::blank, |cell| (statistic.show)(cell)))
    };
    if layout.measures.len() <= SIDE_BY_SIDE && layout.groups.len() > 1 && !one_a_row {
        columns.push(label(words, "head-arm"));
        for measure in &layout.measures {
            let spanner = if layout.measures.len() > 1 { measure.clone() } else { Text::new() };
            columns.extend(statistics.iter().map(|statistic| number(words, statistic.head).under(spanner.clone())));
        }
        for (group, (name, marker)) in layout.groups.iter().enumerate() {
            let cells = (0..layout.measures.len()).flat_map(|measure| show(group, measure)).collect();
            rows.push(TableRow::new(name.clone(), *marker, cells));
        }
    } else {
        columns.push(label(words, "head-occasion"));
        columns.extend(statistics.iter().map(|statistic| number(words, statistic.head)));
        for (group, (name, _)) in layout.groups.iter().enumerate() {
            if layout.groups.len() > 1 {
                rows.push(TableRow::group(name.clone()));
            }
            for (measure, at) in layout.measures.iter().enumerate() {
                rows.push(TableRow::new(at.clone(), None, show(group, measure).collect()));
            }
        }
    }
    table(id, caption, columns, rows, note)
}

/// Names joined for a cell of several factors: "Control, F".
pub fn joined(parts: &[String]) -> Text {
    verbatim(&crate::analysis::names::capitalised(&parts.join(", ")))
}

/// The caption of a table about one outcome.
pub fn caption(words: &Words, id: &'static str, outcome: String) -> Text {
    words.say(&Message::new(id).with("outcome", outcome))
}
