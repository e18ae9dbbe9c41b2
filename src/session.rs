//! Load, analyse, export: what the page, the shell, the tests and the benchmarks call.

mod analysing;
mod further;
mod last_analysis;
mod levels;
mod links;
mod planning;
mod questions;
mod received;
mod scales;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis;
#[cfg(not(target_arch = "wasm32"))]
use crate::analysis::registry::{OnPage, documentation};
pub use crate::analysis::resampling::job::{Job, JobKind, Piece};
use crate::analysis::resampling::work;
use crate::notice::{Message, Problem, Severity};
use crate::plan::{self, DesignGrid, Plan};
pub use crate::report::write::html::pieces::{ReportPieces, SectionPiece};
use crate::report::write::{self, Document};
use crate::report::{Marker, Notice, Report, Text, Words, figure};
pub use crate::scale::ScalePlan;
use crate::script;
use crate::table::{self, ReadOptions, Table};
use crate::trial::Trial;
use last_analysis::LastAnalysis;
use levels::{MOST_LEVELS, few_levels};
pub use links::{LinkMade, LinkOpened, LinkOptions, TrialDraft};
pub use planning::{PowerOfCases, TrialAssumptions};
use received::Received;
pub use scales::{KeyDescription, KeyOpened, KeyScoreDescription, Published, PublishedNorm};

/// A visit: the words, the link that was opened, the file that was read, and the last analysis of it.
pub struct Session {
    words: Words,
    received: Option<Received>,
    file: Option<File>,
    analysis: Option<LastAnalysis>,
}

struct File {
    table: Table,
    problems: Vec<Problem>,
    /// Why the Plan was guessed from it as it was.
    reasons: Vec<plan::Reason>,
}

/// What is known of a file once it is read: enough to show and to edit the design.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Opened {
    /// The file in one sentence.
    pub summary: Text,
    pub rows: usize,
    pub columns: Vec<String>,
    /// The levels of each column that has few, in order of first appearance.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Map<string, string[]>"))]
    pub levels: BTreeMap<String, Vec<String>>,
    pub encoding: String,
    pub delimiter: String,
    pub decimal: String,
    /// The guessed Plan.
    pub plan: Plan,
    pub grid: DesignGrid,
    pub reasons: Vec<Why>,
    /// Columns that the guessed Plan does not use.
    pub unused: Vec<String>,
    /// Questionnaires without a key, to be scored if the user says so.
    pub suggested: Vec<ScalePlan>,
    pub notices: Vec<Notice>,
    /// The arms' marks as SVG, in their order: as many as a column of arms may have levels.
    pub marks: Vec<String>,
}

/// Why a part of the Plan was guessed so.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Why {
    pub part: String,
    pub text: Text,
    pub certain: bool,
}

/// An analysis as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// How the file's name ends, after the trial's.
    pub ending: &'static str,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Exported {
    /// The content of a format that is text.
    pub fn into_text(self) -> String {
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

/// The names of the formats in which an analysis leaves the session: those of the report, and scripts that make the same
/// numbers in R and in SPSS.
pub fn formats() -> impl Iterator<Item = &'static str> {
    write::WRITERS.into_iter().map(write::Writer::name).chain(["r", "spss"])
}

impl Default for Session {
    fn default() -> Self {
        Self { words: Words::english(), received: None, file: None, analysis: None }
    }
}

impl Session {
    /// Reads a file. What was not understood is in the notices; the rest is read.
    pub fn read(&mut self, bytes: &[u8], options: &ReadOptions) -> Opened {
        let (table, problems) = table::read_bytes(bytes, options);
        self.open(table, problems)
    }

