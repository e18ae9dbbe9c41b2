//! Cells as integer keys: equal labels have equal keys, so that a long file is compared without its labels being written out.

use std::collections::BTreeMap;

use crate::plan::labels::fold;
use crate::table::{Column, Values};

/// The keys of a column's cells.
pub struct Keys<'a> {
    column: &'a Column,
    /// Of each level, or of each cell that is no number.
    of_texts: Vec<u64>,
}

impl<'a> Keys<'a> {
    /// Equal where labels are, but for blanks around them.
    pub fn exact(column: &'a Column) -> Self {
        // The levels of words are distinct; only blanks around them could make two the same.
        if let Values::Words { levels, .. } = &column.values
            && levels.iter().all(|level| level.trim().len() == level.len())
        {
            return Self { column, of_texts: (BEYOND_NUMBERS..).take(levels.len()).collect() };
        }
        Self::by(column, |label| label.trim().to_owned())
    }

    /// Equal where folded labels are.
    pub fn folded(column: &'a Column) -> Self {
        Self::by(column, fold)
    }

    fn by(column: &'a Column, name: fn(&str) -> String) -> Self {
        let mut known: BTreeMap<String, u64> = BTreeMap::new();
        let mut key = |label: &str| {
            let next = BEYOND_NUMBERS + known.len() as u64;
            *known.entry(name(label)).or_insert(next)
        };
        let of_texts = match &column.values {
            Values::Words { levels, .. } => levels.iter().map(|level| key(level)).collect(),
            Values::Numbers { odd, .. } => odd.iter().map(|(_, text)| key(text)).collect(),
        };
        Self { column, of_texts }
    }

    /// The key of the cell in that row, unless it is missing.
    pub fn get(&self, row: usize) -> Option<u64> {
        let text = match &self.column.values {
            Values::Words { codes, .. } => *codes.get(row)? as usize,
            Values::Numbers { values, odd } => match values.get(row) {
                // Adding zero turns −0 into 0.
                Some(value) if !value.is_nan() => return Some((value + 0.0).to_bits()),
                _ => odd.binary_search_by_key(&row, |(at, _)| *at as usize).ok()?,
            },
        };
        self.of_texts.get(text).copied()
    }
}

/// The bits of no number: those from here on are NaN.
const BEYOND_NUMBERS: u64 = 0xFFF8_0000_0000_0000;

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(keys: &Keys<'_>) -> Vec<Option<u64>> {
        (0..6).map(|row| keys.get(row)).collect()
    }

    #[test]
    fn equal_labels_have_equal_keys() {
        let levels = vec!["Pre".into(), "post".into(), "pre".into()];
        let codes = vec![0, 1, 2, Values::MISSING, 0];
        let words = Column { name: "time".into(), values: Values::Words { levels, codes } };
        let exact = keys(&Keys::exact(&words));
        assert!(exact[0] == exact[4] && exact[0] != exact[2] && exact[0] != exact[1]);
        assert_eq!(exact[3..], [None, exact[0], None]);
        let folded = keys(&Keys::folded(&words));
        assert!(folded[0] == folded[2] && folded[0] != folded[1]);

        let values = vec![0.0, -0.0, f64::NAN, f64::NAN, 2.5, f64::NAN];
        let odd = vec![(2, "absent".into()), (5, "Absent ".into())];
        let numbers = Column { name: "x".into(), values: Values::Numbers { values, odd } };
        let exact = keys(&Keys::exact(&numbers));
        assert!(exact[0] == exact[1] && exact[2] != exact[5] && exact[3].is_none() && exact[4] != exact[0]);
        let folded = keys(&Keys::folded(&numbers));
        assert_eq!(folded[2], folded[5]);
    }
}
