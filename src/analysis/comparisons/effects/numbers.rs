//! The names of the numbers.

use super::compute::EFFECTS;
use super::effect::Effects;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Effects, out: &mut Vec<Number>) {
    for effect in &result.rows {
        let comparison = &effect.comparison;
        let mut row = Numbers::new(EFFECTS.id, comparison.compared.term(study), out);
        comparison.test_numbers(&mut row);
        row.add("p_adjusted", effect.judged.leading_p());
        row.add("ci95_low", effect.judged.low);
        row.add("ci95_high", effect.judged.high);
        row.add("hedges_g", comparison.size.hedges_g);
    }
}