    /// Reads several files, one for each occasion, joined by the participants' id.
    pub fn read_several(&mut self, files: &[(String, &[u8])], options: &ReadOptions) -> Opened {
        let mut problems = Vec::new();
        let mut parts = Vec::with_capacity(files.len());
        for (name, bytes) in files {
            let (table, of_file) = table::read_bytes(bytes, options);
            problems.extend(of_file.into_iter().map(|problem| problem.of_file(name)));
            parts.push(plan::SeparateFile { name: name.clone(), table });
        }
        let (table, of_join) = plan::join(parts);
        self.open(table, of_join.into_iter().chain(problems).collect())
    }

    /// What is said of a file that is refused before it is read.
    pub fn refuse(&mut self, problem: Problem) -> Opened {
        self.open(Table::default(), vec![problem])
    }

    fn open(&mut self, table: Table, problems: Vec<Problem>) -> Opened {
        let guess = plan::guess(&table);
        let opened = Opened {
            summary: self
                .words
                .say(&Message::new("file-summary").with("rows", table.n_rows()).with("columns", table.columns.len())),
            rows: table.n_rows(),
            columns: table.columns.iter().map(|column| column.name.clone()).collect(),
            levels: table
                .columns
                .iter()
                .filter_map(|column| Some((column.name.clone(), few_levels(column)?)))
                .collect(),
            encoding: table.dialect.encoding.clone(),
            delimiter: table.dialect.delimiter.into(),
            decimal: table.dialect.decimal.into(),
            reasons: guess
                .reasons
                .iter()
                .map(|reason| Why {
                    part: reason.part.clone(),
                    text: self.words.say(&reason.message),
                    certain: reason.certain,
                })
                .collect(),
            grid: DesignGrid::of(&guess.plan),
            plan: guess.plan,
            unused: guess.unused,
            suggested: guess.suggested,
            notices: self.notices(&problems),
            marks: marks(),
        };
        self.file = Some(File { table, problems, reasons: guess.reasons });
        self.analysis = None;
        self.uncompare();
        self.by_link(opened)
    }

    /// Analyses the file by the Plan; without a file, the summaries of the link that was opened. `progress` is told the
    /// share done, from 0 to 1.
    pub fn analyse(&mut self, plan: &Plan, progress: &mut dyn FnMut(f64)) -> Report {
        self.compare_data();
        self.keep(self.run(plan, None, progress))
    }

    /// As `analyse`, with the numbers that the pieces of the Plan's resampling jobs make together.
    pub fn analyse_with(&mut self, plan: &Plan, pieces: &[Piece]) -> Report {
        self.compare_data();
        self.keep(self.run(plan, Some(pieces), &mut |_| {}))
    }

    /// The Plan's resampling, cut into jobs that may be done anywhere and in any order.
    pub fn resampling(&self, plan: &Plan) -> Vec<Job> {
        let Some(trial) = self.assembled(plan).filter(|trial| trial.crossover.is_none()) else { return Vec::new() };
        let studies = (0..trial.outcomes.len()).filter_map(|index| analysis::Study::new(&trial, index));
        studies.flat_map(|study| work::jobs(&study)).collect()
    }

    /// Does one of the Plan's resampling jobs.
    pub fn work(&self, plan: &Plan, job: Job) -> Piece {
        let trial = self.assembled(plan);
        let study = trial.as_ref().and_then(|trial| analysis::Study::new(trial, job.outcome));
        match study {
            Some(study) => work::work(&study, job),
            None => Piece { job, counts: Vec::new(), values: Vec::new() },
        }
    }

    /// The file and the Plan put together.
    pub fn assembled(&self, plan: &Plan) -> Option<Trial> {
        self.file.as_ref().and_then(|file| Trial::assemble(&file.table, plan).0)
    }

    /// What the Plan asks for and the file does not allow: the errors only.
    pub fn design_errors(&self, plan: &Plan) -> Vec<Notice> {
        let Some(file) = &self.file else { return Vec::new() };
        let problems = Trial::assemble(&file.table, plan).1;
        problems.iter().filter(|problem| problem.severity == Severity::Error).map(|own| self.notice(own)).collect()
    }

    fn keep(&mut self, analysis: LastAnalysis) -> Report {
        let report = analysis.report.clone();
        self.analysis = Some(analysis);
        report
    }

