//! Runs of blanks between the cells, as R's `write.table` and listings of SAS have them.

use crate::table::missing::is_missing;
use crate::table::numeral::{self, Decimal};

/// So many lines are looked at.
const SAMPLE_LINES: usize = 200;

/// Whether runs of blanks separate the cells: each line has as many words as the header, or one more, as where R leaves the
/// name of the row names out, and one column at least is of numbers, which sentences are not.
pub fn separate(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES);
    let Some(header) = lines.next().map(|line| words(line).len()).filter(|n| *n > 1) else { return false };
    let rows: Vec<Vec<&str>> = lines.map(words).collect();
    let Some(width) = rows.first().map(Vec::len).filter(|n| *n == header || *n == header + 1) else { return false };
    if rows.len() < 2 || rows.iter().any(|row| row.len() != width) {
        return false;
    }
    let mut scratch = String::new();
    let mut is_number = |word: &str| {
        is_missing(word)
            || numeral::is_number(word, Decimal::Point, &mut scratch)
            || numeral::is_number(word, Decimal::Comma, &mut scratch)
    };
    (width - header..width).any(|column| rows.iter().all(|row| row.get(column).is_some_and(|word| is_number(word))))
}

/// The words of a line; what stands in quotes is one.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut quoted) = (None, false);
    for (at, c) in line.char_indices() {
        quoted ^= c == '"';
        match (c.is_whitespace() && !quoted, start) {
            (true, Some(from)) => {
                words.extend(line.get(from..at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.and_then(|from| line.get(from..)));
    words
}

/// The text with one blank in place of each run, and none at the ends of lines.
pub fn single(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let ending = if line.ends_with('\n') { "\n" } else { "" };
        single.push_str(&words(line).join(" "));
        single.push_str(ending);
    }
    single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_blanks_separate_a_table_and_no_sentences() {
        assert!(separate("id  group    pre  post\n1   control  30   29\n2   act      27   28\n"));
        assert!(separate("\"id\" \"pre\"\n\"1\" 5 30\n\"2\" 6 27\n"));
        assert!(separate("id pre\n1 3,5\n2 4,5\n"));
        assert!(!separate("full name\nAnna Smith\nBert Jones\n"));
        assert!(!separate("a comment\nit was 5\nnone\n"));
        assert!(!separate("score\n1\n2\n"));
    }

    #[test]
    fn what_stands_in_quotes_stays_together() {
        assert_eq!(
            single("  id   \"study  arm\" pre \n1\t\"no treatment\"   3\r\n"),
            "id \"study  arm\" pre\n1 \"no treatment\" 3\n"
        );
    }
}
