//! Results under their names in the tidy output.

use super::compute::EffectSizes;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::IntervalEstimate;
use crate::model::two_means::Independent;

pub fn numbers(study: &Study<'_>, result: &EffectSizes, out: &mut Vec<Number>) {
    for (compared, test) in &result.at_occasions {
        between(&mut Numbers::new("effect_size", compared.term(study), out), test);
    }
    for (compared, test) in &result.within {
        let mut out = Numbers::new("effect_size", compared.term_within(study), out);
        limited(&mut out, ["estimate", "ci95_low", "ci95_high"], test.estimate);
        out.add("t", test.student.t);
        out.add("df", test.student.df);
        out.add("p", test.student.p);
        limited(&mut out, ["d_z", "d_z_ci95_low", "d_z_ci95_high"], test.d_z);
        out.add("g_z", test.g_z.value);
        out.add("d_av", test.d_av);
        out.add("d_rm", test.d_rm);
        out.add("r", test.r);
    }
    for row in &result.of_changes {
        let mut out = Numbers::new("effect_size_change", row.compared.term(study), out);
        between(&mut out, &row.difference);
        out.add("d_ppc2", row.d_ppc2);
    }
}

fn between(out: &mut Numbers<'_>, test: &Independent) {
    limited(out, ["estimate", "ci95_low", "ci95_high"], test.estimate);
    out.add("t", test.student.t);
    out.add("df", test.student.df);
    out.add("p", test.student.p);
    out.add("welch_t", test.welch.t);
    out.add("welch_df", test.welch.df);
    out.add("welch_p", test.welch.p);
    limited(out, ["cohen_d", "cohen_d_ci95_low", "cohen_d_ci95_high"], test.cohen_d);
    limited(out, ["hedges_g", "hedges_g_ci95_low", "hedges_g_ci95_high"], test.hedges_g);
    out.add("glass_delta", test.glass_delta);
    limited(out, ["prob_superiority", "prob_superiority_ci95_low", "prob_superiority_ci95_high"], test.superiority);
}

fn limited(out: &mut Numbers<'_>, [name, low, high]: [&'static str; 3], of: IntervalEstimate) {
    out.add(name, of.value);
    out.add(low, of.low);
    out.add(high, of.high);
}
