//! Results under their names in the tidy output.

use super::compute::ArmsByRanks;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &ArmsByRanks, out: &mut Vec<Number>) {
    let tables = [("mann_whitney", &result.at_occasions), ("mann_whitney_change", &result.of_changes)];
    for (method, rows) in tables {
        for (compared, test) in rows {
            let mut row = Numbers::new(method, compared.term(study), out);
            row.add("U", test.u);
            row.add("z", test.z);
            row.add("p_normal", test.p_normal);
            row.add("p_continuity", test.p_continuity);
            row.add("p_exact", test.p_exact);
            row.add("rank_biserial", test.rank_biserial);
            row.add("hodges_lehmann", test.hodges_lehmann);
            row.add("hodges_lehmann_ci95_low", test.low);
            row.add("hodges_lehmann_ci95_high", test.high);
        }
    }
}
