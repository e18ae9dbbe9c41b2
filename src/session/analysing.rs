//! Every outcome of a trial, one after the other, then all of them together.

use super::Session;
use super::further::further;
use super::last_analysis::{LastAnalysis, named};
use crate::analysis;
use crate::analysis::resampling::job::Piece;
use crate::notice::Problem;
use crate::report::{Report, Text, label};
use crate::trial::Trial;

impl Session {
    /// Analyses every outcome of the trial, then all of them together.
    pub(super) fn analyse_trial(
        &self,
        trial: &Trial,
        analysis: &mut LastAnalysis,
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
