//! A table of comparisons: estimate, standard error, interval, t, df, p unadjusted and adjusted, effect size.

use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::{notes as families, verdict::judged};
use crate::analysis::display::Display;
use crate::analysis::names::{Names, capitalised};
use crate::analysis::table::{estimate_columns, number, section, table};
use crate::model::verdict::Judged;
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, ColumnHead, Marker, Section, TableRow, Text, Words};
use crate::trial::ErrorTerm;

/// A kind of comparison as a section of the report.
pub struct Frame {
    /// The table's id; also the section's.
    pub id: &'static str,
    pub title: &'static str,
    pub caption: &'static str,
    /// How the message files name the family: `change`, `arms`, `within`, `marginal`.
    pub family: &'static str,
    pub with_g: bool,
    pub open: bool,
}

/// The section of these comparisons; `None` where there are none.
pub fn comparisons(frame: &Frame, rows: &[Comparison], display: &Display<'_>) -> Option<Section> {
    let first = rows.first()?;
    let words = display.words;
    let caption = words.say(&Message::new(frame.caption).with("outcome", &display.names.outcome));
    let all: Vec<Judged> = rows.iter().map(|row| judged(row, display.plan)).collect();
    let adjusted = all.iter().any(|judged| judged.adjusted.is_some());
    let body = table_rows(rows, display, frame.with_g);
    let shown =
        table(frame.id, caption, columns(words, ci_head(&all), frame.with_g), body, notes(frame, first, rows, display));
    let n_shown = rows.iter().filter(|row| judged(row, display.plan).is_shown()).count();
    let how = match adjusted {
        true => words.plain(&Message::new("comparisons-after").with("adjust", adjustment_name(first, display))),
        false => String::new(),
    };
    let conclusion =
        Message::new("comparisons-conclusion").with("found", n_shown).with("all", rows.len()).with("how", how);
    Some(section(
        frame.id,
        words.label(frame.title),
        words.say(&conclusion),
        frame.open,
        vec![Block::Table { table: shown }],
    ))
}

/// Where each comparison stands among the table's rows, group heads counted.
pub fn places(rows: &[Comparison]) -> Vec<usize> {
    let mut at = 0;
    let mut places = Vec::with_capacity(rows.len());
    let mut previous = None;
    for row in rows {
        let group = group_of(&row.compared);
        if group.is_some() && previous != group {
            at += 1;
        }
        previous = group;
        places.push(at);
        at += 1;
    }
    places
}

/// Rows of one group follow each other under one head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Change { from: usize, to: usize },
    At(usize),
    Within(usize),
}

fn group_of(compared: &Compared) -> Option<Group> {
    match *compared {
        Compared::Change { from, to, .. } => Some(Group::Change { from, to }),
        Compared::Arms { at, .. } => at.map(Group::At),
        Compared::Occasions { arm, .. } => arm.map(Group::Within),
    }
}

fn group_label(group: Group, display: &Display<'_>) -> Text {
    match group {
        Group::Change { from, to } => display
            .words
            .say(&Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to))),
        Group::At(at) => display.occasion_label(at),
        Group::Within(arm) => display.arm_label(arm),
    }
}

/// The later level's name comes first, as the sign of the estimate says.
pub fn contrast_label(compared: &Compared, display: &Display<'_>) -> Text {
    let (later, earlier) = match *compared {
        Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => {
            (display.arm(arm), display.arm(against))
        }
        Compared::Occasions { from, to, .. } => (display.occasion(to), display.occasion(from)),
    };
    display.words.say(&Message::new("row-contrast").with("later", capitalised(&later)).with("earlier", earlier))
}

fn table_rows(rows: &[Comparison], display: &Display<'_>, with_g: bool) -> Vec<TableRow> {
    let mut shown = Vec::new();
    for together in rows.chunk_by(|a, b| group_of(&a.compared) == group_of(&b.compared)) {
        if let Some(group) = together.first().and_then(|row| group_of(&row.compared)) {
            shown.push(TableRow::group(group_label(group, display)));
        }
        shown.extend(together.iter().map(|row| body(row, display, with_g)));
    }
    shown
}

