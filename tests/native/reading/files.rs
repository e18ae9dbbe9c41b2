//! Files as they come, what is read from them, and the exact words about what did not fit.

use prepost::notice::Ask;
use prepost::report::Words;
use prepost::report::words::plain;
use prepost::table::{ReadOptions, Table, Values, read_bytes, suspected_codes};

/// What a case expects: each column as `name # 1 2 ·` (numbers) or `name = a b ·` (words), cells divided by blanks
/// (`_` for a blank inside one); and each Problem as code, message, hint.
type Expected<'e> = (&'e [&'e str], &'e [[&'e str; 3]]);

fn check(title: &str, bytes: &[u8], (columns, problems): Expected<'_>) {
    check_with(title, bytes, &ReadOptions::default(), (columns, problems));
}

fn check_with(title: &str, bytes: &[u8], options: &ReadOptions, (columns, problems): Expected<'_>) {
    let (table, found) = read_bytes(bytes, options);
    assert_eq!(shown(&table), columns, "{title}");
    let words = crate::support::text::english();
    let found: Vec<[String; 3]> = found
        .iter()
        .map(|problem| {
            let hint = words.hint(&problem.message).unwrap_or_default();
            [problem.code().into(), plain(&words.say(&problem.message)), plain(&hint)]
        })
        .collect();
    assert_eq!(found, problems, "{title}");
    for [_, message, hint] in found {
        assert!(!message.ends_with('.') && !hint.ends_with('.') && !hint.is_empty(), "{title}: {message} | {hint}");
    }
}

fn shown(table: &Table) -> Vec<String> {
    let cell = |label: Option<String>| label.map_or("·".into(), |label| label.replace(' ', "_"));
    let column = |column: &prepost::table::Column| {
        let sign = if column.is_numeric() { '#' } else { '=' };
        let cells = (0..table.n_rows()).map(|row| cell(column.label(row).map(Into::into)));
        format!("{} {sign} {}", column.name, cells.collect::<Vec<_>>().join(" "))
    };
    table.columns.iter().map(|c| column(c).trim_end().to_owned()).collect()
}

fn codes(bytes: &[u8]) -> Vec<&'static str> {
    read_bytes(bytes, &ReadOptions::default()).1.iter().map(|problem| problem.code()).collect()
}

#[test]
fn plain_files_need_no_words() {
    let expected: Expected = (&["id # 1 2", "pre # 2.5 ·", "arm = a b"], &[]);
    for (title, text) in [
        ("commas", "id,pre,arm\n1,2.5,a\n2,NA,b\n"),
        ("semicolons, decimal commas", "id;pre;arm\n1;2,5;a\n2;;b\n"),
        ("tabs", "id\tpre\tarm\n1\t2.5\ta\n2\t.\tb\n"),
        ("bars", "id|pre|arm\n1|2.5|a\n2|-|b\n"),
        ("a mark, Windows' line ends", "\u{feff}id,pre,arm\r\n1,2.5,a\r\n2,#NULL!,b\r\n"),
        ("line ends of old, none at the end", "id,pre,arm\r1,2.5,a\r2,#N/A,b"),
        ("quotes and blanks", "\"id\",\" pre\",\"arm\"\n 1 ,\" 2.5\",a \n\"2\",null,\"b\"\n"),
        ("digits of Persian and Arabic", "id,pre,arm\n۱,۲٫۵,a\n٢,NaN,b\n"),
        ("the separator named", "sep=;\nid;pre;arm\n1;2.5;a\n2;n/a;b\n"),
    ] {
        check(title, text.as_bytes(), expected);
    }
}

#[test]
fn thousands_are_marked_in_many_ways() {
    for text in
        ["a;b\n1.234,5;1\n", "a;b\n1 234,5;1\n", "a;b\n1\u{202f}234,5;1\n", "a\tb\n1,234.5\t1\n", "a\tb\n1'234.5\t1\n"]
    {
        check(text, text.as_bytes(), (&["a # 1234.5", "b # 1"], &[]));
    }
    check("momayyez", "a,b\n۱٬۲۳۴٫۵,−۲\n".as_bytes(), (&["a # 1234.5", "b # -2"], &[]));
}

#[test]
fn a_file_from_a_persian_office() {
    check(
        "Windows-1256",
        include_bytes!("../../fixtures/reading/office-1256.csv"),
        (
            &[
                "شناسه # 1 2 3 4",
                "گروه = كنترل كنترل آزمايش آزمايش",
                "پيش\u{200c}آزمون # 12.5 11 10.5 12",
                "پس\u{200c}آزمون # 14 12.5 18 19.5",
                "پيگيري # 13.5 · 17.5 18",
            ],
            &[[
                "encoding-guessed",
                "The letters were read as Windows-1256 (Arabic and Persian); the file does not say so itself",
                "If names look wrong, choose another encoding",
            ]],
        ),
    );
    check(
        "UTF-8",
        include_bytes!("../../fixtures/reading/persian-utf8.csv"),
        (
            &[
                "شناسه # 1 2 3",
                "گروه = كنترل كنترل آزمایش",
                "پیش\u{200c}آزمون # 12.5 13.5 1234",
                "پس\u{200c}آزمون # 3.5 4 5.5",
            ],
            &[
                [
                    "decimal-slash",
                    "\u{2068}پس\u{200c}آزمون\u{2069} was read with the slash as its decimal mark: ۳/۵ is 3.5",
                    "If the cells are not decimal numbers, write them with another sign",
                ],
                [
                    "total-row",
                    "Line 5 begins with \u{2068}میانگین\u{2069} and sums up other rows; it was left out",
                    "If it is a participant, change its first cell",
                ],
                [
                    "spellings-merged",
                    "\u{2068}گروه\u{2069}: \u{2068}کنترل\u{2069} and \u{2068}كنترل\u{2069} look the same but are typed with different letters, and were read as one",
                    "If they differ in meaning, give one another name",
                ],
            ],
        ),
    );
}

#[test]
fn files_of_excel_and_qualtrics() {
    let (table, _) = read_bytes(include_bytes!("../../fixtures/reading/excel-1252.csv"), &ReadOptions::default());
    assert_eq!(
        (table.dialect.encoding.as_str(), table.dialect.delimiter, table.dialect.decimal),
        ("windows-1252", ';', ',')
    );
    assert_eq!(
        shown(&table)[1..],
        ["Gruppe = Wartegruppe Mitgefühl Mitgefühl", "Erschöpfung vor # 31.5 33 29.5", "Erschöpfung nach # 30 21.5 20"]
    );
    let utf16 = include_bytes!("../../fixtures/reading/unicode-text-utf16.csv");
    check(
        "UTF-16",
        utf16,
        (&["id = P1 P2", "group = waitlist training", "pre # 1234.5 1100", "post # 1300 999.5"], &[]),
    );
    check(
        "Qualtrics",
        include_bytes!("../../fixtures/reading/qualtrics.csv"),
        (
            &["ResponseId = R_1 R_2", "Q1 # 3 4", "Q2 = work,\r\nmostly ·"],
            &[[
                "question-rows",
                "2 rows under the header that describe the questions were left out, from line 2 on",
                "Nothing is needed; this is how Qualtrics writes its files",
            ]],
        ),
    );
}

#[test]
fn labels_that_look_like_numbers_keep_their_text() {
    check(
        "zeros",
        b"id,ward,x\n007,012,1\n008,013,2\n101,014,3\n",
        (&["id = 007 008 101", "ward = 012 013 014", "x # 1 2 3"], &[]),
    );
    check("ids with letters", b"id,x\n1001,1\n1002,2\nA1003,3\n", (&["id = 1001 1002 A1003", "x # 1 2 3"], &[]));
    check(
        "long ids",
        b"a,x\n12345678901234567,1\n12345678901234568,2\n",
        (&["a = 12345678901234567 12345678901234568", "x # 1 2"], &[]),
    );
    check("dates", "a,b\n۱۴۰۲/۰۵/۱۲,2024-01-05\n".as_bytes(), (&["a = ۱۴۰۲/۰۵/۱۲", "b = 2024-01-05"], &[]));
    check("few levels stay numbers", b"arm,x\n1,5\n2,6\n1,7\n", (&["arm # 1 2 1", "x # 5 6 7"], &[]));
    check("one zero in a score stays a number", b"a,x\n1,05\n2,12\n3,9\n", (&["a # 1 2 3", "x # 5 12 9"], &[]));
    check("all missing", b"a,x\n1,NA\n2,\n3,.\n", (&["a # 1 2 3", "x # · · ·"], &[]));
}

#[test]
fn values_that_may_mean_missing_are_asked_about() {
    let rows: String = (1..=9).map(|i| format!("{i},{}\n", i % 5 + 1)).collect();
    let text = format!("id,x\n{rows}10,99\n11,99\n");
    let (table, problems) = read_bytes(text.as_bytes(), &ReadOptions::default());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].ask, Some(Ask::MissingCode { column: "x".into(), value: 99.0 }));
    assert_eq!((problems[0].at.line, problems[0].at.column.as_deref()), (Some(11), Some("x")));
    assert_eq!(suspected_codes(&table.columns[1]), [(99.0, vec![9, 10])]);
    assert_eq!(table.columns[1].number(9), Some(99.0), "nothing is dropped before the answer");
}

