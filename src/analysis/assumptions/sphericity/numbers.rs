//! Results under their names in the tidy output.

use super::compute::SphericityResult;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(_: &Study<'_>, result: &SphericityResult, out: &mut Vec<Number>) {
    for of in &result.strata {
        let mut out = Numbers::new("sphericity", of.name.clone(), out);
        if let Ok(mauchly) = of.sphericity.mauchly {
            out.add("mauchly_W", mauchly.w);
            out.add("mauchly_p", mauchly.p);
        }
        out.add("epsilon_gg", of.sphericity.epsilon_gg);
        out.add("epsilon_hf", of.sphericity.epsilon_hf);
        out.add("epsilon_hf_original", of.sphericity.epsilon_hf_original);
        out.add("epsilon_lower_bound", of.sphericity.epsilon_lower_bound);
    }
}
