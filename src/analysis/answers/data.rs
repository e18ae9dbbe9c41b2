//! An answer as data: what its sentence was made from, for other programs.

use super::subject::Subject;
use crate::analysis::comparisons::effects::effect::Lasted;
use crate::analysis::comparisons::effects::effect::TrialEffect;
use crate::report::{AnswerData, label};
use crate::trial::Adjust;

/// The data of a row of `question`: `worked`, `lasted` or `better`.
pub fn data(
    subject: &Subject<'_, '_>,
    question: &'static str,
    effect: &TrialEffect,
    lasted: Option<&Lasted>,
) -> AnswerData {
    let Subject { effects, .. } = subject;
    let (comparison, judged) = (&effect.comparison, &effect.judged);
    let bounded = |limit: f64| Some(limit).filter(|limit| limit.is_finite());
    AnswerData {
        question,
        contrast: label(&comparison.compared.term(subject.study)),
        estimate: comparison.estimate,
        low: bounded(judged.low),
        high: bounded(judged.high),
        level: effects.level,
        simultaneous: judged.simultaneous && effects.adjust != Adjust::None,
        p: bounded(judged.p),
        p_adjusted: bounded(judged.leading_p()),
        adjust: effects.adjust.id(),
        family: comparison.family.size,
        n: effects.n,
        model: effects.model,
        verdict: lasted.map_or_else(|| effect.verdict.id(), |lasted| lasted.verdict.id()),
        e1: lasted.map(|lasted| lasted.first),
        e2: lasted.map(|lasted| lasted.later),
        margin: lasted.and_then(|lasted| lasted.margin).map(|margin| margin.value),
        margin_is_default: lasted.and_then(|lasted| lasted.margin).map(|margin| margin.is_default),
    }
}
