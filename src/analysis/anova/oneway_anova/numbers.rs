//! Results under their names in the tidy output.

use super::compute::OneWay;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::effects::Effect;

pub fn numbers(study: &Study<'_>, result: &OneWay, out: &mut Vec<Number>) {
    for at in &result.occasions {
        let occasion = study.occasion_name(at.occasion);
        let Effect { test, size, .. } = &at.effect;
        let mut oneway = Numbers::new("oneway_anova", occasion, out);
        oneway.add("SS", test.ss);
        oneway.add("df1", test.df1);
        oneway.add("error_SS", test.ss_error);
        oneway.add("df2", test.df2);
        oneway.add("F", test.f);
        oneway.add("p", test.p);
        oneway.add("eta2", size.partial_eta2);
        oneway.add("omega2", size.partial_omega2);
        oneway.add("cohen_f", size.cohen_f);
        for (method, test) in [("welch_anova", at.welch), ("brown_forsythe_anova", at.brown_forsythe)] {
            let Some(test) = test else { continue };
            let mut robust = Numbers::new(method, occasion, out);
            robust.add("F", test.f);
            robust.add("df1", test.df1);
            robust.add("df2", test.df2);
            robust.add("p", test.p);
        }
        for (arm, against, pair) in &at.pairs {
            let arms = (study.arm_name(*arm), study.arm_name(*against));
            let mut row = Numbers::new("games_howell", format!("{} - {} | {occasion}", arms.0, arms.1), out);
            row.add("estimate", pair.estimate);
            row.add("se", pair.se);
            row.add("df", pair.df);
            row.add("t", pair.t);
            row.add("p", pair.p);
            row.add("ci95_low", pair.low);
            row.add("ci95_high", pair.high);
        }
    }
}
