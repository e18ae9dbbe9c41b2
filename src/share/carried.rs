//! Everything that a link carries, as it will be read: shown before it is copied, and again where it is opened.

use super::summaries::OutcomeSummary;
use super::{Link, Summary};
use crate::notice::Message;
use crate::plan::{Plan, PlanPart, parts};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, ReportTable, Section, TableRow, Text, Words};

/// Decimals of means and covariances: enough to see what is shared, which is exact.
const PLACES: usize = 4;

pub fn carried(link: &Link, words: &Words) -> Vec<Section> {
    let mut sections = vec![of_plan(&link.plan, words)];
    if let Some(summary) = &link.summary {
        sections.push(of_summary(summary, &link.plan, words));
    }
    if let Some(fingerprint) = &link.fingerprint {
        let digits: String = fingerprint.0.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = words.say(&Message::new("carried-fingerprint").with("digits", digits));
        let title = words.label("carried-fingerprint-title");
        sections.push(section("carried-fingerprint", title, Text::new(), vec![Block::Paragraph { text }]));
    }
    sections
}

fn section(id: &str, title: String, conclusion: Text, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), chapter: String::new(), title, conclusion, open: false, blocks }
}

fn of_plan(plan: &Plan, words: &Words) -> Section {
    let title = words.label("carried-plan-title");
    let row = |part: &PlanPart| TableRow::new(words.say(&part.name), None, vec![Cell::words(part.value.clone())]);
    let table = ReportTable {
        id: "carried-plan".into(),
        number: 1,
        caption: verbatim(&title),
        columns: vec![
            ColumnHead::label(words.say(&Message::new("head-plan-part"))),
            ColumnHead::words(words.say(&Message::new("head-plan-value"))),
        ],
        rows: parts(plan).iter().map(row).collect(),
        note: words.say(&Message::new("carried-plan-note")),
    };
    let conclusion = words.say(&Message::new("carried-plan").with("outcomes", plan.outcomes.len()));
    section("carried-plan", title, conclusion, vec![Block::Table { table }])
}

fn of_summary(summary: &Summary, plan: &Plan, words: &Words) -> Section {
    let tables = summary.outcomes.iter().enumerate();
    let tables = tables.map(|(place, own)| Block::Table { table: of_outcome(own, place + 2, summary, plan, words) });
    let said = ["carried-summary-possible", "carried-summary-second"];
    let blocks = tables.chain(said.map(|id| Block::Paragraph { text: words.say(&Message::new(id)) }));
    let participants = summary.outcomes.iter().map(OutcomeSummary::n).max().unwrap_or(0);
    let conclusion = Message::new("carried-summary")
        .with("outcomes", summary.outcomes.len())
        .with("participants", usize::try_from(participants).unwrap_or(usize::MAX));
    section("carried-summary", words.label("carried-summary-title"), words.say(&conclusion), blocks.collect())
}

fn of_outcome(own: &OutcomeSummary, number: usize, summary: &Summary, plan: &Plan, words: &Words) -> ReportTable {
    let columns = columns(own, plan);
    let mean =
        |column: &String| ColumnHead::number(verbatim(column)).under(words.say(&Message::new("head-carried-means")));
    let product = |(row, col): (usize, usize)| {
        let of = |at: usize| columns.get(at).cloned().unwrap_or_default();
        let head = if row == col { of(row) } else { format!("{}, {}", of(col), of(row)) };
        ColumnHead::number(verbatim(&head)).under(words.say(&Message::new("head-carried-covariances")))
    };
    let mut heads = vec![
        ColumnHead::label(words.say(&Message::new("head-arm"))),
        ColumnHead::number(words.say(&Message::new("head-n"))),
    ];
    heads.extend(columns.iter().map(mean));
    heads.extend(lower_triangle(columns.len()).map(product));
    let row = |cell: &super::CellSummary| {
        let covariance =
            |at: (usize, usize)| cell.cross_products.get(at).copied().unwrap_or(f64::NAN) / (cell.n as f64 - 1.0);
        let mut cells = vec![Cell::count(usize::try_from(cell.n).unwrap_or(usize::MAX))];
        cells.extend(cell.means.iter().map(|&mean| Cell::decimal(mean, PLACES)));
        cells.extend(lower_triangle(columns.len()).map(|at| Cell::decimal(covariance(at), PLACES)));
        TableRow::new(verbatim(&summary.cell_name(&cell.at, plan)), None, cells)
    };
    let name = plan.outcomes.get(own.outcome).map(|outcome| outcome.name.clone()).unwrap_or_default();
    let id = if own.whole { "carried-outcome" } else { "carried-outcome-complete" };
    ReportTable {
        id: format!("carried-outcome-{}", own.outcome + 1),
        number,
        caption: words.say(&Message::new(id).with("outcome", name)),
        columns: heads,
        rows: own.cells.iter().map(row).collect(),
        note: words.say(&Message::new("carried-outcome-note")),
    }
}

fn lower_triangle(size: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..size).flat_map(|row| (0..=row).map(move |col| (row, col)))
}

/// The names of the measures, then of the covariates.
fn columns(own: &OutcomeSummary, plan: &Plan) -> Vec<String> {
    let within = plan.within.iter().fold(vec![Vec::new()], |before: Vec<Vec<String>>, within| {
        let with = |start: &Vec<String>| {
            let start = start.clone();
            within.levels.iter().map(move |level| start.iter().chain([level]).cloned().collect::<Vec<_>>())
        };
        before.iter().flat_map(with).collect()
    });
    let measures = own.occasions.iter().flat_map(|&occasion| {
        let name = plan.occasions.get(occasion).cloned();
        within.iter().map(move |levels| name.iter().chain(levels).cloned().collect::<Vec<_>>().join(", "))
    });
    measures.chain(plan.covariates.iter().cloned()).collect()
}
