//! What is wrong with a key file, line by line.

use crate::notice::{Arg, Message, Problem};

/// Nobody reads more of them.
const MOST_PROBLEMS: usize = 20;

/// The file's lines, and what was found wrong on them.
pub struct Found<'t> {
    pub text: &'t str,
    pub problems: Vec<Problem>,
}

impl Found<'_> {
    pub fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().get(..at).unwrap_or(self.text.as_bytes());
        before.iter().filter(|&&byte| byte == b'\n').count() + 1
    }

    pub fn say(&mut self, line: usize, message: Message) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem::error(message.with("line", line)).at_line(line));
        }
    }
}

/// A value with the line that it stands on.
#[derive(Clone, Debug)]
pub struct At<T> {
    pub value: T,
    pub line: usize,
}

/// A file's word as a message shows it.
pub fn shown(text: &str) -> Arg {
    const LONGEST: usize = 60;
    Arg::Text(text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect())
}
