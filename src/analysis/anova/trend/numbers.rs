//! Results under their names in the tidy output.

use super::compute::{POOLED, SEPARATE, Trends};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::ErrorTerm;

pub fn numbers(study: &Study<'_>, result: &Trends, out: &mut Vec<Number>) {
    let computation = if result.error == ErrorTerm::Separate { SEPARATE } else { POOLED };
    for row in &result.rows {
        let mut out = Numbers::new(computation.id, row.term(study), out);
        out.add("estimate", row.estimate);
        out.add("se", row.se);
        out.add("df", row.df);
        out.add("t", row.t);
        out.add("p", row.p);
        out.add("ci95_low", row.ci_low);
        out.add("ci95_high", row.ci_high);
    }
}
