//! One outcome from Trial to report: the Study, every method of the registry, the answers, the figure, the sections.

use crate::analysis::comparisons::descriptives::compute as descriptives;
use crate::analysis::display::Display;
use crate::analysis::individual::responders::section as responders;
use crate::analysis::names::{Names, capitalised};
use crate::analysis::numbering::Numbering;
use crate::analysis::registry::Chapter;
use crate::analysis::resampling::job::Piece;
use crate::analysis::standing::Standing;
use crate::analysis::study::Study;
use crate::analysis::tidy::Number;
use crate::analysis::{answers, profile, who};
use crate::notice::{Message, Problem};
use crate::report::{Block, Figure, OutcomeReport, Section, Words, label, number};
use crate::trial::{Plan, Trial};

/// The analysis of one outcome.
pub struct OutcomeAnalysis {
    pub report: OutcomeReport,
    pub numbers: Vec<Number>,
    /// Whether there is any number at all.
    pub analysed: bool,
    /// What it brings to the overview of all outcomes.
    pub standing: Option<Standing>,
}

/// Runs every method on the outcome at `index`, with what was resampled of the trial, if anything was.
pub fn outcome_report(trial: &Trial, index: usize, words: &Words, pieces: Option<&[Piece]>) -> OutcomeAnalysis {
    let Some(mut study) = Study::new(trial, index) else {
        let report = without_sections(index, "");
        return OutcomeAnalysis { report, numbers: Vec::new(), analysed: false, standing: None };
    };
    study.pieces = pieces;
    study_report(&study, words)
}

fn without_sections(index: usize, name: &str) -> OutcomeReport {
    OutcomeReport {
        id: format!("outcome-{}", index + 1),
        name: label(&capitalised(name)),
        subtitle: Vec::new(),
        notices: Vec::new(),
        spark: None,
        answers: None,
        figures: Vec::new(),
        sections: Vec::new(),
    }
}

/// Runs every method on the study, whichever model its comparisons are made from.
pub fn study_report(study: &Study<'_>, words: &Words) -> OutcomeAnalysis {
    let (trial, index, name) = (study.trial, study.index, &study.outcome.name);
    let mut report = without_sections(index, name);
    let display = Display {
        words,
        names: Names::new(name, &trial.arm_labels(), &trial.occasions, words),
        places: number::places_for(descriptives::typical_sd(study)),
        plan: &trial.plan,
    };
    let mut numbers = Vec::new();
    let mut declared: Vec<String> = Vec::new();
    let mut problems: Vec<Problem> = study.problems.clone();
    problems.extend(who::summarised(study));
    for chapter in Chapter::ALL.into_iter().filter(|chapter| chapter.applies_to(trial)) {
        let first = report.sections.len();
        for method in chapter.methods().map(|entry| entry.method) {
            method.numbers(study, &mut numbers);
            let mut sections = method.sections(study, &display);
            match trial.plan.declared.iter().any(|id| id == method.id()) {
                true => declared.extend(sections.iter().map(|section| section.title.clone())),
                false => mark_exploratory(&trial.plan, &mut sections, words),
            }
            report.sections.extend(sections);
            problems.extend(method.problems(study));
        }
        if let (Some(section), Some(title)) = (report.sections.get_mut(first), chapter.title()) {
            section.chapter = words.label(title);
        }
    }
    let cells = study.result(&descriptives::CELL_MEANS).unwrap_or_default();
    report.subtitle = words.sentences(&who::subtitle(study, declared));
    report.notices =
        who::left_out(trial, index, &display).iter().chain(&problems).map(|problem| words.notice(problem)).collect();
    report.spark = profile::spark(trial.arms.len(), trial.occasions.len(), &cells);
    report.spark = report.spark.filter(|_| trial.crossover.is_none());
    report.answers = answers::answered(study, &display);
    if let Some(answers) = report.answers.as_mut().filter(|_| trial.crossover.is_none()) {
        answers.inquiries.extend(responders::for_whom(study, &display));
    }
    // A line over the treatments of a crossover would read as time.
    let profile = profile::profile(&display.names, &cells, display.places, words);
    let profile = profile.filter(|_| trial.crossover.is_none());
    report.figures = profile.map(|profile| Figure::Profile { profile }).into_iter().collect();
    Numbering::default().outcome(&mut report);
    OutcomeAnalysis { analysed: !numbers.is_empty(), standing: Some(Standing::new(study, &display)), report, numbers }
}

/// Where the Plan declares analyses, each other one says that it was not among them.
fn mark_exploratory(plan: &Plan, sections: &mut [Section], words: &Words) {
    if plan.declared.is_empty() {
        return;
    }
    for section in sections {
        section.blocks.insert(0, Block::Paragraph { text: words.say(&Message::new("not-declared")) });
    }
}
