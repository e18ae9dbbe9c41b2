//! Which summaries a link may carry: none that would describe few participants, or one of them, or from which the rows
//! could be computed.
//!
//! # Rules
//! An outcome's summaries are kept back where, in any arm (and level of further factors),
//! - fewer than [`FEWEST`] participants have every value of it;
//! - with the summaries that are carried already it would tell 1 to 9 participants apart, who are in some of them and not
//!   in others: subtraction could describe them ([`apart`]);
//! - a measure, a covariate, or the change between two measures has fewer than [`FEWEST_VALUES`] different values: n, mean
//!   and variance then give their counts, the smallest and the largest;
//! - one participant makes up more than [`LARGEST_SHARE`] of the largest share of a sum of squares that one can have
//!   (Samuelson, 1968): the sum would say how far from the mean that participant is;
//! - the scores have fewer than 64 bits more than their summaries, so that a search for whole scores could find the rows
//!   ([`bits`]); outcomes that share columns, or of which one follows from others, are counted together ([`related`]), and
//!   so is what subtraction would leave of them;
//! - the participants are not well more than the scores of each, so that nearly all lie equally far from the mean
//!   ([`solvable::fewest_for`]);
//! - someone who knows half of the participants could compute the scores of the others ([`known`]).
//!
//! What this does not cover: a reader who knows more than half of an arm, or some scores of everybody; and other numbers
//! of the same participants, in another link or in print, which can be subtracted from these.
//!
//! # References
//! - Samuelson, P. A. (1968). How deviant can you be? *JASA, 63*(324), 1522–1525.
//! - Hundepool, A., et al. (2012). *Statistical disclosure control*, ch. 4 (minimum frequency and dominance rules). Wiley.
//! - Dinur, I., & Nissim, K. (2003). Revealing information while preserving privacy. *PODS '03*, 202–210 (rows from sums).

mod apart;
mod bits;
mod candidate;
mod dependence;
mod entropy;
mod known;
mod related;
mod resolution;
mod revealing;
mod solvable;

use super::stand_ins;
use super::summaries::{OutcomeSummary, Summary};
use super::summary_code;
use crate::analysis::Study;
use crate::notice::{Message, Problem};
use crate::trial::{Plan, Trial};
use candidate::Candidate;
use revealing::{FEWEST_VALUES, Revealing, revealing};
use solvable::{CellSize, Solvable};

