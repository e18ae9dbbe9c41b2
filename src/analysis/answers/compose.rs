//! The questions of a trial on one scale, and what they leave open.

use super::asked::Asked;
use super::draft::InquiryDraft;
use super::{changed, lasted, which, worked};
use crate::notice::Message;
use crate::report::scale::Axis;
use crate::report::{Answers, Scale, Text};
use crate::trial::Better;

/// The questions that this trial can be asked, answered on one scale.
pub fn answers(asked: &Asked<'_>) -> Option<Answers> {
    let asks: Vec<InquiryDraft> = match (asked.has_arms, asked.names.occasions.len()) {
        (true, 1) => vec![worked::apart(asked)],
        (true, _) => vec![worked::changes(asked), lasted::lasted(asked), which::better(asked)],
        (false, 1) => Vec::new(),
        (false, _) => vec![changed::changed(asked)],
    }
    .into_iter()
    .flatten()
    .collect();
    if asks.is_empty() {
        return None;
    }
    let axis = axis(asked, &asks);
    let inquiries = asks.into_iter().map(|draft| draft.finish(asked, &axis)).collect();
    let scale = Scale { reversed: axis.reversed, zero: axis.at(0.0), ticks: axis.ticks() };
    Some(Answers { scale, inquiries, caveats: caveats(asked) })
}

/// One scale for all rows; better is to the right.
fn axis(asked: &Asked<'_>, drafts: &[InquiryDraft]) -> Axis {
    let limits = drafts.iter().flat_map(|draft| &draft.rows).flat_map(|(_, c)| [c.low, c.estimate, c.high]);
    Axis::over(limits.chain([0.0]), 5).reversed(asked.better == Better::Lower)
}

fn caveats(asked: &Asked<'_>) -> Vec<Text> {
    let mut ids = Vec::new();
    if !asked.has_arms {
        ids.push("caveat-no-control");
    } else if asked.waitlist {
        ids.push("caveat-waitlist");
    }
    if asked.has_arms {
        match asked.randomised {
            None => ids.push("caveat-randomised-unknown"),
            Some(false) => ids.push("caveat-not-randomised"),
            Some(true) => {}
        }
    }
    if asked.exploratory_outcome {
        ids.push("caveat-exploratory-outcome");
    }
    if asked.undeclared {
        ids.push("caveat-undeclared");
    }
    if asked.adjusted && !asked.simultaneous {
        ids.push("caveat-intervals-unadjusted");
    }
    ids.into_iter().map(|id| asked.words.say(&Message::new(id))).collect()
}
