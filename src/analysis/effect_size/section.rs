//! Tables of standardised differences.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::effect_size::compute::{ChangeEffectSize, EffectSizes};
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{group_label, grouped, label, number, section, table};
use crate::model::IntervalEstimate;
use crate::model::two_means::{Independent, Paired};
use crate::model::verdict::excludes_zero;
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow, Text, Words};

pub fn sections(_: &Study<'_>, result: &EffectSizes, display: &Display<'_>) -> Vec<Section> {
    effect_sizes(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &EffectSizes) -> Vec<Problem> {
    let terms = &result.without_variance;
    if terms.is_empty() {
        return Vec::new();
    }
    let message = Message::new("effect-sizes-without-variance").with("terms", Arg::List(terms.clone()));
    vec![Problem::warning(message)]
}

fn effect_sizes(result: &EffectSizes, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let tables =
        [changes(&result.of_changes, display), arms(&result.at_occasions, display), within(&result.within, display)];
    let blocks: Vec<Block> =
        tables.into_iter().filter(|table| !table.rows.is_empty()).map(|table| Block::Table { table }).collect();
    if blocks.is_empty() {
        return None;
    }
    let title = words.label("effect-sizes-title");
    Some(section("effect_size", title, words.say(&conclusion(result, display)), false, blocks))
}

/// The largest of the differences that answer the trial's main question.
fn conclusion(result: &EffectSizes, display: &Display<'_>) -> Message {
    let largest = |sizes: &mut dyn Iterator<Item = (Compared, IntervalEstimate)>| {
        sizes.filter(|(_, size)| size.value.is_finite()).max_by(|a, b| a.1.value.abs().total_cmp(&b.1.value.abs()))
    };
    let change = largest(&mut result.of_changes.iter().map(|row| (row.compared, row.difference.hedges_g)));
    let arms = || largest(&mut result.at_occasions.iter().map(|(compared, test)| (*compared, test.hedges_g)));
    let within = || largest(&mut result.within.iter().map(|(compared, test)| (*compared, test.g_z)));
    let (id, largest) = match (change, arms()) {
        (Some(change), _) => ("effect-sizes-conclusion-change", Some(change)),
        (None, Some(arms)) => ("effect-sizes-conclusion-arms", Some(arms)),
        (None, None) => ("effect-sizes-conclusion-within", within()),
    };
    let Some((compared, size)) = largest else { return Message::new("effect-sizes-conclusion-none") };
    let message = Message::new(id)
        .with("size", Arg::Decimal(size.value, 2))
        .with("low", Arg::Decimal(size.low, 2))
        .with("high", Arg::Decimal(size.high, 2));
    match compared {
        Compared::Change { from, to, arm, against } => message
            .with("from", display.occasion(from))
            .with("to", display.occasion(to))
            .with("later", capitalised(&display.arm(arm)))
            .with("earlier", display.arm(against)),
        Compared::Arms { arm, against, at } => message
            .with("at", display.occasion(at.unwrap_or(0)))
            .with("later", capitalised(&display.arm(arm)))
            .with("earlier", display.arm(against)),
        Compared::Occasions { from, to, .. } => {
            message.with("from", display.occasion(from)).with("to", display.occasion(to))
        }
    }
}

fn limits(of: IntervalEstimate) -> [Cell; 2] {
    [Cell::limit(of.low, 2), Cell::limit(of.high, 2)]
}

fn between(compared: &Compared, test: &Independent, d_ppc2: Option<f64>, display: &Display<'_>) -> TableRow {
    let mut cells = vec![Cell::decimal(test.cohen_d.value, 2), Cell::decimal(test.hedges_g.value, 2).key()];
    cells.extend(limits(test.hedges_g));
    cells.push(Cell::decimal(test.glass_delta, 2));
    cells.extend(d_ppc2.map(|d| Cell::decimal(d, 2)));
    cells.push(Cell::share(test.superiority.value, 2));
    cells.push(Cell::share(test.superiority.low, 2));
    cells.push(Cell::share(test.superiority.high, 2));
    let marker = match *compared {
        Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => {
            Some(Display::contrast_marker(arm, against))
        }
        Compared::Occasions { .. } => None,
    };
    TableRow::new(contrast_label(compared, display), marker, cells)
        .marked(excludes_zero(test.hedges_g.low, test.hedges_g.high))
}

fn between_columns(words: &Words, with_d_ppc2: bool) -> Vec<ColumnHead> {
    // By the SD of the changes: another standardiser than that of the answers has another name.
    let [d_head, g_head, ci_head] = match with_d_ppc2 {
        true => ["head-d-change", "head-g-change", "head-ci-of-g-change"],
        false => ["head-d", "head-g", "head-ci-of-g"],
    };
    let g = || words.say(&Message::new(ci_head));
    let superiority = || words.say(&Message::new("head-superiority"));
    let mut columns = vec![
        label(words, "head-contrast"),
        number(words, d_head),
        number(words, g_head),
        number(words, "head-low").under(g()),
        number(words, "head-high").under(g()),
        number(words, "head-delta"),
    ];
    columns.extend(with_d_ppc2.then(|| number(words, "head-d-ppc2")));
    columns.extend([
        number(words, "head-share-above").under(superiority()),
        number(words, "head-low").under(superiority()),
        number(words, "head-high").under(superiority()),
    ]);
    columns
}

fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

fn changes(rows: &[ChangeEffectSize], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |row: &ChangeEffectSize| {
        let Compared::Change { from, to, .. } = row.compared else { return None };
        let head = Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to));
        Some((words.say(&head), between(&row.compared, &row.difference, Some(row.d_ppc2), display)))
    };
    let rows = grouped(rows.iter().filter_map(row).collect());
    let note = words.say(&Message::new("effect-sizes-change-note"));
    let columns = between_columns(words, true);
    table("effect_size_change", caption("effect-sizes-change-caption", display), columns, rows, note)
}

fn arms(rows: &[(Compared, Independent)], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |(compared, test): &(Compared, Independent)| {
        let Compared::Arms { at: Some(at), .. } = *compared else { return None };
        Some((display.occasion_label(at), between(compared, test, None, display)))
    };
    let rows = grouped(rows.iter().filter_map(row).collect());
    let note = words.say(&Message::new("effect-sizes-arms-note"));
    table("effect_size", caption("effect-sizes-arms-caption", display), between_columns(words, false), rows, note)
}

fn within(rows: &[(Compared, Paired)], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |(compared, test): &(Compared, Paired)| {
        let Compared::Occasions { arm, .. } = *compared else { return None };
        let mut cells = vec![Cell::decimal(test.d_z.value, 2).key()];
        cells.extend(limits(test.d_z));
        cells.extend([test.g_z.value, test.d_av, test.d_rm].map(|size| Cell::decimal(size, 2)));
        cells.push(Cell::share(test.r, 2));
        let row = TableRow::new(contrast_label(compared, display), None, cells)
            .marked(excludes_zero(test.d_z.low, test.d_z.high));
        Some((group_label(arm, display), row))
    };
    let rows = grouped(rows.iter().filter_map(row).collect());
    let d_z = || words.say(&Message::new("head-ci-of-d-z"));
    let columns = vec![
        label(words, "head-contrast"),
        number(words, "head-d-z"),
        number(words, "head-low").under(d_z()),
        number(words, "head-high").under(d_z()),
        number(words, "head-g-z"),
        number(words, "head-d-av"),
        number(words, "head-d-rm"),
        number(words, "head-r"),
    ];
    let note = words.say(&Message::new("effect-sizes-within-note"));
    table("effect_size_within", caption("effect-sizes-within-caption", display), columns, rows, note)
}
