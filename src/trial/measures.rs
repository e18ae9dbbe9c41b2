//! The values of an outcome: participant × measure, and why a value is missing.

use super::levels::ColumnLevels;
use super::people::{People, lines_of};
use super::roles::{FileLayout, OutcomeColumns, Roles};
use super::{Outcome, Plan, WithinPlan};
use crate::notice::{Message, Problem, Problems, excerpt, first_names};
use crate::plan::cells::{CellValue, Cells};
use crate::plan::limits::MOST_MEASURES;
use crate::table::Table;

/// Which measures there are, and in a long file which of them each row holds.
pub struct MeasureGrid {
    pub occasions: Vec<String>,
    pub within: Vec<WithinPlan>,
    pub n_measures: usize,
    /// Long file: the measure of each row. Empty for a wide file.
    of_row: Vec<Option<u32>>,
    is_long: bool,
}

/// Why a value is missing although the file has something in its place.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// It may stand for a missing value.
    Code(f64),
    Text(String),
}

pub struct MeasuredOutcome {
    pub outcome: Outcome,
    /// Participant, measure and cause, in that order.
    pub causes: Vec<(usize, usize, Cause)>,
    /// Participant and measure of each value that is the mean of several rows, in that order.
    pub averaged: Vec<(usize, usize)>,
}

/// The number of measures of an outcome; `None`, and said, where it is more than can be analysed.
fn n_measures(occasions: &[String], others: impl Iterator<Item = usize>, problems: &mut Problems) -> Option<usize> {
    let n = others.fold(occasions.len(), usize::saturating_mul);
    if n > MOST_MEASURES {
        let message = Message::new("measures-too-many").with("n", n).with("most", MOST_MEASURES);
        problems.push(Problem::error(message));
        return None;
    }
    Some(n)
}

impl MeasureGrid {
    pub fn of(table: &Table, plan: &Plan, layout: &FileLayout, problems: &mut Problems) -> Option<Self> {
        let (occasion, within_columns, by_file) = match layout {
            FileLayout::Wide(occasions) => {
                let within = plan.within.clone();
                let n_measures = n_measures(occasions, within.iter().map(|within| within.levels.len()), problems)?;
                return Some(Self {
                    occasions: occasions.clone(),
                    within,
                    n_measures,
                    of_row: Vec::new(),
                    is_long: false,
                });
            }
            FileLayout::Long { occasion, within, by_file } => (*occasion, within, *by_file),
        };
        let n_rows = table.n_rows();
        let columns = std::iter::once(occasion).chain(within_columns.iter().copied());
        let planned = std::iter::once(&plan.occasions).chain(plan.within.iter().map(|within| &within.levels));
        let mut of_row = vec![Some(0); n_rows];
        let mut names = Vec::new();
        for (column, planned) in columns.zip(planned) {
            let cells = Cells::of(column, &plan.codes);
            let levels = ColumnLevels::of_occasions(&cells, n_rows, planned, by_file.contains(&column.name), problems)?;
            n_measures(&levels.names, names.iter().map(Vec::len), problems)?;
            let n_levels = u32::try_from(levels.names.len()).ok()?;
            let mut unplaced = Unplaced::default();
            for (row, measure) in of_row.iter_mut().enumerate() {
                let label = cells.label(row);
                let level = label.as_deref().and_then(|label| levels.index(label));
                if level.is_none() {
                    unplaced.add(label.as_deref(), table.lines.get(row).copied().unwrap_or_default());
                }
                *measure = measure.zip(level).map(|(measure, level)| measure * n_levels + level);
            }
            unplaced.say(&column.name, problems);
            names.push(levels.names);
        }
        let n_measures = names.iter().map(Vec::len).product();
        if n_measures == 0 {
            let message = Message::new("occasions-absent").with("column", excerpt(&occasion.name));
            problems.push(Problem::error(message).in_column(&occasion.name));
            return None;
        }
        let mut names = names.into_iter();
        let occasions = names.next()?;
        let within =
            plan.within.iter().zip(names).map(|(w, levels)| WithinPlan { name: w.name.clone(), levels }).collect();
        Some(Self { occasions, within, n_measures, of_row, is_long: true })
    }

    /// The occasion of a long file's row; `None` in a wide file.
    pub fn occasion_of_row(&self, row: usize) -> Option<usize> {
        self.of_row.get(row).copied().flatten().map(|measure| self.occasion(measure as usize))
    }

    /// The occasion of a measure.
    pub fn occasion(&self, measure: usize) -> usize {
        measure / (self.n_measures / self.occasions.len().max(1)).max(1)
    }

    /// The values of an outcome.
    pub fn measure(&self, role: &OutcomeColumns, people: &People, plan: &Plan) -> MeasuredOutcome {
        let cells: Vec<Cells> = role.columns.iter().map(|column| Cells::of(column, &plan.codes)).collect();
        let mut values = vec![f64::NAN; people.ids.len() * self.n_measures];
        let (mut causes, mut averaged) = (Vec::new(), Vec::new());
        for (participant, (rows, values)) in people.rows.iter().zip(values.chunks_mut(self.n_measures)).enumerate() {
            let mut known: Vec<Option<Cause>> = vec![None; self.n_measures];
            let mut means = vec![Mean::default(); self.n_measures];
            for &row in rows {
                let places = match (self.is_long, cells.as_slice()) {
                    (true, [column]) => {
                        let measure = self.of_row.get(row as usize).copied().flatten();
                        measure.map(|measure| (measure as usize, column)).into_iter().collect()
                    }
                    _ => cells.iter().enumerate().collect::<Vec<_>>(),
                };
                for (measure, column) in places {
                    settle(column.number(row as usize), &mut means[measure], &mut known[measure]);
                }
            }
            for (measure, (value, mean)) in values.iter_mut().zip(&means).enumerate() {
                *value = mean.value();
                if mean.differs {
                    averaged.push((participant, measure));
                }
            }
            let known = known.into_iter().enumerate();
            causes.extend(known.filter_map(|(measure, cause)| Some((participant, measure, cause?))));
        }
        let outcome = Outcome {
            name: role.plan.name.clone(),
            better: role.plan.direction(),
            role: role.plan.role,
            margin: role.plan.margin,
            reliable_change: role.plan.reliable_change,
            values,
            n_measures: self.n_measures,
        };
        MeasuredOutcome { outcome, causes, averaged }
    }

