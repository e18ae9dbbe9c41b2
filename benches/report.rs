//! Time of a report after reading, and of reading: `cargo bench`.
//!
//! The trial is the example's shape: 60 participants, three arms, three occasions, one outcome; or, simulated, as many
//! participants as named.

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

/// A simulated trial of three arms at three occasions as CSV, always the same: sums of uniform values from a linear
/// congruential generator (Knuth's MMIX), with one decimal.
fn simulated(participants: usize) -> Vec<u8> {
    let mut state = 20_261_128_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut normal = move || (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    let arms = [("waitlist", 0.0), ("compassion", 4.0), ("mentalization", 3.0)];
    let mut csv = String::from("id,group,score_pre,score_post,score_fu\n");
    for (participant, (arm, effect)) in (1..=participants).zip(arms.into_iter().cycle()) {
        let level = 50.0 + 8.0 * normal();
        let [pre, post, fu] = [0.0, 1.0, 0.8].map(|share| level + 4.0 * normal() - share * effect);
        csv += &format!("P{participant:06},{arm},{pre:.1},{post:.1},{fu:.1}\n");
    }
    csv.into_bytes()
}

#[divan::bench(args = [6_000, 60_000], sample_count = 5)]
fn report_of_a_large_trial(bencher: Bencher, participants: usize) {
    let mut session = Session::default();
    let plan = session.read(&simulated(participants), &ReadOptions::default()).plan;
    bencher.bench_local(|| black_box(session.analyse(&plan, &mut |_| {})));
}

#[divan::bench(args = [60_000], sample_count = 5)]
fn reading_a_large_trial(bencher: Bencher, participants: usize) {
    let (bytes, mut session) = (simulated(participants), Session::default());
    bencher.bench_local(|| black_box(session.read(&bytes, &ReadOptions::default())));
}

#[divan::bench]
fn reading_the_example(bencher: Bencher) {
    let (bytes, mut session) = (example(), Session::default());
    bencher.bench_local(|| black_box(session.read(&bytes, &ReadOptions::default())));
}
