//! Section on resampling: permutation tests, then bootstrap intervals.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::resampling::compute::{Change, Lane, Permuted, Redrawn, Resampled};
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section as folded, table};
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow, Text};

pub fn sections(study: &Study<'_>, result: &Resampled, display: &Display<'_>) -> Vec<Section> {
    resampling(study, result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &Resampled) -> Vec<Problem> {
    result.problems.clone()
}

fn resampling(study: &Study<'_>, result: &Resampled, display: &Display<'_>) -> Option<Section> {
    if let Some(refused) = &result.refused {
        return Some(refusal(refused, display));
    }
    let tables =
        [interaction(result, display), changes(result, display), lanes(result, display), redrawn(result, display)];
    let blocks: Vec<Block> = tables.into_iter().flatten().map(|table| Block::Table { table }).collect();
    if blocks.is_empty() {
        return None;
    }
    let excluding =
        |row: &&Redrawn| row.limits.and_then(|limits| limits.bca).is_some_and(|(low, high)| low > 0.0 || high < 0.0);
    let changed = |row: &&Redrawn| matches!(row.compared, Compared::Change { .. });
    let conclusion = match &result.interaction {
        Some(of) => Message::new("resampling-conclusion")
            .with("p", Arg::P(of.permuted.p))
            .with("p-f", Arg::P(of.p_f))
            .with("found", result.bootstrap.iter().filter(changed).filter(excluding).count())
            .with("all", result.bootstrap.iter().filter(changed).count()),
        None => Message::new("resampling-conclusion-bootstrap")
            .with("found", result.bootstrap.iter().filter(excluding).count())
            .with("all", result.bootstrap.len()),
    };
    let mut blocks = blocks;
    let who = Message::new("resampling-who")
        .with("n", study.used.len())
        .with("seed", Arg::Text(study.trial.plan.resampling.seed.to_string()));
    blocks.insert(0, Block::Paragraph { text: display.words.say(&who) });
    let (title, conclusion) = (display.words.label("resampling-title"), display.words.say(&conclusion));
    Some(folded("resampling", title, conclusion, false, blocks))
}

/// Placed where the numbers would be, not above the whole report.
fn refusal(refused: &Problem, display: &Display<'_>) -> Section {
    let (title, conclusion) = (display.words.label("resampling-title"), display.words.say(&refused.message));
    let notice = display.words.notice(refused);
    folded("resampling", title, conclusion, false, vec![Block::Notice { notice }])
}

fn heads(display: &Display<'_>, names: &[&'static str]) -> Vec<ColumnHead> {
    names.iter().map(|name| number(display.words, name)).collect()
}

fn captioned(display: &Display<'_>, id: &'static str) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

/// How the p-values were obtained: from all arrangements, or from a random sample of them.
fn how(permuted: &Permuted) -> Message {
    let id = if permuted.arrangements.is_exact() { "permutation-note-exact" } else { "permutation-note-drawn" };
    // A count of replicates is below 2³², so the cast holds on every machine.
    Message::new(id).with("replicates", permuted.arrangements.len() as usize)
}

/// The same for a table with the Monte Carlo limits of p.
fn how_and_limits(first: Message, permuted: &Permuted) -> Vec<Message> {
    let limits = permuted.monte_carlo.map(|_| Message::new("permutation-note-limits"));
    [Some(first), Some(how(permuted)), limits].into_iter().flatten().collect()
}

fn limits(permuted: &Permuted) -> [Cell; 2] {
    let [low, high] = permuted.monte_carlo.map_or([f64::NAN; 2], |(low, high)| [low, high]);
    [Cell::share(low, 4), Cell::share(high, 4)]
}

fn interaction(result: &Resampled, display: &Display<'_>) -> Option<ReportTable> {
    let of = result.interaction.as_ref()?;
    let words = display.words;
    let mut columns = vec![label(words, "head-source")];
    columns.extend(heads(display, &["head-f", "head-df1", "head-df2", "head-p-f", "head-p-permutation"]));
    columns.extend(monte_carlo(display));
    let mut cells =
        vec![Cell::decimal(of.f, 2), degrees(of.df.0), degrees(of.df.1), Cell::p(of.p_f), Cell::p(of.permuted.p).key()];
    cells.extend(limits(&of.permuted));
    let row = TableRow::new(words.say(&Message::new("row-interaction")), None, cells)
        .marked(display.is_significant(of.permuted.p));
    let note = words.sentences(&how_and_limits(Message::new("permutation-note"), &of.permuted));
    Some(table("permutation", captioned(display, "permutation-caption"), columns, vec![row], note))
}

fn monte_carlo(display: &Display<'_>) -> Vec<ColumnHead> {
    let spanner = || display.words.say(&Message::new("head-monte-carlo"));
    heads(display, &["head-low", "head-high"]).into_iter().map(|head| head.under(spanner())).collect()
}

