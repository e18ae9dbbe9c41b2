//! Results under their names in the tidy output.

use super::compute::OccasionsByRanks;
use crate::analysis::ranks::tidy::add_test;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &OccasionsByRanks, out: &mut Vec<Number>) {
    for group in &result.groups {
        let name = study.group_name(group.arm);
        let mut row = Numbers::new("friedman", name, out);
        row.add("n", group.test.n as f64);
        row.add("chi2", group.test.chi2);
        row.add("df", group.test.df);
        row.add("p", group.test.p);
        row.add("kendall_W", group.test.kendall_w);
        for pair in &group.pairs {
            let (to, from) = (study.occasion_name(pair.to), study.occasion_name(pair.from));
            let mut row = Numbers::new("durbin_conover", format!("{to} - {from} | {name}"), out);
            row.add("t", pair.t);
            row.add("df", pair.df);
            row.add("p", pair.p);
        }
    }
    for (compared, test) in &result.wilcoxon {
        add_test(&mut Numbers::new("wilcoxon", compared.term_within(study), out), "V", &test.test);
    }
}
