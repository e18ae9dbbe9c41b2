//! TOML → [`Key`]: the fields of each table. What they say together is checked in `check`.

use toml_span::ErrorKind;

use super::super::definition::{RULES, Recode, Rule, Score};
use super::check::{self, Numbered, Recoded};
use super::fields::Fields;
use super::found::{At, Found, shown};
use super::{Benefit, Cited, Confidence, CutOff, Example, Key, KeyScore, MOST_BYTES, MOST_ITEMS, Norm, Retest};
use crate::notice::{Message, Problem};

const CONFIDENCE: [(&str, Confidence); 4] =
    [("A", Confidence::A), ("B", Confidence::B), ("C", Confidence::C), ("own", Confidence::Own)];
const BENEFIT: [(&str, Benefit); 2] = [("higher", Benefit::Higher), ("lower", Benefit::Lower)];

impl Key {
    /// Reads a key file.
    ///
    /// # Errors
    /// Every mistake, each with its line.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let mut found = Found { text, problems: Vec::new() };
        if text.len() > MOST_BYTES {
            found.say(1, Message::new("key-too-large").with("bytes", text.len()).with("most", MOST_BYTES));
            return Err(found.problems);
        }
        let key = match toml_span::parse(text) {
            Ok(value) => Fields::of(value, "key", &mut found).and_then(|fields| key(fields, &mut found)),
            Err(error) => {
                found.say(found.line(error.span.start), not_toml(&error.kind));
                None
            }
        };
        found.problems.sort_by_key(|problem| problem.at.line);
        match key {
            Some(key) if found.problems.is_empty() => Ok(key),
            _ => Err(found.problems),
        }
    }
}

fn not_toml(kind: &ErrorKind) -> Message {
    match kind {
        ErrorKind::UnexpectedEof | ErrorKind::UnterminatedString => Message::new("key-ends"),
        ErrorKind::DuplicateKey { key: name, .. } | ErrorKind::DuplicateTable { name, .. } => {
            Message::new("key-field-twice").with("field", shown(name))
        }
        ErrorKind::ExceededDepthLimit => Message::new("key-too-deep"),
        _ => Message::new("key-not-toml"),
    }
}

fn key(mut fields: Fields<'_>, found: &mut Found<'_>) -> Option<Key> {
    let id = fields.needed_text("id", found);
    let titles_line = fields.line_of("titles", found);
    let titles = fields.texts("titles", found);
    if titles.iter().all(|title| title.trim().is_empty()) {
        found.say(titles_line, Message::new("key-field-missing").with("field", "titles"));
    }
    let confidence = fields.needed_one_of("confidence", &CONFIDENCE, found).unwrap_or(Confidence::Own);
    let is_template = fields.flag("template", found);
    let published = |name: &'static str, fields: &mut Fields<'_>, found: &mut Found<'_>| {
        let is_own = confidence == Confidence::Own;
        let text = if is_own { fields.text(name, found) } else { fields.needed_text(name, found) };
        text.map(|text| text.value).unwrap_or_default()
    };
    let source = published("source", &mut fields, found);
    let licence = published("licence", &mut fields, found);
    let n_items = n_items(&mut fields, is_template, found)?;
    let range = range(&mut fields, is_template || confidence == Confidence::Own, found);
    let numbered = Numbered { n_items, is_template, has_range: range.is_some() };
    let scores_line = fields.line_of("scores", found);
    let scores = fields.tables("scores", found);
    let mut scores: Vec<At<KeyScore>> =
        scores.into_iter().filter_map(|fields| score(fields, &numbered, confidence, found)).collect();
    check::scores(&mut scores, scores_line, found);
    let scores: Vec<KeyScore> = scores.into_iter().map(|score| score.value).collect();
    let key = Key {
        id: id.map(|id| id.value).unwrap_or_default(),
        titles,
        aliases: fields.texts("aliases", found),
        version: fields.text("version", found).map(|text| text.value).unwrap_or_default(),
        source,
        confidence,
        licence,
        note: fields.text("note", found).map(|text| text.value).unwrap_or_default(),
        n_items,
        range,
        least_answered: least_answered(&mut fields, found),
        in_blocks: fields.flag("in_blocks", found),
        is_template,
        has_no_total: fields.flag("no_total", found),
        examples: examples(&mut fields, n_items, &scores, found),
        scores,
    };
    fields.finish(found);
    Some(key)
}

