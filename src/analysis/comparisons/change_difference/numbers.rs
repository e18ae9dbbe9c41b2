//! Results under their names in the tidy output.

use super::compute::{ChangeDifference, by};
use crate::analysis::study::Study;
use crate::analysis::tidy::Number;

pub fn numbers(study: &Study<'_>, result: &ChangeDifference, out: &mut Vec<Number>) {
    for row in &result.rows {
        row.numbers(study, by(result.error).id, out);
    }
}
