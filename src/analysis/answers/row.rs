//! One answer: a contrast, its sentence, its interval on the scale.

use super::asked::Asked;
use super::contrast::{ContrastRow, Subject};
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::{Answer, Interval, Marker, Source, Text, number};

pub fn answer(asked: &Asked<'_>, axis: &Axis, sentence: &Message, contrast: &ContrastRow) -> Answer {
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

fn limits(asked: &Asked<'_>, id: &'static str, contrast: &ContrastRow) -> Message {
    Message::new(id)
        .with("estimate", Arg::Decimal(contrast.estimate, asked.places))
        .with("low", Arg::Decimal(contrast.low, asked.places))
        .with("high", Arg::Decimal(contrast.high, asked.places))
}

fn statistics(asked: &Asked<'_>, contrast: &ContrastRow) -> Text {
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
