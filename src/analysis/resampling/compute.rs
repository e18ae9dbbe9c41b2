//! Permutation p-values and bootstrap intervals, assembled from the pieces of the resampling jobs.

use crate::analysis::result::Computation;

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::resampling::job::JobKind;
use crate::analysis::resampling::setup::{Setup, compared};
use crate::analysis::resampling::work;
use crate::analysis::study::Study;
use crate::model::resample::arrangements::Arrangements;
use crate::model::resample::bca::{self, BootstrapInterval};
use crate::model::resample::freedman_lane::FreedmanLane;
use crate::model::resample::split_plot::{SplitPlotPermutation, SplitPlotStatistics};
use crate::notice::{Message, Problem};
use crate::num::tail::{beta_quantile_upper, f_sf, t_two_sided};

/// A permutation p-value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Permuted {
    pub p: f64,
    pub arrangements: Arrangements,
    /// The 95 % Monte Carlo limits of the exact p-value; `None` where p is exact.
    pub monte_carlo: Option<(f64, f64)>,
}

/// The interaction of group and occasion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interaction {
    pub f: f64,
    pub df: (f64, f64),
    /// By the F distribution, sphericity assumed.
    pub p_f: f64,
    pub permuted: Permuted,
}

/// A difference in change, permuted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub compared: Compared,
    pub estimate: f64,
    pub t: f64,
    pub p_t: f64,
    pub permuted: Permuted,
    pub max_t: Permuted,
}

/// A test of an analysis of covariance, its residuals permuted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// An index into the trial's occasions.
    pub occasion: usize,
    /// `None`: all arms together, by F; else two of them, by t.
    pub arms: Option<(usize, usize)>,
    pub statistic: f64,
    pub permuted: Permuted,
}

/// A difference with its bootstrap interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Redrawn {
    pub compared: Compared,
    pub estimate: f64,
    /// `None` where all replicates are equal.
    pub limits: Option<BootstrapInterval>,
}

#[derive(Clone, Debug, Default)]
pub struct Resampled {
    pub interaction: Option<Interaction>,
    pub changes: Vec<Change>,
    pub lanes: Vec<Lane>,
    /// Differences in change, then arms at each occasion.
    pub bootstrap: Vec<Redrawn>,
    pub replicates: u32,
    /// Why nothing is resampled, where that needs an explanation.
    pub refused: Option<Problem>,
    pub problems: Vec<Problem>,
}

pub const RESAMPLING: Computation<Resampled> = Computation { id: "resampling", run: compute };

/// `None` where resampling has not been run; a refusal is reported in any case.
pub fn compute(study: &Study<'_>) -> Option<Resampled> {
    let setup = match Setup::new(study) {
        Ok(setup) => setup,
        Err(why) => return why.problem().map(|why| Resampled { refused: Some(why), ..Resampled::default() }),
    };
    let pieces = study.pieces?;
    let whole = |kind| work::gather(pieces, study.index, kind, setup.replicates(kind));
    let mut result = Resampled { replicates: setup.replicates, ..Resampled::default() };
    if let Some(piece) = whole(JobKind::Permutation) {
        permutations(study, &setup, &piece.counts, &mut result);
    }
    if let Some(piece) = whole(JobKind::FreedmanLane) {
        result.lanes = lanes(study, &setup, &piece.counts);
    }
    if let Some(piece) = whole(JobKind::Bootstrap) {
        result.bootstrap = redrawn(study, &setup, &piece.values);
    }
    note(study, &mut result);
    Some(result)
}

/// The share of arrangements as extreme as observed: exact, or counting the observed one among those drawn.
fn permuted(count: u32, arrangements: Arrangements) -> Permuted {
    let (count, all) = (f64::from(count), f64::from(arrangements.len()));
    if arrangements.is_exact() {
        return Permuted { p: count / all, arrangements, monte_carlo: None };
    }
    let low = if count > 0.0 { beta_quantile_upper(0.975, count, all - count + 1.0) } else { 0.0 };
    let high = if count < all { beta_quantile_upper(0.025, count + 1.0, all - count) } else { 1.0 };
    Permuted { p: (1.0 + count) / (1.0 + all), arrangements, monte_carlo: Some((low, high)) }
}

