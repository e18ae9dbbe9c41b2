use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::{LEVEL, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::ranks::{self, MannWhitney};
use crate::report::Section;

/// Every pair of arms, at every occasion and in every change.
#[derive(Clone, Debug)]
pub struct ArmsByRanks {
    pub at_occasions: Vec<(Compared, MannWhitney)>,
    pub of_changes: Vec<(Compared, MannWhitney)>,
}

pub const MANN_WHITNEY: Computation<ArmsByRanks> = Computation { id: "mann_whitney", run: compute };

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

impl Findings for Shown<'_, '_, ArmsByRanks> {
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
        crate::analysis::ranks::sections::arms(self.found, display).into_iter().collect()
    }
}
