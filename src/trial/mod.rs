//! The Trial that Table and Plan make: participants × occasions × outcomes, and who was left out.

mod assemble;
mod between;
mod characteristics;
mod checks;
mod crossover;
mod ledger;
mod levels;
mod magnitude;
mod measures;
mod people;
mod roles;
mod scales;

pub use crate::plan::{
    Adjust, ArmPlan, Better, ClaimKind, ClaimPlan, Code, CompareArms, Criterion, ErrorTerm, IdColumns, Lead, LongPlan,
    Margin, MarginUnit, Meaning, NormPlan, ONLY, OutcomePlan, OutcomeRole, Plan, ReliabilitySource, ReliableChangePlan,
    ReportExtent, ResamplingPlan, ScalePlan, SdOf, SumsOfSquares, WithinPlan, fold, missing_codes,
};
pub use ledger::{Ledger, LeftOut};

/// Table and Plan, checked: participants × occasions × outcomes, arm, further factors, covariates.
///
/// Participants are numbered in the file's order; every vector below is indexed by that number.
#[derive(Clone, Debug)]
pub struct Trial {
    pub plan: Plan,
    pub ids: Vec<String>,
    /// Arms in the Plan's order (control first); one unnamed arm where the Plan has none.
    pub arms: Vec<String>,
    /// Whether the Plan names arms at all.
    pub has_arms: bool,
    /// Whether the first arm is the control; else no arm is.
    pub has_control: bool,
    /// Each participant's arm, an index into `arms`.
    pub arm: Vec<u32>,
    pub occasions: Vec<String>,
    /// The occasion before treatment, an index into `occasions`; `None` where there is none.
    pub baseline: Option<usize>,
    /// The occasion at which treatment had ended; `None` where nothing was measured after baseline.
    pub end_of_treatment: Option<usize>,
    /// The parts of the Plan that are still a guess.
    pub unconfirmed: Vec<String>,
    /// Further between-participant factors.
    pub factors: Vec<Factor>,
    /// Further within factors, crossed with occasion; occasion varies slowest in `Outcome::values`.
    pub within: Vec<WithinPlan>,
    pub covariates: Vec<Covariate>,
    /// What else the file tells of participants; none where only summaries came.
    pub characteristics: Vec<Characteristic>,
    pub outcomes: Vec<Outcome>,
    /// Where treatments were given one after another: the occasions are the treatments then.
    pub crossover: Option<Crossover>,
    pub ledger: Ledger,
    /// The scores that were made of items, with the items.
    pub scales: Vec<ScaleItems>,
    /// `None` where the participants are a file's.
    pub summaries: Option<Summaries>,
}

/// Treatments that were given one after another. The Trial's occasions are the treatments, and its values at each of them
/// the mean over the periods in which it was given.
#[derive(Clone, Debug, Default)]
pub struct Crossover {
    pub periods: Vec<String>,
    /// For each participant and period, the treatment as an index into the Trial's occasions; `None` where it is not known.
    pub given: Vec<Vec<Option<u32>>>,
    /// For each outcome, participant-major, the value of each period; NaN where missing.
    pub values: Vec<Vec<f64>>,
}

impl Crossover {
    /// The value of a participant in a period; NaN where it is missing.
    pub fn value(&self, outcome: usize, participant: usize, period: usize) -> f64 {
        let place = participant * self.periods.len() + period;
        self.values.get(outcome).and_then(|values| values.get(place)).copied().unwrap_or(f64::NAN)
    }

    /// The treatment of a participant in a period.
    pub fn treatment(&self, participant: usize, period: usize) -> Option<usize> {
        let treatment = self.given.get(participant)?.get(period).copied()??;
        usize::try_from(treatment).ok()
    }
}

/// What is known of participants of whom only summaries came: n, means and cross-products. The Trial's values then
/// stand for them, made so that they have those summaries; nobody has them, and nothing but moments may be read off them.
#[derive(Clone, Debug, Default)]
pub struct Summaries {
    /// For each outcome, whether everybody with a value of it is in its summaries. Else an analysis of some of the
    /// occasions would have had more participants.
    pub whole: Vec<bool>,
}

/// A score that was made of items.
#[derive(Clone, Debug)]
pub struct ScaleItems {
    /// The questionnaire's name, and the score's.
    pub scale: String,
    pub name: String,
    /// The outcome whose values it is, where it is one.
    pub outcome: Option<usize>,
    pub occasions: Vec<ItemsAt>,
}

/// The items of a score at an occasion.
#[derive(Clone, Debug)]
pub struct ItemsAt {
    /// An index into `Trial::occasions`; `None` where the scale was given once, and at an occasion that the Plan lacks.
    pub occasion: Option<usize>,
    /// The columns of the items.
    pub items: Vec<String>,
    /// Participant by participant, item by item, as they count; NaN where not answered.
    pub answers: Vec<Vec<f64>>,
}

