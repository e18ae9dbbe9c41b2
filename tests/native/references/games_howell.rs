//! Games–Howell against the studentised range by its definition: `tests/fixtures/games_howell`, with the script and
//! what R's `qtukey` makes of the same.

use std::collections::BTreeMap;

use crate::support::{self, Key};

#[test]
fn limits_and_p_of_every_pair_agree_with_the_definition() {
    let mut reader = csv::Reader::from_path(support::fixture("games_howell/games_howell.csv")).expect("the table");
    let mut cases: BTreeMap<String, Vec<(Key, f64, f64)>> = BTreeMap::new();
    for row in reader.records().map(|row| row.expect("a row")) {
        let key = ("games_howell".into(), row[1].into(), row[2].into());
        let number = |column: usize| row[column].parse::<f64>().expect("a number");
        cases.entry(row[0].into()).or_default().push((key, number(3), number(4)));
    }
    let (mut compared, mut coarser) = (0, 0);
    for (case, rows) in &cases {
        let folder = support::fixture(case);
        let found = support::numbers(&support::trial(&folder, &support::plan(&folder)));
        for (key, truth, r) in rows {
            let mine = *found.get(key).unwrap_or_else(|| panic!("{case} {key:?}: absent"));
            assert!((mine - truth).abs() <= 1e-10, "{case} {key:?}: {mine}, truth {truth}");
            compared += 1;
            coarser += usize::from((r - truth).abs() > 1e-7);
        }
    }
    // Three pairs at three occasions and one at four, six numbers each.
    assert_eq!(compared, (9 + 4) * 6);
    assert!(coarser >= 17, "R's numbers are as good as these: compare with them instead");
}
