//! TOML → [`Key`]: the fields of each table. Their consistency is checked in `check`.

use toml_span::ErrorKind;

use super::super::definition::{RULES, Recode, Score, ScoringRule};
use super::check::{self, Numbered, Recoded};
use super::fields::Fields;
use super::file::{At, KeyFile};
use super::{Benefit, Cited, Confidence, CutOff, Example, Key, KeyNorm, KeyScore, MOST_BYTES, MOST_ITEMS, Retest};
use crate::notice::{Message, Problem, excerpt};

const CONFIDENCE: [(&str, Confidence); 4] =
    [("A", Confidence::A), ("B", Confidence::B), ("C", Confidence::C), ("own", Confidence::Own)];
const BENEFIT: [(&str, Benefit); 2] = [("higher", Benefit::Higher), ("lower", Benefit::Lower)];

impl Key {
    /// Reads a key file.
    ///
    /// # Errors
    /// Every mistake, each with its line.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let mut file = KeyFile::new(text);
        if text.len() > MOST_BYTES {
            file.mistake(1, Message::new("key-too-large").with("bytes", text.len()).with("most", MOST_BYTES));
            return Err(file.into_mistakes());
        }
        let key = match toml_span::parse(text) {
            Ok(value) => Fields::of(value, "key", &mut file).and_then(|fields| key(fields, &mut file)),
            Err(error) => {
                let line = file.line(error.span.start);
                file.mistake(line, not_toml(&error.kind));
                None
            }
        };
        match key {
            Some(key) if file.is_sound() => Ok(key),
            _ => Err(file.into_mistakes()),
        }
    }
}

fn not_toml(kind: &ErrorKind) -> Message {
    match kind {
        ErrorKind::UnexpectedEof | ErrorKind::UnterminatedString => Message::new("key-ends"),
        ErrorKind::DuplicateKey { key: name, .. } | ErrorKind::DuplicateTable { name, .. } => {
            Message::new("key-field-twice").with("field", excerpt(name))
        }
        ErrorKind::ExceededDepthLimit => Message::new("key-too-deep"),
        _ => Message::new("key-not-toml"),
    }
}

fn key(mut fields: Fields<'_>, file: &mut KeyFile<'_>) -> Option<Key> {
    let id = fields.needed_text("id", file);
    let titles_line = fields.line_of("titles", file);
    let titles = fields.texts("titles", file);
    if titles.iter().all(|title| title.trim().is_empty()) {
        file.mistake(titles_line, Message::new("key-field-missing").with("field", "titles"));
    }
    let confidence = fields.needed_one_of("confidence", &CONFIDENCE, file).unwrap_or(Confidence::Own);
    let is_template = fields.flag("template", file);
    let published = |name: &'static str, fields: &mut Fields<'_>, file: &mut KeyFile<'_>| {
        let is_own = confidence == Confidence::Own;
        let text = if is_own { fields.text(name, file) } else { fields.needed_text(name, file) };
        text.map(|text| text.value).unwrap_or_default()
    };
    let source = published("source", &mut fields, file);
    let licence = published("licence", &mut fields, file);
    let n_items = n_items(&mut fields, is_template, file)?;
    let range = range(&mut fields, is_template || confidence == Confidence::Own, file);
    let numbered = Numbered { n_items, is_template, has_range: range.is_some() };
    let scores_line = fields.line_of("scores", file);
    let scores = fields.tables("scores", file);
    let mut scores: Vec<At<KeyScore>> =
        scores.into_iter().filter_map(|fields| score(fields, &numbered, confidence, file)).collect();
    check::scores(&mut scores, scores_line, file);
    let scores: Vec<KeyScore> = scores.into_iter().map(|score| score.value).collect();
    let key = Key {
        id: id.map(|id| id.value).unwrap_or_default(),
        titles,
        aliases: fields.texts("aliases", file),
        version: fields.text("version", file).map(|text| text.value).unwrap_or_default(),
        source,
        confidence,
        licence,
        note: fields.text("note", file).map(|text| text.value).unwrap_or_default(),
        n_items,
        range,
        least_answered: least_answered(&mut fields, file),
        in_blocks: fields.flag("in_blocks", file),
        is_template,
        has_no_total: fields.flag("no_total", file),
        examples: examples(&mut fields, n_items, &scores, file),
        scores,
    };
    fields.finish(file);
    Some(key)
}

