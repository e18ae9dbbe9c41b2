//! The Problems of one assembling. Many of one kind are told by a few and a count.

use crate::notice::{Message, Problem};

/// So many Problems of one kind are listed; the rest are counted.
const LISTED: usize = 5;

#[derive(Debug, Default)]
pub struct Found {
    problems: Vec<Problem>,
    kinds: Vec<(&'static str, usize)>,
    /// Columns that are missing for a reason that was said.
    excused: Vec<String>,
}

impl Found {
    /// Columns of scores that were not made: that they are missing goes without saying.
    pub fn excuse(&mut self, columns: Vec<String>) {
        self.excused = columns;
    }

    pub fn push(&mut self, problem: Problem) {
        let code = problem.code();
        let is_excused = |column: &String| self.excused.contains(column);
        if code == "column-missing" && problem.at.column.as_ref().is_some_and(is_excused) {
            return;
        }
        let n = match self.kinds.iter_mut().find(|(known, _)| *known == code) {
            Some((_, n)) => {
                *n += 1;
                *n
            }
            None => {
                self.kinds.push((code, 1));
                1
            }
        };
        if n <= LISTED {
            self.problems.push(problem);
        }
    }

    /// The list, with a count behind each kind that is not listed in full.
    pub fn finish(self) -> Vec<Problem> {
        let mut problems = self.problems;
        for (code, n) in self.kinds.into_iter().filter(|(_, n)| *n > LISTED) {
            let Some(last) = problems.iter().rposition(|problem| problem.code() == code) else { continue };
            let message = Message::new("more-like-these").with("count", n - LISTED).with("column", "blank");
            problems.insert(last + 1, Problem::new(problems[last].severity, message));
        }
        problems
    }
}
