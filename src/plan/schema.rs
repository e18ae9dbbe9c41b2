//! The Plan: everything the user chose. It is the pre-registered analysis plan and the content of a link.
//!
//! A field that counts has no default here: what a Plan leaves out is written out by [`super::defaults`] before it is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

// The words of the methods themselves: a Plan says what a model is to do in the terms that the model has for it.
pub use super::reliable_change::{Criterion, NormPlan, ReliabilitySource, ReliableChangePlan, SdOf};
pub use super::{crossover::CrossoverPlan, id_columns::IdColumns, report_extent::ReportExtent};
pub use crate::model::{Adjust, ErrorTerm, SumsOfSquares};
pub use crate::scale::ScalePlan;

/// The name of the occasion where there is only one.
pub const ONLY: &str = "(only)";

/// Version 1 of the Plan. Every field has a default (`defaults/1.json`), so that a Plan can be written by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Plan {
    pub version: u32,
    /// What names the participant; without it each row is one participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<IdColumns>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arm: Option<ArmPlan>,
    /// In time order.
    pub occasions: Vec<String>,
    pub outcomes: Vec<OutcomePlan>,
    pub covariates: Vec<String>,
    /// Columns of further between-participant factors.
    pub factors: Vec<String>,
    /// Further within factors, crossed with occasion.
    pub within: Vec<WithinPlan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crossover: Option<CrossoverPlan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long: Option<LongPlan>,
    /// Questionnaires whose items are scored first; a score's column is then one like the file's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<ScalePlan>,
    /// What the user said of suspected codes such as 99.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// Whether participants were allotted to arms at random; causal verbs are used only then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub randomised: Option<bool>,
    pub sums_of_squares: SumsOfSquares,
    pub adjust: Adjust,
    pub error_term: ErrorTerm,
    /// Ids of the methods that were declared before the data were seen; empty where none was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declared: Vec<String>,
    /// The claims that are to be checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimPlan>,
    /// How many participants a therapy group has, where an intervention is given in groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub therapy_group_size: Option<u32>,
    pub resampling: ResamplingPlan,
    /// The occasion before treatment; `None`: it is a guess, the first. `Some(None)`, in JSON `null`: there is none, as where
    /// a baseline is a covariate.
    #[serde(default, with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null", optional))]
    pub baseline: Option<Option<String>>,
    /// The occasion at which treatment had ended; `None`: the one whose name says so, else the first after baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_of_treatment: Option<String>,
    /// The comparisons of interest, and with them the family of the answers.
    #[serde(default, skip_serializing_if = "ComparePlan::is_default")]
    pub compare: ComparePlan,
    /// The model that answers.
    pub lead: Lead,
    /// The level of intervals; 1 − level is the significance level.
    pub level: f64,
    /// Which analyses the report brings.
    pub report: ReportExtent,
    /// The parts that nobody has confirmed, named as in [`super::Reason`]. `None`: what is stated is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unconfirmed: Option<Vec<String>>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            version: 1,
            id: None,
            arm: None,
            occasions: Vec::new(),
            outcomes: Vec::new(),
            covariates: Vec::new(),
            factors: Vec::new(),
            within: Vec::new(),
            crossover: None,
            long: None,
            scales: Vec::new(),
            codes: Vec::new(),
            randomised: None,
            sums_of_squares: SumsOfSquares::default(),
            adjust: Adjust::default(),
            error_term: ErrorTerm::default(),
            declared: Vec::new(),
            claims: Vec::new(),
            therapy_group_size: None,
            resampling: ResamplingPlan::default(),
            baseline: None,
            end_of_treatment: None,
            compare: ComparePlan::default(),
            lead: Lead::default(),
            level: 0.95,
            report: ReportExtent::default(),
            unconfirmed: None,
        }
    }
}

/// A field of which `null` says something else than its absence.
mod stated {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::option_option, reason = "stated or not, and where stated, an occasion or none")]
    pub fn serialize<S: Serializer>(value: &Option<Option<String>>, serializer: S) -> Result<S::Ok, S::Error> {
        value.clone().flatten().serialize(serializer)
    }

    #[expect(clippy::option_option, reason = "stated or not, and where stated, an occasion or none")]
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(deserializer).map(Some)
    }
}

/// Which comparisons are of interest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ComparePlan {
    /// Occasions after baseline; all of them where `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasions: Option<Vec<String>>,
    #[serde(default)]
    pub arms: CompareArms,
}

impl ComparePlan {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Which pairs of arms are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum CompareArms {
    #[default]
    All,
    /// Each with the control.
    Control,
}

/// The model that answers the trial's questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// The repeated-measures model where everybody is complete, else the all-available-data model.
    #[default]
    Auto,
    RmAnova,
    Mmrm,
    Clda,
}

/// Which column holds the arms. Without `levels` they are taken from the file: the control first, then as they appear.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ArmPlan {
    pub column: String,
    /// Arms in report order, control first. A level of the file that is not named here is left out, and the ledger says so.
    pub levels: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control: Option<String>,
    /// The names that are printed, by level.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Map<string, string>", optional))]
    pub labels: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OutcomePlan {
    pub name: String,
    /// Wide file: a column per occasion (times the levels of further within factors, occasion slowest), in order.
    /// Long file: the one column of values, or none where `long.value` says it.
    pub columns: Vec<String>,
    /// The direction of benefit; `None`: nobody stated it, and what its name suggests is a guess.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
    /// `None` where it was not declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<OutcomeRole>,
    /// The difference that would still be too small to matter; `None`: half an SD at the first occasion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Margin>,
    /// By what single participants are said to have changed; `None`: nothing is said of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reliable_change: Option<ReliableChangePlan>,
}

/// What the trial was made to answer, declared before the data were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum OutcomeRole {
    Primary,
    Secondary,
    Exploratory,
}

/// A margin of equivalence and non-inferiority: positive, in the outcome's points or in SDs at the first occasion.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Margin {
    pub value: f64,
    pub unit: MarginUnit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum MarginUnit {
    /// The outcome's own points.
    Raw,
    /// Standard deviations at the first occasion, pooled within arms.
    Sd,
}

/// A claim that is to be checked against the contrasts that say whether it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ClaimPlan {
    pub claim: ClaimKind,
    /// `None`: of every outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Each intervention improves the outcome against the control.
    Improves,
    /// What each intervention brought is maintained at the later occasions.
    Maintained,
    /// The first intervention is better than the second.
    Better,
}

impl ClaimKind {
    /// How a Plan and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Improves => "improves",
            Self::Maintained => "maintained",
            Self::Better => "better",
        }
    }
}

/// Permutation and bootstrap: how many replicates, from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ResamplingPlan {
    /// 0 leaves resampling out.
    pub replicates: u32,
    pub seed: u32,
}

impl Default for ResamplingPlan {
    fn default() -> Self {
        Self { replicates: 10_000, seed: 1 }
    }
}

/// The direction of benefit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Better {
    #[default]
    Higher,
    Lower,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct WithinPlan {
    pub name: String,
    pub levels: Vec<String>,
}

/// A long file: a row per participant and occasion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LongPlan {
    /// The column that names the occasion; none where `Plan::crossover` names the period.
    #[serde(default)]
    pub occasion: String,
    /// The column of values, where there is one outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// What a suspected code in a column means, as the user said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Code {
    pub column: String,
    pub value: f64,
    pub means: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Meaning {
    Missing,
    Value,
}
