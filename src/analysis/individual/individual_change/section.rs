//! Reliable change: how many participants of each arm recovered, improved, remained unchanged or deteriorated.

use crate::analysis::display::Display;
use crate::analysis::individual::individual_change::compute::{ArmChange, Changes, IndividualChange};
use crate::analysis::individual::pre_post;
use crate::analysis::study::Study;
use crate::analysis::table::{arm_row, grouped, label, number, section as folded, table};
use crate::model::reliable_change::Category;
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, Figure, ReportTable, Section, Text};
use crate::trial::{Criterion, ReliabilitySource, SdOf};

/// Empty where the outcome's notices explain why there is no section.
pub fn sections(_: &Study<'_>, result: &IndividualChange, display: &Display<'_>) -> Vec<Section> {
    individual_change(result, display).into_iter().collect()
}

pub fn problems(_: &Study<'_>, result: &IndividualChange) -> Vec<Problem> {
    match result {
        IndividualChange::Unasked => Vec::new(),
        IndividualChange::Without(problems) => problems.clone(),
        IndividualChange::Found(changes) => changes.problems.clone(),
    }
}

fn individual_change(result: &IndividualChange, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let section = |conclusion: Text, blocks| {
        Some(folded("reliable_change", words.label("individual-title"), conclusion, false, blocks))
    };
    let changes = match result {
        IndividualChange::Found(changes) => changes,
        IndividualChange::Unasked => {
            let text = words.say(&Message::new("individual-unasked"));
            return section(words.say(&Message::new("individual-conclusion-unasked")), vec![Block::Paragraph { text }]);
        }
        IndividualChange::Without(_) => return None,
    };
    let mut blocks = vec![Block::Paragraph { text: words.sentences(&criteria(changes, display)) }];
    blocks.push(Block::Table { table: counts(changes, display) });
    let later = changes.later();
    // Only the first and the last later occasion are plotted.
    let ends = later.first().into_iter().chain(later.last().filter(|_| later.len() > 1));
    blocks.extend(
        ends.filter_map(|&to| pre_post::scatter(changes, to, display))
            .map(|scatter| Block::Figure { figure: Figure::Scatter { scatter } }),
    );
    section(words.say(&conclusion(changes, display)), blocks)
}

/// How many of those with both scores had improved by the last occasion, and how many had deteriorated.
fn conclusion(changes: &Changes, display: &Display<'_>) -> Message {
    let last = changes.later().last().copied().unwrap_or(changes.from);
    let at = || changes.cells.iter().filter(|cell| cell.to == last);
    Message::new("individual-conclusion")
        .with("to", display.occasion(last))
        .with("improved", at().map(ArmChange::responders).sum::<usize>())
        .with("deteriorated", at().map(|cell| count(cell, Category::Deteriorated)).sum::<usize>())
        .with("all", at().map(ArmChange::n).sum::<usize>())
}

fn count(cell: &ArmChange, wanted: Category) -> usize {
    Category::ALL.iter().zip(cell.counts).find(|(category, _)| **category == wanted).map_or(0, |(_, count)| count)
}

/// The reliability, SD and cut-off in use, and their sources.
fn criteria(changes: &Changes, display: &Display<'_>) -> Vec<Message> {
    let of = &changes.criteria;
    let error = &of.rule.error;
    let places = display.places + 1;
    let source = match of.source {
        ReliabilitySource::Published => "individual-published",
        ReliabilitySource::Alpha => "individual-alpha",
        ReliabilitySource::Retest => "individual-retest",
    };
    let next = changes.later().first().copied().unwrap_or(changes.from);
    let sd =
        if of.sd_of == SdOf::All || display.names.arms.len() < 2 { "individual-sd-all" } else { "individual-sd-arms" };
    let mut sentences = vec![
        Message::new(source)
            .with("reliability", Arg::Share(error.reliability, 3))
            .with("control", display.arm(0))
            .with("from", display.occasion(changes.from))
            .with("to", display.occasion(next)),
        Message::new(sd)
            .with("sd", Arg::Decimal(error.sd, places))
            .with("critical", Arg::Decimal(error.critical(), places))
            .with("from", display.occasion(changes.from)),
    ];
    let cutoff = |id| Message::new(id).with("cutoff", Arg::Decimal(of.rule.cutoff.unwrap_or(f64::NAN), places));
    sentences.push(match (of.rule.cutoff, of.criterion) {
        (None, _) => Message::new("individual-no-cutoff"),
        (Some(_), None) => cutoff("individual-cutoff"),
        (Some(_), Some(Criterion::A)) => cutoff("individual-cutoff-a"),
        (Some(_), Some(Criterion::B)) => cutoff("individual-cutoff-b"),
        (Some(_), Some(Criterion::C)) => cutoff("individual-cutoff-c"),
    });
    if let Some(norm) = of.norm {
        let message = Message::new(if norm.n.is_some() { "individual-norm-n" } else { "individual-norm" });
        let n = norm.n.and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
        sentences.push(message.with("mean", Arg::Value(norm.mean)).with("sd", Arg::Value(norm.sd)).with("n", n));
    }
    sentences
}

fn counts(changes: &Changes, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let with_cutoff = changes.criteria.rule.cutoff.is_some();
    let categories: Vec<Category> =
        Category::ALL.into_iter().filter(|category| with_cutoff || *category != Category::Recovered).collect();
    let head = |category: &Category| match category {
        Category::Recovered => "head-recovered",
        Category::Improved => "head-improved",
        Category::Unchanged => "head-unchanged",
        Category::Deteriorated => "head-deteriorated",
    };
    let mut columns = vec![label(words, "head-arm"), number(words, "head-n")];
    columns.extend(categories.iter().map(|category| number(words, head(category))));
    columns.extend([number(words, "head-missing"), number(words, "head-mean-rc")]);
    let row = |cell: &ArmChange| {
        let mut cells = vec![Cell::count(cell.n())];
        cells.extend(categories.iter().map(|category| Cell::count(count(cell, *category))));
        cells.extend([Cell::count(cell.missing), Cell::decimal(cell.mean_index, 2)]);
        let group = Message::new("row-change")
            .with("from", display.occasion(changes.from))
            .with("to", display.occasion(cell.to));
        (words.say(&group), arm_row(cell.arm, cells, display))
    };
    let caption = Message::new("individual-caption").with("outcome", &display.names.outcome);
    let note = Message::new(if with_cutoff { "individual-note-cutoff" } else { "individual-note" });
    let rows = grouped(changes.cells.iter().map(row).collect());
    table("reliable_change", words.say(&caption), columns, rows, words.say(&note))
}
