//! The participant and occasion of each row of a file, by which messages name it.

use crate::table::{Column, Table};

/// What the Plan says of the file's rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// The occasions, in time order.
    pub occasions: &'a [String],
    /// The column that names the participant.
    pub id: Option<&'a str>,
    /// The column that names the occasion, where each has a row of its own.
    pub occasion: Option<&'a str>,
    /// Columns and the numbers that stand for a missing answer in them.
    pub missing: &'a [(&'a str, f64)],
}

/// The rows by participant and occasion.
pub struct PlacedRows<'a> {
    pub table: &'a Table,
    id: Option<&'a Column>,
    occasion: Option<&'a Column>,
}

impl<'a> PlacedRows<'a> {
    pub fn of(table: &'a Table, setting: &Setting<'_>) -> Self {
        let column = |name: Option<&str>| name.and_then(|name| table.column(name));
        Self { table, id: column(setting.id), occasion: column(setting.occasion) }
    }

    /// The line of the file, as an editor counts it.
    pub fn line(&self, row: usize) -> usize {
        self.table.lines.get(row).copied().unwrap_or_default() as usize
    }

    /// The participant of a row; its line where there is no id.
    pub fn person(&self, row: usize) -> String {
        let id = self.id.and_then(|id| id.label(row)).map(|id| id.trim().to_owned());
        id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("line {}", self.line(row)))
    }

    /// The participant, and the occasion where each has a row of its own.
    pub fn person_at(&self, row: usize) -> String {
        let person = self.person(row);
        match self.occasion.and_then(|column| column.label(row)) {
            Some(occasion) => format!("{person}, {}", occasion.trim()),
            None => person,
        }
    }

    /// The rows of each occasion that has rows of its own, in the order of the file; else all of them as `given`.
    pub fn by_occasion(&self, given: Option<&str>) -> Vec<(Option<String>, Vec<usize>)> {
        let all = 0..self.table.n_rows();
        let Some(column) = self.occasion else { return vec![(given.map(str::to_owned), all.collect())] };
        let mut groups: Vec<(Option<String>, Vec<usize>)> = Vec::new();
        for row in all {
            let Some(label) = column.label(row).map(|label| label.trim().to_owned()) else { continue };
            match groups.iter_mut().find(|(known, _)| known.as_deref() == Some(label.as_str())) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((Some(label), vec![row])),
            }
        }
        groups
    }
}
