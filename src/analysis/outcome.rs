//! One outcome from Trial to report: the Study, every method of the registry, the answers, the figure, the sections.

use crate::analysis::answers;
use crate::analysis::answers::overview::Standing;
use crate::analysis::answers::{Asked, Contrast, Subject};
use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::descriptives::compute as descriptives;
use crate::analysis::comparisons::descriptives::compute::CellMean;
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::comparisons::table::places;
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::display::Display;
use crate::analysis::individual::responders::section as responders;
use crate::analysis::lasting::sections as lasting;
use crate::analysis::names::{Names, capitalised};
use crate::analysis::profile;
use crate::analysis::registry::Chapter;
use crate::analysis::resampling::job::Piece;
use crate::analysis::study::Study;
use crate::analysis::tidy::Number;
use crate::analysis::who;
use crate::notice::{Message, Problem};
use crate::report::{Answers, Block, Figure, OutcomeReport, Section, Words, label, number};
use crate::trial::{Better, OutcomeRole, Plan, Trial};

/// What was found for one outcome.
pub struct OutcomeFound {
    pub report: OutcomeReport,
    pub numbers: Vec<Number>,
    /// Whether there is any number at all.
    pub analysed: bool,
    /// What it brings to the overview of all outcomes.
    pub standing: Option<Standing>,
}

