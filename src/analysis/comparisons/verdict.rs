//! Whether a comparison shows a difference, under the Plan's adjustment.

use crate::analysis::comparisons::comparison::Comparison;
use crate::trial::{Adjust, Better};

/// The interval and p of a comparison under the Plan's adjustment.
pub struct Judged {
    pub low: f64,
    pub high: f64,
    /// `None` where nothing is adjusted.
    pub adjusted: Option<f64>,
    /// Whether the interval holds for the whole family at once, or nothing is adjusted.
    pub matches: bool,
}

impl Judged {
    pub fn excludes_zero(&self) -> bool {
        match self.adjusted {
            Some(p) if !self.matches => p < 0.05,
            _ => self.low > 0.0 || self.high < 0.0,
        }
    }
}

pub fn judged(comparison: &Comparison, asked: Adjust) -> Judged {
    let by = comparison.family.adjustment(asked);
    let found = comparison.adjusted(by);
    let (low, high) = found.ci.unwrap_or((comparison.ci_low, comparison.ci_high));
    Judged { low, high, adjusted: (by != Adjust::None).then_some(found.p), matches: found.ci.is_some() }
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
    match judged(comparison, adjust).excludes_zero() {
        false => Verdict::NoEvidence,
        true if (comparison.estimate > 0.0) == upward => Verdict::Better,
        true => Verdict::Worse,
    }
}
