//! Laws of reading: nothing panics, and a table of numbers written in any dialect reads back the same.

use std::collections::BTreeSet;

use prepost::table::{ReadOptions, Table, Values, detect, read, read_bytes};
use proptest::prelude::*;

/// How a table is written.
#[derive(Clone, Debug)]
struct Dialect {
    delimiter: char,
    decimal: char,
    /// Between thousands.
    group: Option<char>,
    /// The character for zero: Latin, Persian or Arabic digits.
    zero: char,
    quoted: bool,
    line_end: &'static str,
    mark: bool,
    minus: char,
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let decimal_and_group = prop_oneof![
        (Just('.'), prop_oneof![Just(None), Just(Some(',')), Just(Some('\'')), Just(Some(' '))]),
        (Just(','), prop_oneof![Just(None), Just(Some('.')), Just(Some('\u{202f}'))]),
        (Just('٫'), prop_oneof![Just(None), Just(Some('٬'))]),
    ];
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let zero = prop::sample::select(vec!['0', '۰', '٠']);
    let line_end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    let minus = prop::sample::select(vec!['-', '−']);
    (delimiter, decimal_and_group, zero, any::<bool>(), line_end, any::<bool>(), minus).prop_map(
        |(delimiter, (decimal, group), zero, quoted, line_end, mark, minus)| Dialect {
            delimiter,
            decimal,
            group,
            zero,
            quoted,
            line_end,
            mark,
            minus,
        },
    )
}

/// A number as its sign, digits and decimal places, or a missing cell.
type Cell = Option<(bool, u64, usize)>;
type Row = Vec<Cell>;

fn number() -> impl Strategy<Value = Cell> {
    prop::option::weighted(0.9, (any::<bool>(), prop_oneof![0..10_u64, 0..2000_u64, 0..1_000_000_000_u64], 0..5_usize))
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    (1..5_usize).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(number(), width), 1..8))
}

fn value((negative, digits, places): (bool, u64, usize)) -> f64 {
    let sign = if negative { "-" } else { "" };
    format!("{sign}{digits}e-{places}").parse().expect("a number")
}

fn written(cell: Cell, dialect: &Dialect) -> String {
    let Some((negative, digits, places)) = cell else { return String::new() };
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let mut text = String::new();
    if negative {
        text.push(dialect.minus);
    }
    for (i, digit) in whole.chars().enumerate() {
        if let (true, Some(group)) = (i > 0 && (whole.len() - i).is_multiple_of(3), dialect.group) {
            text.push(group);
        }
        text.push(digit);
    }
    if places > 0 {
        text.push(dialect.decimal);
        text.push_str(fraction);
    }
    let digit = |c: char| c.to_digit(10).and_then(|value| char::from_u32(u32::from(dialect.zero) + value)).unwrap_or(c);
    let text: String = text.chars().map(digit).collect();
    if dialect.quoted || text.contains(dialect.delimiter) { format!("\"{text}\"") } else { text }
}

/// The file; its first column holds a half in every row, which no other decimal mark can say.
fn file(table: &[Row], dialect: &Dialect) -> String {
    let delimiter = dialect.delimiter.to_string();
    let header: Vec<String> = (0..=table[0].len()).map(|i| format!("x{i}")).collect();
    let mut lines = vec![header.join(&delimiter)];
    for row in table {
        let cells = std::iter::once(&Some((false, 5, 1))).chain(row).map(|cell| written(*cell, dialect));
        lines.push(cells.collect::<Vec<_>>().join(&delimiter));
    }
    let mark = if dialect.mark { "\u{feff}" } else { "" };
    format!("{mark}{}{}", lines.join(dialect.line_end), dialect.line_end)
}

/// What holds of every Table.
fn is_sound(table: &Table) {
    let n = table.n_rows();
    for column in &table.columns {
        match &column.values {
            Values::Numbers { values, odd } => {
                assert_eq!(values.len(), n);
                assert!(values.iter().all(|value| !value.is_infinite()));
                assert!(odd.is_sorted() && odd.iter().all(|(row, _)| values[*row as usize].is_nan()));
            }
            Values::Words { levels, codes } => {
                assert_eq!(codes.len(), n);
                assert!(codes.iter().all(|code| *code == Values::MISSING || (*code as usize) < levels.len()));
            }
        }
    }
    assert!(table.lines.is_sorted_by(|a, b| a < b));
    let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names.len(), table.columns.len(), "two columns of one name");
    assert!(!names.contains(""));
}

/// Text that is nearly a table.
fn crooked() -> impl Strategy<Value = String> {
    let pieces = vec![
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "1",
        "2.5",
        "3,5",
        "99",
        "NA",
        "",
        " ",
        "-",
        "−",
        "۱",
        "٫",
        "٬",
        "/",
        "x",
        "Total",
        "id",
        "inf",
        "1e999",
        "\u{feff}",
        "\0",
        "sep=",
        "%",
        "007",
        "<img src=x>",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_read_back_the_same(table in rows(), dialect in dialect()) {
        let text = file(&table, &dialect);
        let (found, _) = read_bytes(text.as_bytes(), &ReadOptions::default());
        is_sound(&found);
        prop_assert_eq!(found.dialect.delimiter, dialect.delimiter, "{}", text);
        prop_assert_eq!(found.dialect.decimal, dialect.decimal, "{}", text);
        prop_assert_eq!(found.n_rows(), table.len(), "{}", text);
        for (row, cells) in table.iter().enumerate() {
            for (column, cell) in found.columns[1..].iter().zip(cells) {
                prop_assert_eq!(column.number(row), cell.map(value), "{} in row {} of {}", column.name, row, text);
            }
        }
    }

    #[test]
    fn no_bytes_break_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        detect(&bytes);
        is_sound(&read_bytes(&bytes, &ReadOptions::default()).0);
    }

    #[test]
    fn no_text_breaks_reading(text in crooked(), delimiter in prop::option::of(any::<char>())) {
        let (table, problems) = read(&text, &ReadOptions { delimiter, ..ReadOptions::default() });
        is_sound(&table);
        let words = crate::support::text::english();
        for problem in problems {
            prop_assert!(words.has(problem.code()), "{}", problem.code());
            let said = words.plain(&problem.message);
            prop_assert!(!said.contains("{$") && !said.contains("<c>"), "{}", said);
        }
    }
}
