//! A comparison as it is judged, under the Plan's adjustment.

use crate::analysis::comparisons::comparison::Comparison;
use crate::model::Adjust;
use crate::model::verdict::Judged;
use crate::trial::Better;

pub fn judged(comparison: &Comparison, asked: Adjust) -> Judged {
    let by = comparison.family.adjustment(asked);
    let found = comparison.adjusted(by);
    let (low, high) = found.ci.unwrap_or((comparison.ci_low, comparison.ci_high));
    let adjusted = (by != Adjust::None).then_some(found.p);
    Judged { low, high, p: comparison.p, adjusted, simultaneous: found.ci.is_some() }
}

/// What a comparison shows of the participants' benefit, the later level against the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    NoEvidence,
}

/// Better or worse only where the adjusted p is below .05; for a simultaneous interval that is where it excludes zero.
pub fn verdict(comparison: &Comparison, adjust: Adjust, better: Better) -> Verdict {
    let upward = better == Better::Higher;
    match judged(comparison, adjust).is_shown() {
        false => Verdict::NoEvidence,
        true if (comparison.estimate > 0.0) == upward => Verdict::Better,
        true => Verdict::Worse,
    }
}