#[test]
fn the_user_overrides_what_was_detected() {
    let text = "a;b\n1,234;1,5\n";
    check_with(
        "decimal",
        text.as_bytes(),
        &ReadOptions { decimal: Some('.'), ..ReadOptions::default() },
        (&["a # 1234", "b = 1,5"], &[]),
    );
    check_with(
        "separator",
        b"a b\n1 2\n",
        &ReadOptions { delimiter: Some(' '), ..ReadOptions::default() },
        (&["a # 1", "b # 2"], &[]),
    );
    let turkish = ReadOptions { encoding: Some("windows-1254".into()), ..ReadOptions::default() };
    check_with("encoding", b"id,ya\xFE\n1,30\n", &turkish, (&["id # 1", "yaş # 30"], &[]));
}

#[test]
fn lines_are_those_of_an_editor() {
    let text = "id,note,x\r\n1,\"two\r\nlines\",5\r\n\r\n2,b,six\r\n3,c,7\r\n4,d,8\r\n";
    let (table, problems) = read_bytes(text.as_bytes(), &ReadOptions::default());
    assert_eq!(table.lines, [2, 5, 6, 7]);
    assert_eq!(
        problems.iter().map(|p| (p.code(), p.at.line)).collect::<Vec<_>>(),
        [("blank-lines", Some(4)), ("cell-not-number", Some(5))]
    );
}

