//! Resampling divided into jobs that can run anywhere and in any order.

use crate::analysis::resampling::job::{Job, JobKind, Piece};
use crate::analysis::resampling::setup::Setup;
use crate::analysis::study::Study;
use crate::model::resample::arrangements::{self, Arrangements};
use crate::model::resample::freedman_lane::FreedmanLane;
use crate::model::resample::split_plot::{SplitPlotPermutation, SplitPlotStatistics};
use crate::model::resample::{bootstrap, reaches};

/// Replicates of one job: few enough for a responsive job, many enough to outweigh its overhead.
const REPLICATES_A_JOB: u32 = 2_500;

/// The jobs of one outcome, none where resampling is not offered.
pub fn jobs(study: &Study<'_>) -> Vec<Job> {
    let Ok(setup) = Setup::new(study) else { return Vec::new() };
    let cut = |kind: JobKind| {
        let replicates = setup.replicates(kind);
        let starts = (0..replicates).step_by(REPLICATES_A_JOB as usize);
        starts.map(move |from| Job {
            outcome: study.index,
            kind,
            from,
            to: from.saturating_add(REPLICATES_A_JOB).min(replicates),
        })
    };
    [JobKind::Permutation, JobKind::FreedmanLane, JobKind::Bootstrap].into_iter().flat_map(cut).collect()
}

/// Runs a job; empty where it is not one of the study's.
pub fn work(study: &Study<'_>, job: Job) -> Piece {
    let mut piece = Piece { job, counts: Vec::new(), values: Vec::new() };
    let Ok(setup) = Setup::new(study) else { return piece };
    let range = (job.from, job.to.min(setup.replicates(job.kind)));
    let key = [u64::from(study.trial.plan.resampling.seed), job.outcome as u64, job.kind as u64];
    match job.kind {
        JobKind::Permutation => piece.counts = permutation(&setup, range, &key),
        JobKind::FreedmanLane => piece.counts = freedman_lane(&setup, range, &key),
        JobKind::Bootstrap => {
            bootstrap::visit(&setup.sample, range, &key, |means| piece.values.extend_from_slice(means));
        }
    }
    piece
}

/// Counts for the interaction, for each difference alone, and for each difference against the largest of all.
fn permutation(setup: &Setup, range: (u32, u32), key: &[u64]) -> Vec<u32> {
    let split = SplitPlotPermutation::new(&setup.sample, &setup.changes);
    let (mut observed, mut statistics) = (SplitPlotStatistics::default(), SplitPlotStatistics::default());
    split.at(&setup.sample.arms, &mut observed);
    let n = setup.changes.len();
    let mut counts = vec![0; 1 + 2 * n];
    arrangements::visit(&setup.sample.arms, setup.arrangements(JobKind::Permutation), range, key, |labels| {
        split.at(labels, &mut statistics);
        let most = statistics.largest();
        let each = statistics.changes.iter().zip(&observed.changes).map(|(of, observed)| of.reaches(*observed));
        let largest = observed.changes.iter().map(|observed| reaches(most, observed.share));
        let all = std::iter::once(reaches(statistics.share, observed.share)).chain(each).chain(largest);
        counts.iter_mut().zip(all).for_each(|(count, reached)| *count += u32::from(reached));
    });
    counts
}

/// Counts at each later occasion: for all arms together, then for each pair.
fn freedman_lane(setup: &Setup, range: (u32, u32), key: &[u64]) -> Vec<u32> {
    let Some(lane) = FreedmanLane::new(&setup.sample, &setup.pairs) else { return Vec::new() };
    let order = setup.order();
    let (mut observed, mut statistics) = (Vec::new(), Vec::new());
    lane.at(&order, &mut observed);
    let mut counts = vec![0; observed.len()];
    arrangements::visit(&order, setup.arrangements(JobKind::FreedmanLane), range, key, |order| {
        lane.at(order, &mut statistics);
        let reached = statistics.iter().zip(&observed).map(|(of, observed)| of.reaches(*observed));
        counts.iter_mut().zip(reached).for_each(|(count, reached)| *count += u32::from(reached));
    });
    counts
}

/// Assembles the pieces of one kind in order; `None` where one is missing or duplicated.
pub fn gather(pieces: &[Piece], outcome: usize, kind: JobKind, replicates: u32) -> Option<Piece> {
    let mut of: Vec<&Piece> =
        pieces.iter().filter(|piece| piece.job.outcome == outcome && piece.job.kind == kind).collect();
    of.sort_by_key(|piece| piece.job.from);
    let mut whole =
        Piece { job: Job { outcome, kind, from: 0, to: 0 }, counts: of.first()?.counts.clone(), values: Vec::new() };
    whole.counts.fill(0);
    for piece in of {
        if piece.job.from != whole.job.to || piece.counts.len() != whole.counts.len() {
            return None;
        }
        whole.job.to = piece.job.to;
        whole.counts.iter_mut().zip(&piece.counts).for_each(|(sum, count)| *sum += count);
        whole.values.extend_from_slice(&piece.values);
    }
    (whole.job.to == replicates).then_some(whole)
}

impl Setup {
    /// How the participants, or their residuals, are rearranged.
    pub fn arrangements(&self, kind: JobKind) -> Arrangements {
        match kind {
            JobKind::FreedmanLane => Arrangements::of(&self.order(), self.replicates),
            JobKind::Permutation | JobKind::Bootstrap => Arrangements::of(&self.sample.arms, self.replicates),
        }
    }

    /// How many replicates a kind has; 0 where it is not offered.
    pub fn replicates(&self, kind: JobKind) -> u32 {
        let offered = match kind {
            JobKind::Permutation => SplitPlotPermutation::new(&self.sample, &[]).is_testable(),
            JobKind::FreedmanLane => FreedmanLane::new(&self.sample, &[]).is_some(),
            JobKind::Bootstrap => return self.replicates,
        };
        if offered { self.arrangements(kind).len() } else { 0 }
    }

    /// The identity arrangement. More than 2³² participants do not fit in memory, so the cast holds.
    pub fn order(&self) -> Vec<u32> {
        (0..self.sample.n() as u32).collect()
    }
}