fn change_label(compared: &Compared, display: &Display<'_>) -> Text {
    match *compared {
        Compared::Change { from, to, .. } => display
            .words
            .say(&Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to))),
        Compared::Arms { at, .. } => display.occasion_label(at.unwrap_or(0)),
        Compared::Occasions { .. } => Text::new(),
    }
}

/// Rows grouped under their changes or occasions.
fn grouped<T>(
    rows: &[T],
    of: impl Fn(&T) -> Compared,
    display: &Display<'_>,
    body: impl Fn(&T) -> TableRow,
) -> Vec<TableRow> {
    let mut rows_with_heads = Vec::new();
    let mut last = Text::new();
    for row in rows {
        let head = change_label(&of(row), display);
        if head != last {
            rows_with_heads.push(TableRow::group(head.clone()));
            last = head;
        }
        rows_with_heads.push(body(row));
    }
    rows_with_heads
}

fn changes(result: &Resampled, display: &Display<'_>) -> Option<ReportTable> {
    let first = result.changes.first()?;
    let mut columns = vec![label(display.words, "head-contrast")];
    columns.extend(heads(display, &["head-estimate", "head-t", "head-p-t", "head-p-permutation", "head-p-max-t"]));
    let body = |row: &Change| {
        let cells = vec![
            Cell::decimal(row.estimate, display.places + 1).key(),
            Cell::decimal(row.t, 2),
            Cell::p(row.p_t),
            Cell::p(row.permuted.p),
            Cell::p(row.max_t.p).key(),
        ];
        TableRow::new(contrast_label(&row.compared, display), None, cells).marked(display.is_significant(row.max_t.p))
    };
    let rows = grouped(&result.changes, |row| row.compared, display, body);
    let note = Message::new("permutation-changes-note").with("size", result.changes.len());
    let note = display.words.sentences(&[note, how(&first.permuted)]);
    Some(table("permutation-changes", captioned(display, "permutation-changes-caption"), columns, rows, note))
}

fn lanes(result: &Resampled, display: &Display<'_>) -> Option<ReportTable> {
    let first = result.lanes.first()?;
    let words = display.words;
    let mut columns = vec![label(words, "head-contrast")];
    columns.extend(heads(display, &["head-f", "head-t", "head-p-permutation"]));
    columns.extend(monte_carlo(display));
    let body = |row: &Lane| {
        let (f, t) = match row.arms {
            None => (Cell::decimal(row.statistic, 2), Cell::blank()),
            Some(_) => (Cell::blank(), Cell::decimal(row.statistic, 2)),
        };
        let mut cells = vec![f, t, Cell::p(row.permuted.p).key()];
        cells.extend(limits(&row.permuted));
        let label = match row.arms {
            None => words.say(&Message::new("row-all-arms")),
            Some((arm, against)) => contrast_label(&Compared::Arms { arm, against, at: Some(row.occasion) }, display),
        };
        TableRow::new(label, None, cells).marked(display.is_significant(row.permuted.p))
    };
    let at = |row: &Lane| Compared::Arms { arm: 0, against: 0, at: Some(row.occasion) };
    let rows = grouped(&result.lanes, at, display, body);
    let note = words.sentences(&how_and_limits(Message::new("freedman-lane-note"), &first.permuted));
    Some(table("freedman-lane", captioned(display, "freedman-lane-caption"), columns, rows, note))
}

fn redrawn(result: &Resampled, display: &Display<'_>) -> Option<ReportTable> {
    let words = display.words;
    if result.bootstrap.iter().all(|row| row.limits.is_none()) {
        return None;
    }
    let spanner = |id: &'static str| words.say(&Message::new(id));
    let mut columns = vec![label(words, "head-contrast")];
    columns.extend(heads(display, &["head-estimate", "head-se"]));
    for kind in ["head-bca", "head-percentile"] {
        columns.extend(heads(display, &["head-low", "head-high"]).into_iter().map(|head| head.under(spanner(kind))));
    }
    let places = display.places + 1;
    let body = |row: &Redrawn| {
        let limits = row.limits;
        let bca = limits.and_then(|limits| limits.bca);
        let cells = vec![
            Cell::decimal(row.estimate, places).key(),
            Cell::maybe(limits, |limits| Cell::decimal(limits.se, places)),
            Cell::maybe(bca, |limits| Cell::decimal(limits.0, places)),
            Cell::maybe(bca, |limits| Cell::decimal(limits.1, places)),
            Cell::maybe(limits, |limits| Cell::decimal(limits.percentile.0, places)),
            Cell::maybe(limits, |limits| Cell::decimal(limits.percentile.1, places)),
        ];
        let excludes = bca.is_some_and(|(low, high)| low > 0.0 || high < 0.0);
        TableRow::new(contrast_label(&row.compared, display), None, cells).marked(excludes)
    };
    let rows = grouped(&result.bootstrap, |row| row.compared, display, body);
    let note = words.say(&Message::new("bootstrap-note").with("replicates", result.replicates as usize));
    let caption = Message::new("bootstrap-caption").with("outcome", &display.names.outcome);
    Some(table("bootstrap", words.say(&caption), columns, rows, note))
}
