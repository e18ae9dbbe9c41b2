//! Results under their names in the tidy output.

use super::compute::WithinArms;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::effects::Effect;

pub fn numbers(study: &Study<'_>, result: &WithinArms, out: &mut Vec<Number>) {
    for group in &result.groups {
        let name = study.group_name(group.arm);
        let Effect { test, size, corrected, .. } = &group.effect;
        let mut anova = Numbers::new("rm_anova", name, out);
        anova.add("SS", test.ss);
        anova.add("df1", test.df1);
        anova.add("error_SS", test.ss_error);
        anova.add("df2", test.df2);
        anova.add("F", test.f);
        anova.add("p", test.p);
        anova.add("partial_eta2", size.partial_eta2);
        anova.add("generalized_eta2", size.generalized_eta2);
        anova.add("partial_omega2", size.partial_omega2);
        if let Ok(mauchly) = group.sphericity.mauchly {
            anova.add("mauchly_W", mauchly.w);
            anova.add("mauchly_p", mauchly.p);
        }
        anova.add("epsilon_gg", group.sphericity.epsilon_gg);
        anova.add("epsilon_hf", group.sphericity.epsilon_hf);
        if let Some(corrected) = corrected {
            anova.add("p_gg", corrected.gg.p);
            anova.add("p_hf", corrected.hf.p);
        }
        for pair in &group.pairs {
            let Compared::Occasions { from, to, .. } = pair.compared else { continue };
            let (later, earlier) = (study.occasion_name(to), study.occasion_name(from));
            pair.numbers_as(format!("{later} - {earlier} | {name}"), "paired_t", out);
        }
    }
}
