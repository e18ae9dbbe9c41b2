//! Which summaries a link may carry: none that would describe few participants, or one of them.
//!
//! # Rules
//! An outcome's summaries are kept back where, in any arm (and level of further factors),
//! - fewer than [`FEWEST`] participants have every value of it;
//! - it shares no more than all but 1 to 9 participants with an outcome whose summaries are carried: those few would be
//!   what is left when one is subtracted from the other;
//! - a measure, a covariate, or the change between two measures has fewer than [`FEWEST_VALUES`] different values: n, mean
//!   and variance then give their counts, the smallest and the largest;
//! - one participant makes up more than [`LARGEST_SHARE`] of the largest share of a sum of squares that one can have
//!   (Samuelson, 1968): the sum would say how far from the mean that participant is.
//!
//! # References
//! - Samuelson, P. A. (1968). How deviant can you be? *JASA, 63*(324), 1522–1525.
//! - Hundepool, A., et al. (2012). *Statistical disclosure control*, ch. 4 (minimum frequency and dominance rules). Wiley.

use super::stand_ins;
use super::summaries::{OutcomeSummary, Summary, columns};
use super::summary_code;
use crate::analysis::Study;
use crate::notice::{Message, Problem};
use crate::num::quantile::sorted;
use crate::trial::{Plan, Trial};

/// Summaries of fewer participants stay.
pub const FEWEST: usize = 10;
/// Of fewer different values too.
pub const FEWEST_VALUES: usize = 5;
/// The share of a sum of squares, of the largest that one participant can have, which is (n − 1)/n.
pub const LARGEST_SHARE: f64 = 0.8;
/// How far the numbers of those who stand in may be from the file's, as a share.
const SAME: f64 = 1e-11;

/// What may be carried, and why the rest may not.
pub struct Shared {
    /// `None` where no outcome may be.
    pub summary: Option<Summary>,
    pub refused: Vec<Problem>,
}

/// The summaries of a Trial by the Plan that the link will carry, which names the Trial's arms.
pub fn shared(trial: &Trial, linked: &Plan) -> Shared {
    let mut shared = Shared { summary: None, refused: Vec::new() };
    let mut carried: Vec<Study<'_>> = Vec::new();
    let mut outcomes = Vec::new();
    for (index, outcome) in trial.outcomes.iter().enumerate() {
        let Some(place) = linked.outcomes.iter().position(|planned| planned.name == outcome.name) else { continue };
        let Some(study) = Study::new(trial, index).filter(|study| !study.cells.is_empty()) else { continue };
        let own = OutcomeSummary::of(&study, place);
        match refusal(&study, &own, &carried) {
            Some(message) => shared.refused.push(Problem::warning(message.with("outcome", &outcome.name))),
            None => {
                outcomes.push(own);
                carried.push(study);
            }
        }
    }
    let factors = trial.factors.iter().map(|factor| factor.levels.clone()).collect();
    let summary = Summary { factors, outcomes };
    let back = Some(summary).filter(|summary| !summary.outcomes.is_empty());
    shared.summary = back.and_then(|summary| summary_code::read(&summary_code::write(&summary), linked));
    if shared.summary.as_ref().is_none_or(|summary| !gives_the_same(summary, linked, &carried)) {
        shared.refused.extend(shared.summary.take().map(|_| Problem::warning(Message::new("link-not-exact"))));
    }
    shared
}

/// Why an outcome's summaries stay.
fn refusal(study: &Study<'_>, own: &OutcomeSummary, carried: &[Study<'_>]) -> Option<Message> {
    let fewest = |id| Message::new(id).with("fewest", FEWEST);
    let named = study.trial.has_arms || !study.trial.factors.is_empty();
    for cell in &own.cells {
        if cell.n < FEWEST as u64 {
            let id = if named { "link-arm-small" } else { "link-group-small" };
            let message = fewest(id).with("arm", cell_name(study, &cell.at));
            return Some(message.with("n", usize::try_from(cell.n).unwrap_or(usize::MAX)));
        }
    }
    for (arm, other) in study.arms.iter().flat_map(|&arm| carried.iter().map(move |other| (arm, other))) {
        let only_in = |one: &Study<'_>, other: &Study<'_>| {
            let of_arm =
                |&&participant: &&usize| one.trial.arm.get(participant).is_some_and(|&own| own as usize == arm);
            one.used.iter().filter(of_arm).filter(|participant| other.used.binary_search(participant).is_err()).count()
        };
        let apart = [only_in(study, other), only_in(other, study)];
        if let Some(&n) = apart.iter().find(|&&n| 0 < n && n < FEWEST) {
            let id = if named { "link-pattern-small" } else { "link-pattern-small-one-group" };
            let message = fewest(id).with("arm", study.arm_name(arm).to_owned()).with("n", n);
            return Some(message.with("other", &other.outcome.name));
        }
    }
    cells(study).into_iter().find_map(|(at, values)| {
        let id = match (revealing(&values)?, named) {
            (Revealing::FewValues, true) => "link-few-values",
            (Revealing::FewValues, false) => "link-few-values-one-group",
            (Revealing::OneStandsOut, true) => "link-one-stands-out",
            (Revealing::OneStandsOut, false) => "link-one-stands-out-one-group",
        };
        Some(Message::new(id).with("arm", cell_name(study, &at)).with("values", FEWEST_VALUES))
    })
}

