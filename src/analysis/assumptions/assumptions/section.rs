//! Assumptions of the analysis: an overview with consequences first, then the tests and the outlying scores.

use super::compute::Assumptions;
use super::qq::qq;
use crate::analysis::assumptions::outliers::compute::{Fence, Outlier};
use crate::analysis::assumptions::residuals::compute::{OccasionResiduals, Residuals};
use crate::analysis::assumptions::sphericity::section as sphericity;
use crate::analysis::comparisons::descriptives::section as cells;
use crate::analysis::comparisons::table::degrees;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::model::box_m::BoxM;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, Figure, Marker, ReportTable, Section, TableRow};

pub fn sections(study: &Study<'_>, result: &Assumptions, display: &Display<'_>) -> Vec<Section> {
    assumptions(study, result, display).into_iter().collect()
}

fn assumptions(study: &Study<'_>, result: &Assumptions, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let sphericity = sphericity::sphericity(study, display);
    let normality = cells::normality(study, &result.cells, display);
    let mut conclusions: Vec<Message> = Vec::new();
    if sphericity.is_none() && study.occasions.len() == 2 {
        conclusions.push(Message::new("sphericity-two"));
    }
    let with_scores = result.residuals.as_ref().filter(|residuals| !residuals.occasions.is_empty());
    conclusions.extend(with_scores.map(|residuals| conclusion(residuals, &result.outliers, display)));
    let mut blocks = Vec::new();
    let mut tables = Vec::new();
    if let Some(residuals) = &result.residuals {
        blocks.push(Block::Table { table: overview(study, residuals, &result.outliers, display) });
    }
    tables.extend(with_scores.map(|residuals| at_occasions(residuals, result, display)));
    tables.extend([sphericity, normality].into_iter().flatten());
    tables.extend(
        result.residuals.as_ref().and_then(|residuals| residuals.box_m).map(|box_m| box_m_table(box_m, display)),
    );
    blocks.extend(tables.into_iter().map(|table| Block::Table { table }));
    let plot = result.residuals.as_ref().and_then(|residuals| qq(residuals, display));
    blocks.extend(plot.map(|scatter| Block::Figure { figure: Figure::Scatter { scatter } }));
    if !result.outliers.is_empty() {
        blocks.push(Block::Table { table: outliers(study, &result.outliers, display) });
    }
    if blocks.is_empty() {
        return None;
    }
    Some(section("assumptions", words.label("assumptions-title"), words.sentences(&conclusions), false, blocks))
}

/// Counts the tests that speak against an assumption.
fn conclusion(residuals: &Residuals, outliers: &[Outlier], display: &Display<'_>) -> Message {
    let against = |p: Option<f64>| usize::from(p.is_some_and(|p| display.is_significant(p)));
    let unequal: usize = residuals.occasions.iter().map(|at| against(at.levene_median.map(|test| test.p))).sum();
    let not_normal: usize = residuals.occasions.iter().map(|at| against(at.normality.map(|test| test.p))).sum();
    let extreme = outliers.iter().filter(|outlier| outlier.fence == Some(Fence::Extreme)).count();
    let has_arms = residuals.occasions.iter().any(|at| at.levene_median.is_some());
    Message::new(if has_arms { "assumptions-conclusion" } else { "assumptions-conclusion-one-group" })
        .with("occasions", residuals.occasions.len())
        .with("not-normal", not_normal)
        .with("unequal", unequal)
        .with("extreme", extreme)
}

