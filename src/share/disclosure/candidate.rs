//! An outcome whose summaries may be carried, with the rows that they would be of.

use std::collections::BTreeMap;

use nalgebra::DMatrix;

use super::resolution::Resolution;
use crate::analysis::Study;

pub struct Candidate<'a> {
    pub study: Study<'a>,
    /// What each measure, and then each covariate, can be.
    pub measures: Vec<Resolution>,
    /// The participants in the summaries, with their measures and covariates.
    pub rows: BTreeMap<usize, Vec<f64>>,
    /// Those of each arm (and level of each further factor), by the Trial's numbers for them.
    pub cells: BTreeMap<Vec<usize>, Vec<usize>>,
}

impl<'a> Candidate<'a> {
    pub fn new(study: Study<'a>) -> Self {
        let rows: BTreeMap<usize, Vec<f64>> = study.used.iter().map(|&own| (own, study.row(own))).collect();
        let n_columns = rows.values().next().map_or(0, Vec::len);
        let column = |at: usize| -> Vec<f64> { rows.values().filter_map(|row| row.get(at).copied()).collect() };
        let n_measures =
            n_columns - study.covariate_values(study.used.first().copied().unwrap_or(0)).len().min(n_columns);
        // All measures of an outcome are of one instrument.
        let of_outcome = Resolution::of(&(0..n_measures).flat_map(column).collect::<Vec<f64>>());
        let of = |at: usize| if at < n_measures { of_outcome } else { Resolution::of(&column(at)) };
        let measures = (0..n_columns).map(of).collect();
        let mut cells: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for &participant in &study.used {
            cells.entry(cell_of(&study, participant)).or_default().push(participant);
        }
        Self { study, measures, rows, cells }
    }

    pub fn name(&self) -> &'a str {
        &self.study.outcome.name
    }

    pub fn has(&self, participant: usize) -> bool {
        self.rows.contains_key(&participant)
    }

    /// The values of one column of those participants.
    pub fn column(&self, at: usize, participants: &[usize]) -> Vec<f64> {
        participants.iter().filter_map(|own| self.rows.get(own)?.get(at).copied()).collect()
    }
}

/// The participant's arm and levels, by the Trial's numbers.
fn cell_of(study: &Study<'_>, participant: usize) -> Vec<usize> {
    let trial = study.trial;
    let arm = trial.arm.get(participant).map_or(0, |&arm| arm as usize);
    let level = |factor: &crate::trial::Factor| {
        factor.codes.get(participant).copied().flatten().map_or(usize::MAX, |code| code as usize)
    };
    std::iter::once(arm).chain(trial.factors.iter().map(level)).collect()
}

/// A column of one of several candidates: which, and which of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOf {
    pub candidate: usize,
    pub column: usize,
}

/// All columns of several candidates.
pub fn all_columns(candidates: &[&Candidate<'_>]) -> Vec<ColumnOf> {
    let of = |(candidate, own): (usize, &&Candidate<'_>)| {
        (0..own.measures.len()).map(move |column| ColumnOf { candidate, column })
    };
    candidates.iter().enumerate().flat_map(of).collect()
}

/// Those who are in the summaries of every candidate.
pub fn in_all(candidates: &[&Candidate<'_>]) -> Vec<usize> {
    let Some((first, others)) = candidates.split_first() else { return Vec::new() };
    first.rows.keys().copied().filter(|&own| others.iter().all(|other| other.has(own))).collect()
}

/// Some columns of some participants, in steps of what the columns can be.
pub fn in_steps(candidates: &[&Candidate<'_>], columns: &[ColumnOf], participants: &[usize]) -> DMatrix<f64> {
    DMatrix::from_fn(participants.len(), columns.len(), |row, col| {
        let (Some(at), Some(participant)) = (columns.get(col), participants.get(row)) else { return f64::NAN };
        let Some(own) = candidates.get(at.candidate) else { return f64::NAN };
        let value = own.rows.get(participant).and_then(|row| row.get(at.column));
        own.measures.get(at.column).zip(value).map_or(f64::NAN, |(of, &value)| of.steps(value))
    })
}

pub fn resolutions(candidates: &[&Candidate<'_>], columns: &[ColumnOf]) -> Vec<Resolution> {
    columns.iter().filter_map(|at| candidates.get(at.candidate)?.measures.get(at.column).copied()).collect()
}
