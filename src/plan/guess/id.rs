//! Which column names the participant.

use std::collections::BTreeSet;

use super::direction;
use super::keys::Keys;
use super::profile::{ColumnProfile, ValueKind};
use super::reason::Reason;
use super::words::Tells;
use crate::notice::{Message, excerpt};

/// Words for the participant.
const PARTICIPANT: &str = "id ids pid sid uid ppid ppt ptid usubjid subjid participant participants subject subj sub patient pt case \
    code respondent person client student serial شناسه کد ازمودنی شرکتکننده بیمار";
/// Words that may stand beside them, and alone name a participant only in the first column.
const NUMBERED: &str = "no nr num number study name index row record key n rownames شماره ردیف نام پرونده شرکت";

/// The columns that are named for the participant, in the file's order.
pub fn named(profiles: &[ColumnProfile], n_rows: usize) -> Vec<usize> {
    let is_named = |index: usize| {
        let profile = &profiles[index];
        let first = index == 0 && profile.is_only(NUMBERED, PARTICIPANT);
        let foreign = Tells::Id.lists().any(|words| profile.is_only(words, NUMBERED));
        (first || foreign || profile.is_only(PARTICIPANT, NUMBERED)) && could_be(profile, n_rows)
    };
    (0..profiles.len()).filter(|&index| is_named(index)).collect()
}

/// Columns of words that may name the participant without being named for it: many values, each on a few rows.
pub fn unnamed(profiles: &[ColumnProfile]) -> Vec<usize> {
    let many = |profile: &ColumnProfile| profile.kind == ValueKind::Words && profile.n_levels().is_none_or(|n| n > 8);
    (0..profiles.len()).filter(|&index| many(&profiles[index])).collect()
}

/// Why a column that is named for the participant is the id.
pub fn by_name(profile: &ColumnProfile) -> Reason {
    Reason::certain("id", Message::new("guess-id-name").with("column", excerpt(&profile.column.name)))
}

/// Why two columns together are the id.
pub fn by_two(site: &ColumnProfile, id: &ColumnProfile) -> Reason {
    let message = Message::new("guess-id-restarts").with("column", excerpt(&id.column.name));
    Reason::uncertain("id", message.with("site", excerpt(&site.column.name)))
}

/// Why the id of a long file is one.
pub fn by_rows(profile: &ColumnProfile) -> Reason {
    Reason::uncertain("id", Message::new("guess-id-rows").with("column", excerpt(&profile.column.name)))
}

/// The index of the id column of a file with a row for each participant, and why it is one.
pub fn guess(profiles: &[ColumnProfile], n_rows: usize) -> (Option<usize>, Reason) {
    if let Some(&index) = named(profiles, n_rows).first() {
        return (Some(index), by_name(&profiles[index]));
    }
    let distinct = profiles.iter().enumerate().filter(|(_, profile)| !is_moment(profile)).find(|(index, profile)| {
        match profile.kind {
            ValueKind::Words => all_distinct(profile, n_rows),
            // Whole numbers that are all different may be scores, unless they count the rows or come first.
            ValueKind::Integers => {
                let is_code = *index == 0 && !is_score(profile, n_rows);
                (is_code || counts_rows(profile, n_rows)) && all_distinct(profile, n_rows)
            }
            ValueKind::Decimals | ValueKind::Empty => false,
        }
    });
    match distinct {
        Some((index, profile)) => {
            let message = Message::new("guess-id-distinct").with("column", excerpt(&profile.column.name));
            (Some(index), Reason::uncertain("id", message))
        }
        None => (None, Reason::uncertain("id", Message::new("guess-id-none"))),
    }
}

/// Whether the values can tell participants apart: in a long file each stands on several rows.
fn could_be(profile: &ColumnProfile, n_rows: usize) -> bool {
    let enough = profile.n_levels().is_none_or(|n| n > 8 || 8 * n >= n_rows);
    matches!(profile.kind, ValueKind::Words | ValueKind::Integers) && enough
}

/// Whether a column says when an answer was given: never an id.
fn is_moment(profile: &ColumnProfile) -> bool {
    profile.has_word("timestamp submitdate startdate enddate datestamp started date submitted zeitstempel horodateur")
        || {
            let moment = |row| {
                profile.column.label(row).is_some_and(|cell| cell.contains(':') && cell.contains(['/', '-', '.']))
            };
            (0..3).all(moment)
        }
}

/// Whether whole numbers are rather scores than codes: below zero, or under the name of a measure.
fn is_score(profile: &ColumnProfile, n_rows: usize) -> bool {
    direction::is_known(&profile.column.name)
        || (0..n_rows).any(|row| profile.column.number(row).is_some_and(|value| value < 0.0))
}

fn all_distinct(profile: &ColumnProfile, n_rows: usize) -> bool {
    let keys = Keys::exact(profile.column);
    let mut seen = BTreeSet::new();
    n_rows > 1 && (0..n_rows).all(|row| keys.get(row).is_some_and(|key| seen.insert(key)))
}

/// Whether the values run 1, 2, 3 … or 0, 1, 2 … down the file.
fn counts_rows(profile: &ColumnProfile, n_rows: usize) -> bool {
    let first = profile.column.number(0).unwrap_or(f64::NAN);
    (first == 0.0 || first == 1.0) && (1..n_rows).all(|row| profile.column.number(row) == Some(first + row as f64))
}