/// `None` where the numbers of the scores cannot be held to anything.
fn n_items(fields: &mut Fields<'_>, is_template: bool, found: &mut Found<'_>) -> Option<usize> {
    if !fields.has("items") {
        if !is_template {
            found.say(fields.line, Message::new("key-field-missing").with("field", "items"));
            return None;
        }
        return Some(0);
    }
    let At { value, line } = fields.count("items", found)?;
    if value > MOST_ITEMS {
        found.say(line, Message::new("key-items-many").with("n", value).with("most", MOST_ITEMS));
        return None;
    }
    Some(value)
}

fn range(fields: &mut Fields<'_>, is_optional: bool, found: &mut Found<'_>) -> Option<(f64, f64)> {
    let line = fields.line_of("range", found);
    if !fields.has("range") {
        if !is_optional {
            found.say(line, Message::new("key-field-missing").with("field", "range"));
        }
        return None;
    }
    match fields.numbers("range", found)?.as_slice() {
        [low, high] if low < high && low.is_finite() && high.is_finite() => return Some((*low, *high)),
        [low, high] => found.say(line, Message::new("key-range").with("low", *low).with("high", *high)),
        _ => found.say(line, Message::new("key-range-ends")),
    }
    None
}

fn least_answered(fields: &mut Fields<'_>, found: &mut Found<'_>) -> f64 {
    match fields.number("least_answered", found) {
        Some(share) if !(0.0 < share.value && share.value <= 1.0) => {
            found.say(share.line, Message::new("key-share").with("found", share.value));
            1.0
        }
        share => share.map_or(1.0, |share| share.value),
    }
}

fn score(
    mut fields: Fields<'_>,
    numbered: &Numbered,
    confidence: Confidence,
    found: &mut Found<'_>,
) -> Option<At<KeyScore>> {
    let line = fields.line;
    let name = fields.needed_text("name", found);
    let rule = fields.needed_one_of("rule", &RULES, found);
    let of = fields.texts("of", found);
    let items = fields.counts("items", found);
    let reversed = fields.counts("reversed", found);
    let count = fields.count("n_items", found).map_or(items.len(), |count| count.value);
    let recodes = fields.tables("recodes", found);
    let better = fields.one_of("better", &BENEFIT, found);
    let descriptive = fields.flag("descriptive", found);
    let cutoffs =
        fields.tables("cutoffs", found).into_iter().filter_map(|own| cutoff(own, confidence, found)).collect();
    let norms = fields.tables("norms", found).into_iter().filter_map(|own| norm(own, confidence, found)).collect();
    let retests =
        fields.tables("retests", found).into_iter().filter_map(|own| retest(own, confidence, found)).collect();
    fields.finish(found);
    let (name, rule) = (name?.value, rule?);
    numbered.items(&name, &items, found);
    let places = |items: &[At<usize>]| items.iter().map(|item| item.value.saturating_sub(1)).collect::<Vec<usize>>();
    let is_whole = rule == Rule::MeanOfSubscaleMeans;
    if is_whole == of.is_empty() || (is_whole && !items.is_empty()) {
        found.say(line, Message::new("key-of-or-items").with("score", shown(&name)));
    } else if !is_whole && items.is_empty() && !numbered.is_template {
        found.say(line, Message::new("key-score-without-items").with("score", shown(&name)));
    }
    let recodes = recodes.into_iter().filter_map(|own| recode(own, &name, found)).collect::<Vec<_>>();
    if !is_whole {
        numbered.within(&name, "reversed", &reversed, &items, found);
        recodes.iter().for_each(|recode| numbered.within(&name, "recodes", &recode.0, &items, found));
    }
    numbered.turned_once(&name, &reversed, &recodes, found);
    let recodes = recodes.into_iter().map(|(items, values)| Recode { items: places(&items), values }).collect();
    let score = Score { name, items: places(&items), reversed: places(&reversed), recodes, rule, parts: Vec::new() };
    Some(At { value: KeyScore { score, of, n_items: count, better, descriptive, cutoffs, norms, retests }, line })
}

