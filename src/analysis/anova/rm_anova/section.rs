//! Tables of the repeated-measures analyses within arms.

use super::compute::{WithinArm, WithinArms};
use crate::analysis::comparisons::table::{contrast_label, degrees};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{estimate_columns, group_label, label, number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &WithinArms, display: &Display<'_>) -> Vec<Section> {
    within_arms(result, display).into_iter().collect()
}

fn within_arms(result: &WithinArms, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let p = |group: &WithinArm| group.effect.corrected.map_or(group.effect.test.p, |corrected| corrected.gg.p);
    let arms: Vec<&WithinArm> = result.groups.iter().filter(|group| group.arm.is_some()).collect();
    let changed = arms.iter().filter(|group| display.is_significant(p(group))).count();
    let conclusion = match arms.is_empty() {
        true => Message::new("within-conclusion-one-group"),
        false => Message::new("within-conclusion").with("found", changed).with("all", arms.len()),
    };
    let blocks = vec![Block::Table { table: anova(result, display) }, Block::Table { table: paired(result, display) }];
    Some(section("rm_anova", words.label("within-title"), words.say(&conclusion), false, blocks))
}

fn anova(result: &WithinArms, display: &Display<'_>) -> ReportTable {
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
        TableRow::new(group_label(group.arm, display), None, cells).marked(display.is_significant(gg.p))
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
    let rows = result.groups.iter().map(row).collect();
    table("rm_anova", caption, columns, rows, words.say(&Message::new("within-note")))
}

fn paired(result: &WithinArms, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for group in &result.groups {
        rows.push(TableRow::group(group_label(group.arm, display)));
        for pair in &group.pairs {
            let cells = vec![
                Cell::decimal(pair.estimate, places).key(),
                Cell::decimal(pair.se, places),
                Cell::limit(pair.ci_low, places),
                Cell::limit(pair.ci_high, places),
                Cell::decimal(pair.t, 2),
                degrees(pair.df),
                Cell::p(pair.p),
                Cell::p(pair.bonferroni.p).key(),
            ];
            rows.push(
                TableRow::new(contrast_label(&pair.compared, display), None, cells)
                    .marked(display.is_significant(pair.bonferroni.p)),
            );
        }
    }
    let columns =
        estimate_columns(words, "head-contrast", "head-ci-unadjusted", &["head-unadjusted", "head-bonferroni"]);
    let size = result.groups.iter().map(|group| group.pairs.len()).max().unwrap_or(0);
    let caption = words.say(&Message::new("paired-caption").with("outcome", &display.names.outcome));
    table("paired_t", caption, columns, rows, words.say(&Message::new("paired-note").with("size", size)))
}
