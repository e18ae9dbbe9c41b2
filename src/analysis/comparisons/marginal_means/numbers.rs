//! Results under their names in the tidy output.

use super::compute::{MARGINAL_MEANS, MarginalMean, MarginalMeans};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &MarginalMeans, out: &mut Vec<Number>) {
    for mean in result.arms.iter().chain(&result.occasions).chain(&result.cells) {
        mean.numbers_as(study.cell_name(mean.arm, mean.occasion), MARGINAL_MEANS.id, out);
    }
}

impl MarginalMean {
    pub fn numbers_as(&self, term: String, method: &'static str, out: &mut Vec<Number>) {
        let mut out = Numbers::new(method, term, out);
        out.add("estimate", self.estimate);
        out.add("se", self.se);
        out.add("df", self.df);
        out.add("ci95_low", self.ci_low);
        out.add("ci95_high", self.ci_high);
    }
}
