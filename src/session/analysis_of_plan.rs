//! An analysis by a Plan: the report, and every number when it is asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Session;
use super::further::further;
use crate::analysis::resampling::job::Piece;
use crate::analysis::{self, Number};
use crate::notice::Problem;
use crate::plan::Plan;
use crate::report::write::TidyRow;
use crate::report::{Report, Text, label};
use crate::trial::Trial;

/// The last analysis and its results.
pub(super) struct Analysis {
    pub(super) plan: Plan,
    /// `None` where Table and Plan made none.
    pub(super) trial: Option<Trial>,
    pub(super) report: Report,
    /// What was resampled for it.
    pub(super) pieces: Option<Vec<Piece>>,
    /// Every number of every method, each with its outcome's name: filled when it is first needed, as a report need not bring
    /// every method.
    numbers: OnceCell<Vec<(Rc<str>, Number)>>,
    /// Those across outcomes, which every report brings.
    across: Vec<(String, Number)>,
    pub(super) analysed: bool,
}

impl Analysis {
    pub(super) fn new(plan: &Plan, report: Report, pieces: Option<&[Piece]>) -> Self {
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
    pub(super) fn rows(&self) -> Vec<TidyRow<'_>> {
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
fn named(trial: &Trial, of_outcomes: Vec<Vec<Number>>, across: &[(String, Number)]) -> Vec<(Rc<str>, Number)> {
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

impl Session {
    /// Analyses every outcome of the trial, then all of them together.
    pub(super) fn analyse_trial(
        &self,
        trial: &Trial,
        analysis: &mut Analysis,
        pieces: Option<&[Piece]>,
        progress: &mut dyn FnMut(f64),
    ) -> Vec<Problem> {
        let words = self.words.at_level(trial.plan.level);
        analysis.report.summary = words.say(&analysis::trial_summary(trial));
        let arms = trial.arms.iter().filter(|_| trial.has_arms);
        analysis.report.arms = arms.map(|name| label(name)).collect();
        (analysis.report.questions, analysis.report.confirm_all) = self.open_questions(trial, &words);
        let mut standings = Vec::new();
        let mut numbers = Some(Vec::new());
        for index in 0..trial.outcomes.len() {
            let of_outcome = analysis::outcome_report(trial, index, &words, pieces);
            analysis.analysed |= of_outcome.analysed;
            numbers = numbers.zip(of_outcome.numbers).map(|(mut all, own)| {
                all.push(own);
                all
            });
            analysis.report.outcomes.push(of_outcome.report);
            standings.extend(of_outcome.standing);
            progress((index + 1) as f64 / trial.outcomes.len() as f64);
        }
        let overview = analysis::overview(trial, &words, &standings, &analysis.report.outcomes);
        for (outcome, section) in overview.of_outcomes {
            if let Some(report) = analysis.report.outcomes.get_mut(outcome) {
                analysis::append(report, section, &words);
            }
        }
        analysis.analysed |= !overview.numbers.is_empty();
        analysis.report.overview =
            self.against_registered(&analysis.plan).into_iter().chain(overview.sections).collect();
        analysis::number_report(&mut analysis.report);
        analysis.report.claims = overview.claims;
        analysis.across = overview.numbers;
        if let Some(numbers) = numbers {
            analysis.numbers = named(trial, numbers, &analysis.across).into();
        }
        analysis.report.further = further(&trial.plan, &words);
        analysis.report.colophon = analysis::colophon(trial).iter().map(|text| words.say(text)).collect();
        overview.problems
    }

    pub(super) fn empty_report(&self) -> Report {
        Report {
            language: self.words.language().into(),
            summary: Text::new(),
            notices: Vec::new(),
            questions: Vec::new(),
            confirm_all: None,
            arms: Vec::new(),
            claims: Vec::new(),
            overview: Vec::new(),
            outcomes: Vec::new(),
            further: None,
            colophon: Vec::new(),
            labels: self.words.labels(),
        }
    }
}
