//! Responders: how many of each arm, and each intervention against the control.

use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::individual::responders::compute as responders;
use crate::analysis::individual::responders::compute::{Handling, ResponderComparison, Responders, Share};
use crate::analysis::study::Study;
use crate::analysis::table::{arm_row, grouped, label, number, section as folded, table};
use crate::model::IntervalEstimate;
use crate::model::proportions::NumberNeeded;
use crate::model::verdict::excludes_zero;
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, ColumnHead, Inquiry, ReportTable, Section, TableRow, Text};

pub fn sections(_: &Study<'_>, result: &Responders, display: &Display<'_>) -> Vec<Section> {
    vec![responders(result, display)]
}

/// Warns where a ratio cannot be estimated.
pub fn problems(study: &Study<'_>, result: &Responders) -> Vec<Problem> {
    let without = result.compared.iter().filter(|against| against.effect.ratios.is_none());
    let problem = |against: &ResponderComparison| {
        let of_all = result.somebody_responds(against);
        let message = Message::new(if of_all { "responders-all" } else { "responders-none" })
            .with("arm", study.arm_name(against.arm))
            .with("control", study.arm_name(0))
            .with("outcome", &study.outcome.name)
            .with("to", study.occasion_name(against.to));
        Problem::note(message)
    };
    // Once for each arm and occasion, whatever the handling of missing scores.
    without.filter(|against| against.handling == Handling::Completers).map(problem).collect()
}

fn responders(result: &Responders, display: &Display<'_>) -> Section {
    let words = display.words;
    let mut blocks = vec![Block::Table { table: shares(result, display) }];
    if !result.compared.is_empty() {
        blocks.push(Block::Table { table: differences(result, display) });
        blocks.push(Block::Table { table: ratios(result, display) });
    }
    let conclusion = words.sentences(&conclusion(result, display));
    folded("responders", words.label("responders-title"), conclusion, false, blocks)
}

/// "For whom?" among the answers: the section's conclusion. Proportions are not on the outcome's scale, so it has no rows.
pub fn for_whom(study: &Study<'_>, display: &Display<'_>) -> Option<Inquiry> {
    let result = study.result(&responders::RESPONDERS)?;
    let words = display.words;
    Some(Inquiry {
        id: "whom".into(),
        heading: words.label("question-how-many"),
        verdict: words.sentences(&conclusion(&result, display)),
        ends: [String::new(), String::new()],
        rows: Vec::new(),
        legend: None,
        why: words.say(&Message::new("why-whom")),
    })
}

/// The last occasion with missing scores as non-response: each intervention against the control, or the overall proportion.
fn conclusion(result: &Responders, display: &Display<'_>) -> Vec<Message> {
    let last = result.shares.iter().map(|share| share.to).max().unwrap_or(result.from);
    let counted = |to, handling| to == last && handling == Handling::NonResponse;
    let points = |share: f64| Arg::Decimal(100.0 * share, 0);
    let missing = if result.has_missing(last) { "yes" } else { "no" };
    if result.compared.is_empty() {
        let shares = result.shares.iter().filter(|share| counted(share.to, share.handling));
        let said = shares.map(|share| {
            let limits = share.share.unwrap_or(IntervalEstimate { value: f64::NAN, low: f64::NAN, high: f64::NAN });
            Message::new("responders-conclusion-all")
                .with("to", display.occasion(last))
                .with("missing", missing)
                .with("count", share.count.of)
                .with("n", share.count.n)
                .with("low", points(limits.low))
                .with("high", points(limits.high))
        });
        return said.take(1).collect();
    }
    let rows = result.compared.iter().filter(|row| counted(row.to, row.handling));
    rows.map(|row| {
        let IntervalEstimate { value, low, high } = row.effect.difference;
        let of_arm = |arm: usize| {
            let own = |share: &&Share| share.arm == Some(arm) && counted(share.to, share.handling);
            result.shares.iter().find(own).map_or((0, 0), |share| (share.count.of, share.count.n))
        };
        let ((count, n), (control_count, control_n)) = (of_arm(row.arm), of_arm(0));
        let side = match value {
            value if value > 0.0 => "more",
            value if value < 0.0 => "fewer",
            _ => "none",
        };
        // Limits of whole percentage points; one that would read as zero has decimals.
        let limit = |share: f64| Arg::Limit(100.0 * share, 0);
        Message::new("responders-conclusion")
            .with("to", display.occasion(last))
            .with("missing", missing)
            .with("arm", display.arm(row.arm))
            .with("control", display.arm(0))
            .with("count", count)
            .with("n", n)
            .with("control-count", control_count)
            .with("control-n", control_n)
            .with("side", side)
            .with("shown", if excludes_zero(low, high) { "yes" } else { "no" })
            .with("size", points(value.abs()))
            .with("low", limit(low))
            .with("high", limit(high))
    })
    .collect()
}

