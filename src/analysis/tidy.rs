//! Numbers by the names of the tidy output.

use std::rc::Rc;

/// One number of one method, unrounded, in the vocabulary of the tidy output.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub method: &'static str,
    /// Shared by the numbers of a term.
    pub term: Rc<str>,
    pub statistic: &'static str,
    pub value: f64,
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
            self.out.push(Number { method: self.method, term: self.term.clone(), statistic, value });
        }
    }
}
