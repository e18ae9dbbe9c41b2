//! Tables of the Friedman tests, Durbin–Conover comparisons and Wilcoxon tests.

use super::compute::{ArmFriedman, OccasionsByRanks};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::ranks::table::{caption, columns, test_row};
use crate::analysis::study::Study;
use crate::analysis::table::{group_label, grouped, label, number, section, table};
use crate::model::ranks::Wilcoxon;
use crate::notice::{Arg, Message};
use crate::report::words::plain;
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &OccasionsByRanks, display: &Display<'_>) -> Vec<Section> {
    friedman(result, display).into_iter().collect()
}

fn friedman(result: &OccasionsByRanks, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |group: &ArmFriedman| {
        let test = &group.test;
        let cells = vec![
            Cell::count(test.n),
            Cell::decimal(test.chi2, 2),
            degrees(test.df),
            Cell::p(test.p).key(),
            Cell::share(test.kendall_w, 2),
        ];
        TableRow::new(group_label(group.arm, display), None, cells).marked(display.is_significant(test.p))
    };
    let heads = vec![
        label(words, "head-arm"),
        number(words, "head-n"),
        number(words, "head-chi2"),
        number(words, "head-df"),
        number(words, "head-p"),
        number(words, "head-kendall-w"),
    ];
    let rows: Vec<TableRow> = result.groups.iter().map(row).collect();
    let tests =
        table("friedman", caption("friedman-caption", display), heads, rows, words.say(&Message::new("friedman-note")));
    let pair = |(compared, test): &(Compared, Wilcoxon)| {
        let Compared::Occasions { arm, .. } = *compared else { return None };
        Some((
            group_label(arm, display),
            test_row(contrast_label(compared, display), compared, (test.n, &test.test), display),
        ))
    };
    let pairs = grouped(result.wilcoxon.iter().filter_map(pair).collect());
    let mut notes = vec![Message::new("wilcoxon-note")];
    // Where no group has pairs by Durbin and Conover, there is no table to say so under.
    let same = result.groups.iter().filter(|group| group.pairs.is_empty());
    let same: Vec<String> = same.map(|group| plain(&group_label(group.arm, display))).collect();
    if !same.is_empty() && result.groups.iter().all(|group| group.pairs.is_empty()) {
        notes.push(Message::new("durbin-note-same-order").with("groups", same));
    }
    let note = words.sentences(&notes);
    let wilcoxon = table("wilcoxon", caption("wilcoxon-caption", display), columns(words, "head-v"), pairs, note);
    let tables = [tests, durbin_conover(result, display), wilcoxon].into_iter().filter(|table| !table.rows.is_empty());
    let blocks: Vec<Block> = tables.map(|table| Block::Table { table }).collect();
    let all = result.groups.first().filter(|group| group.arm.is_none());
    let conclusion = match all {
        Some(group) => Message::new("friedman-conclusion")
            .with("w", Arg::Share(group.test.kendall_w, 2))
            .with("p", Arg::P(group.test.p)),
        None => Message::new("wilcoxon-conclusion"),
    };
    Some(section("friedman", words.label("friedman-title"), words.say(&conclusion), false, blocks))
}

fn durbin_conover(result: &OccasionsByRanks, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut rows = Vec::new();
    for group in &result.groups {
        for pair in &group.pairs {
            let compared = Compared::Occasions { from: pair.from, to: pair.to, arm: None };
            let cells = vec![Cell::decimal(pair.t, 2), degrees(pair.df), Cell::p(pair.p).key()];
            let row =
                TableRow::new(contrast_label(&compared, display), None, cells).marked(display.is_significant(pair.p));
            rows.push((group_label(group.arm, display), row));
        }
    }
    let columns =
        vec![label(words, "head-contrast"), number(words, "head-t"), number(words, "head-df"), number(words, "head-p")];
    let mut notes = vec![Message::new("durbin-note")];
    let same = result.groups.iter().filter(|group| group.pairs.is_empty() && display.names.occasions.len() > 1);
    let same: Vec<String> = same.map(|group| plain(&group_label(group.arm, display))).collect();
    if !same.is_empty() {
        notes.push(Message::new("durbin-note-same-order").with("groups", same));
    }
    let note = words.sentences(&notes);
    table("durbin_conover", caption("durbin-caption", display), columns, grouped(rows), note)
}
