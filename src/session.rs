//! Load, analyse, export: what the page, the shell, the tests and the benchmarks call.

mod links;
mod scales;

use std::rc::Rc;

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use crate::analysis::registry::{OnPage, documentation};
pub use crate::analysis::resampling::job::{Job, JobKind, Piece};
use crate::analysis::resampling::work;
use crate::analysis::{self, Number};
use crate::notice::{Message, Problem};
use crate::plan::{self, Plan};
use crate::report::{Notice, Report, Text, Words, html, label, markdown, tidy};
pub use crate::scale::ScalePlan;
use crate::script;
use crate::table::{self, Decode, ReadOptions, Table};
use crate::trial::Trial;
pub use links::{Draft, LinkMade, LinkOpened, LinkOptions};
pub use scales::{KeyOpened, KeyScoreShown, KeyShown, Published, PublishedNorm};

/// A visit: the words, the link that was opened, the file that was read, and the last analysis of it.
pub struct Session {
    words: Words,
    received: Option<links::Received>,
    file: Option<File>,
    analysis: Option<Analysis>,
}

/// As `Decode`, of the file at a place among several.
pub type DecodeOf<'b> = dyn Fn(usize, &str) -> Option<std::borrow::Cow<'b, str>> + 'b;

struct File {
    table: Table,
    problems: Vec<Problem>,
}

/// What the last analysis found.
struct Analysis {
    #[cfg(not(target_arch = "wasm32"))]
    plan: Plan,
    /// `None` where Table and Plan made none.
    trial: Option<Trial>,
    report: Report,
    /// Each with its outcome's name.
    numbers: Vec<(Rc<str>, Number)>,
    analysed: bool,
}

/// What is known of a file once it is read: enough to show and to edit the design.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Opened {
    /// The file in one sentence.
    pub summary: Text,
    pub rows: usize,
    pub columns: Vec<String>,
    /// The levels of each column that has few, in order of first appearance. Pairs, never an object: a column may be
    /// called `__proto__`.
    pub levels: Vec<(String, Vec<String>)>,
    pub encoding: String,
    pub delimiter: String,
    pub decimal: String,
    /// The guessed Plan.
    pub plan: Plan,
    pub reasons: Vec<Why>,
    /// Columns that the guessed Plan does not use.
    pub unused: Vec<String>,
    /// Questionnaires without a key, to be scored if the user says so.
    pub suggested: Vec<ScalePlan>,
    pub notices: Vec<Notice>,
}

/// Why a part of the Plan was guessed so.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Why {
    pub part: String,
    pub text: Text,
    pub certain: bool,
}

/// How an analysis leaves the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Tidy,
    /// The shell's; the page has the Report itself.
    #[cfg(not(target_arch = "wasm32"))]
    Json,
    Markdown,
    Html,
    /// A script that makes the same numbers in R.
    R,
    /// Syntax that makes them in SPSS.
    Spss,
}

impl Format {
    /// The format of that name, as the page and the shell write it.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "tidy" => Some(Self::Tidy),
            #[cfg(not(target_arch = "wasm32"))]
            "json" => Some(Self::Json),
            "markdown" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            "r" => Some(Self::R),
            "spss" => Some(Self::Spss),
            _ => None,
        }
    }
}

impl Default for Session {
    fn default() -> Self {
        Self { words: Words::english(), received: None, file: None, analysis: None }
    }
}

