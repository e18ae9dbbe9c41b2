//! Numbers by the names of the tidy output.

use std::borrow::Cow;
use std::rc::Rc;

use crate::report::number::percent;

/// The level after which limits are named by their methods.
const USUAL_LEVEL: f64 = 0.95;

/// One number of one method, unrounded, in the vocabulary of the tidy output.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub method: &'static str,
    /// Shared by the numbers of a term.
    pub term: Rc<str>,
    pub statistic: Cow<'static, str>,
    pub value: f64,
}

impl Number {
    /// The same number where intervals have another level than 95 %: a limit is named by the level that it has. Limits whose
    /// level is always the same (η², the Monte Carlo limits of a p) keep their names.
    pub fn at_level(mut self, level: f64) -> Self {
        let named = |level: f64| format!("ci{}", percent(level).trim_end_matches('%'));
        if level != USUAL_LEVEL {
            self.statistic = match self.statistic.as_ref() {
                // They go with two one-sided tests.
                limit @ ("ci90_low" | "ci90_high") => limit.replace("ci90", &named(2.0 * level - 1.0)).into(),
                limit => limit.replace("ci95", &named(level)).into(),
            };
        }
        self
    }
}

/// The numbers of one term of one method.
pub struct Numbers<'a> {
    method: &'static str,
    term: Rc<str>,
    out: &'a mut Vec<Number>,
}

impl<'a> Numbers<'a> {
    pub fn new(method: &'static str, term: impl Into<Rc<str>>, out: &'a mut Vec<Number>) -> Self {
        Self { method, term: term.into(), out }
    }

    /// Adds a number, unless it cannot be given.
    pub fn add(&mut self, statistic: &'static str, value: f64) {
        if value.is_finite() {
            self.out.push(Number { method: self.method, term: self.term.clone(), statistic: statistic.into(), value });
        }
    }
}
