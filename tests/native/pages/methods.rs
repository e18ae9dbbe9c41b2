//! What the page of methods is made of: the docs of every method's module, in one order, with a source.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const HEADINGS: [&str; 7] =
    ["Question", "Model", "Formulas", "Assumptions", "Effect size", "Agreement with R", "References"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The methods' ids with the modules that compute them, as the registry says.
fn registered() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("src/analysis/registry.rs")).expect("the registry");
    let between = |text: &str, start: &str, end: &str| {
        let from = text.find(start)? + start.len();
        Some(text[from..from + text[from..].find(end)?].to_owned())
    };
    text.split("Entry {")
        .filter_map(|entry| {
            let id = between(entry, "id: \"", "\"")?;
            Some((id, between(entry, "shown(study, ", "::compute")?))
        })
        .collect()
}

fn docs(module: &str) -> String {
    let folder = root().join("src/analysis");
    let file: Option<PathBuf> =
        [format!("{module}.rs"), format!("{module}/mod.rs")].iter().map(|name| folder.join(name)).find(|p| p.exists());
    let text = fs::read_to_string(file.expect("a module")).expect("readable source");
    let lines = text.lines().take_while(|line| line.starts_with("//!"));
    lines.map(|line| line.trim_start_matches("//!").trim().to_owned() + "\n").collect()
}

#[test]
fn every_registered_method_is_read_from_the_registry() {
    let ids: Vec<String> = registered().into_iter().map(|(id, _)| id).collect();
    let known: BTreeSet<&str> = prepost::analysis::methods().map(|entry| entry.id).collect();
    assert_eq!(ids.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

#[test]
fn the_docs_of_every_method_have_all_headings_in_order_and_a_source() {
    let mut modules: Vec<String> = registered().into_iter().map(|(_, module)| module).collect();
    modules.push("outliers".into());
    for module in modules {
        let docs = docs(&module);
        let headings: Vec<&str> = docs.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        assert_eq!(headings, HEADINGS, "{module}");
        for (heading, part) in HEADINGS.iter().zip(docs.split("# ").skip(1)) {
            assert!(part.lines().skip(1).any(|line| !line.is_empty()), "{module}: nothing under {heading}");
        }
        let references = docs.split("# References\n").nth(1).unwrap_or_default();
        let sources = references.lines().filter(|line| line.starts_with("- ")).count();
        assert!(sources > 0, "{module}: no source, as an item of a list");
        let dated = references.split("\n- ").filter(|item| item.contains(" (1") || item.contains(" (2")).count();
        assert_eq!(dated, sources, "{module}: a source without its year");
    }
}

#[test]
fn every_method_has_its_name_on_the_page() {
    let names = fs::read_to_string(root().join("www/locales/en/methods-page.ftl")).expect("the names");
    for (id, module) in registered() {
        let name = format!("\nname-{} = ", module.replace('_', "-"));
        assert!(names.contains(&name), "{id}: no message{name}");
    }
}

/// Methods whose reference numbers are kept, but that this program does not compute yet.
const LATER: [&str; 4] = ["random_intercept", "mmrm", "reliability", "icc"];

#[test]
fn the_vocabulary_of_the_tidy_output_holds_every_reference_number() {
    let vocabulary = fs::read_to_string(root().join("docs/tidy.md")).expect("docs/tidy.md");
    let known = |method: &str, statistic: &str| {
        vocabulary.lines().filter(|line| line.starts_with('|')).any(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let has = |cell: Option<&&str>, word: &str| {
                cell.is_some_and(|cell| cell.split([' ', '`']).any(|known| known == word))
            };
            has(cells.first(), method) && has(cells.last(), statistic)
        })
    };
    let mut missing = BTreeSet::new();
    for folder in fs::read_dir(root().join("tests/fixtures")).expect("fixtures") {
        let Ok(mut reader) = csv::Reader::from_path(folder.expect("a folder").path().join("tidy.csv")) else {
            continue;
        };
        for row in reader.records().map(|row| row.expect("a row")) {
            if !LATER.iter().any(|name| row[1].starts_with(name)) && !known(&row[1], &row[3]) {
                missing.insert(format!("{} · {}", &row[1], &row[3]));
            }
        }
    }
    assert!(missing.is_empty(), "not in docs/tidy.md: {missing:#?}");
}
