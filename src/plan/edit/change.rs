//! The changes that a user can make to a Plan.

use serde::{Deserialize, Serialize};

use crate::plan::{
    Adjust, Better, ClaimPlan, Code, ComparePlan, ErrorTerm, Lead, Margin, OutcomeRole, ReliableChangePlan,
    ReportExtent, ResamplingPlan, ScalePlan, SumsOfSquares,
};

/// A change to a Plan. Places count from 0; a place that is not there changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    Id {
        column: Option<String>,
    },
    /// The column of the arms with its levels, or none. The control stays where it is one of them; else it is the one that
    /// its name tells, if any, and still a guess.
    ArmColumn {
        column: Option<String>,
        levels: Vec<String>,
    },
    ArmMove {
        level: String,
        to: usize,
    },
    /// Leaves an arm out of the analysis.
    ArmLeave {
        level: String,
    },
    ArmRestore {
        level: String,
    },
    Control {
        level: Option<String>,
    },
    /// The name that is printed for a level; the level itself where it is empty.
    ArmLabel {
        level: String,
        label: String,
    },
    /// The occasion before treatment, or none.
    Baseline {
        occasion: Option<String>,
    },
    EndOfTreatment {
        occasion: String,
    },
    Compare {
        compare: ComparePlan,
    },
    Lead {
        lead: Lead,
    },
    Level {
        level: f64,
    },
    /// What a part was taken to be is right.
    Confirm {
        part: String,
    },
    /// What these parts were taken to be is right.
    ConfirmAll {
        parts: Vec<String>,
    },
    /// The direction of benefit of the outcome of that name: the answer to a question.
    Benefit {
        outcome: String,
        better: Better,
    },
    Randomised {
        value: Option<bool>,
    },
    /// A row for each participant and occasion, told by that column with its levels.
    Long {
        occasion: String,
        levels: Vec<String>,
    },
    /// A row for each participant.
    Wide,
    OccasionName {
        index: usize,
        name: String,
    },
    OccasionMove {
        index: usize,
        to: usize,
    },
    OccasionAdd {
        name: String,
    },
    OccasionRemove {
        index: usize,
    },
    OutcomeAdd {
        name: String,
        column: String,
    },
    OutcomeRemove {
        index: usize,
    },
    OutcomeMove {
        index: usize,
        to: usize,
    },
    OutcomeName {
        index: usize,
        name: String,
    },
    Better {
        index: usize,
        better: Better,
    },
    Role {
        index: usize,
        role: Option<OutcomeRole>,
    },
    Margin {
        index: usize,
        margin: Option<Margin>,
    },
    ReliableChange {
        index: usize,
        change: Option<ReliableChangePlan>,
    },
    /// Chooses a cell's column; one that the same outcome has elsewhere changes places with it.
    Cell {
        at: CellPlace,
        column: String,
    },
    CellSwap {
        from: CellPlace,
        to: CellPlace,
    },
    Use {
        role: ColumnRole,
        column: String,
    },
    Disuse {
        role: ColumnRole,
        column: String,
    },
    /// What a suspected code in a column means.
    Code {
        code: Code,
    },
    Adjust {
        adjust: Adjust,
    },
    ErrorTerm {
        term: ErrorTerm,
    },
    Squares {
        squares: SumsOfSquares,
    },
    Resampling {
        resampling: ResamplingPlan,
    },
    /// Which analyses the report brings.
    Report {
        report: ReportExtent,
    },
    TherapyGroup {
        size: Option<u32>,
    },
    Claim {
        claim: ClaimPlan,
        made: bool,
    },
    /// Puts a questionnaire in, and takes the one out that it replaces under another name.
    ScalePut {
        scale: ScalePlan,
        instead: Option<String>,
    },
    ScaleRemove {
        name: String,
    },
    /// The user compared the questionnaire's key with the form.
    ScaleConfirm {
        name: String,
    },
    /// What is taken from every answer of a questionnaire.
    ScaleShift {
        name: String,
        by: f64,
    },
}

/// A cell of the design's grid: an outcome's column at one occasion (and further within level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CellPlace {
    pub outcome: usize,
    pub cell: usize,
}

/// What a column that is no outcome's can be used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ColumnRole {
    Covariates,
    Factors,
}
