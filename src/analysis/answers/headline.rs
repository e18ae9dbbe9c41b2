//! Headlines: the verdicts on several effects in one sentence.

use super::subject::Subject;
use crate::analysis::comparisons::effects::effect::{CompanionMethod, TrialEffect};
use crate::analysis::names::capitalised;
use crate::notice::Message;

/// The effects of one pair of arms at several occasions in one sentence.
pub fn of_pair(subject: &Subject<'_, '_>, effects: &[&TrialEffect], (arm, against): (usize, usize)) -> Message {
    let display = subject.display;
    let at = |sides: [&str; 2]| -> Vec<String> {
        let of_side = effects.iter().filter(|effect| sides.contains(&subject.side(effect)));
        of_side.filter_map(|effect| subject.effects.occasion_of(effect)).map(|at| display.occasion(at)).collect()
    };
    let (up, down, none) = (at(["better", "higher"]), at(["worse", "lower"]), at(["not-shown", ""]));
    let message = Message::new("effects-headline")
        .with("voice", if subject.is_neutral { "neutral" } else { "benefit" })
        .with("measure", if subject.effects.baseline.is_some() { "change" } else { "level" })
        .with("up-n", up.len())
        .with("down-n", down.len())
        .with("none-n", none.len());
    message
        .with("Arm", capitalised(&display.arm(arm)))
        .with("arm", display.arm(arm))
        .with("against", display.arm(against))
        .with("up", up)
        .with("down", down)
        .with("none", none)
}

/// How many of the participants have every value, where more than a twentieth have not, and whether the analysis of those
/// alone reads otherwise.
pub fn completers(subject: &Subject<'_, '_>) -> Vec<Message> {
    let effects = subject.effects;
    let (complete, all) = (effects.n_complete, subject.study.trial.ids.len());
    let mut messages = Vec::new();
    let differs = |row: &TrialEffect| row.dissenting.iter().any(|of| of.method == CompanionMethod::CompleteCases);
    if effects.rows.iter().any(differs) {
        messages.push(Message::new("effects-complete-cases-differ").with("complete", complete));
    }
    // More than a twentieth: 20·(all − complete) > all.
    let many_missing = 20 * all.saturating_sub(complete) > all && subject.study.trial.has_parts(subject.study.index);
    if many_missing {
        let id = if effects.model == "rm_anova" { "effects-completers" } else { "effects-available" };
        messages.push(Message::new(id).with("n", effects.n).with("complete", complete).with("all", all));
    }
    messages
}
