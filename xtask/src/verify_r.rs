//! `verify-r`: runs the R script of every case and compares each of its numbers with ours. Not part of `test`: it takes R.
//!
//! `cargo xtask verify-r [--write] [FOLDER]...`: a FOLDER is a case (`data.csv` and `plan.json`) or holds cases; without any
//! the fixtures and the example. `--write` writes docs/verify-r.md.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::shell::{self, Outcome, on_path, output, root, run};

const PACKAGES: [&str; 3] = ["afex", "car", "emmeans"];
/// Numbers that differ by less agree: relative, and absolute for what is zero but for rounding.
const RELATIVE: f64 = 1e-6;
const ABSOLUTE: f64 = 1e-9;

struct Case {
    name: String,
    data: PathBuf,
    plan: Option<PathBuf>,
}

/// A number's name: outcome, method, term, statistic.
type Key = [String; 4];

#[derive(Default)]
struct OfMethod {
    compared: usize,
    largest: f64,
    differ: Vec<String>,
    not_in_r: usize,
}

pub fn verify(arguments: &[String]) -> Outcome {
    let write = arguments.iter().any(|argument| argument == "--write");
    let folders: Vec<PathBuf> = arguments.iter().filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    install_r()?;
    run(shell::cargo().args(["build", "--bin", "prepost"]))?;
    let cases =
        if folders.is_empty() { own_cases() } else { folders.iter().flat_map(|folder| cases_in(folder)).collect() };
    let mut found = Vec::new();
    for case in &cases {
        eprintln!("xtask> {}", case.name);
        match compare(case) {
            Ok(methods) => found.push((case.name.clone(), methods)),
            Err(why) => eprintln!("xtask> {}: {why}", case.name),
        }
    }
    let page = page(&found);
    print!("{page}");
    if write {
        fs::write(root().join("docs/verify-r.md"), &page).map_err(|e| format!("docs/verify-r.md: {e}"))?;
    }
    let differ = found.iter().flat_map(|(_, methods)| methods.values()).any(|of| !of.differ.is_empty());
    let none = found.iter().all(|(_, methods)| methods.is_empty());
    if none || found.len() < cases.len() {
        Err("not every case could be compared".into())
    } else if differ {
        eprintln!("xtask> some numbers differ by more than {RELATIVE:e}; the list gives the reason");
        Ok(())
    } else {
        Ok(())
    }
}

/// R and its packages, by apt where they are missing.
fn install_r() -> Outcome {
    let has = || {
        let wanted = PACKAGES.map(|name| format!("requireNamespace('{name}', quietly = TRUE)")).join(" && ");
        output(Command::new("Rscript").args(["-e", &format!("cat({wanted})")]))
            .is_some_and(|said| said.ends_with("TRUE"))
    };
    if has() {
        return Ok(());
    }
    if on_path("apt-get").is_none() {
        return Err(format!(
            "this takes R with the packages {}: install them, then run this again",
            PACKAGES.join(", ")
        ));
    }
    let mut apt = Command::new(if shell::is_root() { "apt-get" } else { "sudo" });
    if !shell::is_root() {
        apt.arg("apt-get");
    }
    run(apt.args(["install", "-y", "r-base-core"]).args(PACKAGES.map(|name| format!("r-cran-{name}"))))
}

fn own_cases() -> Vec<Case> {
    let examples = ["example", "example-dropout"].map(|name| Case {
        name: name.into(),
        data: root().join(format!("www/examples/{name}.csv")),
        plan: None,
    });
    examples.into_iter().chain(cases_in(&root().join("tests/fixtures"))).collect()
}

/// The folder as a case, else the cases in it. A case of a scale alone has no outcome to compare.
fn cases_in(folder: &Path) -> Vec<Case> {
    let (data, plan) = (folder.join("data.csv"), folder.join("plan.json"));
    if data.is_file() && plan.is_file() {
        let text = fs::read_to_string(&plan).unwrap_or_default().replace(char::is_whitespace, "");
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let has_outcomes = !text.contains("\"outcomes\":[]");
        return if has_outcomes { vec![Case { name, data, plan: Some(plan) }] } else { Vec::new() };
    }
    let mut inside: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|p| p.is_dir()).collect();
    inside.sort();
    inside.iter().flat_map(|folder| if folder.ends_with("plans") { Vec::new() } else { cases_in(folder) }).collect()
}