/// A further between-participant factor.
#[derive(Clone, Debug)]
pub struct Factor {
    pub name: String,
    pub levels: Vec<String>,
    /// Each participant's level; `None` where the cell is missing.
    pub codes: Vec<Option<u32>>,
}

#[derive(Clone, Debug)]
pub struct Covariate {
    pub name: String,
    /// NaN where missing.
    pub values: Vec<f64>,
}

/// Something that is known of every participant and does not change over the occasions.
#[derive(Clone, Debug, PartialEq)]
pub struct Characteristic {
    /// The column's.
    pub name: String,
    pub values: CharacteristicValues,
}

#[derive(Clone, Debug, PartialEq)]
pub enum CharacteristicValues {
    /// NaN where missing.
    Numbers(Vec<f64>),
    /// Each participant's level, an index into `names`; `None` where missing.
    Levels { names: Vec<String>, codes: Vec<Option<usize>> },
}

#[derive(Clone, Debug)]
pub struct Outcome {
    pub name: String,
    pub better: Better,
    pub role: Option<OutcomeRole>,
    /// As the Plan has it; checked where it is used.
    pub margin: Option<Margin>,
    /// As the Plan has it; checked where it is used.
    pub reliable_change: Option<ReliableChangePlan>,
    /// Participant-major: `values[participant * n_measures + measure]`, NaN where missing; a measure is an occasion,
    /// or an occasion × within-level where there are further within factors.
    pub values: Vec<f64>,
    pub n_measures: usize,
}

impl Outcome {
    /// One participant's values over the measures.
    pub fn of(&self, participant: usize) -> &[f64] {
        &self.values[participant * self.n_measures..(participant + 1) * self.n_measures]
    }
}

impl Trial {
    /// Whether the values are a file's, so that ranks, residuals and extremes are somebody's.
    pub fn has_rows(&self) -> bool {
        self.summaries.is_none()
    }

    /// The arms as they are printed: by the Plan's labels where it has them.
    pub fn arm_labels(&self) -> Vec<String> {
        let labels = self.plan.arm.as_ref().map(|arm| &arm.labels);
        let label = |level: &String| labels.and_then(|labels| labels.get(level)).unwrap_or(level).clone();
        self.arms.iter().map(label).collect()
    }

    /// Whether nobody has confirmed that part of the Plan: `control`, `better:stress`.
    pub fn is_unconfirmed(&self, part: &str) -> bool {
        self.unconfirmed.iter().any(|own| own == part)
    }

    /// Whether an analysis of some occasions of that outcome finds everybody who has them.
    pub fn has_parts(&self, outcome: usize) -> bool {
        self.summaries.as_ref().is_none_or(|of| of.whole.get(outcome).copied().unwrap_or(false))
    }

    /// The participants who have every value of that outcome, and every factor and covariate of the Plan; no other
    /// column counts. Their numbers, ascending.
    pub fn complete(&self, outcome: usize) -> Vec<usize> {
        let Some(outcome) = self.outcomes.get(outcome) else { return Vec::new() };
        let empty = self.empty_occasions(outcome);
        let is_complete = |participant: &usize| {
            let values = outcome.of(*participant).iter().enumerate();
            values.filter(|(measure, _)| !empty.contains(&self.occasion_of(*measure))).all(|(_, value)| !value.is_nan())
                && self.factors.iter().all(|factor| factor.codes[*participant].is_some())
                && self.covariates.iter().all(|covariate| !covariate.values[*participant].is_nan())
        };
        (0..self.ids.len()).filter(is_complete).collect()
    }

    /// The occasions at which nobody has a value of that outcome (at some level of further within factors); its analysis
    /// does without them.
    pub fn empty_occasions(&self, outcome: &Outcome) -> Vec<usize> {
        let is_empty = |measure: &usize| {
            outcome.values.iter().skip(*measure).step_by(outcome.n_measures.max(1)).all(|value| value.is_nan())
        };
        let mut occasions: Vec<usize> =
            (0..outcome.n_measures).filter(is_empty).map(|measure| self.occasion_of(measure)).collect();
        occasions.dedup();
        occasions
    }

    /// How many measures an occasion has: one, but for further within factors.
    pub fn n_within(&self) -> usize {
        self.within.iter().map(|within| within.levels.len()).product()
    }

    /// The occasion of a measure, an index into `occasions`.
    pub fn occasion_of(&self, measure: usize) -> usize {
        measure / self.n_within().max(1)
    }

    /// The occasion of a measure, and its levels of further within factors: `post, 3`.
    pub fn measure_name(&self, measure: usize) -> String {
        let mut levels = Vec::with_capacity(self.within.len() + 1);
        let mut rest = measure;
        for within in self.within.iter().rev() {
            let n_levels = within.levels.len().max(1);
            levels.extend(within.levels.get(rest % n_levels).cloned());
            rest /= n_levels;
        }
        levels.extend(self.occasions.get(rest).cloned());
        levels.reverse();
        levels.join(", ")
    }
}
