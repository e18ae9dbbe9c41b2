//! The cells of a column under the Plan's codes: a suspected code such as 99 is missing until the user says what it means.

use std::borrow::Cow;

use super::{Code, Meaning};
use crate::table::{Column, Values, suspected_codes};

/// A cell of an outcome or a covariate.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue<'a> {
    Value(f64),
    Missing,
    /// A value that may stand for a missing one; missing until the user answers.
    Suspected(f64),
    /// Text where a number should be.
    Text(&'a str),
}

/// A column and what the Plan says of its codes.
pub struct Cells<'a> {
    pub column: &'a Column,
    missing: Vec<f64>,
    suspected: Vec<f64>,
}

impl<'a> Cells<'a> {
    pub fn of(column: &'a Column, codes: &[Code]) -> Self {
        let answers = || codes.iter().filter(|code| code.column == column.name);
        let missing = answers().filter(|code| code.means == Meaning::Missing).map(|code| code.value).collect();
        let is_open = |value: &f64| !answers().any(|code| code.value == *value);
        let suspected = suspected_codes(column).into_iter().map(|(value, _)| value).filter(is_open).collect();
        Self { column, missing, suspected }
    }

    pub fn number(&self, row: usize) -> CellValue<'a> {
        match self.column.number(row) {
            Some(value) if self.missing.contains(&value) || !value.is_finite() => CellValue::Missing,
            Some(value) if self.suspected.contains(&value) => CellValue::Suspected(value),
            Some(value) => CellValue::Value(value),
            None => self.text(row).map_or(CellValue::Missing, CellValue::Text),
        }
    }

    /// The cell as a label, without blanks around it; `None` where it is missing or may be.
    pub fn label(&self, row: usize) -> Option<Cow<'a, str>> {
        if let Some(value) = self.column.number(row)
            && (self.missing.contains(&value) || self.suspected.contains(&value))
        {
            return None;
        }
        match self.column.label(row)? {
            Cow::Borrowed(label) => Some(label.trim()).filter(|label| !label.is_empty()).map(Cow::Borrowed),
            owned @ Cow::Owned(_) => Some(owned),
        }
    }

    fn text(&self, row: usize) -> Option<&'a str> {
        let Values::Numbers { odd, .. } = &self.column.values else { return None };
        let at = odd.binary_search_by_key(&row, |(at, _)| *at as usize).ok()?;
        odd.get(at).map(|(_, text)| text.as_str())
    }
}

/// The different labels of some rows with their counts, in order of first appearance; `None` past `most`.
pub fn tally(cells: &Cells, n_rows: usize, most: usize) -> Option<Vec<(String, usize)>> {
    let mut place = std::collections::BTreeMap::new();
    let mut labels: Vec<(String, usize)> = Vec::new();
    for label in (0..n_rows).filter_map(|row| cells.label(row)) {
        match place.get(label.as_ref()) {
            Some(&at) => {
                let (_, count): &mut (String, usize) = &mut labels[at];
                *count += 1;
            }
            None if labels.len() == most => return None,
            None => {
                place.insert(label.to_string(), labels.len());
                labels.push((label.into_owned(), 1));
            }
        }
    }
    Some(labels)
}

/// The numbers of a column that stand for a missing value: those that the user named, and those that may until the user
/// answers.
pub fn missing_codes(column: &Column, codes: &[Code]) -> Vec<f64> {
    let Cells { missing, suspected, .. } = Cells::of(column, codes);
    missing.into_iter().chain(suspected).collect()
}