impl Session {
    /// Reads a file. What was not understood is in the notices; the rest is read.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(&mut self, bytes: &[u8], options: &ReadOptions) -> Opened {
        self.read_decoding(bytes, options, &|label| table::decode(bytes, label))
    }

    /// As `read`, with the decoder of a machine that has its own.
    pub fn read_decoding<'b>(&mut self, bytes: &'b [u8], options: &ReadOptions, decode: &Decode<'b>) -> Opened {
        let (table, problems) = table::read_decoding(bytes, options, decode);
        self.open(table, problems)
    }

    /// As `read_decoding`, of several files: one for each occasion, joined by the participants' id.
    pub fn read_several<'b>(
        &mut self,
        files: &[(String, &'b [u8])],
        options: &ReadOptions,
        decode: &DecodeOf<'b>,
    ) -> Opened {
        let mut problems = Vec::new();
        let mut parts = Vec::with_capacity(files.len());
        for (place, (name, bytes)) in files.iter().enumerate() {
            let (table, found) = table::read_decoding(bytes, options, &|label| decode(place, label));
            problems.extend(found.into_iter().map(|problem| problem.of_file(name)));
            parts.push(plan::SeparateFile { name: name.clone(), table });
        }
        let (table, found) = plan::join(parts);
        self.open(table, found.into_iter().chain(problems).collect())
    }

    /// What is said of a file that is refused before it is read.
    pub fn refuse(&mut self, problem: Problem) -> Opened {
        self.open(Table::default(), vec![problem])
    }

    fn open(&mut self, table: Table, problems: Vec<Problem>) -> Opened {
        let guess = plan::guess(&table);
        let opened = Opened {
            summary: self.words.say(&file_summary(&table)),
            rows: table.n_rows(),
            columns: table.columns.iter().map(|column| column.name.clone()).collect(),
            levels: table
                .columns
                .iter()
                .filter_map(|column| Some((column.name.clone(), few_levels(column)?)))
                .collect(),
            encoding: table.reading.encoding.clone(),
            delimiter: table.reading.delimiter.into(),
            decimal: table.reading.decimal.into(),
            reasons: guess
                .reasons
                .iter()
                .map(|reason| Why {
                    part: reason.part.clone(),
                    text: self.words.say(&reason.message),
                    certain: reason.certain,
                })
                .collect(),
            plan: guess.plan,
            unused: guess.unused,
            suggested: guess.suggested,
            notices: self.notices(&problems),
        };
        self.file = Some(File { table, problems });
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
        let Some(trial) = self.assembled(plan) else { return Vec::new() };
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

    fn keep(&mut self, analysis: Analysis) -> Report {
        let report = analysis.report.clone();
        self.analysis = Some(analysis);
        report
    }

    fn run(&self, plan: &Plan, pieces: Option<&[Piece]>, progress: &mut dyn FnMut(f64)) -> Analysis {
        // What was found while reading belongs to the report as well: nothing is changed in silence.
        let (trial, mut problems) = match &self.file {
            Some(file) => {
                let (trial, of_design) = Trial::assemble(&file.table, plan);
                (trial, file.problems.iter().cloned().chain(of_design).collect())
            }
            // Those who stand in for summaries have no file whose design could be wrong.
            None => match self.stand_ins(plan) {
                Some(trial) => (Some(trial), Vec::new()),
                None => (None, vec![Problem::error(Message::new("no-file"))]),
            },
        };
        problems.extend(self.of_link(trial.as_ref()));
        let mut analysis = Analysis {
            #[cfg(not(target_arch = "wasm32"))]
            plan: plan.clone(),
            trial: None,
            report: Report {
                language: self.words.language().into(),
                summary: Text::new(),
                notices: Vec::new(),
                arms: Vec::new(),
                overview: Vec::new(),
                outcomes: Vec::new(),
                colophon: Vec::new(),
                labels: self.words.labels(),
            },
            numbers: Vec::new(),
            analysed: false,
        };
        if let Some(trial) = &trial {
            analysis.report.summary = self.words.say(&analysis::trial_summary(trial));
            let arms = trial.arms.iter().filter(|_| trial.has_arms);
            analysis.report.arms = arms.map(|name| label(name)).collect();
            let mut standings = Vec::new();
            for outcome in 0..trial.outcomes.len() {
                let found = analysis::outcome_report(trial, outcome, &self.words, pieces);
                analysis.analysed |= found.analysed;
                let name: Rc<str> = trial.outcomes[outcome].name.as_str().into();
                analysis.numbers.extend(found.numbers.into_iter().map(|number| (name.clone(), number)));
                analysis.report.outcomes.push(found.report);
                standings.extend(found.standing);
                progress((outcome + 1) as f64 / trial.outcomes.len() as f64);
            }
            let overview = analysis::overview(trial, &self.words, &standings);
            for (outcome, section) in overview.of_outcomes {
                if let Some(report) = analysis.report.outcomes.get_mut(outcome) {
                    analysis::append(report, section, &self.words);
                }
            }
            analysis.analysed |= !overview.numbers.is_empty();
            analysis.report.overview = self.against_registered(plan).into_iter().chain(overview.sections).collect();
            analysis.numbers.extend(overview.numbers.into_iter().map(|(name, number)| (name.into(), number)));
            problems.extend(overview.problems);
            analysis.report.colophon = analysis::colophon(trial).iter().map(|text| self.words.say(text)).collect();
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

    /// The last analysis in that format; `None` before the first.
    pub fn export(&self, format: Format) -> Option<String> {
        let analysis = self.analysis.as_ref()?;
        Some(match format {
            Format::Markdown => markdown::render(&analysis.report),
            Format::Html => html::render(&analysis.report),
            Format::Tidy => tidy::render(analysis.numbers.iter().map(|(outcome, number)| tidy_row(outcome, number))),
            #[cfg(not(target_arch = "wasm32"))]
            Format::Json => json(analysis),
            Format::R => script::r(&self.file.as_ref()?.table, analysis.trial.as_ref()?),
            Format::Spss => script::spss(&self.file.as_ref()?.table, analysis.trial.as_ref()?),
        })
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

fn tidy_row<'a>(outcome: &'a str, number: &'a Number) -> tidy::Row<'a> {
    tidy::Row { outcome, method: number.method, term: &number.term, statistic: number.statistic, value: number.value }
}

#[cfg(not(target_arch = "wasm32"))]
fn json(analysis: &Analysis) -> String {
    #[derive(Serialize)]
    struct Whole<'a> {
        numbers: Vec<tidy::Row<'a>>,
        plan: &'a Plan,
        report: &'a Report,
    }
    let finite = analysis.numbers.iter().filter(|(_, number)| number.value.is_finite());
    let numbers = finite.map(|(outcome, number)| tidy_row(outcome, number)).collect();
    let whole = Whole { numbers, plan: &analysis.plan, report: &analysis.report };
    // Maps have string keys only and every number is finite or null, so this cannot fail.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn file_summary(table: &Table) -> Message {
    Message::new("file-summary").with("rows", table.n_rows()).with("columns", table.columns.len())
}

/// The levels of a column that may hold arms or occasions: few, and each more than once on average.
fn few_levels(column: &table::Column) -> Option<Vec<String>> {
    const MOST: usize = 24;
    column.levels(MOST)
}
