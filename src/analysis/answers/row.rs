//! One answer: a contrast, its sentence, its interval on the scale.

use crate::analysis::answers::Asked;
use crate::model::verdict::Judged;
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::{Answer, Interval, Marker, Source, Text, number};

/// A row of a comparison table, as the answers read it.
#[derive(Clone, Debug)]
pub struct Contrast {
    pub subject: Subject,
    pub estimate: f64,
    /// The limits of the interval that goes with `p`.
    pub low: f64,
    pub high: f64,
    /// Adjusted as the Plan says.
    pub p: f64,
    /// Whether the interval is the one of that adjustment.
    pub matches: bool,
    pub g: Option<f64>,
    /// The id of the table and the row in it.
    pub table: &'static str,
    pub row: usize,
    /// Said after the statistics.
    pub more: Vec<Message>,
}

/// What is compared. Arms and occasions are indices into the trial's; later − earlier throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The change from one occasion to another, in one arm against another.
    Change { from: usize, to: usize, arm: usize, against: usize },
    /// Two arms at one occasion.
    Arms { at: usize, arm: usize, against: usize },
    /// Two occasions within one arm.
    Occasions { from: usize, to: usize, arm: usize },
}

/// Where an interval lies, seen from the participants' benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    NoEvidence,
}

impl Contrast {
    /// Better or worse only where the adjusted p is below .05; for a simultaneous interval that is where it excludes zero.
    pub fn verdict(&self, asked: &Asked<'_>) -> Verdict {
        let upward = asked.better == crate::trial::Better::Higher;
        match self.excludes_zero(asked) {
            false => Verdict::NoEvidence,
            true if (self.estimate > 0.0) == upward => Verdict::Better,
            true => Verdict::Worse,
        }
    }

    pub fn excludes_zero(&self, asked: &Asked<'_>) -> bool {
        let (low, high, p) = (self.low, self.high, self.p);
        Judged { low, high, p, adjusted: asked.adjusted.then_some(p), simultaneous: self.matches }.is_shown()
    }
}

pub fn answer(asked: &Asked<'_>, axis: &Axis, sentence: &Message, contrast: &Contrast) -> Answer {
    let mut at = [contrast.low, contrast.estimate, contrast.high].map(|value| axis.at(value));
    at.sort_unstable_by(f64::total_cmp);
    Answer {
        sentence: asked.words.say(sentence),
        statistics: statistics(asked, contrast),
        interval: Interval {
            estimate: contrast.estimate,
            low: contrast.low,
            high: contrast.high,
            at,
            label: number::signed(contrast.estimate, asked.places),
            description: asked.words.plain(&limits(asked, "interval-description", contrast)),
        },
        marker: marker(contrast.subject),
        source: Source { table: contrast.table.into(), row: contrast.row },
    }
}

/// An intervention against the control, and an arm on its own, carry the arm's mark.
fn marker(subject: Subject) -> Marker {
    match subject {
        Subject::Change { arm, against: 0, .. }
        | Subject::Arms { arm, against: 0, .. }
        | Subject::Occasions { arm, .. } => Marker::Arm { index: arm },
        Subject::Change { .. } | Subject::Arms { .. } => Marker::Contrast,
    }
}

fn limits(asked: &Asked<'_>, id: &'static str, contrast: &Contrast) -> Message {
    Message::new(id)
        .with("estimate", Arg::Decimal(contrast.estimate, asked.places))
        .with("low", Arg::Decimal(contrast.low, asked.places))
        .with("high", Arg::Decimal(contrast.high, asked.places))
}

fn statistics(asked: &Asked<'_>, contrast: &Contrast) -> Text {
    let id = match (asked.adjusted, contrast.matches) {
        (false, _) => "answer-statistics-unadjusted",
        (true, true) => "answer-statistics",
        (true, false) => "answer-statistics-interval-unadjusted",
    };
    let mut text = asked.words.say(&limits(asked, id, contrast).with("p", Arg::P(contrast.p)));
    if let Some(g) = contrast.g.filter(|g| g.is_finite()) {
        text.extend(asked.words.say(&Message::new("answer-g").with("g", Arg::Decimal(g, 2))));
    }
    text.extend(contrast.more.iter().flat_map(|more| asked.words.say(more)));
    text
}
