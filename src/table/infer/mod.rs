//! [`Sheet`] → [`Table`]: where the header is, what each column holds, and the Problems of what does not fit.

mod codes;
mod events;
mod fill;
mod header;
mod like_data;
mod names;
mod problems;
mod second_header;
mod survey;
mod totals;
mod typing;

pub use codes::suspected_codes;
pub use like_data::HEADER_LIKE_DATA;

use super::limits::too_many_rows;
use super::numeral::Decimal;
use super::sheet::Sheet;
use super::{Column, Dialect, ReadOptions, Table};
use crate::notice::{Message, Problem, Problems};
use survey::Tally;
use typing::{ColumnType, Marks};

/// The typed columns of a sheet: one pass to count, and one to fill.
pub fn table(sheet: &dyn Sheet, options: &ReadOptions, problems: &mut Problems) -> Table {
    let Some(layout) = header::find(sheet, problems) else { return Table::default() };
    let survey = survey::survey(sheet, &layout);
    if let Some(refusal) = too_many_rows(survey.n_rows) {
        problems.push(refusal);
        return Table::default();
    }
    let names = names::name_columns(&layout, &survey, problems);
    let marks = decimal_mark(options, &names, &survey.columns, sheet.delimiter(), problems);
    let mut kinds = Vec::with_capacity(names.len());
    for (name, tally) in names.iter().zip(&survey.columns) {
        let (kind, problem) = typing::kind(name, tally, &marks);
        kinds.push(kind);
        problems.extend(problem);
    }
    // A header without rows leaves nothing to survey; its columns are numbers that no row holds.
    kinds.resize(names.len(), ColumnType::Numbers(marks.decimal));

    let mut filled = fill::fill(sheet, &layout, &kinds, survey.n_rows);
    problems.extend(second_header::take(&mut filled));
    problems::rows(&filled, &names, problems);
    problems::too_long(&filled, &names, problems);
    problems.extend(survey.totals.iter().map(totals::Total::problem));
    if filled.lines.is_empty() {
        let message = Message::new("only-header").with("count", names.len());
        problems.push(Problem::error(message).at_line(layout.line.unwrap_or(1)));
    }
    let mut columns = Vec::with_capacity(names.len());
    for (name, column) in names.into_iter().zip(filled.columns) {
        problems::cells(&name, &column, &filled.lines, problems);
        columns.push(Column { name, values: column.values });
    }
    problems.extend(events::divide(&mut columns));
    let dialect = Dialect {
        encoding: sheet.encoding().into(),
        delimiter: sheet.delimiter().map_or(',', char::from),
        decimal: printed(marks.decimal, &survey.columns),
    };
    let table = Table { columns, lines: filled.lines, dialect };
    problems::table(&table, problems);
    problems.extend(layout.line.and_then(|line| like_data::like_data(&table, line)));
    table
}

/// The decimal mark, as the user said or as the numbers show.
fn decimal_mark(
    options: &ReadOptions,
    names: &[String],
    tallies: &[Tally],
    delimiter: Option<u8>,
    problems: &mut Problems,
) -> Marks {
    let chosen = |decimal| Marks { decimal, is_chosen: true, delimiter };
    match options.decimal {
        Some('.' | '٫') => return chosen(Decimal::Point),
        Some(',') => return chosen(Decimal::Comma),
        Some('/') => return chosen(Decimal::Slash),
        Some(other) => {
            problems.push(Problem::warning(Message::new("decimal-mark-unusable").with("mark", other.to_string())));
        }
        None => {}
    }
    let (marks, unclear) = typing::marks(names, tallies, delimiter);
    problems.extend(unclear);
    marks
}

/// The decimal mark as it is written in the file: `٫` is a point to [`Decimal`].
fn printed(decimal: Decimal, tallies: &[Tally]) -> char {
    let n_momayyez: usize = tallies.iter().map(|tally| tally.n_momayyez).sum();
    let n_point: usize = tallies.iter().map(|tally| tally.n_point_only).sum();
    if decimal == Decimal::Point && n_momayyez > n_point { '٫' } else { decimal.as_char() }
}

#[cfg(test)]
mod tests {
    use super::super::Values;
    use super::super::sheet::{Blank, Cursor, SheetCell, SheetRow};
    use super::*;
    use SheetCell::{Date, Empty, Error, Number, Text};

    /// A sheet in memory, as a reader of spreadsheets would give it.
    struct Grid(&'static [&'static [SheetCell<'static>]]);

    struct GridCursor(u32, &'static [&'static [SheetCell<'static>]]);

    impl Sheet for Grid {
        fn cursor(&self) -> Box<dyn Cursor + '_> {
            Box::new(GridCursor(0, self.0))
        }
    }

    impl Cursor for GridCursor {
        fn next_row(&mut self) -> Option<SheetRow<'_>> {
            let (first, rest) = self.1.split_first()?;
            (self.0, self.1) = (self.0 + 1, rest);
            Some(SheetRow { line: self.0, cells: first.to_vec() })
        }

        fn blank(&self) -> Blank {
            Blank::default()
        }
    }

    #[test]
    fn cells_of_a_spreadsheet_need_not_be_text() {
        let sheet = Grid(&[
            &[Text("arm"), Text("day"), Text("pre"), Text("post"), Number(12.0)],
            &[Text("a"), Date(45_413.0), Number(2.5), Number(f64::INFINITY), Text("1,5")],
            &[Number(2.0), Empty, Text("3.5"), Error("#DIV/0!"), Number(7.0)],
            &[Text("a"), Date(45_414.0), Error("#N/A"), Number(4.0), Number(8.0)],
        ]);
        let mut problems = Problems::listing(5);
        let table = table(&sheet, &ReadOptions::default(), &mut problems);
        let labels = |column: &Column| -> Vec<String> {
            (0..3).map(|row| column.label(row).map_or("·".into(), |label| label.into_owned())).collect()
        };
        let expected: [(&str, [&str; 3]); 5] = [
            ("arm", ["a", "2", "a"]),
            ("day", ["2024-05-01", "·", "2024-05-02"]),
            ("pre", ["2.5", "3.5", "·"]),
            ("post", ["·", "#DIV/0!", "4"]),
            ("12", ["1,5", "7", "8"]),
        ];
        for (column, (name, cells)) in table.columns.iter().zip(expected) {
            assert_eq!((column.name.as_str(), labels(column)), (name, cells.map(String::from).to_vec()));
        }
        assert!(matches!(table.columns[1].values, Values::Words { .. }));
        assert_eq!(table.lines, [2, 3, 4]);
        let codes: Vec<_> = problems.finish().iter().map(Problem::code).collect();
        assert_eq!(codes, ["cell-infinite", "cell-not-number", "cell-not-number"]);
    }
}
