//! Results under their names in the tidy output.

use super::compute::ArmsByRanks;
use crate::analysis::ranks::tidy::add_test;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &ArmsByRanks, out: &mut Vec<Number>) {
    let tables = [("mann_whitney", &result.at_occasions), ("mann_whitney_change", &result.of_changes)];
    for (method, rows) in tables {
        for (compared, test) in rows {
            add_test(&mut Numbers::new(method, compared.term(study), out), "U", &test.test);
        }
    }
}
