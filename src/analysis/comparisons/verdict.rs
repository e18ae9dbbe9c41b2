//! A comparison as it is judged, under the Plan's adjustment.

use crate::analysis::comparisons::comparison::Comparison;
use crate::model::Adjust;
use crate::model::verdict::Judged;

pub fn judged(comparison: &Comparison, asked: Adjust) -> Judged {
    let by = comparison.family.adjustment(asked);
    let found = comparison.adjusted(by);
    let (low, high) = found.ci.unwrap_or((comparison.ci_low, comparison.ci_high));
    let adjusted = (by != Adjust::None).then_some(found.p);
    Judged { low, high, p: comparison.p, adjusted, simultaneous: found.ci.is_some() }
}
