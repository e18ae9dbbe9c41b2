//! An analysis by a Plan: the report, and every number when it is asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::resampling::job::Piece;
use crate::analysis::{self, Number};
use crate::plan::Plan;
use crate::report::Report;
use crate::report::write::TidyRow;
use crate::trial::Trial;

/// The last analysis and its results.
pub struct LastAnalysis {
    pub plan: Plan,
    /// `None` where Table and Plan made none.
    pub trial: Option<Trial>,
    pub report: Report,
    /// What was resampled for it.
    pub pieces: Option<Vec<Piece>>,
    /// Every number of every method, each with its outcome's name: filled when it is first needed, as a report need not bring
    /// every method.
    pub numbers: OnceCell<Vec<(Rc<str>, Number)>>,
    /// Those across outcomes, which every report brings.
    pub across: Vec<(String, Number)>,
    pub analysed: bool,
}

impl LastAnalysis {
    pub fn new(plan: &Plan, report: Report, pieces: Option<&[Piece]>) -> Self {
        Self {
            plan: plan.clone(),
            trial: None,
            report,
            pieces: pieces.map(<[Piece]>::to_vec),
            numbers: OnceCell::new(),
            across: Vec::new(),
            analysed: false,
        }
    }

    /// Every number, as the writers take them.
    pub fn rows(&self) -> Vec<TidyRow<'_>> {
        self.numbers().iter().map(|(outcome, number)| tidy_row(outcome, number)).collect()
    }

    fn numbers(&self) -> &[(Rc<str>, Number)] {
        self.numbers.get_or_init(|| {
            let Some(trial) = &self.trial else { return Vec::new() };
            let of_outcome = |index| analysis::numbers_of_outcome(trial, index, self.pieces.as_deref());
            named(trial, (0..trial.outcomes.len()).map(of_outcome).collect(), &self.across)
        })
    }
}

/// Every number with its outcome's name, limits named by their level.
pub fn named(trial: &Trial, of_outcomes: Vec<Vec<Number>>, across: &[(String, Number)]) -> Vec<(Rc<str>, Number)> {
    let mut all: Vec<(Rc<str>, Number)> = Vec::new();
    for (outcome, numbers) in trial.outcomes.iter().zip(of_outcomes) {
        let name: Rc<str> = outcome.name.as_str().into();
        all.extend(numbers.into_iter().map(|number| (name.clone(), number)));
    }
    all.extend(across.iter().map(|(name, number)| (name.as_str().into(), number.clone())));
    all.into_iter().map(|(name, number)| (name, number.at_level(trial.plan.level))).collect()
}

fn tidy_row<'a>(outcome: &'a str, number: &'a Number) -> TidyRow<'a> {
    TidyRow { outcome, method: number.method, term: &number.term, statistic: &number.statistic, value: number.value }
}