/// `None` where the numbers of the scores cannot be held to anything.
fn n_items(fields: &mut Fields<'_>, is_template: bool, file: &mut KeyFile<'_>) -> Option<usize> {
    if !fields.has("items") {
        if !is_template {
            file.mistake(fields.line, Message::new("key-field-missing").with("field", "items"));
            return None;
        }
        return Some(0);
    }
    let At { value, line } = fields.count("items", file)?;
    if value > MOST_ITEMS {
        file.mistake(line, Message::new("key-items-many").with("n", value).with("most", MOST_ITEMS));
        return None;
    }
    Some(value)
}

fn range(fields: &mut Fields<'_>, is_optional: bool, file: &mut KeyFile<'_>) -> Option<(f64, f64)> {
    let line = fields.line_of("range", file);
    if !fields.has("range") {
        if !is_optional {
            file.mistake(line, Message::new("key-field-missing").with("field", "range"));
        }
        return None;
    }
    match fields.numbers("range", file)?.as_slice() {
        [low, high] if low < high && low.is_finite() && high.is_finite() => return Some((*low, *high)),
        [low, high] => file.mistake(line, Message::new("key-range").with("low", *low).with("high", *high)),
        _ => file.mistake(line, Message::new("key-range-ends")),
    }
    None
}

fn least_answered(fields: &mut Fields<'_>, file: &mut KeyFile<'_>) -> f64 {
    match fields.number("least_answered", file) {
        Some(share) if !(0.0 < share.value && share.value <= 1.0) => {
            file.mistake(share.line, Message::new("key-share").with("found", share.value));
            1.0
        }
        share => share.map_or(1.0, |share| share.value),
    }
}

fn score(
    mut fields: Fields<'_>,
    numbered: &Numbered,
    confidence: Confidence,
    file: &mut KeyFile<'_>,
) -> Option<At<KeyScore>> {
    let line = fields.line;
    let name = fields.needed_text("name", file);
    let rule = fields.needed_one_of("rule", &RULES, file);
    let of = fields.texts("of", file);
    let items = fields.counts("items", file);
    let reversed = fields.counts("reversed", file);
    let count = fields.count("n_items", file).map_or(items.len(), |count| count.value);
    let recodes = fields.tables("recodes", file);
    let better = fields.one_of("better", &BENEFIT, file);
    let descriptive = fields.flag("descriptive", file);
    let cutoffs = fields.tables("cutoffs", file).into_iter().filter_map(|own| cutoff(own, confidence, file)).collect();
    let norms = fields.tables("norms", file).into_iter().filter_map(|own| norm(own, confidence, file)).collect();
    let retests = fields.tables("retests", file).into_iter().filter_map(|own| retest(own, confidence, file)).collect();
    fields.finish(file);
    let (name, rule) = (name?.value, rule?);
    numbered.items(&name, &items, file);
    let places = |items: &[At<usize>]| items.iter().map(|item| item.value.saturating_sub(1)).collect::<Vec<usize>>();
    let is_whole = rule == ScoringRule::MeanOfSubscaleMeans;
    if is_whole == of.is_empty() || (is_whole && !items.is_empty()) {
        file.mistake(line, Message::new("key-of-or-items").with("score", excerpt(&name)));
    } else if !is_whole && items.is_empty() && !numbered.is_template {
        file.mistake(line, Message::new("key-score-without-items").with("score", excerpt(&name)));
    }
    let recodes = recodes.into_iter().filter_map(|own| recode(own, &name, file)).collect::<Vec<_>>();
    if !is_whole {
        numbered.within(&name, "reversed", &reversed, &items, file);
        recodes.iter().for_each(|recode| numbered.within(&name, "recodes", &recode.0, &items, file));
    }
    numbered.turned_once(&name, &reversed, &recodes, file);
    let recodes = recodes.into_iter().map(|(items, values)| Recode { items: places(&items), values }).collect();
    let score = Score { name, items: places(&items), reversed: places(&reversed), recodes, rule, parts: Vec::new() };
    Some(At { value: KeyScore { score, of, n_items: count, better, descriptive, cutoffs, norms, retests }, line })
}

