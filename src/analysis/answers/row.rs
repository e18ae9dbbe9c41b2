//! A row of the answers: a sentence, its statistics, its interval on the scale.

use super::data::data;
use super::subject::Subject;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::effects::effect::Companion;
use crate::analysis::comparisons::effects::effect::Lasted;
use crate::analysis::comparisons::effects::effect::TABLE;
use crate::analysis::comparisons::effects::effect::TrialEffect;
use crate::analysis::comparisons::table::places;
use crate::analysis::display::Display;
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::words::plain;
use crate::report::{Answer, Inquiry, Interval, Marker, Source, Text, number};
use crate::trial::Adjust;

/// A question with its rows, before the scale that all questions share is known.
pub struct InquiryDraft<'a> {
    pub id: &'static str,
    pub heading: Message,
    pub verdict: Vec<Message>,
    /// What the two ends of the scale mean, left and right.
    pub ends: [Message; 2],
    pub rows: Vec<RowDraft<'a>>,
    /// What is shaded in the rows.
    pub legend: Option<Message>,
    pub why: Vec<Message>,
}

/// A row before the scale is known.
pub struct RowDraft<'a> {
    pub effect: &'a TrialEffect,
    /// An index into the effects.
    pub at: usize,
    pub sentence: Message,
    /// Said after the statistics.
    pub more: Vec<Message>,
    pub lasted: Option<&'a Lasted>,
    /// The margin, from no loss to the largest that would count as kept, in points of the difference.
    pub margin: Option<[f64; 2]>,
}

impl InquiryDraft<'_> {
    pub fn finish(&self, subject: &Subject<'_, '_>, axis: &Axis) -> Inquiry {
        let words = subject.display.words;
        Inquiry {
            id: self.id.into(),
            heading: words.plain(&self.heading),
            verdict: words.sentences(&self.verdict),
            ends: self.ends.each_ref().map(|end| words.plain(end)),
            rows: self.rows.iter().map(|row| answer(subject, self.id, row, axis)).collect(),
            legend: self.legend.as_ref().map(|legend| words.say(legend)),
            why: words.sentences(&self.why),
        }
    }
}

fn answer(subject: &Subject<'_, '_>, question: &'static str, row: &RowDraft<'_>, axis: &Axis) -> Answer {
    let Subject { display, effects, .. } = subject;
    let (comparison, judged) = (&row.effect.comparison, &row.effect.judged);
    let mut at = [judged.low, comparison.estimate, judged.high].map(|value| axis.at(value));
    at.sort_unstable_by(f64::total_cmp);
    let all: Vec<Comparison> = effects.rows.iter().map(|row| row.comparison.clone()).collect();
    let description = Message::new("interval-description")
        .with("estimate", subject.points(comparison.estimate))
        .with("low", subject.limit(judged.low))
        .with("high", subject.limit(judged.high));
    let margin = row.margin.map(|ends| {
        let mut places = ends.map(|end| axis.at(end));
        places.sort_unstable_by(f64::total_cmp);
        places
    });
    let of_margin = row.margin.map(|[_, loss]| Message::new("margin-description").with("loss", subject.points(loss)));
    let description: Vec<Message> = std::iter::once(description).chain(of_margin).collect();
    Answer {
        sentence: display.words.say(&row.sentence),
        statistics: statistics(subject, row),
        interval: Interval {
            estimate: comparison.estimate,
            low: judged.low,
            high: judged.high,
            at,
            label: number::signed(comparison.estimate, display.places),
            margin,
            description: plain(&display.words.sentences(&description)),
        },
        marker: marker(&comparison.compared),
        source: Source { table: TABLE.into(), row: places(&all).get(row.at).copied().unwrap_or(0) },
        data: data(subject, question, row.effect, row.lasted),
    }
}

/// An intervention against the control, and a group by itself, carry the arm's mark.
fn marker(compared: &Compared) -> Marker {
    match *compared {
        Compared::Change { arm, against, .. } | Compared::Arms { arm, against, .. } => {
            Display::contrast_marker(arm, against)
        }
        Compared::Occasions { arm, .. } => Marker::Arm { index: arm.unwrap_or(0) },
    }
}

/// Both p with the family, the standardised effect, and the methods that disagree.
fn statistics(subject: &Subject<'_, '_>, row: &RowDraft<'_>) -> Text {
    let words = subject.display.words;
    let (comparison, judged) = (&row.effect.comparison, &row.effect.judged);
    let id = match judged.adjusted {
        _ if comparison.family.size < 2 => "effect-p-only",
        None => "effect-p-unadjusted",
        Some(_) => "effect-p",
    };
    let mut text = words.say(
        &Message::new(id)
            .with("p", Arg::P(judged.p))
            .with("adjusted", Arg::PValue(judged.leading_p()))
            .with("adjust", subject.display.adjustment(subject.effects.adjust))
            .with("size", comparison.family.size),
    );
    let g = comparison.size.hedges_g;
    if g.is_finite() {
        let by = match comparison.compared {
            Compared::Arms { .. } => "two",
            Compared::Change { .. } | Compared::Occasions { .. } => "all",
        };
        text.extend(words.say(&Message::new("effect-g").with("g", Arg::Decimal(g, 2)).with("by", by)));
    }
    text.extend(row.more.iter().flat_map(|more| words.say(more)));
    text.extend(dissent(subject, row.effect).into_iter().flat_map(|message| words.say(&message)));
    text
}

/// What another method says under the same adjustment, where it disagrees.
fn dissent(subject: &Subject<'_, '_>, effect: &TrialEffect) -> Vec<Message> {
    let is_adjusted = subject.effects.adjust != Adjust::None && effect.comparison.family.size > 1;
    let message = |companion: &Companion| {
        Message::new("effect-dissent")
            .with("method", companion.method.id())
            .with("shows", if companion.shows { "yes" } else { "no" })
            .with("adjusted", if is_adjusted { "yes" } else { "no" })
            .with("p", Arg::P(companion.p_adjusted))
    };
    effect.dissenting.iter().map(message).collect()
}
