//! Tables of the nonparametric split-plot analysis.

use super::compute::{CellByRanks, EffectSource, RankAts};
use crate::analysis::comparisons::table::{degrees, degrees_arg};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{group_label, grouped, label, number, section, table};
use crate::model::ranks::AnovaType;
use crate::notice::{Arg, Message, Problem};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Marker, ReportTable, Section, TableRow, Text};

pub fn sections(_: &Study<'_>, result: &RankAts, display: &Display<'_>) -> Vec<Section> {
    split_plot(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &RankAts) -> Vec<Problem> {
    // A single participant has no variance, which needs no warning.
    let has_spread = result.cells.iter().any(|cell| cell.effect.n > 1);
    let problem = (result.too_few && has_spread).then(|| Problem::warning(Message::new("rank-ats-too-few")));
    problem.into_iter().collect()
}

fn split_plot(result: &RankAts, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let mut blocks = Vec::new();
    if !result.effects.is_empty() {
        blocks.push(Block::Table { table: tests(result, display) });
    }
    blocks.push(Block::Table { table: cells(result, display) });
    let conclusion = conclusion(result, display).unwrap_or_else(|| Message::new("rank-ats-conclusion-no-test"));
    let title = if has_arms(result) { "rank-ats-title" } else { "rank-ats-title-one-group" };
    Some(section("rank_ats", words.label(title), words.say(&conclusion), false, blocks))
}

fn has_arms(result: &RankAts) -> bool {
    result.cells.iter().any(|cell| cell.arm.is_some())
}

/// The second applies with several arms only.
fn notes([note, with_arms]: [&'static str; 2], result: &RankAts, display: &Display<'_>) -> Text {
    let second = has_arms(result).then(|| Message::new(with_arms));
    display.words.sentences(&std::iter::once(Message::new(note)).chain(second).collect::<Vec<_>>())
}

fn conclusion(result: &RankAts, display: &Display<'_>) -> Option<Message> {
    let about = |source, ids: [&'static str; 2]| {
        let test = result.effect(source)?;
        let [differs, none] = ids;
        Some(
            Message::new(if display.is_significant(test.p) { differs } else { none })
                .with("f", Arg::Decimal(test.f, 2))
                .with("df", degrees_arg(test.df1))
                .with("p", Arg::P(test.p)),
        )
    };
    about(EffectSource::Both, ["rank-ats-conclusion-both", "rank-ats-conclusion-both-none"]).or_else(|| {
        about(EffectSource::Occasions, ["rank-ats-conclusion-occasion", "rank-ats-conclusion-occasion-none"])
    })
}

fn tests(result: &RankAts, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |(source, test): &(EffectSource, AnovaType)| {
        let id = match source {
            EffectSource::Arms => "rank-ats-arm",
            EffectSource::Occasions => "rank-ats-occasion",
            EffectSource::Both => "rank-ats-both",
        };
        let df2 = if test.df2.is_finite() { degrees(test.df2) } else { Cell::words("∞") };
        let cells = vec![
            Cell::decimal(test.f, 2),
            degrees(test.df1),
            df2,
            Cell::p(test.p).key(),
            Cell::decimal(test.wald, 2),
            degrees(test.wald_df),
            Cell::p(test.wald_p),
        ];
        TableRow::new(verbatim(&words.label(id)), None, cells).marked(display.is_significant(test.p))
    };
    let (anova, wald) = (|| words.say(&Message::new("head-anova-type")), || words.say(&Message::new("head-wald-type")));
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-f").under(anova()),
        number(words, "head-df1").under(anova()),
        number(words, "head-df2").under(anova()),
        number(words, "head-p").under(anova()),
        number(words, "head-chi2").under(wald()),
        number(words, "head-df").under(wald()),
        number(words, "head-p").under(wald()),
    ];
    let rows = result.effects.iter().map(row).collect();
    let note = notes(["rank-ats-note", "rank-ats-note-arms"], result, display);
    table("rank_ats", caption("rank-ats-caption", display), columns, rows, note)
}

fn cells(result: &RankAts, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let row = |cell: &CellByRanks| {
        let occasion = cell.occasion?;
        let marker = cell.arm.map(|index| Marker::Arm { index });
        let effect = &cell.effect;
        let cells = vec![
            Cell::count(effect.n),
            Cell::decimal(effect.mean_rank, 1),
            Cell::share(effect.estimate, 2).key(),
            Cell::share(effect.low, 2),
            Cell::share(effect.high, 2),
        ];
        Some((group_label(cell.arm, display), TableRow::new(display.occasion_label(occasion), marker, cells)))
    };
    let ci = || words.say(&Message::new("head-ci"));
    let columns = vec![
        label(words, "head-occasion"),
        number(words, "head-n"),
        number(words, "head-mean-rank"),
        number(words, "head-relative-effect"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
    ];
    // Each arm over the occasions; averages over the arms come last.
    let (over_arms, of_arms): (Vec<&CellByRanks>, Vec<&CellByRanks>) =
        result.cells.iter().partition(|cell| cell.arm.is_none());
    let rows = grouped(of_arms.into_iter().chain(over_arms).filter_map(row).collect());
    let note = notes(["relative-effect-note", "relative-effect-note-arms"], result, display);
    table("relative_effect", caption("relative-effect-caption", display), columns, rows, note)
}

fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}
