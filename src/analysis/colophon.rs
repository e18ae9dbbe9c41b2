//! The trial in a sentence, and the conventions of its analysis.

use crate::notice::Message;
use crate::trial::{Better, Trial};

/// The trial in one sentence.
pub fn trial_summary(trial: &Trial) -> Message {
    let id = match (trial.has_arms, trial.occasions.len()) {
        _ if trial.crossover.is_some() => "trial-summary-crossover",
        (true, 1) => "trial-summary-one-occasion",
        (true, _) => "trial-summary",
        (false, _) => "trial-summary-one-group",
    };
    Message::new(id)
        .with("participants", trial.ids.len())
        .with("arms", trial.arms.len())
        .with("occasions", trial.occasions.len())
        .with("outcomes", trial.outcomes.len())
        .with("periods", trial.crossover.as_ref().map_or(0, |crossover| crossover.periods.len()))
}

/// What was computed by which convention.
pub fn colophon(trial: &Trial) -> Vec<Message> {
    let mut lines = vec![Message::new("colophon-version").with("version", env!("CARGO_PKG_VERSION"))];
    let model = if trial.crossover.is_some() { "colophon-crossover" } else { "colophon-model" };
    lines.push(Message::new(model));
    if trial.plan.declared.is_empty() {
        lines.push(Message::new("colophon-none-declared"));
    }
    if trial.outcomes.iter().any(|outcome| outcome.better == Better::Lower) {
        lines.push(Message::new("colophon-reversed"));
    }
    lines
}
