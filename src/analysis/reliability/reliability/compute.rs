use crate::analysis::study::LEVEL;
use crate::analysis::{Number, Numbers};
use crate::model::reliability::{Reliability, reliability};
use crate::notice::{Message, Problem};
use crate::trial::{ItemsAt, ScaleItems, Trial};

/// Of one score, by occasion and arm.
pub struct OfScale {
    /// An index into `Trial::scales`.
    pub scale: usize,
    pub groups: Vec<OfGroup>,
    /// Groups in which nobody differs: like `OfGroup`, the occasion and the arm.
    pub left_out: Vec<(usize, Option<usize>)>,
}

pub struct OfGroup {
    /// An index into the occasions of the scale.
    pub at: usize,
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub found: Reliability,
}

/// Every score that has items, in all participants and in each arm.
pub fn of_trial(trial: &Trial) -> Vec<OfScale> {
    trial.scales.iter().enumerate().map(|(index, scale)| of_scale(trial, index, scale)).collect()
}

fn of_scale(trial: &Trial, index: usize, scale: &ScaleItems) -> OfScale {
    let mut of = OfScale { scale: index, groups: Vec::new(), left_out: Vec::new() };
    for (at, items) in scale.occasions.iter().enumerate() {
        for arm in std::iter::once(None).chain((0..trial.arms.len()).filter(|_| trial.has_arms).map(Some)) {
            let is_in = |participant: usize| {
                arm.is_none_or(|arm| trial.arm.get(participant).is_some_and(|&own| own as usize == arm))
            };
            let own = items.answers.iter().enumerate().filter(|(participant, _)| is_in(*participant));
            let rows: Vec<Vec<f64>> = own.map(|(_, row)| row.clone()).collect();
            match reliability(&rows, LEVEL) {
                Some(found) => of.groups.push(OfGroup { at, arm, found }),
                None => of.left_out.push((at, arm)),
            }
        }
    }
    of
}

/// Cronbach’s α of all participants at an occasion of the trial; `None` where the outcome is not made of items.
pub fn alpha_at(trial: &Trial, outcome: usize, occasion: usize) -> Option<f64> {
    let scale = trial.scales.iter().find(|scale| scale.outcome == Some(outcome))?;
    let items = scale.occasions.iter().find(|at| at.occasion == Some(occasion))?;
    reliability(&items.answers, LEVEL).map(|found| found.alpha).filter(|alpha| alpha.is_finite())
}

/// `agreeableness`, with the occasion and the arm where there are several: `exhaustion | pre | waitlist`.
fn term(trial: &Trial, scale: &ScaleItems, group: &OfGroup) -> String {
    let mut parts = vec![scale.name.clone()];
    if scale.occasions.len() > 1 {
        parts.extend(scale.occasions.get(group.at).map(|at| occasion_name(trial, at)));
    }
    parts.extend(group.arm.and_then(|arm| trial.arms.get(arm)).cloned());
    parts.join(" | ")
}

pub fn occasion_name(trial: &Trial, at: &ItemsAt) -> String {
    at.occasion.and_then(|occasion| trial.occasions.get(occasion)).cloned().unwrap_or_default()
}

/// Each with its outcome's name; none where the score is no outcome.
pub fn numbers(trial: &Trial, found: &[OfScale]) -> Vec<(String, Number)> {
    let mut all = Vec::new();
    for of in found {
        let Some(scale) = trial.scales.get(of.scale) else { continue };
        let outcome = scale.outcome.and_then(|outcome| trial.outcomes.get(outcome));
        let name = outcome.map(|outcome| outcome.name.clone()).unwrap_or_default();
        let mut out = Vec::new();
        of.groups.iter().for_each(|group| of_group(trial, scale, group, &mut out));
        all.extend(out.into_iter().map(|number| (name.clone(), number)));
    }
    all
}

fn of_group(trial: &Trial, scale: &ScaleItems, group: &OfGroup, out: &mut Vec<Number>) {
    let (term, found) = (term(trial, scale, group), &group.found);
    let mut row = Numbers::new("reliability", term.clone(), out);
    row.add("n", found.n as f64);
    row.add("k", found.n_items as f64);
    row.add("alpha", found.alpha);
    row.add("alpha_ci95_low", found.alpha_low);
    row.add("alpha_ci95_high", found.alpha_high);
    row.add("alpha_standardized", found.alpha_standardized);
    row.add("mean_interitem_r", found.mean_interitem_r);
    row.add("lambda6", found.lambda6);
    row.add("omega_total", found.omega_total);
    row.add("omega_total_standardized", found.omega_total_standardized);
    row.add("split_half", found.split_half);
    row.add("mean", found.mean);
    row.add("sd", found.sd);
    row.add("sem", found.sem);
    row.add("sdc", found.sdc);
    let names = scale.occasions.get(group.at).map(|at| at.items.as_slice()).unwrap_or_default();
    for (name, item) in names.iter().zip(&found.items) {
        let mut row = Numbers::new("reliability_item", format!("{term}, {name}"), out);
        row.add("mean", item.mean);
        row.add("sd", item.sd);
        row.add("item_total_r", item.item_total_r);
        row.add("item_rest_r", item.item_rest_r);
        row.add("alpha_if_deleted", item.alpha_if_deleted);
        row.add("loading", item.loading);
    }
}

/// Items that run against the others of their score, among all participants: a key that was not applied?
pub fn problems(trial: &Trial, found: &[OfScale]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for of in found {
        let Some(scale) = trial.scales.get(of.scale) else { continue };
        for group in of.groups.iter().filter(|group| group.arm.is_none()) {
            let names = scale.occasions.get(group.at).map(|at| at.items.as_slice()).unwrap_or_default();
            let against = names.iter().zip(&group.found.items).filter(|(_, item)| item.item_rest_r < 0.0);
            let against: Vec<String> = against.map(|(name, _)| name.clone()).collect();
            if !against.is_empty() {
                let message = Message::new("items-against-the-rest").with("score", scale.name.as_str());
                problems.push(Problem::warning(message.with("count", against.len()).with("items", against)));
            }
        }
    }
    problems
}
