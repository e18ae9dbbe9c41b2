//! Questionnaires in the report: the reliability of each score, and its items.

use super::compute::{GroupReliability, ScaleReliability, occasion_name};
use crate::analysis::names::capitalised;
use crate::analysis::table::{label, number, section, table};
use crate::model::reliability::NoFactor;
use crate::notice::{Arg, Message, Problem};
use crate::report::build::verbatim;
use crate::report::scale::Axis;
use crate::report::{
    Block, Cell, ColumnHead, Figure, GuideKind, GuideLine, Marker, PointGroup, ReportTable, Scatter, Section, TableRow,
    Words,
};
use crate::trial::{ScaleItems, Trial};

/// A section for each score computed from items, with its index among the trial's scales.
pub fn sections(trial: &Trial, result: &[ScaleReliability], words: &Words) -> Vec<(usize, Section)> {
    let of = |of: &ScaleReliability| Some((of.scale, of_scale(trial, trial.scales.get(of.scale)?, of, words)));
    result.iter().filter(|of| !of.groups.is_empty()).filter_map(of).collect()
}

fn of_scale(trial: &Trial, scale: &ScaleItems, of: &ScaleReliability, words: &Words) -> Section {
    let everybody = || of.groups.iter().filter(|group| group.arm.is_none());
    let alphas = |pick: fn(f64, f64) -> f64| everybody().map(|group| group.estimates.alpha).fold(f64::NAN, pick);
    let conclusion = Message::new("reliability-conclusion")
        .with("count", everybody().count())
        .with("low", Arg::Share(alphas(f64::min), 2))
        .with("high", Arg::Share(alphas(f64::max), 2));
    let mut blocks = vec![Block::Table { table: coefficients(trial, scale, of, words) }];
    for group in everybody() {
        blocks.push(Block::Table { table: items(trial, scale, group, words) });
        blocks.extend(
            map(trial, scale, group, words).map(|scatter| Block::Figure { figure: Figure::Scatter { scatter } }),
        );
    }
    let (mut n_tables, mut n_figures) = (0, 0);
    for block in &mut blocks {
        match block {
            Block::Table { table } => {
                n_tables += 1;
                table.number = n_tables;
            }
            Block::Figure { figure } => {
                n_figures += 1;
                *figure.number_mut() = n_figures;
            }
            Block::Paragraph { .. } | Block::Notice { .. } => {}
        }
    }
    let title = words.plain(&Message::new("reliability-title").with("score", capitalised(&scale.name)));
    section("reliability", title, words.say(&conclusion), false, blocks)
}

fn coefficients(trial: &Trial, scale: &ScaleItems, of: &ScaleReliability, words: &Words) -> ReportTable {
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
        let result = &group.estimates;
        let cells = vec![
            Cell::count(result.n),
            Cell::share(result.alpha, 3),
            Cell::share(result.alpha_low, 3),
            Cell::share(result.alpha_high, 3),
            Cell::share(result.omega_total, 3),
            Cell::share(result.mean_interitem_r, 3),
            Cell::share(result.split_half, 3),
            Cell::decimal(result.sem, 2),
            Cell::decimal(result.sdc, 2),
        ];
        rows.push(TableRow::new(name, group.arm.map(|index| Marker::Arm { index }), cells));
    }
    let caption = Message::new("reliability-caption").with("score", scale.name.as_str());
    let mut note = vec![Message::new("reliability-note")];
    note.extend(not_computed(trial, scale, of, words));
    table("reliability", words.say(&caption), columns, rows, words.sentences(&note))
}

/// The groups without ω, or without any estimate, with a sentence for each reason.
fn not_computed(trial: &Trial, scale: &ScaleItems, of: &ScaleReliability, words: &Words) -> Vec<Message> {
    let without = of.groups.iter().filter_map(|group| {
        let reason = group.estimates.no_factor()?;
        let items = if reason == NoFactor::Constant { constant(scale, group) } else { Vec::new() };
        let why = match reason {
            NoFactor::FewItems => "items",
            NoFactor::Constant => "constant",
            NoFactor::FewRespondents => "respondents",
            NoFactor::Singular => "singular",
            NoFactor::NotReached => "steps",
        };
        Some((why, group.at, group.arm, items))
    });
    let left_out = of.left_out.iter().map(|&(at, arm)| ("alike", at, arm, Vec::new()));
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    for (why, at, arm, items) in without.chain(left_out) {
        let at = scale.occasions.get(at).filter(|_| scale.occasions.len() > 1);
        let whom = Message::new("respondents")
            .with("all", usize::from(arm.is_none()))
            .with("arm", arm.and_then(|arm| trial.arms.get(arm)).cloned().unwrap_or_default())
            .with("at", usize::from(at.is_some()))
            .with("occasion", at.map(|at| words.occasion(&occasion_name(trial, at))).unwrap_or_default())
            .with("count", items.len())
            .with("items", items);
        let whom = words.plain(&whom);
        match said.iter_mut().find(|(known, _)| *known == why) {
            Some((_, all)) => all.push(whom),
            None => said.push((why, vec![whom])),
        }
    }
    said.into_iter()
        .map(|(why, whom)| Message::new("reliability-without").with("why", why).with("whom", whom))
        .collect()
}

