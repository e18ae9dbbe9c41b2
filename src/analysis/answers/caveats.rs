//! What the answers cannot show: a waitlist's limits, arms that were not made at random, exploratory outcomes.

use super::subject::Subject;
use crate::analysis::comparisons::effects::effect::ArmDesign;
use crate::analysis::who;
use crate::notice::Message;
use crate::report::Text;
use crate::trial::{Adjust, OutcomeRole};

pub fn caveats(subject: &Subject<'_, '_>) -> Vec<Text> {
    let Subject { study, effects, .. } = subject;
    let (trial, declared) = (study.trial, &study.trial.plan.declared);
    let has_arms = effects.design != ArmDesign::OneGroup;
    let mut ids = Vec::new();
    if !has_arms {
        ids.push("caveat-no-control");
    } else if effects.design == ArmDesign::Controlled && trial.arms.first().is_some_and(|control| who::waits(control)) {
        ids.push("caveat-waitlist");
    }
    if has_arms {
        match trial.plan.randomised {
            None => ids.push("caveat-randomised-unknown"),
            Some(false) => ids.push("caveat-not-randomised"),
            Some(true) => {}
        }
    }
    if study.outcome.role == Some(OutcomeRole::Exploratory) {
        ids.push("caveat-exploratory-outcome");
    }
    if !declared.is_empty()
        && !declared.iter().any(|id| ["effects", "change_difference", "pairwise"].contains(&id.as_str()))
    {
        ids.push("caveat-undeclared");
    }
    if effects.adjust != Adjust::None && effects.rows.iter().any(|row| !row.judged.simultaneous) {
        ids.push("caveat-intervals-unadjusted");
    }
    ids.into_iter().map(|id| subject.display.words.say(&Message::new(id))).collect()
}
