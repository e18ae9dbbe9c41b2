//! The numbers of a comparison by their names in the tidy output.

use crate::analysis::comparisons::comparison::{Adjusted, Comparison};
use crate::analysis::comparisons::joint_adjust::with_control;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

impl Comparison {
    pub fn numbers(&self, study: &Study<'_>, method: &'static str, out: &mut Vec<Number>) {
        self.numbers_as(self.compared.term(study), method, out);
    }

    /// The estimate and its unadjusted test.
    pub fn test_numbers(&self, out: &mut Numbers<'_>) {
        out.add("estimate", self.estimate);
        out.add("se", self.se);
        out.add("df", self.df);
        out.add("t", self.t);
        out.add("p", self.p);
    }

    /// The same numbers under a term of the method's own.
    pub fn numbers_as(&self, term: String, method: &'static str, out: &mut Vec<Number>) {
        let mut out = Numbers::new(method, term, out);
        self.test_numbers(&mut out);
        out.add("ci95_low", self.ci_low);
        out.add("ci95_high", self.ci_high);
        let adjusted = [
            (self.bonferroni, ["p_bonferroni", "ci95_bonferroni_low", "ci95_bonferroni_high"]),
            (self.holm, ["p_holm", "", ""]),
            (self.sidak, ["p_sidak", "ci95_sidak_low", "ci95_sidak_high"]),
            (self.tukey, ["p_tukey", "ci95_tukey_low", "ci95_tukey_high"]),
            (self.bh, ["p_bh", "", ""]),
            // What stands beside Dunnett's comparisons is no Dunnett.
            (
                if with_control(&self.compared) { self.jointly.dunnett } else { Adjusted::NONE },
                ["p_dunnett", "ci95_dunnett_low", "ci95_dunnett_high"],
            ),
            (self.jointly.scheffe, ["p_scheffe", "ci95_scheffe_low", "ci95_scheffe_high"]),
            (self.jointly.closed, ["p_closed", "", ""]),
        ];
        for (adjusted, [p, low, high]) in adjusted {
            out.add(p, adjusted.p);
            if let Some((ci_low, ci_high)) = adjusted.ci {
                out.add(low, ci_low);
                out.add(high, ci_high);
            }
        }
        out.add("hedges_g", self.size.hedges_g);
        out.add("d_ppc2", self.size.d_ppc2);
    }
}
