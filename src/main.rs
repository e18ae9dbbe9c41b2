//! The session for the shell. On wasm32 an empty `main` that keeps the exports of the library alive.

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
    use std::io::{self, Read, Write};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    use clap::builder::PossibleValuesParser;
    use clap::{Args, Parser, Subcommand};
    use prepost::notice::Problem;
    use prepost::plan::{Plan, with_scale, without_scale};
    use prepost::report::{Level, Notice, OutcomeReport, words};
    use prepost::scale::{Items, ScalePlan};
    use prepost::session::{self, LinkOptions, Opened, Session};
    use prepost::table::{self, ReadOptions};

    /// The data could not be analysed.
    const NOT_ANALYSED: u8 = 1;
    /// The command was used wrongly; clap exits with the same code.
    const WRONG_USAGE: u8 = 2;

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

Exit codes: 0 done, 1 the data could not be analysed, 2 wrong usage.
Results go to standard output, what was found in the file to standard error.";

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

    /// Why nothing was printed: the exit code, and what to say.
    struct Refusal(u8, String);

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
            Task::Methods { page: true } => print(session::methods_page()),
            Task::Methods { page: false } => print(session::methods()),
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(Refusal(code, why)) => {
                say(&format!("prepost: {why}"));
                ExitCode::from(code)
            }
        }
    }

    fn plan(file: &File) -> Result<(), Refusal> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        report(&opened.notices);
        for reason in &opened.reasons {
            let sure = if reason.certain { "" } else { " (please check)" };
            say(&format!("{}: {}{sure}", reason.part, words::plain(&reason.text)));
        }
        if opened.rows == 0 {
            return Err(Refusal(NOT_ANALYSED, format!("no Plan can be guessed from {}", names(&file.data))));
        }
        print(&(planned(&session, opened, file, None)?.to_json_pretty() + "\n"))
    }

    fn analyse(file: &File, plan: Option<&Path>, format: &str, resample: bool) -> Result<(), Refusal> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        let plan = planned(&session, opened, file, plan)?;
        analysed(&mut session, &plan, format, resample)
            .ok_or_else(|| Refusal(NOT_ANALYSED, format!("{} could not be analysed", names(&file.data))))
            .and_then(|bytes| print(&bytes))
    }

    /// The data, joined where they come in several files.
    fn opened(session: &mut Session, file: &File) -> Result<Opened, Refusal> {
        if let [only] = file.data.as_slice() {
            return Ok(session.read(&bytes(only)?, &options(file)));
        }
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read: Vec<(String, Vec<u8>)> =
            file.data.iter().map(|path| Ok((name(path), bytes(path)?))).collect::<Result<_, Refusal>>()?;
        let files: Vec<(String, &[u8])> = read.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice())).collect();
        Ok(session.read_several(&files, &options(file)))
    }

    /// The Plan of that path, else the guessed one; with the questionnaire of the key file.
    fn planned(session: &Session, opened: Opened, file: &File, path: Option<&Path>) -> Result<Plan, Refusal> {
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

    fn plan_in(session: &Session, path: &Path) -> Result<Plan, Refusal> {
        let text = String::from_utf8_lossy(&bytes(path)?).into_owned();
        Plan::unknown_fields(&text).iter().for_each(|problem| report(&[session.notice(problem)]));
        Plan::from_json(&text).map_err(|problem| {
            report(&[session.notice(&problem)]);
            Refusal(NOT_ANALYSED, format!("the Plan {} cannot be used", path.display()))
        })
    }

    /// The Plan with the key's questionnaire: of the named columns, or of as many items as were recognised in the data.
    fn keyed(
        session: &Session,
        plan: Plan,
        recognised: &[ScalePlan],
        file: &File,
        path: &Path,
    ) -> Result<Plan, Refusal> {
        let key = session.open_key(&String::from_utf8_lossy(&bytes(path)?));
        report(&key.notices);
        let Some(scale) = key.scale else {
            return Err(Refusal(NOT_ANALYSED, format!("the key {} cannot be used", path.display())));
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
                return Err(Refusal(WRONG_USAGE, format!("--items needs one pattern for each of {occasions}, or one")));
            }
        };
        if let Some(items) = items {
            return Ok(with_scale(plan, ScalePlan { items, ..scale }));
        }
        let fitting: Vec<&ScalePlan> = recognised.iter().filter(|own| own.n_columns() == n_items).collect();
        let [own] = fitting.as_slice() else {
            let found = if fitting.is_empty() { "no columns look" } else { "several groups of columns look" };
            let why = format!("{found} like the {n_items} items of the key {}: name them by --items", path.display());
            return Err(Refusal(NOT_ANALYSED, why));
        };
        let plan = without_scale(plan, &own.name);
        Ok(with_scale(plan, ScalePlan { items: own.items.clone(), ..scale }))
    }

    /// The report in that format; `None` where there is no number.
    fn analysed(session: &mut Session, plan: &Plan, format: &str, resample: bool) -> Option<Vec<u8>> {
        let found = if resample && plan.resampling.replicates > 0 {
            let pieces: Vec<_> = session.resampling(plan).into_iter().map(|job| session.work(plan, job)).collect();
            session.analyse_with(plan, &pieces)
        } else {
            session.analyse(plan, &mut |_| {})
        };
        report(&found.notices);
        report_outcomes(&found.outcomes);
        if !session.is_analysed() {
            return None;
        }
        session.export(format).map(|exported| exported.bytes)
    }

    fn link(file: &File, plan: Option<&Path>, options_of_link: &LinkOptions) -> Result<(), Refusal> {
        let mut session = Session::default();
        let opened = opened(&mut session, file)?;
        report(&opened.notices);
        let plan = planned(&session, opened, file, plan)?;
        let made = session.link(&plan, options_of_link);
        report(&made.refused);
        say(&session.in_words(&made.carried));
        say(&format!("SHA-256 of the plan: {}", made.plan_hash));
        print(format!("#{}\n", made.fragment))
    }

    fn open(link: &str, data: Option<&Path>, format: &str) -> Result<(), Refusal> {
        let mut session = Session::default();
        let received = session.open_link(link);
        report(&received.notices);
        let Some(mut opened) = received.opened else {
            return Err(Refusal(NOT_ANALYSED, "the link cannot be opened".into()));
        };
        say(&words::plain(&received.summary));
        if let Some(path) = data {
            opened = session.read(&bytes(path)?, &ReadOptions::default());
        }
        match analysed(&mut session, &opened.plan, format, data.is_some()) {
            Some(bytes) => print(&bytes),
            None => {
                Err(Refusal(NOT_ANALYSED, "the link alone has no numbers: name the file that it was made for".into()))
            }
        }
    }

    fn names(paths: &[PathBuf]) -> String {
        paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
    }

    fn options(file: &File) -> ReadOptions {
        ReadOptions { encoding: file.encoding.clone(), delimiter: file.delimiter, decimal: file.decimal }
    }

    /// A file that is too large is not read: its length is asked for first.
    fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
        let cannot = |why: io::Error| Refusal(WRONG_USAGE, format!("cannot open {}: {why}", path.display()));
        let refused = |problem: Problem| {
            report(&[Session::default().notice(&problem)]);
            Refusal(NOT_ANALYSED, format!("{} cannot be read", path.display()))
        };
        let within_limit = |n: u64| table::too_large(usize::try_from(n).unwrap_or(usize::MAX)).map_or(Ok(()), Err);
        let source: Box<dyn Read> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            let file = std::fs::File::open(path).map_err(cannot)?;
            within_limit(file.metadata().map_err(cannot)?.len()).map_err(refused)?;
            Box::new(file)
        };
        // Standard input has no length: one byte more than may be read tells.
        let mut bytes = Vec::new();
        source.take(table::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
        within_limit(bytes.len() as u64).map_err(refused)?;
        Ok(bytes)
    }

    /// What was found, on standard error.
    fn report(notices: &[Notice]) {
        notices.iter().for_each(|notice| report_one(notice, &[]));
    }

    /// What was found of each outcome; what holds of several is said once, with their names.
    fn report_outcomes(outcomes: &[OutcomeReport]) {
        let mut said: Vec<(&Notice, Vec<&str>)> = Vec::new();
        for outcome in outcomes {
            for notice in &outcome.notices {
                match said.iter_mut().find(|(known, _)| known.code == notice.code && known.message == notice.message) {
                    Some((_, names)) => names.push(&outcome.name),
                    None => said.push((notice, vec![&outcome.name])),
                }
            }
        }
        said.iter().for_each(|(notice, names)| report_one(notice, names));
    }

    fn report_one(notice: &Notice, outcomes: &[&str]) {
        let kind = match notice.severity {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        let of = if outcomes.is_empty() { String::new() } else { format!(" {}", outcomes.join(", ")) };
        say(&format!("{kind}[{}]{of}: {}", notice.code, words::plain(&notice.message)));
        if let Some(hint) = &notice.hint {
            say(&format!("  = {}", words::plain(hint)));
        }
    }

    /// A closed standard error loses the message, not the result.
    fn say(line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// A reader that closes the pipe early, such as `head`, has all it wanted.
    fn print(bytes: impl AsRef<[u8]>) -> Result<(), Refusal> {
        match io::stdout().lock().write_all(bytes.as_ref()) {
            Err(why) if why.kind() != io::ErrorKind::BrokenPipe => {
                Err(Refusal(NOT_ANALYSED, format!("cannot write the result: {why}")))
            }
            _ => Ok(()),
        }
    }
}
