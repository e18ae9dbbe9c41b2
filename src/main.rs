//! The session for the shell. On wasm32 an empty `main` that keeps the exports of the library alive.

#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
use prepost as _;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    shell::run()
}

#[cfg(not(target_arch = "wasm32"))]
mod shell {
    mod console;
    mod power;
    mod stderr;

    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    use clap::builder::PossibleValuesParser;
    use clap::{Args, Parser, Subcommand};
    use prepost::plan::{Plan, ReportExtent, with_scale, without_scale};
    use prepost::report::{Notice, words};
    use prepost::scale::{Items, ScalePlan};
    use prepost::session::{self, LinkOptions, Opened, Session};
    use prepost::table::ReadOptions;

    use console::{CommandFailure, NOT_ANALYSED, WRONG_USAGE, bytes, print, text, without_errors};
    use stderr::{report, report_one, report_outcomes, report_questions, say};

    /// Notices about an option of the command rather than about the data.
    const OF_OPTIONS: [&str; 4] =
        ["encoding-unknown", "separator-unusable", "decimal-mark-unusable", "registered-no-day"];

    const EXAMPLES: &str = "\
Examples:
  prepost analyse trial.csv                            the report as Markdown
  prepost analyse trial.csv --format html > trial.html the report as a page
  prepost plan trial.csv > plan.json                   the guessed Plan, to correct by hand
  prepost analyse trial.csv --plan plan.json --format tidy | grep change_difference
  prepost analyse pre.csv post.csv fu.csv              a file for each occasion, joined by the participants' id
  prepost analyse items.csv --key calm.toml            items scored by a key file of your own
  prepost link trial.csv --summaries                   what a collaborator opens, without the file
  prepost open '#1.hZFB…' trial.csv                    the analysis that a link describes
  prepost power --cases designs.csv --format tidy      the power of every design in a file

Exit codes: 0 done, 1 an error: what it names could not be analysed, 2 wrong usage.
Results go to standard output; errors, warnings and notes about the file to standard error.";

    /// Analyse pretest–posttest–follow-up intervention trials.
    #[derive(Parser)]
    #[command(version, after_help = EXAMPLES, arg_required_else_help = true)]
    struct Arguments {
        #[command(subcommand)]
        task: Task,
    }

    #[derive(Subcommand)]
    enum Task {
        /// Print the Plan guessed from the file as JSON; the reasons go to standard error
        Plan {
            #[command(flatten)]
            file: File,
        },
        /// Analyse the file and print the report
        Analyse {
            #[command(flatten)]
            file: File,
            /// The Plan as JSON; without it the Plan is guessed
            #[arg(long, value_name = "PLAN.json")]
            plan: Option<PathBuf>,
            #[arg(long, value_parser = PossibleValuesParser::new(session::formats()), default_value = "markdown")]
            format: String,
            /// Leave permutation and bootstrap out
            #[arg(long)]
            no_resampling: bool,
        },
        /// Print a link to the analysis: what follows the # of the page's address. What it carries goes to standard error
        Link {
            #[command(flatten)]
            file: File,
            /// The Plan as JSON; without it the Plan is guessed
            #[arg(long, value_name = "PLAN.json")]
            plan: Option<PathBuf>,
            /// n, means and covariances of each arm, where they may be shared: the report can be made from them
            #[arg(long)]
            summaries: bool,
            /// A slow hash of the values, which tells whether another file holds the same
            #[arg(long)]
            fingerprint: bool,
            /// The day on which the Plan was registered
            #[arg(long, value_name = "YYYY-MM-DD")]
            registered: Option<String>,
        },
        /// Open a link and print its report: of the file, or without one of the link's summaries
        Open {
            /// The link, or what follows its #
            link: String,
            /// The data that the link was made from
            data: Option<PathBuf>,
            #[arg(long, value_parser = PossibleValuesParser::new(session::formats()), default_value = "markdown")]
            format: String,
        },
        /// Power, before there are data: what n participants per arm can and cannot show
        Power(power::PowerOptions),
        /// List the methods and what each computes
        Methods {
            /// As JSON, with the documentation from which the site makes its page of methods
            #[arg(long)]
            page: bool,
        },
    }

    #[derive(Args)]
    struct File {
        /// The data: CSV with a header; `-` reads standard input. Several: one for each occasion
        #[arg(required = true)]
        data: Vec<PathBuf>,
        /// A key file, saved by the page (JSON) or written like those that come with Prepost (TOML)
        #[arg(long, value_name = "KEY")]
        key: Option<PathBuf>,
        /// The columns of the key's items with # for the number, such as `calm#_pre`: once, or once for each occasion in its
        /// order; recognised without it
        #[arg(long, value_name = "calm#_pre", num_args = 1.., requires = "key")]
        items: Vec<String>,
        /// utf-8, utf-16le, utf-16be, windows-1252, windows-1256; detected without it
        #[arg(long)]
        encoding: Option<String>,
        /// What stands between the cells; detected without it
        #[arg(long)]
        delimiter: Option<char>,
        /// The decimal mark; detected without it
        #[arg(long)]
        decimal: Option<char>,
    }

