//! One idea, one name; a function that can be read at a glance. For the page `www/.oxlintrc.json` has the same rules.

use std::collections::BTreeMap;

use super::modules::{Definition, Kind, Modules, modules};

const MOST_LINES: usize = 60;

fn place(modules: &Modules, definition: &Definition) -> String {
    format!("{}:{}", modules.name(definition.file), definition.line)
}

#[test]
fn no_two_public_types_have_one_name() {
    let modules = modules();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for definition in modules.definitions.iter().filter(|d| d.kind == Kind::Type && d.is_public) {
        places.entry(&definition.name).or_default().push(place(modules, definition));
    }
    let twice: Vec<String> = (places.iter().filter(|(_, places)| places.len() > 1))
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(twice.is_empty(), "{} names\n{}", twice.len(), twice.join("\n"));
}

#[test]
fn a_function_has_at_most_60_lines() {
    let modules = modules();
    let mut long: Vec<(usize, String)> = (modules.definitions.iter())
        .filter_map(|definition| match definition.kind {
            Kind::Function(lines) if lines > MOST_LINES => {
                Some((lines, format!("{} {}", place(modules, definition), definition.name)))
            }
            _ => None,
        })
        .collect();
    long.sort();
    let long: Vec<String> = long.into_iter().rev().map(|(lines, place)| format!("{lines} lines: {place}")).collect();
    assert!(long.is_empty(), "{} functions\n{}", long.len(), long.join("\n"));
}
