//! Checks of the data: what would keep an outcome from being analysed.

use super::magnitude::{Beyond, Extent};
use super::{Outcome, Trial};
use crate::notice::{Message, Problem, Problems, excerpt};

/// Checks one outcome. False where it cannot be analysed at all: nothing was measured on any occasion, or nothing that can
/// be squared.
pub fn is_analysable(outcome: &Outcome, trial: &Trial, problems: &mut Problems) -> bool {
    let empty = trial.empty_occasions(outcome);
    if empty.len() == trial.occasions.len() {
        problems.push(Problem::error(Message::new("outcome-all-missing").with("outcome", excerpt(&outcome.name))));
        return false;
    }
    if !empty.is_empty() {
        let names: Vec<&String> = empty.iter().filter_map(|&occasion| trial.occasions.get(occasion)).collect();
        let message = Message::new("occasion-without-values").with("outcome", excerpt(&outcome.name));
        problems.push(Problem::warning(message.with_names("occasions", &names)));
    }
    if let Some(beyond) = outcome_beyond(outcome, trial) {
        let message = match beyond {
            Beyond::TooLarge(value) => Message::new("outcome-too-large").with("value", value),
            Beyond::TooClose(spread) => Message::new("outcome-too-small").with("value", spread),
        };
        problems.push(Problem::error(message.with("outcome", excerpt(&outcome.name))));
        return false;
    }
    constant(outcome, problems);
    identical(outcome, trial, problems);
    true
}

/// Whether an arm's scores at an occasion are beyond the range of the analysis: each has a variance of its own.
fn outcome_beyond(outcome: &Outcome, trial: &Trial) -> Option<Beyond> {
    let mut cells = vec![Extent::default(); trial.arms.len() * outcome.n_measures];
    for (row, &arm) in outcome.values.chunks(outcome.n_measures).zip(&trial.arm) {
        let own = cells.iter_mut().skip(arm as usize * outcome.n_measures);
        own.zip(row).for_each(|(cell, &value)| *cell = cell.with(value));
    }
    cells.into_iter().find_map(Extent::beyond)
}

fn constant(outcome: &Outcome, problems: &mut Problems) {
    let mut present = outcome.values.iter().copied().filter(|value| !value.is_nan());
    let Some(first) = present.next() else { return };
    if outcome.values.len() > 1 && present.all(|value| value == first) {
        let message = Message::new("outcome-constant").with("outcome", excerpt(&outcome.name)).with("value", first);
        problems.push(Problem::warning(message));
    }
}

/// Two measures with the same value for every participant, more likely one column copied than two measurements.
fn identical(outcome: &Outcome, trial: &Trial, problems: &mut Problems) {
    let same = |a: usize, b: usize| {
        let pairs = outcome.values.chunks(outcome.n_measures).map(|values| (values[a], values[b]));
        let mut n_both = 0;
        let mut first = None;
        let mut varies = false;
        for (x, y) in pairs {
            if x.is_nan() != y.is_nan() || (x != y && !x.is_nan()) {
                return false;
            }
            n_both += usize::from(!x.is_nan());
            varies |= !x.is_nan() && *first.get_or_insert(x) != x;
        }
        n_both > 1 && varies
    };
    for a in 0..outcome.n_measures {
        for b in a + 1..outcome.n_measures {
            if same(a, b) {
                let message = Message::new("occasions-identical")
                    .with("outcome", excerpt(&outcome.name))
                    .with("first", excerpt(&trial.measure_name(a)))
                    .with("second", excerpt(&trial.measure_name(b)));
                problems.push(Problem::warning(message));
            }
        }
    }
}

/// Checks the whole Trial: whether the participants suffice.
pub fn whole(trial: &Trial, problems: &mut Problems) {
    if let [only] = trial.ids.as_slice() {
        problems.push(Problem::error(Message::new("one-participant").with("id", excerpt(only))).of_participant(only));
        return;
    }
    for index in 0..trial.outcomes.len() {
        enough(index, trial, problems);
    }
}

/// Whether enough participants have all values of an outcome.
fn enough(index: usize, trial: &Trial, problems: &mut Problems) {
    let outcome = &trial.outcomes[index];
    let complete = trial.complete(index);
    let name = excerpt(&outcome.name);
    if complete.is_empty() {
        let message = Message::new("outcome-no-complete").with("outcome", name).with("n", trial.ids.len());
        problems.push(Problem::error(message));
        return;
    }
    let mut by_arm = vec![0_usize; trial.arms.len()];
    for &participant in &complete {
        by_arm[trial.arm[participant] as usize] += 1;
    }
    let names = |n: usize| -> Vec<&String> {
        trial.arms.iter().zip(&by_arm).filter(|(_, own)| **own == n).map(|(name, _)| name).collect()
    };
    let nobody = names(0);
    if !nobody.is_empty() {
        let message = Message::new("arm-incomplete").with("outcome", name.clone()).with_names("arms", &nobody);
        problems.push(Problem::warning(message));
    }
    // The degrees of freedom of the error, with each arm that has someone and each covariate taking one.
    let n_arms = by_arm.iter().filter(|&&n| n > 0).count();
    let n_taken = n_arms + trial.covariates.len();
    let message = |id| {
        Message::new(id)
            .with("outcome", name.clone())
            .with("n", complete.len())
            .with("n_arms", n_arms)
            .with("n_covariates", trial.covariates.len())
            .with("n_measures", outcome.n_measures)
    };
    if complete.len() <= n_taken {
        problems.push(Problem::error(message("participants-too-few")));
    } else if complete.len() - n_taken < outcome.n_measures - 1 && outcome.n_measures > 2 {
        problems.push(Problem::note(message("participants-fewer-than-occasions")));
    }
}
