//! What the page of methods is made of: the docs of every method's module, in one order, with a source.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use prepost::analysis::registry::{DOCUMENTED, Documented};

const HEADINGS: [&str; 7] =
    ["Question", "Model", "Formulas", "Assumptions", "Effect size", "Agreement with R", "References"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_docs_of_every_method_have_all_headings_in_order_and_a_source() {
    for Documented { module, text, .. } in DOCUMENTED {
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        assert_eq!(headings, HEADINGS, "{module}");
        for (heading, part) in HEADINGS.iter().zip(text.split("# ").skip(1)) {
            assert!(part.lines().skip(1).any(|line| !line.is_empty()), "{module}: nothing under {heading}");
        }
        let references = text.split("# References\n").nth(1).unwrap_or_default();
        let sources = references.lines().filter(|line| line.starts_with("- ")).count();
        assert!(sources > 0, "{module}: no source, as an item of a list");
        let dated = references.split("\n- ").filter(|item| item.contains(" (1") || item.contains(" (2")).count();
        assert_eq!(dated, sources, "{module}: a source without its year");
    }
}

#[test]
fn every_method_has_its_name_on_the_page() {
    let names = fs::read_to_string(root().join("www/locales/en/methods-page.ftl")).expect("the names");
    for Documented { module, .. } in DOCUMENTED {
        let name = format!("\nname-{} = ", module.replace('_', "-"));
        assert!(names.contains(&name), "{module}: no message{name}");
    }
}

/// Methods whose reference numbers are kept, but that this program does not compute yet.
const LATER: [&str; 2] = ["reliability", "icc"];

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