fn recode(mut fields: Fields<'_>, score: &str, found: &mut Found<'_>) -> Option<Recoded> {
    let line = fields.line;
    let items = fields.counts("items", found);
    let (from, to) = (fields.numbers("from", found), fields.numbers("to", found));
    fields.finish(found);
    let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
    if from.is_empty() || from.len() != to.len() {
        let message = Message::new("key-recode").with("score", shown(score));
        found.say(line, message.with("from", from.len()).with("to", to.len()));
        return None;
    }
    Some((items, from.into_iter().zip(to).collect()))
}

fn cited(fields: &mut Fields<'_>, of_key: Confidence, found: &mut Found<'_>) -> Option<Cited> {
    let confidence = fields.one_of("confidence", &CONFIDENCE, found).unwrap_or(of_key);
    Some(Cited { source: fields.needed_text("source", found)?.value, confidence })
}

fn cutoff(mut fields: Fields<'_>, of_key: Confidence, found: &mut Found<'_>) -> Option<CutOff> {
    let line = fields.line;
    let (from, below) = (fields.number("from", found), fields.number("below", found));
    if from.is_none() && below.is_none() {
        found.say(line, Message::new("key-field-missing").with("field", "from"));
    }
    let (label, cited) = (fields.needed_text("label", found), cited(&mut fields, of_key, found));
    fields.finish(found);
    Some(CutOff { from: from.map(|at| at.value), below: below.map(|at| at.value), label: label?.value, cited: cited? })
}

fn norm(mut fields: Fields<'_>, of_key: Confidence, found: &mut Found<'_>) -> Option<Norm> {
    let (population, mean) = (fields.needed_text("population", found), fields.needed_number("mean", found));
    let (sd, n) = (fields.number("sd", found), fields.count("n", found).map(|n| n.value));
    if let Some(sd) = sd.as_ref().filter(|sd| sd.value <= 0.0) {
        found.say(sd.line, Message::new("key-sd").with("found", sd.value));
    }
    let cited = cited(&mut fields, of_key, found);
    fields.finish(found);
    Some(Norm { population: population?.value, mean: mean?.value, sd: sd.map(|sd| sd.value), n, cited: cited? })
}

fn retest(mut fields: Fields<'_>, of_key: Confidence, found: &mut Found<'_>) -> Option<Retest> {
    let (r, interval) = (fields.needed_number("r", found), fields.needed_text("interval", found));
    if let Some(r) = r.as_ref().filter(|r| !(0.0 <= r.value && r.value < 1.0)) {
        found.say(r.line, Message::new("key-retest").with("found", r.value));
    }
    let n = fields.count("n", found).map(|n| n.value);
    let cited = cited(&mut fields, of_key, found);
    fields.finish(found);
    Some(Retest { r: r?.value, interval: interval?.value, n, cited: cited? })
}

fn examples(fields: &mut Fields<'_>, n_items: usize, scores: &[KeyScore], found: &mut Found<'_>) -> Vec<Example> {
    let mut all = Vec::new();
    for mut own in fields.tables("examples", found) {
        let line = own.line;
        let answers = own.numbers("answers", found).unwrap_or_default();
        let expected = own.table("scores", found).map(|table| table.named_numbers("scores", found));
        own.finish(found);
        let expected = expected.unwrap_or_default();
        if answers.len() != n_items || expected.is_empty() {
            found.say(line, Message::new("key-example").with("found", answers.len()).with("needed", n_items));
        }
        for name in &expected {
            if !scores.iter().any(|score| score.score.name == name.value.0) {
                found.say(name.line, Message::new("key-example-score").with("score", shown(&name.value.0)));
            }
        }
        all.push(Example { answers, scores: expected.into_iter().map(|name| name.value).collect() });
    }
    all
}
