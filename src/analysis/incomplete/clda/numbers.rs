//! The names of the numbers.

use super::compute::{CLDA, ConstrainedModel};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &ConstrainedModel, out: &mut Vec<Number>) {
    let mut fit = Numbers::new(CLDA.id, "model", out);
    fit.add("logLik", result.criteria.log_likelihood);
    fit.add("AIC", result.criteria.aic);
    fit.add("BIC", result.criteria.bic);
    for row in &result.changes {
        let mut out = Numbers::new(CLDA.id, row.compared.term(study), out);
        row.test_numbers(&mut out);
        out.add("ci95_low", row.ci_low);
        out.add("ci95_high", row.ci_high);
    }
}
