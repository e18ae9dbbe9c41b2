//! Headers in plain words: the occasion is a phrase that a mark parts from the outcome, as in `PSS – one month on`.

use std::ops::Range;

use super::tokens::Token;

/// Marks that part an outcome from a phrase; what people put between words (`_`, a single dot) does not.
const MARKS: [&str; 12] = [" - ", " – ", " — ", " | ", " / ", ": ", ", ", " (", " [", "...", "__", "::"];

/// The tokens of the first and of the last part of a header that has several parts.
pub fn of_header(header: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = Vec::new();
    for (place, pair) in tokens.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let between = header.get(before.at.end..after.at.start).unwrap_or_default();
        if MARKS.iter().any(|mark| between.contains(mark)) {
            ends.push(place + 1);
        }
    }
    match (ends.first(), ends.last()) {
        (Some(&first), Some(&last)) => vec![0..first, last..tokens.len()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn a_mark_parts_the_phrase_from_the_outcome() {
        let of = |header: &str| of_header(header, &tokens(header));
        assert_eq!(of("PSS - One Month On"), [0..1, 1..4]);
        assert_eq!(of("Before the course: stress"), [0..3, 3..4]);
        assert_eq!(of("PSS...Before.Course"), [0..1, 1..3]);
        assert!(of("EE_pre.raw").is_empty());
    }
}
