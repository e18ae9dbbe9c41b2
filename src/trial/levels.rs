//! The levels of a column of labels: the Plan's or the file's, with the spellings that count as one.

use std::collections::BTreeMap;

use crate::notice::{Message, Problem, Problems, excerpt, first_names};
use crate::plan::cells::{Cells, tally};
use crate::plan::guess::MOST_LEVELS;
use crate::plan::labels::{Spellings, fold, join_spellings, natural_order, nearest};
use crate::table::Column;

/// Which level a label means.
pub struct ColumnLevels {
    pub names: Vec<String>,
    exact: BTreeMap<String, u32>,
    folded: BTreeMap<String, u32>,
}

impl ColumnLevels {
    /// The index of the level that a label means: by its spelling, else but for case, blanks and letter forms.
    pub fn index(&self, label: &str) -> Option<u32> {
        self.exact.get(label).or_else(|| self.folded.get(&fold(label))).copied()
    }

    fn named(names: Vec<String>) -> Self {
        let (mut exact, mut folded) = (BTreeMap::new(), BTreeMap::new());
        for (index, name) in (0..).zip(&names) {
            exact.entry(name.trim().to_string()).or_insert(index);
            folded.entry(fold(name)).or_insert(index);
        }
        Self { names, exact, folded }
    }

    /// The arms: the control first, then as the Plan has them.
    pub fn of_arms(cells: &Cells, n_rows: usize, plan: &super::ArmPlan, problems: &mut Problems) -> Option<Self> {
        let spellings = spellings(cells, n_rows, problems)?;
        let mut names = plan.levels.clone();
        let levels = Self::named(names.clone());
        if let Some(control) = &plan.control {
            match levels.index(control) {
                Some(at) => {
                    let name = names.remove(at as usize);
                    names.insert(0, name);
                }
                None => {
                    let near = nearest(control, names.iter().map(String::as_str));
                    let message = Message::new("control-unknown")
                        .with("control", excerpt(control))
                        .with("column", excerpt(&plan.column))
                        .with("levels", first_names(&names))
                        .with("near", near.map(excerpt).unwrap_or_default())
                        .with("n_near", usize::from(near.is_some()));
                    problems.push(Problem::error(message).in_column(&plan.column));
                }
            }
        }
        let levels = Self::named(names);
        levels.say_variants(&spellings, cells.column, problems);
        Some(levels)
    }

    /// The occasions of a long file, or the levels of a within factor in it. Where they are the file's, their spellings
    /// are said; there are none where they were too many.
    pub fn of_occasions(
        cells: &Cells,
        n_rows: usize,
        planned: &[String],
        by_file: bool,
        problems: &mut Problems,
    ) -> Option<Self> {
        let levels = Self::named(planned.to_vec());
        if by_file || planned.is_empty() {
            levels.say_variants(&spellings(cells, n_rows, problems)?, cells.column, problems);
        }
        Some(levels)
    }

    /// The levels of a further between-participant factor: numbers ascending, words as they appear.
    pub fn of_factor(cells: &Cells, n_rows: usize, problems: &mut Problems) -> Option<Self> {
        let spellings = spellings(cells, n_rows, problems)?;
        let mut names: Vec<String> = spellings.iter().map(|level| level.name.clone()).collect();
        if cells.column.is_numeric() {
            names.sort_by(|a, b| natural_order(a, b));
        }
        let levels = Self::named(names);
        levels.say_variants(&spellings, cells.column, problems);
        Some(levels)
    }

    /// Says which spellings were taken for one level.
    fn say_variants(&self, spellings: &[Spellings], column: &Column, problems: &mut Problems) {
        for name in spellings {
            let mut by_level: Vec<(u32, Vec<&String>)> = Vec::new();
            for spelling in &name.all {
                let Some(level) = self.index(spelling) else { continue };
                match by_level.iter_mut().find(|(known, _)| *known == level) {
                    Some((_, all)) => all.push(spelling),
                    None => by_level.push((level, vec![spelling])),
                }
            }
            for (level, all) in by_level {
                let Some(level) = self.names.get(level as usize) else { continue };
                let others: Vec<&String> = all.into_iter().filter(|spelling| *spelling != level).collect();
                if !others.is_empty() {
                    let message = Message::new("arm-label-variants")
                        .with("column", excerpt(&column.name))
                        .with("level", excerpt(level));
                    let message = message.with_names("variants", &others);
                    problems.push(Problem::note(message).in_column(&column.name));
                }
            }
        }
    }
}

/// The different labels of a column, spellings joined; a Problem where they are too many for levels.
fn spellings(cells: &Cells, n_rows: usize, problems: &mut Problems) -> Option<Vec<Spellings>> {
    let labels = tally(cells, n_rows, MOST_LEVELS);
    if labels.is_none() {
        let message =
            Message::new("levels-too-many").with("column", excerpt(&cells.column.name)).with("most", MOST_LEVELS);
        problems.push(Problem::error(message).in_column(&cells.column.name));
    }
    labels.map(join_spellings)
}
