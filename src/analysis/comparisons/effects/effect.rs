//! The trial's effects: the contrasts of its questions, each with what it shows.

use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::lasting::equivalence::margin::MarginUsed;
use crate::model::verdict::{BenefitDirection, Judged, LastedVerdict, Verdict};
use crate::notice::Problem;
use crate::trial::Adjust;

/// The id of the table that the answers name as their source.
pub const TABLE: &str = "comparisons-change";

/// The contrasts that answer the trial's questions, and what they show.
#[derive(Clone, Debug)]
pub struct Effects {
    pub design: ArmDesign,
    /// The model that they come from, as the Plan names it.
    pub model: &'static str,
    /// Participants in that model, and those with every value.
    pub n: usize,
    pub n_complete: usize,
    /// The adjustment that is used, which may be another than the Plan's.
    pub adjust: Adjust,
    pub level: f64,
    pub benefit: BenefitDirection,
    /// The occasion before treatment and that at which it had ended, as indices into the trial's.
    pub baseline: Option<usize>,
    pub end: usize,
    /// The whole family.
    pub rows: Vec<TrialEffect>,
    /// Whether each effect lasted.
    pub lasted: Vec<Lasted>,
    /// Why another model leads than the Plan's.
    pub problems: Vec<Problem>,
}

/// What the arms are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArmDesign {
    /// The first arm is the control.
    Controlled,
    /// Several arms of which none is the control.
    Uncontrolled,
    OneGroup,
}

/// A contrast of the family.
#[derive(Clone, Debug)]
pub struct TrialEffect {
    pub comparison: Comparison,
    pub judged: Judged,
    pub verdict: Verdict,
    /// The mean change of the later arm and of the earlier, by the same model; `None` where arms are compared as they stand.
    pub moves: Option<(f64, f64)>,
    /// Other methods that disagree on whether the contrast is shown.
    pub dissenting: Vec<Companion>,
}

/// Whether an effect lasted until a later occasion.
#[derive(Clone, Debug)]
pub struct Lasted {
    /// Indices into the trial's arms; in one group both are 0.
    pub arm: usize,
    pub against: usize,
    pub to: usize,
    /// The row of the difference of the two effects.
    pub difference: usize,
    /// The effect at the end of treatment, and the later one.
    pub first: f64,
    pub later: f64,
    pub margin: Option<MarginUsed>,
    pub verdict: LastedVerdict,
    pub reason: Option<LastedReason>,
}

/// Why there is no other verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastedReason {
    OneGroup,
    NoControl,
    /// No effect at the end of treatment, but one later.
    AppearedLater,
    /// Losing all of the effect would count as maintained.
    MarginTooWide,
    NoMargin,
    /// The later effect is not shown.
    LaterNotShown,
}

/// A method that disagrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Companion {
    pub method: CompanionMethod,
    /// Whether it shows the contrast, which the answer does not; else the other way round.
    pub shows: bool,
    /// Under the adjustment of the answers.
    pub p_adjusted: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompanionMethod {
    Ancova,
    Ranks,
    Permutation,
    /// The arms at that occasion, without their baseline.
    Level,
    /// The repeated-measures model of those with every value.
    CompleteCases,
    /// The model of all available values.
    AvailableValues,
}

impl Effects {
    /// The effect at an occasion: the contrast against baseline, or of the arms as they stand. Arms are indices into the
    /// trial's; in one group both are 0.
    pub fn at(&self, occasion: usize, arm: usize, against: usize) -> Option<&TrialEffect> {
        self.rows.iter().find(|row| match row.comparison.compared {
            Compared::Change { from, to, arm: later, against: earlier } => {
                Some(from) == self.baseline && to == occasion && (later, earlier) == (arm, against)
            }
            Compared::Arms { arm: later, against: earlier, at } => {
                self.baseline.is_none() && at.unwrap_or(occasion) == occasion && (later, earlier) == (arm, against)
            }
            Compared::Occasions { from, to, .. } => Some(from) == self.baseline && to == occasion,
        })
    }

    /// The occasions that the questions are about: the end of treatment and all later ones.
    pub fn asked_occasions(&self) -> Vec<usize> {
        let mut occasions: Vec<usize> = self.rows.iter().filter_map(|row| self.occasion_of(row)).collect();
        occasions.retain(|&occasion| occasion >= self.end);
        occasions.sort_unstable();
        occasions.dedup();
        occasions
    }

    /// The occasion of an effect; `None` for a difference between two effects.
    pub fn occasion_of(&self, effect: &TrialEffect) -> Option<usize> {
        match effect.comparison.compared {
            Compared::Change { from, to, .. } | Compared::Occasions { from, to, .. } => {
                (Some(from) == self.baseline).then_some(to)
            }
            Compared::Arms { at, .. } => self.baseline.is_none().then_some(at.unwrap_or(self.end)),
        }
    }
}

impl CompanionMethod {
    pub const ALL: [Self; 6] =
        [Self::CompleteCases, Self::AvailableValues, Self::Ancova, Self::Ranks, Self::Permutation, Self::Level];

    /// How message files name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ancova => "ancova",
            Self::Ranks => "ranks",
            Self::Permutation => "permutation",
            Self::Level => "level",
            Self::CompleteCases => "complete",
            Self::AvailableValues => "available",
        }
    }
}
