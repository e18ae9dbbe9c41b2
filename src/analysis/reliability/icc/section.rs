//! The table of the six intraclass correlations.

use super::compute::TestRetest;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::model::icc::Form;
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, Section, TableRow};

pub fn sections(_: &Study<'_>, result: &TestRetest, display: &Display<'_>) -> Vec<Section> {
    vec![test_retest(result, display)]
}

/// The six intraclass correlations.
fn test_retest(result: &TestRetest, display: &Display<'_>) -> Section {
    let words = display.words;
    let ci = || words.say(&Message::new("head-ci"));
    let columns = vec![
        label(words, "head-icc-form"),
        number(words, "head-icc"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
    ];
    let row = |(name, form): (&'static str, &Form)| {
        let cells = vec![
            Cell::share(form.icc, 3),
            Cell::share(form.low, 3),
            Cell::share(form.high, 3),
            Cell::decimal(form.f, 2),
            Cell::decimal(form.df1, 0),
            Cell::decimal(form.df2, 0),
            Cell::p(form.p),
        ];
        let id = match name {
            "ICC1" => "icc-1",
            "ICC2" => "icc-2",
            "ICC3" => "icc-3",
            "ICC1k" => "icc-1k",
            "ICC2k" => "icc-2k",
            _ => "icc-3k",
        };
        TableRow::new(words.say(&Message::new(id)), None, cells)
    };
    let rows = result.named().map(row).into();
    let whom = result.arm.map(|arm| display.arm(arm)).unwrap_or_default();
    let with_arm = |with: &'static str, without: &'static str| {
        Message::new(if result.arm.is_some() { with } else { without }).with("arm", whom.as_str())
    };
    let [agreement, consistency] = [result.forms.single[1].icc, result.forms.single[2].icc];
    let conclusion = with_arm("icc-conclusion", "icc-conclusion-all")
        .with("agreement", Arg::Share(agreement, 2))
        .with("consistency", Arg::Share(consistency, 2));
    let caption = with_arm("icc-caption", "icc-caption-all").with("outcome", &display.names.outcome);
    let forms = table("icc", words.say(&caption), columns, rows, words.say(&Message::new("icc-note")));
    section("icc", words.label("icc-title"), words.say(&conclusion), false, vec![Block::Table { table: forms }])
}
