//! Why a questionnaire is not scored, or one of its scores is not.

use super::answers::base_shift;
use super::definition::{Definition, Score, ScoringRule};
use super::key::Key;
use super::plan::ScalePlan;
use super::rows::{PlacedRows, Setting};
use crate::notice::{Ask, Message, Problem};
use crate::table::{Column, Table};

/// A questionnaire as it is to be scored.
pub struct Scoring<'a> {
    pub plan: &'a ScalePlan,
    pub key: Option<&'a Key>,
    pub definition: &'a Definition,
}

impl Scoring<'_> {
    fn message(&self, id: &'static str) -> Message {
        Message::new(id).with("scale", self.plan.name.as_str())
    }

    /// Why the scale cannot be scored, or not yet.
    pub fn refusal(&self, rows: &PlacedRows<'_>, setting: &Setting<'_>) -> Option<Problem> {
        self.of_key()
            .or_else(|| self.of_definition())
            .or_else(|| self.of_columns(rows.table, setting.occasions))
            .or_else(|| self.unconfirmed())
            .or_else(|| self.shifted(rows, setting))
    }

    fn of_key(&self) -> Option<Problem> {
        if let (Some(name), None) = (&self.plan.key, self.key) {
            return Some(Problem::error(self.message("key-unknown").with("key", name)));
        }
        let key = self.key.filter(|key| key.is_template && self.definition.scores.is_empty())?;
        let scores: Vec<String> = key.scores.iter().map(|own| own.score.name.clone()).collect();
        let message = self.message("key-template").with("key", title(key)).with("scores", scores);
        Some(Problem::warning(noted(message, key)))
    }

    fn of_definition(&self) -> Option<Problem> {
        let Definition { range, n_items, scores, .. } = self.definition;
        if *n_items == 0 {
            return Some(Problem::error(self.message("scale-without-items")));
        }
        if !range.is_none_or(|(low, high)| low < high) {
            return Some(Problem::error(self.message("scale-range")));
        }
        if range.is_none() && scores.iter().any(|score| !score.reversed.is_empty()) {
            return Some(Problem::error(self.message("scale-reverse-without-range")));
        }
        scores.iter().find_map(|score| {
            let outside: Vec<String> =
                score.items.iter().filter(|item| *item >= n_items).map(|item| (item + 1).to_string()).collect();
            if score.items.is_empty() {
                let message = self.message("scale-score-without-items");
                return Some(Problem::error(message.with("score", score.name.as_str())));
            }
            let message = self.message("scale-item-outside").with("score", score.name.as_str());
            (!outside.is_empty()).then(|| Problem::error(message.with("items", outside).with("n", *n_items)))
        })
    }

    fn of_columns(&self, table: &Table, occasions: &[String]) -> Option<Problem> {
        for (occasion, columns) in self.plan.by_occasion(occasions) {
            if columns.len() != self.definition.n_items {
                let message = self.message("scale-items-missing").with("occasion", occasion.unwrap_or_default());
                let message = message.with("at", usize::from(occasion.is_some()));
                let message = message.with("found", columns.len()).with("needed", self.definition.n_items);
                return Some(Problem::error(message));
            }
            let absent: Vec<String> = columns.iter().filter(|name| table.column(name).is_none()).cloned().collect();
            if !absent.is_empty() {
                return Some(Problem::error(self.message("scale-columns-absent").with("columns", absent)));
            }
            let is_words = |name: &&String| table.column(name).is_some_and(|own| !own.is_numeric());
            let words: Vec<String> = columns.iter().filter(is_words).cloned().collect();
            if !words.is_empty() {
                return Some(Problem::error(self.message("scale-columns-words").with("columns", words)));
            }
        }
        None
    }

    /// A key that nobody has confirmed: the items of each score, to be compared with the form.
    fn unconfirmed(&self) -> Option<Problem> {
        let key = self.key.filter(|key| key.needs_confirmation() && !self.plan.confirmed)?;
        let of = |score: &Score, items: &[usize]| format!("{} ({})", score.name, numbers_in_short(items));
        let scores = &self.definition.scores;
        let reversed = scores.iter().filter(|score| !score.reversed.is_empty());
        let reversed: Vec<String> = reversed.map(|score| of(score, &score.reversed)).collect();
        let message = self
            .message("key-unconfirmed")
            .with("key", title(key))
            .with("scores", scores.iter().map(|score| of(score, &score.items)).collect::<Vec<_>>())
            .with("n_reversed", reversed.len())
            .with("reversed", reversed)
            .with("blocks", usize::from(key.in_blocks))
            .with("source", key.source.as_str());
        Some(Problem::warning(noted(message, key)).asking(Ask::ConfirmKey { scale: self.plan.name.clone() }))
    }

    fn shifted(&self, rows: &PlacedRows<'_>, setting: &Setting<'_>) -> Option<Problem> {
        if self.plan.shift.is_some() {
            return None;
        }
        let named = self.plan.by_occasion(setting.occasions).into_iter().flat_map(|(_, columns)| columns);
        let columns: Vec<&Column> = named.filter_map(|name| rows.table.column(name)).collect();
        base_shift(&self.plan.name, &columns, (rows, setting), self.definition)
    }

    /// Whether a score adds up what the Maslach Burnout Inventory keeps apart.
    pub fn is_refused_total(&self, score: &Score) -> Option<Problem> {
        let spans = match self.key {
            Some(key) => key.has_no_total && spans_all(key, score),
            None => looks_like_mbi(self.plan, self.definition.n_items) && score.items.len() == self.definition.n_items,
        };
        let message = self.message("mbi-no-total").with("score", score.name.as_str());
        spans.then(|| Problem::warning(message))
    }
}

/// Whether a score has items of every subscale of the key.
fn spans_all(key: &Key, score: &Score) -> bool {
    let subscales = key.scores.iter().filter(|own| own.score.rule != ScoringRule::MeanOfSubscaleMeans);
    let mut subscales = subscales.map(|own| &own.score.items);
    subscales.all(|items| items.iter().any(|item| score.items.contains(item)))
}

/// Twenty-two items that are called like the Maslach Burnout Inventory's, or sixteen like its General Survey's.
fn looks_like_mbi(plan: &ScalePlan, n_items: usize) -> bool {
    let is_mbi = |name: &str| {
        let letters: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.starts_with("mbi") || letters.starts_with("maslach")
    };
    let columns = plan.by_occasion(&[]).into_iter().flat_map(|(_, columns)| columns);
    [22, 16].contains(&n_items) && (is_mbi(&plan.name) || columns.into_iter().all(|name| is_mbi(name)))
}

pub fn title(key: &Key) -> String {
    key.titles.first().cloned().unwrap_or_default()
}

/// What else the key says: of versions, of totals, of an item that concerns somebody's safety.
pub fn noted(message: Message, key: &Key) -> Message {
    message.with("noted", usize::from(!key.note.is_empty())).with("note", key.note.as_str())
}

/// Item numbers from 1, neighbours as a run: "1–10", "2, 4, 6".
pub fn numbers_in_short(places: &[usize]) -> String {
    let mut numbers: Vec<usize> = places.iter().map(|place| place + 1).collect();
    numbers.sort_unstable();
    let all: Vec<String> = numbers
        .chunk_by(|a, b| a + 1 == *b)
        .flat_map(|run| match run {
            [first, _, .., last] => vec![format!("{first}–{last}")],
            few => few.iter().map(usize::to_string).collect(),
        })
        .collect();
    all.join(", ")
}
