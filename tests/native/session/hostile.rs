//! A file made to do harm: its names are markup, formulas, commands, marks that turn or hide the text around them. In every
//! format they are names and nothing else.

use prepost::notice::is_hidden;
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::Better;
use serde_json::Value;

const MARKUP: [&str; 9] = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "&lt;b&gt;",
    "]]> --> */ </style>",
    "a|b\\|c",
    "`x` ``",
    "](javascript:alert(1)) ![x](https://example.org/x)",
    "two\nlines\r\n- a\n\n# b",
    "https://example.org www.example.org <a@example.org>",
];

/// What must never reach a reader as it is.
const TURNING: &str = "a\u{202e}b\u{2066}c\u{200b}d\u{1b}[31m";

/// A trial whose outcome, arms and ids all bear the name; two arms of four, two occasions.
fn trial(name: &str) -> Session {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = format!("id,arm,{},{}\n", quoted(&format!("{name}_pre")), quoted(&format!("{name}_post")));
    for (row, (before, after)) in [(3, 4), (5, 5), (4, 6), (2, 2), (5, 9), (3, 8), (4, 7), (6, 9)].iter().enumerate() {
        let arm = if row < 4 { "control".into() } else { quoted(name) };
        csv.push_str(&format!("{},{arm},{before},{after}\n", quoted(&format!("{name}{row}"))));
    }
    let mut session = Session::default();
    let mut plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    if let Some(outcome) = plan.outcomes.first_mut() {
        // What the name tells of the direction is not asked here.
        (outcome.name, outcome.better) = (name.into(), Some(Better::Higher));
        plan.unconfirmed = Some(vec!["control".into(), format!("better:{name}")]);
    }
    session.analyse(&plan, &mut |_| {});
    assert!(session.is_analysed(), "{name}");
    session
}

fn export(session: &Session, format: &str) -> String {
    session.export(format).expect("an analysis").into_text()
}

/// Every tag of the page, without what stands between them.
fn tags(html: &str) -> Vec<String> {
    let body = html.split("</style>").last().unwrap_or_default();
    body.split('<').skip(1).map(|tag| tag.split([' ', '>', '/']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn html_has_the_elements_that_harmless_names_have() {
    let harmless = tags(&export(&trial("mood"), "html"));
    for name in MARKUP {
        let html = export(&trial(name), "html");
        assert!(tags(&html) == harmless, "{name}");
        assert!(!html.contains("=\"javascript:"), "{name}");
    }
}

/// The cells of a row of a table: a bar that is escaped separates nothing.
fn n_cells(line: &str) -> usize {
    line.replace("\\|", "").matches('|').count()
}

#[test]
fn markdown_has_the_lines_and_cells_that_harmless_names_have() {
    let shape = |text: &str| -> Vec<(usize, usize)> {
        let level = |line: &str| line.bytes().take_while(|byte| *byte == b'#').count();
        text.lines().map(|line| (level(line), if line.starts_with('|') { n_cells(line) } else { 0 })).collect()
    };
    let harmless = shape(&export(&trial("mood"), "markdown"));
    for name in MARKUP {
        let text = export(&trial(name), "markdown");
        assert!(shape(&text) == harmless, "{name}\n{text}");
        for line in text.lines() {
            let outside_code: String = line.split('`').step_by(2).collect();
            for markup in ["<img", "<script", "</script", "<a@", "](java", "![x", "https://", "www.example"] {
                assert!(!unescaped(&outside_code).contains(markup), "{markup} in {line}");
            }
        }
    }
}

/// The text without characters that a backslash keeps from meaning anything.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut bare = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => _ = letters.next(),
            letter => bare.push(letter),
        }
    }
    bare
}

#[test]
fn a_line_that_begins_with_a_name_stays_a_line() {
    for (name, wanted) in [("> a", "\n\\> a"), ("1. a", "\n1\\. a"), ("- a", "\n\\- a"), ("+ a", "\n\\+ a")] {
        let mut report = Session::default().analyse(&Default::default(), &mut |_| {});
        report.colophon = vec![prepost::report::build::verbatim(name)];
        let text = prepost::report::write::markdown::render(&report);
        assert!(text.contains(wanted), "{text}");
    }
}

