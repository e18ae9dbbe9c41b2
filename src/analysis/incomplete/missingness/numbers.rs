//! The names of the numbers.

use super::compute::{MISSINGNESS, Missingness};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Missingness, out: &mut Vec<Number>) {
    let mut count = |term: String, statistics: &[(&'static str, usize)]| {
        let mut row = Numbers::new(MISSINGNESS.id, term, out);
        // Counts of participants are far below 2^53.
        statistics.iter().for_each(|&(name, count)| row.add(name, count as f64));
    };
    for cell in &result.cells {
        let arm = Some(cell.arm).filter(|_| study.trial.has_arms);
        let term = study.cell_name(arm, Some(cell.occasion));
        count(term, &[("n", cell.n), ("missing", cell.missing)]);
    }
    for pattern in &result.patterns {
        let digits: String = pattern.has.iter().map(|has| if *has { '1' } else { '0' }).collect();
        count(format!("pattern {digits}"), &[("n", pattern.n())]);
    }
}
