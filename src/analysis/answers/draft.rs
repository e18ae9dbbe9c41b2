//! A question with its rows.

use super::asked::Asked;
use super::contrast::ContrastRow;
use super::row::answer;
use crate::notice::Message;
use crate::report::Inquiry;
use crate::report::scale::Axis;

/// A question with its rows, before the scale that all questions share is known.
pub struct InquiryDraft {
    pub id: &'static str,
    pub heading: &'static str,
    pub verdict: Vec<Message>,
    pub ends: [Message; 2],
    pub rows: Vec<(Message, ContrastRow)>,
    pub why: Message,
}

impl InquiryDraft {
    pub fn finish(self, asked: &Asked<'_>, axis: &Axis) -> Inquiry {
        let words = asked.words;
        Inquiry {
            id: self.id.into(),
            heading: words.label(self.heading),
            verdict: words.sentences(&self.verdict),
            ends: self.ends.map(|end| words.plain(&end)),
            rows: self.rows.iter().map(|(sentence, contrast)| answer(asked, axis, sentence, contrast)).collect(),
            why: words.say(&self.why),
        }
    }
}
