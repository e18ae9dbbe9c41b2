//! The profile of a column: the tokens of its name, its kind of values, its levels if there are few.

use std::collections::BTreeMap;

use super::keys::Keys;
use super::tokens::{Token, has, tokens};
use crate::table::{Column, Table, Values};

/// More different values than this are not levels.
const MOST_LEVELS: usize = 30;

pub struct ColumnProfile<'a> {
    pub column: &'a Column,
    pub tokens: Vec<Token>,
    pub kind: ValueKind,
    pub n_present: usize,
    /// The different values and how often each occurs, in order of first appearance; `None` where they are many.
    pub levels: Option<Vec<(String, usize)>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueKind {
    /// No cell has a value.
    Empty,
    Integers,
    Decimals,
    Words,
}

impl<'a> ColumnProfile<'a> {
    pub fn of(column: &'a Column) -> Self {
        let (n_present, kind) = match &column.values {
            Values::Numbers { values, odd } => {
                let n_odd = odd.len();
                let numbers = values.iter().filter(|value| !value.is_nan());
                let n_whole = numbers.clone().filter(|value| value.fract() == 0.0).count();
                let n_numbers = numbers.count();
                let kind = if n_numbers == n_whole { ValueKind::Integers } else { ValueKind::Decimals };
                (n_numbers + n_odd, if n_numbers + n_odd == 0 { ValueKind::Empty } else { kind })
            }
            Values::Words { codes, .. } => {
                let n_present = codes.iter().filter(|&&code| code != Values::MISSING).count();
                (n_present, if n_present == 0 { ValueKind::Empty } else { ValueKind::Words })
            }
        };
        Self { column, tokens: tokens(&column.name), kind, n_present, levels: levels(column) }
    }

    pub fn all(table: &'a Table) -> Vec<Self> {
        table.columns.iter().map(Self::of).collect()
    }

    /// Whether outcomes can stand in it.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, ValueKind::Integers | ValueKind::Decimals)
    }

    pub fn n_levels(&self) -> Option<usize> {
        self.levels.as_ref().map(Vec::len)
    }

    /// Whether its name has one of the words.
    pub fn has_word(&self, words: &str) -> bool {
        self.word(words).is_some()
    }

    /// The first word of its name that is one of the words, alone or joined with the next.
    pub fn word(&self, words: &str) -> Option<String> {
        word_of(&self.tokens, words)
    }

    /// Whether its name is made of these words only.
    pub fn is_only(&self, words: &str, fillers: &str) -> bool {
        let joined: String = self.tokens.iter().map(|token| token.text.as_str()).collect();
        if has(words, &joined) {
            return true;
        }
        let known = |token: &Token| {
            let text = token.text.as_str();
            has(words, text) || has(fillers, text)
        };
        self.tokens.iter().all(known) && self.has_word(words)
    }
}

/// The first of the tokens that is one of the words, alone or joined with the next.
pub fn word_of(tokens: &[Token], words: &str) -> Option<String> {
    (0..tokens.len()).find_map(|start| {
        (start + 1..=(start + 3).min(tokens.len())).rev().find_map(|end| {
            let joined: String = tokens[start..end].iter().map(|token| token.text.as_str()).collect();
            has(words, &joined).then_some(joined)
        })
    })
}

/// The different labels with their counts, in order of first appearance, unless they are many.
fn levels(column: &Column) -> Option<Vec<(String, usize)>> {
    match &column.values {
        Values::Words { levels, codes } => {
            let mut counts = vec![0; levels.len()];
            for &code in codes {
                if let Some(count) = counts.get_mut(code as usize) {
                    *count += 1;
                }
            }
            // All are counted: the compiler unrolls a search that ends at thirty, and then takes over a quarter of an hour.
            let n_used = counts.iter().filter(|&&count| count > 0).count();
            let used = || levels.iter().zip(&counts).filter(|(_, count)| **count > 0);
            (n_used <= MOST_LEVELS).then(|| used().map(|(level, count)| (level.clone(), *count)).collect())
        }
        Values::Numbers { values, odd } => {
            let mut known: Vec<(u64, usize, usize)> = Vec::new();
            for (row, value) in values.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
                // Positive and negative zero are one number.
                let bits = (value + 0.0).to_bits();
                match known.iter().position(|(at, _, _)| *at == bits) {
                    Some(at) => known[at].2 += 1,
                    None if known.len() == MOST_LEVELS => return None,
                    None => known.push((bits, row, 1)),
                }
            }
            let mut levels: Vec<(String, usize)> = Vec::with_capacity(known.len());
            for (_, row, count) in known {
                levels.push((column.label(row)?.into_owned(), count));
            }
            for (_, text) in odd {
                match levels.iter().position(|(level, _)| level == text) {
                    Some(at) => levels[at].1 += 1,
                    None if levels.len() == MOST_LEVELS => return None,
                    None => levels.push((text.clone(), 1)),
                }
            }
            Some(levels)
        }
    }
}

/// Which rows belong to which participant.
pub struct Participants {
    /// Each row's participant, numbered by first appearance; `None` where the id is missing.
    pub of_row: Vec<Option<u32>>,
    pub n: usize,
}

impl Participants {
    pub fn by(column: &Column, n_rows: usize) -> Self {
        let keys = Keys::exact(column);
        let mut known: BTreeMap<u64, u32> = BTreeMap::new();
        let mut of_row = Vec::with_capacity(n_rows);
        for row in 0..n_rows {
            let participant = keys.get(row).map(|key| {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                *known.entry(key).or_insert(next)
            });
            of_row.push(participant);
        }
        Self { of_row, n: known.len() }
    }

    /// By the values of several columns together.
    pub fn by_all(columns: &[&Column], n_rows: usize) -> Self {
        let keys: Vec<Keys> = columns.iter().map(|column| Keys::exact(column)).collect();
        let mut known: BTreeMap<Vec<u64>, u32> = BTreeMap::new();
        let of_row = (0..n_rows).map(|row| {
            let of_columns: Vec<u64> = keys.iter().map(|keys| keys.get(row)).collect::<Option<_>>()?;
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            Some(*known.entry(of_columns).or_insert(next))
        });
        let of_row = of_row.collect();
        Self { of_row, n: known.len() }
    }
}