    /// Names the rows of a long file that stand for the same participant and measure: rows that agree count once, of others
    /// the mean is taken. Where that is so throughout, once for all.
    pub fn say_doubled_rows(
        &self,
        table: &Table,
        people: &People,
        measured: &[MeasuredOutcome],
        problems: &mut Problems,
    ) {
        if !self.is_long {
            return;
        }
        let mut averaged: Vec<(usize, usize)> =
            measured.iter().flat_map(|outcome| &outcome.averaged).copied().collect();
        averaged.sort_unstable();
        averaged.dedup();
        let mut of_people: Vec<usize> = averaged.iter().map(|(participant, _)| *participant).collect();
        of_people.dedup();
        let throughout = 2 * of_people.len() > people.ids.len() && of_people.len() > 1;
        if throughout {
            let message = Message::new("rows-averaged").with("n", of_people.len()).with("cells", averaged.len());
            problems.push(Problem::note(message));
        }
        for (participant, (id, rows)) in people.ids.iter().zip(&people.rows).enumerate() {
            let mut by_measure: Vec<(usize, u32)> =
                rows.iter().filter_map(|&row| Some((self.of_row.get(row as usize).copied()?? as usize, row))).collect();
            by_measure.sort();
            for same in by_measure.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                let measure = same[0].0;
                let differ = averaged.binary_search(&(participant, measure)).is_ok();
                if throughout {
                    continue;
                }
                let rows: Vec<u32> = same.iter().map(|(_, row)| *row).collect();
                let lines = lines_of(&rows, &table.lines);
                let message = Message::new(if differ { "rows-for-one-occasion" } else { "row-repeated" })
                    .with("id", excerpt(id))
                    .with("occasion", excerpt(&self.occasions[self.occasion(measure)]));
                let message = message.with_names("lines", &lines);
                let problem = if differ { Problem::warning(message) } else { Problem::note(message) };
                problems.push(problem.of_participant(id));
            }
        }
    }
}

/// The mean of the rows that stand for one value.
#[derive(Clone, Copy, Default)]
struct Mean {
    first: f64,
    sum: f64,
    n: usize,
    differs: bool,
}

impl Mean {
    fn add(&mut self, value: f64) {
        if self.n == 0 {
            self.first = value;
        }
        self.differs |= value != self.first;
        (self.sum, self.n) = (self.sum + value, self.n + 1);
    }

    /// NaN where there is none; rows that agree are that value to the last digit.
    fn value(&self) -> f64 {
        match (self.n, self.differs) {
            (0, _) => f64::NAN,
            (_, false) => self.first,
            (n, true) => self.sum / n as f64,
        }
    }
}

/// Puts one more cell in a value's place.
fn settle(cell: CellValue, mean: &mut Mean, cause: &mut Option<Cause>) {
    match cell {
        CellValue::Value(value) => {
            mean.add(value);
            *cause = None;
        }
        CellValue::Suspected(code) if mean.n == 0 => *cause = Some(Cause::Code(code)),
        CellValue::Text(text) if mean.n == 0 => *cause = Some(Cause::Text(excerpt(text))),
        CellValue::Missing | CellValue::Suspected(_) | CellValue::Text(_) => {}
    }
}

/// Rows whose cell is none of the occasions (or levels of a within factor).
#[derive(Default)]
struct Unplaced {
    blank: Vec<String>,
    /// Labels in order of appearance, and how many rows they have.
    labels: Vec<String>,
    n_labelled: usize,
}

impl Unplaced {
    fn add(&mut self, label: Option<&str>, line: u32) {
        match label {
            None => self.blank.push(line.to_string()),
            Some(label) => {
                self.n_labelled += 1;
                // A few are named.
                if self.labels.len() < 8 && !self.labels.iter().any(|known| known == label) {
                    self.labels.push(label.into());
                }
            }
        }
    }

    fn say(self, column: &str, problems: &mut Problems) {
        if !self.blank.is_empty() {
            let message = Message::new("occasion-missing").with("column", excerpt(column));
            let message = message.with_names("lines", &self.blank);
            problems.push(Problem::warning(message).in_column(column));
        }
        if self.n_labelled > 0 {
            let message = Message::new("occasion-not-in-plan")
                .with("column", excerpt(column))
                .with("n", self.n_labelled)
                .with("occasions", first_names(&self.labels));
            problems.push(Problem::warning(message).in_column(column));
        }
    }
}

/// The columns of every role, ready to be read.
pub fn measure_all(
    table: &Table,
    plan: &Plan,
    roles: &Roles,
    people: &People,
    problems: &mut Problems,
) -> Option<(MeasureGrid, Vec<MeasuredOutcome>)> {
    let grid = MeasureGrid::of(table, plan, &roles.layout, problems)?;
    let measured: Vec<MeasuredOutcome> = roles.outcomes.iter().map(|role| grid.measure(role, people, plan)).collect();
    grid.say_doubled_rows(table, people, &measured, problems);
    Some((grid, measured))
}
