//! Small and capital letters of every script, by the Unicode standard; a leaf that every layer may use.
//!
//! The tables of that standard would be a sixtieth of what the page sends, and every browser has them: there
//! `String.prototype.toLowerCase` and `toUpperCase` are asked, which are defined as the standard library's are.

use crate::gather::Gather as _;
/// In small letters. At the end of a word Σ becomes ς.
pub fn lower(text: &str) -> String {
    text.chars().map(near_lower).gather::<Option<String>>().unwrap_or_else(|| all::lower(text))
}

/// Appends one letter as a small one, without a look at its word: Σ becomes σ.
pub fn push_lower(c: char, text: &mut String) {
    match near_lower(c) {
        Some(small) => text.push(small),
        None => text.push_str(&all::lower(c.encode_utf8(&mut [0; 4]))),
    }
}

/// With a capital first letter, for the start of a sentence or a table's heading.
pub fn capitalised(text: &str) -> String {
    let Some(first) = text.chars().next() else { return String::new() };
    let (letter, rest) = text.split_at(first.len_utf8());
    if first.is_ascii() || has_no_case(first) {
        return format!("{}{rest}", first.to_ascii_uppercase());
    }
    format!("{}{rest}", all::upper(letter))
}

/// The small letter where no table is needed: it saves the way to the browser for most labels.
fn near_lower(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c.to_ascii_lowercase()),
        '×' | 'ß'..='ÿ' => Some(c),
        'À'..='Þ' => char::from_u32(u32::from(c) + 0x20),
        _ => has_no_case(c).then_some(c),
    }
}

/// The scripts from Hebrew and Arabic to Myanmar, and those of China, Japan and Korea.
fn has_no_case(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{109F}' | '\u{3000}'..='\u{A63F}' | '\u{AC00}'..='\u{D7FF}')
}

#[cfg(not(target_arch = "wasm32"))]
mod all {
    pub fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub fn upper(text: &str) -> String {
        text.to_uppercase()
    }
}

#[cfg(target_arch = "wasm32")]
mod all {
    use js_sys::JsString;

    pub fn lower(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub fn upper(text: &str) -> String {
        JsString::from(text).to_upper_case().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_as_in_the_standard_library() {
        for c in '\0'..=char::MAX {
            let (text, mut small) = (c.to_string(), String::new());
            push_lower(c, &mut small);
            assert_eq!(small, text.to_lowercase(), "{c}");
            assert_eq!(lower(&text), small, "{c}");
            assert_eq!(capitalised(&text), text.to_uppercase(), "{c}");
        }
    }
}
