//! An assumption that no power can be computed from.

use crate::notice::{Message, Problem};

/// An input out of its range: which one, its value, and why, as the message `power-input` tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unusable {
    /// The input's name as a file's column has it.
    pub input: &'static str,
    pub value: f64,
    /// The reason, by which the message chooses its words.
    pub why: &'static str,
}

impl Unusable {
    /// `Ok` where the value is usable.
    pub fn unless(usable: bool, input: &'static str, value: f64, why: &'static str) -> Result<(), Self> {
        if usable { Ok(()) } else { Err(Self { input, value, why }) }
    }

    /// The Problem of a file's row, counted from 1 without the header.
    pub fn in_row(self, row: usize, line: usize) -> Problem {
        let message = self.message(self.input, row).with("line", line);
        Problem::error(message).at_line(line).in_column(self.input)
    }

    /// The Problem of an option of the command.
    pub fn as_option(self, option: &str) -> Problem {
        Problem::error(self.message(option, 0).with("line", 0_usize))
    }

    fn message(self, name: &str, row: usize) -> Message {
        Message::new("power-input").with("row", row).with("name", name).with("value", self.value).with("why", self.why)
    }
}