/// Runs every method on the outcome at `index`, with what was resampled of the trial, if anything was.
pub fn outcome_report(trial: &Trial, index: usize, words: &Words, pieces: Option<&[Piece]>) -> OutcomeFound {
    let Some(mut study) = Study::new(trial, index) else {
        let report = without_sections(index, "");
        return OutcomeFound { report, numbers: Vec::new(), analysed: false, standing: None };
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
pub fn study_report(study: &Study<'_>, words: &Words) -> OutcomeFound {
    let (trial, index, name) = (study.trial, study.index, &study.outcome.name);
    let mut report = without_sections(index, name);
    let display = Display {
        words,
        names: Names::new(name, &trial.arms, &trial.occasions, words),
        places: number::places_for(descriptives::typical_sd(study)),
        plan: &trial.plan,
    };
    let mut numbers = Vec::new();
    let mut declared: Vec<String> = Vec::new();
    let mut problems: Vec<Problem> = study.problems.clone();
    problems.extend(who::summarised(study));
    for chapter in Chapter::ALL {
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
    report.answers = answered(study, &display, &cells);
    if let Some(answers) = &mut report.answers {
        answers.inquiries.extend(responders::for_whom(study, &display));
    }
    report.figures = profile::profile(&display.names, &cells, display.places, words)
        .map(|profile| Figure::Profile { profile })
        .into_iter()
        .collect();
    number_tables(&mut report.sections, &mut report.figures);
    OutcomeFound { analysed: !numbers.is_empty(), standing: Some(Standing::new(study, &display)), report, numbers }
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

/// Puts what is said of its questionnaire at the end of an outcome's report.
pub fn append(report: &mut OutcomeReport, mut section: Section, words: &Words) {
    let chapter = words.label("chapter-reliability");
    if report.sections.iter().all(|own| own.chapter != chapter) {
        section.chapter = chapter;
    }
    distinguish(&mut section, &report.sections);
    report.sections.push(section);
    number_tables(&mut report.sections, &mut report.figures);
}

/// Several scores of one questionnaire: each has its own place in the page.
pub fn distinguish(section: &mut Section, others: &[Section]) {
    let same = others.iter().filter(|own| own.id.starts_with(section.id.as_str())).count();
    if same == 0 {
        return;
    }
    let distinct = |id: &mut String| id.push_str(&format!("-of-{}", same + 1));
    distinct(&mut section.id);
    for block in &mut section.blocks {
        match block {
            Block::Table { table } => distinct(&mut table.id),
            Block::Figure { figure: Figure::Scatter { scatter } } => {
                distinct(&mut scatter.id);
                distinct(&mut scatter.table);
            }
            _ => {}
        }
    }
}

/// Tables and figures are numbered as they are read.
fn number_tables(sections: &mut [Section], figures: &mut [Figure]) {
    let (mut n_figures, mut n_tables) = (0, 0);
    let mut number_figure = |figure: &mut Figure| {
        n_figures += 1;
        *figure.number_mut() = n_figures;
    };
    figures.iter_mut().for_each(&mut number_figure);
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Table { table } => {
                n_tables += 1;
                table.number = n_tables;
            }
            Block::Figure { figure } => number_figure(figure),
            Block::Paragraph { .. } | Block::Notice { .. } => {}
        }
    }
}

fn answered(study: &Study<'_>, display: &Display<'_>, cells: &[CellMean]) -> Option<Answers> {
    let changes = change_difference::leading(study);
    let pairs = pairwise::leading(study);
    let (arms, within) = match &pairs {
        Some(found) => (
            if found.arms_at.is_empty() { &found.arms[..] } else { &found.arms_at },
            if found.occasions_within.is_empty() { &found.occasions[..] } else { &found.occasions_within },
        ),
        None => (&[][..], &[][..]),
    };
    let (changes, arms_at, within) = (
        contrasts(changes.as_ref().map_or(&[], |found| &found.rows), "comparisons-change", display),
        contrasts(arms, "comparisons-arms", display),
        contrasts(within, "comparisons-within", display),
    );
    let mean = |arm: usize, occasion: usize| {
        cells.iter().find(|c| c.arm == arm && c.occasion == occasion).map_or(f64::NAN, |cell| cell.mean)
    };
    let (adjust, declared) = (study.trial.plan.adjust, &study.trial.plan.declared);
    let lasting = lasting::for_answers(study, display);
    answers::answers(&Asked {
        words: display.words,
        names: &display.names,
        better: study.outcome.better,
        places: display.places,
        has_arms: study.trial.has_arms && study.trial.arms.len() > 1,
        changes: &changes,
        arms_at: &arms_at,
        within: &within,
        lasting: lasting.as_ref(),
        mean: &mean,
        adjusted: adjust != crate::trial::Adjust::None,
        simultaneous: changes.iter().chain(&arms_at).chain(&within).all(|contrast| contrast.matches),
        randomised: study.trial.plan.randomised,
        exploratory_outcome: study.outcome.role == Some(OutcomeRole::Exploratory),
        undeclared: !declared.is_empty() && !declared.iter().any(|id| id == "change_difference" || id == "pairwise"),
        waitlist: study.trial.arms.first().is_some_and(|control| who::waits(control)),
    })
}

/// The rows of a table as the answers read them; a row without an estimate and its limits answers nothing.
fn contrasts(rows: &[Comparison], table: &'static str, display: &Display<'_>) -> Vec<Contrast> {
    let subject = |compared: Compared| match compared {
        Compared::Change { from, to, arm, against } => Subject::Change { from, to, arm, against },
        Compared::Arms { arm, against, at } => Subject::Arms { arm, against, at: at.unwrap_or(0) },
        Compared::Occasions { from, to, arm } => Subject::Occasions { from, to, arm: arm.unwrap_or(0) },
    };
    rows.iter()
        .zip(places(rows))
        .map(|(row, place)| {
            let judged = judged(row, display.plan.adjust);
            Contrast {
                subject: subject(row.compared),
                estimate: row.estimate,
                low: judged.low,
                high: judged.high,
                p: judged.adjusted.unwrap_or(row.p),
                matches: judged.simultaneous,
                g: Some(row.size.hedges_g).filter(|g| g.is_finite()),
                table,
                row: place,
                more: Vec::new(),
            }
        })
        .filter(|contrast| contrast.estimate.is_finite() && contrast.low.is_finite() && contrast.high.is_finite())
        .collect()
}

/// The trial in one sentence.
pub fn trial_summary(trial: &Trial) -> Message {
    let id = match (trial.has_arms, trial.occasions.len()) {
        (true, 1) => "trial-summary-one-occasion",
        (true, _) => "trial-summary",
        (false, _) => "trial-summary-one-group",
    };
    Message::new(id)
        .with("participants", trial.ids.len())
        .with("arms", trial.arms.len())
        .with("occasions", trial.occasions.len())
        .with("outcomes", trial.outcomes.len())
}

/// What was computed by which convention.
pub fn colophon(trial: &Trial) -> Vec<Message> {
    let mut lines = vec![Message::new("colophon-version").with("version", env!("CARGO_PKG_VERSION"))];
    lines.push(Message::new("colophon-model"));
    if trial.plan.declared.is_empty() {
        lines.push(Message::new("colophon-none-declared"));
    }
    if trial.outcomes.iter().any(|outcome| outcome.better == Better::Lower) {
        lines.push(Message::new("colophon-reversed"));
    }
    lines
}