/// Each assumption with the finding, its consequence and a companion analysis.
fn overview(study: &Study<'_>, residuals: &Residuals, outliers: &[Outlier], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let columns = vec![
        label(words, "head-assumption"),
        ColumnHead::words(words.say(&Message::new("head-found"))),
        ColumnHead::words(words.say(&Message::new("head-consequence"))),
        ColumnHead::words(words.say(&Message::new("head-companion"))),
    ];
    let row = |id: &'static str, finding: Message, consequence: &'static str, companion: &'static str| {
        let cells = vec![
            Cell::words(words.plain(&finding)),
            Cell::words(words.label(consequence)),
            Cell::words(words.label(companion)),
        ];
        TableRow::new(words.say(&Message::new(id)), None, cells)
    };
    let smallest = |p_of: &dyn Fn(&OccasionResiduals) -> Option<f64>| {
        let p = residuals.occasions.iter().filter_map(|at| Some((at.occasion, p_of(at)?)));
        p.min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let at_smallest = |id: &'static str, (occasion, p): (usize, f64)| {
        Message::new(id).with("occasion", display.occasion(occasion)).with("p", Arg::P(p))
    };
    let mut rows = Vec::new();
    let sphericity = study.strata().iter().find(|s| s.stratum.mask != 0 && s.sphericity.d > 1);
    rows.extend(sphericity.map(|stratum| {
        let finding = Message::new("found-sphericity").with("epsilon", Arg::Share(stratum.sphericity.epsilon_gg, 3));
        row("assumption-sphericity", finding, "consequence-sphericity", "companion-sphericity")
    }));
    rows.extend(smallest(&|at| at.normality.map(|test| test.p)).map(|least| {
        let finding = together(residuals, least.1).unwrap_or_else(|| at_smallest("found-normality", least));
        row("assumption-normality", finding, "consequence-normality", "companion-normality")
    }));
    rows.extend(smallest(&|at| at.levene_median.map(|test| test.p)).map(|least| {
        row(
            "assumption-variances",
            at_smallest("found-variances", least),
            "consequence-variances",
            "companion-variances",
        )
    }));
    if study.cells.len() > 1 && study.occasions.len() > 1 {
        let finding = match residuals.box_m {
            Some(box_m) => Message::new("found-covariances").with("p", Arg::P(box_m.p)),
            None => Message::new("found-covariances-untested"),
        };
        rows.push(row("assumption-covariances", finding, "consequence-covariances", "companion-covariances"));
    }
    let count = |fence| outliers.iter().filter(|outlier| outlier.fence == Some(fence)).count();
    if study.trial.has_rows() {
        let finding = Message::new("found-outliers");
        let finding = finding.with("extreme", count(Fence::Extreme)).with("outlying", count(Fence::Outlying));
        rows.push(row("assumption-outliers", finding, "consequence-outliers", "companion-outliers"));
    }
    let independence = Message::new("found-independence");
    rows.push(row("assumption-independence", independence, "consequence-independence", "companion-independence"));
    let caption = words.say(&Message::new("assumptions-caption"));
    table("assumptions", caption, columns, rows, words.say(&Message::new("assumptions-note")))
}

/// The test of all occasions' residuals, where its p is smaller than that of any occasion.
fn together(residuals: &Residuals, least: f64) -> Option<Message> {
    let all = residuals.normality.filter(|all| all.p < least && residuals.occasions.len() > 1)?;
    Some(Message::new("found-normality-together").with("p", Arg::P(all.p)))
}

