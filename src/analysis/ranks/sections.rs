//! The tables by ranks.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::ranks::friedman::compute::OccasionsByRanks;
use crate::analysis::ranks::kruskal_wallis::compute::KruskalWallisAt;
use crate::analysis::ranks::mann_whitney::compute::ArmsByRanks;
use crate::analysis::table::group_label;
use crate::analysis::table::{grouped, label, number, section, table};
use crate::model::ranks::{MannWhitney, Wilcoxon};
use crate::notice::Message;
use crate::report::{Block, Cell, ColumnHead, Section, Table, TableRow, Text, Words};

fn outcome(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

pub fn kruskal(found: &KruskalWallisAt, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let differ = found.occasions.iter().filter(|at| at.test.p < 0.05).count();
    if found.occasions.is_empty() {
        return None;
    }
    let row = |at: &crate::analysis::ranks::kruskal_wallis::compute::AtOccasion| {
        let test = &at.test;
        let cells =
            vec![Cell::decimal(test.h, 2), degrees(test.df), Cell::p(test.p).key(), Cell::share(test.epsilon2, 2)];
        TableRow::new(display.occasion_label(at.occasion), None, cells).marked(test.p < 0.05)
    };
    let tests = table(
        "kruskal_wallis",
        outcome("kruskal-caption", display),
        vec![
            label(words, "head-occasion"),
            number(words, "head-h"),
            number(words, "head-df"),
            number(words, "head-p"),
            number(words, "head-epsilon2"),
        ],
        found.occasions.iter().map(row).collect(),
        words.say(&Message::new("kruskal-note")),
    );
    let mut blocks = vec![Block::Table { table: tests }];
    blocks.extend(dunn(found, display).map(|table| Block::Table { table }));
    let conclusion = Message::new("kruskal-conclusion").with("found", differ).with("all", found.occasions.len());
    Some(section("kruskal_wallis", words.label("kruskal-title"), words.say(&conclusion), false, blocks))
}

fn dunn(found: &KruskalWallisAt, display: &Display<'_>) -> Option<Table> {
    let words = display.words;
    let mut rows = Vec::new();
    // With two arms Dunn's test is the Kruskal–Wallis test again.
    for at in found.occasions.iter().filter(|at| at.pairs.len() > 1) {
        rows.push(TableRow::group(display.occasion_label(at.occasion)));
        for pair in &at.pairs {
            let compared = Compared::Arms { arm: pair.arm, against: pair.against, at: None };
            let marker = Some(Display::contrast_marker(pair.arm, pair.against));
            let cells = vec![
                Cell::decimal(pair.z, 2).key(),
                Cell::p(pair.p),
                Cell::p(pair.p_bonferroni).key(),
                Cell::p(pair.p_holm),
            ];
            rows.push(
                TableRow::new(contrast_label(&compared, display), marker, cells).marked(pair.p_bonferroni < 0.05),
            );
        }
    }
    let p = || words.say(&Message::new("head-p"));
    let columns = vec![
        label(words, "head-contrast"),
        number(words, "head-z"),
        number(words, "head-unadjusted").under(p()),
        number(words, "head-bonferroni").under(p()),
        number(words, "head-holm").under(p()),
    ];
    let size = found.occasions.iter().map(|at| at.pairs.len()).max().unwrap_or(0);
    let note = words.say(&Message::new("dunn-note").with("size", size));
    (!rows.is_empty()).then(|| table("dunn", outcome("dunn-caption", display), columns, rows, note))
}

/// What two-sample and signed-rank tests show alike.
struct Row {
    statistic: f64,
    p: f64,
    p_continuity: f64,
    estimate: [f64; 3],
    rank_biserial: f64,
}

impl From<&MannWhitney> for Row {
    fn from(test: &MannWhitney) -> Self {
        Row {
            statistic: test.u,
            p: test.p_exact,
            p_continuity: test.p_continuity,
            estimate: [test.hodges_lehmann, test.low, test.high],
            rank_biserial: test.rank_biserial,
        }
    }
}

impl From<&Wilcoxon> for Row {
    fn from(test: &Wilcoxon) -> Self {
        Row {
            statistic: test.v,
            p: test.p_exact,
            p_continuity: test.p_continuity,
            estimate: [test.hodges_lehmann, test.low, test.high],
            rank_biserial: test.rank_biserial,
        }
    }
}

impl Row {
    /// The p that leads: exact where it could be had.
    fn leading(&self) -> f64 {
        if self.p.is_nan() { self.p_continuity } else { self.p }
    }

    fn show(&self, label: Text, compared: &Compared, display: &Display<'_>) -> TableRow {
        let [estimate, low, high] = self.estimate;
        let cells = vec![
            Cell::decimal(estimate, display.places + 1).key(),
            Cell::decimal(low, display.places + 1),
            Cell::decimal(high, display.places + 1),
            Cell::decimal(self.statistic, 1),
            Cell::p(self.leading()).key(),
            Cell::share(self.rank_biserial, 2),
        ];
        let marker = match *compared {
            Compared::Arms { arm, against, .. } | Compared::Change { arm, against, .. } => {
                Some(Display::contrast_marker(arm, against))
            }
            Compared::Occasions { .. } => None,
        };
        TableRow::new(label, marker, cells).marked(self.leading() < 0.05)
    }
}

fn columns(words: &Words, statistic: &'static str) -> Vec<ColumnHead> {
    let ci = || words.say(&Message::new("head-ci"));
    vec![
        label(words, "head-contrast"),
        number(words, "head-hodges-lehmann"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, statistic),
        number(words, "head-p"),
        number(words, "head-rank-biserial"),
    ]
}

pub fn arms(found: &ArmsByRanks, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let at = |(compared, test): &(Compared, MannWhitney)| {
        let Compared::Arms { at: Some(at), .. } = *compared else { return None };
        Some((display.occasion_label(at), Row::from(test).show(contrast_label(compared, display), compared, display)))
    };
    let change = |(compared, test): &(Compared, MannWhitney)| {
        let Compared::Change { from, to, .. } = *compared else { return None };
        let group = Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to));
        Some((words.say(&group), Row::from(test).show(contrast_label(compared, display), compared, display)))
    };
    let note = words.say(&Message::new("mann-whitney-note"));
    let shown = |id, caption, rows: Vec<TableRow>| {
        let table = table(id, outcome(caption, display), columns(words, "head-u"), rows, note.clone());
        (!table.rows.is_empty()).then_some(Block::Table { table })
    };
    let blocks: Vec<Block> = [
        shown(
            "mann_whitney_change",
            "mann-whitney-change-caption",
            grouped(found.of_changes.iter().filter_map(change).collect()),
        ),
        shown("mann_whitney", "mann-whitney-caption", grouped(found.at_occasions.iter().filter_map(at).collect())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let tests = if found.of_changes.is_empty() { &found.at_occasions } else { &found.of_changes };
    let differ = tests.iter().filter(|(_, test)| Row::from(test).leading() < 0.05).count();
    let id =
        if found.of_changes.is_empty() { "mann-whitney-conclusion-one-occasion" } else { "mann-whitney-conclusion" };
    let conclusion = Message::new(id).with("found", differ).with("all", tests.len());
    Some(section("mann_whitney", words.label("mann-whitney-title"), words.say(&conclusion), false, blocks))
}

pub fn occasions(found: &OccasionsByRanks, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |group: &crate::analysis::ranks::friedman::compute::Group| {
        let test = &group.test;
        let cells = vec![
            Cell::count(test.n),
            Cell::decimal(test.chi2, 2),
            degrees(test.df),
            Cell::p(test.p).key(),
            Cell::share(test.kendall_w, 2),
        ];
        TableRow::new(group_label(group.arm, display), None, cells).marked(test.p < 0.05)
    };
    let heads = vec![
        label(words, "head-arm"),
        number(words, "head-n"),
        number(words, "head-chi2"),
        number(words, "head-df"),
        number(words, "head-p"),
        number(words, "head-kendall-w"),
    ];
    let rows: Vec<TableRow> = found.groups.iter().map(row).collect();
    let friedman =
        table("friedman", outcome("friedman-caption", display), heads, rows, words.say(&Message::new("friedman-note")));
    let pair = |(compared, test): &(Compared, Wilcoxon)| {
        let Compared::Occasions { arm, .. } = *compared else { return None };
        Some((group_label(arm, display), Row::from(test).show(contrast_label(compared, display), compared, display)))
    };
    let pairs = grouped(found.wilcoxon.iter().filter_map(pair).collect());
    let note = words.say(&Message::new("wilcoxon-note"));
    let wilcoxon = table("wilcoxon", outcome("wilcoxon-caption", display), columns(words, "head-v"), pairs, note);
    let tables = [friedman, durbin(found, display), wilcoxon].into_iter().filter(|table| !table.rows.is_empty());
    let blocks: Vec<Block> = tables.map(|table| Block::Table { table }).collect();
    let all = found.groups.first().filter(|group| group.arm.is_none());
    let conclusion = match all {
        Some(group) => Message::new("friedman-conclusion")
            .with("w", crate::notice::Arg::Share(group.test.kendall_w, 2))
            .with("p", crate::notice::Arg::P(group.test.p)),
        None => Message::new("wilcoxon-conclusion"),
    };
    Some(section("friedman", words.label("friedman-title"), words.say(&conclusion), false, blocks))
}

fn durbin(found: &OccasionsByRanks, display: &Display<'_>) -> Table {
    let words = display.words;
    let mut rows = Vec::new();
    for group in &found.groups {
        for pair in &group.pairs {
            let compared = Compared::Occasions { from: pair.from, to: pair.to, arm: None };
            let cells = vec![Cell::decimal(pair.t, 2), degrees(pair.df), Cell::p(pair.p).key()];
            let row = TableRow::new(contrast_label(&compared, display), None, cells).marked(pair.p < 0.05);
            rows.push((group_label(group.arm, display), row));
        }
    }
    let columns =
        vec![label(words, "head-contrast"), number(words, "head-t"), number(words, "head-df"), number(words, "head-p")];
    let note = words.say(&Message::new("durbin-note"));
    table("durbin_conover", outcome("durbin-caption", display), columns, grouped(rows), note)
}
