//! Results under their names in the tidy output.

use super::compute::IndividualChange;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::individual::criteria::ReliableChangeCriteria;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::reliable_change::Category;

pub fn numbers(study: &Study<'_>, result: &IndividualChange, out: &mut Vec<Number>) {
    let IndividualChange::Found(changes) = result else { return };
    let ReliableChangeCriteria { rule, .. } = &changes.criteria;
    let mut row = Numbers::new("reliable_change", "(fit)", out);
    row.add("reliability", rule.error.reliability);
    row.add("sd_pre", rule.error.sd);
    row.add("sem", rule.error.of_measurement());
    row.add("se_difference", rule.error.of_difference());
    row.add("critical_change", rule.error.critical());
    row.add("cutoff", rule.cutoff.unwrap_or(f64::NAN));
    for cell in &changes.cells {
        let compared = Compared::Occasions { from: changes.from, to: cell.to, arm: cell.arm };
        let mut row = Numbers::new("reliable_change", compared.term(study), out);
        row.add("n", cell.n() as f64);
        row.add("missing", cell.missing as f64);
        row.add("mean_rc", cell.mean_index);
        for (category, count) in Category::ALL.into_iter().zip(cell.counts) {
            let statistic = match category {
                Category::Recovered if rule.cutoff.is_none() => continue,
                Category::Recovered => "n_recovered",
                Category::Improved => "n_improved",
                Category::Unchanged => "n_unchanged",
                Category::Deteriorated => "n_deteriorated",
            };
            row.add(statistic, count as f64);
        }
    }
}
