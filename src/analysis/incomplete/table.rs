//! Tables that the mixed models share.

use crate::analysis::anova::table::name_label;
use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::notes as families;
use crate::analysis::comparisons::table::{Frame, comparisons, degrees};
use crate::analysis::display::Display;
use crate::analysis::incomplete::effects::EffectOfModel;
use crate::analysis::table::{label, number, table};
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ReportTable, TableRow, Text};

/// The comparisons of a mixed model: its conclusion and its table.
pub fn compared(frame: &Frame, rows: &[Comparison], display: &Display<'_>) -> Option<(Text, Block)> {
    let section = comparisons(frame, rows, display)?;
    let mut notes = families::notes(rows.iter(), display);
    notes.extend([
        Message::new("mixed-note-satterthwaite"),
        Message::new("mixed-note-g"),
        Message::new("comparisons-note-bold"),
    ]);
    let block = section.blocks.into_iter().next()?;
    let Block::Table { mut table } = block else { return None };
    table.note = display.words.sentences(&notes);
    Some((section.conclusion, Block::Table { table }))
}

/// F tests by Satterthwaite's degrees of freedom, beside those of Kenward and Roger.
pub fn effects<'a>(
    id: &'static str,
    rows: impl Iterator<Item = (&'a EffectOfModel, Option<&'a EffectOfModel>)>,
    display: &Display<'_>,
) -> ReportTable {
    let words = display.words;
    let cells = |effect: Option<&EffectOfModel>| match effect {
        None => vec![Cell::blank(), Cell::blank(), Cell::blank()],
        Some(EffectOfModel { test, .. }) => vec![Cell::decimal(test.f, 2), degrees(test.df2), Cell::p(test.p)],
    };
    let row = |(effect, beside): (&EffectOfModel, Option<&EffectOfModel>)| {
        let mut all = vec![degrees(effect.test.df1)];
        all.extend(cells(Some(effect)));
        all.extend(cells(beside));
        TableRow::new(verbatim(&name_label(&effect.name, display)), None, all)
            .marked(display.is_significant(effect.test.p))
    };
    let mut columns = vec![label(words, "head-source"), number(words, "head-df1")];
    for head in ["mixed-head-satterthwaite", "mixed-head-kenward-roger"] {
        let over = || words.say(&Message::new(head));
        columns.extend(["head-f", "head-df2", "head-p"].map(|head| number(words, head).under(over())));
    }
    let caption = words.say(&Message::new("mixed-effects-caption").with("outcome", &display.names.outcome));
    table(id, caption, columns, rows.map(row).collect(), words.say(&Message::new("mixed-effects-note")))
}
