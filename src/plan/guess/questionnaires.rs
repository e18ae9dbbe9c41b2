//! Questionnaires that have a key: columns numbered like its items, at each occasion.
//!
//! `MBI_1_T1`, `t1.mbi.01`, `cd25post`: a name that keys know, the item's number and the occasion, in any order. Which of
//! several keys of one name it is, the number of items tells.

use std::collections::BTreeMap;

use super::items::{ITEM, MOST_OCCASIONS};
use super::occasions::{OccasionMarker, When, markers};
use super::profile::{ColumnProfile, ValueKind};
use super::reason::Reason;
use super::stems::{HeaderReading, Stem, read};
use super::tokens::{Token, has};
use crate::notice::{Message, excerpt};
use crate::scale::{Items, Key, ScalePlan};

/// Fewer numbered columns of one name than this may be anything.
const FEWEST: usize = 5;

/// The items of a questionnaire at its occasions.
pub struct Questionnaire {
    pub key: Key,
    /// The keys of the same name that have other numbers of items, or as many.
    others: Vec<(String, usize)>,
    at: Vec<AtOccasion>,
}

struct AtOccasion {
    /// `None` where no name tells an occasion.
    reading: Option<HeaderReading>,
    /// In the order of the items' numbers.
    columns: Vec<usize>,
}

/// What was found among the candidates.
#[derive(Default)]
pub struct Recognised {
    pub questionnaires: Vec<Questionnaire>,
    /// Columns that look like items of a key, but are not all of them.
    pub incomplete: Vec<usize>,
    pub reasons: Vec<Reason>,
    /// Those of them that are numbered without a gap, as questionnaires of the user's own.
    pub suggested: Vec<ScalePlan>,
}

impl Recognised {
    /// The columns of items, scored or not.
    pub fn columns(&self) -> Vec<usize> {
        let of_key = self.questionnaires.iter().flat_map(Questionnaire::columns);
        of_key.chain(self.incomplete.iter().copied()).collect()
    }
}

impl Questionnaire {
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.at.iter().flat_map(|at| at.columns.iter().copied())
    }

    /// What the Plan and the report call it: the short title, where there is one.
    pub fn name(&self) -> String {
        self.key.titles.get(1).or(self.key.titles.first()).cloned().unwrap_or_default()
    }

    /// Its first items as an outcome in the making; `None` where no name tells an occasion.
    pub fn stem(&self) -> Option<Stem> {
        let mut readings = Vec::with_capacity(self.at.len());
        for at in &self.at {
            let mut reading = at.reading.clone()?;
            reading.column = *at.columns.first()?;
            readings.push(reading);
        }
        Some(Stem { key: self.key.id.clone(), name: self.name(), readings, is_items: true })
    }

    /// The columns of its first item.
    pub fn first_items(&self) -> Vec<usize> {
        self.at.iter().filter_map(|at| at.columns.first().copied()).collect()
    }

    /// The questionnaire in the Plan, where `firsts` are the columns of its first item at `occasions`.
    pub fn scale(&self, profiles: &[ColumnProfile], occasions: &[String], firsts: &[String]) -> ScalePlan {
        let name = |&column: &usize| profiles[column].column.name.clone();
        let names = |at: &AtOccasion| -> Vec<String> { at.columns.iter().map(name).collect() };
        let is_at = |at: &&AtOccasion, first: &String| at.columns.first().is_some_and(|own| name(own) == *first);
        let items = match self.at.as_slice() {
            [only] => Items::Once(names(only)),
            _ => {
                let mut by_occasion = BTreeMap::new();
                for (occasion, first) in occasions.iter().zip(firsts) {
                    if let Some(at) = self.at.iter().find(|at| is_at(at, first)) {
                        by_occasion.insert(occasion.clone(), names(at));
                    }
                }
                Items::ByOccasion(by_occasion)
            }
        };
        ScalePlan { name: self.name(), key: Some(self.key.id.clone()), items, ..ScalePlan::default() }
    }

    fn reason(&self, profiles: &[ColumnProfile]) -> Reason {
        let part = format!("scale:{}", self.name());
        let n = self.key.n_items;
        let message = about("guess-scale", self.columns(), profiles).with("key", self.name()).with("items", n);
        if self.others.is_empty() {
            return Reason::certain(part, message.with("count", 0usize).with("others", Vec::new()));
        }
        let others: Vec<String> = self.others.iter().map(|(name, n)| format!("{name} ({n})")).collect();
        Reason::uncertain(part, message.with("count", others.len()).with("others", others))
    }
}

