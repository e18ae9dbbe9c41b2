//! A crossover: each participant's value in each period, with the treatment that was given then.

use std::collections::BTreeMap;

use super::levels::ColumnLevels;
use super::measures::{MeasureGrid, MeasuredOutcome};
use super::people::People;
use super::{Crossover, LeftOut, Outcome, Plan};
use crate::notice::{Message, Problem, Problems, excerpt};
use crate::plan::cells::Cells;
use crate::plan::{CrossoverPlan, LongPlan};
use crate::table::{Column, Table};

/// The Plan of the same file with the periods in place of its occasions: how the rows are read.
pub fn by_period(plan: &Plan, crossover: &CrossoverPlan) -> Plan {
    let mut by_period = Plan { arm: None, baseline: Some(None), end_of_treatment: None, ..plan.clone() };
    if let Some(long) = &plan.long {
        by_period.long = Some(LongPlan { occasion: crossover.period.clone(), value: long.value.clone() });
        by_period.occasions = Vec::new();
    }
    by_period
}

/// The treatments, and which was given to whom in which period.
pub struct Given {
    pub treatments: Vec<String>,
    of: Vec<Vec<Option<u32>>>,
}

/// Who was given what. `None`, and said, where the columns that tell it are not there.
pub fn given(
    table: &Table,
    plan: &Plan,
    people: &People,
    grid: &MeasureGrid,
    problems: &mut Problems,
) -> Option<Given> {
    let crossover = plan.crossover.as_ref()?;
    let given = if plan.long.is_some() {
        in_rows(column(table, &crossover.treatment, problems)?, table, plan, people, grid, problems)?
    } else {
        let sequence = crossover.sequence.as_deref().unwrap_or_default();
        by_sequence(column(table, sequence, problems)?, crossover, people, grid, problems)
    };
    if given.treatments.len() < 2 {
        let message = Message::new("crossover-one-treatment").with("n", given.treatments.len());
        problems.push(Problem::error(message));
        return None;
    }
    Some(given)
}

fn column<'t>(table: &'t Table, name: &str, problems: &mut Problems) -> Option<&'t Column> {
    let column = table.columns.iter().find(|column| column.name == name);
    if column.is_none() {
        let message =
            Message::new("column-missing").with("column", excerpt(name)).with("near", "").with("n_near", 0usize);
        problems.push(Problem::error(message).in_column(name));
    }
    column
}

/// Long file: the treatment stands in the row of the period.
fn in_rows(
    column: &Column,
    table: &Table,
    plan: &Plan,
    people: &People,
    grid: &MeasureGrid,
    problems: &mut Problems,
) -> Option<Given> {
    let cells = Cells::of(column, &plan.codes);
    let levels = ColumnLevels::of_factor(&cells, table.n_rows(), problems)?;
    let known = |name: &String| levels.index(name).is_some();
    // The Plan's occasions are its treatments, unless they are something else of the file.
    let planned = !plan.occasions.is_empty() && plan.occasions.iter().all(known);
    let treatments = if planned { plan.occasions.clone() } else { levels.names.clone() };
    let place: BTreeMap<u32, u32> =
        (0..).zip(&treatments).filter_map(|(place, name)| Some((levels.index(name)?, place))).collect();
    let mut varying = Vec::new();
    let mut of = Vec::with_capacity(people.ids.len());
    for (id, rows) in people.ids.iter().zip(&people.rows) {
        let mut of_person: Vec<Option<u32>> = vec![None; grid.occasions.len()];
        let mut is_clear = true;
        for &row in rows {
            let Some(period) = grid.occasion_of_row(row as usize) else { continue };
            let label = cells.label(row as usize);
            let treatment = label.and_then(|label| place.get(&levels.index(&label)?).copied());
            let Some(slot) = of_person.get_mut(period) else { continue };
            is_clear &= slot.is_none() || treatment.is_none() || *slot == treatment;
            *slot = slot.or(treatment);
        }
        if !is_clear {
            varying.push(id.clone());
        }
        of.push(of_person);
    }
    if !varying.is_empty() {
        let message = Message::new("crossover-two-treatments").with("column", excerpt(&column.name));
        problems.push(Problem::error(message.with_names("ids", &varying)).in_column(&column.name));
        return None;
    }
    Some(Given { treatments, of })
}

