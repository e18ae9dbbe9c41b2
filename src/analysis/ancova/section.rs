//! The analysis of covariance: tests, adjusted means, adjusted differences, their robust counterparts, and cautions.

use crate::analysis::ancova::compute::{AdjustedPair, Ancova, AncovaAt};
use crate::analysis::anova::table::name_label;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::notes as families;
use crate::analysis::comparisons::table::{ci_head, contrast_label, degrees};
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, table};
use crate::model::verdict::Judged;
use crate::notice::{Arg, Message, Problem};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, Marker, ReportTable, Section, TableRow, Text};
use crate::trial::Adjust;

/// With fewer degrees of freedom for error than this the model's assumptions carry much of the answer.
const FEW_DF: f64 = 20.0;

pub fn sections(_: &Study<'_>, result: &Ancova, display: &Display<'_>) -> Vec<Section> {
    ancova(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &Ancova) -> Vec<Problem> {
    result.problems.clone()
}

fn ancova(result: &Ancova, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    if result.occasions.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> =
        wary(result, display).iter().map(|message| Block::Paragraph { text: words.say(message) }).collect();
    if result.occasions.iter().any(|at| !at.pairs.is_empty()) {
        blocks.push(Block::Table { table: pairs(result, display) });
    }
    blocks.push(Block::Table { table: means(result, display) });
    blocks.push(Block::Table { table: tests(result, display) });
    if result.occasions.iter().flat_map(|at| &at.pairs).any(|pair| pair.d.d.is_finite() || pair.robust.is_some()) {
        blocks.push(Block::Table { table: companions(result, display) });
    }
    Some(crate::analysis::table::section(
        "ancova",
        words.label("ancova-title"),
        words.say(&conclusion(result, display)),
        false,
        blocks,
    ))
}

fn all_pairs(result: &Ancova) -> impl Iterator<Item = &AdjustedPair> {
    result.occasions.iter().flat_map(|at| &at.pairs)
}

fn conclusion(result: &Ancova, display: &Display<'_>) -> Message {
    let adjust = display.plan.adjust;
    let excluding = all_pairs(result).filter(|pair| judged(&pair.adjusted, display.plan).is_shown()).count();
    let how = match (adjust, all_pairs(result).next()) {
        (Adjust::None, _) | (_, None) => String::new(),
        (_, Some(first)) => {
            let name = display.adjustment(first.adjusted.family.adjustment(adjust));
            display.words.plain(&Message::new("comparisons-after").with("adjust", name))
        }
    };
    Message::new("ancova-conclusion")
        .with("found", excluding)
        .with("all", all_pairs(result).count())
        .with("baseline", display.occasion(result.baseline))
        .with("how", how)
}

/// Cautions: heterogeneous slopes, non-randomised arms, few participants.
fn wary(result: &Ancova, display: &Display<'_>) -> Vec<Message> {
    let baseline = || display.occasion(result.baseline);
    let names = |wanted: &dyn Fn(&AncovaAt) -> bool| -> Vec<String> {
        result.occasions.iter().filter(|at| wanted(at)).map(|at| display.occasion(at.occasion)).collect()
    };
    let mut messages = Vec::new();
    let steeper = names(&|at| at.slopes.is_some_and(|slopes| display.is_significant(slopes.p)));
    if !steeper.is_empty() {
        messages.push(Message::new("ancova-slopes-differ").with("occasions", steeper).with("baseline", baseline()));
    }
    match display.plan.randomised {
        Some(true) => {}
        Some(false) => messages.push(Message::new("ancova-not-randomised").with("baseline", baseline())),
        None => messages.push(Message::new("ancova-randomised-unknown").with("baseline", baseline())),
    }
    let df = |at: &AncovaAt| at.tests.first().map_or(0.0, |test| test.test.df2);
    if let Some(fewest) = result.occasions.iter().filter(|at| df(at) < FEW_DF).min_by(|a, b| a.n.cmp(&b.n)) {
        let message = Message::new("ancova-few")
            .with("participants", fewest.n)
            .with("occasion", display.occasion(fewest.occasion))
            .with("df", Arg::Decimal(df(fewest), 0));
        messages.push(message);
    }
    messages
}

/// "Posttest (57 participants)".
fn head(at: &AncovaAt, display: &Display<'_>) -> TableRow {
    let occasion = capitalised(&display.occasion(at.occasion));
    let message = Message::new("ancova-row-occasion").with("occasion", occasion).with("participants", at.n);
    TableRow::group(display.words.say(&message))
}

fn caption(id: &'static str, result: &Ancova, display: &Display<'_>) -> Text {
    let message = Message::new(id).with("outcome", &display.names.outcome);
    display.words.say(&message.with("baseline", display.occasion(result.baseline)))
}

fn tests(result: &Ancova, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut rows = Vec::new();
    for at in &result.occasions {
        rows.push(head(at, display));
        for TestRow { name, ss, df1, df2, f, p, sizes } in test_rows(at, display) {
            let mut cells = vec![
                Cell::decimal(ss, display.places + 1),
                degrees(df1),
                degrees(df2),
                Cell::decimal(f, 2),
                Cell::p(p).key(),
            ];
            cells.extend(sizes.map(|size| Cell::share(size, 2)));
            rows.push(TableRow::new(name, None, cells).marked(display.is_significant(p)));
        }
    }
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-ss"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-f"),
        number(words, "head-p"),
        number(words, "head-partial-eta2"),
        number(words, "head-partial-omega2"),
    ];
    table("ancova", caption("ancova-caption", result, display), columns, rows, words.say(&Message::new("ancova-note")))
}

