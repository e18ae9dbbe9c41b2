//! The first pass over the rows: how many there are and what each column holds, so that the second pass can reserve
//! exactly and knows every column's type from the start.

use super::header::HeaderLayout;
use super::totals::{self, Totals};
use crate::table::blank::trim;
use crate::table::limits::too_long;
use crate::table::missing::is_missing;
use crate::table::numeral::{self, Decimal, Plain};
use crate::table::sheet::{Sheet, SheetCell, SheetRow};

/// What the rows hold, counted.
#[derive(Debug, Default)]
pub struct Survey {
    /// Rows of participants: without summary rows at the end.
    pub n_rows: usize,
    /// A column for each cell of the header, and one more if any row is longer.
    pub columns: Vec<Tally>,
    /// Rows with exactly one cell more than the header.
    pub n_one_longer: usize,
    pub totals: Vec<totals::Total>,
}

/// What one column holds, counted over its cells that are not missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    pub n_present: usize,
    /// Numbers, read with a decimal point and with a decimal comma.
    pub n_point: usize,
    pub n_comma: usize,
    /// Numbers under the one mark only: evidence for it.
    pub n_point_only: usize,
    pub n_comma_only: usize,
    /// Numbers under both that are not the same number: `1,234` and `1.234`.
    pub n_unclear_comma: usize,
    pub n_unclear_point: usize,
    pub unclear: Option<String>,
    /// Numbers with `٫`.
    pub n_momayyez: usize,
    /// Numbers of the form `3/5`, and whether any digit of such is Persian or Arabic.
    pub n_slash: usize,
    pub slash_in_persian_digits: bool,
    pub slash: Option<String>,
    /// Numbers before a percent sign.
    pub n_percent: usize,
    pub percent: Option<String>,
    pub digits: Digits,
}

/// Of cells that are digits only: whether they look like labels with leading zeros.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digits {
    pub n: usize,
    pub n_leading_zero: usize,
    /// The number of digits of the first, and whether all have as many.
    pub width: usize,
    pub varies: bool,
    /// More digits than a double holds.
    pub n_too_long: usize,
    last: String,
    pub falls: bool,
}

/// Counts the rows that `layout` says are data.
pub fn survey(sheet: &dyn Sheet, layout: &HeaderLayout) -> Survey {
    let mut survey = Survey { columns: vec![Tally::default(); layout.names.len()], ..Survey::default() };
    let mut totals = Totals::default();
    let mut scratch = String::new();
    let mut rows = layout.data(sheet);
    while let Some(row) = rows.next_row() {
        if layout.is_header_again(&row.cells) {
            continue;
        }
        survey.n_rows += 1;
        // A summary says nothing of its columns; and a value that reads like one says little.
        if !totals.see(&row) {
            survey.count(&row, layout.names.len(), &mut scratch);
        }
    }
    survey.totals = totals.at_the_end(survey.n_rows);
    survey.n_rows -= survey.totals.len();
    survey
}

impl Survey {
    fn count(&mut self, row: &SheetRow<'_>, n_names: usize, scratch: &mut String) {
        if row.cells.len() > n_names && self.columns.len() == n_names {
            self.columns.push(Tally::default());
        }
        self.n_one_longer += usize::from(row.cells.len() == n_names + 1);
        for (tally, cell) in self.columns.iter_mut().zip(&row.cells) {
            tally.count(*cell, scratch);
        }
    }
}

impl Tally {
    fn count(&mut self, cell: SheetCell<'_>, scratch: &mut String) {
        match cell {
            SheetCell::Empty => {}
            SheetCell::Text(text) | SheetCell::Error(text) => self.count_text(trim(text), scratch),
            SheetCell::Date(_) => self.n_present += 1,
            // A number of a spreadsheet has no decimal mark.
            SheetCell::Number(number) => {
                let is_number = usize::from(!number.is_nan());
                self.n_present += is_number;
                self.n_point += is_number;
                self.n_comma += is_number;
            }
        }
    }

    fn count_text(&mut self, cell: &str, scratch: &mut String) {
        if is_missing(cell) || too_long(cell).is_some() {
            return;
        }
        self.n_present += 1;
        if let Some(Plain::Marked(decimal)) = numeral::plain(cell) {
            let is_comma = usize::from(decimal == Decimal::Comma);
            self.n_comma += is_comma;
            self.n_comma_only += is_comma;
            self.n_point += 1 - is_comma;
            self.n_point_only += 1 - is_comma;
            return;
        }
        if let Some((n_digits, leads_with_zero)) = numeral::digits_only(cell) {
            self.n_point += 1;
            self.n_comma += 1;
            self.digits.count(cell, n_digits, leads_with_zero);
            return;
        }
        let has_mark = cell.contains(['.', ',']);
        let point = numeral::is_number(cell, Decimal::Point, scratch);
        let comma = if has_mark { numeral::is_number(cell, Decimal::Comma, scratch) } else { point };
        self.n_point += usize::from(point);
        self.n_comma += usize::from(comma);
        match (point, comma) {
            (true, true) if has_mark => self.count_unclear(cell),
            (true, true) => self.n_momayyez += usize::from(cell.contains('٫')),
            (true, false) => self.n_point_only += 1,
            (false, true) => self.n_comma_only += 1,
            (false, false) => self.count_marked(cell, scratch),
        }
    }

    fn count_unclear(&mut self, cell: &str) {
        if cell.contains(',') {
            self.n_unclear_comma += 1;
        } else {
            self.n_unclear_point += 1;
        }
        self.unclear.get_or_insert_with(|| cell.into());
    }

    /// A cell that is a number but for a mark: a slash inside, a percent sign behind.
    fn count_marked(&mut self, cell: &str, scratch: &mut String) {
        let number = cell.strip_suffix(['%', '٪']).map(trim);
        if number.is_some_and(|n| [Decimal::Point, Decimal::Comma].iter().any(|d| numeral::is_number(n, *d, scratch))) {
            self.n_percent += 1;
            self.percent.get_or_insert_with(|| cell.into());
        } else if is_slash_number(cell) {
            self.n_slash += 1;
            self.slash_in_persian_digits |= cell.chars().any(|c| !c.is_ascii() && numeral::digit(c).is_some());
            self.slash.get_or_insert_with(|| cell.into());
        }
    }
}

impl Digits {
    fn count(&mut self, cell: &str, n_digits: usize, leads_with_zero: bool) {
        /// Every whole number of so many digits is exact as a double.
        const EXACT: usize = 15;
        if self.n == 0 {
            self.width = n_digits;
        }
        self.n += 1;
        self.varies |= n_digits != self.width;
        self.n_leading_zero += usize::from(leads_with_zero);
        self.n_too_long += usize::from(n_digits > EXACT);
        // Of one width, digits sort as text. Once the cells vary or fall, or are long, no one asks any more.
        if !self.varies && !self.falls && n_digits <= EXACT {
            self.falls = cell <= self.last.as_str();
            self.last.clear();
            self.last.push_str(cell);
        }
    }
}

/// `3/5`, but not a date or a year and month.
fn is_slash_number(cell: &str) -> bool {
    let Some((whole, fraction)) = cell.split_once('/') else { return false };
    let whole = whole.strip_prefix(['-', '−', '+']).unwrap_or(whole);
    numeral::digits_only(whole).is_some_and(|(n, _)| n <= 3) && numeral::digits_only(fraction).is_some()
}
