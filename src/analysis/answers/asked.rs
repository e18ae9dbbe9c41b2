//! Everything that the answers of one outcome are made from.

use super::contrast::{ContrastRow, Lasting};
use crate::analysis::names::Names;
use crate::report::Words;
use crate::trial::Better;

/// What the answers are made from.
pub struct Asked<'a> {
    pub words: &'a Words,
    pub names: &'a Names,
    pub better: Better,
    /// Decimals of the outcome's means.
    pub places: usize,
    pub has_arms: bool,
    /// Differences in change, later − earlier occasion, later − earlier arm.
    pub changes: &'a [ContrastRow],
    /// Arms compared at each occasion.
    pub arms_at: &'a [ContrastRow],
    /// Occasions compared within each arm.
    pub within: &'a [ContrastRow],
    /// Changes since the end of treatment against the margin, and the margin in points, where there is one.
    pub lasting: Option<&'a Lasting>,
    /// Observed mean change by arm, from occasion to occasion, for the verbs "rose" and "fell".
    pub mean: &'a dyn Fn(usize, usize) -> f64,
    /// Whether the intervals are simultaneous, as the adjusted p are.
    pub simultaneous: bool,
    pub adjusted: bool,
    /// Whether participants were allotted at random, as the user said.
    pub randomised: Option<bool>,
    pub exploratory_outcome: bool,
    /// Whether the Plan declares analyses and the comparisons are not among them.
    pub undeclared: bool,
    /// Whether the control's name says that it waits for its treatment.
    pub waitlist: bool,
}
