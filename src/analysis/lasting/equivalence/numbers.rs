//! Results under their names in the tidy output.

use super::compute::{Against, ArmEquivalence, Equivalence};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Equivalence, out: &mut Vec<Number>) {
    let Some(margin) = result.margin else { return };
    let mut row = |method: &'static str, compared: Compared, against: &Against, not_worse: f64| {
        let mut row = Numbers::new(method, compared.term(study), out);
        row.add("margin", margin.value);
        row.add("estimate", against.estimate.estimate);
        row.add("se", against.estimate.se);
        row.add("df", against.estimate.df);
        row.add("t_lower", against.tost.t_lower);
        row.add("p_lower", against.tost.p_lower);
        row.add("t_upper", against.tost.t_upper);
        row.add("p_upper", against.tost.p_upper);
        row.add("p_tost", against.tost.p);
        row.add("p_not_worse", not_worse);
        row.add("ci90_low", against.low);
        row.add("ci90_high", against.high);
    };
    for kept in &result.kept {
        row("equivalence", kept.comparison.compared, &kept.against, kept.p_not_worse);
    }
    for tested in &result.arms {
        let ArmEquivalence { arm, against, at, .. } = *tested;
        let compared = Compared::Arms { arm, against, at: Some(at) };
        for (method, test) in [("equivalence", &tested.equal), ("equivalence_welch", &tested.welch)] {
            row(method, compared, test, test.p_not_worse(study.outcome.better));
        }
    }
}
