//! The names of the numbers.

use super::compute::Sphericity;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(_: &Study<'_>, result: &Sphericity, out: &mut Vec<Number>) {
    for of in &result.strata {
        let mut out = Numbers::new("sphericity", of.name.clone(), out);
        if let Ok(mauchly) = of.found.mauchly {
            out.add("mauchly_W", mauchly.w);
            out.add("mauchly_p", mauchly.p);
        }
        out.add("epsilon_gg", of.found.epsilon_gg);
        out.add("epsilon_hf", of.found.epsilon_hf);
        out.add("epsilon_hf_original", of.found.epsilon_hf_original);
        out.add("epsilon_lower_bound", of.found.epsilon_lower_bound);
    }
}