/// Every text of a JSON value and every key.
fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

#[test]
fn nothing_in_a_report_hides_or_turns() {
    let session = trial(TURNING);
    let mut json: Value = serde_json::from_str(&export(&session, "json")).expect("JSON");
    without_edits(&mut json["report"]);
    let mut report = Vec::new();
    texts(&json["report"], &mut report);
    // Marks that stay by themselves are ours: they hold what is written from right to left.
    let turns = |c: char| is_hidden(c) && !matches!(c, '\u{2068}' | '\u{2069}');
    let wrong: Vec<&&str> = report.iter().filter(|text| text.chars().any(turns)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(report.iter().any(|text| text.contains("⟨U+202E⟩")), "the name is there, written out");
    for format in ["html", "markdown", "r", "spss"] {
        let text = export(&session, format);
        assert!(!text.chars().any(|c| turns(c) && c != '\n'), "{format:?}");
    }
}

/// Changes of the Plan have the Plan's names exactly, or they would change nothing.
fn without_edits(report: &mut Value) {
    let questions = report["questions"].as_array_mut().expect("questions");
    assert_eq!(questions.len(), 2);
    for question in questions {
        for part in ["part", "confirm"] {
            question[part].take();
        }
        question["choices"].as_array_mut().expect("choices").iter_mut().for_each(|choice| _ = choice["edit"].take());
    }
    report["confirm_all"].take();
}

#[test]
fn machines_read_the_names_exactly() {
    let session = trial(TURNING);
    let tidy = export(&session, "tidy");
    let mut reader = csv::Reader::from_reader(tidy.as_bytes());
    assert!(reader.records().all(|row| &row.expect("a row")[0] == TURNING));
    let json: Value = serde_json::from_str(&export(&session, "json")).expect("JSON");
    assert_eq!(json["plan"]["outcomes"][0]["name"], TURNING);
}

#[test]
fn no_cell_of_the_tidy_output_is_a_formula() {
    for name in ["=1+1", "+mood", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)"] {
        let tidy = export(&trial(name), "tidy");
        let mut reader = csv::Reader::from_reader(tidy.as_bytes());
        let mut negative = 0;
        for row in reader.records().map(|row| row.expect("a row")) {
            for text in row.iter().take(4) {
                assert!(!text.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text}");
            }
            assert!(row[4].parse::<f64>().is_ok(), "a number stays a number: {}", &row[4]);
            negative += usize::from(row[4].starts_with('-'));
        }
        assert!(negative > 0);
        assert!(tidy.contains(&format!("\n\"'{name}\",")), "the name is there");
    }
}

#[test]
fn a_name_of_ten_thousand_letters_does_not_drown_the_report() {
    let long = "x".repeat(10_000);
    let session = trial(&long);
    for format in ["html", "markdown"] {
        assert!(!export(&session, format).contains(&"x".repeat(200)), "{format:?}");
    }
    assert!(export(&session, "tidy").contains(&long));
}

#[test]
fn names_of_objects_are_names() {
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__"];
    for name in names {
        let json: Value = serde_json::from_str(&export(&trial(name), "json")).expect("JSON");
        assert_eq!(json["numbers"][0]["outcome"], name);
    }
}

#[test]
fn bytes_that_are_no_text_are_read_and_shown_as_such() {
    let mut session = Session::default();
    let csv = b"id,group,mood\xff\xed\xa0\x80_pre,mood\xff\xed\xa0\x80_post\n1,a,3,4\n2,b,5,5\n3,a,4,6\n4,b,5,9\n5,a,3,8\n6,b,4,7\n";
    let plan = session.read(csv, &ReadOptions { encoding: Some("utf-8".into()), ..Default::default() }).plan;
    session.analyse(&plan, &mut |_| {});
    assert!(session.is_analysed());
    assert!(export(&session, "html").contains('\u{fffd}'));
}
