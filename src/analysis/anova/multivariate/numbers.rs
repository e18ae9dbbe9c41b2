//! Results under their names in the tidy output.

use super::compute::Multivariate;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(_: &Study<'_>, result: &Multivariate, out: &mut Vec<Number>) {
    for of in &result.effects {
        let tests = [
            ("Pillai", of.tests.pillai),
            ("Wilks", of.tests.wilks),
            ("Hotelling-Lawley", of.tests.hotelling_lawley),
            ("Roy", of.tests.roy),
        ];
        for (test, result) in tests {
            let mut out = Numbers::new("multivariate", format!("{} [{test}]", of.name), out);
            out.add("statistic", result.statistic);
            out.add("F", result.f);
            out.add("df1", result.df1);
            out.add("df2", result.df2);
            out.add("p", result.p);
        }
    }
}
