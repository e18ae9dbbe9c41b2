//! Results under their names in the tidy output.

use super::compute::{MixedAnova, NamedEffect};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::effects::Effect;

pub fn numbers(_: &Study<'_>, result: &MixedAnova, out: &mut Vec<Number>) {
    let tables = [("mixed_anova", &result.type_three), ("mixed_anova_type2", &result.type_two)];
    for (method, table) in tables {
        for row in table {
            of_effect(row, &mut Numbers::new(method, row.name.clone(), out));
        }
    }
}

fn of_effect(row: &NamedEffect, out: &mut Numbers<'_>) {
    let Effect { test, corrected, size, .. } = &row.effect;
    out.add("SS", test.ss);
    out.add("df1", test.df1);
    out.add("MS", test.ms());
    out.add("error_SS", test.ss_error);
    out.add("df2", test.df2);
    out.add("error_MS", test.ms_error());
    out.add("F", test.f);
    out.add("p", test.p);
    out.add("partial_eta2", size.partial_eta2);
    out.add("partial_eta2_ci90_low", size.partial_eta2_low);
    out.add("partial_eta2_ci90_high", size.partial_eta2_high);
    out.add("generalized_eta2", size.generalized_eta2);
    out.add("generalized_eta2_ci90_low", size.generalized_eta2_low);
    out.add("generalized_eta2_ci90_high", size.generalized_eta2_high);
    out.add("partial_omega2", size.partial_omega2);
    out.add("partial_omega2_ci90_low", size.partial_omega2_low);
    out.add("partial_omega2_ci90_high", size.partial_omega2_high);
    out.add("cohen_f", size.cohen_f);
    if let Some(corrected) = corrected {
        out.add("df1_gg", corrected.gg.df1);
        out.add("df2_gg", corrected.gg.df2);
        out.add("p_gg", corrected.gg.p);
        out.add("df1_hf", corrected.hf.df1);
        out.add("df2_hf", corrected.hf.df2);
        out.add("p_hf", corrected.hf.p);
        out.add("p_hf_original", corrected.hf_original.p);
        out.add("p_lower_bound", corrected.lower_bound.p);
    }
}
