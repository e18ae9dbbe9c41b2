//! The section of the claims, at the head of the report.

use super::compute::{Checked, Evidence, Reading};
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::table::contrast_in_words;
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::display::Display;
use crate::analysis::lasting::equivalence::compute::{Kept, Lasted};
use crate::analysis::names::capitalised;
use crate::analysis::standing::Standing;
use crate::analysis::table::{label, number, section, table};
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, ColumnHead, Marker, Section, TableRow, Words};
use crate::trial::{Adjust, ClaimKind, Plan};

/// More claims than these are folded under their count.
const MOST_OPEN: usize = 6;

/// The claim as a sentence without its full stop.
pub fn claim_text(kind: ClaimKind, standing: &Standing) -> Message {
    let arm = |arm: usize| standing.names.arms.get(arm).cloned().unwrap_or_default();
    let message = match kind {
        ClaimKind::Improves => Message::new("claim-improves"),
        ClaimKind::Maintained => Message::new("claim-maintained"),
        ClaimKind::Better => Message::new("claim-better").with("first", capitalised(&arm(1))).with("second", arm(2)),
    };
    message.with("outcome", &standing.names.outcome).with("interventions", standing.names.arms.len().saturating_sub(1))
}

fn reading_word(reading: Reading, words: &Words) -> String {
    words.label(match reading {
        Reading::Supported => "reading-supported",
        Reading::NotShown => "reading-not-shown",
        Reading::Contradicted => "reading-contradicted",
    })
}

/// In the Plan's order; `None` where it claims nothing that an outcome has.
pub fn claims(plan: &Plan, standings: &[Standing], words: &Words) -> Option<Section> {
    let in_order = (0..plan.claims.len()).flat_map(|index| {
        let of_outcomes = standings.iter().flat_map(|standing| standing.checked.iter().map(move |it| (standing, it)));
        of_outcomes.filter(move |(_, checked)| checked.claim == index)
    });
    let mut shown: Vec<(&Standing, &Checked)> = Vec::new();
    for (standing, checked) in in_order {
        // A claim of one outcome and the same of all are one.
        if !shown.iter().any(|(other, known)| other.outcome == standing.outcome && known.kind == checked.kind) {
            shown.push((standing, checked));
        }
    }
    if shown.is_empty() {
        return None;
    }
    let count = |reading: Reading| shown.iter().filter(|(_, checked)| checked.reading == reading).count();
    let conclusion = Message::new("claims-conclusion")
        .with("all", shown.len())
        .with("supported", count(Reading::Supported))
        .with("open", count(Reading::NotShown))
        .with("contradicted", count(Reading::Contradicted));
    let mut rows = Vec::new();
    for (standing, checked) in &shown {
        let head = Message::new("claim-reads")
            .with("claim", words.plain(&claim_text(checked.kind, standing)))
            .with("reading", reading_word(checked.reading, words));
        rows.push(TableRow::group(words.say(&head)));
        rows.extend(checked.evidence.iter().map(|evidence| evidence_row(evidence, standing, plan, words)));
    }
    let ci = || words.say(&Message::new("head-interval"));
    let columns = vec![
        label(words, "head-contrast"),
        number(words, "head-estimate"),
        number(words, "head-low").under(ci()),
        number(words, "head-high").under(ci()),
        number(words, "head-p"),
        ColumnHead::words(words.say(&Message::new("head-claim-test"))),
        ColumnHead::words(words.say(&Message::new("head-claim-reads"))),
    ];
    let note = words.say(&Message::new("claims-note"));
    let mut table = table("claims", words.say(&Message::new("claims-caption")), columns, rows, note);
    table.number = if standings.iter().any(|standing| !standing.leads.is_empty()) { 2 } else { 1 };
    let title = words.label("claims-title");
    // A long list would push the answers off the page.
    let open = shown.len() <= MOST_OPEN;
    Some(section("claims", title, words.say(&conclusion), open, vec![Block::Table { table }]))
}

fn evidence_row(evidence: &Evidence, standing: &Standing, plan: &Plan, words: &Words) -> TableRow {
    let places = standing.places + 1;
    let reading = evidence.reading();
    let row = |compared: &Compared, marker: Option<Marker>, [estimate, low, high, p]: [f64; 4], test: String| {
        let cells = vec![
            Cell::decimal(estimate, places).key(),
            Cell::decimal(low, places),
            Cell::decimal(high, places),
            Cell::p(p),
            Cell::words(test),
            Cell::words(reading_word(reading, words)).key(),
        ];
        TableRow::new(contrast_in_words(compared, &standing.names, words), marker, cells)
            .marked(reading != Reading::NotShown)
    };
    match evidence {
        // A loss is what the two-sided test shows.
        Evidence::Difference { comparison, .. }
        | Evidence::Kept { kept: Kept { comparison, lasted: Lasted::Lost, .. }, .. } => {
            let judged = judged(comparison, plan.adjust);
            let p = judged.adjusted.unwrap_or(comparison.p);
            let marker = match comparison.compared {
                Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => {
                    Some(Display::contrast_marker(arm, against))
                }
                Compared::Occasions { arm, .. } => arm.map(|arm| Display::contrast_marker(arm, 0)),
            };
            let numbers = [comparison.estimate, judged.low, judged.high, p];
            row(&comparison.compared, marker, numbers, test_of(comparison, plan, judged.simultaneous, words))
        }
        Evidence::Kept { kept, margin, .. } => {
            let numbers = [kept.against.estimate.estimate, kept.against.low, kept.against.high, kept.p_not_worse];
            let test = Message::new("claim-test-kept").with("margin", Arg::Decimal(*margin, places));
            let marker = kept.arm.map(|arm| Display::contrast_marker(arm, 0));
            row(&kept.comparison.compared, marker, numbers, words.plain(&test))
        }
    }
}

/// Which interval and p stand in a row of a difference.
fn test_of(comparison: &Comparison, plan: &Plan, matches: bool, words: &Words) -> String {
    let by = comparison.family.adjustment(plan.adjust);
    let name = words.label(Display::adjustment_id(by));
    match (by, matches) {
        (Adjust::None, _) => words.label("claim-test-unadjusted"),
        (_, true) => {
            words.plain(&Message::new("claim-test-adjusted").with("adjust", name).with("size", comparison.family.size))
        }
        (_, false) => words
            .plain(&Message::new("claim-test-adjusted-p").with("adjust", name).with("size", comparison.family.size)),
    }
}
