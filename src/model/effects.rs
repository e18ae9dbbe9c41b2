//! The rows of an analysis-of-variance table.

use super::between::Term;
use super::effect_size::EffectSize;
use super::f_test::FTest;

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    pub between: Term,
    /// Bit mask of the factors within participants; 0: between participants.
    pub within: u32,
    pub test: FTest,
    /// `None` between participants, where there is nothing to correct.
    pub corrected: Option<Corrected>,
    pub size: EffectSize,
}

/// Tests with degrees of freedom multiplied by an ε.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrected {
    pub gg: CorrectedTest,
    pub hf: CorrectedTest,
    pub hf_original: CorrectedTest,
    pub lower_bound: CorrectedTest,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CorrectedTest {
    pub epsilon: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
}
