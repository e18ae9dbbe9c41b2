//! Friedman tests of the occasions, with Durbin–Conover and Wilcoxon comparisons.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::ranks::{self, Friedman, Wilcoxon};

/// Friedman and Wilcoxon tests of the occasions, in all participants and in each arm.
#[derive(Clone, Debug)]
pub struct OccasionsByRanks {
    pub groups: Vec<ArmFriedman>,
    /// In all participants, then in each arm.
    pub wilcoxon: Vec<(Compared, Wilcoxon)>,
}

#[derive(Clone, Debug)]
pub struct ArmFriedman {
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub test: Friedman,
    pub pairs: Vec<DurbinConover>,
}

#[derive(Clone, Copy, Debug)]
pub struct DurbinConover {
    pub from: usize,
    pub to: usize,
    pub t: f64,
    pub df: f64,
    pub p: f64,
}

pub const FRIEDMAN: Computation<OccasionsByRanks> = Computation { id: "friedman", run: compute };

/// `None` with one occasion.
pub fn compute(study: &Study<'_>) -> Option<OccasionsByRanks> {
    if study.occasions.len() < 2 {
        return None;
    }
    let arms = study.arms.iter().copied().filter(|_| study.arms.len() > 1).map(Some);
    let groups: Vec<ArmFriedman> =
        std::iter::once(None).chain(arms.clone()).filter_map(|arm| group(study, arm)).collect();
    let mut wilcoxon = Vec::new();
    for arm in std::iter::once(None).chain(arms) {
        for (to, from) in study.occasion_pairs() {
            let test = ranks::wilcoxon(&study.changes(arm, from, to), study.trial.plan.level);
            wilcoxon.extend(test.map(|test| (Compared::Occasions { from, to, arm }, test)));
        }
    }
    (!groups.is_empty() || !wilcoxon.is_empty()).then_some(OccasionsByRanks { groups, wilcoxon })
}

fn group(study: &Study<'_>, arm: Option<usize>) -> Option<ArmFriedman> {
    let test = ranks::friedman(&study.rows(arm, &study.occasions))?;
    let place = |occasion: usize| study.occasions.iter().position(|&other| other == occasion);
    let pair = |(to, from): (usize, usize)| {
        let (t, df, p) = test.durbin_conover(place(to)?, place(from)?)?;
        Some(DurbinConover { from, to, t, df, p })
    };
    let pairs = study.occasion_pairs().into_iter().filter_map(pair).collect();
    Some(ArmFriedman { arm, test, pairs })
}
