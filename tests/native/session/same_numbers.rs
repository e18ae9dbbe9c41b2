//! The same bytes and the same Plan give the same numbers for ever, natively and in the browser.
//!
//! `fixtures/example/tidy.csv` holds every number of the example's first outcome, with dropout; `boundary.rs` compares the browser's with
//! the same file. `resampled.csv` beside it holds what permutation and bootstrap add, by the Plan's seed.

use prepost::session::Session;
use prepost::table::ReadOptions;

const EXAMPLE: &str = include_str!("../../../www/examples/example-dropout.csv");
const NUMBERS: &str = include_str!("../../fixtures/example/tidy.csv");
const RESAMPLED: &str = include_str!("../../fixtures/example/resampled.csv");

fn tidy() -> String {
    let mut session = Session::default();
    let plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
    session.analyse(&plan, &mut |_| {});
    of_the_first_outcome(&session)
}

/// The same with permutation and bootstrap.
fn resampled() -> String {
    let mut session = Session::default();
    let plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
    let jobs = session.resampling(&plan).into_iter().filter(|job| job.outcome == 0);
    let pieces: Vec<_> = jobs.map(|job| session.work(&plan, job)).collect();
    session.analyse_with(&plan, &pieces);
    of_the_first_outcome(&session)
}

fn of_the_first_outcome(session: &Session) -> String {
    let all = session.export("tidy").expect("an analysis").into_text();
    all.lines()
        .enumerate()
        .filter(|(at, line)| *at == 0 || line.starts_with("resilience,"))
        .map(|(_, l)| format!("{l}\n"))
        .collect()
}

#[test]
fn the_numbers_of_the_example_have_not_moved() {
    agree(&tidy(), NUMBERS);
}

#[test]
fn the_random_numbers_of_the_example_have_not_moved() {
    let before = tidy();
    let added: String = resampled()
        .lines()
        .enumerate()
        .filter(|(at, line)| *at == 0 || !before.contains(line))
        .map(|(_, l)| format!("{l}\n"))
        .collect();
    agree(&added, RESAMPLED);
}

fn agree(now: &str, then: &str) {
    assert_eq!(now.lines().count(), then.lines().count(), "rows came or went");
    for (now, then) in now.lines().zip(then.lines()).skip(1) {
        let ((name, now), (then_name, then)) = (split(now), split(then));
        assert_eq!(name, then_name);
        assert!((now - then).abs() <= 1e-12 * then.abs().max(1e-3), "{name}: {now}, was {then}");
    }
}

fn split(line: &str) -> (&str, f64) {
    let (name, value) = line.rsplit_once(',').expect("five fields");
    (name, value.parse().expect("a number"))
}

#[test]
fn the_same_bytes_give_the_same_report() {
    let report = || {
        let mut session = Session::default();
        let plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
        session.analyse(&plan, &mut |_| {});
        session.export("json")
    };
    assert_eq!(report(), report());
}
