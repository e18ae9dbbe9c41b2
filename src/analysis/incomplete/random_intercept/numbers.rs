//! The names of the numbers.

use super::compute::{InterceptModel, OfIntercepts, RANDOM_INTERCEPT};
use crate::analysis::incomplete::effects;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &InterceptModel, out: &mut Vec<Number>) {
    let method = RANDOM_INTERCEPT.id;
    let (marginal, conditional) = result.r2();
    let mut fit = Numbers::new(method, "(fit)", out);
    fit.add("logLik", result.criteria.log_likelihood);
    fit.add("logLik_treatment_coding", result.criteria.log_likelihood_treatment);
    fit.add("AIC", result.criteria.aic);
    fit.add("AICC", result.criteria.aicc);
    fit.add("BIC", result.criteria.bic);
    fit.add("var_intercept", result.var_intercept);
    fit.add("var_residual", result.var_residual);
    fit.add("icc", result.icc());
    fit.add("r2_marginal", marginal);
    fit.add("r2_conditional", conditional);
    fit.add("n", result.n as f64);
    fit.add("values", result.n_values as f64);
    fit.add("condition", result.convergence.condition);
    for (label, tests) in [("satterthwaite", &result.satterthwaite), ("kenward_roger", &result.kenward_roger)] {
        let OfIntercepts { effects: found, changes, arms_at } = tests;
        effects::numbers(found, (method, label), out);
        for row in changes.iter().chain(arms_at) {
            row.numbers_as(format!("{} [{label}]", row.compared.term(study)), method, out);
        }
    }
}
