//! The trial's questions, answered: the head of the report.
//!
//! Each sentence is made from a row of a comparison table and names it as its source, so that text and table cannot
//! disagree. The subject of a sentence is a contrast with its interval. An interval that holds zero is "no evidence of a
//! difference", never "no difference"; and only a test against the margin lets an answer say "maintained".

mod changed;
pub mod claims;
mod lasted;
pub mod overview;
mod overview_sections;
mod row;
mod which;
mod worked;

pub use lasted::{Lasting, Since};
pub use row::{Contrast, Subject};

use crate::analysis::names::Names;
use crate::notice::Message;
use crate::report::scale::Axis;
use crate::report::{Answers, Inquiry, Scale, Words};
use crate::trial::Better;

/// What the answers are made from.
pub struct Asked<'a> {
    pub words: &'a Words,
    pub names: &'a Names,
    pub better: Better,
    /// Decimals of the outcome's means.
    pub places: usize,
    pub has_arms: bool,
    /// Differences in change, later − earlier occasion, later − earlier arm.
    pub changes: &'a [Contrast],
    /// Arms compared at each occasion.
    pub arms_at: &'a [Contrast],
    /// Occasions compared within each arm.
    pub within: &'a [Contrast],
    /// Changes since the end of treatment against the margin, and the margin in points, where there is one.
    pub lasting: Option<&'a Lasting>,
    /// Observed mean change by arm, from occasion to occasion, for the verbs "rose" and "fell".
    pub mean: &'a dyn Fn(usize, usize) -> f64,
    /// Whether the intervals are simultaneous, as the adjusted p are.
    pub simultaneous: bool,
    pub adjusted: bool,
    /// Whether participants were allotted at random, as the user said.
    pub randomised: Option<bool>,
    pub exploratory_outcome: bool,
    /// Whether the Plan declares analyses and the comparisons are not among them.
    pub undeclared: bool,
    /// Whether the control's name says that it waits for its treatment.
    pub waitlist: bool,
}

/// The questions that this trial can be asked, answered on one scale.
pub fn answers(asked: &Asked<'_>) -> Option<Answers> {
    let asks: Vec<Draft> = match (asked.has_arms, asked.names.occasions.len()) {
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

/// A question with its rows, before the scale that all questions share is known.
struct Draft {
    id: &'static str,
    heading: &'static str,
    verdict: Vec<Message>,
    ends: [Message; 2],
    rows: Vec<(Message, Contrast)>,
    why: Message,
}

impl Draft {
    fn finish(self, asked: &Asked<'_>, axis: &Axis) -> Inquiry {
        let words = asked.words;
        Inquiry {
            id: self.id.into(),
            heading: words.label(self.heading),
            verdict: words.sentences(&self.verdict),
            ends: self.ends.map(|end| words.plain(&end)),
            rows: self.rows.iter().map(|(sentence, contrast)| row::answer(asked, axis, sentence, contrast)).collect(),
            why: words.say(&self.why),
        }
    }
}

/// One scale for all rows; better is to the right.
fn axis(asked: &Asked<'_>, drafts: &[Draft]) -> Axis {
    let limits = drafts.iter().flat_map(|draft| &draft.rows).flat_map(|(_, c)| [c.low, c.estimate, c.high]);
    Axis::over(limits.chain([0.0]), 5).reversed(asked.better == Better::Lower)
}

fn caveats(asked: &Asked<'_>) -> Vec<crate::report::Text> {
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
