//! # Question
//! Do two arms differ, at an occasion or in their change, if only the order of the scores counts?
//!
//! # Model
//! Participants with the values that the comparison needs; values and changes rounded to ten decimals before ranking.
//!
//! # Formulas
//! `U` counts the pairs in which the later arm's value is larger, ties half. Exact p: the share of all divisions of the
//! ranks into arms of these sizes whose U lies as far from `n₁n₂/2`, ties included; where that is too much work (beyond about
//! 150 participants) the normal approximation with continuity correction leads. Hodges–Lehmann: the median of all
//! differences, its limits the differences at `n₁n₂/2 − zσ` from either end.
//!
//! # Assumptions
//! Independent participants. As a statement about medians: the same shape in both arms.
//!
//! # Effect size
//! Rank-biserial correlation `2U/n₁n₂ − 1`; `U/n₁n₂` is the probability of superiority.
//!
//! # Agreement with R
//! `wilcox.test` of R 4.2.2, `coin::wilcox_test(distribution = "exact")` 1.4.2.
//!
//! # References
//! - Mann, H. B., & Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically larger
//!   than the other. *Annals of Mathematical Statistics, 18*, 50–60.
//! - Hodges, J. L., & Lehmann, E. L. (1963). Estimates of location based on rank tests. *Annals of Mathematical
//!   Statistics, 34*, 598–611.

use super::comparison::Compared;
use super::study::{LEVEL, Study};
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::ranks::{self, MannWhitney};
use crate::report::Section;

/// Every pair of arms, at every occasion and in every change.
#[derive(Clone, Debug)]
pub struct ArmsByRanks {
    pub at_occasions: Vec<(Compared, MannWhitney)>,
    pub of_changes: Vec<(Compared, MannWhitney)>,
}

/// `None` with one arm.
pub fn compute(study: &Study<'_>) -> Option<ArmsByRanks> {
    let arms = study.arm_pairs();
    let mut found = ArmsByRanks { at_occasions: Vec::new(), of_changes: Vec::new() };
    for &at in &study.occasions {
        for &(arm, against) in &arms {
            let samples = (study.values(Some(arm), at), study.values(Some(against), at));
            let test = ranks::mann_whitney(&samples.0, &samples.1, LEVEL);
            found.at_occasions.extend(test.map(|test| (Compared::Arms { arm, against, at: Some(at) }, test)));
        }
    }
    for (to, from) in study.occasion_pairs() {
        for &(arm, against) in &arms {
            let samples = (study.changes(Some(arm), from, to), study.changes(Some(against), from, to));
            let test = ranks::mann_whitney(&samples.0, &samples.1, LEVEL);
            found.of_changes.extend(test.map(|test| (Compared::Change { from, to, arm, against }, test)));
        }
    }
    (!found.at_occasions.is_empty()).then_some(found)
}

impl Findings for Shown<'_, ArmsByRanks> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let tables = [("mann_whitney", &self.found.at_occasions), ("mann_whitney_change", &self.found.of_changes)];
        for (method, rows) in tables {
            for (compared, test) in rows {
                let mut row = Numbers::new(method, compared.term(self.study), out);
                row.add("U", test.u);
                row.add("z", test.z);
                row.add("p_normal", test.p_normal);
                row.add("p_continuity", test.p_continuity);
                row.add("p_exact", test.p_exact);
                row.add("rank_biserial", test.rank_biserial);
                row.add("hodges_lehmann", test.hodges_lehmann);
                row.add("hodges_lehmann_ci95_low", test.low);
                row.add("hodges_lehmann_ci95_high", test.high);
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::ranks::arms(&self.found, display).into_iter().collect()
    }
}