fn handled(result: &Responders, handling: Handling, to: usize, display: &Display<'_>) -> Text {
    let id = match handling {
        Handling::Completers if !result.has_missing(to) => "responders-nobody-missing",
        Handling::Completers => "responders-completers",
        Handling::NonResponse => "responders-non-response",
        Handling::WorstCase => "responders-worst-case",
    };
    display.words.say(&Message::new(id).with("from", display.occasion(result.from)).with("to", display.occasion(to)))
}

/// Without missing scores all three handlings agree.
fn is_shown(result: &Responders, handling: Handling, to: usize) -> bool {
    handling == Handling::Completers || result.has_missing(to)
}

fn limits(result: Option<IntervalEstimate>, show: impl Fn(f64) -> Cell) -> [Cell; 3] {
    match result {
        Some(IntervalEstimate { value, low, high }) => [show(value), show(low), show(high)],
        None => [Cell::blank(), Cell::blank(), Cell::blank()],
    }
}

fn under_ci(display: &Display<'_>) -> [ColumnHead; 2] {
    ["head-low", "head-high"].map(|head| number(display.words, head).under(display.words.say(&Message::new("head-ci"))))
}

fn titled(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

fn shares(result: &Responders, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut columns = vec![
        label(words, "head-arm"),
        number(words, "head-responders"),
        number(words, "head-n"),
        number(words, "head-responders-share"),
    ];
    columns.extend(under_ci(display));
    let row = |share: &Share| {
        let mut cells = vec![Cell::count(share.count.of), Cell::count(share.count.n)];
        cells.extend(limits(share.share, |value| Cell::share(value, 2)));
        (handled(result, share.handling, share.to, display), arm_row(share.arm, cells, display))
    };
    // Without a control the worst case equals non-response.
    let has_worst = |share: &Share| share.arm.is_some() || share.handling != Handling::WorstCase;
    let shown = result.shares.iter().filter(|share| has_worst(share) && is_shown(result, share.handling, share.to));
    let note = if result.compared.is_empty() { "responders-note-all" } else { "responders-note" };
    let rows = grouped(shown.map(row).collect());
    table("responders", titled("responders-caption", display), columns, rows, words.say(&Message::new(note)))
}

/// The rows of the interventions against the control, with these cells.
fn compared(
    result: &Responders,
    display: &Display<'_>,
    cells: impl Fn(&ResponderComparison) -> Vec<Cell>,
) -> Vec<TableRow> {
    let row = |against: &ResponderComparison| {
        let name = contrast_label(&result.compared(against), display);
        let marker = Some(Display::contrast_marker(against.arm, 0));
        let difference = against.effect.difference;
        let row = TableRow::new(name, marker, cells(against)).marked(difference.low > 0.0 || difference.high < 0.0);
        (handled(result, against.handling, against.to, display), row)
    };
    let shown = result.compared.iter().filter(|against| is_shown(result, against.handling, against.to));
    grouped(shown.map(row).collect())
}

fn differences(result: &Responders, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut columns = vec![label(words, "head-contrast"), number(words, "head-risk-difference")];
    columns.extend(under_ci(display));
    columns.extend(["head-nnt", "head-nnt-limits"].map(|head| ColumnHead::words(words.say(&Message::new(head)))));
    let rows = compared(result, display, |against| {
        let difference = against.effect.difference;
        let [value, low, high] = limits(Some(difference), |value| Cell::share(value, 2));
        let needed = Cell::words(words.plain(&needed(NumberNeeded::of(difference.value))));
        vec![value.key(), low, high, needed.key(), Cell::words(words.plain(&needed_limits(difference)))]
    });
    let caption = titled("responders-difference-caption", display);
    table("responders_difference", caption, columns, rows, words.say(&Message::new("responders-difference-note")))
}

fn needed(number: NumberNeeded) -> Message {
    match number {
        NumberNeeded::Benefit(n) => Message::new("nnt-benefit").with("n", Arg::Decimal(n, 1)),
        NumberNeeded::Harm(n) => Message::new("nnt-harm").with("n", Arg::Decimal(n, 1)),
        NumberNeeded::Infinite => Message::new("nnt-infinite"),
    }
}

/// From the limit most favourable to the intervention to the least favourable one.
fn needed_limits(IntervalEstimate { low, high, .. }: IntervalEstimate) -> Message {
    let (best, worst) = (NumberNeeded::of(high), NumberNeeded::of(low));
    let with = |id, best: f64, worst: f64| {
        Message::new(id).with("best", Arg::Decimal(best, 1)).with("worst", Arg::Decimal(worst, 1))
    };
    match (best, worst) {
        (NumberNeeded::Benefit(best), NumberNeeded::Benefit(worst)) => with("nnt-limits-benefit", best, worst),
        (NumberNeeded::Harm(best), NumberNeeded::Harm(worst)) => with("nnt-limits-harm", best, worst),
        (NumberNeeded::Benefit(best), NumberNeeded::Harm(worst)) => with("nnt-limits-through", best, worst),
        (NumberNeeded::Benefit(best), _) => with("nnt-limits-benefit-open", best, f64::INFINITY),
        (_, NumberNeeded::Harm(worst)) => with("nnt-limits-harm-open", f64::INFINITY, worst),
        _ => Message::new("nnt-infinite"),
    }
}

fn ratios(result: &Responders, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let mut columns = vec![label(words, "head-contrast")];
    for head in ["head-risk-ratio", "head-odds-ratio"] {
        columns.push(number(words, head));
        columns.extend(under_ci(display));
    }
    let rows = compared(result, display, |against| {
        let ratios = against.effect.ratios;
        let show = |value: f64| Cell::factor(value.ln());
        let risk = limits(ratios.map(|ratios| ratios.risk), show);
        risk.into_iter().chain(limits(ratios.map(|ratios| ratios.odds), show)).collect()
    });
    let mut notes = vec![Message::new("responders-ratio-note")];
    let has = |wanted: fn(&ResponderComparison) -> bool| result.compared.iter().any(wanted);
    if has(|against| against.effect.ratios.is_some_and(|ratios| ratios.half_added)) {
        notes.push(Message::new("responders-ratio-note-half"));
    }
    if has(|against| against.effect.ratios.is_none()) {
        notes.push(Message::new("responders-ratio-note-none"));
    }
    let caption = titled("responders-ratio-caption", display);
    table("responders_ratio", caption, columns, rows, words.sentences(&notes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Words;

    fn said(low: f64, high: f64) -> String {
        Words::english().plain(&needed_limits(IntervalEstimate { value: f64::NAN, low, high }))
    }

    /// Altman (1998): an interval that includes zero passes infinity on its way from benefit to harm.
    #[test]
    fn the_number_needed_goes_through_infinity() {
        assert_eq!(said(-0.08, 0.25), "NNTB 4.0 through ∞ to NNTH 12.5");
        assert_eq!(said(0.1, 0.5), "NNTB 2.0 to 10.0");
        assert_eq!(said(-0.5, -0.1), "NNTH 2.0 to 10.0");
        assert_eq!(said(0.0, 0.25), "NNTB 4.0 to ∞");
        assert_eq!(said(-0.25, 0.0), "NNTH 4.0 to ∞");
        assert_eq!(said(0.0, 0.0), "∞");
    }
}
