//! Results under their names in the tidy output.

use super::compute::{AcrossPrimaries, PrimaryRow};
use crate::analysis::tidy::{Number, Numbers};
use crate::trial::Trial;

/// Each with the place of its outcome.
pub fn numbers(trial: &Trial, families: &[AcrossPrimaries]) -> Vec<(usize, Number)> {
    let mut numbers = Vec::new();
    for PrimaryRow { outcome, lead, p_holm } in families.iter().flat_map(|family| &family.rows) {
        let mut of_outcome = Vec::new();
        let mut out = Numbers::new("primary_outcomes", lead.compared.term_in(trial), &mut of_outcome);
        out.add("p", lead.p);
        out.add("p_holm", *p_holm);
        numbers.extend(of_outcome.into_iter().map(|number| (*outcome, number)));
    }
    numbers
}
