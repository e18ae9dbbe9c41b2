//! Results under their names in the tidy output.

use super::compute::RetainedFractions;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::equivalence::RatioLimits;

pub fn numbers(study: &Study<'_>, result: &RetainedFractions, out: &mut Vec<Number>) {
    for row in &result.rows {
        let occasions = format!("{} / {}", study.occasion_name(row.to), study.occasion_name(result.end));
        let arms = format!("{} - {}", study.arm_name(row.arm), study.arm_name(row.against));
        let mut out = Numbers::new("retained_fraction", format!("({occasions}) x ({arms})"), out);
        out.add("fraction", row.fraction);
        out.add("df", row.effects.df);
        match row.limits {
            Some(RatioLimits::Between { low, high }) => {
                out.add("fraction_ci95_low", low);
                out.add("fraction_ci95_high", high);
            }
            Some(RatioLimits::Outside { below, above }) => {
                out.add("fraction_ci95_up_to", below);
                out.add("fraction_ci95_from", above);
            }
            Some(RatioLimits::Everything) | None => {}
        }
    }
}
