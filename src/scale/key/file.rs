//! A key file as it is read: its text, values with their lines, and the mistakes line by line.

use crate::notice::{Message, Problem, Problems};

/// Nobody reads more mistakes than this.
const MOST_MISTAKES: usize = 20;

/// The text of a key file, and its mistakes so far.
pub struct KeyFile<'t> {
    pub text: &'t str,
    mistakes: Problems,
}

impl<'t> KeyFile<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, mistakes: Problems::listing(MOST_MISTAKES) }
    }

    /// The line of a byte.
    pub fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().get(..at).unwrap_or(self.text.as_bytes());
        before.iter().filter(|&&byte| byte == b'\n').count() + 1
    }

    /// Records a mistake on that line.
    pub fn mistake(&mut self, line: usize, message: Message) {
        if self.mistakes.len() < MOST_MISTAKES {
            self.mistakes.push(Problem::error(message.with("line", line)).at_line(line));
        }
    }

    pub fn is_sound(&self) -> bool {
        self.mistakes.is_empty()
    }

    /// The mistakes by their lines.
    pub fn into_mistakes(self) -> Vec<Problem> {
        let mut mistakes = self.mistakes.finish();
        mistakes.sort_by_key(|problem| problem.at.line);
        mistakes
    }
}

/// A value with the line that it stands on.
#[derive(Clone, Debug)]
pub struct At<T> {
    pub value: T,
    pub line: usize,
}
