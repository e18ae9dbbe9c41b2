//! The section of the claims, at the head of the report.

use super::compute::{Checked, Evidence, Reading};
use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::leading::arms_of;
use crate::analysis::comparisons::table::contrast_in_words;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::standing::Standing;
use crate::analysis::table::{label, number, section, table};
use crate::model::verdict::LastedVerdict;
use crate::notice::Message;
use crate::report::{Block, Cell, ClaimData, ColumnHead, Section, TableRow, Words};
use crate::trial::{Adjust, ClaimKind, Plan};

/// More claims than these are folded under their count.
const MOST_OPEN: usize = 6;

/// The claim as a sentence without its full stop.
pub fn claim_text(kind: ClaimKind, standing: &Standing) -> Message {
    let arm = |arm: usize| standing.names.arms.get(arm).cloned().unwrap_or_default();
    let message = match kind {
        ClaimKind::Improves => Message::new("claim-improves"),
        ClaimKind::Maintained => Message::new("claim-maintained"),
        // A trial without two interventions has no names for them.
        ClaimKind::Better if standing.interventions.len() < 2 => Message::new("claim-better-unnamed"),
        ClaimKind::Better => {
            let of = |place: usize| standing.interventions.get(place).map(|&at| arm(at)).unwrap_or_default();
            Message::new("claim-better").with("first", capitalised(&of(0))).with("second", of(1))
        }
    };
    message.with("outcome", &standing.names.outcome).with("interventions", standing.interventions.len())
}

fn reading_word(reading: Reading, words: &Words) -> String {
    words.label(match reading {
        Reading::Supported => "reading-supported",
        Reading::NotShown => "reading-not-shown",
        Reading::Contradicted => "reading-contradicted",
        Reading::NotAnswerable => "reading-not-answerable",
    })
}

/// Each claim of each outcome once, in the Plan's order.
fn in_plan_order<'a>(plan: &Plan, standings: &'a [Standing]) -> Vec<(&'a Standing, &'a Checked)> {
    let mut claims: Vec<(&Standing, &Checked)> = Vec::new();
    for index in 0..plan.claims.len() {
        for standing in standings {
            for checked in standing.checked.iter().filter(|checked| checked.claim == index) {
                // A claim of one outcome and the same of all are one.
                if !claims.iter().any(|(other, known)| other.outcome == standing.outcome && known.kind == checked.kind)
                {
                    claims.push((standing, checked));
                }
            }
        }
    }
    claims
}

/// The claims as data.
pub fn data(plan: &Plan, standings: &[Standing], words: &Words) -> Vec<ClaimData> {
    let of_claim = |(standing, checked): (&Standing, &Checked)| ClaimData {
        claim: checked.kind.id(),
        outcome: standing.outcome.clone(),
        sentence: words.plain(&claim_text(checked.kind, standing)),
        verdict: checked.reading.id(),
    };
    in_plan_order(plan, standings).into_iter().map(of_claim).collect()
}

/// In the Plan's order; `None` where it claims nothing that an outcome has.
pub fn claims(plan: &Plan, standings: &[Standing], words: &Words) -> Option<Section> {
    let shown = in_plan_order(plan, standings);
    if shown.is_empty() {
        return None;
    }
    let count = |reading: Reading| shown.iter().filter(|(_, checked)| checked.reading == reading).count();
    let conclusion = Message::new("claims-conclusion")
        .with("all", shown.len())
        .with("supported", count(Reading::Supported))
        .with("open", count(Reading::NotShown))
        .with("contradicted", count(Reading::Contradicted))
        .with("unanswerable", count(Reading::NotAnswerable));
    let mut rows = Vec::new();
    for (standing, checked) in &shown {
        let head = Message::new("claim-reads")
            .with("claim", words.plain(&claim_text(checked.kind, standing)))
            .with("reading", reading_word(checked.reading, words))
            .with("by-default", if checked.is_supported_by_default() { "yes" } else { "no" });
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
    let table = table("claims", words.say(&Message::new("claims-caption")), columns, rows, note);
    let title = words.label("claims-title");
    // A long list would push the answers off the page.
    let open = shown.len() <= MOST_OPEN;
    Some(section("claims", title, words.say(&conclusion), open, vec![Block::Table { table }]))
}

fn evidence_row(evidence: &Evidence, standing: &Standing, plan: &Plan, words: &Words) -> TableRow {
    let places = standing.places + 1;
    let (comparison, judged) = (&evidence.effect.comparison, &evidence.effect.judged);
    let cells = vec![
        Cell::decimal(comparison.estimate, places).key(),
        Cell::limit(judged.low, places),
        Cell::limit(judged.high, places),
        Cell::p(judged.leading_p()),
        Cell::words(test_of(comparison, plan, judged.simultaneous, words)),
        Cell::words(reads(evidence, words)).key(),
    ];
    let marker = arms_of(&comparison.compared).map(|(arm, against)| Display::contrast_marker(arm, against));
    let is_marked = matches!(evidence.reading, Reading::Supported | Reading::Contradicted);
    TableRow::new(contrast_in_words(&comparison.compared, &standing.names, words), marker, cells).marked(is_marked)
}

/// How the claim reads by one effect; of one that lasted or not, its verdict.
fn reads(evidence: &Evidence, words: &Words) -> String {
    let Some(lasted) = &evidence.lasted else { return reading_word(evidence.reading, words) };
    words.label(match lasted.verdict {
        LastedVerdict::Maintained => "claim-reads-maintained",
        LastedVerdict::PartlyKept => "claim-reads-partly-kept",
        LastedVerdict::Lost => "claim-reads-lost",
        LastedVerdict::CannotTell => "claim-reads-cannot-tell",
        LastedVerdict::NothingToKeep => "claim-reads-nothing-to-keep",
    })
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
