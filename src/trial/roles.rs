//! Looks up the Plan's columns in the Table: the role of each, and Problems where one is missing or does not fit.

use std::collections::{BTreeMap, BTreeSet};

use super::{IdColumns, ONLY, OutcomePlan, Plan};
use crate::notice::{Message, Problem, Problems, excerpt, first_names};
use crate::plan::Completed;
use crate::plan::labels::nearest;
use crate::table::{Column, Table};

pub struct Roles<'a> {
    pub id: Vec<&'a Column>,
    pub arm: Option<&'a Column>,
    pub factors: Vec<&'a Column>,
    pub covariates: Vec<&'a Column>,
    pub layout: FileLayout<'a>,
    pub outcomes: Vec<OutcomeColumns<'a>>,
}

pub enum FileLayout<'a> {
    /// A column per measure; these are the occasions.
    Wide(Vec<String>),
    /// A row per participant and measure, told by these columns: the occasion, and further within factors; the levels of
    /// those `by_file` are the file's.
    Long { occasion: &'a Column, within: Vec<&'a Column>, by_file: &'a [String] },
}

pub struct OutcomeColumns<'a> {
    pub plan: &'a OutcomePlan,
    /// Wide: one for each measure. Long: one.
    pub columns: Vec<&'a Column>,
}

/// Finds every column that the Plan names. `None` where a column is missing without which there is no trial, or no
/// outcome is left.
pub fn resolve<'a>(table: &'a Table, completed: &'a Completed, problems: &mut Problems) -> Option<Roles<'a>> {
    let plan = &completed.plan;
    let mut columns = Columns::of(table);
    let ids = plan.id.as_ref().map(IdColumns::names).unwrap_or_default();
    let id: Vec<&Column> = ids.iter().filter_map(|name| columns.find(name, problems)).collect();
    let arm = plan.arm.as_ref().map(|arm| columns.find(&arm.column, problems));
    let layout = layout(completed, &mut columns, problems);
    // Without its arms or its occasions a trial would be analysed as another than the Plan's.
    if matches!(arm, Some(None)) || (id.len() < ids.len() && (plan.long.is_some() || ids.len() > 1)) {
        return None;
    }
    let (arm, layout) = (arm.flatten(), layout?);
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let structure = match &layout {
        FileLayout::Wide(_) => Vec::new(),
        FileLayout::Long { occasion, within, .. } => std::iter::once(*occasion).chain(within.iter().copied()).collect(),
    };
    // Ids that restart in each arm are told apart by it.
    let within_id = |arm: &&Column| !id.iter().any(|own| own.name == arm.name);
    for column in id.iter().copied().chain(arm.filter(within_id)).chain(structure) {
        take(column, &mut taken, problems);
    }
    let mut find_all = |names: &'a [String], problems: &mut Problems| -> Vec<&'a Column> {
        let known = names.iter().filter_map(|name| columns.find(name, problems)).collect::<Vec<_>>();
        known.into_iter().filter(|column| take(column, &mut taken, problems)).collect()
    };
    let factors = find_all(&plan.factors, problems);
    let mut covariates = find_all(&plan.covariates, problems);
    covariates.retain(|column| {
        let numeric = column.is_numeric();
        if !numeric {
            problems.push(Problem::error(not_numeric("covariate-not-numeric", column)).in_column(&column.name));
        }
        numeric
    });
    for code in &plan.codes {
        columns.find(&code.column, problems);
    }
    let mut free = Free { taken, of_outcome: BTreeMap::new() };
    for covariate in &covariates {
        // A pretest may be a covariate and an occasion, though not in one analysis.
        free.taken.remove(covariate.name.as_str());
        free.of_outcome.insert(&covariate.name, &covariate.name);
    }
    let outcomes: Vec<OutcomeColumns> = plan
        .outcomes
        .iter()
        .filter_map(|outcome| role(outcome, plan, &layout, (&mut columns, &mut free), problems))
        .collect();
    // A file of items alone may ask for nothing but their scores.
    let only_scales = plan.outcomes.is_empty() && !plan.scales.is_empty();
    if plan.outcomes.is_empty() && !only_scales {
        problems.push(Problem::error(Message::new("plan-without-outcome")));
    }
    (!outcomes.is_empty() || only_scales).then_some(Roles { id, arm, factors, covariates, layout, outcomes })
}

/// Marks a column as taken; says so where it already is.
fn take<'a>(column: &'a Column, taken: &mut BTreeSet<&'a str>, problems: &mut Problems) -> bool {
    let is_new = taken.insert(&column.name);
    if !is_new {
        let message = Message::new("column-used-twice").with("column", excerpt(&column.name));
        problems.push(Problem::error(message).in_column(&column.name));
    }
    is_new
}

fn layout<'a>(completed: &'a Completed, columns: &mut Columns<'a>, problems: &mut Problems) -> Option<FileLayout<'a>> {
    let plan = &completed.plan;
    let mut seen = BTreeSet::new();
    if let Some(twice) = plan.occasions.iter().find(|name| !seen.insert(name.as_str())) {
        problems.push(Problem::error(Message::new("occasion-twice").with("occasion", excerpt(twice))));
        return None;
    }
    let Some(long) = &plan.long else {
        if let Some(within) = plan.within.iter().find(|within| within.levels.is_empty()) {
            problems.push(Problem::error(Message::new("within-without-levels").with("factor", excerpt(&within.name))));
            return None;
        }
        return Some(FileLayout::Wide(wide_occasions(plan)));
    };
    let occasion = columns.find(&long.occasion, problems)?;
    let within: Vec<&Column> = plan.within.iter().filter_map(|within| columns.find(&within.name, problems)).collect();
    (within.len() == plan.within.len()).then_some(FileLayout::Long { occasion, within, by_file: &completed.by_file })
}

