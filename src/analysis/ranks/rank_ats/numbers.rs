//! Results under their names in the tidy output.

use super::compute::{EffectSource, RankAts};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &RankAts, out: &mut Vec<Number>) {
    for (source, test) in &result.effects {
        let term = match source {
            EffectSource::Arms => "group",
            EffectSource::Occasions => "occasion",
            EffectSource::Both => "group:occasion",
        };
        let mut row = Numbers::new("rank_ats", term, out);
        row.add("F", test.f);
        row.add("df1", test.df1);
        row.add("df2", test.df2);
        row.add("p", test.p);
        if *source == EffectSource::Arms {
            row.add("p_chi2", test.p_chi2);
        }
        row.add("wald", test.wald);
        row.add("wald_df", test.wald_df);
        row.add("wald_p", test.wald_p);
    }
    for cell in &result.cells {
        let mut row = Numbers::new("relative_effect", study.cell_name(cell.arm, cell.occasion), out);
        row.add("n", cell.effect.n as f64);
        row.add("mean_rank", cell.effect.mean_rank);
        row.add("estimate", cell.effect.estimate);
        row.add("se", cell.effect.se);
        row.add("ci95_low", cell.effect.low);
        row.add("ci95_high", cell.effect.high);
    }
}