/// What the summaries of some columns would say of one of the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Revealing {
    FewValues,
    OneStandsOut,
}

fn revealing(columns: &[Vec<f64>]) -> Option<Revealing> {
    let changes = columns.iter().enumerate().flat_map(|(later, to)| {
        columns.iter().take(later).map(move |from| to.iter().zip(from).map(|(to, from)| to - from).collect())
    });
    columns.iter().cloned().chain(changes).find_map(|values: Vec<f64>| {
        let in_order = sorted(&values);
        let range = in_order.last().zip(in_order.first()).map_or(0.0, |(last, first)| last - first);
        // Changes of decimals differ by roundings.
        let is_new = |pair: &&[f64]| matches!(pair, [a, b] if b - a > 1e-9 * range);
        if in_order.windows(2).filter(is_new).count() + 1 < FEWEST_VALUES {
            return Some(Revealing::FewValues);
        }
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares = values.iter().map(|value| (value - mean).powi(2));
        let (largest, sum) = squares.fold((0.0_f64, 0.0), |(largest, sum), square| (largest.max(square), sum + square));
        (largest > LARGEST_SHARE * (n - 1.0) / n * sum).then_some(Revealing::OneStandsOut)
    })
}

/// Each cell's levels and the columns of its participants.
fn cells(study: &Study<'_>) -> Vec<(Vec<usize>, Vec<Vec<f64>>)> {
    let all = columns(study);
    let at: Vec<Vec<usize>> = study.used.iter().map(|&participant| study.cell_of(participant)).collect();
    let of_cell = |cell: &crate::model::CellMoments| {
        let values =
            |column: &Vec<f64>| column.iter().zip(&at).filter(|(_, at)| **at == cell.at).map(|(v, _)| *v).collect();
        let arm = cell.at.iter().take(1).filter_map(|&place| study.arms.get(place).copied());
        let factors =
            study.levels.iter().zip(cell.at.iter().skip(1)).filter_map(|(levels, &at)| levels.get(at).copied());
        (arm.chain(factors).collect(), all.iter().map(values).collect())
    };
    study.cells.iter().map(of_cell).collect()
}

/// The arm, with the levels of further factors; nothing where there is neither.
fn cell_name(study: &Study<'_>, at: &[usize]) -> String {
    let trial = study.trial;
    let arm = at.first().filter(|_| trial.has_arms).map(|&arm| study.arm_name(arm).to_owned());
    let levels =
        trial.factors.iter().zip(at.iter().skip(1)).filter_map(|(factor, &level)| factor.levels.get(level).cloned());
    arm.into_iter().chain(levels).collect::<Vec<_>>().join(", ")
}

/// Whether those who stand in have the file's means and cross-products.
fn gives_the_same(summary: &Summary, linked: &Plan, carried: &[Study<'_>]) -> bool {
    let Some(stand_ins) = stand_ins::trial(linked, linked, summary) else { return false };
    carried.iter().enumerate().all(|(index, study)| {
        Study::new(&stand_ins, index).is_some_and(|made| {
            made.cells.len() == study.cells.len()
                && made.cells.iter().zip(&study.cells).all(|(made, cell)| same(made, cell))
        })
    })
}

fn same(made: &crate::model::CellMoments, cell: &crate::model::CellMoments) -> bool {
    let (made, cell) = (&made.moments, &cell.moments);
    let (made_c, c) = (made.cross_products(), cell.cross_products());
    let size = |at: usize| c[(at, at)].sqrt();
    made.n() == cell.n()
        && made.d() == cell.d()
        && (0..cell.d()).all(|row| {
            let spread = size(row) / (cell.n() as f64).sqrt();
            (made.mean()[row] - cell.mean()[row]).abs() <= SAME * spread
                && (0..=row).all(|col| (made_c[(row, col)] - c[(row, col)]).abs() <= SAME * size(row) * size(col))
        })
}
