//! Results under their names in the tidy output.

use super::compute::Responders;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::proportions::TwoProportions;

pub fn numbers(study: &Study<'_>, result: &Responders, out: &mut Vec<Number>) {
    for share in &result.shares {
        let compared = Compared::Occasions { from: result.from, to: share.to, arm: share.arm };
        let term = format!("{} [{}]", compared.term(study), share.handling.name());
        let mut row = Numbers::new("responders", term, out);
        row.add("n", share.count.n as f64);
        row.add("responders", share.count.of as f64);
        if let Some(limits) = share.share {
            row.add("share", limits.value);
            row.add("share_ci95_low", limits.low);
            row.add("share_ci95_high", limits.high);
        }
    }
    for against in &result.compared {
        let term = format!("{} [{}]", result.compared(against).term(study), against.handling.name());
        of_two(&against.effect, &mut Numbers::new("responders", term, out));
    }
}

fn of_two(effect: &TwoProportions, row: &mut Numbers<'_>) {
    row.add("risk_difference", effect.difference.value);
    row.add("risk_difference_ci95_low", effect.difference.low);
    row.add("risk_difference_ci95_high", effect.difference.high);
    // Infinite where the proportions are equal, and then left out.
    row.add("nnt", 1.0 / effect.difference.value);
    row.add("nnt_of_ci95_low", 1.0 / effect.difference.low);
    row.add("nnt_of_ci95_high", 1.0 / effect.difference.high);
    if let Some(ratios) = effect.ratios {
        row.add("risk_ratio", ratios.risk.value);
        row.add("risk_ratio_ci95_low", ratios.risk.low);
        row.add("risk_ratio_ci95_high", ratios.risk.high);
        row.add("odds_ratio", ratios.odds.value);
        row.add("odds_ratio_ci95_low", ratios.odds.low);
        row.add("odds_ratio_ci95_high", ratios.odds.high);
        row.add("half_added", f64::from(u8::from(ratios.half_added)));
    }
}