fn compare(case: &Case) -> Outcome<BTreeMap<String, OfMethod>> {
    let folder = root().join("target/verify-r").join(&case.name);
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let export = |format: &str| {
        let mut prepost = Command::new(root().join("target/debug").join(shell::executable("prepost")));
        prepost.arg("analyse").arg(&case.data).args(["--format", format]);
        prepost.args(case.plan.iter().flat_map(|plan| ["--plan".into(), plan.clone().into_os_string()]));
        let done = prepost.stderr(Stdio::null()).output().map_err(|e| e.to_string())?;
        if done.status.success() {
            Ok(String::from_utf8_lossy(&done.stdout).into_owned())
        } else {
            Err(format!("no {format}"))
        }
    };
    let (script, theirs) = (folder.join("check.R"), folder.join("numbers.csv"));
    fs::write(&script, export("r")?).map_err(|e| e.to_string())?;
    let _ = fs::remove_file(&theirs);
    let r = Command::new("Rscript").arg(&script).arg(&case.data).arg(&theirs).output().map_err(|e| e.to_string())?;
    if !r.status.success() {
        return Err(format!("R stopped: {}", String::from_utf8_lossy(&r.stderr).trim()));
    }
    let theirs = numbers(&fs::read_to_string(&theirs).map_err(|e| e.to_string())?);
    Ok(compared(&numbers(&export("tidy")?), &theirs))
}

fn compared(ours: &BTreeMap<Key, f64>, theirs: &BTreeMap<Key, f64>) -> BTreeMap<String, OfMethod> {
    let mut methods: BTreeMap<String, OfMethod> = BTreeMap::new();
    for (key, &own) in ours {
        let of = methods.entry(key[1].clone()).or_default();
        let Some(&other) = theirs.get(key) else {
            of.not_in_r += 1;
            continue;
        };
        of.compared += 1;
        let apart = (own - other).abs();
        if apart > ABSOLUTE {
            of.largest = of.largest.max(apart / other.abs());
        }
        if apart > ABSOLUTE + RELATIVE * other.abs() {
            of.differ.push(format!("{}, {}, {}: {own}, R {other}", key[0], key[2], key[3]));
        }
    }
    for key in theirs.keys().filter(|key| !ours.contains_key(*key)) {
        let of = methods.entry(key[1].clone()).or_default();
        of.differ.push(format!("{}, {}, {}: only R gives it", key[0], key[2], key[3]));
    }
    methods
}

/// The rows of a tidy CSV.
fn numbers(text: &str) -> BTreeMap<Key, f64> {
    let mut found = BTreeMap::new();
    for record in records(text).into_iter().skip(1) {
        if let [outcome, method, term, statistic, value] = record.as_slice()
            && let Ok(value) = value.parse()
        {
            found.insert([outcome.clone(), method.clone(), term.clone(), statistic.clone()], value);
        }
    }
    found
}

/// The records of a CSV with quotes. (The project's own commands have no dependencies.)
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            _ => cell.push(c),
        }
    }
    records
}

/// Why R's number is the less exact one, where it is.
fn reason(method: &str, line: &str) -> &'static str {
    if line.contains("tukey") || method == "games_howell" {
        "R's ptukey is accurate to about six digits on few degrees of freedom and nine decimals in its tail; quadrature of the definition gives ours"
    } else if line.contains("d_rm") {
        "a correlation of one but for rounding: the value is zero"
    } else {
        "not explained"
    }
}

fn page(found: &[(String, BTreeMap<String, OfMethod>)]) -> String {
    let packages = PACKAGES.map(|name| format!("', {name} ', format(packageVersion('{name}'))")).join(", ");
    let versions = output(Command::new("Rscript").args(["-e", &format!("cat(paste0(R.version.string, {packages}))")]));
    let sum = |count: fn(&OfMethod) -> usize| found.iter().flat_map(|(_, m)| m.values()).map(count).sum::<usize>();
    let mut text = format!(
        "# The report's numbers by R\n\n\
         Made by `cargo xtask verify-r --write`: for each case the script of `--format r` runs in R, and each of its numbers is\n\
         compared with `--format tidy`. {}.\n\n\
         {} numbers of {} cases compared, {} differ by more than {RELATIVE:e} of R's (and {ABSOLUTE:e}); {} more of ours are not in\n\
         the script: permutation, bootstrap, Bayes factors, equivalence, rank-based ANOVA-type statistics and a few adjustments.\n\n\
         | case | method | compared | largest relative difference beyond 1e-9 | differ | not in the script |\n| --- | --- | ---: | ---: | ---: | ---: |\n",
        versions.unwrap_or_default(),
        sum(|of| of.compared),
        found.len(),
        sum(|of| of.differ.len()),
        sum(|of| of.not_in_r),
    );
    for (case, methods) in found {
        for (method, of) in methods.iter().filter(|(_, of)| of.compared > 0 || !of.differ.is_empty()) {
            let _ = writeln!(
                text,
                "| {case} | {method} | {} | {} | {} | {} |",
                of.compared,
                if of.largest > 0.0 { format!("{:.0e}", of.largest) } else { "—".into() },
                of.differ.len(),
                of.not_in_r
            );
        }
    }
    text.push_str("\n## What differs, and why\n\n");
    for (case, methods) in found {
        for (method, of) in methods {
            let mut by_reason: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
            of.differ.iter().for_each(|line| by_reason.entry(reason(method, line)).or_default().push(line));
            for (reason, lines) in by_reason {
                let _ = writeln!(text, "- {case}, {method}: {} ({reason}), such as {}", lines.len(), lines[0]);
            }
        }
    }
    if sum(|of| of.differ.len()) == 0 {
        text.push_str("Nothing.\n");
    }
    text
}
