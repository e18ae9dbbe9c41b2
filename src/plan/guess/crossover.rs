//! A crossover by its structure: the treatment changes within participants from period to period.

use super::arms::{is_constant, is_named};
use super::long::Long;
use super::profile::{ColumnProfile, ValueKind};
use super::reason::Reason;
use crate::notice::{Message, excerpt};
use crate::plan::CrossoverPlan;

const SEQUENCE: &str = "sequence seq order sequences";

/// The crossover of a long file whose occasions are periods, and why it is one.
pub fn guess(profiles: &[ColumnProfile], long: &Long) -> Option<(CrossoverPlan, Reason)> {
    let changes = |&column: &usize| {
        let profile = &profiles[column];
        let few = profile.n_levels().is_some_and(|n| (2..=8).contains(&n)) && profile.kind != ValueKind::Decimals;
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
    let plan = CrossoverPlan { treatment: name(treatment), period: name(long.occasion), sequence };
    Some((plan, Reason::uncertain("crossover", message)))
}
