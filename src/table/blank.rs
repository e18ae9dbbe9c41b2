//! What counts as blank around a cell.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_one_sees_is_trimmed() {
        assert_eq!(trim("\u{feff}\u{200f} 12\u{a0}\t"), "12");
        assert_eq!(trim("می\u{200c}شود"), "می\u{200c}شود");
        assert_eq!(trim(" \0 "), "");
    }
}
