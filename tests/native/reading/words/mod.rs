//! Every message of reading, shown once: the file that calls for it and the exact English words.
//!
//! The last test holds that no message is left out.

mod file_and_header;
mod rows_and_cells;

use prepost::notice::Problem;
use prepost::report::words::plain;
use prepost::table::{MAX_BYTES, ReadOptions, read_bytes, too_large};

/// Code, message, hint.
type Said = [String; 3];

fn say(problems: &[Problem]) -> Vec<Said> {
    let words = crate::support::text::english();
    let hint = |problem: &Problem| plain(&words.hint(&problem.message).unwrap_or_default());
    problems.iter().map(|p| [p.code().into(), plain(&words.say(&p.message)), hint(p)]).collect()
}

fn said(bytes: &[u8]) -> Vec<Said> {
    say(&read_bytes(bytes, &ReadOptions::default()).1)
}

#[test]
fn what_the_user_chose_and_cannot_be() {
    let said = |options: ReadOptions| say(&read_bytes(b"id,x\n1,2\n", &options).1);
    let encoding = Some("klingon".into());
    assert_eq!(
        said(ReadOptions { encoding, ..ReadOptions::default() }),
        [[
            "encoding-unknown",
            "There is no encoding klingon; the file was read in the one that fits",
            "Write it as in “utf-8”, “windows-1256” or “iso-8859-9”"
        ]]
    );
    assert_eq!(
        said(ReadOptions { delimiter: Some('x'), ..ReadOptions::default() }),
        [[
            "separator-unusable",
            "x cannot separate cells; the separator that fits was used",
            "Choose a comma, a semicolon, a tab or a bar"
        ]]
    );
    assert_eq!(
        said(ReadOptions { decimal: Some('x'), ..ReadOptions::default() }),
        [[
            "decimal-mark-unusable",
            "x cannot be a decimal mark; the mark that fits was used",
            "Choose a point, a comma or “٫”"
        ]]
    );
}

#[test]
fn more_than_are_listed() {
    let names: Vec<String> = (0..32).map(|i| format!("x{i}")).collect();
    let text = [names.join(","), ["1%"; 32].join(",")].join("\n");
    let said = said(text.as_bytes());
    assert_eq!(said.len(), 31);
    assert_eq!(
        said[30],
        [
            "more-like-these",
            "2 more of the kind above are not listed, the last of them in x31",
            "They are settled in the same way"
        ]
    );
}

#[test]
fn a_file_of_300_mib_is_refused_by_its_length() {
    assert_eq!(
        say(too_large(300 << 20).as_slice()),
        [[
            "file-too-large",
            "The file has 300.0 MiB, more than the 128 MiB that can be read",
            "Leave out columns that the analysis does not need, and save it again as CSV",
        ]]
    );
    assert_eq!(too_large(MAX_BYTES), None);
}

/// The messages of `reading.ftl` and the codes in the tests are the same set; limits have tests of their own.
#[test]
fn every_message_is_shown() {
    let cases = [
        include_str!("mod.rs"),
        include_str!("file_and_header.rs"),
        include_str!("rows_and_cells.rs"),
        include_str!("../../session/limits.rs"),
        include_str!("../../plan/dropped_in.rs"),
    ]
    .concat();
    let ids = include_str!("../../../../www/locales/en/reading.ftl").lines().filter_map(|line| line.split_once(" ="));
    let ids: Vec<&str> = ids.map(|(id, _)| id).filter(|id| !id.starts_with([' ', '#'])).collect();
    assert!(ids.len() > 30, "{ids:?}");
    for id in ids {
        assert!(cases.contains(&format!("\"{id}\"")), "no test shows the message `{id}`");
    }
}
