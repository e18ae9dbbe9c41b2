//! Questionnaires without a key: items that could be summed, if the user says so.

use std::collections::BTreeMap;

use super::occasions::When;
use super::profile::ColumnProfile;
use super::stems::{HeaderReading, Stem};
use crate::scale::{Items, ScalePlan};

/// One questionnaire of each name whose items are numbered without a gap, and are there at each of its occasions.
pub fn suggest(items: &[Stem], profiles: &[ColumnProfile]) -> Vec<ScalePlan> {
    let lists = items.iter().filter(|stem| stem.is_numbered()).filter_map(|stem| listed(stem, profiles));
    let mut scales: Vec<ScalePlan> = lists.collect();
    let mut names: Vec<&str> = Vec::new();
    for stem in items.iter().filter(|stem| !stem.is_numbered()) {
        if let Some((name, _)) = stem.numbered().filter(|(name, _)| !names.contains(name)) {
            names.push(name);
        }
    }
    scales.extend(names.into_iter().filter_map(|name| repeated(name, items, profiles)));
    scales
}

/// `A1 … A5`, measured once.
fn listed(stem: &Stem, profiles: &[ColumnProfile]) -> Option<ScalePlan> {
    let number = |reading: &HeaderReading| match reading.when {
        When::Count(number) => number,
        _ => 0,
    };
    let mut readings: Vec<&HeaderReading> = stem.readings.iter().collect();
    readings.sort_by_key(|reading| number(reading));
    let counts = readings.iter().map(|reading| number(reading)).eq(1..=u32::try_from(readings.len()).ok()?);
    let columns = readings.iter().map(|reading| profiles[reading.column].column.name.clone()).collect();
    counts.then(|| ScalePlan { name: stem.name.clone(), items: Items::Once(columns), ..ScalePlan::default() })
}

/// `mbi1_pre … mbi22_fu`.
fn repeated(name: &str, items: &[Stem], profiles: &[ColumnProfile]) -> Option<ScalePlan> {
    let own = items.iter().filter(|stem| !stem.is_numbered());
    let mut own: Vec<(u32, &Stem)> = own
        .filter_map(|stem| stem.numbered().filter(|(of, _)| *of == name).map(|(_, number)| (number, stem)))
        .collect();
    own.sort_by_key(|(number, _)| *number);
    let (_, first) = *own.first()?;
    if !own.iter().map(|(number, _)| *number).eq(1..=u32::try_from(own.len()).ok()?) {
        return None;
    }
    let mut by_occasion = BTreeMap::new();
    for occasion in &first.readings {
        let mut columns = Vec::with_capacity(own.len());
        for (_, stem) in &own {
            let reading = stem.readings.iter().find(|reading| reading.folded == occasion.folded)?;
            columns.push(profiles[reading.column].column.name.clone());
        }
        by_occasion.insert(occasion.label.clone(), columns);
    }
    let is_mark = |c: char| c.is_numeric() || "_.- ".contains(c);
    Some(ScalePlan {
        name: first.name.trim_end_matches(is_mark).to_owned(),
        items: Items::ByOccasion(by_occasion),
        ..ScalePlan::default()
    })
}