#[test]
fn many_of_a_kind_are_one_message() {
    let ragged = format!("a,b\n{}{}", "1\n".repeat(50_000), "1,2,3\n".repeat(50_000));
    assert_eq!(codes(ragged.as_bytes()), ["rows-short", "rows-long"]);
    let header: Vec<String> = (0..3000).map(|i| format!("x{i}")).collect();
    let row = |cell: &str| [cell; 3000].join(",");
    let wide = [header.join(","), row("1"), row("2"), row("bad")].join("\n");
    let (table, problems) = read_bytes(wide.as_bytes(), &ReadOptions::default());
    assert_eq!(table.columns.len(), 3000);
    assert!(problems.len() < 50, "{}", problems.len());
}

#[test]
fn hostile_files_are_read_like_others() {
    let names = "id,<img src=x onerror=alert(1)>,__proto__\n1,2,3\n2,b\u{7}ad,4\n3,5,6\n";
    check(
        "names",
        names.as_bytes(),
        (
            &["id # 1 2 3", "<img src=x onerror=alert(1)> # 2 b\u{7}ad 5", "__proto__ # 3 4 6"],
            &[[
                "cell-not-number",
                "Line 3, <img src=x onerror=alert(1)>: b ad is not a number and counts as missing",
                "Correct the cell in the file, or leave it empty",
            ]],
        ),
    );
    let long = format!("id,a\n1,{}\n2,5\n3,6\n", "z".repeat(1 << 20));
    let (table, problems) = read_bytes(long.as_bytes(), &ReadOptions::default());
    let message = Words::english().plain(&problems[0].message);
    assert!(message.chars().count() < 200, "{message}");
    assert_eq!(problems[0].code(), "cell-too-long");
    let Values::Numbers { values, odd } = &table.columns[1].values else { panic!("numbers") };
    assert!(values[0].is_nan() && odd.is_empty());
}
