//! Questionnaires in the report: how reliable each score is, its items, and test–retest.

use super::{label, number, section, table};
use crate::message::{Arg, Message};
use crate::method::display::Display;
use crate::method::icc::TestRetest;
use crate::method::names::capitalised;
use crate::method::reliability::{OfGroup, OfScale, occasion_name};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, Marker, Section, Table, TableRow, Words};
use crate::trial::{ScaleItems, Trial};

/// A section for each score that was made of items, by its place among the trial's.
pub fn sections(trial: &Trial, found: &[OfScale], words: &Words) -> Vec<(usize, Section)> {
    let of = |of: &OfScale| Some((of.scale, of_scale(trial, trial.scales.get(of.scale)?, of, words)));
    found.iter().filter(|of| !of.groups.is_empty()).filter_map(of).collect()
}

fn of_scale(trial: &Trial, scale: &ScaleItems, of: &OfScale, words: &Words) -> Section {
    let everybody = || of.groups.iter().filter(|group| group.arm.is_none());
    let alphas = |pick: fn(f64, f64) -> f64| everybody().map(|group| group.found.alpha).fold(f64::NAN, pick);
    let conclusion = Message::new("reliability-conclusion")
        .with("count", everybody().count())
        .with("low", Arg::Share(alphas(f64::min), 2))
        .with("high", Arg::Share(alphas(f64::max), 2));
    let mut blocks = vec![Block::Table { table: coefficients(trial, scale, of, words) }];
    blocks.extend(everybody().map(|group| Block::Table { table: items(trial, scale, group, words) }));
    for (place, block) in blocks.iter_mut().enumerate() {
        if let Block::Table { table } = block {
            table.number = place + 1;
        }
    }
    let title = words.plain(&Message::new("reliability-title").with("score", capitalised(&scale.name)));
    section("reliability", title, words.say(&conclusion), false, blocks)
}

fn coefficients(trial: &Trial, scale: &ScaleItems, of: &OfScale, words: &Words) -> Table {
    let ci = || words.say(&Message::new("head-ci"));
    let columns = vec![
        label(words, "head-respondents"),
        number(words, "head-n"),
        number(words, "head-alpha"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-omega"),
        number(words, "head-interitem"),
        number(words, "head-split-half"),
        number(words, "head-sem"),
        number(words, "head-sdc"),
    ];
    let mut rows = Vec::new();
    for group in &of.groups {
        if scale.occasions.len() > 1 && group.arm.is_none() {
            let name = scale.occasions.get(group.at).map(|at| words.occasion(&occasion_name(trial, at)));
            rows.push(TableRow::group(verbatim(&capitalised(&name.unwrap_or_default()))));
        }
        let name = group
            .arm
            .and_then(|arm| trial.arms.get(arm))
            .map_or_else(|| words.say(&Message::new("everybody")), |arm| verbatim(&capitalised(arm)));
        let found = &group.found;
        let cells = vec![
            Cell::count(found.n),
            Cell::share(found.alpha, 3),
            Cell::share(found.alpha_low, 3),
            Cell::share(found.alpha_high, 3),
            Cell::share(found.omega_total, 3),
            Cell::share(found.mean_interitem_r, 3),
            Cell::share(found.split_half, 3),
            Cell::decimal(found.sem, 2),
            Cell::decimal(found.sdc, 2),
        ];
        rows.push(TableRow::new(name, group.arm.map(|index| Marker::Arm { index }), cells));
    }
    let caption = Message::new("reliability-caption").with("score", scale.name.as_str());
    table("reliability", words.say(&caption), columns, rows, words.say(&Message::new("reliability-note")))
}

fn items(trial: &Trial, scale: &ScaleItems, group: &OfGroup, words: &Words) -> Table {
    let columns: Vec<ColumnHead> = std::iter::once(label(words, "head-item"))
        .chain(
            ["head-mean", "head-sd", "head-item-rest", "head-item-total", "head-alpha-without", "head-loading"]
                .map(|id| number(words, id)),
        )
        .collect();
    let at = scale.occasions.get(group.at);
    let names = at.map(|at| at.items.as_slice()).unwrap_or_default();
    let row = |(name, item): (&String, &crate::model::reliability::Item)| {
        let cells = vec![
            Cell::decimal(item.mean, 2),
            Cell::decimal(item.sd, 2),
            Cell::share(item.item_rest_r, 3).key(),
            Cell::share(item.item_total_r, 3),
            Cell::share(item.alpha_if_deleted, 3),
            Cell::share(item.loading, 3),
        ];
        TableRow::new(verbatim(name), None, cells).marked(item.item_rest_r < 0.0)
    };
    let occasion = at.filter(|_| scale.occasions.len() > 1).map(|at| words.occasion(&occasion_name(trial, at)));
    let id = if occasion.is_some() { "items-caption" } else { "items-caption-once" };
    let caption = Message::new(id).with("score", scale.name.as_str()).with("occasion", occasion.unwrap_or_default());
    let note = words.say(&Message::new("items-note"));
    table(
        &format!("items-{}", group.at + 1),
        words.say(&caption),
        columns,
        names.iter().zip(&group.found.items).map(row).collect(),
        note,
    )
}

/// The six intraclass correlations.
pub fn test_retest(found: &TestRetest, display: &Display<'_>) -> Section {
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
    let row = |(name, form): (&'static str, &crate::model::icc::Form)| {
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
    let rows = found.named().map(row).into();
    let whom = found.arm.map(|arm| display.arm(arm)).unwrap_or_default();
    let with_arm = |with: &'static str, without: &'static str| {
        Message::new(if found.arm.is_some() { with } else { without }).with("arm", whom.as_str())
    };
    let [agreement, consistency] = [found.forms.single[1].icc, found.forms.single[2].icc];
    let conclusion = with_arm("icc-conclusion", "icc-conclusion-all")
        .with("agreement", Arg::Share(agreement, 2))
        .with("consistency", Arg::Share(consistency, 2));
    let caption = with_arm("icc-caption", "icc-caption-all").with("outcome", &display.names.outcome);
    let shown = table("icc", words.say(&caption), columns, rows, words.say(&Message::new("icc-note")));
    section("icc", words.label("icc-title"), words.say(&conclusion), false, vec![Block::Table { table: shown }])
}
