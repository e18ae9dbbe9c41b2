//! Other methods on the same contrasts, under the same adjustment: those that disagree on whether a contrast is shown.

use super::effect::{Companion, CompanionMethod, Effects};
use crate::analysis::agreement::compute::{AGREEMENT, Way};
use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::incomplete::mmrm::compute::MMRM;
use crate::analysis::study::Study;
use crate::model::adjust::{Quantiles, UnadjustedTest};
use crate::model::verdict::{alpha_of, is_significant};
use crate::model::{Adjust, Family};

/// The estimate and the unadjusted p of a contrast.
fn test(method: CompanionMethod, study: &Study<'_>, compared: &Compared) -> Option<(f64, f64)> {
    let Compared::Change { from, to, arm, against } = *compared else { return None };
    if method == CompanionMethod::Level {
        if study.trial.baseline != Some(from) {
            return None;
        }
        let pairs = pairwise::leading(study)?;
        let wanted = Compared::Arms { arm, against, at: Some(to) };
        return pairs.arms_at.iter().find(|row| row.compared == wanted).map(|row| (row.estimate, row.p));
    }
    let row = |rows: &[Comparison]| rows.iter().find(|row| row.compared == *compared).map(|row| (row.estimate, row.p));
    let way = match method {
        CompanionMethod::Ancova => Way::Covariance,
        CompanionMethod::Ranks => Way::Ranks,
        CompanionMethod::Permutation | CompanionMethod::Level => Way::Resampling,
        CompanionMethod::CompleteCases => return row(&change_difference::leading(study)?.rows),
        CompanionMethod::AvailableValues => return row(&study.result(&MMRM)?.estimated.as_ref()?.changes),
    };
    let agreement = study.result(&AGREEMENT)?;
    let contrast = agreement.contrasts.iter().find(|contrast| contrast.compared == *compared)?;
    contrast.ways.iter().find(|of| of.way == way).map(|of| (of.estimate, of.p))
}

/// Notes with each contrast the methods that disagree on it.
pub fn companions(study: &Study<'_>, all: &mut Effects) {
    let alpha = alpha_of(study.trial.plan.level);
    let leads = match all.model {
        "rm_anova" => CompanionMethod::CompleteCases,
        _ => CompanionMethod::AvailableValues,
    };
    let effects = &mut all.rows;
    for method in CompanionMethod::ALL.into_iter().filter(|method| *method != leads) {
        let tests: Vec<Option<(f64, f64)>> =
            effects.iter().map(|effect| test(method, study, &effect.comparison.compared)).collect();
        let Some(first) = effects.first() else { return };
        let adjusted = adjusted(&first.comparison, study.trial.plan.adjust, &tests);
        for ((effect, test), p_adjusted) in effects.iter_mut().zip(tests).zip(adjusted) {
            let Some((estimate, _)) = test.filter(|(_, p)| p.is_finite()) else { continue };
            let shows = is_significant(p_adjusted, alpha);
            let same_side = estimate * effect.comparison.estimate > 0.0;
            if shows != effect.judged.is_shown() || (shows && !same_side) {
                effect.dissenting.push(Companion { method, shows, p_adjusted });
            }
        }
    }
}

/// The p of a companion adjusted as the answers are. What takes the joint distribution of the contrasts, which a companion
/// does not have, becomes Bonferroni's.
fn adjusted(like: &Comparison, requested: Adjust, tests: &[Option<(f64, f64)>]) -> Vec<f64> {
    let by = match like.family.adjustment(requested) {
        Adjust::Tukey | Adjust::Dunnett | Adjust::Scheffe | Adjust::Closed => Adjust::Bonferroni,
        by => by,
    };
    let tested: Vec<UnadjustedTest> = tests
        .iter()
        .map(|test| UnadjustedTest { t: f64::NAN, df: f64::NAN, p: test.map_or(f64::NAN, |(_, p)| p) })
        .collect();
    Family::of(like.family.size).p_values(by, &tested, &mut Quantiles::default())
}
