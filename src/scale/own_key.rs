//! A questionnaire as a key file of the user's own: the Plan's JSON of it without columns, to be kept, sent and read again.

use super::definition::{Recode, Score, ScoringRule};
use super::key::check::{self, Numbered, Recoded};
use super::key::file::{At, KeyFile};
use super::key::{Key, KeyScore, MOST_BYTES, MOST_ITEMS};
use super::plan::{Items, RecodePlan, ScalePlan, SubscalePlan, places};
use crate::notice::{Message, Problem, excerpt};

/// The questionnaire as it is scored, its items by their numbers; [`read`] gives the same scores.
pub fn write(plan: &ScalePlan) -> String {
    // Names have string keys only, and every number is finite: nothing that JSON lacks.
    serde_json::to_string_pretty(&portable(plan)).unwrap_or_default() + "\n"
}

fn portable(plan: &ScalePlan) -> ScalePlan {
    let with_key = plan.key.as_deref().and_then(super::shipped::key).map(|key| plan.with_key(&key));
    let named = &with_key.as_ref().unwrap_or(plan).subscales;
    let definition = plan.definition();
    let subscale = |score: &Score| {
        let of = named.iter().find(|own| own.name == score.name).map(|own| own.of.clone()).unwrap_or_default();
        SubscalePlan {
            name: score.name.clone(),
            items: if of.is_empty() { numbers(&score.items) } else { Vec::new() },
            reversed: numbers(&score.reversed),
            recodes: score.recodes.iter().map(recode).collect(),
            of,
            score: Some(score.rule),
        }
    };
    ScalePlan {
        name: if plan.name.trim().is_empty() { "own".into() } else { plan.name.clone() },
        range: definition.range.map(|(low, high)| [low, high]),
        subscales: definition.scores.iter().map(subscale).collect(),
        least_answered: Some(definition.least_answered),
        ..ScalePlan::default()
    }
}

/// Places from 0 as numbers from 1.
pub fn numbers(places: &[usize]) -> Vec<usize> {
    places.iter().map(|place| place + 1).collect()
}

pub fn recode(recode: &Recode) -> RecodePlan {
    let (from, to) = recode.values.iter().copied().unzip();
    RecodePlan { items: numbers(&recode.items), from, to }
}

/// Reads a key file of the user's own.
///
/// # Errors
/// Every mistake, each with its line.
pub fn read(text: &str) -> Result<ScalePlan, Vec<Problem>> {
    let mut file = KeyFile::new(text);
    if text.len() > MOST_BYTES {
        file.mistake(1, Message::new("key-too-large").with("bytes", text.len()).with("most", MOST_BYTES));
        return Err(file.into_mistakes());
    }
    let plan = match serde_json::from_str::<ScalePlan>(text) {
        Ok(plan) => ScalePlan { items: Items::default(), reverse: Vec::new(), key: None, ..plan },
        Err(error) if error.to_string().starts_with("missing field `name`") => {
            file.mistake(1, Message::new("key-field-missing").with("field", "name"));
            return Err(file.into_mistakes());
        }
        Err(error) => {
            file.mistake(error.line().max(1), Message::new("key-not-json"));
            return Err(file.into_mistakes());
        }
    };
    if plan.name.trim().is_empty() {
        file.mistake(1, Message::new("key-field-missing").with("field", "name"));
    }
    if let Some([low, high]) = plan.range.filter(|[low, high]| low >= high) {
        file.mistake(line_of("range", text), Message::new("key-range").with("low", low).with("high", high));
    }
    if let Some(share) = plan.least_answered.filter(|share| !(0.0 < *share && *share <= 1.0)) {
        file.mistake(line_of("least_answered", text), Message::new("key-share").with("found", share));
    }
    let n_items = plan.subscales.iter().flat_map(|own| &own.items).copied().max().unwrap_or(0);
    if n_items > MOST_ITEMS {
        file.mistake(
            line_of("items", text),
            Message::new("key-items-many").with("n", n_items).with("most", MOST_ITEMS),
        );
        return Err(file.into_mistakes());
    }
    let numbered = Numbered { n_items, is_template: false, has_range: plan.range.is_some() };
    let mut scores: Vec<At<KeyScore>> =
        plan.subscales.iter().map(|own| score(own, plan.score, &numbered, &mut file)).collect();
    check::scores(&mut scores, 1, &mut file);
    if file.is_sound() { Ok(plan) } else { Err(file.into_mistakes()) }
}

/// The first line that has the word in quotes; JSON keeps no other place of a value.
fn line_of(word: &str, text: &str) -> usize {
    let quoted = format!("\"{word}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(1, |line| line + 1)
}

/// The line of the field `name` with that value.
fn line_of_name(name: &str, text: &str) -> usize {
    let quoted = serde_json::to_string(&name).unwrap_or_default();
    let is_it = |(_, rest): &(usize, &str)| {
        let rest = rest.trim_start_matches("\"name\"").trim_start();
        rest.strip_prefix(':').is_some_and(|value| value.trim_start().starts_with(&quoted))
    };
    let mut fields = text.match_indices("\"name\"").filter_map(|(at, _)| Some((at, text.get(at..)?)));
    let at = fields.find(is_it).map_or(0, |(at, _)| at);
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// A subscale as a score of a key, its numbers checked.
fn score(own: &SubscalePlan, usual: ScoringRule, numbered: &Numbered, file: &mut KeyFile<'_>) -> At<KeyScore> {
    let line = line_of_name(&own.name, file.text);
    let at = |numbers: &[usize]| -> Vec<At<usize>> { numbers.iter().map(|&value| At { value, line }).collect() };
    let (items, reversed) = (at(&own.items), at(&own.reversed));
    let rule = own.score.unwrap_or(usual);
    let is_whole = rule == ScoringRule::MeanOfSubscaleMeans;
    numbered.items(&own.name, &items, file);
    if is_whole == own.of.is_empty() || (is_whole && !items.is_empty()) {
        file.mistake(line, Message::new("key-of-or-items").with("score", excerpt(&own.name)));
    } else if !is_whole && items.is_empty() {
        file.mistake(line, Message::new("key-score-without-items").with("score", excerpt(&own.name)));
    }
    let mut recodes: Vec<Recoded> = Vec::with_capacity(own.recodes.len());
    for recode in &own.recodes {
        if recode.from.is_empty() || recode.from.len() != recode.to.len() {
            let message = Message::new("key-recode").with("score", excerpt(&own.name));
            file.mistake(line, message.with("from", recode.from.len()).with("to", recode.to.len()));
        }
        recodes.push((at(&recode.items), recode.from.iter().copied().zip(recode.to.iter().copied()).collect()));
    }
    if !is_whole {
        numbered.within(&own.name, "reversed", &reversed, &items, file);
        recodes.iter().for_each(|recode| numbered.within(&own.name, "recodes", &recode.0, &items, file));
        numbered.turned_once(&own.name, &reversed, &recodes, file);
    }
    let score = Score {
        name: own.name.clone(),
        items: places(&own.items),
        reversed: places(&own.reversed),
        recodes: Vec::new(),
        rule,
        parts: Vec::new(),
    };
    At { value: Key::bare_score(score, own.of.clone()), line }
}
