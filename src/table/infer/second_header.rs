//! A second header: surveys export the wording of a question, or a label, in a row under the name of its column.

use super::fill::Filled;
use crate::notice::{Message, Problem};
use crate::table::column::Values;

/// Takes out a first row that is words in every column of numbers, where no other row is, and says so.
pub fn take(filled: &mut Filled) -> Option<Problem> {
    let mut n_numeric = 0;
    for column in &filled.columns {
        let Values::Numbers { values, odd } = &column.values else { continue };
        let has_numbers = values.iter().any(|value| !value.is_nan());
        if !has_numbers && odd.is_empty() {
            continue;
        }
        if column.infinite.n > 0 || !matches!(odd.as_slice(), [(0, _)]) {
            return None;
        }
        n_numeric += 1;
    }
    // One cell of words may be a slip.
    if n_numeric < 2 || filled.lines.len() < 3 {
        return None;
    }
    for column in &mut filled.columns {
        match &mut column.values {
            Values::Numbers { values, odd } => {
                odd.clear();
                drop(values.drain(..1));
            }
            Values::Words { levels, codes } => {
                let first = codes.remove(0);
                if first != Values::MISSING && !codes.contains(&first) && (first as usize) < levels.len() {
                    levels.remove(first as usize);
                    let later = codes.iter_mut().filter(|code| **code != Values::MISSING && **code > first);
                    later.for_each(|code| *code -= 1);
                }
            }
        }
    }
    let line = filled.lines.remove(0) as usize;
    Some(Problem::note(Message::new("second-header").with("line", line)).at_line(line))
}
