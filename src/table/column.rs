//! One typed column.

use std::borrow::Cow;

/// A column with its name as the file has it (made unique where the file repeats a name).
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub values: Values,
}

/// The cells of a column. Numbers are kept as numbers only; the text of a file is not held twice.
#[derive(Clone, Debug)]
pub enum Values {
    /// Mostly numbers. A missing cell is NaN; a cell that is neither is NaN and stands in `odd` with its row
    /// and text, in the order of rows.
    Numbers { values: Vec<f64>, odd: Vec<(u32, String)> },
    /// Words: `codes` index `levels` (in order of first appearance); `Values::MISSING` where the cell is missing.
    Words { levels: Vec<String>, codes: Vec<u32> },
}

impl Values {
    pub const MISSING: u32 = u32::MAX;
}

impl Column {
    /// The number in that row, if there is one.
    pub fn number(&self, row: usize) -> Option<f64> {
        match &self.values {
            Values::Numbers { values, .. } => values.get(row).copied().filter(|v| !v.is_nan()),
            Values::Words { .. } => None,
        }
    }

    /// The cell as a label (an id, an arm), if it is not missing.
    pub fn label(&self, row: usize) -> Option<Cow<'_, str>> {
        match &self.values {
            Values::Numbers { values, odd } => match values.get(row) {
                // Adding zero turns −0 into 0.
                Some(v) if !v.is_nan() => Some(Cow::Owned(format!("{}", v + 0.0))),
                _ => {
                    let at = odd.binary_search_by_key(&row, |(at, _)| *at as usize).ok()?;
                    odd.get(at).map(|(_, text)| Cow::Borrowed(text.as_str()))
                }
            },
            Values::Words { levels, codes } => {
                codes.get(row).and_then(|&code| levels.get(code as usize)).map(|level| Cow::Borrowed(level.as_str()))
            }
        }
    }

    /// The distinct labels in order of first appearance, where there are at most `most` of them.
    pub fn levels(&self, most: usize) -> Option<Vec<String>> {
        match &self.values {
            Values::Words { levels, .. } => (levels.len() <= most).then(|| levels.clone()),
            Values::Numbers { values, .. } => {
                let mut found: Vec<f64> = Vec::new();
                for value in values.iter().filter(|value| !value.is_nan()) {
                    if !found.contains(value) {
                        if found.len() == most {
                            return None;
                        }
                        found.push(*value);
                    }
                }
                Some(found.iter().map(f64::to_string).collect())
            }
        }
    }

    pub fn is_numeric(&self) -> bool {
        matches!(self.values, Values::Numbers { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_the_cell_in_short() {
        let values = vec![1.0, f64::NAN, -0.0, f64::NAN, 2.5];
        let column = Column { name: "x".into(), values: Values::Numbers { values, odd: vec![(3, "absent".into())] } };
        let labels: Vec<_> = (0..6).map(|row| column.label(row)).collect();
        let expected = [Some("1"), None, Some("0"), Some("absent"), Some("2.5"), None];
        assert_eq!(labels.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    }
}