struct TestRow {
    name: Text,
    ss: f64,
    df1: f64,
    df2: f64,
    f: f64,
    p: f64,
    sizes: [f64; 2],
}

fn test_rows(at: &AncovaAt, display: &Display<'_>) -> Vec<TestRow> {
    let mut rows: Vec<TestRow> = (at.tests.iter())
        .map(|row| TestRow {
            name: verbatim(&name_label(&row.name, display)),
            ss: row.test.ss,
            df1: row.test.df1,
            df2: row.test.df2,
            f: row.test.f,
            p: row.test.p,
            sizes: [row.partial_eta2, row.partial_omega2],
        })
        .collect();
    rows.extend(at.slopes.filter(|slopes| slopes.f.is_finite()).map(|slopes| TestRow {
        name: display.words.say(&Message::new("ancova-row-slopes")),
        ss: slopes.ss,
        df1: slopes.df1,
        df2: slopes.df2,
        f: slopes.f,
        p: slopes.p,
        sizes: [f64::NAN; 2],
    }));
    rows
}

fn means(result: &Ancova, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for at in &result.occasions {
        let message = Message::new("ancova-row-means")
            .with("occasion", capitalised(&display.occasion(at.occasion)))
            .with("baseline", display.occasion(result.baseline))
            .with("mean", Arg::Decimal(at.baseline_mean, places));
        rows.push(TableRow::group(words.say(&message)));
        for mean in &at.means {
            let cells = [mean.estimate, mean.se, mean.ci_low, mean.ci_high].map(|value| Cell::decimal(value, places));
            let arm = mean.arm.unwrap_or(0);
            rows.push(TableRow::new(display.arm_label(arm), Some(Marker::Arm { index: arm }), cells.into()));
        }
    }
    let mut columns = vec![label(words, "head-arm"), number(words, "head-adjusted-mean"), number(words, "head-se")];
    columns.extend(limits("head-ci", display));
    let mut notes = vec![Message::new("ancova-means-note")];
    let covariates = display.plan.covariates.clone();
    if !covariates.is_empty() {
        notes.push(Message::new("marginal-note-covariates").with("covariates", covariates));
    }
    let caption = caption("ancova-means-caption", result, display);
    table("ancova_means", caption, columns, rows, words.sentences(&notes))
}

fn limits(ci_head: &'static str, display: &Display<'_>) -> [ColumnHead; 2] {
    let ci = || display.words.say(&Message::new(ci_head));
    ["head-low", "head-high"].map(|head| number(display.words, head).under(ci()))
}

