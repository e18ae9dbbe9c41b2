//! What a report can hold: one file for each method, one registry.

mod answers;
mod names;
mod profile;
mod show;

use crate::report::{Section, Words};

/// One number of one method, unrounded, in the vocabulary of the tidy output.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub method: &'static str,
    pub term: String,
    pub statistic: &'static str,
    pub value: f64,
}

/// What a method found for one outcome: typed, unrounded, and able to name its numbers and to show itself.
pub trait Findings {
    /// Every number, named. A statistic that cannot be given is left out.
    fn numbers(&self, out: &mut Vec<Number>);
    /// The section of the report, or `None` where there is nothing to show.
    fn section(&self, words: &Words) -> Option<Section>;
}