    pub fn run() -> ExitCode {
        let done = match Arguments::parse().task {
            Task::Plan { file } => plan(&file),
            Task::Analyse { file, plan, format, no_resampling } => {
                analyse(&file, plan.as_deref(), &format, !no_resampling)
            }
            Task::Link { file, plan, summaries, fingerprint, registered } => {
                link(&file, plan.as_deref(), &LinkOptions { summaries, fingerprint, registered })
            }
            Task::Open { link, data, format } => open(&link, data.as_deref(), &format),
            Task::Power(options) => power::power(&options),
            Task::Methods { page: true } => print(session::methods_page()),
            Task::Methods { page: false } => print(session::methods()),
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(CommandFailure(code, why)) => {
                say(&format!("prepost: {why}"));
                ExitCode::from(code)
            }
        }
    }

    fn plan(file: &File) -> Result<(), CommandFailure> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        let n_errors = report(&opened.notices);
        for reason in &opened.reasons {
            let sure = if reason.certain { "" } else { " (please check)" };
            say(&format!("{}: {}{sure}", reason.part, words::plain(&reason.text)));
        }
        if opened.rows == 0 {
            return Err(CommandFailure(NOT_ANALYSED, format!("no Plan can be guessed from {}", names(&file.data))));
        }
        print(&(planned(&session, opened, file, None)?.to_json_pretty() + "\n"))?;
        without_errors(n_errors)
    }

    fn analyse(file: &File, plan: Option<&Path>, format: &str, resample: bool) -> Result<(), CommandFailure> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        let mut plan = planned(&session, opened, file, plan)?;
        if format == "tidy" {
            // All numbers: what any method has to say of its own is said as well.
            plan.report = ReportExtent::Full;
        }
        let why_not = || format!("{} could not be analysed", names(&file.data));
        analysed(&mut session, &plan, format, resample).print(why_not)
    }

    /// The data, joined where they come in several files.
    fn opened(session: &mut Session, file: &File) -> Result<Opened, CommandFailure> {
        let opened = match file.data.as_slice() {
            [only] => session.read(&bytes(only)?, &options(file)),
            several => joined(session, several, &options(file))?,
        };
        usable_options(&opened.notices)?;
        Ok(opened)
    }

    fn joined(session: &mut Session, paths: &[PathBuf], options: &ReadOptions) -> Result<Opened, CommandFailure> {
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read: Vec<(String, Vec<u8>)> =
            paths.iter().map(|path| Ok((name(path), bytes(path)?))).collect::<Result<_, CommandFailure>>()?;
        let files: Vec<(String, &[u8])> = read.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice())).collect();
        Ok(session.read_several(&files, options))
    }

    /// Refuses an option that cannot be obeyed: the page has another one, the shell has whoever typed it.
    fn usable_options(notices: &[Notice]) -> Result<(), CommandFailure> {
        let of_options: Vec<&Notice> =
            notices.iter().filter(|notice| OF_OPTIONS.contains(&notice.code.as_str())).collect();
        of_options.iter().for_each(|notice| report_one(notice, &[]));
        if of_options.is_empty() { Ok(()) } else { Err(CommandFailure(WRONG_USAGE, "an option cannot be used".into())) }
    }

    /// The Plan of that path, else the guessed one; with the questionnaire of the key file.
    fn planned(session: &Session, opened: Opened, file: &File, path: Option<&Path>) -> Result<Plan, CommandFailure> {
        let recognised: Vec<ScalePlan> = opened.plan.scales.iter().chain(&opened.suggested).cloned().collect();
        let plan = match path {
            Some(path) => plan_in(session, path)?,
            None => opened.plan,
        };
        match &file.key {
            Some(path) => keyed(session, plan, &recognised, file, path),
            None => Ok(plan),
        }
    }

    fn plan_in(session: &Session, path: &Path) -> Result<Plan, CommandFailure> {
        let text = text(path)?;
        Plan::unknown_fields(&text).iter().for_each(|problem| report_one(&session.notice(problem), &[]));
        Plan::from_json(&text).map_err(|problem| {
            report_one(&session.notice(&problem), &[]);
            CommandFailure(NOT_ANALYSED, format!("the Plan {} cannot be used", path.display()))
        })
    }

    /// The Plan with the key's questionnaire: of the named columns, or of as many items as were recognised in the data.
    fn keyed(
        session: &Session,
        plan: Plan,
        recognised: &[ScalePlan],
        file: &File,
        path: &Path,
    ) -> Result<Plan, CommandFailure> {
        let key = session.open_key(&text(path)?);
        report(&key.notices);
        let Some(scale) = key.scale else {
            return Err(CommandFailure(NOT_ANALYSED, format!("the key {} cannot be used", path.display())));
        };
        let n_items = scale.subscales.iter().flat_map(|own| &own.items).max().copied().unwrap_or(0);
        let columns = |pattern: &String| (1..=n_items).map(|item| pattern.replace('#', &item.to_string())).collect();
        let items = match file.items.as_slice() {
            [] => None,
            [once] => Some(Items::Once(columns(once))),
            each if each.len() == plan.occasions.len() => {
                Some(Items::ByOccasion(plan.occasions.iter().cloned().zip(each.iter().map(columns)).collect()))
            }
            _ => {
                let occasions = plan.occasions.join(", ");
                return Err(CommandFailure(
                    WRONG_USAGE,
                    format!("--items needs one pattern for each of {occasions}, or one"),
                ));
            }
        };
        if let Some(items) = items {
            return Ok(with_scale(plan, ScalePlan { items, ..scale }));
        }
        let fitting: Vec<&ScalePlan> = recognised.iter().filter(|own| own.n_columns() == n_items).collect();
        let [own] = fitting.as_slice() else {
            let found = if fitting.is_empty() { "no columns look" } else { "several groups of columns look" };
            let why = format!("{found} like the {n_items} items of the key {}: name them by --items", path.display());
            return Err(CommandFailure(NOT_ANALYSED, why));
        };
        let plan = without_scale(plan, &own.name);
        Ok(with_scale(plan, ScalePlan { items: own.items.clone(), ..scale }))
    }

    /// An analysis in the format in which it is printed.
    struct Analysed {
        /// `None` where there is no number.
        bytes: Option<Vec<u8>>,
        n_errors: usize,
    }

    impl Analysed {
        fn print(self, why_not: impl Fn() -> String) -> Result<(), CommandFailure> {
            print(self.bytes.ok_or_else(|| CommandFailure(NOT_ANALYSED, why_not()))?)?;
            without_errors(self.n_errors)
        }
    }

    fn analysed(session: &mut Session, plan: &Plan, format: &str, resample: bool) -> Analysed {
        let analysis = if resample && plan.resampling.replicates > 0 {
            let pieces: Vec<_> = session.resampling(plan).into_iter().map(|job| session.work(plan, job)).collect();
            session.analyse_with(plan, &pieces)
        } else {
            session.analyse(plan, &mut |_| {})
        };
        report_questions(&analysis.questions);
        let n_errors = report(&analysis.notices) + report_outcomes(&analysis.outcomes);
        let exported = if session.is_analysed() { session.export(format) } else { None };
        Analysed { bytes: exported.map(|exported| exported.bytes), n_errors }
    }

    fn link(file: &File, plan: Option<&Path>, options_of_link: &LinkOptions) -> Result<(), CommandFailure> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        let of_file = report(&opened.notices);
        let plan = planned(&session, opened, file, plan)?;
        let n_errors = of_file + report(&session.design_errors(&plan));
        let made = session.link(&plan, options_of_link);
        usable_options(&made.refused)?;
        report(&made.refused);
        if made.fragment.is_empty() {
            return Err(CommandFailure(NOT_ANALYSED, format!("no link is made of {}", names(&file.data))));
        }
        say(&session.in_words(&made.carried));
        say(&format!("SHA-256 of the plan: {}", made.plan_hash));
        print(format!("#{}\n", made.fragment))?;
        without_errors(n_errors)
    }

    fn open(link: &str, data: Option<&Path>, format: &str) -> Result<(), CommandFailure> {
        let mut session = Session::default();
        let received = session.open_link(link);
        report(&received.notices);
        let Some(mut opened) = received.opened else {
            return Err(CommandFailure(NOT_ANALYSED, "the link cannot be opened".into()));
        };
        say(&words::plain(&received.summary));
        if let Some(path) = data {
            opened = session.read(&bytes(path)?, &ReadOptions::default());
        }
        let why_not = || match data {
            Some(path) => format!("{} could not be analysed", path.display()),
            None => "the link alone has no numbers: name the file that it was made for".into(),
        };
        analysed(&mut session, &opened.plan, format, data.is_some()).print(why_not)
    }

    fn names(paths: &[PathBuf]) -> String {
        paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
    }

    fn options(file: &File) -> ReadOptions {
        ReadOptions { encoding: file.encoding.clone(), delimiter: file.delimiter, decimal: file.decimal }
    }
}
