//! Proportions of responders, and each intervention against the control, under three handlings of missing scores.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::individual::individual_change::compute as individual_change;
use crate::analysis::individual::individual_change::compute::{ArmChange, Changes, IndividualChange};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::IntervalEstimate;
use crate::model::proportions::{Count, TwoProportions, two_proportions};

/// The handling of participants without both scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handling {
    Completers,
    /// Missing counts as no response.
    NonResponse,
    /// Missing counts as a response in the control and as none in an intervention.
    WorstCase,
}

impl Handling {
    pub const ALL: [Self; 3] = [Self::Completers, Self::NonResponse, Self::WorstCase];

    pub fn name(self) -> &'static str {
        match self {
            Self::Completers => "completers",
            Self::NonResponse => "non_response",
            Self::WorstCase => "worst_case",
        }
    }

    fn count(self, cell: &ArmChange) -> Count {
        let all = cell.n() + cell.missing;
        match self {
            Self::Completers => Count { of: cell.responders(), n: cell.n() },
            Self::WorstCase if cell.arm == Some(0) => Count { of: cell.responders() + cell.missing, n: all },
            Self::NonResponse | Self::WorstCase => Count { of: cell.responders(), n: all },
        }
    }
}

/// The responders of each arm, and each intervention against the control.
pub struct Responders {
    pub from: usize,
    pub shares: Vec<Share>,
    pub compared: Vec<ResponderComparison>,
}

/// An arm (`None`: all participants) at a later occasion.
pub struct Share {
    pub arm: Option<usize>,
    pub to: usize,
    pub handling: Handling,
    pub count: Count,
    /// `None` with a total of zero.
    pub share: Option<IntervalEstimate>,
}

/// An intervention against the control at a later occasion.
pub struct ResponderComparison {
    pub arm: usize,
    pub to: usize,
    pub handling: Handling,
    pub effect: TwoProportions,
}

pub const RESPONDERS: Computation<Responders> = Computation { id: "responders", run: compute };

/// `None` where no participant's change can be classified.
pub fn compute(study: &Study<'_>) -> Option<Responders> {
    let change = study.result(&individual_change::INDIVIDUAL_CHANGE)?;
    let IndividualChange::Found(changes) = &*change else { return None };
    if changes.cells.iter().all(|cell| cell.pairs.is_empty()) {
        return None;
    }
    let mut result = Responders { from: changes.from, shares: Vec::new(), compared: Vec::new() };
    for to in changes.later() {
        Handling::ALL.into_iter().for_each(|handling| result.add(changes, (to, handling), study.trial.plan.level));
    }
    Some(result)
}

impl Responders {
    fn add(&mut self, changes: &Changes, (to, handling): (usize, Handling), level: f64) {
        let at = || changes.cells.iter().filter(|cell| cell.to == to);
        let control = at().find(|cell| cell.arm == Some(0)).map(|cell| handling.count(cell));
        for cell in at() {
            let count = handling.count(cell);
            self.shares.push(Share { arm: cell.arm, to, handling, count, share: count.share(level) });
            let (Some(arm @ 1..), Some(control)) = (cell.arm, control) else { continue };
            let effect = two_proportions(count, control, level);
            self.compared.extend(effect.map(|effect| ResponderComparison { arm, to, handling, effect }));
        }
    }

    /// Whether the handling of missing scores matters at that occasion.
    pub fn has_missing(&self, to: usize) -> bool {
        let counted = |handling| {
            self.shares.iter().filter(|share| (share.to, share.handling) == (to, handling)).map(|s| s.count.n).sum()
        };
        let (completers, all): (usize, usize) = (counted(Handling::Completers), counted(Handling::NonResponse));
        completers < all
    }

    pub fn compared(&self, against: &ResponderComparison) -> Compared {
        Compared::Change { from: self.from, to: against.to, arm: against.arm, against: 0 }
    }
}

impl Responders {
    /// Whether any participant responded in the arm of a comparison, under its handling of missing scores.
    pub fn somebody_responds(&self, against: &ResponderComparison) -> bool {
        let of_arm =
            |share: &&Share| (share.arm, share.to, share.handling) == (Some(against.arm), against.to, against.handling);
        self.shares.iter().find(of_arm).is_some_and(|share| share.count.of > 0)
    }
}
