//! What every answer of one outcome speaks about, and in which words.

use crate::analysis::comparisons::effects::effect::{Effects, TrialEffect};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::model::verdict::{BenefitDirection, Verdict};
use crate::notice::{Arg, Message};

/// The effects of an outcome with the words for them.
pub struct Subject<'a, 's> {
    pub study: &'a Study<'s>,
    pub display: &'a Display<'a>,
    pub effects: &'a Effects,
    /// Whether the words take no side: the direction of benefit or the control is still a guess.
    pub is_neutral: bool,
}

impl<'a, 's> Subject<'a, 's> {
    pub fn new(study: &'a Study<'s>, display: &'a Display<'a>, effects: &'a Effects) -> Self {
        let is_neutral = effects.benefit == BenefitDirection::Unconfirmed || study.trial.is_unconfirmed("control");
        Self { study, display, effects, is_neutral }
    }

    /// A number of the outcome's points.
    pub fn points(&self, value: f64) -> Arg {
        Arg::Decimal(value, self.display.places)
    }

    /// A limit of an interval, never rounded onto zero.
    pub fn limit(&self, value: f64) -> Arg {
        Arg::Limit(value, self.display.places)
    }

    /// Which side a shown contrast favours, as the message files name it: `better`, `worse` for the later arm; while the
    /// words are neutral `higher`, `lower`; else `not-shown`.
    pub fn side(&self, effect: &TrialEffect) -> &'static str {
        let upward = effect.comparison.estimate > 0.0;
        match effect.verdict {
            Verdict::NotShown => "not-shown",
            _ if self.is_neutral => {
                if upward {
                    "higher"
                } else {
                    "lower"
                }
            }
            Verdict::Better => "better",
            Verdict::Worse => "worse",
            Verdict::Higher => "higher",
            Verdict::Lower => "lower",
        }
    }

    /// The interval that goes with the p, by its kind: simultaneous, unadjusted, or of the only comparison.
    pub fn interval(&self, effect: &TrialEffect) -> Message {
        let judged = &effect.judged;
        let kind = match (judged.adjusted.is_some(), judged.simultaneous) {
            _ if effect.comparison.family.size < 2 => "only",
            (true, true) => "simultaneous",
            (true, false) | (false, _) => "unadjusted",
        };
        Message::new("effect-interval")
            .with("kind", kind)
            .with("low", self.limit(judged.low))
            .with("high", self.limit(judged.high))
    }
}
