//! The whole Plan, guessed from a Table's headers and values.

pub(super) mod arms;
mod complete;
mod crossover;
pub(super) mod direction;
mod files;
mod id;
mod items;
mod join;
mod keys;
mod lone;
mod long;
mod nested;
pub(super) mod occasions;
mod outcomes;
mod own_scales;
mod phrases;
mod profile;
mod questionnaires;
mod reason;
mod stems;
pub(super) mod tokens;
mod words;

pub use complete::{Completed, MOST_LEVELS, completed};
pub use direction::direction;
pub use files::SeparateFile;
pub use join::join;
pub use occasions::occasions_in_order;
pub use reason::Reason;

use std::collections::BTreeSet;

use super::edit::with_scale;
use super::{CrossoverPlan, IdColumns, Plan, timing};
use crate::notice::{Message, excerpt};
use crate::scale::ScalePlan;
use crate::scale::key::Benefit;
use crate::table::{Column, Table};
use long::Long;
use outcomes::GuessedOutcomes;
use profile::{ColumnProfile, Participants};
use questionnaires::Questionnaire;

/// A guessed Plan, with the reason for each part.
#[derive(Clone, Debug, Default)]
pub struct Guess {
    pub plan: Plan,
    pub reasons: Vec<Reason>,
    /// Columns that the Plan does not use, in the file's order.
    pub unused: Vec<String>,
    /// Questionnaires without a key: the sum of their items is an outcome only if the user says so.
    pub suggested: Vec<ScalePlan>,
}

/// Guesses the Plan. Always returns one; parts that nothing suggests are empty, and the reasons say so.
pub fn guess(table: &Table) -> Guess {
    let n_rows = table.n_rows();
    let profiles = ColumnProfile::all(table);
    let measured_columns = outcomes::columns_of_outcomes(&profiles);
    let (long, id, site, why_id) = participants(&profiles, n_rows, measured_columns.is_empty());
    let by_id = id.filter(|_| long.is_none()).map(|id| {
        let columns: Vec<&Column> = site.into_iter().chain([id]).map(|column| profiles[column].column).collect();
        Participants::by_all(&columns, n_rows)
    });
    let people = long.as_ref().map(|long| &long.people).or(by_id.as_ref());

    let named = site.into_iter().chain(id).map(|column| profiles[column].column.name.clone()).collect();
    let mut plan = Plan { id: IdColumns::of(named), ..Plan::default() };
    let mut reasons = vec![why_id];
    let roles = |long: &Long| [Some(long.occasion), long.within];
    let free = |column: &usize| {
        let in_long = long.as_ref().is_some_and(|long| roles(long).contains(&Some(*column)));
        Some(*column) != id && !in_long
    };
    let all = 0..profiles.len();
    let may_be_items: Vec<usize> = all.clone().filter(free).collect();
    let recognised = questionnaires::find(&profiles, &may_be_items, &crate::scale::keys());
    let items = recognised.columns();
    let is_other = |column: &usize| !items.contains(column);
    let for_arm: Vec<usize> =
        all.clone().filter(free).filter(|c| !measured_columns.contains(c)).filter(is_other).collect();
    let crossed = long.as_ref().and_then(|long| crossover::guess(&profiles, long));
    let arm = if crossed.is_some() { None } else { arms::guess(&profiles, &for_arm, people) };
    let arm_column = arm.as_ref().map(|arm| arm.column);
    let of_crossover = crossed.iter().flat_map(|(crossover, _)| crossover.columns());
    let of_crossover: Vec<usize> =
        of_crossover.filter_map(|name| profiles.iter().position(|own| own.column.name == *name)).collect();
    let is_one_arm = !arms::may_be_any(&profiles, &for_arm, people);
    compared(&mut plan, arm, crossed, is_one_arm, &mut reasons);

    let measured: GuessedOutcomes = if let Some(long) = &long {
        let taken: Vec<usize> = arm_column.into_iter().chain(items.iter().copied()).chain(of_crossover).collect();
        let (measured, long_plan) = long::guess(&profiles, long, &taken, &recognised.questionnaires);
        plan.long = Some(long_plan);
        measured
    } else {
        let candidates = all.filter(free).filter(|&c| Some(c) != arm_column).filter(is_other).collect::<Vec<usize>>();
        outcomes::guess(&profiles, &candidates, &recognised.questionnaires)
    };
    (plan.occasions, plan.outcomes) = (measured.occasions, measured.outcomes);
    (plan.within, plan.covariates) = (measured.within, measured.covariates);
    plan.baseline = (!plan.covariates.is_empty()).then_some(None);
    reasons.extend(measured.reasons);
    for questionnaire in &recognised.questionnaires {
        plan = scored(plan, questionnaire, &profiles, &mut reasons);
    }
    reasons.extend(recognised.reasons);
    settle(&mut plan, &profiles, &mut reasons);
    time(&mut plan, &mut reasons);
    let is_open = |reason: &&Reason| !reason.certain && reason.part != "unused";
    plan.unconfirmed = Some(reasons.iter().filter(is_open).map(|reason| reason.part.clone()).collect());
    let suggested = recognised.suggested.into_iter().chain(measured.suggested).collect();
    let unused = unused(table, &plan);
    Guess { plan, reasons, unused, suggested }
}