/// A message about columns, from the first to the last.
pub fn about(id: &'static str, columns: impl Iterator<Item = usize>, profiles: &[ColumnProfile]) -> Message {
    let columns: Vec<usize> = columns.collect();
    let name = |at: Option<&usize>| at.map_or("", |&column| profiles[column].column.name.as_str());
    Message::new(id)
        .with("columns", columns.len())
        .with("first", excerpt(name(columns.iter().min())))
        .with("last", excerpt(name(columns.iter().max())))
}

/// The questionnaires among `candidates`.
pub fn find(profiles: &[ColumnProfile], candidates: &[usize], keys: &[Key]) -> Recognised {
    let mut groups: Vec<Group> = Vec::new();
    for &column in candidates.iter().filter(|&&column| profiles[column].kind != ValueKind::Words) {
        for item in items_of(column, &profiles[column], keys) {
            match groups.iter_mut().find(|group| group.alias == item.alias && group.how == item.how) {
                Some(group) => group.items.push(item),
                None => groups.push(Group { alias: item.alias.clone(), how: item.how, items: vec![item] }),
            }
        }
    }
    let mut recognised = Recognised::default();
    // The one that explains most columns goes first; what it takes is no other's.
    while let Some(best) = groups.iter().filter_map(|group| group.questionnaire(profiles, keys)).max_by_key(|own| {
        let is_named = own.at.iter().all(|at| at.reading.as_ref().is_some_and(|reading| !reading.is_number));
        (own.columns().count(), is_named)
    }) {
        let taken: Vec<usize> = best.columns().collect();
        groups.iter_mut().for_each(|group| group.items.retain(|item| !taken.contains(&item.column)));
        recognised.reasons.push(best.reason(profiles));
        recognised.questionnaires.push(best);
    }
    while let Some(group) = groups.iter().filter(|group| group.is_telling()).max_by_key(|group| group.items.len()) {
        recognised.reasons.push(group.incomplete(profiles, keys));
        recognised.suggested.extend(group.own_scale(profiles));
        let columns: Vec<usize> = group.items.iter().map(|item| item.column).collect();
        groups.iter_mut().for_each(|group| group.items.retain(|item| !columns.contains(&item.column)));
        recognised.incomplete.extend(columns);
    }
    recognised
}

/// How a header tells the occasion.
#[derive(Clone, Copy, PartialEq)]
enum How {
    /// By a word: `mbi1_pre`, `T1_mbi_1`.
    Word,
    /// Not at all: `mbi1`.
    Alone,
    /// By a number behind the item's, or before it: `mbi_1_2`.
    Behind,
    Before,
}

/// A header read as the name of a questionnaire, an item's number and an occasion.
struct Item {
    column: usize,
    alias: String,
    number: usize,
    how: How,
    occasion: Option<HeaderReading>,
}

/// The headers that are read alike.
struct Group {
    alias: String,
    how: How,
    items: Vec<Item>,
}

