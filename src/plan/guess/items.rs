//! Items of a questionnaire: numbered columns that are neither occasions nor outcomes of their own.

use std::collections::BTreeMap;

use super::profile::{ColumnProfile, ValueKind};
use super::stems::Stem;
use super::tokens::has;

/// Words for an item.
pub const ITEM: &str = "q qu qs sq question item itm i var گویه سوال پرسش ایتم ماده";

/// More numbered outcomes of one name than this are items.
const MOST_NUMBERED: usize = 12;
/// More numbers than this are no occasions.
pub const MOST_OCCASIONS: usize = 8;

/// Takes the items out of the stems: lists of numbers that are no occasions (`A1 … A5`), and numbered stems measured at
/// occasions (`mbi1_pre … mbi22_post`).
pub fn take(stems: &mut Vec<Stem>, profiles: &[ColumnProfile]) -> Vec<Stem> {
    let bases: Vec<Option<String>> =
        stems.iter().map(|stem| stem.numbered().map(|(name, _)| name.to_owned())).collect();
    let mut n_of_base: BTreeMap<&str, usize> = BTreeMap::new();
    for base in bases.iter().flatten() {
        *n_of_base.entry(base).or_default() += 1;
    }
    let is_item = |index: usize, stem: &Stem| {
        let base = bases[index].as_deref();
        let n_like = base.and_then(|base| n_of_base.get(base)).copied().unwrap_or_default();
        let named = base.is_some_and(|base| has(ITEM, base));
        is_list(stem, profiles) || n_like > MOST_NUMBERED || (named && n_like > 2)
    };
    let flags: Vec<bool> = stems.iter().enumerate().map(|(index, stem)| is_item(index, stem)).collect();
    let mut flag = flags.into_iter();
    let (items, rest) = std::mem::take(stems).into_iter().partition(|_| flag.next().unwrap_or(false));
    *stems = rest;
    items
}

/// Whether the numbers of a stem count items.
fn is_list(stem: &Stem, profiles: &[ColumnProfile]) -> bool {
    let n = stem.readings.len();
    let named = has(ITEM, &stem.key) && n > 1;
    let ratings = n > 4 && stem.columns().all(|column| is_rating(&profiles[column]));
    stem.is_numbered() && (named || ratings || n > MOST_OCCASIONS)
}

/// Whole numbers from a short scale.
fn is_rating(profile: &ColumnProfile) -> bool {
    let short = |levels: &Vec<(String, usize)>| {
        levels.iter().all(|(level, _)| level.parse::<f64>().is_ok_and(|value| (0.0..=7.0).contains(&value)))
    };
    profile.kind == ValueKind::Integers && profile.levels.as_ref().is_some_and(short)
}
