//! The columns of the file that a Plan uses.

use super::{IdColumns, Plan};
use crate::scale;

impl Plan {
    /// Every column of the file that the Plan names, once: items, and not the scores that are made of them.
    pub fn columns(&self) -> Vec<String> {
        let scores_of = |scale| scale::planned(scale, &self.occasions).into_iter().flat_map(|score| score.columns);
        let scores: Vec<String> = self.scales.iter().flat_map(scores_of).collect();
        let items =
            self.scales.iter().flat_map(|scale| scale.by_occasion(&self.occasions)).flat_map(|(_, items)| items);
        let long = self.long.iter().flat_map(|long| {
            let within = self.within.iter().map(|within| &within.name);
            std::iter::once(&long.occasion).chain(&long.value).chain(within)
        });
        let all = (self.id.iter().flat_map(IdColumns::names))
            .chain(self.arm.iter().map(|arm| &arm.column))
            .chain(self.crossover.iter().flat_map(super::CrossoverPlan::columns))
            .chain(long)
            .chain(self.outcomes.iter().flat_map(|outcome| &outcome.columns))
            .chain(&self.covariates)
            .chain(&self.factors)
            .filter(|column| !column.is_empty() && !scores.contains(column))
            .chain(items);
        let mut columns: Vec<String> = Vec::new();
        for column in all {
            if !columns.contains(column) {
                columns.push(column.clone());
            }
        }
        columns
    }
}
