//! A crossover by its structure: the treatment changes within participants from period to period.

use super::arms::{self, is_constant, is_named};
use super::long::Long;
use super::profile::ColumnProfile;
use super::reason::Reason;
use crate::notice::{Message, excerpt};
use crate::plan::labels::join_spellings;
use crate::plan::{CrossoverPlan, Plan};

const SEQUENCE: &str = "sequence seq order sequences";

/// The crossover of a long file whose occasions are periods, and why it is one.
pub fn guess(profiles: &[ColumnProfile], long: &Long) -> Option<(CrossoverPlan, Reason)> {
    let changes = |&column: &usize| {
        let profile = &profiles[column];
        let few = profile.n_levels().is_some_and(|n| (2..=8).contains(&n));
        let free = column != long.id && column != long.occasion && long.within != Some(column);
        free && few && is_named(profile) && !is_constant(profile, &long.people)
    };
    let treatment = (0..profiles.len()).find(changes)?;
    let is_sequence = |column: &usize| profiles[*column].is_only(SEQUENCE, "of treatment group no");
    let sequence = (0..profiles.len()).find(is_sequence).map(|column| profiles[column].column.name.clone());
    let name = |column: usize| profiles[column].column.name.clone();
    let message = Message::new("guess-crossover")
        .with("treatment", excerpt(&name(treatment)))
        .with("period", excerpt(&name(long.occasion)));
    let plan =
        CrossoverPlan { treatment: name(treatment), period: name(long.occasion), sequence, ..CrossoverPlan::default() };
    Some((plan, Reason::uncertain("crossover", message)))
}

/// The treatments of a crossover stand in place of its occasions, and its periods in place of the column of occasions.
pub fn in_place_of_occasions(plan: &mut Plan, profiles: &[ColumnProfile], reasons: &mut Vec<Reason>) {
    let Some(crossover) = &plan.crossover else { return };
    let treatment = profiles.iter().find(|profile| profile.column.name == crossover.treatment);
    let levels = treatment.and_then(|profile| profile.levels.clone()).unwrap_or_default();
    (plan.occasions, ..) = arms::in_order(&join_spellings(levels));
    if let Some(long) = &mut plan.long {
        long.occasion.clear();
    }
    let message = Message::new("guess-occasions-treatments")
        .with("column", excerpt(&crossover.treatment))
        .with_names("treatments", &plan.occasions);
    reasons.retain(|own| !["occasions", "long"].contains(&own.part.as_str()));
    reasons.push(Reason::certain("occasions", message));
}
