//! Consistency of a key's fields: numbers that are items, items reversed only once, subscales that exist.

use std::collections::BTreeSet;

use super::super::definition::{Score, ScoringRule};
use super::KeyScore;
use super::file::{At, KeyFile};
use crate::notice::{Message, excerpt};

/// Items of a score, and the values that their answers count as.
pub type Recoded = (Vec<At<usize>>, Vec<(f64, f64)>);

/// The items of the form.
pub struct Numbered {
    pub n_items: usize,
    pub is_template: bool,
    pub has_range: bool,
}

impl Numbered {
    /// Whether each is an item of the form, once.
    pub fn items(&self, score: &str, items: &[At<usize>], file: &mut KeyFile<'_>) {
        let mut seen = BTreeSet::new();
        for item in items {
            let message = |id| Message::new(id).with("score", excerpt(score)).with("item", item.value);
            if item.value == 0 || item.value > self.n_items {
                file.mistake(item.line, message("key-item-outside").with("n", self.n_items));
            } else if !seen.insert(item.value) {
                file.mistake(item.line, message("key-item-twice"));
            }
        }
    }

    /// Whether items that are reversed or recoded are the score's.
    pub fn within(
        &self,
        score: &str,
        field: &'static str,
        turned: &[At<usize>],
        items: &[At<usize>],
        file: &mut KeyFile<'_>,
    ) {
        for item in turned {
            if !items.iter().any(|own| own.value == item.value) {
                let message = Message::new("key-not-its-item").with("score", excerpt(score));
                file.mistake(item.line, message.with("field", field).with("item", item.value));
            }
        }
    }

    /// An item is reversed or recoded once; to be reversed it needs the range.
    pub fn turned_once(&self, score: &str, reversed: &[At<usize>], recodes: &[Recoded], file: &mut KeyFile<'_>) {
        let mut seen = BTreeSet::new();
        for item in reversed.iter().chain(recodes.iter().flat_map(|(items, _)| items)) {
            if !seen.insert(item.value) {
                let message = Message::new("key-turned-twice").with("score", excerpt(score));
                file.mistake(item.line, message.with("item", item.value));
            }
        }
        if let Some(first) = reversed.first().filter(|_| !self.has_range) {
            file.mistake(first.line, Message::new("key-reversed-without-range").with("score", excerpt(score)));
        }
    }
}

/// Checks the scores together, and gives means of subscale means the items of their subscales.
pub fn scores(scores: &mut [At<KeyScore>], line: usize, file: &mut KeyFile<'_>) {
    if scores.is_empty() && file.is_sound() {
        file.mistake(line, Message::new("key-without-scores"));
    }
    let mut names = BTreeSet::new();
    for score in scores.iter() {
        if !names.insert(score.value.score.name.as_str()) {
            file.mistake(score.line, Message::new("key-score-twice").with("score", excerpt(&score.value.score.name)));
        }
    }
    let wholes: Vec<Option<Score>> = scores.iter().map(|score| whole(score, scores, file)).collect();
    for (score, whole) in scores.iter_mut().zip(wholes) {
        let Some(whole) = whole else { continue };
        if let Some(&other) = score.value.score.reversed.iter().find(|item| !whole.items.contains(item)) {
            let message = Message::new("key-not-its-item").with("score", excerpt(&whole.name));
            file.mistake(score.line, message.with("field", "reversed").with("item", other + 1));
        }
        score.value.n_items = whole.items.len();
        score.value.score = whole;
    }
}

/// A mean of subscale means with the items of its subscales.
fn whole(score: &At<KeyScore>, all: &[At<KeyScore>], file: &mut KeyFile<'_>) -> Option<Score> {
    if score.value.score.rule != ScoringRule::MeanOfSubscaleMeans {
        return None;
    }
    let mut subscales = Vec::new();
    for name in &score.value.of {
        let message =
            |id| Message::new(id).with("score", excerpt(&score.value.score.name)).with("subscale", excerpt(name));
        let Some(subscale) = all.iter().find(|own| own.value.score.name == *name) else {
            file.mistake(score.line, message("key-subscale-missing"));
            continue;
        };
        if subscale.value.score.rule == ScoringRule::MeanOfSubscaleMeans {
            let is_cycle = leads_to(&subscale.value, &score.value.score.name, all);
            let id = if is_cycle { "key-subscale-cycle" } else { "key-subscale-nested" };
            file.mistake(score.line, message(id));
            continue;
        }
        subscales.push(&subscale.value.score);
    }
    let mut whole = score.value.score.clone();
    whole.take_subscales(&subscales);
    Some(whole)
}

/// Whether a score is made of another, directly or through others.
fn leads_to(from: &KeyScore, to: &str, all: &[At<KeyScore>]) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(score) = open.pop() {
        if score.score.name == to || score.of.iter().any(|name| name == to) {
            return true;
        }
        if seen.insert(score.score.name.as_str()) {
            open.extend(
                score.of.iter().filter_map(|name| all.iter().map(|own| &own.value).find(|own| own.score.name == *name)),
            );
        }
    }
    false
}
