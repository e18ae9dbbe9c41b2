//! What the file tells of participants beside the design, such as age and gender: the columns that do not change over the
//! occasions.

use super::people::People;
use super::{Characteristic, CharacteristicValues, Plan};
use crate::plan::cells::{CellValue, Cells};
use crate::plan::timing::names_a_time;
use crate::table::{Column, Table};

/// Words with more levels than this are names or answers in the participant's own words.
const MOST_LEVELS: usize = 8;
/// More columns than these are the items of a questionnaire.
const MOST_COLUMNS: usize = 20;

/// Covariates and further factors first, then the columns that the Plan does not use, as the file has them.
pub fn characteristics(file: &Table, plan: &Plan, people: &People) -> Vec<Characteristic> {
    let used = plan.columns();
    let named = || plan.covariates.iter().chain(&plan.factors);
    let of_plan = named().filter_map(|name| file.columns.iter().find(|column| column.name == *name));
    let of_file: Vec<&Column> = file
        .columns
        .iter()
        .filter(|column| !used.contains(&column.name) && !names_a_time(&column.name))
        .filter(|column| characteristic(column, plan, people).is_some())
        .collect();
    let of_file = if of_file.len() > MOST_COLUMNS { Vec::new() } else { of_file };
    of_plan.chain(of_file).filter_map(|column| characteristic(column, plan, people)).collect()
}

/// `None` where the column has one value only, changes within a participant, or is neither a number nor of few levels.
fn characteristic(column: &Column, plan: &Plan, people: &People) -> Option<Characteristic> {
    let cells = Cells::of(column, &plan.codes);
    let labels = each(people, |row| cells.label(row).map(|label| label.into_owned()))?;
    let mut names: Vec<String> = Vec::new();
    for label in labels.iter().flatten() {
        if !names.contains(label) {
            names.push(label.clone());
        }
    }
    let is_number = |row: &u32| matches!(cells.number(*row as usize), CellValue::Value(_));
    let has_numbers = people.rows.iter().flatten().any(is_number);
    let values = match names.len() {
        0 | 1 => return None,
        // Two numbers are a code, such as 0 and 1.
        n if n == 2 || !has_numbers && n <= MOST_LEVELS => {
            names.sort();
            let code = |label: &String| names.iter().position(|name| name == label);
            let codes = labels.iter().map(|label| label.as_ref().and_then(code)).collect();
            CharacteristicValues::Levels { names, codes }
        }
        _ if !has_numbers => return None,
        _ => {
            let number = |row| match cells.number(row) {
                CellValue::Value(value) => Some(value),
                CellValue::Missing | CellValue::Suspected(_) | CellValue::Text(_) => None,
            };
            let values: Vec<f64> = each(people, number)?.into_iter().map(|value| value.unwrap_or(f64::NAN)).collect();
            if is_numbering(&values) {
                return None;
            }
            CharacteristicValues::Numbers(values)
        }
    };
    Some(Characteristic { name: column.name.clone(), values })
}

/// Whole numbers in steps of one name the rows.
fn is_numbering(values: &[f64]) -> bool {
    values.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}

/// Each participant's only value; `None` where one has several.
fn each<T: PartialEq>(people: &People, value_at: impl Fn(usize) -> Option<T>) -> Option<Vec<Option<T>>> {
    let only = |rows: &Vec<u32>| {
        let mut values = rows.iter().filter_map(|&row| value_at(row as usize));
        let first = values.next();
        values.all(|value| Some(&value) == first.as_ref()).then_some(first)
    };
    people.rows.iter().map(only).collect()
}