fn recode(mut fields: Fields<'_>, score: &str, file: &mut KeyFile<'_>) -> Option<Recoded> {
    let line = fields.line;
    let items = fields.counts("items", file);
    let (from, to) = (fields.numbers("from", file), fields.numbers("to", file));
    fields.finish(file);
    let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
    if from.is_empty() || from.len() != to.len() {
        let message = Message::new("key-recode").with("score", excerpt(score));
        file.mistake(line, message.with("from", from.len()).with("to", to.len()));
        return None;
    }
    Some((items, from.into_iter().zip(to).collect()))
}

fn cited(fields: &mut Fields<'_>, of_key: Confidence, file: &mut KeyFile<'_>) -> Option<Cited> {
    let confidence = fields.one_of("confidence", &CONFIDENCE, file).unwrap_or(of_key);
    Some(Cited { source: fields.needed_text("source", file)?.value, confidence })
}

fn cutoff(mut fields: Fields<'_>, of_key: Confidence, file: &mut KeyFile<'_>) -> Option<CutOff> {
    let line = fields.line;
    let (from, below) = (fields.number("from", file), fields.number("below", file));
    if from.is_none() && below.is_none() {
        file.mistake(line, Message::new("key-field-missing").with("field", "from"));
    }
    let (label, cited) = (fields.needed_text("label", file), cited(&mut fields, of_key, file));
    fields.finish(file);
    Some(CutOff { from: from.map(|at| at.value), below: below.map(|at| at.value), label: label?.value, cited: cited? })
}

fn norm(mut fields: Fields<'_>, of_key: Confidence, file: &mut KeyFile<'_>) -> Option<KeyNorm> {
    let (population, mean) = (fields.needed_text("population", file), fields.needed_number("mean", file));
    let (sd, n) = (fields.number("sd", file), fields.count("n", file).map(|n| n.value));
    if let Some(sd) = sd.as_ref().filter(|sd| sd.value <= 0.0) {
        file.mistake(sd.line, Message::new("key-sd").with("found", sd.value));
    }
    let cited = cited(&mut fields, of_key, file);
    fields.finish(file);
    Some(KeyNorm { population: population?.value, mean: mean?.value, sd: sd.map(|sd| sd.value), n, cited: cited? })
}

fn retest(mut fields: Fields<'_>, of_key: Confidence, file: &mut KeyFile<'_>) -> Option<Retest> {
    let (r, interval) = (fields.needed_number("r", file), fields.needed_text("interval", file));
    if let Some(r) = r.as_ref().filter(|r| !(0.0 <= r.value && r.value < 1.0)) {
        file.mistake(r.line, Message::new("key-retest").with("found", r.value));
    }
    let n = fields.count("n", file).map(|n| n.value);
    let cited = cited(&mut fields, of_key, file);
    fields.finish(file);
    Some(Retest { r: r?.value, interval: interval?.value, n, cited: cited? })
}

fn examples(fields: &mut Fields<'_>, n_items: usize, scores: &[KeyScore], file: &mut KeyFile<'_>) -> Vec<Example> {
    let mut all = Vec::new();
    for mut own in fields.tables("examples", file) {
        let line = own.line;
        let answers = own.numbers("answers", file).unwrap_or_default();
        let expected = own.table("scores", file).map(|table| table.named_numbers("scores", file));
        own.finish(file);
        let expected = expected.unwrap_or_default();
        if answers.len() != n_items || expected.is_empty() {
            file.mistake(line, Message::new("key-example").with("found", answers.len()).with("needed", n_items));
        }
        for name in &expected {
            if !scores.iter().any(|score| score.score.name == name.value.0) {
                file.mistake(name.line, Message::new("key-example-score").with("score", excerpt(&name.value.0)));
            }
        }
        all.push(Example { answers, scores: expected.into_iter().map(|name| name.value).collect() });
    }
    all
}
