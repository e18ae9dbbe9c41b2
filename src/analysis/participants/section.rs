//! The tables of who took part.

use super::compute::{BaselineName, BaselineRow, BaselineValue, Flow, baseline, flow};
use crate::analysis::extent::BASELINE_DIFFERENCES;
use crate::analysis::names::{Names, capitalised};
use crate::analysis::table::{label, number, section, table};
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::label as label_of;
use crate::report::number::places_for;
use crate::report::{Block, Cell, ColumnHead, Marker, Section, TableRow, Text, Words};
use crate::trial::Trial;

/// Participants by arm and occasion, then the arms before treatment. Summaries have no participants.
pub fn sections(trial: &Trial, words: &Words) -> Vec<Section> {
    if !trial.has_rows() || trial.outcomes.is_empty() {
        return Vec::new();
    }
    let names = Names::new("", &trial.arm_labels(), &trial.occasions, words);
    let mut sections = vec![of_flow(trial, &names, words)];
    sections.extend(of_baseline(trial, &names, words));
    sections
}

fn arm_row(trial: &Trial, arm: usize, names: &Names, cells: Vec<Cell>, words: &Words) -> TableRow {
    match trial.has_arms {
        true => {
            let name = capitalised(names.arms.get(arm).map_or("", String::as_str));
            TableRow::new(verbatim(&name), Some(Marker::Arm { index: arm }), cells)
        }
        false => TableRow::new(words.say(&Message::new("row-all-participants")), None, cells),
    }
}

fn of_flow(trial: &Trial, names: &Names, words: &Words) -> Section {
    let flows = flow(trial);
    let several = names.occasions.len() > 1;
    let mut columns = vec![label(words, "head-arm"), number(words, "head-in-file")];
    for occasion in &names.occasions {
        let spanner = verbatim(&capitalised(occasion));
        columns.push(number(words, "head-measured").under(spanner.clone()));
        columns.push(number(words, "head-missing").under(spanner));
    }
    if several {
        columns.push(number(words, "head-every-occasion"));
    }
    let mut rows = Vec::new();
    for Flow { outcome, arms } in &flows {
        if let Some(outcome) = outcome.and_then(|at| trial.outcomes.get(at)) {
            rows.push(TableRow::group(verbatim(&capitalised(&outcome.name))));
        }
        for (arm, own) in arms.iter().enumerate() {
            let mut cells = vec![Cell::count(own.n)];
            for &measured in &own.measured {
                cells.extend([Cell::count(measured), Cell::count(own.n - measured)]);
            }
            if several {
                cells.push(Cell::count(own.complete));
            }
            rows.push(arm_row(trial, arm, names, cells, words));
        }
    }
    let nowhere = trial.ledger.left_out.iter().filter(|entry| entry.outcome.is_none()).count();
    let mut note = vec![Message::new(if flows.len() > 1 { "flow-note-each" } else { "flow-note" })];
    if nowhere > 0 {
        note.push(Message::new("flow-note-no-arm").with("count", nowhere));
    }
    note.push(Message::new("flow-note-before"));
    let (n, fewest) = (trial.ids.len(), flows.iter().map(complete).min().unwrap_or(0));
    let most = flows.iter().map(complete).max().unwrap_or(0);
    let id = match (several, fewest == most) {
        (false, true) => "flow-conclusion-one-occasion",
        (false, false) => "flow-conclusion-one-occasion-range",
        (true, true) => "flow-conclusion",
        (true, false) => "flow-conclusion-range",
    };
    let conclusion = Message::new(id).with("n", n).with("complete", fewest).with("most", most);
    let shown = table("flow", words.say(&Message::new("flow-caption")), columns, rows, words.sentences(&note));
    let blocks = vec![Block::Table { table: shown }];
    section("flow", words.label("flow-title"), words.say(&conclusion), false, blocks)
}

fn complete(flow: &Flow) -> usize {
    flow.arms.iter().map(|arm| arm.complete).sum()
}

