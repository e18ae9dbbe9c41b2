//! One outcome from Trial to report: the Study, the methods of the registry, the answers, the figure, the sections.

use crate::analysis::comparisons::descriptives::compute as descriptives;
use crate::analysis::display::Display;
use crate::analysis::extent::{MethodPart, with_tables};
use crate::analysis::individual::responders::section as responders;
use crate::analysis::names::{Names, capitalised};
use crate::analysis::numbering::Numbering;
use crate::analysis::registry::{Chapter, Entry, methods};
use crate::analysis::resampling::job::Piece;
use crate::analysis::standing::Standing;
use crate::analysis::study::Study;
use crate::analysis::tidy::Number;
use crate::analysis::{answers, profile, who};
use crate::notice::{Message, Problem};
use crate::report::{Block, Figure, OutcomeReport, Section, Words, label, number};
use crate::trial::{Plan, ReportExtent, Trial};

/// The analysis of one outcome, as far as the report brings it.
pub struct OutcomeAnalysis {
    pub report: OutcomeReport,
    /// Whether there is any number at all.
    pub analysed: bool,
    /// What it brings to the overview of all outcomes.
    pub standing: Option<Standing>,
    /// Every number, where the report brings every method and they are there already.
    pub numbers: Option<Vec<Number>>,
}

/// Runs the methods of the report on the outcome at `index`, with what was resampled of the trial, if anything was.
pub fn outcome_report(trial: &Trial, index: usize, words: &Words, pieces: Option<&[Piece]>) -> OutcomeAnalysis {
    let Some(study) = study(trial, index, pieces) else {
        return OutcomeAnalysis {
            report: without_sections(index, ""),
            analysed: false,
            standing: None,
            numbers: Some(Vec::new()),
        };
    };
    study_report(&study, words)
}

/// Every number of every method of the outcome at `index`, whatever the report brings.
pub fn numbers_of_outcome(trial: &Trial, index: usize, pieces: Option<&[Piece]>) -> Vec<Number> {
    study(trial, index, pieces).map(|study| numbers(&study)).unwrap_or_default()
}

fn study<'a>(trial: &'a Trial, index: usize, pieces: Option<&'a [Piece]>) -> Option<Study<'a>> {
    let mut study = Study::new(trial, index)?;
    study.pieces = pieces;
    Some(study)
}

fn numbers(study: &Study<'_>) -> Vec<Number> {
    let mut numbers = Vec::new();
    methods().for_each(|method| method.numbers(study, &mut numbers));
    numbers
}

/// Whether any method has a number. Those of the report are asked first: their results are there already.
fn has_numbers(study: &Study<'_>, plan: &Plan) -> bool {
    let of_report = |entry: &&Entry| entry.part(plan) != MethodPart::LeftOut;
    let entries = || Chapter::ALL.into_iter().flat_map(Chapter::methods);
    let rest = entries().filter(|entry| !of_report(entry));
    entries().filter(of_report).chain(rest).any(|entry| {
        let mut numbers = Vec::new();
        entry.method.numbers(study, &mut numbers);
        !numbers.is_empty()
    })
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

/// Runs the methods of the report on the study, whichever model its comparisons are made from.
pub fn study_report(study: &Study<'_>, words: &Words) -> OutcomeAnalysis {
    let (trial, index, name) = (study.trial, study.index, &study.outcome.name);
    let mut report = without_sections(index, name);
    let display = Display {
        words,
        names: Names::new(name, &trial.arm_labels(), &trial.occasions, words),
        places: number::places_for(descriptives::typical_sd(study)),
        plan: &trial.plan,
    };
    let mut declared: Vec<String> = Vec::new();
    let mut problems: Vec<Problem> = study.problems.clone();
    problems.extend(who::summarised(study));
    for chapter in Chapter::ALL.into_iter().filter(|chapter| chapter.applies_to(trial)) {
        let first = report.sections.len();
        for (entry, part) in chapter.methods().map(|entry| (entry, entry.part(&trial.plan))) {
            let method = entry.method;
            let mut sections = match part {
                MethodPart::Whole => method.sections(study, &display),
                MethodPart::Tables(tables) => with_tables(method.sections(study, &display), tables),
                MethodPart::LeftOut => continue,
            };
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
    let numbers = (trial.plan.report == ReportExtent::Full).then(|| numbers(study));
    let analysed = numbers.as_ref().map_or_else(|| has_numbers(study, &trial.plan), |all| !all.is_empty());
    OutcomeAnalysis { analysed, standing: Some(Standing::new(study, &display)), report, numbers }
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