/// The tests at each occasion, with the p-values of the arm differences from analyses with weaker assumptions.
fn at_occasions(residuals: &Residuals, result: &Assumptions, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let has_arms = !result.companions.is_empty();
    let row = |at: &OccasionResiduals| {
        let mut cells = vec![
            Cell::maybe(at.normality, |test| Cell::share(test.w, 3)),
            Cell::maybe(at.normality, |test| Cell::p(test.p)),
        ];
        if has_arms {
            for test in [at.levene_mean, at.levene_median] {
                cells.push(Cell::maybe(test, |test| Cell::decimal(test.f, 2)));
                cells.push(Cell::maybe(test, |test| Cell::p(test.p)));
            }
            let companions = result.companions.iter().find(|companions| companions.occasion == at.occasion);
            cells.push(Cell::maybe(companions, |of| Cell::p(of.oneway)));
            cells.push(Cell::maybe(companions, |of| Cell::p(of.welch)));
            cells.push(Cell::maybe(companions, |of| Cell::p(of.kruskal_wallis)));
        }
        TableRow::new(display.occasion_label(at.occasion), None, cells)
    };
    let under =
        |head: &'static str, spanner: &'static str| number(words, head).under(words.say(&Message::new(spanner)));
    let mut columns =
        vec![label(words, "head-occasion"), under("head-w", "head-shapiro"), under("head-p", "head-shapiro")];
    if has_arms {
        columns.extend([
            under("head-f", "head-levene-mean"),
            under("head-p", "head-levene-mean"),
            under("head-f", "head-levene-median"),
            under("head-p", "head-levene-median"),
            under("head-oneway", "head-arms-differ"),
            under("head-welch", "head-arms-differ"),
            under("head-kruskal", "head-arms-differ"),
        ]);
    }
    let mut rows: Vec<TableRow> = residuals.occasions.iter().map(row).collect();
    if let (Some(all), true) = (residuals.normality, residuals.occasions.len() > 1) {
        let cells = vec![Cell::share(all.w, 3), Cell::p(all.p)];
        let blanks = columns.len().saturating_sub(3);
        let cells = cells.into_iter().chain((0..blanks).map(|_| Cell::blank())).collect();
        rows.push(TableRow::new(words.say(&Message::new("row-all-occasions")), None, cells));
    }
    let (caption, note) = match has_arms {
        true => ("residuals-caption", "residuals-note"),
        false => ("residuals-caption-one-group", "residuals-note-one-group"),
    };
    let caption = words.say(&Message::new(caption).with("outcome", &display.names.outcome));
    table("residuals", caption, columns, rows, words.say(&Message::new(note)))
}

fn box_m_table(result: BoxM, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let cells = vec![
        Cell::decimal(result.f, 2),
        degrees(result.df1),
        Cell::decimal(result.df2, 1),
        Cell::p(result.p),
        Cell::decimal(result.chi2, 2),
        degrees(result.chi2_df),
        Cell::p(result.p_chi2),
    ];
    let m = Message::new("row-box-m").with("m", Arg::Decimal(result.m, 2));
    let columns = vec![
        label(words, "head-test"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-chi2"),
        number(words, "head-df"),
        number(words, "head-p"),
    ];
    let caption = words.say(&Message::new("box-m-caption"));
    let note = words.say(&Message::new("box-m-note"));
    table("box_m", caption, columns, vec![TableRow::new(words.say(&m), None, cells)], note)
}

/// The number of outliers listed; the rest are counted.
const MOST_LISTED: usize = 50;

fn outliers(study: &Study<'_>, result: &[Outlier], display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |outlier: &Outlier| {
        let id = study.trial.ids.get(outlier.participant).cloned().unwrap_or_default();
        let fence = match outlier.fence {
            Some(Fence::Extreme) => words.label("fence-extreme"),
            Some(Fence::Outlying) => words.label("fence-outlying"),
            None => String::new(),
        };
        let marker = study.trial.has_arms.then_some(Marker::Arm { index: outlier.arm });
        let cells = vec![
            Cell::words(if study.trial.has_arms { display.arm(outlier.arm) } else { String::new() }),
            Cell::words(display.occasion(outlier.occasion)),
            Cell::decimal(outlier.value, display.places),
            Cell::words(fence),
            Cell::decimal(outlier.studentised, 2),
        ];
        TableRow::new(verbatim(&id), marker, cells)
    };
    let columns = vec![
        label(words, "head-participant"),
        ColumnHead::words(words.say(&Message::new("head-arm"))),
        ColumnHead::words(words.say(&Message::new("head-occasion"))),
        number(words, "head-score"),
        ColumnHead::words(words.say(&Message::new("head-fence"))),
        number(words, "head-studentised"),
    ];
    let rows = result.iter().take(MOST_LISTED).map(row).collect();
    let caption = words.say(&Message::new("outliers-caption").with("outcome", &display.names.outcome));
    let mut notes = vec![Message::new("outliers-note")];
    if result.len() > MOST_LISTED {
        notes.push(Message::new("outliers-more").with("shown", MOST_LISTED).with("all", result.len()));
    }
    table("outliers", caption, columns, rows, words.sentences(&notes))
}
