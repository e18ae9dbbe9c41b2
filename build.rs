//! Reads the keys of questionnaires in `src/scale/keys/`: a mistake in one ends the build with file, line and reason.
//! What is whole goes into the crate as bytes without its comments and examples, which the crate reads anyway.

// The very files of the crate, so that a key is read in one way.
#[path = "src/scale/definition.rs"]
#[expect(dead_code, reason = "the build reads keys and scores nothing")]
mod definition;
#[path = "src/scale/key/mod.rs"]
#[expect(dead_code, reason = "the build reads keys and uses none")]
mod key;
#[path = "src/message.rs"]
#[expect(dead_code, reason = "the build says no more than what is wrong with a key")]
mod message;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use key::{Confidence, Key};
use message::{Arg, Problem};

const KEYS: &str = "src/scale/keys";

fn main() {
    println!("cargo::rerun-if-changed={KEYS}");
    for part in ["build.rs", "src/scale/definition.rs", "src/scale/key", "src/message.rs"] {
        println!("cargo::rerun-if-changed={part}");
    }
    let mut mistakes = Vec::new();
    let mut shipped = String::from("const SHIPPED: &[(&str, &[u8])] = &[\n");
    for path in files() {
        let text = fs::read_to_string(&path).expect("a readable key");
        match Key::read(&text) {
            Ok(key) => {
                mistakes.extend(unfit(&key, &path));
                let bytes = postcard::to_allocvec(&key).expect("texts, numbers and lists");
                writeln!(shipped, "({:?}, &{bytes:?}),", key.id).expect("text grows");
            }
            Err(problems) => {
                mistakes.extend(problems.iter().map(|problem| format!("{}:{}", path.display(), said(problem))));
            }
        }
    }
    shipped.push_str("];\n");
    if !mistakes.is_empty() {
        mistakes.iter().for_each(|mistake| println!("cargo::error={mistake}"));
        return;
    }
    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo names the folder");
    fs::write(out.join("shipped_keys.rs"), shipped).expect("a folder that can be written");
}

/// The line, and the mistake by its name in `www/locales/en/keys.ftl` with what it is about.
fn said(problem: &Problem) -> String {
    let about = problem.message.args.iter().map(|(name, arg)| match arg {
        Arg::Text(text) => format!("{name} {text}"),
        Arg::Count(count) => format!("{name} {count}"),
        Arg::Value(value) => format!("{name} {value}"),
        other => format!("{name} {other:?}"),
    });
    let about: Vec<String> = about.collect();
    format!("{}: {}: {}", problem.at.line.unwrap_or(1), problem.code(), about.join(", "))
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(KEYS).expect("the folder of keys").map(|entry| entry.expect("a readable folder").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// What a key file may lack, but no shipped one.
fn unfit(key: &Key, path: &Path) -> Vec<String> {
    let shown = path.display();
    let mut mistakes = Vec::new();
    if path.file_stem().is_none_or(|stem| stem != key.id.as_str()) {
        mistakes.push(format!("{shown}:1: the id is not the file's name"));
    }
    if key.confidence == Confidence::Own {
        mistakes.push(format!("{shown}:1: a shipped key has a source"));
    }
    if key.examples.is_empty() && !key.is_template {
        mistakes.push(format!("{shown}:1: no worked example"));
    }
    mistakes
}
