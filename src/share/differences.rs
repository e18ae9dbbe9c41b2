//! How an analysis departs from the Plan that was registered before it.

use crate::notice::Message;
use crate::plan::{Plan, PlanDifference};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow, Words};

/// The section that lists the differences; it says so where there is none.
pub fn differences(registered: &Plan, day: &str, here: &Plan, words: &Words) -> Section {
    let found = crate::plan::differences(registered, here);
    let title = words.label("registered-title");
    let conclusion = Message::new("registered-conclusion").with("day", day).with("count", found.len());
    let by_default = || words.label("plan-part-default");
    let shown = |value: &str| Cell::words(if value.is_empty() { by_default() } else { value.to_owned() });
    let row = |difference: &PlanDifference| {
        let cells = vec![shown(&difference.before), shown(&difference.after)];
        TableRow::new(words.say(&difference.name), None, cells)
    };
    let table = ReportTable {
        id: "registered".into(),
        number: 1,
        caption: verbatim(&title),
        columns: vec![
            ColumnHead::label(words.say(&Message::new("head-plan-part"))),
            ColumnHead::words(words.say(&Message::new("head-registered"))),
            ColumnHead::words(words.say(&Message::new("head-here"))),
        ],
        rows: found.iter().map(row).collect(),
        note: words.say(&Message::new("registered-note")),
    };
    let blocks = if found.is_empty() { Vec::new() } else { vec![Block::Table { table }] };
    let conclusion = words.say(&conclusion);
    Section { id: "registered".into(), chapter: String::new(), title, conclusion, open: !found.is_empty(), blocks }
}
