//! Which occasion each of several files holds.

use super::id;
use super::occasions::{OccasionMarker, When, in_time_order, markers, when};
use super::profile::ColumnProfile;
use super::tokens::tokens;
use crate::plan::labels::fold;
use crate::table::Table;

/// One of several files of a trial.
pub struct SeparateFile {
    /// The file's name, as the user knows it.
    pub name: String,
    pub table: Table,
}

/// The name of the column that names the participants of a file with a row for each.
pub fn id_column(table: &Table) -> Option<String> {
    let profiles = ColumnProfile::all(table);
    let (index, _) = id::guess(&profiles, table.n_rows());
    index.and_then(|index| profiles.get(index)).map(|profile| profile.column.name.clone())
}

/// The files in time order, the occasion of each, and the column, folded, that told it where the files' names did not.
pub fn file_occasions(parts: &[SeparateFile]) -> (Vec<usize>, Vec<String>, Option<String>) {
    if let Some(named) = by_names(parts) {
        let (labels, whens): (Vec<String>, Vec<When>) = named.into_iter().unzip();
        return (in_time_order(&whens), labels, None);
    }
    if let Some((column, labels)) = by_column(parts) {
        let whens: Vec<When> = labels.iter().map(|label| when(&tokens(label))).collect();
        return (in_time_order(&whens), labels, Some(column));
    }
    let labels: Vec<String> = parts.iter().map(|part| stem(&part.name).to_owned()).collect();
    ((0..parts.len()).collect(), labels, None)
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// By words or numbers for occasions in the files' names, where each has another.
fn by_names(parts: &[SeparateFile]) -> Option<Vec<(String, When)>> {
    [false, true].into_iter().find_map(|numbers| {
        let of = |part: &SeparateFile| {
            let name = stem(&part.name);
            let tokens = tokens(name);
            let of_kind = markers(&tokens).into_iter().filter(|marker| marker.is_number == numbers);
            let OccasionMarker { at, when, .. } = of_kind.max_by_key(|marker| (marker.at.len(), marker.at.end))?;
            let (from, to) = (tokens.get(at.start)?.at.start, tokens.get(at.end.checked_sub(1)?)?.at.end);
            Some((name.get(from..to)?.to_owned(), when))
        };
        let named: Vec<(String, When)> = parts.iter().map(of).collect::<Option<_>>()?;
        let labels: Vec<String> = named.iter().map(|(label, _)| label.clone()).collect();
        are_different(&labels).then_some(named)
    })
}

/// By a column that has one value in each file, and another in every other.
fn by_column(parts: &[SeparateFile]) -> Option<(String, Vec<String>)> {
    let first = parts.first()?;
    first.table.columns.iter().find_map(|column| {
        let folded = fold(&column.name);
        let of = |part: &SeparateFile| {
            let own = part.table.columns.iter().find(|own| fold(&own.name) == folded)?;
            let mut values = (0..part.table.n_rows()).filter_map(|row| own.label(row));
            let value = values.next()?.trim().to_owned();
            values.all(|other| fold(&other) == fold(&value)).then_some(value)
        };
        let labels: Vec<String> = parts.iter().map(of).collect::<Option<_>>()?;
        are_different(&labels).then_some((folded, labels))
    })
}

fn are_different(labels: &[String]) -> bool {
    labels.iter().enumerate().all(|(place, label)| labels.iter().take(place).all(|other| fold(other) != fold(label)))
}
