//! Another level than 95 %: limits, tests and names follow it.

use prepost::session::Session;
use prepost::table::ReadOptions;

const EXAMPLE: &str = include_str!("../../../www/examples/example.csv");

fn tidy(level: f64) -> String {
    let mut session = Session::default();
    let mut plan = session.read(EXAMPLE.as_bytes(), &ReadOptions::default()).plan;
    plan.level = level;
    session.analyse(&plan, &mut |_| {});
    session.export("tidy").expect("an analysis").into_text()
}

fn values<'a>(tidy: &'a str, statistic: &str) -> Vec<(&'a str, f64)> {
    let of = |line: &'a str| {
        let (name, value) = line.rsplit_once(',')?;
        let (row, own) = name.rsplit_once(',')?;
        (own == statistic).then_some((row, value.parse().expect("a number")))
    };
    tidy.lines().skip(1).filter_map(of).collect()
}

#[test]
fn a_limit_is_named_by_the_level_that_it_has() {
    let (usual, wide) = (tidy(0.95), tidy(0.99));
    assert!(!wide.contains("ci95") && !usual.contains("ci99"));
    for (name, other) in [("ci95_low", "ci99_low"), ("ci90_low", "ci98_low")] {
        let (usual, wide) = (values(&usual, name), values(&wide, other));
        assert!(!usual.is_empty() && usual.len() == wide.len(), "{name}");
        let contains = usual.iter().zip(&wide).all(|((row, narrow), (same, wider))| row == same && wider <= narrow);
        assert!(contains, "{name}");
    }
    // Of η² the 90 % limits are the convention, whatever the Plan's level.
    assert_eq!(values(&usual, "partial_eta2_ci90_low"), values(&wide, "partial_eta2_ci90_low"));
}
