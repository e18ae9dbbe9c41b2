//! What a section needs besides its result: words, names, decimals, and the Plan's choices.

use crate::analysis::names::{Names, capitalised};
use crate::model::verdict::{alpha_of, is_significant};
use crate::report::build::verbatim;
use crate::report::{Marker, Text, Words};
use crate::trial::{Adjust, Plan};

/// Built once for an outcome.
pub struct Display<'a> {
    pub words: &'a Words,
    pub names: Names,
    /// Decimals of the outcome's means.
    pub places: usize,
    pub plan: &'a Plan,
}

impl Display<'_> {
    /// Whether p is below the significance level of the Plan.
    pub fn is_significant(&self, p: f64) -> bool {
        is_significant(p, alpha_of(self.plan.level))
    }

    /// An arm's name by its index in the trial.
    pub fn arm(&self, arm: usize) -> String {
        self.names.arms.get(arm).cloned().unwrap_or_default()
    }

    /// An occasion's name by its index in the trial.
    pub fn occasion(&self, occasion: usize) -> String {
        self.names.occasions.get(occasion).cloned().unwrap_or_default()
    }

    /// An arm at the start of a row.
    pub fn arm_label(&self, arm: usize) -> Text {
        verbatim(&capitalised(&self.arm(arm)))
    }

    pub fn occasion_label(&self, occasion: usize) -> Text {
        verbatim(&capitalised(&self.occasion(occasion)))
    }

    /// The outcome with a capital, for a caption.
    pub fn outcome(&self) -> String {
        capitalised(&self.names.outcome)
    }

    /// The mark of two arms compared: an intervention's own against the control, else a diamond.
    pub fn contrast_marker(arm: usize, against: usize) -> Marker {
        if against == 0 { Marker::Arm { index: arm } } else { Marker::Contrast }
    }

    /// The adjustment's name.
    pub fn adjustment(&self, adjust: Adjust) -> String {
        self.words.label(Self::adjustment_id(adjust))
    }

    /// The id of the adjustment's name.
    pub fn adjustment_id(adjust: Adjust) -> &'static str {
        match adjust {
            Adjust::None => "adjust-none",
            Adjust::Bonferroni => "adjust-bonferroni",
            Adjust::Holm => "adjust-holm",
            Adjust::Sidak => "adjust-sidak",
            Adjust::Tukey => "adjust-tukey",
            Adjust::Dunnett => "adjust-dunnett",
            Adjust::Scheffe => "adjust-scheffe",
            Adjust::Closed => "adjust-closed",
            Adjust::BenjaminiHochberg => "adjust-bh",
        }
    }
}
