//! Summaries ↔ bytes. Sums of whole scores are written as whole numbers, so that they come back to the last digit.
//!
//! A count of factors, each a count of levels and their names; a count of outcomes, each: its index, 1 where it is whole,
//! its occasions, its divisors (none: numbers follow as doubles), its cells. A cell: its levels, n, the sums `nd·x̄` and
//! the products `n·dᵢdⱼ·Cᵢⱼ` of the lower triangle, row by row.

use nalgebra::DMatrix;

use super::bytes::{ByteReader, push_count, push_name, push_real, push_whole};
use super::exact::whole;
use super::limits::{MOST, n_within};
use super::stand_ins;
use super::summaries::{CellSummary, OutcomeSummary, Summary};
use crate::plan::Plan;

const MOST_PARTICIPANTS: usize = 1_000_000;
const LARGEST_DIVISOR: usize = 10_000;

pub fn write(summary: &Summary) -> Vec<u8> {
    let mut out = Vec::new();
    push_count(&mut out, summary.factors.len());
    for levels in &summary.factors {
        push_count(&mut out, levels.len());
        levels.iter().for_each(|level| push_name(&mut out, level));
    }
    push_count(&mut out, summary.outcomes.len());
    for outcome in &summary.outcomes {
        write_outcome(outcome, &mut out);
    }
    out
}

fn write_outcome(outcome: &OutcomeSummary, out: &mut Vec<u8>) {
    let wholes: Option<Vec<Vec<i64>>> = outcome.cells.iter().map(|cell| wholes(cell, &outcome.divisors)).collect();
    push_count(out, outcome.outcome);
    push_count(out, usize::from(outcome.whole));
    push_list(out, &outcome.occasions);
    let divisors: Vec<usize> = outcome.divisors.iter().map(|&divisor| divisor as usize).collect();
    push_list(out, if wholes.is_some() { &divisors } else { &[] });
    push_count(out, outcome.cells.len());
    for (place, cell) in outcome.cells.iter().enumerate() {
        push_list(out, &cell.at);
        push_count(out, usize::try_from(cell.n).unwrap_or(usize::MAX));
        match wholes.as_ref().and_then(|wholes| wholes.get(place)) {
            Some(wholes) => wholes.iter().for_each(|&whole| push_whole(out, whole)),
            None => reals(cell).for_each(|real| push_real(out, real)),
        }
    }
}

fn push_list(out: &mut Vec<u8>, list: &[usize]) {
    push_count(out, list.len());
    list.iter().for_each(|&item| push_count(out, item));
}

/// The means, then the lower triangle of the cross-products.
fn reals(cell: &CellSummary) -> impl Iterator<Item = f64> + '_ {
    cell.means.iter().copied().chain(lower_triangle(cell.means.len()).map(|at| cell.cross_products[at]))
}

/// The same as whole numbers; `None` where they are none.
fn wholes(cell: &CellSummary, divisors: &[u32]) -> Option<Vec<i64>> {
    if divisors.len() != cell.means.len() {
        return None;
    }
    reals(cell).zip(factors(cell.n, divisors)).map(|(real, factor)| whole(real * factor)).collect()
}

/// What each number of a cell is multiplied by to be whole: `n·d`, then `n·dᵢdⱼ`.
fn factors(n: u64, divisors: &[u32]) -> impl Iterator<Item = f64> + '_ {
    let n = n as f64;
    let of = move |at: usize| divisors.get(at).map_or(1.0, |&divisor| f64::from(divisor));
    let sums = (0..divisors.len()).map(move |at| n * of(at));
    sums.chain(lower_triangle(divisors.len()).map(move |(row, col)| n * of(row) * of(col)))
}

fn lower_triangle(size: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..size).flat_map(|row| (0..=row).map(move |col| (row, col)))
}

/// The summaries of a link with that Plan; `None` where they are not possible or do not fit it.
pub fn read(bytes: &[u8], plan: &Plan) -> Option<Summary> {
    let mut reader = ByteReader(bytes);
    let n_factors = reader.small(MOST)?;
    let factors: Vec<Vec<String>> = (0..n_factors).map(|_| names(&mut reader)).collect::<Option<_>>()?;
    let n_outcomes = reader.small(plan.outcomes.len())?;
    let outcomes = (0..n_outcomes).map(|_| read_outcome(&mut reader, plan)).collect::<Option<_>>()?;
    let summary = Summary { factors, outcomes };
    // Summaries that no participants could have are refused here, so that nothing later has to check.
    (reader.is_empty() && stand_ins::trial(plan, plan, &summary).is_some()).then_some(summary)
}

fn names(reader: &mut ByteReader<'_>) -> Option<Vec<String>> {
    let n = reader.small(MOST)?;
    (0..n).map(|_| reader.name()).collect()
}

fn list(reader: &mut ByteReader<'_>, largest: usize) -> Option<Vec<usize>> {
    let n = reader.small(MOST)?;
    (0..n).map(|_| reader.small(largest)).collect()
}

fn read_outcome(reader: &mut ByteReader<'_>, plan: &Plan) -> Option<OutcomeSummary> {
    let outcome = reader.small(plan.outcomes.len().checked_sub(1)?)?;
    let whole = reader.small(1)? == 1;
    let occasions = list(reader, plan.occasions.len().max(1) - 1)?;
    let divisors = list(reader, LARGEST_DIVISOR)?;
    if divisors.contains(&0) {
        return None;
    }
    let divisors: Vec<u32> = divisors.into_iter().filter_map(|divisor| u32::try_from(divisor).ok()).collect();
    let n_columns = occasions.len() * n_within(plan)? + plan.covariates.len();
    if n_columns > MOST || !(divisors.is_empty() || divisors.len() == n_columns) {
        return None;
    }
    let n_cells = reader.small(MOST)?;
    let cells = (0..n_cells).map(|_| read_cell(reader, &divisors, n_columns)).collect::<Option<_>>()?;
    Some(OutcomeSummary { outcome, whole, occasions, divisors, cells })
}

fn read_cell(reader: &mut ByteReader<'_>, divisors: &[u32], n_columns: usize) -> Option<CellSummary> {
    let at = list(reader, MOST)?;
    let n = reader.small(MOST_PARTICIPANTS)? as u64;
    let n_numbers = n_columns + n_columns * (n_columns + 1) / 2;
    // A number takes a byte at least.
    if n == 0 || n_numbers > reader.0.len() {
        return None;
    }
    let numbers: Vec<f64> = if divisors.is_empty() {
        (0..n_numbers).map(|_| reader.real()).collect::<Option<_>>()?
    } else {
        factors(n, divisors).map(|factor| Some(reader.whole()? as f64 / factor)).collect::<Option<_>>()?
    };
    let (means, products) = numbers.split_at_checked(n_columns)?;
    let mut cross_products = DMatrix::zeros(n_columns, n_columns);
    for (at, &product) in lower_triangle(n_columns).zip(products) {
        cross_products[at] = product;
    }
    cross_products.fill_upper_triangle_with_lower_triangle();
    Some(CellSummary { at, n, means: means.to_vec(), cross_products })
}