/// The occasions of a wide file. Where the Plan names none, as many as the first outcome has columns, by number.
fn wide_occasions(plan: &Plan) -> Vec<String> {
    if !plan.occasions.is_empty() {
        return plan.occasions.clone();
    }
    let n_within: usize = plan.within.iter().map(|within| within.levels.len()).fold(1, usize::saturating_mul);
    match plan.outcomes.first().map_or(1, |outcome| outcome.columns.len()) / n_within.max(1) {
        0 | 1 => vec![ONLY.into()],
        n => (1..=n).map(|occasion| occasion.to_string()).collect(),
    }
}

/// Which columns already have a role.
struct Free<'a> {
    taken: BTreeSet<&'a str>,
    /// The outcome (or covariate) that uses a column.
    of_outcome: BTreeMap<&'a str, &'a String>,
}

/// One outcome's columns, if they are all there, numeric, and as many as it takes.
fn role<'a>(
    outcome: &'a OutcomePlan,
    plan: &'a Plan,
    layout: &FileLayout<'a>,
    (columns, free): (&mut Columns<'a>, &mut Free<'a>),
    problems: &mut Problems,
) -> Option<OutcomeColumns<'a>> {
    let names = names_of(outcome, plan, layout, problems)?;
    let found_columns: Vec<&Column> = names.iter().filter_map(|name| columns.find(name, problems)).collect();
    if found_columns.len() < names.len() {
        return None;
    }
    let mut own = BTreeSet::new();
    for column in &found_columns {
        if free.taken.contains(column.name.as_str()) || !own.insert(column.name.as_str()) {
            let message = Message::new("column-used-twice").with("column", excerpt(&column.name));
            problems.push(Problem::error(message).in_column(&column.name));
            return None;
        }
        if let Some(other) = free.of_outcome.insert(&column.name, &outcome.name) {
            let message = Message::new("column-shared")
                .with("column", excerpt(&column.name))
                .with("first", excerpt(other))
                .with("second", excerpt(&outcome.name));
            problems.push(Problem::warning(message).in_column(&column.name));
        }
    }
    let text: Vec<&&Column> = found_columns.iter().filter(|column| !is_numeric(column)).collect();
    for column in &text {
        let message = not_numeric("outcome-not-numeric", column).with("outcome", excerpt(&outcome.name));
        problems.push(Problem::error(message).in_column(&column.name));
    }
    text.is_empty().then_some(OutcomeColumns { plan: outcome, columns: found_columns })
}

/// The names of an outcome's columns, if they are as many as there are measures.
fn names_of<'a>(
    outcome: &'a OutcomePlan,
    plan: &'a Plan,
    layout: &FileLayout<'a>,
    problems: &mut Problems,
) -> Option<Vec<&'a String>> {
    let names: Vec<&String> = outcome.columns.iter().collect();
    match layout {
        FileLayout::Long { .. } => {
            let value = plan.long.as_ref().and_then(|long| long.value.as_ref());
            match (names.as_slice(), value) {
                ([_], _) => return Some(names),
                // An outcome may be named by its column alone.
                ([], _) => return Some(vec![value.unwrap_or(&outcome.name)]),
                _ => {}
            }
            let message =
                Message::new("plan-wide-and-long").with("outcome", excerpt(&outcome.name)).with("n", names.len());
            problems.push(Problem::error(message));
        }
        FileLayout::Wide(occasions) => {
            let n_within: usize = plan.within.iter().map(|within| within.levels.len()).fold(1, usize::saturating_mul);
            let expected = occasions.len().saturating_mul(n_within);
            if names.len() == expected {
                return Some(names);
            }
            let message = Message::new("outcome-columns-count")
                .with("outcome", excerpt(&outcome.name))
                .with("n", names.len())
                .with("expected", expected)
                .with("occasions", first_names(occasions));
            problems.push(Problem::error(message));
        }
    }
    None
}

/// A column without any value counts as numeric: it is missing, not text.
fn is_numeric(column: &Column) -> bool {
    column.is_numeric() || first_cells(column).is_empty()
}

fn not_numeric(id: &'static str, column: &Column) -> Message {
    Message::new(id).with("column", excerpt(&column.name)).with("cells", first_cells(column))
}

fn first_cells(column: &Column) -> Vec<String> {
    match &column.values {
        crate::table::Values::Words { levels, .. } => levels.iter().take(3).map(|level| excerpt(level)).collect(),
        crate::table::Values::Numbers { .. } => Vec::new(),
    }
}

/// The Table's columns by name.
struct Columns<'a> {
    table: &'a Table,
    by_name: BTreeMap<&'a str, &'a Column>,
    missing: BTreeSet<String>,
}

impl<'a> Columns<'a> {
    fn of(table: &'a Table) -> Self {
        let by_name = table.columns.iter().rev().map(|column| (column.name.as_str(), column)).collect();
        Self { table, by_name, missing: BTreeSet::new() }
    }

    /// The column of that name; a Problem, once for each name, where there is none.
    fn find(&mut self, name: &str, problems: &mut Problems) -> Option<&'a Column> {
        let column = self.by_name.get(name).copied();
        if column.is_none() && self.missing.insert(name.into()) {
            let near = nearest(name, self.table.columns.iter().map(|column| column.name.as_str()));
            let message = Message::new("column-missing")
                .with("column", excerpt(name))
                .with("near", near.map(excerpt).unwrap_or_default())
                .with("n_near", usize::from(near.is_some()));
            problems.push(Problem::error(message).in_column(name));
        }
        column
    }
}
