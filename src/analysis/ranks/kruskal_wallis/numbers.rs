//! Results under their names in the tidy output.

use super::compute::KruskalWallisAt;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &KruskalWallisAt, out: &mut Vec<Number>) {
    for at in &result.occasions {
        let occasion = study.occasion_name(at.occasion);
        let mut row = Numbers::new("kruskal_wallis", occasion, out);
        row.add("H", at.test.h);
        row.add("df", at.test.df);
        row.add("p", at.test.p);
        row.add("epsilon2", at.test.epsilon2);
        row.add("eta2_H", at.test.eta2_h);
        for pair in &at.pairs {
            let (arm, against) = (study.arm_name(pair.arm), study.arm_name(pair.against));
            let mut row = Numbers::new("dunn", format!("{arm} - {against} | {occasion}"), out);
            row.add("z", pair.z);
            row.add("p", pair.p);
            row.add("p_bonferroni", pair.p_bonferroni);
            row.add("p_holm", pair.p_holm);
            row.add("p_bh", pair.p_bh);
        }
    }
}
