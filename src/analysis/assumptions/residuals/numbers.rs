//! Results under their names in the tidy output.

use super::compute::Residuals;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::num::shapiro_wilk::ShapiroWilk;

pub fn numbers(study: &Study<'_>, result: &Residuals, out: &mut Vec<Number>) {
    for at in &result.occasions {
        let occasion = study.occasion_name(at.occasion);
        if let Some(normality) = at.normality {
            add_normality(occasion, normality, out);
        }
        let tests = [(at.levene_mean, ["F_mean", "p_mean"]), (at.levene_median, ["F_median", "p_median"])];
        let mut levene = Numbers::new("levene", occasion, out);
        if let Some(test) = at.levene_mean.or(at.levene_median) {
            levene.add("df1", test.df1);
            levene.add("df2", test.df2);
        }
        for (test, [f, p]) in tests {
            levene.add(f, test.map_or(f64::NAN, |test| test.f));
            levene.add(p, test.map_or(f64::NAN, |test| test.p));
        }
    }
    if let Some(normality) = result.normality {
        add_normality("(all)", normality, out);
    }
    if let Some(box_m) = result.box_m {
        let mut out = Numbers::new("box_m", "(all)", out);
        out.add("M", box_m.m);
        out.add("F", box_m.f);
        out.add("df1", box_m.df1);
        out.add("df2", box_m.df2);
        out.add("p", box_m.p);
        out.add("chi2", box_m.chi2);
        out.add("chi2_df", box_m.chi2_df);
        out.add("p_chi2", box_m.p_chi2);
    }
}

fn add_normality(term: &str, result: ShapiroWilk, out: &mut Vec<Number>) {
    let mut out = Numbers::new("residual_normality", term, out);
    out.add("W", result.w);
    out.add("p", result.p);
}
