//! Results under their names in the tidy output.

use super::compute::CrossoverResult;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::adjust::Adjust;

pub fn numbers(study: &Study<'_>, result: &CrossoverResult, out: &mut Vec<Number>) {
    let tests = [
        ("treatment", result.treatment),
        ("period", result.period),
        ("sequence", result.sequence),
        ("carry-over", result.carry_over),
    ];
    for (term, test) in tests {
        let Some(test) = test else { continue };
        let mut out = Numbers::new("crossover", term, out);
        out.add("SS", test.ss);
        out.add("df1", test.df1);
        out.add("error_SS", test.ss_error);
        out.add("df2", test.df2);
        out.add("F", test.f);
        out.add("p", test.p);
        out.add("partial_eta2", test.ss / (test.ss + test.ss_error));
    }
    for (treatment, mean) in result.means.iter().enumerate() {
        let mut out = Numbers::new("crossover", study.occasion_name(treatment), out);
        out.add("n", mean.n as f64);
        out.add("mean", mean.mean);
        out.add("sd", mean.sd);
        out.add("adjusted_mean", mean.adjusted);
    }
    for pair in &result.pairs {
        let term = format!("{} - {}", study.occasion_name(pair.treatment), study.occasion_name(pair.against));
        let mut out = Numbers::new("crossover", term, out);
        out.add("estimate", pair.estimate);
        out.add("se", pair.se);
        out.add("df", pair.df);
        out.add("t", pair.t);
        out.add("p", pair.judged.p);
        let simultaneous = pair.judged.simultaneous && pair.judged.adjusted.is_some();
        let [p, low, high] = names(result.adjust);
        out.add(p, pair.judged.adjusted.unwrap_or(f64::NAN));
        let [low, high] = if simultaneous { [low, high] } else { ["ci95_low", "ci95_high"] };
        out.add(low, pair.judged.low);
        out.add(high, pair.judged.high);
    }
}

/// The names of an adjusted p and of the limits that go with it.
fn names(adjust: Adjust) -> [&'static str; 3] {
    match adjust {
        Adjust::Bonferroni => ["p_bonferroni", "ci95_bonferroni_low", "ci95_bonferroni_high"],
        Adjust::Sidak => ["p_sidak", "ci95_sidak_low", "ci95_sidak_high"],
        Adjust::Tukey => ["p_tukey", "ci95_tukey_low", "ci95_tukey_high"],
        Adjust::Holm => ["p_holm", "ci95_low", "ci95_high"],
        Adjust::BenjaminiHochberg => ["p_bh", "ci95_low", "ci95_high"],
        Adjust::None | Adjust::Dunnett | Adjust::Scheffe | Adjust::Closed => ["p_adjusted", "ci95_low", "ci95_high"],
    }
}
