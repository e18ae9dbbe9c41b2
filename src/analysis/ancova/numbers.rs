//! Results under their names in the tidy output.

use super::compute::{Ancova, TermTest};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Ancova, out: &mut Vec<Number>) {
    for at in &result.occasions {
        let occasion = study.occasion_name(at.occasion);
        for row in &at.tests {
            row.numbers(&format!("{} | {occasion}", row.name), out);
            if row.name == "baseline" && is_also_pre(study, result) {
                row.numbers(&format!("pre | {occasion}"), out);
            }
        }
        if let Some(slopes) = at.slopes {
            let mut row = Numbers::new("ancova_slopes", occasion, out);
            row.add("F", slopes.f);
            row.add("df1", slopes.df1);
            row.add("df2", slopes.df2);
            row.add("p", slopes.p);
        }
        for mean in &at.means {
            let arm = study.arm_name(mean.arm.unwrap_or(0));
            mean.numbers_as(format!("{arm} | {occasion}"), "ancova_means", out);
        }
        for pair in &at.pairs {
            let term = pair.adjusted.compared.term(study);
            pair.adjusted.numbers_as(term.clone(), "ancova_pairwise", out);
            let mut row = Numbers::new("ancova_pairwise", term.clone(), out);
            row.add("d_adjusted", pair.d.d);
            row.add("d_adjusted_ci95_low", pair.d.ci_low);
            row.add("d_adjusted_ci95_high", pair.d.ci_high);
            if let Some(robust) = &pair.robust {
                robust.numbers_as(term, "ancova_pairwise_hc3", out);
            }
        }
    }
}

impl TermTest {
    fn numbers(&self, term: &str, out: &mut Vec<Number>) {
        let mut row = Numbers::new("ancova", term, out);
        row.add("SS", self.test.ss);
        row.add("df1", self.test.df1);
        row.add("error_SS", self.test.ss_error);
        row.add("df2", self.test.df2);
        row.add("F", self.test.f);
        row.add("p", self.test.p);
        row.add("partial_eta2", self.partial_eta2);
        row.add("partial_omega2", self.partial_omega2);
    }
}

/// Whether the baseline's rows are given as `pre` too: so the reference tables name them, after the covariate of R's
/// formula, wherever the first occasion is not itself called so.
fn is_also_pre(study: &Study<'_>, result: &Ancova) -> bool {
    let trial = study.trial;
    let covariates = trial.covariates.iter().map(|covariate| &covariate.name);
    let mut taken = covariates.chain(trial.factors.iter().map(|factor| &factor.name));
    study.occasion_name(result.baseline) != "pre" && taken.all(|name| name != "pre")
}
