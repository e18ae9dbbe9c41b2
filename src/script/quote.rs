//! A file's names as another program reads them. A name is hostile input: it may hold quotes, line ends, marks that turn
//! the direction of writing.

use std::fmt::Write as _;

/// A string of R between double quotes. Letters of any script stand as they are; what does not show is escaped.
pub fn r_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // R has no such character.
            '\0' => {}
            _ if is_hidden(c) => drop(write!(quoted, "\\u{{{:x}}}", u32::from(c))),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// One line of a comment.
pub fn comment(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) || c.is_whitespace() { ' ' } else { c }).collect()
}

/// What does not show, ends a line, or turns the direction of what follows.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_r_ends_where_it_should() {
        for (text, wanted) in [
            ("score", r#""score""#),
            (r#"say "no" \ `x`"#, r#""say \"no\" \\ `x`""#),
            ("پس\u{200c}آزمون", "\"پس\\u{200c}آزمون\""),
            ("two\nlines\r\u{202e}", r#""two\nlines\u{d}\u{202e}""#),
            ("a\0b", r#""ab""#),
            ("", r#""""#),
        ] {
            assert_eq!(r_string(text), wanted);
        }
    }

    #[test]
    fn a_comment_is_one_line() {
        assert_eq!(comment("a\nquit()\r\u{2028}b"), "a quit()  b");
    }
}