fn of_baseline(trial: &Trial, names: &Names, words: &Words) -> Option<Section> {
    let rows = baseline(trial);
    if rows.is_empty() {
        return None;
    }
    let with_differences = trial.has_arms && trial.arms.len() > 1 && trial.plan.report.includes(BASELINE_DIFFERENCES);
    let mut columns = vec![label(words, "head-characteristic")];
    for (arm, own) in names.arms.iter().enumerate() {
        let spanner = if trial.has_arms { arm_head(trial, arm, own, words) } else { Text::new() };
        columns.push(number(words, "head-mean-or-n").under(spanner.clone()));
        columns.push(number(words, "head-sd-or-percent").under(spanner));
    }
    if with_differences {
        for own in names.arms.iter().skip(1) {
            let spanner = words.say(&Message::new("head-standardised-difference"));
            columns.push(ColumnHead::number(verbatim(&capitalised(own))).under(spanner));
        }
    }
    let shown: Vec<TableRow> =
        rows.iter().map(|row| baseline_row(trial, row, with_differences, names, words)).collect();
    let mut note = vec![Message::new("baseline-note")];
    let several_arms = trial.has_arms && trial.arms.len() > 1;
    if several_arms {
        note.push(Message::new("baseline-note-untested"));
    }
    if with_differences {
        let against = names.arms.first().cloned().unwrap_or_default();
        note.push(Message::new("baseline-note-differences").with("against", against));
    } else if several_arms {
        note.push(Message::new("baseline-note-request"));
    }
    let id = if several_arms { "baseline-caption" } else { "baseline-caption-one-group" };
    let shown = table("baseline", words.say(&Message::new(id)), columns, shown, words.sentences(&note));
    let n_rows = rows.iter().filter(|row| !matches!(row.name, BaselineName::Level(_))).count();
    let conclusion = words.say(&Message::new("baseline-conclusion").with("count", n_rows));
    let blocks = vec![Block::Table { table: shown }];
    Some(section("baseline", words.label("baseline-title"), conclusion, false, blocks))
}

/// "Waitlist (n = 20)".
fn arm_head(trial: &Trial, arm: usize, name: &str, words: &Words) -> Text {
    let n = trial.arm.iter().filter(|&&own| usize::try_from(own) == Ok(arm)).count();
    words.say(&Message::new("head-arm-n").with("arm", capitalised(name)).with("n", n))
}

fn baseline_row(trial: &Trial, row: &BaselineRow, differences: bool, names: &Names, words: &Words) -> TableRow {
    let name = match &row.name {
        BaselineName::Column(name) => verbatim(&capitalised(name)),
        BaselineName::Level(level) => words.say(&Message::new("row-level").with("level", label_of(level))),
        BaselineName::Outcome { outcome, occasion } => {
            let outcome = trial.outcomes.get(*outcome).map_or("", |own| own.name.as_str());
            let occasion = names.occasions.get(*occasion).cloned().unwrap_or_default();
            let message = Message::new("row-outcome-at").with("outcome", capitalised(&label_of(outcome)));
            words.say(&message.with("occasion", occasion))
        }
    };
    let sds = row.arms.iter().filter_map(|value| match value {
        BaselineValue::Numbers { sd, .. } if sd.is_finite() => Some(*sd),
        _ => None,
    });
    let places = places_for(sds.fold(f64::NAN, f64::min));
    let mut cells: Vec<Cell> = row
        .arms
        .iter()
        .flat_map(|value| match *value {
            BaselineValue::Head => [Cell::blank(), Cell::blank()],
            BaselineValue::Numbers { mean, sd, .. } => [Cell::decimal(mean, places), Cell::decimal(sd, places)],
            BaselineValue::Level { count, of } => {
                [Cell::count(count), Cell::decimal(100.0 * count as f64 / of as f64, 0)]
            }
        })
        .collect();
    if differences && let Some((first, rest)) = row.arms.split_first() {
        cells.extend(rest.iter().map(|value| Cell::decimal(value.standardised_difference(*first), 2)));
    }
    TableRow::new(name, None, cells)
}
