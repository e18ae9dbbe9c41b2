//! Results under their names in the tidy output.

use super::compute::{Permuted, Resampled};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::Term;

pub fn numbers(study: &Study<'_>, result: &Resampled, out: &mut Vec<Number>) {
    if let Some(of) = &result.interaction {
        let mut out = Numbers::new("permutation", study.effect_name(Term::Factors(1), 1), out);
        out.add("F", of.f);
        of.permuted.numbers(&mut out);
    }
    for row in &result.changes {
        let mut out = Numbers::new("permutation_maxt", row.compared.term(study), out);
        out.add("t", row.t);
        out.add("p", row.permuted.p);
        out.add("p_maxt", row.max_t.p);
    }
    for row in &result.lanes {
        let term = match row.arms {
            None => format!("group | {}", study.occasion_name(row.occasion)),
            Some((arm, against)) => Compared::Arms { arm, against, at: Some(row.occasion) }.term(study),
        };
        let mut out = Numbers::new("freedman_lane", term, out);
        out.add(if row.arms.is_none() { "F" } else { "t" }, row.statistic);
        row.permuted.numbers(&mut out);
    }
    for row in &result.bootstrap {
        let mut out = Numbers::new("bootstrap", row.compared.term(study), out);
        out.add("estimate", row.estimate);
        let Some(limits) = row.limits else { continue };
        out.add("se", limits.se);
        out.add("ci95_percentile_low", limits.percentile.0);
        out.add("ci95_percentile_high", limits.percentile.1);
        if let Some((low, high)) = limits.bca {
            out.add("ci95_bca_low", low);
            out.add("ci95_bca_high", high);
        }
    }
}

impl Permuted {
    fn numbers(&self, out: &mut Numbers<'_>) {
        out.add("p", self.p);
        out.add("replicates", f64::from(self.arrangements.len()));
        out.add("exact", if self.arrangements.is_exact() { 1.0 } else { 0.0 });
        if let Some((low, high)) = self.monte_carlo {
            out.add("p_mc_low", low);
            out.add("p_mc_high", high);
        }
    }
}
