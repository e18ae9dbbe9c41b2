//! The columns' names: every column has one, and no two the same.

use std::collections::{BTreeMap, BTreeSet};

use super::header::HeaderLayout;
use super::survey::Survey;
use crate::notice::{Message, Problem, Problems, excerpt};

/// The names of the columns that are read.
pub fn name_columns(layout: &HeaderLayout, survey: &Survey, problems: &mut Problems) -> Vec<String> {
    let mut names = layout.names.clone();
    if lacks_first_name(layout, survey) {
        names.insert(0, "column 1".into());
        let message = Message::new("header-one-short").with("names", layout.names.len()).with("cells", names.len());
        problems.push(Problem::warning(message).at_line(layout.line.unwrap_or(1)));
    }
    let is_nothing =
        |i: usize, name: &str| name.is_empty() && survey.columns.get(i).is_none_or(|tally| tally.n_present == 0);
    let n_named = names.len();
    while names.len() > 1 && names.last().is_some_and(|name| is_nothing(names.len() - 1, name)) {
        names.pop();
    }
    if names.len() < n_named {
        let line = layout.line.unwrap_or(1);
        let message = Message::new("trailing-separators").with("count", n_named - names.len()).with("line", line);
        problems.push(Problem::note(message).at_line(line));
    }
    name_empty(&mut names, layout, problems);
    number_repeated(&mut names, layout, problems);
    names
}

/// R leaves the name of the first column out, so that every row has one cell more than the header.
fn lacks_first_name(layout: &HeaderLayout, survey: &Survey) -> bool {
    let beyond = survey.columns.get(layout.names.len());
    survey.n_rows >= 2
        && survey.n_one_longer >= survey.n_rows
        && beyond.is_some_and(|tally| tally.n_present > 0)
        && layout.names.len() > 1
        && layout.names.last().is_some_and(|name| !name.is_empty())
}

fn name_empty(names: &mut [String], layout: &HeaderLayout, problems: &mut Problems) {
    let mut named = Vec::new();
    for (i, name) in names.iter_mut().enumerate().filter(|(_, name)| name.is_empty()) {
        *name = format!("column {}", i + 1);
        named.push(name.clone());
    }
    if let (Some(line), [first, .., last] | [first @ last]) = (layout.line, &named[..]) {
        let message = Message::new("header-empty").with("count", named.len()).with("line", line);
        problems.push(Problem::note(message.with("first", first).with("last", last)).at_line(line));
    }
}

/// `score` and `score` become `score` and `score (2)`.
fn number_repeated(names: &mut [String], layout: &HeaderLayout, problems: &mut Problems) {
    let mut used: BTreeSet<String> = names.iter().cloned().collect();
    if used.len() == names.len() {
        return;
    }
    // Each name with how often it was met and the number it was given last; the order of messages is the header's.
    let mut met: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut repeated = Vec::new();
    for name in names.iter_mut() {
        let (count, number) = met.entry(name.clone()).or_insert((0, 1));
        *count += 1;
        if *count == 1 {
            continue;
        }
        if *count == 2 {
            repeated.push(name.clone());
        }
        let numbered = loop {
            *number += 1;
            let numbered = format!("{name} ({number})");
            if used.insert(numbered.clone()) {
                break numbered;
            }
        };
        *name = numbered;
    }
    for name in repeated {
        let (count, number) = met.get(&name).copied().unwrap_or_default();
        let line = layout.line.unwrap_or(1);
        let last = excerpt(&format!("{name} ({number})"));
        let message =
            Message::new("header-repeated").with("name", excerpt(&name)).with("count", count).with("last", last);
        problems.push(Problem::warning(message.with("line", line)).at_line(line).in_column(&name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(names: &[&str]) -> (Vec<String>, usize) {
        let mut names: Vec<String> = names.iter().map(|name| (*name).into()).collect();
        let mut problems = Problems::listing(5);
        number_repeated(&mut names, &HeaderLayout::default(), &mut problems);
        (names, problems.finish().len())
    }

    #[test]
    fn repeated_names_are_numbered_past_names_in_use() {
        let (names, n_problems) = repeated(&["a", "a", "a (2)", "b", "a"]);
        assert_eq!(names, ["a", "a (3)", "a (2)", "b", "a (4)"]);
        assert_eq!(n_problems, 1);
        assert_eq!(repeated(&["a", "b"]).1, 0);
    }

    #[test]
    fn a_header_of_one_name_is_numbered_quickly() {
        let (names, _) = repeated(&["x"; 3000]);
        assert_eq!(names.last().map(String::as_str), Some("x (3000)"));
    }
}
