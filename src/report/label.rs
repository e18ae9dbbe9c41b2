//! User text in the report, cleaned so that it cannot hide, reorder or drown out the text around it.
//!
//! A name is hostile input as markup is. `escape` of each format keeps it from becoming markup; this keeps it from
//! changing how the rest reads. Files that a machine reads (tidy output, scripts, the Plan) keep names exactly.

use crate::notice::is_hidden;

/// Longer labels are cut in the middle: names of one questionnaire often differ at their ends only.
const LONGEST: usize = 160;
const START: usize = 110;
const END: usize = 40;
/// More marks than these on one letter grow over the lines above and below; no writing needs as many.
const MARKS: usize = 6;
const ISOLATE: char = '\u{2068}';
const POP: char = '\u{2069}';

/// A name where it is shown: no longer than it need be, and with nothing hidden.
pub fn label(name: &str) -> String {
    written_out(&shortened(name))
}

/// A text inside a sentence, a name or what was made of names: one that is written from right to left is kept from
/// turning what stands beside it.
pub fn within(text: &str) -> String {
    let shown = written_out(&text.chars().collect::<Vec<_>>());
    if turns(&shown) { format!("{ISOLATE}{shown}{POP}") } else { shown }
}

/// What does not show is written as `⟨U+202E⟩`, a line end is a blank.
fn written_out(text: &[char]) -> String {
    let mut shown = String::with_capacity(text.len());
    let pairs = isolates(text);
    let (mut before, mut marks) = (' ', 0);
    for (index, &c) in text.iter().enumerate() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if c.is_whitespace() {
            shown.push(if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c });
        } else if is_hidden(c) && !joins(c, before) && !pairs.contains(&index) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else if marks <= MARKS {
            shown.push(c);
        }
        before = c;
    }
    shown
}

fn shortened(text: &str) -> Vec<char> {
    if text.chars().nth(LONGEST).is_none() {
        return text.chars().collect();
    }
    let mut end: Vec<char> = text.chars().rev().take(END).collect();
    end.reverse();
    text.chars().take(START).chain(['…']).chain(end).collect()
}

/// Joiners and marks of direction belong to the writing of Persian, of Hindi, to emoji; in Latin letters they only hide.
fn joins(c: char, before: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}') && !before.is_ascii()
}

/// The places of isolates that are opened and closed: what is inside turns nothing outside.
fn isolates(text: &[char]) -> Vec<usize> {
    let (mut open, mut paired) = (Vec::new(), Vec::new());
    for (index, c) in text.iter().enumerate() {
        match *c {
            ISOLATE => open.push(index),
            POP => paired.extend(open.pop().into_iter().flat_map(|start| [start, index])),
            _ => {}
        }
    }
    paired
}

/// Marks that are drawn over the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}')
        || matches!(c, '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6dc}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
        || matches!(c, '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether anything is written from right to left that does not stay by itself already.
fn turns(shown: &str) -> bool {
    let mut open = 0_usize;
    shown.chars().any(|c| {
        match c {
            ISOLATE => open += 1,
            POP => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0 && is_right_to_left(c)
    })
}

/// Letters; the digits of Persian and Arabic are written from left to right.
fn is_right_to_left(c: char) -> bool {
    let is_digit = matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    !is_digit && is_of_such_a_script(c)
}

fn is_of_such_a_script(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_show_is_written_out() {
        for (text, wanted) in [
            ("score", "score"),
            ("a\u{202e}b", "a⟨U+202E⟩b"),
            ("con\u{200b}trol", "con⟨U+200B⟩trol"),
            ("con\u{200d}trol", "con⟨U+200D⟩trol"),
            ("two\r\nlines\u{2028}", "two  lines "),
            ("\u{1b}[31mred\0", "⟨U+001B⟩[31mred⟨U+0000⟩"),
            ("\u{e0041}\u{e000}", "⟨U+E0041⟩⟨U+E000⟩"),
            ("پس\u{200c}آزمون", "پس\u{200c}آزمون"),
            ("👩\u{200d}🔬", "👩\u{200d}🔬"),
            ("\u{2068}a\u{2069}\u{2069}", "\u{2068}a\u{2069}⟨U+2069⟩"),
            ("\u{2068}\u{2067}a", "⟨U+2068⟩⟨U+2067⟩a"),
        ] {
            assert_eq!(label(text), wanted);
            assert_eq!(label(&label(text)), wanted, "once is enough");
        }
    }

    #[test]
    fn a_long_label_keeps_both_ends() {
        let long = label(&format!("start{}end", "x".repeat(10_000)));
        assert!(long.starts_with("startx") && long.ends_with("xend") && long.chars().count() == START + 1 + END);
    }

    #[test]
    fn a_tower_of_marks_is_cut() {
        assert_eq!(label(&format!("Z{}o", "\u{30d}".repeat(100))), format!("Z{}o", "\u{30d}".repeat(MARKS)));
    }

    #[test]
    fn what_is_written_from_right_to_left_stays_by_itself() {
        assert_eq!(within("شاهد"), "\u{2068}شاهد\u{2069}");
        assert_eq!(within(&within("شاهد")), "\u{2068}شاهد\u{2069}");
        assert_eq!(within("control"), "control");
        assert_eq!(within("۳/۵"), "۳/۵");
    }
}
