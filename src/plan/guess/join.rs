//! Several files, one for each occasion, as one Table with a row for each participant.
//!
//! Participants are joined by the id that all files have. A column of several files is one for each occasion, unless it
//! says the same of everybody in all of them: an age, an arm. What cannot be joined is refused by name; whoever is in one
//! file only stays, with the other occasions missing.

use super::files::{SeparateFile, file_occasions, id_column};
use crate::notice::{Message, Problem, excerpt};
use crate::plan::labels::fold;
use crate::table::{Column, Table, Values};

/// The files as one Table; where they cannot be joined the first, and a Problem that says why.
pub fn join(parts: Vec<SeparateFile>) -> (Table, Vec<Problem>) {
    let mut problems = Vec::new();
    match joined(&parts, &mut problems) {
        Some(table) => (table, problems),
        None => (parts.into_iter().next().map(|part| part.table).unwrap_or_default(), problems),
    }
}

fn joined(parts: &[SeparateFile], problems: &mut Vec<Problem>) -> Option<Table> {
    let names: Vec<String> = parts.iter().map(|part| part.name.clone()).collect();
    let first = parts.first()?;
    let id = id_column(&first.table).map(|name| fold(&name)).unwrap_or_default();
    let Some(ids) = parts.iter().map(|part| named(&part.table, &id)).collect::<Option<Vec<&Column>>>() else {
        problems.push(Problem::error(Message::new("join-no-id").with_names("files", &names)));
        return None;
    };
    let mut rows = Rows { ids: Vec::new(), of_file: Vec::new() };
    for (part, ids) in parts.iter().zip(&ids) {
        let (twice, without) = rows.add(ids, part.table.n_rows());
        let about = |id| Message::new(id).with("file", excerpt(&part.name)).with("column", excerpt(&ids.name));
        if !twice.is_empty() {
            problems.push(Problem::error(about("join-id-twice").with_names("ids", &twice)));
        }
        if without > 0 {
            problems.push(Problem::warning(about("join-without-id").with("count", without)));
        }
    }
    if problems.iter().any(|problem| problem.code() == "join-id-twice") {
        return None;
    }
    if parts.len() > 1 && !rows.any_match() {
        let message = Message::new("join-no-match").with("column", excerpt(&ids.first()?.name));
        problems.push(Problem::error(message.with_names("files", &names)));
        return None;
    }
    let (order, labels, by) = file_occasions(parts);
    for &file in &order {
        let absent: Vec<&str> = rows.absent(file).collect();
        if !absent.is_empty() {
            let message = Message::new("join-absent").with("file", excerpt(&parts[file].name));
            problems.push(Problem::warning(message.with_names("ids", &absent)));
        }
    }
    let message = Message::new("joined").with("id", excerpt(&ids.first()?.name)).with("participants", rows.ids.len());
    let in_order: Vec<String> =
        order.iter().map(|&file| format!("{} ({})", excerpt(&parts[file].name), excerpt(&labels[file]))).collect();
    problems.push(Problem::note(message.with_names("files", &in_order)));
    let columns = columns(parts, &rows, &Occasions { id: &id, order: &order, labels: &labels, by: by.as_deref() });
    let line = |row: usize| {
        let of = |part: usize| Some(*parts[part].table.lines.get(rows.row(part, row)?)?);
        (0..parts.len()).find_map(of).unwrap_or(0)
    };
    Some(Table { columns, lines: (0..rows.ids.len()).map(line).collect(), dialect: first.table.dialect.clone() })
}

fn named<'t>(table: &'t Table, folded: &str) -> Option<&'t Column> {
    table.columns.iter().find(|column| fold(&column.name) == folded)
}

/// The participants of all files, in order of first appearance.
struct Rows {
    ids: Vec<String>,
    /// File by file, each participant's row in it; shorter where the last ones came later.
    of_file: Vec<Vec<Option<usize>>>,
}

impl Rows {
    /// Takes a file in: the ids that it has twice, and how many of its rows have none.
    fn add(&mut self, ids: &Column, n_rows: usize) -> (Vec<String>, usize) {
        let mut of_file = vec![None; self.ids.len()];
        let (mut twice, mut without) = (Vec::new(), 0);
        let mut is_twice = std::collections::BTreeSet::new();
        let mut places: std::collections::BTreeMap<String, u32> = std::collections::BTreeMap::new();
        for (place, id) in self.ids.iter().enumerate() {
            places.insert(fold(id), u32::try_from(place).unwrap_or(u32::MAX));
        }
        for row in 0..n_rows {
            let Some(id) = ids.label(row).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()) else {
                without += 1;
                continue;
            };
            match places.get(&fold(&id)).map(|&place| place as usize) {
                None => {
                    places.insert(fold(&id), u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
                    self.ids.push(id);
                    of_file.push(Some(row));
                }
                Some(place) => match of_file.get_mut(place) {
                    Some(empty @ None) => *empty = Some(row),
                    _ if is_twice.insert(id.clone()) => twice.push(id),
                    _ => {}
                },
            }
        }
        self.of_file.push(of_file);
        (twice, without)
    }

