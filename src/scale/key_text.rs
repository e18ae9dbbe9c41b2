//! A Plan's questionnaire as a key file, to be kept, sent and read again.

use std::fmt::Write as _;

use super::definition::{Definition, RULES, Score};
use super::plan::ScalePlan;

/// TOML of the questionnaire as it is scored; [`super::Key::read`] gives the same Definition.
pub fn key_text(plan: &ScalePlan) -> String {
    let definition = plan.definition();
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        // Text grows: it cannot fail.
        let _ = writeln!(text, "{name} = {value}");
    };
    line("id", quoted(if plan.name.trim().is_empty() { "own" } else { &plan.name }));
    line("titles", format!("[{}]", quoted(if plan.name.trim().is_empty() { "own" } else { &plan.name })));
    line("confidence", quoted("own"));
    line("items", definition.n_items.to_string());
    if let Some((low, high)) = definition.range {
        line("range", list(&[low, high]));
    }
    line("least_answered", number(definition.least_answered));
    definition.scores.iter().for_each(|score| of_score(score, &definition, &mut text));
    text
}

fn of_score(score: &Score, definition: &Definition, text: &mut String) {
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name} = {value}");
    };
    line("\n[[scores]]\nname", quoted(&score.name));
    let rule = RULES.iter().find(|(_, rule)| *rule == score.rule).map_or("sum", |(word, _)| word);
    line("rule", quoted(rule));
    if score.parts.is_empty() {
        line("items", numbers(&score.items));
    } else {
        line("of", format!("[{}]", subscales(score, definition).join(", ")));
    }
    if !score.reversed.is_empty() {
        line("reversed", numbers(&score.reversed));
    }
    for recode in &score.recodes {
        let (from, to): (Vec<f64>, Vec<f64>) = recode.values.iter().copied().unzip();
        line("\n[[scores.recodes]]\nitems", numbers(&recode.items));
        line("from", list(&from));
        line("to", list(&to));
    }
}

/// The scores that have the items of each part.
fn subscales(score: &Score, definition: &Definition) -> Vec<String> {
    let mut rest = score.items.as_slice();
    let mut names = Vec::with_capacity(score.parts.len());
    for &n in &score.parts {
        let (items, others) = rest.split_at(n.min(rest.len()));
        let has = |other: &&Score| other.parts.is_empty() && other.items == items;
        names.extend(definition.scores.iter().find(has).map(|other| quoted(&other.name)));
        rest = others;
    }
    names
}

fn numbers(places: &[usize]) -> String {
    let all: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    format!("[{}]", all.join(", "))
}

fn list(values: &[f64]) -> String {
    format!("[{}]", values.iter().copied().map(number).collect::<Vec<_>>().join(", "))
}

/// As TOML writes it: `nan` in small letters, always with a point or an exponent.
fn number(value: f64) -> String {
    format!("{value:?}").to_lowercase()
}

/// A basic string: quotes, backslashes and control characters escaped.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