/// What the Plan compares: arms, or the treatments of a crossover.
fn compared(
    plan: &mut Plan,
    arm: Option<arms::GuessedArms>,
    crossed: Option<(CrossoverPlan, Reason)>,
    is_one_arm: bool,
    reasons: &mut Vec<Reason>,
) {
    match (arm, crossed) {
        (Some(arm), _) => {
            plan.arm = Some(arm.plan);
            reasons.extend(arm.reasons);
        }
        (None, Some((crossover, why))) => {
            plan.crossover = Some(crossover);
            reasons.push(why);
        }
        (None, None) => {
            let message = Message::new("guess-arm-none");
            reasons.push(Reason { part: "arm".into(), message, certain: is_one_arm });
        }
    }
}

/// What the parts say of each other: a row with columns for several occasions is a participant; a table without
/// participants, occasions and arms is no trial; a crossover has treatments in place of occasions.
fn settle(plan: &mut Plan, profiles: &[ColumnProfile], reasons: &mut Vec<Reason>) {
    let several = plan.occasions.len() > 1 && plan.long.is_none();
    reasons.iter_mut().filter(|own| several && own.message.id == "guess-id-none").for_each(|own| own.certain = true);
    if plan.crossover.is_some() {
        crossover::in_place_of_occasions(plan, profiles, reasons);
        return;
    }
    let is_certain = |part: &str| reasons.iter().any(|own| own.part == part && own.certain);
    let is_told = is_certain("arm") && plan.arm.is_some();
    let has_people = plan.id.is_some();
    let is_once = plan.occasions.len() < 2 && plan.long.is_none();
    let is_measured = plan.outcomes.iter().any(|outcome| direction::is_known(&outcome.name));
    if !is_once || is_told || has_people || is_measured || !plan.scales.is_empty() || plan.outcomes.is_empty() {
        return;
    }
    (plan.arm, plan.outcomes) = (None, Vec::new());
    let kept = |own: &Reason| !own.part.contains(':') && !["arm", "control", "occasions"].contains(&own.part.as_str());
    reasons.retain(kept);
    let columns: Vec<&String> = profiles.iter().map(|profile| &profile.column.name).collect();
    let message = Message::new("guess-no-design").with_names("columns", &columns);
    reasons.push(Reason::uncertain("outcomes", message));
}

/// States which occasion is before treatment and at which treatment had ended, and why those.
fn time(plan: &mut Plan, reasons: &mut Vec<Reason>) {
    if plan.crossover.is_some() || plan.occasions.len() < 2 {
        return;
    }
    let baseline = timing::baseline(plan, &plan.occasions);
    let end = timing::end_of_treatment(plan, &plan.occasions, baseline.occasion);
    let mut state = |part: &'static str, id: &'static str, timed: timing::Timed| {
        let name = plan.occasions.get(timed.occasion?)?.clone();
        reasons.push(Reason { part: part.into(), message: why_then(id, &name, timed), certain: timed.certain });
        Some(name)
    };
    let (first, last) =
        (state("baseline", "guess-baseline", baseline), state("end_of_treatment", "guess-end-of-treatment", end));
    plan.baseline = first.map(Some).or(plan.baseline.take());
    plan.end_of_treatment = last;
}

