//! What counts as blank around a cell, and how the user's own words are shown in a message.

/// Whether a character at the end of a cell is nothing: blanks, control characters, marks that no one sees.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// The cell without blanks at its ends.
pub fn trim(cell: &str) -> &str {
    // Nearly every cell begins and ends with a visible ASCII character; the walk over characters is for the rest.
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim_matches(is_blank),
    }
}

/// The user's own words as a message shows them: on one line, and no longer than a line.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = trim(text);
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_one_sees_is_trimmed() {
        assert_eq!(trim("\u{feff}\u{200f} 12\u{a0}\t"), "12");
        assert_eq!(trim("می\u{200c}شود"), "می\u{200c}شود");
        assert_eq!(trim(" \0 "), "");
    }

    #[test]
    fn long_words_are_cut_and_kept_on_one_line() {
        assert_eq!(shown("a\nb\u{7}c"), "a b c");
        assert_eq!(shown(&"x".repeat(1_000_000)).chars().count(), 61);
    }
}