    fn row(&self, file: usize, participant: usize) -> Option<usize> {
        self.of_file.get(file)?.get(participant).copied().flatten()
    }

    /// Whether anybody is in two files.
    fn any_match(&self) -> bool {
        let n_files = |who: usize| (0..self.of_file.len()).filter(|&file| self.row(file, who).is_some()).count();
        (0..self.ids.len()).any(|who| n_files(who) > 1)
    }

    fn absent(&self, file: usize) -> impl Iterator<Item = &str> {
        (0..self.ids.len()).filter(move |&who| self.row(file, who).is_none()).map(|who| self.ids[who].as_str())
    }
}

/// How the files are told apart.
struct Occasions<'a> {
    /// The id's name, folded.
    id: &'a str,
    /// The files in time order.
    order: &'a [usize],
    /// The occasion of each file.
    labels: &'a [String],
    /// The column, folded, that names it, where the files' names do not.
    by: Option<&'a str>,
}

fn columns(parts: &[SeparateFile], rows: &Rows, occasions: &Occasions<'_>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut done: Vec<String> = occasions.by.iter().map(|name| (*name).to_owned()).collect();
    for &file in occasions.order {
        for column in &parts[file].table.columns {
            let folded = fold(&column.name);
            if done.contains(&folded) {
                continue;
            }
            let with = |file: &usize| Some((*file, named(&parts[*file].table, &folded)?));
            let all: Vec<(usize, &Column)> = occasions.order.iter().filter_map(with).collect();
            if let [_] = all.as_slice() {
                columns.push(gathered(column.name.clone(), &all, rows));
            } else if folded == occasions.id || says_the_same(&all, rows) {
                columns.push(gathered(column.name.clone(), &all, rows));
            } else {
                let of_occasion = |own: &(usize, &Column)| {
                    gathered(format!("{}_{}", own.1.name, occasions.labels[own.0]), std::slice::from_ref(own), rows)
                };
                columns.extend(all.iter().map(of_occasion));
            }
            done.push(folded);
        }
    }
    columns
}

/// Whether the files never differ about anybody, but participants do: whoever answered an item alike at each occasion is
/// not everybody.
fn says_the_same(all: &[(usize, &Column)], rows: &Rows) -> bool {
    let mut first: Option<String> = None;
    let mut differs = all.iter().all(|(_, column)| !column.is_numeric());
    for who in 0..rows.ids.len() {
        let mut values = all.iter().filter_map(|(file, column)| column.label(rows.row(*file, who)?));
        let Some(value) = values.next() else { continue };
        if values.any(|other| fold(&other) != fold(&value)) {
            return false;
        }
        differs |= first.get_or_insert_with(|| value.to_string()) != &*value;
    }
    differs
}

/// A column with each participant's value in the first of the files that has one.
fn gathered(name: String, from: &[(usize, &Column)], rows: &Rows) -> Column {
    let is_numeric = from.iter().all(|(_, column)| column.is_numeric());
    let label = |who: usize| {
        from.iter().find_map(|(file, column)| column.label(rows.row(*file, who)?)).map(|label| label.into_owned())
    };
    let values = if is_numeric {
        let number = |who: usize| from.iter().find_map(|(file, column)| column.number(rows.row(*file, who)?));
        let values: Vec<f64> = (0..rows.ids.len()).map(|who| number(who).unwrap_or(f64::NAN)).collect();
        let is_odd = |who: &usize| values[*who].is_nan();
        let odd = (0..values.len()).filter(is_odd).filter_map(|who| Some((u32::try_from(who).ok()?, label(who)?)));
        let odd = odd.collect();
        Values::Numbers { values, odd }
    } else {
        let (mut levels, mut codes): (Vec<String>, Vec<u32>) = (Vec::new(), Vec::new());
        for who in 0..rows.ids.len() {
            let Some(label) = label(who) else {
                codes.push(Values::MISSING);
                continue;
            };
            let place = levels.iter().position(|level| *level == label).unwrap_or_else(|| {
                levels.push(label);
                levels.len() - 1
            });
            codes.push(u32::try_from(place).unwrap_or(Values::MISSING));
        }
        Values::Words { levels, codes }
    };
    Column { name, values }
}
