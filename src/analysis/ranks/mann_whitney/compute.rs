//! Mann–Whitney tests of every pair of arms.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::ranks::{self, MannWhitney, RankValue};

/// Mann–Whitney tests of every pair of arms, at every occasion and of every change.
#[derive(Clone, Debug)]
pub struct ArmsByRanks {
    pub at_occasions: Vec<(Compared, MannWhitney)>,
    pub of_changes: Vec<(Compared, MannWhitney)>,
}

pub const MANN_WHITNEY: Computation<ArmsByRanks> = Computation { id: "mann_whitney", run: compute };

/// `None` with one arm.
pub fn compute(study: &Study<'_>) -> Option<ArmsByRanks> {
    let arms = study.arm_pairs();
    let mut result = ArmsByRanks { at_occasions: Vec::new(), of_changes: Vec::new() };
    for &at in &study.occasions {
        for &(arm, against) in &arms {
            let scores = |arm| study.values(Some(arm), at).into_iter().map(RankValue::score).collect::<Vec<_>>();
            let samples = (scores(arm), scores(against));
            let test = ranks::mann_whitney(&samples.0, &samples.1, study.trial.plan.level);
            result.at_occasions.extend(test.map(|test| (Compared::Arms { arm, against, at: Some(at) }, test)));
        }
    }
    for (to, from) in study.occasion_pairs() {
        for &(arm, against) in &arms {
            let samples = (study.changes(Some(arm), from, to), study.changes(Some(against), from, to));
            let test = ranks::mann_whitney(&samples.0, &samples.1, study.trial.plan.level);
            result.of_changes.extend(test.map(|test| (Compared::Change { from, to, arm, against }, test)));
        }
    }
    (!result.at_occasions.is_empty()).then_some(result)
}
