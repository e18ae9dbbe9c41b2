//! Whether the scores of some participants could be computed from their summaries.

use std::collections::{BTreeMap, BTreeSet};

use super::bits;
use super::candidate::{Candidate, in_all, in_steps, resolutions};
use super::known::half_may_be_known;
use super::related::Joined;

/// What is wrong with summaries of some participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solvable {
    /// Few sets of scores fit them.
    FewSets(CellSize),
    /// With so many measures each participant's distance from the mean is all but given.
    Distance(CellSize),
    /// Who knows half of the participants could compute the others.
    Members(CellSize),
    /// One summary subtracted from another leaves few sets of scores.
    Subtraction(CellSize),
}

/// How many participants an arm (and level of further factors) has, and how many scores of each count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellSize {
    pub cell: Vec<usize>,
    pub n: usize,
    pub scores: usize,
}

/// The fewest participants that may be summarised by that many scores each: half of them, whom nobody knows, must number
/// three more than the scores. A participant's scores, given the means and covariances of r participants, have density
/// (1 − D²)^((r − d − 3)/2) in their distance D from the mean: with r = d + 1 everybody is at the largest distance, and
/// only from r = d + 3 on is no distance favoured.
pub const fn fewest_for(scores: usize) -> usize {
    2 * (scores + 3) - 1
}

/// Checks the summaries of candidates that are counted together, in every cell.
pub fn solvable(group: &[&Candidate<'_>]) -> Option<Solvable> {
    let joined = Joined::of(group);
    let measures = resolutions(group, &joined.basis);
    let everybody = in_all(group);
    let first = group.first()?;
    let each: Vec<Vec<_>> = group.iter().map(|own| resolutions(&[*own], &Joined::of(&[*own]).basis)).collect();
    first.cells.iter().find_map(|(cell, own)| {
        let participants: Vec<usize> = own.iter().copied().filter(|own| everybody.binary_search(own).is_ok()).collect();
        let n = participants.len();
        if n == 0 {
            return None;
        }
        let people = CellSize { cell: cell.clone(), n, scores: measures.len() };
        let jointly = bits::of_summaries(n, &measures);
        let severally: f64 = each.iter().map(|own| bits::of_summaries(n, own)).sum();
        if bits::of_scores(n, &measures) - jointly.min(severally) < bits::FEWEST_SPARE {
            return Some(Solvable::FewSets(people));
        }
        if jointly > severally {
            // Products of one outcome with another are not in a link: each was checked by itself.
            return None;
        }
        if n < fewest_for(measures.len()) {
            return Some(Solvable::Distance(people));
        }
        let rows = in_steps(group, &joined.basis, &participants);
        (!half_may_be_known(&rows, &measures)).then_some(Solvable::Members(people))
    })
}

/// Checks what is left where summaries of candidates that are counted together are subtracted from each other: those who
/// are in some of them and not in all.
pub fn by_subtraction(group: &[&Candidate<'_>]) -> Option<Solvable> {
    let bases: Vec<Vec<usize>> =
        group.iter().map(|own| Joined::of(&[*own]).basis.iter().map(|at| at.column).collect()).collect();
    let mut shared = Joined::of(group).followers;
    // What follows within one outcome is not shared with another.
    shared.retain(|at| bases.get(at.candidate).is_some_and(|basis| basis.contains(&at.column)));
    let measures = resolutions(group, &shared);
    if measures.is_empty() {
        return None;
    }
    let mut cells: BTreeMap<&Vec<usize>, BTreeSet<usize>> = BTreeMap::new();
    for (cell, own) in group.iter().flat_map(|own| &own.cells) {
        let apart = own.iter().filter(|&&own| !group.iter().all(|other| other.has(own)));
        cells.entry(cell).or_default().extend(apart);
    }
    cells.into_iter().find_map(|(cell, apart)| {
        let people = CellSize { cell: cell.clone(), n: apart.len(), scores: measures.len() };
        let leaves_few = !apart.is_empty() && bits::spare(apart.len(), &measures) < bits::FEWEST_SPARE;
        leaves_few.then_some(Solvable::Subtraction(people))
    })
}
