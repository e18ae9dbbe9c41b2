//! Results under their names in the tidy output.

use super::compute::SimpleEffects;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &SimpleEffects, out: &mut Vec<Number>) {
    let arms = result.arms_at.iter().map(|e| (format!("group | {}", study.occasion_name(e.at)), e));
    let occasions = result.occasions_within.iter().map(|e| (format!("occasion | {}", study.arm_name(e.at)), e));
    for (term, effect) in arms.chain(occasions) {
        let mut out = Numbers::new("simple_effects", term, out);
        out.add("F", effect.f);
        out.add("df1", effect.df1);
        out.add("df2", effect.df2);
        out.add("p", effect.p);
        out.add("partial_eta2", effect.partial_eta2);
    }
}
