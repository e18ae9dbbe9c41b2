//! The Problems of one reading, in the order of the file. Many of one kind are told by a few and a count.

use crate::notice::{Message, Problem, Severity};

/// So many Problems of one kind are listed; the rest are counted.
const LISTED: usize = 30;

/// Questions are listed further, since each has an answer of its own.
const ASKED: usize = 300;

#[derive(Debug, Default)]
pub struct Found {
    problems: Vec<Problem>,
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    code: &'static str,
    severity: Severity,
    n: usize,
    n_listed: usize,
    last_column: Option<String>,
}

impl Found {
    pub fn push(&mut self, problem: Problem) {
        let known = self.kinds.iter().position(|kind| kind.code == problem.code());
        let at = known.unwrap_or_else(|| {
            self.kinds.push(Kind {
                code: problem.code(),
                severity: problem.severity,
                n: 0,
                n_listed: 0,
                last_column: None,
            });
            self.kinds.len() - 1
        });
        let Some(kind) = self.kinds.get_mut(at) else { return };
        kind.n += 1;
        if kind.n <= if problem.ask.is_some() { ASKED } else { LISTED } {
            kind.n_listed += 1;
            self.problems.push(problem);
        } else {
            kind.last_column = problem.at.column;
        }
    }

    /// The list, with a count behind each kind that is not listed in full.
    pub fn finish(self) -> Vec<Problem> {
        let mut problems = self.problems;
        for kind in self.kinds.iter().filter(|kind| kind.n > kind.n_listed) {
            let behind =
                problems.iter().rposition(|problem| problem.code() == kind.code).map_or(problems.len(), |i| i + 1);
            let column = kind.last_column.as_deref().map_or("blank".into(), super::blank::shown);
            let message = Message::new("more-like-these").with("count", kind.n - kind.n_listed).with("column", column);
            problems.insert(behind, Problem::new(kind.severity, message));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_kind_are_counted() {
        let mut found = Found::default();
        for i in 0..3000 {
            found.push(Problem::warning(Message::new("column-percent")).in_column(&format!("x{i}")));
        }
        found.push(Problem::note(Message::new("blank-lines")));
        let codes: Vec<_> = found.finish().iter().map(Problem::code).collect();
        assert_eq!(codes.len(), LISTED + 2);
        assert_eq!(codes[LISTED..], ["more-like-these", "blank-lines"]);
    }
}