impl Group {
    /// The items of each occasion by their numbers, in the file's order of occasions; the first of two alike.
    fn by_occasion(&self) -> Vec<(Option<&HeaderReading>, Vec<&Item>)> {
        let mut all: Vec<(Option<&HeaderReading>, Vec<&Item>)> = Vec::new();
        for item in &self.items {
            let occasion = item.occasion.as_ref();
            let is_same =
                |known: &Option<&HeaderReading>| known.map(|own| &own.folded) == occasion.map(|own| &own.folded);
            match all.iter_mut().find(|(known, _)| is_same(known)) {
                Some((_, items)) if items.iter().any(|own| own.number == item.number) => {}
                Some((_, items)) => items.push(item),
                None => all.push((occasion, vec![item])),
            }
        }
        all.iter_mut().for_each(|(_, items)| items.sort_by_key(|item| item.number));
        all
    }

    fn keys<'k>(&self, keys: &'k [Key]) -> impl Iterator<Item = &'k Key> {
        keys.iter().filter(|key| key.aliases.contains(&self.alias))
    }

    /// The highest number.
    fn last(&self) -> usize {
        self.items.iter().map(|item| item.number).max().unwrap_or(0)
    }

    /// The questionnaire, where every item of a key is there at every occasion.
    fn questionnaire(&self, profiles: &[ColumnProfile], keys: &[Key]) -> Option<Questionnaire> {
        let (n, by_occasion) = (self.last(), self.by_occasion());
        let is_whole = |items: &Vec<&Item>| items.len() == n && items.first().is_some_and(|item| item.number == 1);
        let key = self.keys(keys).find(|key| key.n_items == n)?;
        if n == 0 || !by_occasion.iter().all(|(_, items)| is_whole(items)) {
            return None;
        }
        if self.how == How::Alone && n <= MOST_OCCASIONS && !self.are_answers(profiles, key) {
            return None;
        }
        if matches!(self.how, How::Behind | How::Before) && !(2..=MOST_OCCASIONS).contains(&by_occasion.len()) {
            return None;
        }
        let others = self.keys(keys).filter(|own| own.id != key.id && own.n_items > 0);
        let others =
            others.map(|own| (own.titles.get(1).or(own.titles.first()).cloned().unwrap_or_default(), own.n_items));
        let at = by_occasion.into_iter().map(|(reading, items)| AtOccasion {
            reading: reading.cloned(),
            columns: items.into_iter().map(|item| item.column).collect(),
        });
        Some(Questionnaire { key: key.clone(), others: others.collect(), at: at.collect() })
    }

    /// Few numbers behind a name may be occasions: `pss1 … pss4`. Items hold nothing but answers, or answers entered from
    /// one higher or lower.
    fn are_answers(&self, profiles: &[ColumnProfile], key: &Key) -> bool {
        let Some((low, high)) = key.range else { return false };
        let is_answer = |(level, _): &(String, usize)| {
            level.parse::<f64>().is_ok_and(|value| low - 1.0 <= value && value <= high + 1.0)
        };
        let of_column = |profile: &ColumnProfile| {
            let is_short = profile.levels.as_ref().is_some_and(|levels| levels.iter().all(is_answer));
            profile.kind == ValueKind::Empty || (profile.kind == ValueKind::Integers && is_short)
        };
        self.items.iter().all(|item| of_column(&profiles[item.column]))
    }

    /// Whether so many columns are numbered alike that they can be nothing but items.
    fn is_telling(&self) -> bool {
        let n = self.by_occasion().iter().map(|(_, items)| items.len()).max().unwrap_or(0);
        match self.how {
            How::Word => n >= FEWEST,
            How::Alone => n > MOST_OCCASIONS,
            How::Behind | How::Before => false,
        }
    }

    /// The sum of all its items, where none is missing.
    fn own_scale(&self, profiles: &[ColumnProfile]) -> Option<ScalePlan> {
        let (n, by_occasion) = (self.last(), self.by_occasion());
        let names = |items: &[&Item]| -> Vec<String> {
            items.iter().map(|item| profiles[item.column].column.name.clone()).collect()
        };
        let mut map = BTreeMap::new();
        for (reading, items) in &by_occasion {
            if items.len() != n || items.first().is_none_or(|item| item.number != 1) {
                return None;
            }
            map.insert(reading.map(|own| own.label.clone()).unwrap_or_default(), names(items));
        }
        let items = match by_occasion.as_slice() {
            [(None, items)] => Items::Once(names(items)),
            _ => Items::ByOccasion(map),
        };
        Some(ScalePlan { name: self.alias.clone(), items, ..ScalePlan::default() })
    }

    /// Why the columns are not scored: items that are missing, or a number of items that no key has.
    fn incomplete(&self, profiles: &[ColumnProfile], keys: &[Key]) -> Reason {
        let n = self.last();
        let part = format!("scale:{}", self.alias);
        let columns = || self.items.iter().map(|item| item.column);
        let name = |key: &Key| key.titles.get(1).or(key.titles.first()).cloned().unwrap_or_default();
        if let Some(key) = self.keys(keys).find(|key| key.n_items == n) {
            let mut missing = Vec::new();
            for (reading, items) in self.by_occasion() {
                let is_absent = |number: &usize| items.iter().all(|item| item.number != *number);
                let at = reading.map(|own| format!(" ({})", excerpt(&own.label))).unwrap_or_default();
                missing.extend((1..=n).filter(is_absent).map(|number| format!("{number}{at}")));
            }
            let message = about("guess-scale-gap", columns(), profiles).with("key", name(key)).with("needed", n);
            return Reason::uncertain(part, message.with_names("missing", &missing));
        }
        if self.keys(keys).all(|key| key.n_items == 0) {
            let key = self.keys(keys).next().map(name).unwrap_or_default();
            return Reason::uncertain(part, about("guess-scale-template", columns(), profiles).with("key", key));
        }
        let sizes = self.keys(keys).filter(|key| key.n_items > 0).map(|key| format!("{} ({})", name(key), key.n_items));
        let sizes: Vec<String> = sizes.collect();
        let message = about("guess-scale-count", columns(), profiles).with("found", n);
        Reason::uncertain(part, message.with_names("keys", &sizes))
    }
}

