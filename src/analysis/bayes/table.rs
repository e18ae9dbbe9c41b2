//! Cells and columns shared by the tables of Bayes factors.

use crate::analysis::display::Display;
use crate::analysis::table::{label, number};
use crate::notice::{Arg, Message};
use crate::report::{Block, Cell, ColumnHead, Text, Words};

/// The threshold of moderate evidence: the data are three times as likely under one model as under the other.
pub const MODERATE: f64 = 3.0;

/// The conventional labels of evidence, with thresholds at 1, 3, 10, 30 and 100 (Lee & Wagenmakers, 2013).
fn evidence(log_bf10: f64) -> &'static str {
    let favours_difference = log_bf10 > 0.0;
    let size = log_bf10.abs().exp();
    match (favours_difference, size) {
        (true, size) if size > 100.0 => "evidence-extreme-for",
        (true, size) if size > 30.0 => "evidence-very-strong-for",
        (true, size) if size > 10.0 => "evidence-strong-for",
        (true, size) if size > MODERATE => "evidence-moderate-for",
        (true, _) => "evidence-anecdotal-for",
        (false, size) if size > 100.0 => "evidence-extreme-against",
        (false, size) if size > 30.0 => "evidence-very-strong-against",
        (false, size) if size > 10.0 => "evidence-strong-against",
        (false, size) if size > MODERATE => "evidence-moderate-against",
        (false, _) => "evidence-anecdotal-against",
    }
}

/// Counts the factors with at least moderate evidence for a difference, and against it.
pub fn counted(message: Message, log_bf10: impl Iterator<Item = f64>) -> Message {
    let (mut favouring, mut against, mut all) = (0_usize, 0_usize, 0_usize);
    for log_bf10 in log_bf10 {
        favouring += usize::from(log_bf10 > MODERATE.ln());
        against += usize::from(-log_bf10 > MODERATE.ln());
        all += 1;
    }
    message.with("found", favouring).with("against", against).with("all", all)
}

pub fn factors(log_bf10: f64, words: &Words) -> Vec<Cell> {
    vec![Cell::factor(log_bf10).key(), Cell::factor(-log_bf10), Cell::words(words.label(evidence(log_bf10)))]
}

pub fn factor_heads(words: &Words, first: &'static str) -> Vec<ColumnHead> {
    vec![
        label(words, first),
        number(words, "head-bf10"),
        number(words, "head-bf01"),
        ColumnHead::words(words.say(&Message::new("head-evidence"))),
    ]
}

pub fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

/// A note on comparisons left out for lack of variance; the section on standardised differences warns of it.
pub fn without_variance(terms: &[String], words: &Words) -> Option<Block> {
    let message = Message::new("bayes-without-variance").with("terms", Arg::List(terms.to_vec()));
    (!terms.is_empty()).then(|| Block::Paragraph { text: words.say(&message) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_sizes_change_at_three_ten_thirty_and_a_hundred() {
        let word = |factor: f64| evidence(factor.ln());
        assert_eq!([word(2.9), word(3.1), word(11.0)], ["anecdotal", "moderate", "strong"].map(favours));
        assert_eq!([word(1.0 / 31.0), word(1.0 / 2.0)], ["evidence-very-strong-against", "evidence-anecdotal-against"]);
        assert_eq!([word(1e300), evidence(-900.0)], ["evidence-extreme-for", "evidence-extreme-against"]);
    }

    fn favours(size: &str) -> &'static str {
        match size {
            "anecdotal" => "evidence-anecdotal-for",
            "moderate" => "evidence-moderate-for",
            _ => "evidence-strong-for",
        }
    }
}
