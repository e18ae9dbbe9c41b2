//! Results under their names in the tidy output.

use super::compute::{Pairwise, by};
use crate::analysis::study::Study;
use crate::analysis::tidy::Number;

pub fn numbers(study: &Study<'_>, result: &Pairwise, out: &mut Vec<Number>) {
    for row in result.all() {
        row.numbers(study, by(result.error).id, out);
    }
}