fn body(row: &Comparison, display: &Display<'_>, with_g: bool) -> TableRow {
    let places = display.places + 1;
    let judged = judged(row, display.plan);
    let mut cells = vec![
        Cell::decimal(row.estimate, places).key(),
        Cell::decimal(row.se, places),
        Cell::limit(judged.low, places),
        Cell::limit(judged.high, places),
        Cell::decimal(row.t, 2),
        degrees(row.df),
    ];
    match judged.adjusted {
        Some(p) => cells.extend([Cell::p(row.p), Cell::p(p).key()]),
        None => cells.push(Cell::p(row.p).key()),
    }
    if with_g {
        cells.push(Cell::decimal(row.size.hedges_g, 2));
    }
    TableRow::new(contrast_label(&row.compared, display), marker(&row.compared), cells).marked(judged.is_shown())
}

fn marker(compared: &Compared) -> Option<Marker> {
    match *compared {
        Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => {
            Some(Display::contrast_marker(arm, against))
        }
        Compared::Occasions { .. } => None,
    }
}

/// The head over the limits: beside adjusted p, whether they hold for the family at once or for each comparison alone.
pub fn ci_head(all: &[Judged]) -> &'static str {
    match all.iter().any(|judged| judged.adjusted.is_some()) {
        false => "head-ci",
        true if all.iter().all(|judged| judged.simultaneous) => "head-ci-simultaneous",
        true => "head-ci-unadjusted",
    }
}

fn columns(words: &Words, ci_head: &'static str, with_g: bool) -> Vec<ColumnHead> {
    let p_heads: &[&'static str] = if ci_head != "head-ci" { &["head-unadjusted", "head-adjusted"] } else { &[] };
    let mut columns = estimate_columns(words, "head-contrast", ci_head, p_heads);
    if with_g {
        columns.push(number(words, "head-g"));
    }
    columns
}

fn adjustment_name(first: &Comparison, display: &Display<'_>) -> String {
    display.adjustment(first.family.adjustment(display.plan.adjust))
}

fn notes(frame: &Frame, first: &Comparison, rows: &[Comparison], display: &Display<'_>) -> Text {
    let mut notes = families::notes(rows.iter(), display);
    notes.push(match display.plan.error_term {
        ErrorTerm::Separate | ErrorTerm::UnequalVariances => {
            Message::new("comparisons-note-separate").with("df", Arg::Decimal(first.df, 0))
        }
        ErrorTerm::Pooled => Message::new("comparisons-note-pooled"),
    });
    if frame.with_g {
        notes.push(Message::new(match first.compared {
            Compared::Change { .. } => "comparisons-note-g-change",
            Compared::Arms { .. } | Compared::Occasions { .. } => "comparisons-note-g-arms",
        }));
    }
    if frame.family == "within"
        && rows.iter().any(|row| matches!(row.compared, Compared::Occasions { arm: Some(_), .. }))
    {
        notes.push(Message::new("comparisons-note-within"));
    }
    notes.push(Message::new("comparisons-note-bold"));
    display.words.sentences(&notes)
}

/// Degrees of freedom: whole numbers as they are, others with two decimals.
pub fn degrees(df: f64) -> Cell {
    Cell::decimal(df, if df.fract() == 0.0 { 0 } else { 2 })
}

/// Degrees of freedom as an argument of a sentence.
pub fn degrees_arg(df: f64) -> Arg {
    Arg::Decimal(df, if df.fract() == 0.0 { 0 } else { 2 })
}

/// A contrast in words, with what it is taken over.
pub fn contrast_in_words(compared: &Compared, names: &Names, words: &Words) -> Text {
    let arm = |arm: usize| names.arms.get(arm).cloned().unwrap_or_default();
    let occasion = |occasion: usize| names.occasions.get(occasion).cloned().unwrap_or_default();
    let message = match *compared {
        Compared::Change { from, to, arm: later, against } => Message::new("contrast-change")
            .with("later", capitalised(&arm(later)))
            .with("earlier", arm(against))
            .with("from", occasion(from))
            .with("to", occasion(to)),
        Compared::Arms { arm: later, against, .. } => {
            Message::new("row-contrast").with("later", capitalised(&arm(later))).with("earlier", arm(against))
        }
        Compared::Occasions { from, to, arm: Some(within) } => Message::new("contrast-within")
            .with("arm", capitalised(&arm(within)))
            .with("from", occasion(from))
            .with("to", occasion(to)),
        Compared::Occasions { from, to, arm: None } => {
            Message::new("row-change").with("from", occasion(from)).with("to", occasion(to))
        }
    };
    words.say(&message)
}
