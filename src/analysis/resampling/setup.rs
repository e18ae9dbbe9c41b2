//! The resampling of an outcome, or why there is none.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::contrasts::pairs;
use crate::analysis::study::Study;
use crate::model::resample::sample::{MeanDifference, Sample};
use crate::notice::{Message, Problem};

/// More differences than this are not resampled together.
const MANY_DIFFERENCES: usize = 2_000;

/// Participants times replicates: beyond it one outcome takes more than two seconds on one core.
const MOST_WORK: u64 = 50_000_000;

/// Means that the bootstrap keeps of all outcomes: replicates times arms times occasions; beyond it they take 160 MB.
const MOST_MEANS: u64 = 20_000_000;

/// More replicates than this are not drawn.
pub const MOST_REPLICATES: u32 = 100_000;

pub struct Setup {
    pub sample: Sample,
    /// Pairs of arms, (later, earlier), as places in the model.
    pub pairs: Vec<(usize, usize)>,
    /// In the order of the table of differences in change.
    pub changes: Vec<MeanDifference>,
    /// The arms at each occasion.
    pub arms_at: Vec<MeanDifference>,
    /// Requested replicates.
    pub replicates: u32,
}

/// Why nothing is resampled.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Not requested, no arms to compare, or no rows (reported once for all methods that need them): no explanation needed.
    NothingToCompare,
    /// Factors and covariates.
    With(Vec<String>),
    TooManyDifferences,
    TooLarge {
        participants: usize,
        replicates: u32,
    },
    /// Arms times occasions times outcomes.
    TooManyMeans {
        means: usize,
        replicates: u32,
    },
}

impl Refusal {
    pub fn problem(self) -> Option<Problem> {
        match self {
            Self::NothingToCompare => None,
            Self::With(names) => Some(Problem::note(Message::new("resampling-not-offered").with("names", names))),
            Self::TooLarge { participants, replicates } => {
                let large = Message::new("resampling-too-large").with("n", participants);
                Some(Problem::note(large.with("replicates", replicates as usize)))
            }
            Self::TooManyMeans { means, replicates } => {
                let many = Message::new("resampling-too-many-means").with("n", means);
                Some(Problem::note(many.with("replicates", replicates as usize).with("most", MOST_MEANS as usize)))
            }
            Self::TooManyDifferences => Some(Problem::note(Message::new("resampling-too-many"))),
        }
    }
}

impl Setup {
    pub fn new(study: &Study<'_>) -> Result<Self, Refusal> {
        let replicates = study.trial.plan.resampling.replicates.min(MOST_REPLICATES);
        let (n_arms, n_occasions) = (study.arms.len(), study.occasions.len());
        if replicates == 0 || n_arms < 2 || n_occasions == 0 || study.linear.is_none() || !study.trial.has_rows() {
            return Err(Refusal::NothingToCompare);
        }
        let trial = study.trial;
        if !trial.factors.is_empty() || !trial.covariates.is_empty() {
            let names = trial.factors.iter().map(|factor| factor.name.clone());
            return Err(Refusal::With(names.chain(trial.covariates.iter().map(|c| c.name.clone())).collect()));
        }
        let pairs: Vec<(usize, usize)> = pairs(n_arms).collect();
        if pairs.len().saturating_mul(n_occasions * n_occasions) > MANY_DIFFERENCES {
            return Err(Refusal::TooManyDifferences);
        }
        let participants = study.used.len();
        if (participants as u64).saturating_mul(u64::from(replicates)) > MOST_WORK {
            return Err(Refusal::TooLarge { participants, replicates });
        }
        // By the limits of a design the product fits.
        let means = n_arms * n_occasions * trial.outcomes.len();
        if (means as u64).saturating_mul(u64::from(replicates)) > MOST_MEANS {
            return Err(Refusal::TooManyMeans { means, replicates });
        }
        let between = |to: usize, from: Option<usize>| {
            pairs.iter().map(move |&(arm, against)| MeanDifference { arm, against, to, from })
        };
        let changes = crate::analysis::comparisons::contrasts::pairs(n_occasions)
            .flat_map(|(to, from)| between(to, Some(from)))
            .collect();
        let arms_at = (0..n_occasions).flat_map(|to| between(to, None)).collect();
        Ok(Self { sample: sample(study), changes, arms_at, pairs, replicates })
    }
}

/// The scores of all analysed participants, averaged over further within-participant levels at each occasion.
fn sample(study: &Study<'_>) -> Sample {
    let each = study.measures_per_occasion();
    let mut arms = Vec::with_capacity(study.used.len());
    let mut values = Vec::with_capacity(study.used.len() * study.occasions.len());
    for &participant in &study.used {
        let arm = study.trial.arm.get(participant).and_then(|arm| usize::try_from(*arm).ok());
        // Arms fit in 32 bits as they come so from the trial.
        arms.push(study.arms.iter().position(|a| Some(*a) == arm).unwrap_or(0) as u32);
        let of = study.outcome.of(participant);
        values.extend(study.occasions.iter().map(|occasion| {
            let measures = of.get(occasion * each..(occasion + 1) * each).unwrap_or(&[]);
            measures.iter().sum::<f64>() / each as f64
        }));
    }
    Sample::new(arms, study.arms.len(), study.occasions.len(), values)
}

/// A difference in terms of the trial's indices.
pub fn compared(study: &Study<'_>, difference: &MeanDifference) -> Compared {
    let (arm, against) = (study.arm_at(difference.arm), study.arm_at(difference.against));
    let to = study.occasion_at(difference.to);
    match difference.from {
        Some(from) => Compared::Change { from: study.occasion_at(from), to, arm, against },
        None => Compared::Arms { arm, against, at: Some(to) },
    }
}