/// The items without variance in the group.
fn constant(scale: &ScaleItems, group: &GroupReliability) -> Vec<String> {
    let names = scale.occasions.get(group.at).map(|at| at.items.as_slice()).unwrap_or_default();
    names.iter().zip(&group.estimates.items).filter(|(_, item)| item.sd == 0.0).map(|(name, _)| name.clone()).collect()
}

fn items(trial: &Trial, scale: &ScaleItems, group: &GroupReliability, words: &Words) -> ReportTable {
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
    let caption = about(["items-caption", "items-caption-once"], trial, scale, group, words);
    let note = words.say(&Message::new("items-note"));
    table(
        &format!("items-{}", group.at + 1),
        words.say(&caption),
        columns,
        names.iter().zip(&group.estimates.items).map(row).collect(),
        note,
    )
}

/// A message about the items, with the occasion where there are several.
fn about(
    ids: [&'static str; 2],
    trial: &Trial,
    scale: &ScaleItems,
    group: &GroupReliability,
    words: &Words,
) -> Message {
    let at = scale.occasions.get(group.at).filter(|_| scale.occasions.len() > 1);
    let [of_several, once] = ids;
    Message::new(if at.is_some() { of_several } else { once })
        .with("score", scale.name.as_str())
        .with("occasion", at.map(|at| words.occasion(&occasion_name(trial, at))).unwrap_or_default())
}

/// The item map: item means against item–rest correlations. `None` with fewer than three items.
fn map(trial: &Trial, scale: &ScaleItems, group: &GroupReliability, words: &Words) -> Option<Scatter> {
    let items = group.estimates.items.iter().filter(|item| item.item_rest_r.is_finite());
    let points: Vec<[f64; 2]> = items.map(|item| [item.mean, item.item_rest_r]).collect();
    if points.len() < 3 {
        return None;
    }
    let x = Axis::over(points.iter().map(|point| point[0]), 5);
    let y = Axis::over(points.iter().map(|point| point[1]).chain([0.0]), 5);
    Some(Scatter {
        id: format!("item-map-{}", group.at + 1),
        number: 0,
        caption: words.say(&about(["item-map-caption", "item-map-caption-once"], trial, scale, group, words)),
        description: words.plain(&Message::new("item-map-description").with("score", scale.name.as_str())),
        table: format!("items-{}", group.at + 1),
        x_label: words.label("item-map-x"),
        y_label: words.label("item-map-y"),
        x_domain: [x.low, x.high],
        y_domain: [y.low, y.high],
        x_ticks: x.ticks(),
        y_ticks: y.ticks(),
        groups: vec![PointGroup { marker: None, name: String::new(), points }],
        // A negative item–rest correlation.
        lines: vec![GuideLine { kind: GuideKind::Limit, ends: [[x.low, 0.0], [x.high, 0.0]] }],
        areas: Vec::new(),
    })
}

/// Warns of negative item–rest correlations among all participants: reversed items may not have been recoded.
pub fn problems(trial: &Trial, result: &[ScaleReliability]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for of in result {
        let Some(scale) = trial.scales.get(of.scale) else { continue };
        for group in of.groups.iter().filter(|group| group.arm.is_none()) {
            let names = scale.occasions.get(group.at).map(|at| at.items.as_slice()).unwrap_or_default();
            let against = names.iter().zip(&group.estimates.items).filter(|(_, item)| item.item_rest_r < 0.0);
            let against: Vec<String> = against.map(|(name, _)| name.clone()).collect();
            if !against.is_empty() {
                let message = Message::new("items-against-the-rest").with("score", scale.name.as_str());
                problems.push(Problem::warning(message.with("count", against.len()).with("items", against)));
            }
        }
    }
    problems
}
