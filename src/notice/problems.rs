//! The one collector of Problems, used by every layer. Many of one code are listed in part and counted.

use super::{Message, Problem, Severity, excerpt};

/// The Problems of one step, in the order in which they arose.
#[derive(Debug)]
pub struct Problems {
    listed: Vec<Problem>,
    tallies: Vec<Tally>,
    /// How many of one code are listed; and how many that ask something, since each has an answer of its own.
    per_code: usize,
    questions_per_code: usize,
    excused: Vec<(&'static str, String)>,
}

/// The Problems of one code.
#[derive(Debug)]
struct Tally {
    code: &'static str,
    severity: Severity,
    n: usize,
    n_listed: usize,
    /// The column of the last that is not listed.
    last_column: Option<String>,
}

impl Problems {
    /// Lists at most so many of one code.
    pub fn listing(per_code: usize) -> Self {
        Self { listed: Vec::new(), tallies: Vec::new(), per_code, questions_per_code: per_code, excused: Vec::new() }
    }

    /// Lists at most so many questions of one code.
    pub fn with_questions(self, questions_per_code: usize) -> Self {
        Self { questions_per_code, ..self }
    }

    /// Leaves out Problems of this code about these columns: an earlier Problem has said why.
    pub fn excuse(&mut self, code: &'static str, columns: Vec<String>) {
        self.excused.extend(columns.into_iter().map(|column| (code, column)));
    }

    pub fn push(&mut self, problem: Problem) {
        let code = problem.code();
        let is_this =
            |(excused, column): &(&str, String)| *excused == code && problem.at.column.as_ref() == Some(column);
        if self.excused.iter().any(is_this) {
            return;
        }
        let tally = match self.tallies.iter().position(|tally| tally.code == code) {
            Some(at) => &mut self.tallies[at],
            None => {
                self.tallies.push(Tally { code, severity: problem.severity, n: 0, n_listed: 0, last_column: None });
                let last = self.tallies.len() - 1;
                &mut self.tallies[last]
            }
        };
        tally.n += 1;
        if tally.n <= if problem.ask.is_some() { self.questions_per_code } else { self.per_code } {
            tally.n_listed += 1;
            self.listed.push(problem);
        } else {
            tally.last_column = problem.at.column;
        }
    }

    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }

    /// How many are listed.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The list, with a count behind each code that is not listed in full.
    pub fn finish(self) -> Vec<Problem> {
        let mut problems = self.listed;
        for tally in self.tallies.iter().filter(|tally| tally.n > tally.n_listed) {
            let last = problems.iter().rposition(|problem| problem.code() == tally.code);
            let column = tally.last_column.as_deref().map_or("blank".into(), excerpt);
            let message =
                Message::new("more-like-these").with("count", tally.n - tally.n_listed).with("column", column);
            problems.insert(last.map_or(problems.len(), |at| at + 1), Problem::new(tally.severity, message));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::super::Ask;
    use super::*;

    fn codes(problems: Problems) -> Vec<&'static str> {
        problems.finish().iter().map(Problem::code).collect()
    }

    #[test]
    fn many_of_a_code_are_counted() {
        let mut problems = Problems::listing(30);
        for i in 0..3000 {
            problems.push(Problem::warning(Message::new("column-percent")).in_column(&format!("x{i}")));
        }
        problems.push(Problem::note(Message::new("blank-lines")));
        let codes = codes(problems);
        assert_eq!(codes.len(), 32);
        assert_eq!(codes[30..], ["more-like-these", "blank-lines"]);
    }

    #[test]
    fn questions_are_listed_further() {
        let mut problems = Problems::listing(1).with_questions(3);
        for _ in 0..4 {
            let ask = Ask::ConfirmKey { scale: "mbi".into() };
            problems.push(Problem::warning(Message::new("key-unconfirmed")).asking(ask));
        }
        assert_eq!(codes(problems), ["key-unconfirmed", "key-unconfirmed", "key-unconfirmed", "more-like-these"]);
    }

    #[test]
    fn what_is_excused_is_left_out() {
        let mut problems = Problems::listing(5);
        problems.excuse("column-missing", vec!["total".into()]);
        for (code, column) in [("column-missing", "total"), ("column-missing", "age"), ("column-empty", "total")] {
            problems.push(Problem::error(Message::new(code)).in_column(column));
        }
        assert_eq!(codes(problems), ["column-missing", "column-empty"]);
    }
}
