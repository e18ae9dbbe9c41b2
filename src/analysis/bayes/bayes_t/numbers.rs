//! Results under their names in the tidy output.

use super::compute::{BayesT, WIDTHS};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &BayesT, out: &mut Vec<Number>) {
    for row in result.all() {
        let mut out = Numbers::new("bayes_t", row.compared.term_within(study), out);
        for (width, log_bf10) in WIDTHS.iter().zip(row.log_bf10) {
            out.add(width.statistic, log_bf10);
        }
    }
}
