//! The design as a script needs it: the role of each column, the level behind each label, the participants to expect.

use crate::table::{Column, Table};
use crate::trial::{Trial, fold, missing_codes};

/// The design of a trial in terms of its file.
pub struct Design<'a> {
    pub table: &'a Table,
    pub trial: &'a Trial,
    pub is_long: bool,
    pub id: Vec<&'a Column>,
    pub arms: Option<Levels<'a>>,
    /// Long file: the columns that tell the occasion and further within factors, in that order.
    pub places: Vec<Levels<'a>>,
    pub factors: Vec<Levels<'a>>,
    pub covariates: Vec<&'a Column>,
    pub outcomes: Vec<Measured<'a>>,
    /// Columns whose numbers may stand for a missing value, with those numbers.
    pub missing: Vec<(&'a Column, Vec<f64>)>,
}

/// A column of labels.
pub struct Levels<'a> {
    pub column: &'a Column,
    pub names: &'a [String],
    /// Every label of the file that means a level, with the level's index.
    pub labels: Vec<(String, usize)>,
}

pub struct Measured<'a> {
    pub name: &'a str,
    /// Wide: one for each measure. Long: one.
    pub columns: Vec<&'a Column>,
    /// How many participants have a value of each measure.
    pub n_values: Vec<usize>,
}

impl<'a> Design<'a> {
    pub fn of(table: &'a Table, trial: &'a Trial) -> Self {
        let plan = &trial.plan;
        let column = |name: &str| table.column(name);
        let levels = |name: &str, names: &'a [String]| Some(Levels::of(table, column(name)?, names));
        let arms = plan.arm.as_ref().and_then(|arm| levels(&arm.column, &trial.arms));
        let places = match &plan.long {
            None => Vec::new(),
            Some(long) => std::iter::once((long.occasion.as_str(), trial.occasions.as_slice()))
                .chain(trial.within.iter().map(|within| (within.name.as_str(), within.levels.as_slice())))
                .filter_map(|(name, names)| levels(name, names))
                .collect(),
        };
        let mut design = Self {
            table,
            trial,
            is_long: plan.long.is_some(),
            id: plan.id.iter().flat_map(|id| id.names()).filter_map(|name| column(name)).collect(),
            arms,
            places,
            factors: trial.factors.iter().filter_map(|factor| levels(&factor.name, &factor.levels)).collect(),
            covariates: trial.covariates.iter().filter_map(|covariate| column(&covariate.name)).collect(),
            outcomes: measured(table, trial),
            missing: Vec::new(),
        };
        design.missing = design.missing_codes();
        design
    }

    /// Every column that a script reads as labels.
    pub fn label_columns(&self) -> Vec<&'a Column> {
        let levels = self.arms.iter().chain(&self.places).chain(&self.factors).map(|levels| levels.column);
        self.id.iter().copied().chain(levels).collect()
    }

    /// How many participants each arm has.
    pub fn n_in_arms(&self) -> Vec<usize> {
        let mut counts = vec![0; self.trial.arms.len()];
        for &arm in &self.trial.arm {
            if let Some(count) = counts.get_mut(arm as usize) {
                *count += 1;
            }
        }
        counts
    }

    fn missing_codes(&self) -> Vec<(&'a Column, Vec<f64>)> {
        let of_outcomes = self.outcomes.iter().flat_map(|outcome| outcome.columns.iter().copied());
        let labels = self.label_columns().into_iter().skip(self.id.len());
        let mut by_column: Vec<(&Column, Vec<f64>)> = Vec::new();
        for column in labels.chain(self.covariates.iter().copied()).chain(of_outcomes) {
            let codes = missing_codes(column, &self.trial.plan.codes);
            if !codes.is_empty() && !by_column.iter().any(|(known, _)| known.name == column.name) {
                by_column.push((column, codes));
            }
        }
        by_column
    }
}

impl<'a> Levels<'a> {
    fn of(table: &Table, column: &'a Column, names: &'a [String]) -> Self {
        let level = |label: &str| {
            let exact = names.iter().position(|name| name.trim() == label);
            exact.or_else(|| names.iter().position(|name| fold(name) == fold(label)))
        };
        let mut seen: Vec<String> = Vec::new();
        let mut labels = Vec::new();
        for row in 0..table.n_rows() {
            let Some(label) = column.label(row) else { continue };
            let label = label.trim();
            if label.is_empty() || seen.iter().any(|known| known == label) {
                continue;
            }
            seen.push(label.into());
            labels.extend(level(label).map(|level| (label.to_owned(), level)));
        }
        // A file's spellings that differ by letters that look the same were read as one; the level's own name is another.
        for (at, name) in names.iter().enumerate() {
            if !labels.iter().any(|(label, _)| label == name.trim()) {
                labels.push((name.trim().to_owned(), at));
            }
        }
        Self { column, names, labels }
    }
}

/// The outcomes of the trial with their columns; an outcome of the Plan that is none of the trial is passed over.
fn measured<'a>(table: &'a Table, trial: &'a Trial) -> Vec<Measured<'a>> {
    let long = trial.plan.long.as_ref();
    let mut planned = trial.plan.outcomes.iter();
    let mut outcomes = Vec::new();
    for outcome in &trial.outcomes {
        let Some(plan) = planned.find(|plan| plan.name == outcome.name) else { break };
        let names: Vec<&str> = match (plan.columns.as_slice(), long) {
            ([], Some(long)) => vec![long.value.as_deref().unwrap_or(&plan.name)],
            (columns, _) => columns.iter().map(String::as_str).collect(),
        };
        let of_measure = |measure| {
            let values = outcome.values.iter().skip(measure).step_by(outcome.n_measures.max(1));
            values.filter(|value| !value.is_nan()).count()
        };
        outcomes.push(Measured {
            name: &outcome.name,
            columns: names.into_iter().filter_map(|name| table.column(name)).collect(),
            n_values: (0..outcome.n_measures).map(of_measure).collect(),
        });
    }
    outcomes
}