    fn run(&self, plan: &Plan, pieces: Option<&[Piece]>, progress: &mut dyn FnMut(f64)) -> LastAnalysis {
        // Problems of reading belong to the report as well: nothing is changed silently.
        let (trial, mut problems) = match &self.file {
            Some(file) => {
                let (trial, of_design) = Trial::assemble(&file.table, plan);
                (trial, file.problems.iter().cloned().chain(of_design).collect())
            }
            // Those who stand in for summaries have no file whose design could be wrong.
            None => match (plan::limits::DesignSize::of(plan).refusal(), self.received.is_some()) {
                (Some(refusal), true) => (None, vec![refusal]),
                _ => match self.stand_ins(plan) {
                    Some(trial) => (Some(trial), Vec::new()),
                    None => (None, vec![Problem::error(Message::new("no-file"))]),
                },
            },
        };
        problems.extend(self.of_link(trial.as_ref()));
        let mut analysis = LastAnalysis::new(plan, self.empty_report(), pieces);
        if let Some(trial) = &trial {
            problems.extend(self.analyse_trial(trial, &mut analysis, pieces, progress));
        }
        // The worst first: what stops an analysis is read before what only changes it.
        problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        analysis.report.notices = self.notices(&problems);
        analysis.trial = trial;
        analysis
    }

    /// Whether the last analysis gave numbers for any outcome.
    pub fn is_analysed(&self) -> bool {
        self.analysis.as_ref().is_some_and(|analysis| analysis.analysed)
    }

    /// The last analysis in the format of that name; `None` before the first, and where there is no such format.
    pub fn export(&self, format: &str) -> Option<Exported> {
        let analysis = self.analysis.as_ref()?;
        if let Some(writer) = write::named(format) {
            let (ending, media_type) = writer.file();
            let document = Document {
                report: &analysis.report,
                numbers: &|| analysis.rows(),
                plan: &analysis.plan,
                words: &self.words,
            };
            return Some(Exported { ending, media_type, bytes: writer.write(&document) });
        }
        let trial = analysis.trial.as_ref().filter(|trial| trial.crossover.is_none());
        let table = &self.file.as_ref()?.table;
        let (ending, script) = match format {
            "r" => ("check.R", script::r(table, trial?)),
            "spss" => ("check.sps", script::spss(table, trial?)),
            _ => return None,
        };
        Some(Exported { ending, media_type: "text/plain", bytes: script.into_bytes() })
    }

    /// The report in pieces of HTML, for the page.
    pub fn in_pieces(&self, report: &Report) -> ReportPieces {
        write::html::pieces::of(report, &self.words)
    }

    /// A Problem in this session's language.
    pub fn notice(&self, problem: &Problem) -> Notice {
        self.words.notice(problem)
    }

    fn notices(&self, problems: &[Problem]) -> Vec<Notice> {
        problems.iter().map(|problem| self.words.notice(problem)).collect()
    }
}

/// The methods and what each computes, one a line.
pub fn methods() -> String {
    let words = Words::english();
    analysis::methods().map(|method| format!("{:<26} {}\n", method.id(), words.named("about", method.id()))).collect()
}

/// What the page of methods is made of, as JSON: its chapters, each with its methods and their documentation in Markdown.
#[cfg(not(target_arch = "wasm32"))]
pub fn methods_page() -> String {
    #[derive(Serialize)]
    struct OfChapter {
        title: &'static str,
        methods: Vec<OnPage>,
    }
    let chapters: Vec<OfChapter> = documentation()
        .into_iter()
        .map(|(chapter, methods)| OfChapter { title: chapter.title_on_page(), methods })
        .collect();
    serde_json::to_string(&chapters).unwrap_or_default() + "\n"
}

fn marks() -> Vec<String> {
    (0..MOST_LEVELS).map(|index| figure::look::mark(Marker::Arm { index }).into_string()).collect()
}
