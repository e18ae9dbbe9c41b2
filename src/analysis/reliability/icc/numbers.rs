//! Results under their names in the tidy output.

use super::compute::TestRetest;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &TestRetest, out: &mut Vec<Number>) {
    for (name, form) in result.named() {
        let term = match result.arm {
            Some(arm) => format!("{name} | {}", study.arm_name(arm)),
            None => name.into(),
        };
        let mut row = Numbers::new("icc", term, out);
        row.add("icc", form.icc);
        row.add("F", form.f);
        row.add("df1", form.df1);
        row.add("df2", form.df2);
        row.add("p", form.p);
        row.add("ci95_low", form.low);
        row.add("ci95_high", form.high);
    }
}