/// Wide file: the order of treatments tells the treatment of each period.
fn by_sequence(
    column: &Column,
    crossover: &CrossoverPlan,
    people: &People,
    grid: &MeasureGrid,
    problems: &mut Problems,
) -> Given {
    let mut treatments: Vec<String> = crossover.treatments.values().flatten().cloned().collect();
    treatments.sort();
    treatments.dedup();
    let place = |name: &String| treatments.iter().position(|own| own == name).and_then(|at| u32::try_from(at).ok());
    let mut unknown: Vec<String> = Vec::new();
    let mut of = Vec::with_capacity(people.ids.len());
    for rows in &people.rows {
        let label = rows.first().and_then(|&row| column.label(row as usize));
        let order = label.as_deref().and_then(|label| crossover.treatments.get(label.trim()));
        if let (Some(label), None) = (&label, order)
            && !unknown.iter().any(|own| *own == **label)
        {
            unknown.push(label.to_string());
        }
        let at = |period: usize| place(order?.get(period)?);
        of.push((0..grid.occasions.len()).map(at).collect());
    }
    if !unknown.is_empty() {
        let message = Message::new("crossover-order-unknown").with("column", excerpt(&column.name));
        problems.push(Problem::warning(message.with_names("orders", &unknown)).in_column(&column.name));
    }
    Given { treatments, of }
}

impl Given {
    /// The crossover with the outcomes' values by period, and the outcomes with their values by treatment.
    pub fn arrange(&self, grid: &MeasureGrid, measured: Vec<MeasuredOutcome>) -> (Crossover, Vec<Outcome>) {
        let (n_periods, n_treatments) = (grid.occasions.len().max(1), self.treatments.len());
        let mut crossover = Crossover {
            periods: grid.occasions.clone(),
            given: self.of.clone(),
            values: Vec::with_capacity(measured.len()),
        };
        let mut outcomes = Vec::with_capacity(measured.len());
        for MeasuredOutcome { mut outcome, .. } in measured {
            let by_period = std::mem::take(&mut outcome.values);
            for (values, given) in by_period.chunks(n_periods).zip(&self.of) {
                let mut sums = vec![(0.0, 0.0); n_treatments];
                for (value, treatment) in values.iter().zip(given) {
                    let slot = treatment.and_then(|treatment| sums.get_mut(treatment as usize));
                    if let Some((sum, n)) = slot.filter(|_| !value.is_nan()) {
                        (*sum, *n) = (*sum + value, *n + 1.0);
                    }
                }
                outcome.values.extend(sums.into_iter().map(|(sum, n)| if n > 0.0 { sum / n } else { f64::NAN }));
            }
            outcome.n_measures = n_treatments;
            crossover.values.push(by_period);
            outcomes.push(outcome);
        }
        (crossover, outcomes)
    }
}

/// Who has fewer than two treatments of an outcome, and so says nothing of their difference.
pub fn left_out(ids: &[String], outcome: &Outcome, index: usize) -> Vec<LeftOut> {
    let missing = |values: &[f64]| -> Vec<usize> { (0..values.len()).filter(|&at| values[at].is_nan()).collect() };
    let of_person = |(participant, id): (usize, &String)| {
        let occasions = missing(outcome.of(participant));
        let reason = Message::new("left-out-missing").with("occasions", Vec::new());
        (outcome.n_measures < occasions.len() + 2).then(|| LeftOut {
            participant: id.clone(),
            arm: None,
            outcome: Some(index),
            occasions,
            reason,
        })
    };
    ids.iter().enumerate().filter_map(of_person).collect()
}
