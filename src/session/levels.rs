//! Columns that may hold arms or occasions.

use crate::table::Column;

/// More levels than these are no arms and no occasions.
pub const MOST_LEVELS: usize = 24;

/// The levels of a column that may hold arms or occasions: few, and each more than once on average.
pub fn few_levels(column: &Column) -> Option<Vec<String>> {
    column.levels(MOST_LEVELS)
}