/// Summaries of fewer participants stay.
pub const FEWEST: usize = 10;
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
    if trial.crossover.is_some() {
        // Means and cross-products of the treatments do not say who had which first.
        shared.refused.push(Problem::warning(Message::new("link-crossover")));
        return shared;
    }
    let mut carried: Vec<Candidate<'_>> = Vec::new();
    let mut outcomes = Vec::new();
    for (index, outcome) in trial.outcomes.iter().enumerate() {
        let Some(place) = linked.outcomes.iter().position(|planned| planned.name == outcome.name) else { continue };
        let Some(study) = Study::new(trial, index).filter(|study| !study.cells.is_empty()) else { continue };
        let own = OutcomeSummary::of(&study, place);
        let candidate = Candidate::new(study);
        match refusal(&candidate, &carried) {
            Some(message) => shared.refused.push(Problem::warning(message.with("outcome", &outcome.name))),
            None => {
                outcomes.push(own);
                carried.push(candidate);
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
fn refusal<'a>(new: &Candidate<'a>, carried: &[Candidate<'a>]) -> Option<Message> {
    let of_cell = |id, cell: &[usize]| Message::new(id).with("arm", cell_name(new, cell)).with("fewest", FEWEST);
    if let Some((cell, own)) = new.cells.iter().find(|(_, own)| own.len() < FEWEST) {
        return Some(of_cell(named(new, "link-arm-small", "link-group-small"), cell).with("n", own.len()));
    }
    let all: Vec<&Candidate<'a>> = carried.iter().chain([new]).collect();
    if let Some(few) = apart::few_apart(&all, FEWEST) {
        let message = of_cell(named(new, "link-pattern-small", "link-pattern-small-one-group"), &few.cell);
        return Some(message.with("n", few.n).with("other", names(&all, &few.others)));
    }
    let one = new.cells.iter().find_map(|(cell, own)| {
        let columns: Vec<Vec<f64>> = (0..new.measures.len()).map(|at| new.column(at, own)).collect();
        let id = match revealing(&columns)? {
            Revealing::FewValues => named(new, "link-few-values", "link-few-values-one-group"),
            Revealing::OneStandsOut => named(new, "link-one-stands-out", "link-one-stands-out-one-group"),
        };
        Some(of_cell(id, cell).with("values", FEWEST_VALUES))
    });
    one.or_else(|| solvable::solvable(&[new]).map(|what| solvable_message(new, &what, Vec::new())))
        .or_else(|| with_related(new, &all))
}

/// What the summaries say together with those that are carried and hang together with them.
fn with_related<'a>(new: &Candidate<'a>, all: &[&Candidate<'a>]) -> Option<Message> {
    let group = related::group_of_last(all.len(), &related::pairs(all));
    let others = group.get(..group.len() - 1).filter(|others| !others.is_empty())?;
    let members = |places: &[usize]| places.iter().filter_map(|&place| all.get(place).copied()).collect::<Vec<_>>();
    let together = members(&group);
    let by_two = others.iter().find_map(|&other| {
        let what = solvable::by_subtraction(&[*all.get(other)?, new])?;
        Some(solvable_message(new, &what, names(all, &[other])))
    });
    by_two.or_else(|| {
        let what = solvable::by_subtraction(&together).or_else(|| solvable::solvable(&together))?;
        Some(solvable_message(new, &what, names(all, others)))
    })
}

fn solvable_message(new: &Candidate<'_>, what: &Solvable, others: Vec<String>) -> Message {
    let (id, people) = match what {
        Solvable::FewSets(people) => ("link-solvable", people),
        Solvable::Distance(people) => ("link-many-scores", people),
        Solvable::Members(people) => ("link-solvable-by-members", people),
        Solvable::Subtraction(people) => ("link-solvable-by-subtraction", people),
    };
    let CellSize { cell, n, scores } = people;
    Message::new(id)
        .with("grouped", named(new, "yes", "no"))
        .with("arm", cell_name(new, cell))
        .with("n", *n)
        .with("scores", *scores)
        .with("needed", solvable::fewest_for(*scores))
        .with("others", others.len())
        .with("other", others)
}

/// The words where there are arms or further factors, and where there are none.
fn named(new: &Candidate<'_>, cells: &'static str, one_group: &'static str) -> &'static str {
    let trial = new.study.trial;
    if trial.has_arms || !trial.factors.is_empty() { cells } else { one_group }
}

fn names(all: &[&Candidate<'_>], places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|&place| all.get(place)).map(|own| own.name().to_owned()).collect()
}

/// The arm, with the levels of further factors; nothing where there is neither.
fn cell_name(new: &Candidate<'_>, at: &[usize]) -> String {
    let trial = new.study.trial;
    let arm = at.first().filter(|_| trial.has_arms).map(|&arm| new.study.arm_name(arm).to_owned());
    let levels =
        trial.factors.iter().zip(at.iter().skip(1)).filter_map(|(factor, &level)| factor.levels.get(level).cloned());
    arm.into_iter().chain(levels).collect::<Vec<_>>().join(", ")
}

/// Whether those who stand in have the file's means and cross-products.
fn gives_the_same(summary: &Summary, linked: &Plan, carried: &[Candidate<'_>]) -> bool {
    let Some(stand_ins) = stand_ins::trial(linked, linked, summary) else { return false };
    carried.iter().enumerate().all(|(index, own)| {
        Study::new(&stand_ins, index).is_some_and(|made| {
            made.cells.len() == own.study.cells.len()
                && made.cells.iter().zip(&own.study.cells).all(|(made, cell)| same(made, cell))
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
