//! Results under their names in the tidy output.

use super::compute::Agreement;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Agreement, out: &mut Vec<Number>) {
    for contrast in &result.contrasts {
        let term = contrast.compared.term(study);
        for way in &contrast.ways {
            let mut row = Numbers::new("agreement", format!("{term} [{}]", way.way.id()), out);
            row.add("estimate", way.estimate);
            row.add("ci95_low", way.low);
            row.add("ci95_high", way.high);
            row.add("p", way.p);
        }
    }
}
