//! Tables of the Kruskal–Wallis tests and Dunn's comparisons.

use super::compute::{KruskalWallisAt, OccasionKruskalWallis};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::ranks::table::caption;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::notice::{Message, Problem};
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &KruskalWallisAt, display: &Display<'_>) -> Vec<Section> {
    kruskal_wallis(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &KruskalWallisAt) -> Vec<Problem> {
    result.problems.clone()
}

fn kruskal_wallis(result: &KruskalWallisAt, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let differ = result.occasions.iter().filter(|at| display.is_significant(at.test.p)).count();
    if result.occasions.is_empty() {
        return None;
    }
    let row = |at: &OccasionKruskalWallis| {
        let test = &at.test;
        let cells =
            vec![Cell::decimal(test.h, 2), degrees(test.df), Cell::p(test.p).key(), Cell::share(test.epsilon2, 2)];
        TableRow::new(display.occasion_label(at.occasion), None, cells).marked(display.is_significant(test.p))
    };
    let tests = table(
        "kruskal_wallis",
        caption("kruskal-caption", display),
        vec![
            label(words, "head-occasion"),
            number(words, "head-h"),
            number(words, "head-df"),
            number(words, "head-p"),
            number(words, "head-epsilon2"),
        ],
        result.occasions.iter().map(row).collect(),
        words.say(&Message::new("kruskal-note")),
    );
    let mut blocks = vec![Block::Table { table: tests }];
    blocks.extend(dunn(result, display).map(|table| Block::Table { table }));
    let conclusion = Message::new("kruskal-conclusion").with("found", differ).with("all", result.occasions.len());
    Some(section("kruskal_wallis", words.label("kruskal-title"), words.say(&conclusion), false, blocks))
}

fn dunn(result: &KruskalWallisAt, display: &Display<'_>) -> Option<ReportTable> {
    let words = display.words;
    let mut rows = Vec::new();
    // With two arms Dunn's test equals the Kruskal–Wallis test.
    for at in result.occasions.iter().filter(|at| at.pairs.len() > 1) {
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
                TableRow::new(contrast_label(&compared, display), marker, cells)
                    .marked(display.is_significant(pair.p_bonferroni)),
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
    let size = result.occasions.iter().map(|at| at.pairs.len()).max().unwrap_or(0);
    let note = words.say(&Message::new("dunn-note").with("size", size));
    (!rows.is_empty()).then(|| table("dunn", caption("dunn-caption", display), columns, rows, note))
}
