//! Results under their names in the tidy output.

use super::compute::BayesBic;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(_: &Study<'_>, result: &BayesBic, out: &mut Vec<Number>) {
    for effect in &result.effects {
        let mut out = Numbers::new("bayes_bic", effect.name.clone(), out);
        out.add("log_bf10", effect.log_bf10);
        out.add("delta_bic", effect.delta_bic());
        out.add("n", effect.n);
    }
}
