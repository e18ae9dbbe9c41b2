//! Results under their names in the tidy output.

use super::compute::DesignEffect;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::design_effect::Reach;

pub fn numbers(study: &Study<'_>, result: &DesignEffect, out: &mut Vec<Number>) {
    let DesignEffect::Asked(rows) = result else { return };
    for row in rows {
        let mut out = Numbers::new("design_effect", row.compared.term(study), out);
        out.add("therapy_group_size", row.grouped.group_size);
        for (statistic, reach) in [("icc_at_zero", row.reach_alone), ("icc_at_zero_adjusted", row.reach)] {
            if let Reach::At(icc) = reach {
                out.add(statistic, icc);
            }
        }
    }
}
