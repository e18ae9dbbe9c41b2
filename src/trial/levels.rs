//! The levels of a column of labels: the Plan's or the file's, with the spellings that count as one.

use std::collections::BTreeMap;

use super::found::Found;
use crate::notice::{Message, Problem};
use crate::plan::cells::{Cells, tally};
use crate::plan::guess::{arms_in_order, occasions_in_order};
use crate::plan::labels::{Spellings, fold, join_spellings, natural_order, nearest};
use crate::plan::names::{listed, shown, some};
use crate::table::Column;

/// More levels than this are no levels: a column of ids, say.
const MOST_LEVELS: usize = 200;

/// Which level a label means.
pub struct Levels {
    pub names: Vec<String>,
    exact: BTreeMap<String, u32>,
    folded: BTreeMap<String, u32>,
}

impl Levels {
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

    /// The arms: the control first, then as the Plan has them, else as they appear.
    pub fn of_arms(cells: &Cells, n_rows: usize, plan: &super::ArmPlan, found: &mut Found) -> Option<Self> {
        let spellings = spellings(cells, n_rows, found)?;
        let is_named = !plan.levels.is_empty();
        let (mut names, guessed) = if is_named { (plan.levels.clone(), None) } else { arms_in_order(&spellings) };
        let control = plan.control.clone().or(guessed);
        let levels = Self::named(names.clone());
        if let Some(control) = control {
            match levels.index(&control) {
                Some(at) => {
                    let name = names.remove(at as usize);
                    names.insert(0, name);
                }
                None => {
                    let near = nearest(&control, names.iter().map(String::as_str));
                    let message = Message::new("control-unknown")
                        .with("control", shown(&control))
                        .with("column", shown(&plan.column))
                        .with("levels", some(&names))
                        .with("near", near.map(shown).unwrap_or_default())
                        .with("n_near", usize::from(near.is_some()));
                    found.push(Problem::error(message).in_column(&plan.column));
                }
            }
        }
        let levels = Self::named(names);
        levels.say_variants(&spellings, cells.column, found);
        Some(levels)
    }

    /// The occasions of a long file, or the levels of a within factor in it: the Plan's, else the file's in time order.
    pub fn of_occasions(cells: &Cells, n_rows: usize, planned: &[String], found: &mut Found) -> Option<Self> {
        if !planned.is_empty() {
            return Some(Self::named(planned.to_vec()));
        }
        let spellings = spellings(cells, n_rows, found)?;
        let levels = Self::named(occasions_in_order(&spellings));
        levels.say_variants(&spellings, cells.column, found);
        Some(levels)
    }

    /// The levels of a further between-participant factor: numbers ascending, words as they appear.
    pub fn of_factor(cells: &Cells, n_rows: usize, found: &mut Found) -> Option<Self> {
        let spellings = spellings(cells, n_rows, found)?;
        let mut names: Vec<String> = spellings.iter().map(|level| level.name.clone()).collect();
        if cells.column.is_numeric() {
            names.sort_by(|a, b| natural_order(a, b));
        }
        let levels = Self::named(names);
        levels.say_variants(&spellings, cells.column, found);
        Some(levels)
    }

    /// Says which spellings were taken for one level.
    fn say_variants(&self, spellings: &[Spellings], column: &Column, found: &mut Found) {
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
                        .with("column", shown(&column.name))
                        .with("level", shown(level));
                    let message = listed(message, "variants", &others);
                    found.push(Problem::note(message).in_column(&column.name));
                }
            }
        }
    }
}

/// The different labels of a column, spellings joined; a Problem where they are too many for levels.
fn spellings(cells: &Cells, n_rows: usize, found: &mut Found) -> Option<Vec<Spellings>> {
    let labels = tally(cells, n_rows, MOST_LEVELS);
    if labels.is_none() {
        let message =
            Message::new("levels-too-many").with("column", shown(&cells.column.name)).with("most", MOST_LEVELS);
        found.push(Problem::error(message).in_column(&cells.column.name));
    }
    labels.map(join_spellings)
}