fn p_columns(display: &Display<'_>) -> Vec<ColumnHead> {
    let words = display.words;
    let p = || words.say(&Message::new("head-p"));
    match display.plan.adjust {
        Adjust::None => vec![number(words, "head-p")],
        _ => vec![number(words, "head-unadjusted").under(p()), number(words, "head-adjusted").under(p())],
    }
}

fn p_cells(p: f64, judged: &Judged) -> Vec<Cell> {
    match judged.adjusted {
        Some(adjusted) => vec![Cell::p(p), Cell::p(adjusted).key()],
        None => vec![Cell::p(p).key()],
    }
}

fn contrast_row(compared: &Compared, cells: Vec<Cell>, marked: bool, display: &Display<'_>) -> TableRow {
    let marker = match *compared {
        Compared::Arms { arm, against, .. } => Some(Display::contrast_marker(arm, against)),
        Compared::Change { .. } | Compared::Occasions { .. } => None,
    };
    TableRow::new(contrast_label(compared, display), marker, cells).marked(marked)
}

fn pairs(result: &Ancova, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for at in result.occasions.iter().filter(|at| !at.pairs.is_empty()) {
        rows.push(head(at, display));
        for AdjustedPair { adjusted, .. } in &at.pairs {
            let judged = judged(adjusted, display.plan);
            let mut cells = vec![
                Cell::decimal(adjusted.estimate, places).key(),
                Cell::decimal(adjusted.se, places),
                Cell::limit(judged.low, places),
                Cell::limit(judged.high, places),
                Cell::decimal(adjusted.t, 2),
                degrees(adjusted.df),
            ];
            cells.extend(p_cells(adjusted.p, &judged));
            rows.push(contrast_row(&adjusted.compared, cells, judged.is_shown(), display));
        }
    }
    let all: Vec<Judged> = all_pairs(result).map(|pair| judged(&pair.adjusted, display.plan)).collect();
    let mut columns = vec![label(words, "head-contrast"), number(words, "head-estimate"), number(words, "head-se")];
    columns.extend(limits(ci_head(&all), display));
    columns.extend([number(words, "head-t"), number(words, "head-df")]);
    columns.extend(p_columns(display));
    let mut notes = vec![Message::new("ancova-pairs-note").with("baseline", display.occasion(result.baseline))];
    notes.extend(families::notes(all_pairs(result).map(|pair| &pair.adjusted), display));
    notes.push(Message::new("comparisons-note-bold"));
    let caption = caption("ancova-pairs-caption", result, display);
    table("ancova_pairwise", caption, columns, rows, words.sentences(&notes))
}

/// The same differences with robust standard errors, and in standard deviations.
fn companions(result: &Ancova, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for at in result.occasions.iter().filter(|at| !at.pairs.is_empty()) {
        rows.push(head(at, display));
        for AdjustedPair { adjusted, robust, d } in &at.pairs {
            let robust = robust.as_ref().map(|robust| [robust.se, robust.ci_low, robust.ci_high, robust.p]);
            let [se, low, high, p] = robust.unwrap_or([f64::NAN; 4]);
            let mut cells = [se, low, high].map(|value| Cell::decimal(value, places)).to_vec();
            cells.push(Cell::p(p).key());
            cells.extend([d.d, d.ci_low, d.ci_high].map(|value| Cell::decimal(value, 2)));
            rows.push(contrast_row(&adjusted.compared, cells, low > 0.0 || high < 0.0, display));
        }
    }
    let robust = || words.say(&Message::new("head-robust"));
    let d = || words.say(&Message::new("head-adjusted-d"));
    let mut columns = vec![label(words, "head-contrast")];
    columns.extend(["head-se", "head-low", "head-high", "head-p"].map(|head| number(words, head).under(robust())));
    columns.extend(["head-ancova-d", "head-low", "head-high"].map(|head| number(words, head).under(d())));
    let caption = caption("ancova-companions-caption", result, display);
    table("ancova_companions", caption, columns, rows, words.say(&Message::new("ancova-companions-note")))
}
