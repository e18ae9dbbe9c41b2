//! The companions' tables: one occasion at a time, each arm alone.

use crate::analysis::anova::oneway_anova::compute::OneWay;
use crate::analysis::anova::rm_anova::compute::{WithinArm, WithinArms};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::table::{estimate_columns, group_label, label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, Section, Table, TableRow};

pub fn oneway(found: &OneWay, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let differ = found.occasions.iter().filter(|at| at.welch.map_or(at.effect.test.p, |welch| welch.p) < 0.05).count();
    let conclusion = Message::new("oneway-conclusion").with("found", differ).with("all", found.occasions.len());
    let mut blocks = vec![Block::Table { table: tests(found, display) }];
    if found.occasions.iter().any(|at| !at.pairs.is_empty()) {
        blocks.push(Block::Table { table: pairs(found, display) });
    }
    Some(section("oneway_anova", words.label("oneway-title"), words.say(&conclusion), false, blocks))
}

fn tests(found: &OneWay, display: &Display<'_>) -> Table {
    let words = display.words;
    let mut rows = Vec::new();
    for at in &found.occasions {
        rows.push(TableRow::group(display.occasion_label(at.occasion)));
        let test = at.effect.test;
        let mut row = |id: &'static str, f: f64, df1: f64, df2: f64, p: f64, size: Cell| {
            let cells = vec![Cell::decimal(f, 2), degrees(df1), degrees(df2), Cell::p(p).key(), size];
            rows.push(TableRow::new(words.say(&Message::new(id)), None, cells).marked(p < 0.05));
        };
        row("oneway-classical", test.f, test.df1, test.df2, test.p, Cell::share(at.effect.size.partial_omega2, 2));
        for (id, robust) in [("oneway-welch", at.welch), ("oneway-brown-forsythe", at.brown_forsythe)] {
            if let Some(robust) = robust {
                row(id, robust.f, robust.df1, robust.df2, robust.p, Cell::blank());
            }
        }
    }
    let columns = vec![
        label(words, "head-test"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-omega2"),
    ];
    let caption = words.say(&Message::new("oneway-caption").with("outcome", &display.names.outcome));
    table("oneway_anova", caption, columns, rows, words.say(&Message::new("oneway-note")))
}

fn pairs(found: &OneWay, display: &Display<'_>) -> Table {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for at in found.occasions.iter().filter(|at| !at.pairs.is_empty()) {
        rows.push(TableRow::group(display.occasion_label(at.occasion)));
        for (arm, against, pair) in &at.pairs {
            let compared = Compared::Arms { arm: *arm, against: *against, at: None };
            let cells = vec![
                Cell::decimal(pair.estimate, places).key(),
                Cell::decimal(pair.se, places),
                Cell::decimal(pair.low, places),
                Cell::decimal(pair.high, places),
                Cell::decimal(pair.t, 2),
                degrees(pair.df),
                Cell::p(pair.p).key(),
            ];
            let marker = Some(Display::contrast_marker(*arm, *against));
            let row = TableRow::new(contrast_label(&compared, display), marker, cells);
            rows.push(row.marked(pair.low > 0.0 || pair.high < 0.0));
        }
    }
    let columns = estimate_columns(words, "head-contrast", &[]);
    let size = found.occasions.iter().map(|at| at.pairs.len()).max().unwrap_or(0);
    let caption = words.say(&Message::new("games-howell-caption").with("outcome", &display.names.outcome));
    table("games_howell", caption, columns, rows, words.say(&Message::new("games-howell-note").with("size", size)))
}

pub fn within_arms(found: &WithinArms, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let p = |group: &WithinArm| group.effect.corrected.map_or(group.effect.test.p, |corrected| corrected.gg.p);
    let arms: Vec<&WithinArm> = found.groups.iter().filter(|group| group.arm.is_some()).collect();
    let changed = arms.iter().filter(|group| p(group) < 0.05).count();
    let conclusion = match arms.is_empty() {
        true => Message::new("within-conclusion-one-group"),
        false => Message::new("within-conclusion").with("found", changed).with("all", arms.len()),
    };
    let blocks = vec![Block::Table { table: anova(found, display) }, Block::Table { table: paired(found, display) }];
    Some(section("rm_anova", words.label("within-title"), words.say(&conclusion), false, blocks))
}

fn anova(found: &WithinArms, display: &Display<'_>) -> Table {
    let words = display.words;
    let row = |group: &WithinArm| {
        let Some(gg) = group.effect.corrected.map(|corrected| corrected.gg) else {
            return TableRow::new(group_label(group.arm, display), None, Vec::new());
        };
        let cells = vec![
            Cell::count(group.n),
            Cell::decimal(group.effect.test.f, 2),
            degrees(gg.df1),
            degrees(gg.df2),
            Cell::p(gg.p).key(),
            Cell::share(gg.epsilon, 3),
            Cell::share(group.effect.size.partial_eta2, 2),
            Cell::share(group.effect.size.generalized_eta2, 2),
        ];
        TableRow::new(group_label(group.arm, display), None, cells).marked(gg.p < 0.05)
    };
    let columns = vec![
        label(words, "head-arm"),
        number(words, "head-n"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-epsilon"),
        number(words, "head-partial-eta2"),
        number(words, "head-generalized-eta2"),
    ];
    let caption = words.say(&Message::new("within-caption").with("outcome", &display.names.outcome));
    let rows = found.groups.iter().map(row).collect();
    table("rm_anova", caption, columns, rows, words.say(&Message::new("within-note")))
}

fn paired(found: &WithinArms, display: &Display<'_>) -> Table {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for group in &found.groups {
        rows.push(TableRow::group(group_label(group.arm, display)));
        for pair in &group.pairs {
            let cells = vec![
                Cell::decimal(pair.estimate, places).key(),
                Cell::decimal(pair.se, places),
                Cell::decimal(pair.ci_low, places),
                Cell::decimal(pair.ci_high, places),
                Cell::decimal(pair.t, 2),
                degrees(pair.df),
                Cell::p(pair.p),
                Cell::p(pair.bonferroni.p).key(),
            ];
            rows.push(
                TableRow::new(contrast_label(&pair.compared, display), None, cells).marked(pair.bonferroni.p < 0.05),
            );
        }
    }
    let columns = estimate_columns(words, "head-contrast", &["head-unadjusted", "head-bonferroni"]);
    let size = found.groups.iter().map(|group| group.pairs.len()).max().unwrap_or(0);
    let caption = words.say(&Message::new("paired-caption").with("outcome", &display.names.outcome));
    table("paired_t", caption, columns, rows, words.say(&Message::new("paired-note").with("size", size)))
}
