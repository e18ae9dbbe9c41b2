//! How much a link may ask for: no trial has more, and a hostile link might.

use crate::plan::Plan;

/// More levels, columns or cells than this are refused.
pub const MOST: usize = 1_000;

/// How many measures an occasion has; `None` where they are more than a trial can have.
pub fn n_within(plan: &Plan) -> Option<usize> {
    plan.within.iter().try_fold(1_usize, |n, within| n.checked_mul(within.levels.len()).filter(|&n| n <= MOST))
}
