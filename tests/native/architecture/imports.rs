//! Who may import whom: no circle, nothing that computes knows what shows, a result is computed once.

use std::collections::BTreeSet;
use std::path::Path;

use super::modules::{Import, Kind, Modules, modules};

/// `analysis/study.rs:12 takes Lines from analysis/table.rs`.
fn sentence(modules: &Modules, import: &Import) -> String {
    let Import { from, to, line, name, .. } = import;
    format!("{}:{line} takes {name} from {}", modules.name(*from), modules.name(*to))
}

/// What a file imports, each file once.
fn neighbours(modules: &Modules) -> Vec<BTreeSet<usize>> {
    let mut next = vec![BTreeSet::new(); modules.files.len()];
    for import in &modules.imports {
        next[import.from].insert(import.to);
    }
    next
}

/// Everything that a file imports, and what that imports in turn.
fn reach(next: &[BTreeSet<usize>], from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        open.extend(next[file].iter().filter(|file| reached.insert(**file)));
    }
    reached
}

#[test]
fn no_two_files_import_each_other_even_by_way_of_others() {
    let modules = modules();
    let next = neighbours(modules);
    let reach: Vec<BTreeSet<usize>> = (0..next.len()).map(|file| reach(&next, file)).collect();
    let mut wrong = Vec::new();
    for (file, reached) in reach.iter().enumerate() {
        let circle: Vec<usize> = reached.iter().copied().filter(|other| reach[*other].contains(&file)).collect();
        // Each circle once, by its first file.
        if circle.first() == Some(&file) {
            wrong.push(format!("a circle of {} files:", circle.len()));
            let inside = |import: &&Import| circle.contains(&import.from) && circle.contains(&import.to);
            let mut pairs = BTreeSet::new();
            for import in modules.imports.iter().filter(inside) {
                if pairs.insert((import.from, import.to)) {
                    wrong.push(format!("  {}", sentence(modules, import)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn computes(file: &Path) -> bool {
    file.starts_with("num") || file.starts_with("model") || file.ends_with("compute.rs") || file.ends_with("study.rs")
}

fn shows(file: &Path) -> bool {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.starts_with("report") || file.starts_with("analysis") && ["section", "sections"].contains(&&*stem)
}

#[test]
fn nothing_that_computes_knows_what_shows() {
    let modules = modules();
    let next = neighbours(modules);
    let mut wrong = Vec::new();
    for (file, _) in modules.files.iter().enumerate().filter(|(_, path)| computes(path)) {
        let of_file = |import: &&Import| import.from == file && shows(&modules.files[import.to]);
        let direct: Vec<&Import> = modules.imports.iter().filter(of_file).collect();
        wrong.extend(direct.iter().map(|import| sentence(modules, import)));
        if direct.is_empty() {
            let indirect: Vec<String> = reach(&next, file)
                .into_iter()
                .filter(|to| shows(&modules.files[*to]))
                .map(|to| modules.name(to))
                .collect();
            if !indirect.is_empty() {
                wrong.push(format!("{} reaches {}", modules.name(file), indirect.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Folders of what is computed from all outcomes together: no method of a study, and put together by `overview`.
const OF_THE_TRIAL: [&str; 4] =
    ["analysis/claims", "analysis/participants", "analysis/primaries", "analysis/side_by_side"];

/// What another folder of `analysis` takes of a method's files of these names.
fn taken_from_methods(modules: &Modules, names: &[&str]) -> Vec<(usize, String, String)> {
    let is_of_method = |path: &Path| {
        path.starts_with("analysis")
            && names.iter().any(|name| path.ends_with(name))
            && !OF_THE_TRIAL.iter().any(|folder| path.starts_with(folder))
    };
    (modules.imports.iter())
        .filter(|import| import.is_definition && is_of_method(&modules.files[import.to]))
        .filter(|import| modules.files[import.from].parent() != modules.files[import.to].parent())
        .map(|import| (import.to, import.name.clone(), sentence(modules, import)))
        .collect()
}

/// A method's functions are called in its own folder alone: who needs its result asks the study.
#[test]
fn a_result_is_computed_by_its_study_only() {
    let modules = modules();
    let is_function = |file: usize, name: &str| {
        let mut all = modules.definitions.iter();
        all.any(|known| known.file == file && known.name == name && matches!(known.kind, Kind::Function(_)))
    };
    let mut wrong = taken_from_methods(modules, &["compute.rs"]);
    wrong.retain(|(file, name, _)| is_function(*file, name));
    let wrong: Vec<String> = wrong.into_iter().map(|(_, _, sentence)| sentence).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Adding a method touches its own folder and one line of the registry; others ask the study for its result by its
/// `Computation`.
#[test]
fn the_tidy_names_and_the_section_of_a_method_are_its_own() {
    let wrong = taken_from_methods(modules(), &["section.rs", "numbers.rs"]);
    let wrong: Vec<String> = wrong.into_iter().map(|(_, _, sentence)| sentence).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The folders to which a file is added: an output format, a reader of files.
const ADDED_TO: [&str; 2] = ["report/write", "table/readers"];

/// What the folder's list takes from each file is taken by nobody else.
#[test]
fn a_format_and_a_reader_are_one_file_and_one_line() {
    let modules = modules();
    let mut wrong = Vec::new();
    for folder in ADDED_TO.map(Path::new) {
        let list = folder.join("mod.rs");
        let is_inside = |file: usize| modules.files[file].starts_with(folder) && modules.files[file] != list;
        // What the files of the folder take from one another is theirs together.
        let definitions = || modules.imports.iter().filter(|import| import.is_definition);
        let is_shared = |file: usize| definitions().any(|import| import.to == file && is_inside(import.from));
        let listed: BTreeSet<(usize, &str)> = definitions()
            .filter(|import| modules.files[import.from] == list && is_inside(import.to) && !is_shared(import.to))
            .map(|import| (import.to, import.name.as_str()))
            .collect();
        assert!(!listed.is_empty(), "{} has no list", folder.display());
        let elsewhere = |import: &&Import| {
            listed.contains(&(import.to, import.name.as_str())) && modules.files[import.from] != list
        };
        wrong.extend(definitions().filter(elsewhere).map(|import| sentence(modules, import)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
