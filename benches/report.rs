//! Time of a report after reading, and of reading: `cargo bench`.
//!
//! The trial is the example's shape: 60 participants, three arms, three occasions, one outcome.

use divan::{Bencher, black_box};
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::Plan;

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

#[divan::bench]
fn reading_the_example(bencher: Bencher) {
    let (bytes, mut session) = (example(), Session::default());
    bencher.bench_local(|| black_box(session.read(&bytes, &ReadOptions::default())));
}
