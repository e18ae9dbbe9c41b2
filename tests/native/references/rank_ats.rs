//! The split plot by ranks against nparLD: `tests/fixtures/ranks`, with the script that asked it.

use std::collections::BTreeMap;

use crate::support::{self, Key};

/// ANOVA-type and Wald-type statistics, relative effects and their limits: arms of unequal size, one group, two occasions, ties
/// and missing scores.
#[test]
fn every_number_of_nparld_agrees() {
    let mut reader = csv::Reader::from_path(support::fixture("ranks/nparld.csv")).expect("the table");
    let mut cases: BTreeMap<String, Vec<(Key, f64)>> = BTreeMap::new();
    for row in reader.records().map(|row| row.expect("a row")) {
        let key = (row[1].into(), row[2].into(), row[3].into());
        cases.entry(row[0].into()).or_default().push((key, row[4].parse().expect("a number")));
    }
    let mut wrong = Vec::new();
    for (case, references) in &cases {
        let folder = support::fixture(case);
        let found = support::numbers(&support::trial(&folder, &support::plan(&folder)));
        for (key, reference) in references {
            let mine = found.get(key).copied();
            // χ² far in its tail is known to fewer digits than its argument.
            let close = |mine: f64| (mine - reference).abs() <= 1e-10 * reference.abs() + 1e-14;
            if !mine.is_some_and(close) {
                wrong.push(format!("{case} {key:?}: {mine:?}, reference {reference}"));
            }
        }
    }
    println!("{}", wrong.join("\n"));
    assert!(wrong.is_empty() && cases.len() == 7, "{} differ", wrong.len());
}
