//! The second pass over the rows: cells into typed columns, each row and cell that does not fit into a Problem.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::header::HeaderLayout;
use super::typing::ColumnType;
use crate::notice::excerpt;
use crate::table::column::Values;
use crate::table::limits::too_long;
use crate::table::missing::is_missing;
use crate::table::numeral::{self, Decimal};
use crate::table::sheet::{Blank, Sheet, SheetCell};

/// The cells of the file in columns, and what did not fit.
#[derive(Debug, Default)]
pub struct Filled {
    pub columns: Vec<FilledColumn>,
    pub lines: Vec<u32>,
    pub blank: Blank,
    /// Lines on which the header stands again.
    pub repeated: FirstFew<u32>,
    pub short: FirstFew<Ragged>,
    pub long: FirstFew<Ragged>,
    /// Cells that are too long to be read: line, column and number of characters.
    pub too_long: Vec<(u32, usize, usize)>,
    /// Lines that end in a separator too many.
    pub trailing: FirstFew<u32>,
}

#[derive(Debug)]
pub struct FilledColumn {
    pub values: Values,
    /// Rows and cells that hold an infinite number.
    pub infinite: FirstFew<(u32, String)>,
    /// Spellings of a level that differ in letters that look the same, with the spelling that stands for both.
    pub merged: Vec<(String, String)>,
}

/// A row with too few cells or too many.
#[derive(Debug, PartialEq)]
pub struct Ragged {
    pub line: u32,
    pub n_cells: usize,
    /// Of a long row the cells beyond the columns, as far as a message shows them.
    pub extra: Vec<String>,
}

/// The first few of many, and their count.
#[derive(Debug)]
pub struct FirstFew<T> {
    pub n: usize,
    pub first: Vec<T>,
}

impl<T> Default for FirstFew<T> {
    fn default() -> Self {
        Self { n: 0, first: Vec::new() }
    }
}

impl<T> FirstFew<T> {
    /// So many are told one by one.
    pub const FEW: usize = 10;

    fn push(&mut self, make: impl FnOnce() -> T) {
        self.n += 1;
        if self.first.len() < Self::FEW {
            self.first.push(make());
        }
    }

    /// Whether every one of them is kept.
    pub fn is_all(&self) -> bool {
        self.n == self.first.len()
    }
}

/// Fills columns of these kinds with the first `n_rows` rows of data.
pub fn fill(sheet: &dyn Sheet, layout: &HeaderLayout, kinds: &[ColumnType], n_rows: usize) -> Filled {
    let mut builders: Vec<Builder> = kinds.iter().map(|kind| Builder::new(*kind, n_rows)).collect();
    let mut filled = Filled { lines: Vec::with_capacity(n_rows), ..Filled::default() };
    let mut scratch = String::new();
    let mut rows = layout.data(sheet);
    while let Some(row) = rows.next_row() {
        if layout.is_header_again(&row.cells) {
            filled.repeated.push(|| row.line);
            continue;
        }
        // What follows is the summary at the end. It is read on, so that the blank lines are counted to the last.
        if filled.lines.len() == n_rows {
            continue;
        }
        let row_idx = u32::try_from(filled.lines.len()).unwrap_or(u32::MAX);
        filled.lines.push(row.line);
        filled.fit(row.line, &row.cells, kinds.len(), layout);
        for (i, builder) in builders.iter_mut().enumerate() {
            let mut cell = row.cells.get(i).copied().unwrap_or(SheetCell::Empty);
            if let Some(n) = cell.words().and_then(too_long) {
                filled.too_long.push((row.line, i, n));
                cell = SheetCell::Empty;
            }
            builder.push(row_idx, cell, &mut scratch);
        }
    }
    filled.blank = rows.blank();
    filled.columns = builders.into_iter().map(Builder::finish).collect();
    filled
}

impl Filled {
    /// Compares a row's length with the columns'.
    fn fit(&mut self, line: u32, cells: &[SheetCell<'_>], n_columns: usize, layout: &HeaderLayout) {
        if cells.len() < n_columns {
            self.short.push(|| Ragged { line, n_cells: cells.len(), extra: Vec::new() });
        }
        if cells.len() <= n_columns {
            return;
        }
        let mut beyond = cells.iter().skip(n_columns).filter(|cell| !cell.is_blank()).peekable();
        if beyond.peek().is_some() {
            let extra = || beyond.take(3).map(|cell| excerpt(&cell.text())).collect();
            self.long.push(|| Ragged { line, n_cells: cells.len(), extra: extra() });
        } else if cells.len() > layout.names.len() {
            self.trailing.push(|| line);
        }
    }
}

/// A column as it grows.
enum Builder {
    Numbers { decimal: Decimal, values: Vec<f64>, odd: Vec<(u32, String)>, infinite: FirstFew<(u32, String)> },
    Words(Words),
}

impl Builder {
    fn new(kind: ColumnType, n_rows: usize) -> Self {
        match kind {
            ColumnType::Numbers(decimal) => Self::Numbers {
                decimal,
                values: Vec::with_capacity(n_rows),
                odd: Vec::new(),
                infinite: FirstFew::default(),
            },
            ColumnType::Words => Self::Words(Words { codes: Vec::with_capacity(n_rows), ..Words::default() }),
        }
    }

