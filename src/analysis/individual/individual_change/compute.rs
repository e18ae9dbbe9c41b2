//! Reliable change of every participant, counted by arm and occasion.

use crate::analysis::individual::criteria::{ReliableChangeCriteria, criteria};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::reliable_change::Category;
use crate::notice::{Message, Problem};

/// Reliable change of individual participants.
pub enum IndividualChange {
    /// The Plan names no reliability; the section explains what is needed.
    Unasked,
    /// The criterion cannot be computed; the Problems say why.
    Without(Vec<Problem>),
    Found(Changes),
}

/// The changes of all participants from the first occasion to each later one.
pub struct Changes {
    pub criteria: ReliableChangeCriteria,
    /// The first occasion.
    pub from: usize,
    pub cells: Vec<ArmChange>,
    pub problems: Vec<Problem>,
}

/// An arm (`None`: all participants, where there are no arms) at a later occasion.
pub struct ArmChange {
    pub arm: Option<usize>,
    pub to: usize,
    /// The scores at the first and at the later occasion of those who have both.
    pub pairs: Vec<[f64; 2]>,
    /// Participants of the arm who lack one of the two scores.
    pub missing: usize,
    pub mean_index: f64,
    /// In the order of [`Category::ALL`].
    pub counts: [usize; 4],
}

impl ArmChange {
    pub fn n(&self) -> usize {
        self.pairs.len()
    }

    pub fn responders(&self) -> usize {
        let counted = Category::ALL.iter().zip(self.counts).filter(|(category, _)| category.responds());
        counted.map(|(_, count)| count).sum()
    }
}

impl Changes {
    /// The later occasions, in time order.
    pub fn later(&self) -> Vec<usize> {
        let mut later: Vec<usize> = self.cells.iter().map(|cell| cell.to).collect();
        later.dedup();
        later
    }
}

pub const INDIVIDUAL_CHANGE: Computation<IndividualChange> = Computation { id: "reliable_change", run: compute };

/// `None` with one occasion, or with summary data only.
pub fn compute(study: &Study<'_>) -> Option<IndividualChange> {
    let (&from, later) = study.occasions.split_first()?;
    if later.is_empty() || !study.trial.has_rows() {
        return None;
    }
    let Some(plan) = &study.outcome.reliable_change else { return Some(IndividualChange::Unasked) };
    let (criteria, mut problems) = criteria(study, plan, from);
    let Some(criteria) = criteria else { return Some(IndividualChange::Without(problems)) };
    let arms: Vec<Option<usize>> = match study.trial.has_arms {
        true => (0..study.trial.arms.len()).map(Some).collect(),
        false => vec![None],
    };
    let each = later.iter().flat_map(|&to| arms.iter().map(move |&arm| (arm, to)));
    let cells: Vec<ArmChange> = each.map(|(arm, to)| of_arm(study, &criteria, (from, to), arm)).collect();
    problems.extend(cells.iter().filter(|cell| cell.pairs.is_empty()).map(|cell| nobody(study, from, cell)));
    Some(IndividualChange::Found(Changes { criteria, from, cells, problems }))
}

fn of_arm(
    study: &Study<'_>,
    criteria: &ReliableChangeCriteria,
    (from, to): (usize, usize),
    arm: Option<usize>,
) -> ArmChange {
    let scores = |row: Vec<f64>| <[f64; 2]>::try_from(row).unwrap_or([f64::NAN; 2]);
    let everybody: Vec<[f64; 2]> = study.rows_with_gaps(arm, &[from, to]).map(scores).collect();
    let n = everybody.len();
    let pairs: Vec<[f64; 2]> =
        everybody.into_iter().filter(|pair| pair.iter().all(|score| score.is_finite())).collect();
    let categories: Vec<Category> = pairs.iter().map(|[a, b]| criteria.rule.category(*a, *b)).collect();
    let sum: f64 = pairs.iter().map(|[a, b]| criteria.rule.error.index(*a, *b)).sum();
    ArmChange {
        arm,
        to,
        missing: n - pairs.len(),
        mean_index: sum / pairs.len() as f64,
        counts: Category::ALL.map(|category| categories.iter().filter(|each| **each == category).count()),
        pairs,
    }
}

fn nobody(study: &Study<'_>, from: usize, cell: &ArmChange) -> Problem {
    let id = if cell.arm.is_some() { "individual-nobody" } else { "individual-nobody-of-all" };
    let message = Message::new(id)
        .with("arm", cell.arm.map(|arm| study.arm_name(arm)).unwrap_or_default())
        .with("outcome", &study.outcome.name)
        .with("from", study.occasion_name(from))
        .with("to", study.occasion_name(cell.to));
    Problem::warning(message)
}
