//! The numbers shared by the rank tests under their names in the tidy output.

use crate::analysis::tidy::Numbers;
use crate::model::ranks::RankTest;

/// Adds a test's numbers; `name` is that of its statistic.
pub fn add_test(row: &mut Numbers<'_>, name: &'static str, test: &RankTest) {
    row.add(name, test.statistic);
    row.add("z", test.z);
    row.add("p_normal", test.p_normal);
    row.add("p_continuity", test.p_continuity);
    row.add("p_exact", test.p_exact);
    row.add("rank_biserial", test.rank_biserial);
    row.add("hodges_lehmann", test.hodges_lehmann);
    row.add("hodges_lehmann_ci95_low", test.low);
    row.add("hodges_lehmann_ci95_high", test.high);
}
