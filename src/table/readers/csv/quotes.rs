//! Quotes that open and never close. Left alone, one such quote swallows every row after it; here the line it stands
//! on is read with the quote as a character, and the rest as usual.

use std::ops::Range;

/// A stretch of the text, from the start of a row to the end of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    pub bytes: Range<usize>,
    /// Whether a quote opens a cell in it, or is a character like others.
    pub quoting: bool,
}

/// The stretches of a text, and where in it quotes stand that never close.
#[derive(Clone, Debug, Default)]
pub struct Stretches {
    pub all: Vec<Stretch>,
    pub strays: Vec<usize>,
}

/// Beyond so many stray quotes the text is no table; it is then read as the rules have it, so that time stays linear.
const MAX_STRAYS: usize = 50;

/// Where the quote that opens before `from` ends.
enum End {
    /// Behind the closing quote.
    At(usize),
    Never,
}

/// Splits the text, from `start` on, at its stray quotes.
pub fn stretches(text: &str, start: usize, delimiter: u8) -> Stretches {
    let bytes = text.as_bytes();
    let mut found = Stretches::default();
    let (mut stretch, mut row, mut at) = (start, start, start);
    let mut opens_cell = true;
    if !text.contains('"') {
        found.push(start..bytes.len(), true);
        return found;
    }
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' if opens_cell => {
                opens_cell = false;
                match closing(bytes, at, delimiter) {
                    End::At(end) => at = end,
                    End::Never if found.strays.len() == MAX_STRAYS => break,
                    End::Never => {
                        found.strays.push(at - 1);
                        let line_end =
                            bytes[at..].iter().position(|b| is_break(*b)).map_or(bytes.len(), |n| at + n + 1);
                        found.push(stretch..row, true);
                        found.push(row..line_end, false);
                        (stretch, row, at, opens_cell) = (line_end, line_end, line_end, true);
                    }
                }
            }
            _ if is_break(byte) => (row, opens_cell) = (at, true),
            _ => opens_cell = byte == delimiter,
        }
    }
    found.push(stretch..bytes.len(), true);
    found
}

impl Stretches {
    fn push(&mut self, bytes: Range<usize>, quoting: bool) {
        if !bytes.is_empty() {
            self.all.push(Stretch { bytes, quoting });
        }
    }
}

/// Finds the quote that closes the one before `from`.
///
/// A quote that opens another cell further down closes nothing: `3,"12` … `4,"c"`. Text behind a closing quote
/// (`"he said "no" again"`) is left to the reader, which keeps it in the cell.
fn closing(bytes: &[u8], from: usize, delimiter: u8) -> End {
    let mut at = from;
    let mut n_lines = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if is_break(byte) {
            n_lines += 1;
        }
        if byte != b'"' {
            continue;
        }
        match bytes.get(at) {
            Some(b'"') => at += 1,
            None => return End::At(at),
            Some(&next) if next == delimiter || is_break(next) => return End::At(at),
            Some(_) => {
                // `at` is two behind the byte before the quote, and `from` is at least one.
                let before = bytes.get(at.wrapping_sub(2)).copied().unwrap_or(delimiter);
                let opens = before == delimiter || is_break(before);
                return if opens && n_lines > 0 { End::Never } else { End::At(at) };
            }
        }
    }
    End::Never
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> (Vec<(&str, bool)>, Vec<usize>) {
        let found = stretches(text, 0, b',');
        (found.all.iter().map(|part| (&text[part.bytes.clone()], part.quoting)).collect(), found.strays)
    }

    #[test]
    fn closed_quotes_are_left_alone() {
        for text in [
            "a,b\n1,2\n",
            "a,\"b\n\"\"c\"\",d\"\n1,\"\"\n",
            "a,\"he said \"no\" again\"\n1,2\n",
            "a\"b,c\n",
            "\"a\"",
            "",
        ] {
            let (parts, strays) = split(text);
            assert_eq!(parts.iter().map(|(part, _)| *part).collect::<String>(), text);
            assert!(strays.is_empty() && parts.iter().all(|(_, quoting)| *quoting), "{text:?}");
        }
    }

    #[test]
    fn a_quote_without_end_keeps_to_its_line() {
        let (parts, strays) = split("a,b\n1,\"2\n3,4\n5,6\n");
        assert_eq!(parts, [("a,b\n", true), ("1,\"2\n", false), ("3,4\n5,6\n", true)]);
        assert_eq!(strays, [6]);
    }

    #[test]
    fn a_quote_that_opens_another_cell_closes_nothing() {
        let (parts, strays) = split("a,b\n1,\"2\n3,\"x\"\n\"5\",6\n");
        assert_eq!(parts, [("a,b\n", true), ("1,\"2\n", false), ("3,\"x\"\n\"5\",6\n", true)]);
        assert_eq!(strays, [6]);
    }

    #[test]
    fn a_text_of_stray_quotes_ends() {
        let text = "\"x\n".repeat(10_001);
        assert!(stretches(&text, 0, b',').strays.len() <= MAX_STRAYS);
    }
}
