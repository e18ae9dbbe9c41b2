//! Time of a report after reading, and of reading: `cargo bench`.
//!
//! The trial is the example's shape: 60 participants, three arms, three occasions, one outcome.

use divan::{Bencher, black_box};
use prepost::plan::Plan;
use prepost::session::{Job, JobKind, Session};
use prepost::table::ReadOptions;

fn main() {
    divan::main();
}

fn example() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/examples/example.csv");
    std::fs::read(path).unwrap_or_default()
}

/// A session that has read the example, and its guessed Plan with that many outcomes.
fn opened(outcomes: usize) -> (Session, Plan) {
    let mut session = Session::default();
    let mut plan = session.read(&example(), &ReadOptions::default()).plan;
    plan.outcomes.truncate(outcomes);
    (session, plan)
}

#[divan::bench]
fn report_of_one_outcome(bencher: Bencher) {
    let (mut session, plan) = opened(1);
    bencher.bench_local(|| black_box(session.analyse(&plan, &mut |_| {})));
}

#[divan::bench]
fn report_of_five_outcomes(bencher: Bencher) {
    let (mut session, plan) = opened(5);
    bencher.bench_local(|| black_box(session.analyse(&plan, &mut |_| {})));
}

/// Ten thousand replicates of one kind for one outcome, every job in this thread: permutation is the interaction F, each
/// difference in change by itself and by max-T.
#[divan::bench(args = ["permutation", "freedman-lane", "bootstrap"])]
fn resampling_one_outcome(bencher: Bencher, kind: &str) {
    let (session, plan) = opened(1);
    let named = |job: &Job| match job.kind {
        JobKind::Permutation => kind == "permutation",
        JobKind::FreedmanLane => kind == "freedman-lane",
        JobKind::Bootstrap => kind == "bootstrap",
    };
    let jobs: Vec<Job> = session.resampling(&plan).into_iter().filter(named).collect();
    bencher.bench_local(|| jobs.iter().map(|job| black_box(session.work(&plan, *job)).counts.len()).sum::<usize>());
}

#[divan::bench]
fn report_of_one_outcome_with_its_resampling(bencher: Bencher) {
    let (mut session, plan) = opened(1);
    let pieces: Vec<_> = session.resampling(&plan).into_iter().map(|job| session.work(&plan, job)).collect();
    bencher.bench_local(|| black_box(session.analyse_with(&plan, &pieces)));
}

#[divan::bench]
fn reading_the_example(bencher: Bencher) {
    let (bytes, mut session) = (example(), Session::default());
    bencher.bench_local(|| black_box(session.read(&bytes, &ReadOptions::default())));
}
