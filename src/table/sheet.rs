//! A sheet: cells with their places, as a reader gives them and `infer` takes them.
//!
//! Rows are passed one at a time and more than once, so that a large file is never held twice. A cell keeps the type
//! that its file gives it: text in a CSV file; numbers and dates, too, in a spreadsheet.

use std::borrow::Cow;

use super::blank::trim;

/// A table of cells, whatever kind of file holds it.
pub trait Sheet {
    /// Before its first row.
    fn cursor(&self) -> Box<dyn Cursor + '_>;

    /// What separates the cells, where the file is text.
    fn delimiter(&self) -> Option<u8> {
        None
    }

    /// The WHATWG label of the encoding of its text.
    fn encoding(&self) -> &str {
        "utf-8"
    }
}

/// One pass over the rows.
pub trait Cursor {
    /// The next row with anything in it.
    fn next_row(&mut self) -> Option<SheetRow<'_>>;

    /// The blank lines that were passed.
    fn blank(&self) -> Blank;
}

/// A row of a sheet.
pub struct SheetRow<'s> {
    /// The line of the file on which it starts, as an editor or a spreadsheet counts.
    pub line: u32,
    pub cells: Vec<SheetCell<'s>>,
}

/// Lines without anything but blanks and separators.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Blank {
    pub n_lines: usize,
    pub first_line: usize,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SheetCell<'s> {
    Empty,
    /// As written, blanks around it included.
    Text(&'s str),
    Number(f64),
    /// Days since 30 December 1899, as spreadsheets count them; the fraction is the time of day.
    Date(f64),
    /// What a formula gives instead of a value: `#DIV/0!`.
    Error(&'s str),
}

impl<'s> SheetCell<'s> {
    /// The cell in words, without blanks around it.
    pub fn text(self) -> Cow<'s, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(trim(text)),
            // Adding zero turns −0 into 0.
            Self::Number(number) => Cow::Owned((number + 0.0).to_string()),
            Self::Date(days) => Cow::Owned(date(days)),
        }
    }

    /// Whether nothing is in it but blanks.
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Empty) || self.words().is_some_and(|words| words.is_empty())
    }

    /// What is written in it, without blanks around it; `None` where it is a number or a date.
    pub fn words(self) -> Option<&'s str> {
        match self {
            Self::Empty => Some(""),
            Self::Text(text) | Self::Error(text) => Some(trim(text)),
            Self::Number(_) | Self::Date(_) => None,
        }
    }
}

/// `2024-05-01`, with its time where it has one: `2024-05-01 13:30`.
fn date(days: f64) -> String {
    /// From 30 December 1899 to 1 March of the year 0, from which leap days are easily counted.
    const EPOCH: i64 = 693_899;
    const MINUTES: f64 = 1440.0;
    // The casts saturate; spreadsheets have no dates beyond the year 9999.
    let minutes = (days * MINUTES).round() as i64;
    let (day, minute) = (minutes.div_euclid(1440).clamp(-EPOCH, 3_000_000) + EPOCH, minutes.rem_euclid(1440));
    // Gregorian eras of 400 years have 146 097 days; years run from March to February.
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let date = format!("{:04}-{month:02}-{of_month:02}", year + 400 * era + next_year);
    if minute == 0 { date } else { format!("{date} {:02}:{:02}", minute / 60, minute % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_counted_as_spreadsheets_do() {
        for (days, expected) in [
            (0.0, "1899-12-30"),
            (2.0, "1900-01-01"),
            (61.0, "1900-03-01"),
            (36_585.0, "2000-02-29"),
            (45_413.0, "2024-05-01"),
            (45_413.562_5, "2024-05-01 13:30"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(SheetCell::Date(days).text(), expected);
        }
    }

    #[test]
    fn a_cell_in_words() {
        assert_eq!(SheetCell::Text(" a ").text(), "a");
        assert_eq!(SheetCell::Number(-0.0).text(), "0");
        assert_eq!(SheetCell::Number(2.5).text(), "2.5");
        assert!(SheetCell::Text("\u{feff} ").is_blank() && !SheetCell::Number(0.0).is_blank());
    }
}
