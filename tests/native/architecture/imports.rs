//! The imports between the files of `src`: no circles, and what computes knows nothing of what shows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, root, sources};

/// Each file with the files of `src` that it names.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// `crate::analysis::study` as a list of names, of `src/analysis/study.rs`.
fn module_of(file: &str) -> Vec<String> {
    let mut names: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if names.last().is_some_and(|last| last == "mod" || last == "lib") {
        names.pop();
    }
    names
}

fn file_name(source: &Source) -> String {
    let path = source.path.strip_prefix(root().join("src")).expect("inside src");
    path.to_string_lossy().replace('\\', "/")
}

/// Every path that a `use` tree stands for: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn leaves(tree: &str, found: &mut Vec<String>) {
    let Some(open) = tree.find('{') else {
        found.push(tree.split(" as ").next().unwrap_or_default().trim().to_owned());
        return;
    };
    let (before, inside) = (&tree[..open], &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())]);
    let (mut depth, mut part) = (0, String::new());
    for letter in inside.chars().chain([',']) {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == ',' && depth == 0 {
            if !part.trim().is_empty() {
                leaves(&format!("{}{}", before.trim(), part.trim()), found);
            }
            part.clear();
        } else {
            part.push(letter);
        }
    }
}

/// The paths that a file names, in its `use`s and in its code.
fn paths(code: &str) -> Vec<String> {
    let without_comments: String =
        code.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    let mut found = Vec::new();
    let mut rest = String::new();
    for statement in without_comments.split_inclusive(';') {
        let of_use = ["\nuse ", "\npub use ", "\n    use "].iter().find_map(|word| statement.rsplit_once(word));
        match of_use.filter(|(_, tree)| !tree.contains("fn ")) {
            Some((before, tree)) => {
                rest.push_str(before);
                leaves(tree.trim_end_matches(';'), &mut found);
            }
            None => rest.push_str(statement),
        }
    }
    let is_of_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let named = rest.split(|letter: char| !is_of_path(letter));
    found.extend(named.filter(|path| path.contains("::")).map(str::to_owned));
    found
}

fn imports() -> Imports {
    let all = sources();
    let files: BTreeMap<Vec<String>, String> =
        all.iter().map(|source| (module_of(&file_name(source)), file_name(source))).collect();
    let mut imports = Imports::new();
    for source in &all {
        let file = file_name(source);
        let own = module_of(&file);
        let named = imports.entry(file.clone()).or_default();
        for path in paths(&source.code) {
            let mut names: Vec<String> = path.split("::").map(|name| name.trim().to_owned()).collect();
            let mut from: Vec<String> = match names.first().map(String::as_str) {
                Some("crate") => Vec::new(),
                Some("super" | "self") => own.clone(),
                _ => continue,
            };
            while names.first().is_some_and(|name| name == "super") {
                from.pop();
                names.remove(0);
            }
            names.retain(|name| name != "crate" && name != "self");
            from.extend(names);
            let target = (1..=from.len()).rev().find_map(|length| files.get(&from[..length]));
            named.extend(target.filter(|target| **target != file).cloned());
        }
    }
    imports
}

/// The files that a file names, and those that they name, and so on.
fn reach(imports: &Imports, file: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = imports.get(file).into_iter().flatten().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file.clone()) {
            next.extend(imports.get(file).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn files_do_not_name_each_other_in_circles() {
    let imports = imports();
    let circles: Vec<String> = imports
        .keys()
        .filter(|file| reach(&imports, file).contains(*file))
        .map(|file| format!("{file} → {}", Vec::from_iter(imports[file].iter().map(String::as_str)).join(", ")))
        .collect();
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

/// A file of the analysis shows if it makes a part of the report; whatever it computes by must not.
#[test]
fn a_file_that_computes_names_no_file_that_shows() {
    let imports = imports();
    let shows = |file: &String| file.starts_with("report/") || file.ends_with("/section.rs");
    let computes = |file: &&String| {
        file.starts_with("analysis/") && (file.ends_with("/compute.rs") || file.ends_with("/numbers.rs"))
    };
    let wrong: Vec<String> = imports
        .keys()
        .filter(computes)
        .flat_map(|file| reach(&imports, file).into_iter().filter(shows).map(move |shown| format!("{file} → {shown}")))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(imports.keys().filter(computes).count() > 50, "the files that compute are not where they were");
}

#[test]
fn the_paths_of_a_file() {
    let code = "//! crate::no\nuse crate::a::{b, c::{self, d as e}};\n\nfn f() { super::g::h(crate::i::J) }\n";
    assert_eq!(paths(code), ["crate::a::b", "crate::a::c::self", "crate::a::c::d", "super::g::h", "crate::i::J"]);
}