    fn push(&mut self, row: u32, cell: SheetCell<'_>, scratch: &mut String) {
        match self {
            Self::Words(words) => words.push(&cell.text()),
            Self::Numbers { decimal, values, odd, infinite } => {
                let number = match cell {
                    SheetCell::Number(number) => Some(number),
                    _ => cell.words().and_then(|words| numeral::parse(words, *decimal, scratch)),
                };
                match number {
                    Some(number) if number.is_finite() => return values.push(number),
                    Some(number) if number.is_infinite() => infinite.push(|| (row, cell.text().into())),
                    Some(_) => {}
                    None if cell.words().is_some_and(is_missing) => {}
                    None => odd.push((row, cell.text().into())),
                }
                values.push(f64::NAN);
            }
        }
    }

    fn finish(self) -> FilledColumn {
        match self {
            Self::Numbers { values, odd, infinite, .. } => {
                FilledColumn { values: Values::Numbers { values, odd }, infinite, merged: Vec::new() }
            }
            Self::Words(words) => words.finish(),
        }
    }
}

/// Words as they are met; each level is held once, as a key of `codes_of`, unless it is spelt otherwise.
#[derive(Default)]
struct Words {
    codes: Vec<u32>,
    codes_of: BTreeMap<Box<str>, u32>,
    /// Levels that are spelt otherwise than their key.
    spelt: BTreeMap<u32, String>,
    merged: Vec<(String, String)>,
}

impl Words {
    fn push(&mut self, cell: &str) {
        if is_missing(cell) {
            self.codes.push(Values::MISSING);
            return;
        }
        let key = folded(cell);
        if let Some((known, &code)) = self.codes_of.get_key_value(key.as_ref()) {
            self.codes.push(code);
            if !cell.is_ascii() {
                let first = self.spelt.get(&code).map_or(known.as_ref(), String::as_str);
                if first != cell && !self.merged.iter().any(|(other, _)| other == cell) && self.merged.len() < 10 {
                    self.merged.push((cell.into(), first.into()));
                }
            }
            return;
        }
        let code = u32::try_from(self.codes_of.len()).unwrap_or(Values::MISSING);
        if key != cell {
            self.spelt.insert(code, cell.into());
        }
        self.codes_of.insert(key.into(), code);
        self.codes.push(code);
    }

    fn finish(mut self) -> FilledColumn {
        let mut levels = vec![String::new(); self.codes_of.len()];
        for (key, code) in self.codes_of {
            if let Some(level) = levels.get_mut(code as usize) {
                *level = self.spelt.remove(&code).unwrap_or_else(|| key.into());
            }
        }
        let values = Values::Words { levels, codes: self.codes };
        FilledColumn { values, infinite: FirstFew::default(), merged: self.merged }
    }
}

/// A word with the letters that look the same made the same: Arabic ي ى ك as Persian ی ک, without marks that no one sees.
/// Keyboards and code pages mix them, and `کنترل` typed in two ways is one arm.
fn folded(word: &str) -> Cow<'_, str> {
    let differs = |c: char| matches!(c, 'ي' | 'ى' | 'ك' | 'ـ' | '\u{200b}'..='\u{200f}' | '\u{a0}');
    if word.is_ascii() || !word.contains(differs) {
        return Cow::Borrowed(word);
    }
    let fold = |c: char| match c {
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        '\u{a0}' => Some(' '),
        'ـ' | '\u{200b}'..='\u{200f}' => None,
        other => Some(other),
    };
    Cow::Owned(word.chars().filter_map(fold).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_the_same_are_one_level() {
        let mut words = Words::default();
        for cell in ["كنترل", "آزمایش", "کنترل", "NA", "a", "كنترل"] {
            words.push(cell);
        }
        let column = words.finish();
        assert_eq!(column.merged, [("کنترل".into(), "كنترل".into())]);
        let Values::Words { levels, codes } = column.values else { panic!("words") };
        assert_eq!(levels, ["كنترل", "آزمایش", "a"]);
        assert_eq!(codes, [0, 1, 0, Values::MISSING, 2, 0]);
    }
}
