//! Table of Bayes factors for the arms at every occasion.

use super::compute::{BayesOneway, OccasionBayesFactor, WIDTHS};
use crate::analysis::bayes::table::{caption, counted, factor_heads, factors, without_variance};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{number, section, table};
use crate::notice::Message;
use crate::report::{Block, Cell, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &BayesOneway, display: &Display<'_>) -> Vec<Section> {
    several_means(result, display).into_iter().collect()
}

fn several_means(result: &BayesOneway, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |at: &OccasionBayesFactor| {
        let mut cells = factors(at.medium(), words);
        cells.extend(at.log_bf10.iter().skip(1).map(|&log| Cell::factor(log)));
        TableRow::new(display.occasion_label(at.occasion), None, cells)
    };
    let mut columns = factor_heads(words, "head-occasion");
    let spanner = || words.say(&Message::new("head-bf10-by-width"));
    columns.extend(WIDTHS.iter().skip(1).map(|width| number(words, width.head).under(spanner())));
    let rows: Vec<TableRow> = result.occasions.iter().map(row).collect();
    let factors = result.occasions.iter().map(OccasionBayesFactor::medium);
    let conclusion = words.say(&counted(Message::new("bayes-oneway-conclusion"), factors));
    let note = words.say(&Message::new("bayes-oneway-note"));
    let factors_table = table("bayes_oneway", caption("bayes-oneway-caption", display), columns, rows, note);
    let mut blocks = vec![Block::Table { table: factors_table }];
    blocks.extend(without_variance(&result.without_variance, words));
    let title = words.label("bayes-oneway-title");
    (!result.occasions.is_empty()).then(|| section("bayes_oneway", title, conclusion, false, blocks))
}