/// Every way to read a header as an item of a questionnaire that has a key.
fn items_of(column: usize, profile: &ColumnProfile, keys: &[Key]) -> Vec<Item> {
    let (tokens, header) = (&profile.tokens, &profile.column.name);
    let numbers: Vec<usize> = (0..tokens.len()).filter(|&at| tokens[at].number().is_some()).collect();
    let mut items = Vec::new();
    let mut add = |at: usize, how: How, marker: Option<&OccasionMarker>| {
        let is_rest = |own: &usize| *own != at && marker.is_none_or(|marker| !marker.at.contains(own));
        let alias = name(tokens, is_rest);
        let number = tokens[at].number().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        let is_inside = marker.is_some_and(|marker| marker.at.contains(&at));
        if !is_inside && keys.iter().any(|key| key.aliases.contains(&alias)) {
            let occasion = marker.map(|marker| read(column, header, tokens, marker));
            items.push(Item { column, alias, number, how, occasion });
        }
    };
    let words: Vec<OccasionMarker> = markers(tokens).into_iter().filter(|marker| !marker.is_number).collect();
    for &item in &numbers {
        words.iter().for_each(|marker| add(item, How::Word, Some(marker)));
        add(item, How::Alone, None);
        for &other in numbers.iter().filter(|&&other| other != item) {
            let when = When::Count(tokens[other].number().unwrap_or(0));
            let how = if other > item { How::Behind } else { How::Before };
            add(item, how, Some(&OccasionMarker { at: other..other + 1, when, is_number: true }));
        }
    }
    items
}

/// The words that are left, joined: `cd risc` as `cdrisc`, without `item` and `q`.
fn name(tokens: &[Token], is_rest: impl Fn(&usize) -> bool) -> String {
    let rest = (0..tokens.len()).filter(is_rest).map(|at| tokens[at].text.as_str());
    rest.filter(|word| !has(ITEM, word)).collect()
}