fn permutations(study: &Study<'_>, setup: &Setup, counts: &[u32], result: &mut Resampled) {
    let split = SplitPlotPermutation::new(&setup.sample, &setup.changes);
    let mut observed = SplitPlotStatistics::default();
    split.at(&setup.sample.arms, &mut observed);
    let arrangements = setup.arrangements(JobKind::Permutation);
    let p = |at: usize| counts.get(at).map(|count| permuted(*count, arrangements));
    let (a, k, n) = (setup.sample.n_arms as f64, setup.sample.n_occasions as f64, setup.sample.n() as f64);
    let (f, df) = (split.f(observed.share), ((a - 1.0) * (k - 1.0), (n - a) * (k - 1.0)));
    result.interaction =
        p(0).filter(|_| f.is_finite()).map(|permuted| Interaction { f, df, p_f: f_sf(f, df.0, df.1), permuted });
    let mut means = Vec::new();
    setup.sample.means(&setup.sample.arms, &mut means);
    for (index, (difference, tested)) in setup.changes.iter().zip(&observed.changes).enumerate() {
        let (estimate, t) = (difference.of_means(&means, setup.sample.n_occasions), tested.statistic);
        let (Some(unadjusted), Some(max_t)) = (p(1 + index), p(1 + setup.changes.len() + index)) else { continue };
        if t.is_finite() {
            let compared = compared(study, difference);
            let p_t = t_two_sided(t, n - a);
            result.changes.push(Change { compared, estimate, t, p_t, permuted: unadjusted, max_t });
        }
    }
}

fn lanes(study: &Study<'_>, setup: &Setup, counts: &[u32]) -> Vec<Lane> {
    let Some(lane) = FreedmanLane::new(&setup.sample, &setup.pairs) else { return Vec::new() };
    let mut observed = Vec::new();
    lane.at(&setup.order(), &mut observed);
    let arrangements = setup.arrangements(JobKind::FreedmanLane);
    let mut rows = Vec::new();
    let tested = observed.chunks(lane.statistics()).zip(counts.chunks(lane.statistics()));
    for (later, (statistics, counts)) in tested.enumerate() {
        let arms = std::iter::once(None).chain(setup.pairs.iter().copied().map(Some));
        for ((arms, tested), count) in arms.zip(statistics).zip(counts) {
            let statistic = tested.statistic;
            if statistic.is_finite() {
                rows.push(Lane {
                    occasion: study.occasion_at(later + 1),
                    arms: arms.map(|(arm, against)| (study.arm_at(arm), study.arm_at(against))),
                    statistic,
                    permuted: permuted(*count, arrangements),
                });
            }
        }
    }
    rows
}

fn redrawn(study: &Study<'_>, setup: &Setup, values: &[f64]) -> Vec<Redrawn> {
    let tail = (1.0 - study.trial.plan.level) / 2.0;
    let (sample, width) = (&setup.sample, setup.sample.n_occasions);
    let mut means = Vec::new();
    sample.means(&sample.arms, &mut means);
    let one = |difference: &crate::model::resample::sample::MeanDifference| {
        let replicates = values.chunks_exact(sample.n_arms * width);
        let mut replicates: Vec<f64> = replicates.map(|means| difference.of_means(means, width)).collect();
        // Occasions are centred at their grand means, which cancel in a difference of arms.
        let estimate = difference.of_means(&means, width);
        let limits = bca::limits(&mut replicates, estimate, bca::acceleration(sample, difference), tail);
        Redrawn { compared: compared(study, difference), estimate, limits }
    };
    setup.changes.iter().chain(&setup.arms_at).map(one).collect()
}

/// Notes on capped replicates and on intervals that could not be computed.
fn note(study: &Study<'_>, result: &mut Resampled) {
    let requested = study.trial.plan.resampling.replicates;
    if requested > result.replicates {
        // Counts below 2³², so the casts hold on every machine.
        let capped = Message::new("resampling-capped").with("asked", requested as usize);
        result.problems.push(Problem::note(capped.with("most", result.replicates as usize)));
    }
    let terms = |lacks: fn(&Redrawn) -> bool| -> Vec<String> {
        result.bootstrap.iter().filter(|row| lacks(row)).map(|row| row.compared.term(study)).collect()
    };
    let constant = terms(|row| row.limits.is_none());
    let one_sided = terms(|row| row.limits.is_some_and(|limits| limits.bca.is_none()));
    for (id, terms) in [("bootstrap-constant", constant), ("bootstrap-one-sided", one_sided)] {
        if !terms.is_empty() {
            result.problems.push(Problem::warning(Message::new(id).with("terms", terms)));
        }
    }
}