/// Why an occasion is taken to be the one before treatment (`guess-baseline`) or at its end (`guess-end-of-treatment`).
pub fn why_then(id: &'static str, occasion: &str, timed: timing::Timed) -> Message {
    let told = if timed.certain { "yes" } else { "no" };
    Message::new(id).with("occasion", excerpt(occasion)).with("told", told)
}

/// The shape of a long file, the column that names the participant, and why it does.
fn participants(
    profiles: &[ColumnProfile],
    n_rows: usize,
    is_unmeasured: bool,
) -> (Option<Long>, Option<usize>, Option<usize>, Reason) {
    let named = id::named(profiles, n_rows);
    let plain = long::shape(profiles, &named, n_rows);
    // Where occasions alone tell the rows of an id apart, it is one participant's.
    let is_plain =
        |long: &Long| long.within.is_none() && !long.is_repeated && !arms::is_named(&profiles[long.occasion]);
    if !plain.as_ref().is_some_and(is_plain) {
        let pairs = nested::pairs(profiles, &named, n_rows);
        if let Some((long, [site, id])) = nested::shape(profiles, &pairs, n_rows) {
            return (Some(long), Some(id), Some(site), id::by_two(&profiles[site], &profiles[id]));
        }
        // Without columns for several occasions the rows of an id may be its occasions.
        if let Some([site, id]) = nested::in_wide(profiles, &pairs, n_rows).filter(|_| !is_unmeasured) {
            return (None, Some(id), Some(site), id::by_two(&profiles[site], &profiles[id]));
        }
    }
    let long = plain.or_else(|| long::by_structure(profiles, n_rows)).or_else(|| {
        // Without a name and with columns for several occasions it is a wide file.
        let unnamed = if is_unmeasured { id::unnamed(profiles) } else { Vec::new() };
        long::shape(profiles, &unnamed, n_rows)
    });
    let (id, why_id) = match &long {
        Some(long) if named.contains(&long.id) => (Some(long.id), id::by_name(&profiles[long.id])),
        Some(long) => (Some(long.id), id::by_rows(&profiles[long.id])),
        None => id::guess(profiles, n_rows),
    };
    (long, id, None, why_id)
}

/// The Plan with a questionnaire's scores in place of its first items.
fn scored(plan: Plan, questionnaire: &Questionnaire, profiles: &[ColumnProfile], reasons: &mut Vec<Reason>) -> Plan {
    let firsts = questionnaire.first_items();
    let is_first = |name: &String| firsts.iter().any(|&column| profiles[column].column.name == *name);
    // Measured at other occasions than the outcomes, it is none of them, which was said.
    let Some(own) = plan.outcomes.iter().find(|outcome| outcome.columns.iter().any(is_first)) else { return plan };
    let scale = questionnaire.scale(profiles, &plan.occasions, &own.columns);
    for score in questionnaire.key.scores.iter().filter(|score| !score.descriptive) {
        let name = &score.score.name;
        let id = match score.better {
            Some(Benefit::Lower) => "guess-better-key-lower",
            Some(Benefit::Higher) => "guess-better-key-higher",
            None => {
                reasons.push(direction::guess(name).1);
                continue;
            }
        };
        let message = Message::new(id).with("outcome", excerpt(name)).with("key", questionnaire.name());
        reasons.push(Reason::certain(format!("better:{name}"), message));
    }
    with_scale(plan, scale)
}

/// The columns that no part of the Plan names.
fn unused(table: &Table, plan: &Plan) -> Vec<String> {
    let used: BTreeSet<String> = plan.columns().into_iter().collect();
    table.columns.iter().map(|column| &column.name).filter(|name| !used.contains(*name)).cloned().collect()
}
