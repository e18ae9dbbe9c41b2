//! Plausibility of the answers and scores of an occasion. Nothing here changes a number.

use super::answers::NAMED;
use super::definition::{Definition, Score};
use super::rows::PlacedRows;
use crate::notice::{Arg, Message, Problem};

/// At the lowest or the highest possible score stands at least this share (McHorney & Tarlov, 1995).
const FLOOR: f64 = 0.15;

/// The answers of a scale at an occasion.
pub struct Answered<'a> {
    pub scale: &'a str,
    pub definition: &'a Definition,
    /// `None` where the scale has one, or the rows say it.
    pub occasion: Option<&'a str>,
    /// The columns of the items.
    pub items: &'a [String],
    /// Row by row, item by item.
    pub answers: &'a [Vec<f64>],
    pub rows: &'a PlacedRows<'a>,
}

/// An occasion and its rows.
type Group = (Option<String>, Vec<usize>);

impl Answered<'_> {
    fn message(&self, id: &'static str, at: &Group, score: &str) -> Message {
        let (occasion, _) = at;
        let message = Message::new(id).with("scale", self.scale).with("score", score);
        message.with("at", usize::from(occasion.is_some())).with("occasion", occasion.clone().unwrap_or_default())
    }

    /// Items that everybody answered alike, and participants who answered every item alike.
    pub fn items(&self) -> Vec<Problem> {
        let groups = self.rows.by_occasion(self.occasion);
        groups.iter().flat_map(|at| self.constant(at).into_iter().chain(self.same(at))).collect()
    }

    fn answer(&self, row: usize, item: usize) -> f64 {
        self.answers.get(row).and_then(|answers| answers.get(item)).copied().unwrap_or(f64::NAN)
    }

    fn constant(&self, at: &Group) -> Option<Problem> {
        let mut cells = Vec::new();
        for (item, name) in self.items.iter().enumerate() {
            let mut answers = at.1.iter().map(|&row| self.answer(row, item)).filter(|answer| !answer.is_nan());
            let Some(first) = answers.next() else { continue };
            let others: Vec<f64> = answers.collect();
            if !others.is_empty() && others.iter().all(|&answer| answer == first) {
                cells.push(format!("{name} ({first})"));
            }
        }
        let message = self.message("item-constant", at, "").with("count", cells.len());
        (!cells.is_empty()).then(|| Problem::note(message.with("items", cells)))
    }

    /// Where some items run the other way, the same answer to all contradicts itself.
    fn same(&self, at: &Group) -> Option<Problem> {
        if self.definition.scores.iter().all(|score| score.reversed.is_empty()) || self.items.len() < 2 {
            return None;
        }
        let same = |row: &usize| {
            let answers = self.answers.get(*row)?;
            let (first, others) = answers.split_first()?;
            others.iter().all(|answer| answer == first).then(|| format!("{} ({first})", self.rows.person(*row)))
        };
        let whom: Vec<String> = at.1.iter().filter_map(same).collect();
        let message = self.message("same-answers", at, "").with("n", self.items.len());
        (!whom.is_empty()).then(|| Problem::note(several(message, "whom", &whom)))
    }

    /// Scores that were completed, or are missing, for want of answers; and scores that cannot go lower or higher.
    pub fn score(&self, score: &Score, counted: &[Vec<f64>], values: &[f64]) -> Vec<Problem> {
        let groups = self.rows.by_occasion(self.occasion);
        let of = |at: &Group| {
            let mut problems = self.incomplete(score, at, counted, values);
            problems.extend(self.ends(score, at, values));
            problems
        };
        groups.iter().flat_map(of).collect()
    }

    fn incomplete(&self, score: &Score, at: &Group, counted: &[Vec<f64>], values: &[f64]) -> Vec<Problem> {
        let (mut completed, mut missing) = (Vec::new(), Vec::new());
        for &row in &at.1 {
            let (Some(answers), Some(value)) = (counted.get(row), values.get(row)) else { continue };
            let places = score.items.iter().zip(answers).filter(|(_, answer)| answer.is_nan());
            let open: Vec<&str> = places.filter_map(|(&item, _)| self.items.get(item)).map(String::as_str).collect();
            // Who answered nothing was not there.
            if open.is_empty() || open.len() == answers.len() {
                continue;
            }
            let whom = format!("{} ({})", self.rows.person(row), open.join(", "));
            if value.is_nan() { &mut missing } else { &mut completed }.push(whom);
        }
        let of = |id, whom: &[String]| {
            let message = several(self.message(id, at, &score.name), "whom", whom);
            message.with("share", Arg::Decimal(self.definition.least_answered * 100.0, 0))
        };
        let notes = (!completed.is_empty()).then(|| Problem::note(of("score-completed", &completed)));
        let warnings = (!missing.is_empty()).then(|| Problem::warning(of("score-unanswered", &missing)));
        notes.into_iter().chain(warnings).collect()
    }

    fn ends(&self, score: &Score, at: &Group, values: &[f64]) -> Vec<Problem> {
        let Some((low, high)) = score.limits(self.definition.range) else { return Vec::new() };
        let given = at.1.iter().filter_map(|&row| values.get(row)).filter(|value| !value.is_nan());
        let n = given.clone().count();
        let at_end = |id: &'static str, end: f64| {
            let count = given.clone().filter(|value| **value == end).count();
            let share = count as f64 / n.max(1) as f64;
            let message = self.message(id, at, &score.name).with("count", count).with("n", n).with("end", end);
            let message = message.with("percent", Arg::Decimal(share * 100.0, 0));
            (share >= FLOOR).then(|| Problem::note(message))
        };
        at_end("score-floor", low).into_iter().chain(at_end("score-ceiling", high)).collect()
    }
}

/// The first few, how many there are, and how many are not named.
fn several(message: Message, name: &'static str, all: &[String]) -> Message {
    let named: Vec<String> = all.iter().take(NAMED).cloned().collect();
    message.with(name, named).with("count", all.len()).with("more", all.len().saturating_sub(NAMED))
}
