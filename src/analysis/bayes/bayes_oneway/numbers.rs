//! Results under their names in the tidy output.

use super::compute::{BayesOneway, WIDTHS};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &BayesOneway, out: &mut Vec<Number>) {
    for at in &result.occasions {
        let mut out = Numbers::new("bayes_oneway", study.occasion_name(at.occasion), out);
        for (width, log_bf10) in WIDTHS.iter().zip(at.log_bf10) {
            out.add(width.statistic, log_bf10);
        }
    }
}
